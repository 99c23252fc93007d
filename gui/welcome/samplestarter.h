// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QObject>
#include <QString>

class QWidget;

namespace Gantry {

class Workbench;

/// "Try the sample project": asks for a folder, copies the sample there, opens it and starts it.
class SampleStarter : public QObject
{
    Q_OBJECT

public:
    /// \a window is what the folder dialog belongs to; both outlive this.
    SampleStarter(Workbench *workbench, QWidget *window);

    /// Copies the sample project into \a folder, which is made if it is not there. Files that are there stay as they
    /// are. Answers what failed, translated, or an empty text. Reads and writes files: call it in the pool.
    static QString copyTo(const QString &folder);
    /// Where the sample goes unless the user chooses another place.
    static QString defaultFolder();

private:
    void chooseFolder();
    void copyAndStart(const QString &folder);
    void startOpened(const QString &project, const QString &path);

    Workbench *m_workbench;
    QWidget *m_window;
    QString m_toStart; ///< folder of the sample that was copied and is not opened yet
};

} // namespace Gantry

// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace Gantry {

class ElidedLabel;
class Label;
class MergedLogPanel;
class Workbench;

/// The logs of the containers that are selected, as one. It makes its panel when there are some first.
class SeveralLogs : public QWidget
{
    Q_OBJECT

public:
    explicit SeveralLogs(Workbench *workbench, QWidget *parent = nullptr);

    void setContainers(const QStringList &ids);
    void takeFocus();
    /// Whether the log is what the user looks at, so that Ctrl+F means it.
    bool startFinding();

private:
    QList<QStringList> commands(const QStringList &ids) const;

    Workbench *m_workbench;
    Label *m_title;
    ElidedLabel *m_names;
    MergedLogPanel *m_panel = nullptr;
};

} // namespace Gantry

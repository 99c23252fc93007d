// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace Gantry {

class ActionButton;
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
    /// Of the containers that are shown.
    const QStringList &names() const { return m_shown; }
    /// In place of the names: what has become of them; their names again where it is empty.
    void say(const QString &sentence);
    QWidget *focusTarget() const;
    void takeFocus();
    /// There is one when there was something to show.
    ActionButton *detachButton() const;
    /// Whether the log is what the user looks at, so that Ctrl+F means it.
    bool startFindingHere();
    void startFinding();

private:
    QList<QStringList> commands(const QStringList &ids) const;

    Workbench *m_workbench;
    Label *m_title;
    ElidedLabel *m_names;
    QStringList m_shown;
    MergedLogPanel *m_panel = nullptr;
};

} // namespace Gantry

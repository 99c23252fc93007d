// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace Gantry {

class Workbench;

/// Turns to a container that was just made, as soon as it is in the list: the engine's answer comes before its event.
/// Deletes itself then, or when the container is not listed in a while: it may have ended and gone.
class ShowWhenListed : public QObject
{
    Q_OBJECT

public:
    enum class What { Details, Logs, Terminal };

    /// Belongs to \a workbench.
    ShowWhenListed(Workbench *workbench, const QString &containerId, What what);

private:
    void look();

    Workbench *m_workbench;
    QString m_id;
    What m_what;
    bool m_shown = false;
};

} // namespace Gantry

// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/containerlog.h"
#include "logs/logpanel.h"

namespace Gantry {

/// The log of one container.
class ContainerLogPanel : public LogPanel
{
    Q_OBJECT

public:
    explicit ContainerLogPanel(Workbench *workbench, QWidget *parent = nullptr);

    /// Shows the log of a container; one without an id for none. The lines of \a predecessor, whose place the container
    /// took, stay where they were shown last.
    void setContainer(const ContainerDetails &container, const QString &predecessor = {});

protected:
    void read() override;
    bool hasLog() const override { return !m_id.isEmpty(); }
    QString containerOf(qint64) const override { return m_id; }
    QString name() const override;
    QList<QStringList> commands() const override;

private:
    ContainerLogPanel(Workbench *workbench, ContainerLog *log, QWidget *parent);
    void openAfterLoss();

    ContainerLog *m_log;
    Engine *m_engine;
    QString m_id;
    QString m_kept; ///< container of which the lines stay until another one is shown
    bool m_tty = false;
    QDateTime m_lifeBegins; ///< as of the last inspection, like the next
    QDateTime m_lifeEnded;
};

} // namespace Gantry

// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/mergedlogreader.h"
#include "logs/logpanel.h"

#include <QHash>
#include <QStringList>

namespace Gantry {

class Chip;
class FlowLayout;

/// The logs of several containers as one, in the order of their times, with a chip that hides the lines of each
/// service.
class MergedLogPanel : public LogPanel
{
    Q_OBJECT

public:
    struct Member
    {
        QString id;
        QString key; ///< stays when another container takes its place
        QString name; ///< before its lines
        QString group; ///< its service: has a chip and a colour

        friend bool operator==(const Member &, const Member &) = default;
    };

    explicit MergedLogPanel(Workbench *workbench, QWidget *parent = nullptr);

    /// Shows the logs of these containers; \a commands read the same in a shell, and \a name is that of the file it is
    /// saved to. Other containers of the same name go on with the lines that are there.
    void setContainers(const QString &name, const QList<QStringList> &commands, const QList<Member> &members);

protected:
    void read() override;
    bool hasLog() const override { return !m_members.isEmpty(); }
    QString containerOf(qint64 line) const override;
    QString name() const override { return m_name; }
    QList<QStringList> commands() const override { return m_commands; }
    QStringList sourceNames() const override;
    QSet<quint16> hiddenSources() const override;
    void describe() override;
    void hideEvent(QHideEvent *event) override;

private:
    MergedLogPanel(Workbench *workbench, MergedLogReader *reader, QWidget *parent);
    void updateSources();
    void updateChips();
    Chip *makeChip(const QString &group);
    Member memberOf(const QString &key) const;

    MergedLogReader *m_reader;
    QString m_name;
    QList<QStringList> m_commands;
    QList<Member> m_members;
    QHash<QString, Member> m_known; ///< by key, those that have gone as well
    QStringList m_groups; ///< in the order in which they came: by it they have their colours
    QList<Chip *> m_chips; ///< of the groups
    FlowLayout *m_chipRow;
};

} // namespace Gantry

// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/mergedlogpanel.h"

#include "logs/logsearchbar.h"
#include "logs/logview.h"
#include "look/chip.h"
#include "look/flowlayout.h"
#include "look/oneline.h"
#include "look/plaintooltip.h"
#include "look/tokens.h"
#include "look/verbatim.h"
#include "shell/workbench.h"

#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr int ChipGap = 8;
constexpr qsizetype LongestChip = 40;

} // namespace

MergedLogPanel::MergedLogPanel(Workbench *workbench, QWidget *parent)
    : MergedLogPanel(workbench, new MergedLogReader(workbench->engine(), nullptr), parent)
{
}

MergedLogPanel::MergedLogPanel(Workbench *workbench, MergedLogReader *reader, QWidget *parent)
    : LogPanel(workbench, reader->log(), parent)
    , m_reader(reader)
    , m_chipRow(new FlowLayout(ChipGap))
{
    m_reader->setParent(this);
    setObjectName(u"mergedLogPanel"_s);
    head()->setContentsMargins(20, 4, 12, 8);
    head()->addLayout(m_chipRow);
    bar()->setTimes(LogTimes::Kind::Local);
    describe();
}

void MergedLogPanel::setContainers(const QString &name, const QList<QStringList> &commands,
                                   const QList<Member> &members)
{
    if (name == m_name && members == m_members)
        return;
    if (name != m_name) {
        m_name = name;
        m_known.clear();
        m_groups.clear();
        m_reader->close();
        setClosed();
        setBeginning({FirstLines});
    }
    m_commands = commands;
    m_members = members;
    QList<MergedLogReader::Container> containers;
    for (const Member &member : members) {
        containers.append({member.id, member.key});
        m_known.insert(member.key, member);
        if (!m_groups.contains(member.group))
            m_groups.append(member.group);
    }
    m_reader->setContainers(containers);
    updateChips();
    updateSources();
    openIfShown();
}

void MergedLogPanel::read()
{
    m_reader->open(beginning());
}

MergedLogPanel::Member MergedLogPanel::memberOf(const QString &key) const
{
    return m_known.value(key, {{}, key, key, key});
}

QStringList MergedLogPanel::sourceNames() const
{
    QStringList names;
    for (const QString &key : m_reader->log()->keys())
        names << memberOf(key).name;
    return names;
}

QString MergedLogPanel::containerOf(qint64 line) const
{
    const MergedLog *log = m_reader->log();
    return memberOf(log->keys().value(log->buffer().source(line))).id;
}

void MergedLogPanel::updateSources()
{
    QList<LogView::Source> sources;
    for (const QString &key : m_reader->log()->keys()) {
        const Member member = memberOf(key);
        sources.append({member.name, int(m_groups.indexOf(member.group))});
    }
    if (sources == view()->sources())
        return;
    view()->setSources(sources);
    if (!hiddenSources().isEmpty())
        choiceChanged(); // a container of a hidden service has come
}

void MergedLogPanel::updateChips()
{
    while (m_chips.size() > m_groups.size())
        delete m_chips.takeLast();
    for (qsizetype i = 0; i < m_groups.size(); ++i) {
        if (i < m_chips.size() && m_chips[i]->objectName() == u"logOf:"_s + m_groups[i])
            continue;
        for (qsizetype rest = m_chips.size(); rest > i; --rest)
            delete m_chips.takeLast();
        m_chips.append(makeChip(m_groups[i]));
        m_chipRow->addWidget(m_chips.last());
    }
    for (Chip *chip : std::as_const(m_chips))
        chip->setVisible(m_groups.size() > 1);
}

Chip *MergedLogPanel::makeChip(const QString &group)
{
    const auto color = size_t(m_groups.indexOf(group));
    auto *chip = new Chip(verbatim(group, LongestChip), this);
    chip->setObjectName(u"logOf:"_s + group);
    chip->setAccessibleName(tr("Lines of %1").arg(shortName(group)));
    setPlainToolTip(chip, tr("Show or hide the lines of %1").arg(group));
    chip->setSwatch([color](const Tokens &tokens) { return tokens.services[color % tokens.services.size()]; });
    chip->setChecked(true);
    connect(chip, &Chip::toggled, this, [this] { choiceChanged(); });
    return chip;
}

QSet<quint16> MergedLogPanel::hiddenSources() const
{
    QSet<quint16> hidden;
    const QStringList &keys = m_reader->log()->keys();
    for (qsizetype i = 0; i < keys.size(); ++i) {
        const qsizetype group = m_groups.indexOf(memberOf(keys[i]).group);
        if (group >= 0 && group < m_chips.size() && !m_chips[group]->isChecked())
            hidden.insert(quint16(i));
    }
    return hidden;
}

void MergedLogPanel::describe()
{
    LogPanel::describe();
    updateSources();
    const QStringList &keys = m_reader->log()->keys();
    std::vector<qint64> counts(size_t(m_groups.size()));
    for (qsizetype i = 0; i < keys.size(); ++i) {
        const qsizetype group = m_groups.indexOf(memberOf(keys[i]).group);
        if (group >= 0)
            counts[size_t(group)] += m_reader->log()->buffer().linesOf(quint16(i));
    }
    for (qsizetype i = 0; i < m_chips.size(); ++i)
        m_chips[i]->setCount(QLocale().toString(counts[size_t(i)]));
}

void MergedLogPanel::hideEvent(QHideEvent *event)
{
    LogPanel::hideEvent(event);
    if (!isOpened())
        m_reader->close();
}

} // namespace Gantry

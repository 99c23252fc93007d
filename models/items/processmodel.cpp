// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/processmodel.h"

#include "items/humanize.h"

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

/// "[[DD-]HH:]MM:SS" of ps in seconds.
qint64 secondsOf(const QString &time)
{
    qint64 seconds = 0;
    const QStringList parts = QString(time).replace(u'-', u':').split(u':');
    constexpr qint64 factors[]{1, 60, 3600, 86'400};
    for (qsizetype i = 0; i < qMin(parts.size(), qsizetype(std::size(factors))); ++i)
        seconds += parts.at(parts.size() - 1 - i).toLongLong() * factors[i];
    return seconds;
}

/// Words of ps, usually: a header shows what it is given, and not as text from outside.
QString shownTitle(const QString &title)
{
    QString shown = title.simplified();
    for (QChar &c : shown) {
        if (!c.isPrint())
            c = QChar::ReplacementCharacter;
    }
    return shown;
}

} // namespace

ProcessModel::Kind ProcessModel::kindOf(const QString &title)
{
    static const QStringList numbers{u"PID"_s, u"PPID"_s, u"C"_s, u"%CPU"_s, u"%MEM"_s, u"PRI"_s, u"NI"_s};
    if (numbers.contains(title))
        return Kind::Number;
    if (title == "VSZ"_L1 || title == "RSS"_L1)
        return Kind::Kibibytes;
    if (title == "TIME"_L1 || title == "ELAPSED"_L1)
        return Kind::Duration;
    return title == "CMD"_L1 || title == "COMMAND"_L1 ? Kind::Command : Kind::Text;
}

void ProcessModel::setProcesses(const ContainerProcesses &processes)
{
    if (m_titles != processes.titles) {
        setRows({});
        beginResetModel();
        m_titles = processes.titles;
        endResetModel();
    }
    QList<QStringList> rows = processes.processes;
    // A program's own words may have any number of spaces, and ps may leave a last cell out.
    for (QStringList &row : rows)
        row.resize(m_titles.size());
    setRows(rows);
}

QString ProcessModel::keyOf(const QStringList &row) const
{
    const int pid = columnOf(u"PID"_s);
    return pid < 0 ? row.join(u'\n') : row.at(pid);
}

int ProcessModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_titles.size());
}

QVariant ProcessModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QString &text = row(index.row()).at(index.column());
    const Kind kind = kindOf(m_titles.at(index.column()));
    const bool isNumber = kind == Kind::Number || kind == Kind::Kibibytes || kind == Kind::Duration;
    switch (role) {
    case Qt::DisplayRole:
        return kind == Kind::Kibibytes ? Humanize::size(text.toLongLong() * 1024).number : text;
    case UnitRole:
        return kind == Kind::Kibibytes ? Humanize::size(text.toLongLong() * 1024).unit : QVariant();
    case Qt::ToolTipRole:
        return kind == Kind::Command ? text : QVariant();
    case CellKindRole:
        return int(isNumber ? CellKind::Number : kind == Kind::Command ? CellKind::Mono : CellKind::Text);
    case CellElisionRole:
        return int(CellElision::End);
    case SortRole:
        if (kind == Kind::Number)
            return text.toDouble();
        if (kind == Kind::Kibibytes)
            return text.toLongLong();
        return kind == Kind::Duration ? QVariant(secondsOf(text)) : QVariant(text);
    default:
        return {};
    }
}

QVariant ProcessModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_titles.size())
        return {};
    const Kind kind = kindOf(m_titles.at(section));
    if (role == Qt::TextAlignmentRole && kind != Kind::Text && kind != Kind::Command)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? QVariant(shownTitle(m_titles.at(section))) : QVariant();
}

} // namespace Gantry

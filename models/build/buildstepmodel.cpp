// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "build/buildstepmodel.h"

#include "items/cellroles.h"
#include "items/humanize.h"
#include "items/sizecell.h"

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

QString stateWord(BuildStep::State state)
{
    switch (state) {
    case BuildStep::State::Waiting:
        return BuildStepModel::tr("waiting");
    case BuildStep::State::Running:
        return BuildStepModel::tr("running");
    case BuildStep::State::Done:
        return BuildStepModel::tr("done");
    case BuildStep::State::Cached:
        return BuildStepModel::tr("from the cache");
    case BuildStep::State::Failed:
        return BuildStepModel::tr("failed");
    case BuildStep::State::Cancelled:
        return BuildStepModel::tr("cancelled");
    }
    return {};
}

StateLook stateLook(BuildStep::State state)
{
    switch (state) {
    case BuildStep::State::Running:
        return StateLook::Starting;
    case BuildStep::State::Done:
        return StateLook::Healthy;
    case BuildStep::State::Failed:
        return StateLook::Dead;
    case BuildStep::State::Cached:
    case BuildStep::State::Cancelled:
        return StateLook::Exited;
    case BuildStep::State::Waiting:
        break;
    }
    return StateLook::None;
}

} // namespace

void BuildStepModel::update(const QList<BuildStep> &steps, const QList<int> &changed)
{
    const int before = int(m_steps.size());
    const int after = int(steps.size());
    if (after > before) {
        beginInsertRows({}, before, after - 1);
        m_steps += steps.mid(before);
        endInsertRows();
    }
    for (const int row : changed) {
        if (row >= before)
            continue;
        m_steps[row] = steps.at(row);
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
}

void BuildStepModel::clear()
{
    if (m_steps.isEmpty())
        return;
    beginRemoveRows({}, 0, int(m_steps.size()) - 1);
    m_steps.clear();
    endRemoveRows();
}

int BuildStepModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_steps.size());
}

int BuildStepModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString BuildStepModel::text(const BuildStep &step, int column)
{
    switch (column) {
    case NumberColumn:
        return Humanize::orAbsent(step.number);
    case InstructionColumn:
        return step.instruction;
    case LineColumn:
        return step.line > 0 ? QString::number(step.line) : Humanize::absent();
    case StateColumn:
        return stateWord(step.state);
    case TimeColumn:
        return step.duration < 0 ? Humanize::absent() : Humanize::duration(step.duration);
    default:
        return {};
    }
}

QVariant BuildStepModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const BuildStep &step = m_steps.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(step, index.column());
    case Qt::AccessibleDescriptionRole:
        return index.column() == InstructionColumn ? stateWord(step.state) : QVariant();
    case Qt::TextAlignmentRole:
        if (index.column() == LineColumn || index.column() == TimeColumn)
            return int(Qt::AlignRight | Qt::AlignVCenter);
        return {};
    default:
        return looks(step, index.column(), role);
    }
}

QVariant BuildStepModel::looks(const BuildStep &step, int column, int role) const
{
    const bool ofDockerfile = step.line > 0 || !step.number.isEmpty();
    switch (role) {
    case CellKindRole:
        if (column == InstructionColumn)
            return int(ofDockerfile ? CellKind::Mono : CellKind::Text);
        return int(column == StateColumn ? CellKind::State : CellKind::Text);
    case StateLookRole:
        return column == StateColumn ? int(stateLook(step.state)) : QVariant();
    case CellElisionRole:
        return column == InstructionColumn ? int(CellElision::End) : QVariant();
    case ToneRole:
        if (column == InstructionColumn && ofDockerfile)
            return int(step.state == BuildStep::State::Failed ? Tone::Error : Tone::Strong);
        return column == StateColumn ? QVariant() : int(Tone::Muted);
    default:
        return {};
    }
}

QVariant BuildStepModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return SizeCell::header(section == LineColumn || section == TimeColumn, orientation, role);
    switch (section) {
    case NumberColumn:
        return tr("Step");
    case InstructionColumn:
        return tr("Instruction");
    case LineColumn:
        return tr("Line");
    case StateColumn:
        return tr("State");
    case TimeColumn:
        return tr("Time");
    default:
        return {};
    }
}

} // namespace Gantry

// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/pulllayermodel.h"

#include "items/cellroles.h"
#include "items/humanize.h"

namespace Gantry {

using namespace Qt::StringLiterals;

void PullLayerModel::setLayers(const QList<PullLayer> &layers)
{
    if (layers.size() < m_layers.size())
        clear();
    const qsizetype known = m_layers.size();
    if (layers.size() > known) {
        beginInsertRows({}, int(known), int(layers.size()) - 1);
        m_layers << layers.mid(known);
        endInsertRows();
    }
    for (qsizetype i = 0; i < known; ++i) {
        const bool same = state(m_layers[i]) == state(layers[i]) && progress(m_layers[i]) == progress(layers[i])
            && m_layers[i].id == layers[i].id;
        m_layers[i] = layers[i];
        if (!same)
            Q_EMIT dataChanged(index(int(i), 0), index(int(i), ColumnCount - 1));
    }
}

void PullLayerModel::clear()
{
    if (m_layers.isEmpty())
        return;
    beginRemoveRows({}, 0, int(m_layers.size()) - 1);
    m_layers.clear();
    endRemoveRows();
}

int PullLayerModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_layers.size());
}

int PullLayerModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString PullLayerModel::state(const PullLayer &layer)
{
    switch (layer.stage) {
    case PullLayer::Stage::Waiting:
        return tr("waiting", "a layer of an image");
    case PullLayer::Stage::Downloading:
        return tr("downloading", "a layer of an image");
    case PullLayer::Stage::Downloaded:
        return tr("downloaded", "a layer of an image");
    case PullLayer::Stage::Extracting:
        return tr("unpacking", "a layer of an image");
    case PullLayer::Stage::Done:
        break;
    }
    return layer.size == 0 ? tr("there already", "a layer of an image") : tr("done", "a layer of an image");
}

QString PullLayerModel::progress(const PullLayer &layer)
{
    const bool moves = layer.stage == PullLayer::Stage::Downloading || layer.stage == PullLayer::Stage::Extracting;
    if (moves && layer.total > 0)
        return tr("%1 of %2").arg(Humanize::sizeText(layer.current), Humanize::sizeText(layer.total));
    return layer.size > 0 ? Humanize::sizeText(layer.size) : Humanize::absent();
}

QVariant PullLayerModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PullLayer &layer = m_layers[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == LayerColumn ? layer.id
            : index.column() == StateColumn  ? state(layer)
                                             : progress(layer);
    case CellKindRole:
        return int(index.column() == LayerColumn ? CellKind::Mono : CellKind::Text);
    case ToneRole:
        return layer.stage == PullLayer::Stage::Done ? QVariant(int(Tone::Muted)) : QVariant();
    default:
        return {};
    }
}

QVariant PullLayerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case LayerColumn:
        return tr("Layer");
    case StateColumn:
        return tr("State");
    default:
        return tr("Progress");
    }
}

} // namespace Gantry

// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cleanup/cleanupforecast.h"

#include "items/humanize.h"

#include <algorithm>

namespace Gantry {

namespace {

/// Whether layers are shared by images that all go, and by none that stays: they go, too, and belong to none of them.
bool shareAmongThemselves(const CleanupFacts &facts, const QSet<QString> &going)
{
    qsizetype sharing = 0;
    bool known = true;
    // A layer is what it is by all that are below it.
    QHash<QString, int> users;
    QSet<QString> kept;
    for (const ImageUsage &entry : facts.usage.images) {
        const bool goes = going.contains(entry.image.id);
        if (entry.sharedSize == 0)
            continue;
        sharing += goes ? 1 : 0;
        const QStringList layers = facts.layers.value(entry.image.id);
        known = known && !layers.isEmpty();
        QString chain;
        for (const QString &layer : layers) {
            chain += layer;
            if (goes)
                ++users[chain];
            else
                kept.insert(chain);
        }
    }
    if (sharing < 2)
        return false;
    return !known || std::any_of(users.keyValueBegin(), users.keyValueEnd(), [&kept](const auto &layer) {
        return layer.second > 1 && !kept.contains(layer.first);
    });
}

} // namespace

CleanupForecast CleanupForecast::of(const CleanupFacts &facts, const CleanupVictims &victims,
                                    const CleanupChoice &chosen)
{
    CleanupForecast forecast;
    QSet<QString> images;
    for (auto kind = victims.cbegin(); kind != victims.cend(); ++kind) {
        const QSet<QString> keys = chosen.value(kind.key());
        for (const CleanupVictim &victim : kind.value()) {
            if (!keys.contains(victim.key))
                continue;
            if (victim.size > 0)
                forecast.bytes += victim.size;
            if (kind.key() == CleanupKind::DanglingImages || kind.key() == CleanupKind::UnusedImages) {
                images.insert(victim.key);
                if (victim.size < 0)
                    forecast.certainty = Certainty::AtLeast;
            } else if (victim.size < 0 && kind.key() != CleanupKind::Networks) {
                forecast.certainty = Certainty::AtLeast;
            }
        }
    }
    if (images.isEmpty())
        return forecast;
    const bool cached = std::any_of(facts.usage.buildCache.cbegin(), facts.usage.buildCache.cend(),
                                    [](const BuildCacheUsage &record) { return record.shared; });
    if (cached)
        forecast.certainty = Certainty::AtMost;
    else if (shareAmongThemselves(facts, images))
        forecast.certainty = Certainty::AtLeast;
    return forecast;
}

QString CleanupForecast::text() const
{
    const QString size = Humanize::sizeText(bytes);
    switch (certainty) {
    case Certainty::Exact:
        break;
    case Certainty::AtLeast:
        return tr("at least %1", "a size").arg(size);
    case Certainty::AtMost:
        return tr("at most %1", "a size").arg(size);
    }
    return size;
}

} // namespace Gantry

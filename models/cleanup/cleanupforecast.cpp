// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cleanup/cleanupforecast.h"

#include "items/humanize.h"

#include <algorithm>
#include <vector>

namespace Gantry {

namespace {

using Certainty = CleanupForecast::Certainty;

/// Whether layers are shared by images that all go, and by none that stays: they go, too, and belong to none of them.
bool shareAmongThemselves(const CleanupFacts &facts, const QSet<QString> &going)
{
    qsizetype sharing = 0;
    bool known = true;
    // A layer is what it is by all that are below it: each has a number by the one below and itself.
    QHash<std::pair<int, QString>, int> numbers;
    QHash<int, int> users;
    QSet<int> kept;
    for (const ImageUsage &entry : facts.usage.images) {
        const bool goes = going.contains(entry.image.id);
        if (entry.sharedSize == 0)
            continue;
        sharing += goes ? 1 : 0;
        const QStringList layers = facts.layers.value(entry.image.id);
        known = known && !layers.isEmpty();
        int below = 0;
        for (const QString &layer : layers) {
            int &number = numbers[{below, layer}];
            if (number == 0)
                number = int(numbers.size());
            below = number;
            if (goes)
                ++users[below];
            else
                kept.insert(below);
        }
    }
    if (sharing < 2)
        return false;
    return !known || std::any_of(users.keyValueBegin(), users.keyValueEnd(), [&kept](const auto &layer) {
        return layer.second > 1 && !kept.contains(layer.first);
    });
}

/// What may have layers of images that go, so that these stay. Nobody says which.
struct Holders
{
    std::vector<qint64> layers; ///< sizes of single ones
    qint64 several = 0; ///< of what has several
    bool known = true;

    /// Of images with layers of their own of those \a sizes, at most so much is held.
    qint64 mostOf(const std::vector<qint64> &sizes) const;
};

qint64 Holders::mostOf(const std::vector<qint64> &sizes) const
{
    qint64 all = 0;
    for (const qint64 size : sizes)
        all += size;
    if (!known)
        return all;
    std::vector<qint64> sorted = layers;
    std::sort(sorted.begin(), sorted.end());
    std::vector<qint64> sums{0};
    for (const qint64 size : sorted)
        sums.push_back(sums.back() + size);
    // A layer larger than the image's own ones is not one of them.
    const auto held = [&](qint64 size) {
        return several + sums[std::size_t(std::upper_bound(sorted.begin(), sorted.end(), size) - sorted.begin())];
    };
    qint64 freed = 0;
    qint64 largest = 0;
    for (const qint64 size : sizes) {
        freed += std::max<qint64>(0, size - held(size));
        largest = std::max(largest, size);
    }
    return all - std::max(freed, all - std::min(all, held(largest)));
}

/// Records of the build cache that an image has, too, unless these go, too (\a cacheGoes); and containers whose image
/// is not listed, but those \a gone.
Holders holdersOf(const CleanupFacts &facts, const PruneFilter &filter, const QSet<QString> &gone, bool cacheGoes)
{
    Holders holders;
    for (const BuildCacheUsage &record : facts.usage.buildCache) {
        if (!record.shared)
            continue;
        const bool isInner = record.type == "internal"_L1 || record.type == "frontend"_L1;
        if (cacheGoes && !record.inUse && !isInner && filter.olderThanHours == 0)
            continue;
        holders.known = holders.known && record.size >= 0;
        holders.layers.push_back(record.size);
    }
    QSet<QString> images;
    for (const ImageUsage &entry : facts.usage.images)
        images.insert(entry.image.id);
    for (const ContainerUsage &entry : facts.usage.containers) {
        if (!images.contains(entry.container.imageId) && !gone.contains(entry.container.id))
            holders.several += entry.image;
    }
    return holders;
}

bool isOfImages(CleanupKind kind)
{
    return kind == CleanupKind::DanglingImages || kind == CleanupKind::UnusedImages;
}

/// Whether the build cache has layers of images.
bool sharesCache(const CleanupFacts &facts)
{
    return std::any_of(facts.usage.buildCache.cbegin(), facts.usage.buildCache.cend(),
                       [](const BuildCacheUsage &record) { return record.shared; });
}

/// Of \a counted, after the containers \a gone.
CleanupForecast forecastOf(const CleanupFacts &facts, const PruneFilter &filter, const CleanupVictims &victims,
                           const CleanupChoice &counted, const QSet<QString> &gone)
{
    CleanupForecast forecast;
    QSet<QString> images;
    std::vector<qint64> sizes;
    for (auto kind = victims.cbegin(); kind != victims.cend(); ++kind) {
        const QSet<QString> keys = counted.value(kind.key());
        for (const CleanupVictim &victim : kind.value()) {
            if (!keys.contains(victim.key))
                continue;
            if (victim.size >= 0)
                forecast.bytes += victim.size;
            else if (kind.key() != CleanupKind::Networks)
                forecast.certainty = Certainty::AtLeast;
            if (isOfImages(kind.key())) {
                images.insert(victim.key);
                sizes.push_back(std::max<qint64>(0, victim.size));
            }
        }
    }
    if (images.isEmpty())
        return forecast;
    const bool cacheGoes = !counted.value(CleanupKind::BuildCache).isEmpty();
    const qint64 held = holdersOf(facts, filter, gone, cacheGoes).mostOf(sizes);
    forecast.bytes -= held;
    if (held > 0 || (cacheGoes && sharesCache(facts)) || shareAmongThemselves(facts, images))
        forecast.certainty = Certainty::AtLeast;
    return forecast;
}

} // namespace

CleanupForecast CleanupForecast::of(const CleanupFacts &facts, const PruneFilter &filter, const CleanupVictims &victims,
                                    const CleanupChoice &chosen)
{
    return forecastOf(facts, filter, victims, chosen, chosen.value(CleanupKind::Containers));
}

CleanupForecast CleanupForecast::ofKind(const CleanupFacts &facts, const PruneFilter &filter,
                                        const CleanupVictims &victims, const CleanupChoice &chosen, CleanupKind kind)
{
    CleanupChoice all;
    for (const CleanupVictim &victim : victims.value(kind))
        all[kind].insert(victim.key);
    CleanupForecast forecast = forecastOf(facts, filter, victims, all, chosen.value(CleanupKind::Containers));
    const QSet<QString> images = chosen.value(CleanupKind::DanglingImages) + chosen.value(CleanupKind::UnusedImages);
    if (kind == CleanupKind::BuildCache ? !images.isEmpty() && sharesCache(facts)
                                        : isOfImages(kind) && shareAmongThemselves(facts, images + all.value(kind)))
        forecast.certainty = Certainty::AtLeast;
    return forecast;
}

QString CleanupForecast::text() const
{
    const QString size = Humanize::sizeText(bytes);
    return certainty == Certainty::Exact ? size : tr("at least %1", "a size").arg(size);
}

} // namespace Gantry

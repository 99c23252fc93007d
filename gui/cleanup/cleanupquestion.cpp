// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cleanup/cleanupquestion.h"

#include "cleanup/cleanupmodel.h"
#include "items/humanize.h"
#include "look/oneline.h"

#include <QCoreApplication>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

struct CleanupWords
{
    Q_DECLARE_TR_FUNCTIONS(Gantry::CleanupPage)
};

QString lineOf(CleanupKind kind, const CleanupVictim &victim)
{
    const QString name = shortName(victim.name);
    QString line;
    switch (kind) {
    case CleanupKind::Containers:
        line = CleanupWords::tr("Container %1").arg(name);
        break;
    case CleanupKind::DanglingImages:
    case CleanupKind::UnusedImages:
        line = CleanupWords::tr("Image %1").arg(name);
        break;
    case CleanupKind::BuildCache:
        line = CleanupWords::tr("Build cache: %1", "what a step did").arg(name);
        break;
    case CleanupKind::AnonymousVolumes:
    case CleanupKind::NamedVolumes:
        line = CleanupWords::tr("Volume %1").arg(name);
        break;
    case CleanupKind::Networks:
        line = CleanupWords::tr("Network %1").arg(name);
        break;
    }
    return victim.size < 0
        ? line
        : CleanupWords::tr("%1, %2", "a thing and its size").arg(line, Humanize::sizeText(victim.size));
}

QString sentenceOf(CleanupKind kind)
{
    switch (kind) {
    case CleanupKind::Containers:
        return CleanupWords::tr("What was written into the containers and not into a volume is lost.");
    case CleanupKind::UnusedImages:
        return CleanupWords::tr("Images must be pulled or built again before a container can be made from them.");
    case CleanupKind::AnonymousVolumes:
    case CleanupKind::NamedVolumes:
        return CleanupWords::tr("The data in the volumes is lost and cannot be brought back.");
    case CleanupKind::BuildCache:
        return CleanupWords::tr("The next build takes longer.");
    case CleanupKind::DanglingImages:
    case CleanupKind::Networks:
        break;
    }
    return {};
}

QString countOf(CleanupKind kind, int count)
{
    switch (kind) {
    case CleanupKind::Containers:
        return CleanupWords::tr("%n stopped container(s)", nullptr, count);
    case CleanupKind::DanglingImages:
        return CleanupWords::tr("%n dangling image(s)", nullptr, count);
    case CleanupKind::UnusedImages:
        return CleanupWords::tr("%n unused image(s)", nullptr, count);
    case CleanupKind::AnonymousVolumes:
        return CleanupWords::tr("%n anonymous volume(s)", nullptr, count);
    case CleanupKind::NamedVolumes:
        return CleanupWords::tr("%n named volume(s)", nullptr, count);
    case CleanupKind::Networks:
        return CleanupWords::tr("%n network(s)", nullptr, count);
    case CleanupKind::BuildCache:
        break;
    }
    return CleanupWords::tr("the build cache");
}

/// Calls \a take with each kind of which something is chosen, and with that.
template <typename Take> void forChosen(const CleanupModel &model, Take take)
{
    for (int row = 0; row < cleanupKindCount; ++row) {
        const QList<CleanupVictim> victims = model.chosenVictims(CleanupKind(row));
        if (!victims.isEmpty())
            take(CleanupKind(row), victims);
    }
}

} // namespace

QString cleanupCounts(const CleanupModel &model)
{
    QStringList counts;
    forChosen(model, [&counts](CleanupKind kind, const QList<CleanupVictim> &victims) {
        counts << countOf(kind, int(victims.size()));
    });
    return counts.join(u", "_s);
}

Question cleanupQuestion(const CleanupModel &model)
{
    Question question;
    QStringList sentences;
    int kinds = 0;
    forChosen(model, [&](CleanupKind kind, const QList<CleanupVictim> &victims) {
        ++kinds;
        for (const CleanupVictim &victim : victims)
            question.names << lineOf(kind, victim);
        if (const QString sentence = sentenceOf(kind); !sentence.isEmpty() && !sentences.contains(sentence))
            sentences << sentence;
    });
    question.title = CleanupWords::tr("Clean up");
    question.text = CleanupWords::tr("Remove %1?", "3 containers, 2 images…").arg(cleanupCounts(model));
    const auto goes = [&model](CleanupKind kind) { return !model.chosenVictims(kind).isEmpty(); };
    if (goes(CleanupKind::BuildCache) && (goes(CleanupKind::DanglingImages) || goes(CleanupKind::UnusedImages)))
        sentences << CleanupWords::tr("What the build cache has of the images goes with them.");
    sentences
        << CleanupWords::tr("This frees %1.", "a size, or \"at least\" a size").arg(model.chosenForecast().text());
    question.consequence = sentences.join(u'\n');
    question.verb = kinds == 1 ? CleanupWords::tr("Remove %1", "3 containers").arg(cleanupCounts(model))
                               : CleanupWords::tr("Remove %n object(s)", nullptr, int(question.names.size()));
    return question;
}

} // namespace Gantry

// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/serveradvice.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace Gantry {

using namespace Qt::StringLiterals;

QString adviceOn(const QString &words, std::span<const KnownFailure> known, const char *context)
{
    const auto it = std::find_if(known.begin(), known.end(), [&words](const KnownFailure &each) {
        return words.contains(each.part, Qt::CaseInsensitive);
    });
    return it == known.end() ? QString() : QCoreApplication::translate(context, it->advice);
}

QString serverAdvice(const QString &words)
{
    static constexpr std::array known{
        KnownFailure{"port is already allocated"_L1,
                     QT_TRANSLATE_NOOP("Gantry::ServerAdvice",
                                       "Another container uses this port: stop it, or publish another port.")},
        KnownFailure{"address already in use"_L1,
                     QT_TRANSLATE_NOOP("Gantry::ServerAdvice",
                                       "Another program uses this port: end it, or publish another port.")},
        KnownFailure{"no space left on device"_L1,
                     QT_TRANSLATE_NOOP("Gantry::ServerAdvice",
                                       "The disk of the engine is full: free some of it with Clean up.")},
        KnownFailure{"read-only file system"_L1,
                     QT_TRANSLATE_NOOP("Gantry::ServerAdvice",
                                       "What must be written there is read-only: a folder that is mounted so, or the "
                                       "whole disk of the engine after an error.")},
        KnownFailure{"has active endpoints"_L1,
                     QT_TRANSLATE_NOOP("Gantry::ServerAdvice",
                                       "A container of another project still uses the network: stop it first.")},
        KnownFailure{"network is being used"_L1,
                     QT_TRANSLATE_NOOP("Gantry::ServerAdvice",
                                       "A container of another project still uses the network: stop it first.")},
        KnownFailure{
            "volume is in use"_L1,
            QT_TRANSLATE_NOOP("Gantry::ServerAdvice", "Another container still uses the volume: remove it first.")},
        KnownFailure{"pull access denied"_L1,
                     QT_TRANSLATE_NOOP("Gantry::ServerAdvice",
                                       "Check the name of the image; a private one needs 'docker login' first.")},
        KnownFailure{"manifest unknown"_L1,
                     QT_TRANSLATE_NOOP("Gantry::ServerAdvice", "The registry has no image of this name and tag.")},
        KnownFailure{
            "network is unreachable"_L1,
            QT_TRANSLATE_NOOP("Gantry::ServerAdvice", "The registry could not be reached: check the network.")},
        KnownFailure{
            "no such host"_L1,
            QT_TRANSLATE_NOOP("Gantry::ServerAdvice", "The registry could not be reached: check the network.")},
    };
    return adviceOn(words, known, "Gantry::ServerAdvice");
}

} // namespace Gantry

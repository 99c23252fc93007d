// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/serveradvice.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace Gantry {

using namespace Qt::StringLiterals;

QString serverAdvice(const QString &words)
{
    struct Known
    {
        QLatin1StringView part;
        const char *advice;
    };
    static constexpr std::array known{
        Known{"port is already allocated"_L1,
              QT_TRANSLATE_NOOP("Gantry::ServerAdvice",
                                "Another container uses this port: stop it, or publish another port.")},
        Known{"address already in use"_L1,
              QT_TRANSLATE_NOOP("Gantry::ServerAdvice",
                                "Another program uses this port: end it, or publish another port.")},
        Known{"no space left on device"_L1,
              QT_TRANSLATE_NOOP("Gantry::ServerAdvice",
                                "The disk of the engine is full: remove images or volumes that are not used.")},
        Known{"has active endpoints"_L1,
              QT_TRANSLATE_NOOP("Gantry::ServerAdvice",
                                "A container of another project still uses the network: stop it first.")},
        Known{"volume is in use"_L1,
              QT_TRANSLATE_NOOP("Gantry::ServerAdvice", "Another container still uses the volume: remove it first.")},
        Known{"pull access denied"_L1,
              QT_TRANSLATE_NOOP("Gantry::ServerAdvice",
                                "Check the name of the image; a private one needs 'docker login' first.")},
        Known{"manifest unknown"_L1,
              QT_TRANSLATE_NOOP("Gantry::ServerAdvice", "The registry has no image of this name and tag.")},
        Known{"network is unreachable"_L1,
              QT_TRANSLATE_NOOP("Gantry::ServerAdvice", "The registry could not be reached: check the network.")},
        Known{"no such host"_L1,
              QT_TRANSLATE_NOOP("Gantry::ServerAdvice", "The registry could not be reached: check the network.")},
    };
    const auto it = std::find_if(known.begin(), known.end(), [&words](const Known &each) {
        return words.contains(each.part, Qt::CaseInsensitive);
    });
    return it == known.end() ? QString() : QCoreApplication::translate("Gantry::ServerAdvice", it->advice);
}

} // namespace Gantry

// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/container.h"
#include "engine/endpoint.h"
#include "items/cellroles.h"

#include <QCoreApplication>
#include <QList>
#include <QUrl>

namespace Gantry {

/// One line of a container's overview.
struct Fact
{
    enum class Kind {
        Text,
        Mono, ///< paths, addresses, commands
        Secret, ///< masked until asked for
    };

    QString name; ///< caption; empty for a further line of the fact before
    QString value;
    Kind kind = Kind::Text;
    QString toolTip;
    Tone tone = Tone::Normal;
    QUrl link; ///< opens when the value is clicked
    QString project; ///< shows that project when the value is clicked
    bool copyable = false; ///< has a copy button
    bool wraps = false; ///< whole, in as many lines as it takes

    friend bool operator==(const Fact &, const Fact &) = default;
};

struct FactSection
{
    QString id; ///< untranslated: "general", "environment"
    QString title;
    QList<Fact> facts;

    friend bool operator==(const FactSection &, const FactSection &) = default;
};

/// What the overview of a container says, in sections; health is shown apart.
class ContainerFacts
{
    Q_DECLARE_TR_FUNCTIONS(Gantry::ContainerFacts)

public:
    static QList<FactSection> of(const ContainerDetails &container, const Endpoint &engine);

    /// More variables or labels than this are left to the raw inspection.
    static constexpr qsizetype MostVariables = 300;

private:
    static FactSection general(const ContainerDetails &container);
    static FactSection network(const ContainerDetails &container, const Endpoint &engine);
    static FactSection mounts(const ContainerDetails &container);
    static FactSection environment(const ContainerDetails &container);
    static FactSection labels(const ContainerDetails &container);
};

} // namespace Gantry

// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace Gantry {

/// A pattern of names as psql's \d commands take it (PostgreSQL documentation, "psql", Patterns): letters are folded
/// to lower case and * and ? are wildcards outside double quotes, a dot separates the schema.
struct NamePattern
{
    QByteArray database; ///< a name, empty where the pattern has none
    QByteArray schema; ///< a regular expression, empty where the pattern has none
    QByteArray name; ///< a regular expression
    QString problem; ///< a sentence when it cannot be used

    static NamePattern parse(const QByteArray &text, const QString &currentDatabase);
};

} // namespace Gantry

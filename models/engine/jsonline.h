// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ansitext.h"
#include "engine/loglevel.h"

#include <QByteArrayView>
#include <QList>
#include <QString>

#include <optional>

namespace Gantry {

/// A line of a log that is a JSON object (RFC 8259), as programs write them that log in structures.
struct JsonLine
{
    struct Field
    {
        QString key;
        QString value; ///< of a text its content, of all else what stands there

        friend bool operator==(const Field &, const Field &) = default;
    };

    LogLevel::Kind level = LogLevel::Kind::None;
    QString levelWord; ///< "ERROR"; empty where no field says it
    QString message;
    QList<Field> rest; ///< in the order of the line

    /// Nothing where the line is no object.
    static std::optional<JsonLine> parse(QByteArrayView line);
    /// What a field says of how serious the line is, and where; None where the line is no object, or none says it. For
    /// every line that comes.
    static LogLevel levelOf(QByteArrayView line);

    /// "LEVEL message key=value": values with spaces in quotes, control characters visible.
    AnsiText text() const;
};

} // namespace Gantry

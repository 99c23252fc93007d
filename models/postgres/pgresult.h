// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "postgres/servermessage.h"

#include <libpq-fe.h>

#include <memory>
#include <optional>

namespace Gantry {

struct PgResultDeleter
{
    void operator()(PGresult *result) const { PQclear(result); }
};
using PgResult = std::unique_ptr<PGresult, PgResultDeleter>;

/// The fields of an error or notice.
ServerMessage serverMessage(const PGresult *result);

/// A value as text, empty for NULL; for results that the program itself asked for.
inline QString pgText(const PGresult *result, int row, int column)
{
    return QString::fromUtf8(PQgetvalue(result, row, column), PQgetlength(result, row, column));
}

/// All values; none for NULL.
QList<QList<std::optional<QByteArray>>> pgRows(const PGresult *result);

} // namespace Gantry

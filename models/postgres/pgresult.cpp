// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/pgresult.h"

namespace Gantry {

ServerMessage serverMessage(const PGresult *result)
{
    const auto field = [result](int code) { return QString::fromUtf8(PQresultErrorField(result, code)); };
    ServerMessage message;
    message.severity = field(PG_DIAG_SEVERITY_NONLOCALIZED);
    message.sqlState = field(PG_DIAG_SQLSTATE);
    message.message = field(PG_DIAG_MESSAGE_PRIMARY);
    message.detail = field(PG_DIAG_MESSAGE_DETAIL);
    message.hint = field(PG_DIAG_MESSAGE_HINT);
    message.position = field(PG_DIAG_STATEMENT_POSITION).toInt();
    message.internalQuery = field(PG_DIAG_INTERNAL_QUERY);
    message.internalPosition = field(PG_DIAG_INTERNAL_POSITION).toInt();
    message.context = field(PG_DIAG_CONTEXT);
    message.schema = field(PG_DIAG_SCHEMA_NAME);
    message.table = field(PG_DIAG_TABLE_NAME);
    message.column = field(PG_DIAG_COLUMN_NAME);
    message.dataType = field(PG_DIAG_DATATYPE_NAME);
    message.constraint = field(PG_DIAG_CONSTRAINT_NAME);
    if (message.message.isEmpty()) { // of libpq itself, which fills in no fields
        message.message = ServerMessage::inOneLine(QString::fromUtf8(PQresultErrorMessage(result)));
        if (message.severity.isEmpty())
            message.severity = QStringLiteral("ERROR");
    }
    return message;
}

QList<QList<std::optional<QByteArray>>> pgRows(const PGresult *result)
{
    QList<QList<std::optional<QByteArray>>> rows(PQntuples(result));
    for (int i = 0; i < PQntuples(result); ++i) {
        for (int j = 0; j < PQnfields(result); ++j) {
            if (PQgetisnull(result, i, j))
                rows[i] += std::nullopt;
            else
                rows[i] += QByteArray(PQgetvalue(result, i, j), PQgetlength(result, i, j));
        }
    }
    return rows;
}

} // namespace Gantry

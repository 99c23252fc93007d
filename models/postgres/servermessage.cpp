// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/servermessage.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

namespace Gantry {

bool ServerMessage::isError() const
{
    return severity == QLatin1String("ERROR") || severity == QLatin1String("FATAL")
        || severity == QLatin1String("PANIC");
}

QString ServerMessage::text() const
{
    QStringList lines;
    QString first = severity.isEmpty() ? message : severity + QStringLiteral(": ") + message;
    if (!sqlState.isEmpty() && isError())
        first += QStringLiteral(" (SQLSTATE %1)").arg(sqlState);
    lines += first;
    const auto add = [&lines](const QString &label, const QString &value) {
        if (!value.isEmpty())
            lines += label + QStringLiteral(": ") + value;
    };
    add(QCoreApplication::translate("Gantry::ServerMessage", "Detail"), detail);
    add(QCoreApplication::translate("Gantry::ServerMessage", "Hint"), hint);
    add(QCoreApplication::translate("Gantry::ServerMessage", "Query"), internalQuery);
    if (isError()) // as in psql: for a notice it says where a function raised it, which nobody asked
        add(QCoreApplication::translate("Gantry::ServerMessage", "Context"), context);
    return lines.join(u'\n');
}

QString ServerMessage::inOneLine(const QString &words)
{
    static const QRegularExpression furtherSentence(QStringLiteral("(?<![.:;,])\\s*\\n\\t(?=\\p{Lu})"));
    static const QRegularExpression invalidSocket(QStringLiteral("\\ninvalid socket\\s*$"));
    QString line = words;
    line.remove(invalidSocket);
    return line.replace(furtherSentence, QStringLiteral(". ")).simplified();
}

} // namespace Gantry

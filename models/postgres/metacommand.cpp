// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/metacommand.h"

#include "postgres/relationdescription.h"
#include "postgres/relationlists.h"

#include <QCoreApplication>

namespace Gantry {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Gantry::MetaCommand", text);
}

// What \d can list: tables, views, materialized views, indexes, sequences, foreign tables; S for those of the system.
constexpr const char *letters = "tvmisES";

} // namespace

QByteArrayList metaCommandWords(QByteArrayView text)
{
    QByteArray line = text.toByteArray();
    if (line.endsWith("\\\\"))
        line.chop(2);
    line = line.trimmed();
    while (line.endsWith(';'))
        line = line.chopped(1).trimmed();

    QByteArrayList words;
    QByteArray word;
    char quote = '\0';
    bool begun = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (quote == '\0' && (c == ' ' || c == '\t')) {
            if (begun)
                words += word;
            word.clear();
            begun = false;
            continue;
        }
        begun = true;
        if (c == quote && quote == '\'' && i + 1 < line.size() && line[i + 1] == quote) {
            word += c; // a doubled quote is one
            ++i;
            continue;
        }
        const bool quotes = quote == '\0' ? c == '\'' || c == '"' : c == quote;
        if (quotes)
            quote = quote == '\0' ? c : '\0';
        if (!quotes || c == '"') // double quotes belong to the pattern
            word += c;
    }
    if (begun)
        words += word;
    return words;
}

MetaCommand::MetaCommand(QByteArrayView text, const MetaContext &context)
    : m_context(context)
{
    const QByteArrayList words = metaCommandWords(text);
    const QByteArray name = words.value(0).mid(1);
    const QByteArray argument = words.value(1);
    for (const QByteArray &extra : words.mid(2))
        m_notes
            += tr("%1: extra argument \"%2\" ignored").arg(QString::fromUtf8(words.first()), QString::fromUtf8(extra));
    if (name == "x")
        expand(argument);
    else if (name == "conninfo")
        tellConnection();
    else if (name == "l" || name == "list")
        listDatabases(m_answer, m_context, argument);
    else if (name.startsWith('d') && name.mid(1).toStdString().find_first_not_of(letters) == std::string::npos)
        describe(name.mid(1), argument);
    else {
        m_notes.clear(); // of what it does not have there is nothing else to say
        m_answer.fail(
            tr("“%1” is a command of psql that the console does not have. Nothing was sent. It has \\d, \\dt, \\dv, "
               "\\dm, \\di, \\ds, \\dE, \\l, \\x and \\conninfo.")
                .arg(QString::fromUtf8(words.value(0))));
    }
}

void MetaCommand::describe(const QByteArray &flags, const QByteArray &pattern)
{
    QByteArray kinds = flags;
    const bool system = kinds.contains('S');
    kinds.replace('S', "");
    if (kinds.isEmpty() && !pattern.isEmpty())
        describeRelations(m_answer, m_context, pattern);
    else
        listRelations(m_answer, m_context, kinds.isEmpty() ? QByteArray("tvmsE") : kinds, pattern, system);
}

void MetaCommand::expand(const QByteArray &argument)
{
    const QByteArray word = argument.toLower();
    if (word.isEmpty())
        m_expanded = Expanded::Toggle;
    else if (word == "on" || word == "true" || word == "yes" || word == "1")
        m_expanded = Expanded::On;
    else if (word == "off" || word == "false" || word == "no" || word == "0")
        m_expanded = Expanded::Off;
    else if (word == "auto")
        m_expanded = Expanded::Auto;
    else
        m_answer.fail(tr("unrecognized value \"%1\" for \"expanded\"\nAvailable values are: on, off, auto.")
                          .arg(QString::fromUtf8(argument)));
}

void MetaCommand::tellConnection()
{
    const QString who
        = tr("You are connected to database \"%1\" as user \"%2\"").arg(m_context.database, m_context.user);
    const QString port = QString::number(m_context.port);
    if (m_context.host.startsWith(u'/'))
        m_answer.say(tr("%1 via socket in \"%2\" at port \"%3\".").arg(who, m_context.host, port));
    else if (m_context.address.isEmpty() || m_context.address == m_context.host)
        m_answer.say(tr("%1 on host \"%2\" at port \"%3\".").arg(who, m_context.host, port));
    else
        m_answer.say(
            tr("%1 on host \"%2\" (address \"%3\") at port \"%4\".").arg(who, m_context.host, m_context.address, port));
}

} // namespace Gantry

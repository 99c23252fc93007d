// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

namespace Gantry {

/// The names of a server's types as format_type() writes them, kept for a connection.
class TypeNames
{
public:
    void add(quint32 oid, const QString &name) { m_names.insert(oid, name); }
    void add(quint32 oid, int modifier, const QString &name) { m_modified.insert({oid, modifier}, name); }
    void clear();
    /// A name of format_type() as people write it: "timestamptz" for "timestamp with time zone", "varchar(50)" for
    /// "character varying(50)".
    static QString shortened(const QString &formatted);

    /// False: name() guesses, and only the server can tell.
    bool knows(quint32 oid, int modifier) const;
    /// "numeric(10,2)"; without what is not known.
    QString name(quint32 oid, int modifier) const;

private:
    QHash<quint32, QString> m_names;
    QHash<std::pair<quint32, int>, QString> m_modified;
};

} // namespace Gantry

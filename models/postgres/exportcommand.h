// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace Gantry {

/// Where psql in a container finds the database.
struct PsqlPlace
{
    QString container;
    QString user;
    QString database;
    quint16 port = 5432;
};

/// The command that writes to its standard output what CsvExport writes of the result of \a statement: \a engine
/// ("docker", with its address) runs psql in the container, where the server is reached whatever it publishes. A
/// statement that COPY takes goes through COPY, which tells empty values from NULL; of others psql writes both alike.
/// A very long statement ends in a comment that says so.
QStringList exportCommand(const QStringList &engine, const PsqlPlace &place, const QString &statement);

} // namespace Gantry

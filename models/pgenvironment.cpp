// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pgenvironment.h"

#include <QMutex>

#include <libpq-fe.h>

namespace Gantry::PgEnvironment {

namespace {

struct Taken
{
    QMutex mutex;
    QProcessEnvironment variables;
};

// The environment is one for the process, and so is what was taken out of it.
Taken &taken()
{
    static Taken instance;
    return instance;
}

QByteArrayList variableNames()
{
    // These are read where no connection parameter stands for them.
    QByteArrayList names{"PGSERVICEFILE", "PGSYSCONFDIR", "PGDATESTYLE", "PGTZ", "PGGEQO", "PGREALM", "PGLOCALEDIR"};
    PQconninfoOption *options = PQconndefaults();
    for (const PQconninfoOption *option = options; option != nullptr && option->keyword != nullptr; ++option) {
        if (option->envvar != nullptr)
            names += option->envvar;
    }
    PQconninfoFree(options);
    names += {"PGSERVICE", "PGREQUIRESSL", "PGHOST", "PGPORT", "PGUSER", "PGPASSWORD", "PGDATABASE", "PGOPTIONS"};
    return names;
}

} // namespace

void takeOut()
{
    Taken &all = taken();
    const QMutexLocker lock(&all.mutex);
    // PQconndefaults() fails where PGSERVICE names no service.
    for (const char *name : {"PGSERVICE", "PGSERVICEFILE"}) {
        if (qEnvironmentVariableIsSet(name)) {
            all.variables.insert(QString::fromLatin1(name), qEnvironmentVariable(name));
            qunsetenv(name);
        }
    }
    const QByteArrayList names = variableNames();
    for (const QByteArray &name : names) {
        if (qEnvironmentVariableIsSet(name.constData())) {
            all.variables.insert(QString::fromLatin1(name), qEnvironmentVariable(name.constData()));
            qunsetenv(name.constData());
        }
    }
}

QProcessEnvironment forChildren()
{
    Taken &all = taken();
    const QMutexLocker lock(&all.mutex);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(all.variables);
    return environment;
}

} // namespace Gantry::PgEnvironment

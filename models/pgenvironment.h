// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcessEnvironment>

/// The variables through which a user's environment would reach libpq (PostgreSQL documentation, 34.15): PGSERVICE,
/// PGSSLMODE, PGOPTIONS, PGDATESTYLE, … Some cannot be overridden by connection parameters.
namespace Gantry::PgEnvironment {

/// Takes them out of the environment of this process. Called at the start of main(), before there are threads;
/// SqlSession and Catalogue call it for programs that did not.
void takeOut();

/// The environment for a child process: that of this process with what takeOut() took.
QProcessEnvironment forChildren();

} // namespace Gantry::PgEnvironment

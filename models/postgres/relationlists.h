// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "postgres/metaanswer.h"

namespace Gantry {

/// \l: the databases whose name the pattern takes, all for an empty one.
void listDatabases(MetaAnswer &answer, const MetaContext &context, const QByteArray &pattern);

/// \dt, \dv and the like. \a kinds: t tables, v views, m materialized views, i indexes, s sequences, E foreign tables.
/// Those of the system only with \a system or a pattern.
void listRelations(MetaAnswer &answer, const MetaContext &context, const QByteArray &kinds, const QByteArray &pattern,
                   bool system);

} // namespace Gantry

// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "postgres/metaanswer.h"

namespace Gantry {

/// \d NAME: of each relation that the pattern takes a table with its columns, and below it its indexes, constraints,
/// triggers and what else psql tells.
void describeRelations(MetaAnswer &answer, const MetaContext &context, const QByteArray &pattern);

} // namespace Gantry

// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QList>

namespace Gantry::SqlKeywords {

/// Whether the word, in any case, is shown as a keyword: all reserved ones, and of the others those that are rarely the
/// name of a column (PostgreSQL documentation, appendix C).
bool isKeyword(QByteArrayView word);
/// Every keyword, lower case, sorted; for completion.
QList<QByteArrayView> all();

} // namespace Gantry::SqlKeywords

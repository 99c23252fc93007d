// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace Gantry {

/// Whether BEGIN is to be sent before the statement where autocommit is off. As in psql that is all but those that
/// control transactions or cannot run inside one: VACUUM, CREATE DATABASE, CREATE INDEX CONCURRENTLY, …
bool needsTransaction(QByteArrayView statement);

/// Whether the statement, when it succeeds, ends a transaction and keeps what it did: COMMIT, END, PREPARE TRANSACTION.
bool keepsTransaction(QByteArrayView statement);

} // namespace Gantry

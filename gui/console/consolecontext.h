// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Gantry {

class ConsoleBackend;
class ConsoleStore;
class PasswordKeeper;
class SqlHistory;
class Workbench;

/// What all consoles share. Owned by who makes them and outlives them.
struct ConsoleContext
{
    Workbench *workbench = nullptr;
    ConsoleBackend *backend = nullptr;
    ConsoleStore *store = nullptr;
    SqlHistory *history = nullptr;
    PasswordKeeper *passwords = nullptr;
};

} // namespace Gantry

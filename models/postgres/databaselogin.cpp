// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/databaselogin.h"

namespace Gantry {

ConnectionParameters DatabaseLogin::parameters() const
{
    ConnectionParameters parameters;
    parameters.port = port;
    parameters.user = user;
    parameters.password = password;
    parameters.database = database;
    return parameters;
}

} // namespace Gantry

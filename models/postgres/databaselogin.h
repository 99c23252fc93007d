// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "postgres/connectionparameters.h"

#include <QString>
#include <QStringList>

namespace Gantry {

/// As whom to connect to the PostgreSQL server of a container, as its environment tells.
struct DatabaseLogin
{
    QString user; ///< "postgres" where nothing names one
    QString password; ///< empty where none is known; in memory only
    QString database; ///< the user's name where nothing names one
    quint16 port = 5432; ///< in the container
    bool hasPassword = false;
    QStringList problems; ///< translated: files that could not be read

    /// Parameters that still lack the host; see DatabaseRoute::apply().
    ConnectionParameters parameters() const;
};

} // namespace Gantry

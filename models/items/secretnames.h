// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace Gantry {

/// Recognises values that should not stand on a screen that others see.
class SecretNames
{
public:
    /// Whether a variable's name sounds like a secret (POSTGRES_PASSWORD, API_KEY) or its value is an address with a
    /// password in it. The path of a secret's file (POSTGRES_PASSWORD_FILE) is none.
    static bool isSecret(const QString &name, const QString &value);
    /// What stands in a secret's place; tells nothing about its length.
    static QString mask();
    /// An inspection (GET /containers/{id}/json) with the secrets of its environment and labels masked.
    static QJsonObject masked(const QJsonObject &inspection);
};

} // namespace Gantry

// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace Gantry {

/// A YAML document whose root is a mapping.
struct YamlDocument
{
    QJsonObject root; ///< every scalar is a string or null; merge keys (`<<`) are applied
    QString problem; ///< the parser's words with line and column, or why the document was refused; root is empty then
};

/// Reads YAML of untrusted origin: aliases are followed, but a document that grows beyond 200,000 nodes or nests deeper
/// than 100 levels is refused.
YamlDocument jsonFromYaml(const QByteArray &yaml);

} // namespace Gantry

// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/secretnames.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace Gantry {

using namespace Qt::StringLiterals;

bool SecretNames::isSecret(const QString &name, const QString &value)
{
    static const QRegularExpression words(
        u"pass(?!age|ive|enger)|secret|token|credential|private|(?:^|[_.-])(?:pw|pwd|pat|auth|dsn)(?:$|[_.-])"
        "|(?:api|access|encryption|signing|master|account|storage|ssh|^|[_.-])key(?:$|[_.-]?(?:base64|b64|pem|hex)?$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression file(u"_(?:file|path|dir)$"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression addressWithPassword(u"^[a-z][a-z0-9+.-]*://[^/@\\s:]*:[^/@\\s]+@"_s,
                                                        QRegularExpression::CaseInsensitiveOption);
    if (value.isEmpty())
        return false;
    if (addressWithPassword.match(value).hasMatch())
        return true;
    return !file.match(name).hasMatch() && words.match(name).hasMatch();
}

QString SecretNames::mask()
{
    return QString(8, QChar(0x2022));
}

QJsonObject SecretNames::masked(const QJsonObject &inspection)
{
    QJsonObject config = inspection.value("Config"_L1).toObject();
    QJsonArray environment = config.value("Env"_L1).toArray();
    for (qsizetype i = 0; i < environment.size(); ++i) {
        const QString entry = environment.at(i).toString();
        const QString name = entry.section(u'=', 0, 0);
        if (isSecret(name, entry.section(u'=', 1)))
            environment.replace(i, name + u'=' + mask());
    }
    QJsonObject labels = config.value("Labels"_L1).toObject();
    const QStringList keys = labels.keys();
    for (const QString &key : keys) {
        if (isSecret(key, labels.value(key).toString()))
            labels.insert(key, mask());
    }
    if (config.contains("Env"_L1))
        config.insert("Env"_L1, environment);
    if (config.contains("Labels"_L1))
        config.insert("Labels"_L1, labels);
    QJsonObject result = inspection;
    if (!config.isEmpty())
        result.insert("Config"_L1, config);
    return result;
}

} // namespace Gantry

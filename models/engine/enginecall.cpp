// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/enginecall.h"

#include "engine/engineclient.h"

#include <QUrl>

namespace Gantry::EngineCall {

QByteArray encoded(const QString &text)
{
    return QUrl::toPercentEncoding(text);
}

QByteArray flag(bool value)
{
    return value ? "1" : "0";
}

QJsonDocument document(const HttpResponse &response, const QString &attempted)
{
    QJsonParseError error;
    QJsonDocument json = QJsonDocument::fromJson(response.body, &error);
    if (error.error != QJsonParseError::NoError) {
        throw EngineError(EngineError::Kind::Protocol, attempted,
                          EngineClient::tr("the answer is not JSON (%1)").arg(error.errorString()));
    }
    return json;
}

QJsonObject object(const HttpResponse &response, const QString &attempted)
{
    const QJsonDocument json = document(response, attempted);
    if (!json.isObject())
        throw otherShape(attempted);
    return json.object();
}

QJsonArray arrayOrNull(const QJsonValue &value, const QString &attempted)
{
    if (!value.isArray() && !value.isNull())
        throw otherShape(attempted);
    return value.toArray();
}

EngineError otherShape(const QString &attempted)
{
    return {EngineError::Kind::Protocol, attempted,
            EngineClient::tr("the answer is JSON, but not in the form that the API promises")};
}

QFuture<void> callForNothing(HttpClient *http, const HttpRequest &request)
{
    const Answer<void> answer(request.attempted);
    QObject::connect(send(http, request, answer), &HttpCall::finished, http, [answer] { answer.succeed(); });
    return answer.future();
}

} // namespace Gantry::EngineCall

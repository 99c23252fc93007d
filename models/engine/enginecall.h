// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/answer.h"
#include "engine/engineerror.h"
#include "engine/httpclient.h"
#include "engine/httpconnection.h"
#include "engine/onanswer.h"

#include <QFutureWatcher>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtConcurrent>

/// How EngineClient makes its calls: a request is sent, and its answer read into a value, here or in the pool.
namespace Gantry::EngineCall {

/// For a path or a query: any string is safe.
QByteArray encoded(const QString &text);
QByteArray flag(bool value);

/// The body as JSON of the shape that was asked for. Each throws EngineError (Protocol) where it is something else.
QJsonDocument document(const HttpResponse &response, const QString &attempted);
QJsonObject object(const HttpResponse &response, const QString &attempted);
/// A member that Go prints as null where it is empty.
QJsonArray arrayOrNull(const QJsonValue &value, const QString &attempted);
/// JSON all right, but of something else: a proxy's "try later" must not read as an empty list.
EngineError otherShape(const QString &attempted);

/// What all elements of the list need while they are read may be given to T::fromJson() as \a shared.
template <typename T, typename... Shared>
QList<T> listOf(const QJsonArray &array, const QString &attempted, Shared... shared)
{
    QList<T> list;
    list.reserve(array.size());
    for (const auto &value : array) {
        if (!value.isObject())
            throw otherShape(attempted);
        list << T::fromJson(value.toObject(), shared...);
    }
    return list;
}

template <typename T, typename... Shared>
QList<T> listOf(const HttpResponse &response, const QString &attempted, Shared... shared)
{
    const QJsonDocument json = document(response, attempted);
    if (!json.isArray())
        throw otherShape(attempted);
    return listOf<T>(json.array(), attempted, shared...);
}

/// Sends \a request; its failure goes to \a answer, and a cancelled answer takes the call back.
template <typename T> HttpCall *send(HttpClient *http, const HttpRequest &request, const Answer<T> &answer)
{
    HttpCall *sent = http->send(request);
    QObject::connect(sent, &HttpCall::failed, http, [answer](const EngineError &error) { answer.fail(error); });
    auto *watcher = new QFutureWatcher<T>(sent);
    QObject::connect(watcher, &QFutureWatcherBase::canceled, sent, &HttpCall::abort);
    watcher->setFuture(answer.future());
    return sent;
}

/// Sends \a request; \a read makes the result of the answer, or throws EngineError.
template <typename T, typename Read> QFuture<T> call(HttpClient *http, const HttpRequest &request, Read read)
{
    const Answer<T> answer(request.attempted);
    QObject::connect(send(http, request, answer), &HttpCall::finished, http,
                     [answer, read](const HttpResponse &response) {
                         try {
                             answer.succeed(read(response));
                         } catch (const EngineError &error) {
                             answer.fail(error);
                         }
                     });
    return answer.future();
}

/// As call(), with the reading done in the thread pool.
template <typename T, typename Read> QFuture<T> callReadInPool(HttpClient *http, const HttpRequest &request, Read read)
{
    const Answer<T> answer(request.attempted);
    QObject::connect(send(http, request, answer), &HttpCall::finished, http,
                     [http, answer, read](const HttpResponse &response) {
                         auto *reading = new QFutureWatcher<T>(http);
                         QObject::connect(reading, &QFutureWatcherBase::finished, http, [reading, answer] {
                             try {
                                 answer.succeed(reading->future().takeResult());
                             } catch (const EngineError &error) {
                                 answer.fail(error);
                             }
                             reading->deleteLater();
                         });
                         reading->setFuture(QtConcurrent::run([read, response] { return read(response); }));
                     });
    return answer.future();
}

/// Runs \a then, in the thread of \a context, when \a call has succeeded.
template <typename T, typename Then> void whenSucceeded(const QFuture<T> &call, QObject *context, Then then)
{
    onAnswer<EngineError>(
        call, context, [then](const auto &...) { then(); }, [](const EngineError &) {});
}

/// A call whose answer has nothing to read.
QFuture<void> callForNothing(HttpClient *http, const HttpRequest &request);

} // namespace Gantry::EngineCall

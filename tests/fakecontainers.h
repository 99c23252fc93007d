// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakeengine.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QPointer>
#include <QUrl>
#include <QUrlQuery>

namespace Gantry {

/// The containers of a FakeEngine: listed and inspected as an engine does it, and changed by the test, which plays what
/// the engine would do.
class FakeContainers
{
public:
    explicit FakeContainers(FakeEngine *engine)
        : m_engine(engine)
    {
        engine->on("/containers/json", [this](QLocalSocket *socket, const FakeEngine::Request &request) {
            FakeEngine::send(socket, list(request.target));
        });
    }

    /// The whole id of the container that was added with \a digit.
    static QByteArray id(char digit) { return QByteArray(64, digit); }

    /// \a digit makes its id. Shown after the next connect, or tell("create", digit).
    void add(char digit, const QString &name, const QString &image, const QString &status,
             const QJsonObject &labels = {}, const QJsonObject &more = {})
    {
        QJsonObject container{{QStringLiteral("Id"), QString::fromLatin1(id(digit))},
                              {QStringLiteral("Names"), QJsonArray{QString(QLatin1Char('/') + name)}},
                              {QStringLiteral("Image"), image},
                              {QStringLiteral("Created"), 1'700'000'000},
                              {QStringLiteral("Labels"), labels}};
        for (auto it = more.begin(); it != more.end(); ++it)
            container.insert(it.key(), it.value());
        m_list.insert(digit, container);
        setStatus(digit, status);
        m_engine->on("/containers/" + id(digit) + "/json",
                     [this, digit](QLocalSocket *socket, const FakeEngine::Request &) {
                         const bool known = m_list.contains(digit);
                         FakeEngine::send(socket, known ? inspection(digit) : R"({"message": "No such container"})",
                                          known ? 200 : 404);
                     });
    }

    /// "Up 3 minutes", "Exited (3) 2 hours ago", "Created", "Up 2 hours (Paused)": the state follows from it.
    void setStatus(char digit, const QString &status)
    {
        const QString state = status.contains(QLatin1String("(Paused)")) ? QStringLiteral("paused")
            : status.startsWith(QLatin1String("Up"))                     ? QStringLiteral("running")
            : status.startsWith(QLatin1String("Restarting"))             ? QStringLiteral("restarting")
            : status.startsWith(QLatin1String("Created"))                ? QStringLiteral("created")
                                                                         : QStringLiteral("exited");
        m_list[digit].insert(QStringLiteral("Status"), status);
        m_list[digit].insert(QStringLiteral("State"), state);
    }
    void setName(char digit, const QString &name)
    {
        m_list[digit].insert(QStringLiteral("Names"), QJsonArray{QString(QLatin1Char('/') + name)});
    }
    /// What the inspection says beyond the list; members of objects are merged.
    void setDetails(char digit, const QJsonObject &details) { m_details.insert(digit, details); }
    void remove(char digit) { m_list.remove(digit); }

    /// The event of a change that was made before.
    void tell(const QByteArray &action, char digit) { m_engine->sendContainerEvent(action, id(digit)); }

    /// What comes for "/containers/ID/ACTION" is answered by release() or refuse() only.
    void hold(char digit, const QByteArray &action)
    {
        m_engine->on(path(digit, action),
                     [this](QLocalSocket *socket, const FakeEngine::Request &) { m_held.append(socket); });
    }
    int held() const { return int(m_held.size()); }
    void release()
    {
        for (const QPointer<QLocalSocket> &socket : std::exchange(m_held, {})) {
            if (socket)
                FakeEngine::send(socket, {}, 204);
        }
    }
    void refuse(char digit, const QByteArray &action, const QByteArray &words, int status = 500)
    {
        m_engine->answer(path(digit, action), "{\"message\": \"" + words + "\"}", status);
    }
    void accept(char digit, const QByteArray &action)
    {
        m_engine->on(path(digit, action),
                     [](QLocalSocket *socket, const FakeEngine::Request &) { FakeEngine::send(socket, {}, 204); });
    }

    /// The requests that change something, in order: "POST /containers/ID/stop".
    QByteArrayList changes() const
    {
        QByteArrayList found;
        for (const FakeEngine::Request &request : m_engine->requests()) {
            if (request.method != "GET")
                found << request.method + ' ' + request.target;
        }
        return found;
    }
    static QByteArray path(char digit, const QByteArray &action)
    {
        return "/containers/" + id(digit) + (action.isEmpty() ? action : '/' + action);
    }

private:
    QByteArray list(const QByteArray &target) const
    {
        const QUrlQuery query(QUrl::fromEncoded(target));
        const QByteArray filters = query.queryItemValue(QStringLiteral("filters"), QUrl::FullyDecoded).toUtf8();
        const QJsonArray wanted = QJsonDocument::fromJson(filters).object().value(QStringLiteral("id")).toArray();
        QJsonArray found;
        for (const QJsonObject &container : m_list) {
            if (wanted.isEmpty() || wanted.contains(container.value(QStringLiteral("Id"))))
                found.append(container);
        }
        return QJsonDocument(found).toJson(QJsonDocument::Compact);
    }

    static void merge(QJsonObject *into, const QJsonObject &more)
    {
        for (auto it = more.begin(); it != more.end(); ++it) {
            QJsonObject below = into->value(it.key()).toObject();
            if (it.value().isObject()) {
                merge(&below, it.value().toObject());
                into->insert(it.key(), below);
            } else {
                into->insert(it.key(), it.value());
            }
        }
    }

    QByteArray inspection(char digit) const
    {
        const QJsonObject listed = m_list.value(digit);
        QJsonObject inspected{
            {QStringLiteral("Id"), listed.value(QStringLiteral("Id"))},
            {QStringLiteral("Name"), listed.value(QStringLiteral("Names")).toArray().first()},
            {QStringLiteral("Created"), QStringLiteral("2023-11-14T22:13:20Z")},
            {QStringLiteral("State"), QJsonObject{{QStringLiteral("Status"), listed.value(QStringLiteral("State"))}}},
            {QStringLiteral("Config"),
             QJsonObject{{QStringLiteral("Image"), listed.value(QStringLiteral("Image"))},
                         {QStringLiteral("Labels"), listed.value(QStringLiteral("Labels"))}}},
        };
        merge(&inspected, m_details.value(digit));
        return QJsonDocument(inspected).toJson(QJsonDocument::Compact);
    }

    FakeEngine *m_engine;
    QMap<char, QJsonObject> m_list;
    QMap<char, QJsonObject> m_details;
    QList<QPointer<QLocalSocket>> m_held;
};

} // namespace Gantry

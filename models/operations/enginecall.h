// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/answer.h"
#include "engine/engineclient.h"
#include "engine/onanswer.h"

#include <QFuture>
#include <QString>

#include <functional>

class QObject;

namespace Gantry {

class Engine;

/// One call for one object.
using EngineCall = std::function<QFuture<void>(EngineClient *client, const QString &id)>;

/// \a call through the client of the moment: \a engine, not owned, may have been lost and found since the operation was
/// made. Fails with Unreachable while not connected.
std::function<QFuture<void>(const QString &id)> throughClient(Engine *engine, const EngineCall &call);

/// As \a removal, but what is not there any more (404) counts as removed. Does not answer when \a context is gone.
QFuture<void> orGoneAlready(const QFuture<void> &removal, QObject *context);

/// As \a call, whose result nobody needs.
template <typename T> QFuture<void> withoutResult(const QFuture<T> &call, QObject *context)
{
    const Answer<void> answer;
    onAnswer<EngineError>(
        call, context, [answer](const T &) { answer.succeed(); },
        [answer](const EngineError &error) { answer.fail(error); });
    return answer.future();
}

} // namespace Gantry

// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/enginecall.h"

#include "engine/engine.h"

namespace Gantry {

std::function<QFuture<void>(const QString &)> throughClient(Engine *engine, const EngineCall &call)
{
    return [engine, call](const QString &id) {
        if (EngineClient *client = engine->client())
            return call(client, id);
        const Answer<void> answer;
        answer.fail(EngineError(EngineError::Kind::Unreachable, EngineClient::tr("reach the engine"),
                                EngineClient::tr("not connected")));
        return answer.future();
    };
}

QFuture<void> orGoneAlready(const QFuture<void> &removal, QObject *context)
{
    const Answer<void> answer;
    onAnswer<EngineError>(
        removal, context, [answer] { answer.succeed(); },
        [answer](const EngineError &error) {
            if (error.isNotFound())
                answer.succeed();
            else
                answer.fail(error);
        });
    return answer.future();
}

} // namespace Gantry

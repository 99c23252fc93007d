// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engineerror.h"

#include <QCoreApplication>
#include <QFuture>
#include <QPromise>
#include <QTimer>

#include <memory>
#include <utility>

namespace Gantry {

/// The promise behind an asynchronous call. It always answers through the event loop of the thread it is used in, so
/// that no continuation runs inside the stack of the caller or of a destructor. An answer that everybody dropped
/// fails with Cancelled. Copies share one promise.
template <typename T> class Answer
{
public:
    /// \a attempted is what for, in words, should everybody drop the answer.
    explicit Answer(const QString &attempted
                    = QCoreApplication::translate("Gantry::EngineClient", "speak to the engine"))
        : m_state(std::make_shared<State>(attempted))
    {
    }

    QFuture<T> future() const { return m_state->promise->future(); }
    /// Whether the one who asked no longer wants to know.
    bool isCancelled() const { return m_state->promise->isCanceled(); }

    /// The result; nothing for QFuture<void>. Only the first of succeed() and fail() counts.
    template <typename... Value> void succeed(Value &&...value) const
    {
        if (const auto promise = take()) {
            QTimer::singleShot(0, [promise, ... result = std::forward<Value>(value)]() mutable {
                if constexpr (sizeof...(Value) > 0)
                    (promise->addResult(std::move(result)), ...);
                promise->finish();
            });
        }
    }

    void fail(const EngineError &error) const
    {
        if (const auto promise = take())
            State::failLater(promise, error);
    }

private:
    struct State
    {
        explicit State(QString words)
            : attempted(std::move(words))
        {
            promise->start();
        }
        State(const State &) = delete;
        State &operator=(const State &) = delete;
        ~State()
        {
            if (!answered) {
                failLater(promise,
                          EngineError(EngineError::Kind::Cancelled, attempted,
                                      QCoreApplication::translate("Gantry::EngineClient",
                                                                  "the connection to the engine was closed")));
            }
        }

        static void failLater(const std::shared_ptr<QPromise<T>> &promise, const EngineError &error)
        {
            QTimer::singleShot(0, [promise, error] {
                promise->setException(error);
                promise->finish();
            });
        }

        std::shared_ptr<QPromise<T>> promise = std::make_shared<QPromise<T>>();
        QString attempted;
        bool answered = false;
    };

    std::shared_ptr<QPromise<T>> take() const
    {
        return std::exchange(m_state->answered, true) ? nullptr : m_state->promise;
    }

    std::shared_ptr<State> m_state;
};

} // namespace Gantry

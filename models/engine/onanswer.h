// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <type_traits>
#include <utility>

namespace Gantry {

namespace OnAnswer {

/// Runs \a ended with \a future when that has finished, in the thread of \a context and never after that died.
template <typename T, typename Ended> void whenFinished(const QFuture<T> &future, QObject *context, Ended ended)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, ended = std::move(ended)] {
        watcher->deleteLater();
        ended(watcher->future());
    });
    watcher->setFuture(future);
}

template <typename T, typename Then> void pass(const QFuture<T> &ended, const Then &then)
{
    if constexpr (std::is_void_v<T>)
        then();
    else
        then(ended.result());
}

} // namespace OnAnswer

/// Runs \a then with the result of \a future, \a failed with the Error it ended with, or \a cancelled, in the thread of
/// \a context and never after that died. What `.then(context).onFailed(context)` is meant to do: in Qt 6.4 such a chain
/// asserts when the context dies while its first continuation waits in the event queue.
template <typename Error, typename T, typename Then, typename Failed, typename Cancelled>
void onAnswer(const QFuture<T> &future, QObject *context, Then then, Failed failed, Cancelled cancelled)
{
    OnAnswer::whenFinished(
        future, context,
        [then = std::move(then), failed = std::move(failed), cancelled = std::move(cancelled)](QFuture<T> ended) {
            try {
                ended.waitForFinished(); // it has: throws what it ended with
            } catch (const Error &error) {
                failed(error);
                return;
            }
            if (ended.isCanceled())
                cancelled();
            else
                OnAnswer::pass(ended, then);
        });
}

/// The same where nobody waits for what was cancelled: it answers nothing.
template <typename Error, typename T, typename Then, typename Failed>
void onAnswer(const QFuture<T> &future, QObject *context, Then then, Failed failed)
{
    onAnswer<Error>(future, context, std::move(then), std::move(failed), [] {});
}

/// The same for what cannot fail, such as work in the thread pool: `onAnswer(QtConcurrent::run(work), this, then)`.
template <typename T, typename Then> void onAnswer(const QFuture<T> &future, QObject *context, Then then)
{
    OnAnswer::whenFinished(future, context, [then = std::move(then)](QFuture<T> ended) {
        ended.waitForFinished(); // it has: an exception here is a programming error and must not vanish
        if (!ended.isCanceled())
            OnAnswer::pass(ended, then);
    });
}

} // namespace Gantry

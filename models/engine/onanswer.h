// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <functional>

namespace Gantry {

/// Runs \a then with the result of \a future, or \a failed with the Error it ended with, in the thread of \a context
/// and never after that died. Cancelled futures answer nothing. What `.then(context).onFailed(context)` is meant to do:
/// in Qt 6.4 such a chain asserts when the context dies while its first continuation waits in the event queue.
template<typename Error, typename T>
void onAnswer(const QFuture<T> &future, QObject *context, std::function<void(const T &)> then,
              std::function<void(const Error &)> failed)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, then = std::move(then), failed = std::move(failed)] {
                         watcher->deleteLater();
                         QFuture<T> ended = watcher->future();
                         try {
                             ended.waitForFinished(); // it has: throws what it ended with
                         } catch (const Error &error) {
                             failed(error);
                             return;
                         }
                         if (ended.resultCount() > 0)
                             then(ended.result());
                     });
    watcher->setFuture(future);
}

} // namespace Gantry

// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>
#include <QtConcurrent>

#include <type_traits>

namespace Gantry {

/// Runs \a work in the thread pool and then \a then with its result in the thread of \a context; when that is gone
/// by then, the result is dropped. (QFuture::then asserts in debug builds when its context died first.)
template <typename Work, typename Then> void inPool(QObject *context, Work work, Then then)
{
    using Result = std::invoke_result_t<Work>;
    auto *watcher = new QFutureWatcher<Result>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, then] {
        watcher->deleteLater();
        then(watcher->result());
    });
    watcher->setFuture(QtConcurrent::run(work));
}

} // namespace Gantry

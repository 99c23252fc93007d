// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/operation.h"

#include <QList>
#include <QObject>

namespace Gantry {

/// Every operation of this run of the program, oldest first; owns them and forgets the oldest ended ones beyond 500.
class OperationLog : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Makes a running operation and shows it.
    Operation *begin(const QString &title, const QStringList &command, const QStringList &subjects = {});
    const QList<Operation *> &operations() const { return m_operations; }
    QList<Operation *> running() const;
    /// Whether a running operation works on \a subject (a container id or "project:NAME").
    bool isBusy(const QString &subject) const;
    /// Removes the ended ones from the list.
    void clearEnded();

Q_SIGNALS:
    void added(Gantry::Operation *operation);
    void aboutToRemove(Gantry::Operation *operation);
    void changed(Gantry::Operation *operation);
    void finished(Gantry::Operation *operation);
    /// A subject became busy or idle.
    void busyChanged(const QStringList &subjects);

private:
    /// Drops the oldest ended ones until at most \a keep are left; running ones always stay.
    void forget(qsizetype keep);

    QList<Operation *> m_operations;
};

} // namespace Gantry

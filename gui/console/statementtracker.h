// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "postgres/statementsplitter.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace Gantry {

/// Where the statements of a text are that is being edited. Small texts are split at once, large ones in the pool a
/// moment after the last change, so that typing never waits.
class StatementTracker : public QObject
{
    Q_OBJECT

public:
    /// \a length and \a text tell about the text as it is now.
    StatementTracker(std::function<qsizetype()> length, std::function<QByteArray()> text, QObject *parent = nullptr);

    /// The text is another.
    void invalidate();
    /// Whether statements() is about the text as it is now.
    bool isCurrent() const { return m_current; }
    /// Of the text as it was when updated() came.
    const QList<SqlStatement> &statements() const { return m_statements; }
    /// Runs \a then with the statements of the present text: now, or when they are known.
    void whenCurrent(QObject *context, std::function<void()> then);

Q_SIGNALS:
    void updated();

private:
    void update();
    void take(const QList<SqlStatement> &statements);

    std::function<qsizetype()> m_length;
    std::function<QByteArray()> m_text;
    QList<SqlStatement> m_statements;
    QTimer m_timer;
    quint64 m_generation = 0;
    bool m_current = false;
};

} // namespace Gantry

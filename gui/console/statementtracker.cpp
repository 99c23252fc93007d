// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/statementtracker.h"

#include "engine/onanswer.h"

#include <QtConcurrent>

namespace Gantry {

namespace {
constexpr qsizetype SplitAtOnce = 100 * 1024; // about 1 ms
constexpr int Pause = 150;
} // namespace

StatementTracker::StatementTracker(std::function<qsizetype()> length, std::function<QByteArray()> text, QObject *parent)
    : QObject(parent)
    , m_length(std::move(length))
    , m_text(std::move(text))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &StatementTracker::update);
}

void StatementTracker::invalidate()
{
    ++m_generation;
    m_current = false;
    m_timer.start(m_length() <= SplitAtOnce ? 0 : Pause);
}

void StatementTracker::update()
{
    if (m_current)
        return;
    const QByteArray text = m_text();
    if (text.size() <= SplitAtOnce) {
        take(StatementSplitter::split(text));
        return;
    }
    onAnswer(QtConcurrent::run([text] { return StatementSplitter::split(text); }), this,
             [this, generation = m_generation](const QList<SqlStatement> &statements) {
                 if (generation == m_generation && !m_current)
                     take(statements);
             });
}

void StatementTracker::take(const QList<SqlStatement> &statements)
{
    m_timer.stop();
    m_statements = statements;
    m_current = true;
    Q_EMIT updated();
}

void StatementTracker::whenCurrent(QObject *context, std::function<void()> then)
{
    if (!m_current && m_length() <= SplitAtOnce)
        update();
    if (m_current) {
        then();
        return;
    }
    // A further change begins a new search; what was asked for is answered by that one.
    connect(this, &StatementTracker::updated, context, std::move(then), Qt::SingleShotConnection);
    m_timer.start(0);
}

} // namespace Gantry

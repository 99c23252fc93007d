// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/catalogueworker.h"

namespace Gantry {

namespace {

constexpr int idleMilliseconds = 60'000;

ServerMessage closed()
{
    ServerMessage message;
    message.message = CatalogueWorker::tr("The connection was closed.");
    return message;
}

} // namespace

CatalogueWorker::CatalogueWorker()
    : m_connection(this)
    , m_idle(this)
{
    m_idle.setSingleShot(true);
    m_idle.setInterval(idleMilliseconds);
    connect(&m_idle, &QTimer::timeout, &m_connection, &PgConnection::close);
    connect(&m_connection, &PgConnection::opened, this, &CatalogueWorker::next);
    connect(&m_connection, &PgConnection::failed, this, [this](const ConnectFailure &failure) {
        ServerMessage message;
        message.sqlState = failure.sqlState;
        message.message = failure.sentence;
        failAll(message);
    });
    connect(&m_connection, &PgConnection::lost, this, [this](const QString &words) {
        if (m_questions.empty())
            return; // opened again when there is something to ask
        ServerMessage message;
        message.message = words;
        failAll(message);
    });
}

void CatalogueWorker::setParameters(const ConnectionParameters &parameters)
{
    close();
    m_parameters = parameters;
    m_parameters.settings.insert(QStringLiteral("default_transaction_read_only"), QStringLiteral("on"));
}

void CatalogueWorker::close()
{
    m_idle.stop();
    m_connection.close();
    failAll(closed());
}

void CatalogueWorker::ask(const Question &question)
{
    m_idle.stop();
    m_questions.push_back(question);
    if (m_questions.size() > 1 || m_connection.isOpening() || m_connection.isBusy())
        return;
    if (m_connection.isAlive())
        next();
    else
        m_connection.open(m_parameters);
}

void CatalogueWorker::next()
{
    if (m_questions.empty()) {
        m_idle.start();
        return;
    }
    m_rows.clear();
    m_error = {};
    m_connection.send(m_questions.front().statement, m_questions.front().parameters,
                      {[this](const PgResult &result) { take(result); }, {}, [this] { finish(); }, false});
}

void CatalogueWorker::take(const PgResult &result)
{
    if (PQresultStatus(result.get()) == PGRES_TUPLES_OK)
        m_rows = pgRows(result.get());
    else
        m_error = serverMessage(result.get());
}

void CatalogueWorker::finish()
{
    if (!m_connection.isAlive()) // lost() follows
        return;
    const Question question = std::move(m_questions.front());
    m_questions.pop_front();
    if (m_error.message.isEmpty())
        question.answer(m_rows);
    else
        question.fail(m_error);
    next();
}

void CatalogueWorker::failAll(const ServerMessage &message)
{
    const std::deque<Question> questions = std::exchange(m_questions, {});
    for (const Question &question : questions)
        question.fail(message);
}

} // namespace Gantry

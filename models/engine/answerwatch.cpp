// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/answerwatch.h"

#include "engine/onanswer.h"

namespace Gantry {

namespace {

/// After a question that the system could not deliver.
constexpr int AgainAfterMs = 3000;

} // namespace

AnswerWatch::AnswerWatch(EngineClient *client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(PatienceMs);
    connect(&m_patience, &QTimer::timeout, this, [this] { setSilent(true); });
    m_again.setSingleShot(true);
    m_again.setInterval(AgainAfterMs);
    connect(&m_again, &QTimer::timeout, this, &AnswerWatch::ask);
    connect(client, &EngineClient::callWaits, this, &AnswerWatch::ask);
}

void AnswerWatch::ask()
{
    if (std::exchange(m_asking, true))
        return;
    m_patience.start();
    onAnswer<EngineError>(
        m_client->askForSignOfLife(), this,
        [this] {
            m_asking = false;
            m_patience.stop();
            setSilent(false);
        },
        [this](const EngineError &error) {
            m_asking = false;
            m_patience.stop();
            // A refusal is an answer.
            if (error.kind() == EngineError::Kind::Refused || error.kind() == EngineError::Kind::Protocol)
                setSilent(false);
            else if (m_silent)
                m_again.start();
        });
}

void AnswerWatch::setSilent(bool silent)
{
    if (std::exchange(m_silent, silent) != silent)
        Q_EMIT silentChanged(silent);
}

} // namespace Gantry

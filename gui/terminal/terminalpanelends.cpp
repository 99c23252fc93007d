// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How terminals end: closed, with the window, or with their container.
#include "terminal/terminalpanel.h"

#include "engine/answer.h"
#include "look/oneline.h"
#include "shell/ask.h"
#include "shell/workbench.h"
#include "terminal/terminalendbar.h"
#include "terminal/terminalview.h"

#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>

namespace Gantry {

/// The ended terminals of containers that are gone and not shown, which nobody can look at any more.
void TerminalPanel::forgetRemoved()
{
    const Engine *engine = m_workbench->engine();
    if (engine->state() != Engine::State::Connected)
        return;
    QList<TerminalSession *> gone;
    for (const auto &entry : m_entries) {
        const QString id = entry->session->containerId();
        if (!entry->session->isOpen() && id != m_id && !engine->containers()->contains(id))
            gone << entry->session;
    }
    for (TerminalSession *session : std::as_const(gone))
        discard(session);
}

void TerminalPanel::restart()
{
    const Entry *entry = current();
    if (!entry)
        return;
    TerminalSession *old = entry->session;
    if (old->isAttached())
        attach(m_id, true);
    else
        open(old->program());
    discard(old);
    focusTarget()->setFocus(Qt::OtherFocusReason);
}

void TerminalPanel::closeCurrent()
{
    const Entry *entry = current();
    if (!entry)
        return;
    TerminalSession *session = entry->session;
    if (!session->isOpen() || session->isAttached()) {
        discard(session);
        return;
    }
    session->askForProgram(this, [this, guard = QPointer<TerminalSession>(session)](const QString &name) {
        if (!guard)
            return;
        if (name.isEmpty() || !guard->isOpen()) {
            discard(guard);
            return;
        }
        Question question;
        question.title = tr("Close the terminal");
        question.text = tr("%1 runs in this terminal. Close it all the same?", "a program").arg(shortName(name));
        question.consequence = tr("It is told that its terminal is gone, and usually ends.");
        question.verb = tr("Close the terminal");
        ask(this, question, [this, guard](bool) {
            if (guard)
                discard(guard);
        });
    });
}

void TerminalPanel::discard(TerminalSession *session)
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [session](const auto &each) { return each->session == session; });
    if (found == m_entries.end())
        return;
    const bool hadFocus = (*found)->view->hasFocus() || m_end->isAncestorOf(focusWidget()) || m_close->hasFocus();
    const std::unique_ptr<Entry> entry = release(session);
    delete entry->view;
    if (session->isOpen()) {
        connect(session, &TerminalSession::stateChanged, session, [session] {
            if (!session->isOpen())
                session->deleteLater();
        });
        session->hangUp();
    } else {
        session->deleteLater();
    }
    refresh();
    if (hadFocus)
        focusTarget()->setFocus(Qt::OtherFocusReason);
    Q_EMIT remembered();
    Q_EMIT sessionsChanged();
}

QFuture<void> TerminalPanel::askForPrograms()
{
    m_lost.clear();
    return forEachOpen([this](TerminalSession *session, const std::function<void()> &done) {
        if (session->isAttached()) {
            done();
            return;
        }
        session->askForProgram(this, [this, done, name = nameOf(session->containerId())](const QString &program) {
            if (!program.isEmpty())
                m_lost << tr("%1 runs in a terminal on %2.", "a program, a container")
                              .arg(shortName(program), shortName(name));
            done();
        });
    });
}

QFuture<void> TerminalPanel::hangUp()
{
    m_isLeaving = true;
    return forEachOpen([](TerminalSession *session, const std::function<void()> &done) {
        connect(session, &TerminalSession::stateChanged, session, [session, done] {
            if (!session->isOpen())
                done();
        });
        session->hangUp();
    });
}

/// Finished when all of them are done, at once where there are none.
QFuture<void> TerminalPanel::forEachOpen(
    const std::function<void(TerminalSession *session, const std::function<void()> &done)> &act) const
{
    QList<TerminalSession *> open;
    for (const auto &entry : m_entries) {
        if (entry->session->isOpen())
            open << entry->session;
    }
    if (open.isEmpty())
        return {};
    const Answer<void> answer;
    const auto left = std::make_shared<qsizetype>(open.size());
    for (TerminalSession *session : std::as_const(open)) {
        act(session, [answer, left] {
            if (--*left == 0)
                answer.succeed();
        });
    }
    return answer.future();
}

} // namespace Gantry

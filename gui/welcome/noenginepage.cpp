// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "welcome/noenginepage.h"

#include "look/actionbutton.h"
#include "look/card.h"
#include "look/copybutton.h"
#include "look/label.h"
#include "shell/enginewords.h"

#include <QAction>
#include <QHBoxLayout>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

void clear(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
}

} // namespace

NoEnginePage::NoEnginePage(Engine *engine, QAction *retry, QWidget *parent)
    : EmptyState(parent)
    , m_engine(engine)
    , m_retry(retry)
{
    setObjectName(u"noEngine"_s);
    setSymbol(u"engine"_s);
    below()->setSpacing(6);
    connect(engine, &Engine::stateChanged, this, &NoEnginePage::refresh);
    connect(engine, &Engine::problemsChanged, this, &NoEnginePage::refresh);
    refresh();
}

void NoEnginePage::refresh()
{
    const QList<FailedAttempt> &attempts = m_engine->attempts();
    const QStringList unusable = m_engine->discoveryProblems();
    QStringList tried;
    for (const FailedAttempt &attempt : attempts) {
        // Where there was none to try, what discovery has to say is the whole reason.
        if (!attempt.endpoint.isEmpty() || unusable.isEmpty())
            tried.append(attempt.error.sentence());
    }
    tried += unusable;
    const QString now = tried.join(u'\n') + QString::number(int(m_engine->state()));
    // What another attempt at the same engine may change in a moment stays meanwhile.
    if (now == m_shown || (m_engine->state() == Engine::State::Connecting && !attempts.isEmpty() && !m_shown.isEmpty()))
        return;
    m_shown = now;
    if (attempts.isEmpty() && m_engine->state() != Engine::State::Searching) {
        setSentence(tr("Looking for a container engine…"));
        clear(below());
        return;
    }
    setSentence(EngineWords::failure(attempts, unusable), tried.join(u'\n'));
    clear(below());
    addRemedies();
    auto *button = new ActionButton(m_retry, ButtonKind::Primary, this);
    below()->addSpacing(10);
    below()->addWidget(button, 0, Qt::AlignLeft);
}

void NoEnginePage::addRemedies()
{
    const QList<EngineWords::Remedy> remedies
        = EngineWords::remedies(m_engine->attempts(), m_engine->discoveryProblems());
    for (const EngineWords::Remedy &remedy : remedies) {
        auto *text = new Label(remedy.text, this);
        text->setWordWrap(true);
        below()->addWidget(text);
        for (const QString &command : remedy.commands) {
            auto *card = new Card(Card::Kind::Sunken, this);
            auto *layout = new QHBoxLayout(card);
            layout->setContentsMargins(12, 4, 6, 4);
            auto *line = new Label(command, card);
            line->setLook(12, QFont::Normal, Label::Face::Mono);
            line->setTextInteractionFlags(Qt::TextSelectableByMouse);
            layout->addWidget(line, 1);
            auto *copy = new CopyButton(tr("Copy command"), card);
            copy->setCopiedText(command);
            layout->addWidget(copy);
            below()->addWidget(card);
        }
        below()->addSpacing(6);
    }
}

} // namespace Gantry

// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/terminalendbar.h"

#include "look/buttonkind.h"
#include "look/label.h"
#include "look/oneline.h"
#include "look/plaintooltip.h"
#include "look/separator.h"
#include "terminal/terminalsession.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostSentenceLines = 4;

QPushButton *makeEndButton(const QString &text, const QString &name, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setAccessibleName(text);
    setButtonKind(button, ButtonKind::Outlined, true);
    return button;
}

} // namespace

TerminalEndBar::TerminalEndBar(QWidget *parent)
    : QWidget(parent)
    , m_text(new Label(this))
    , m_restart(makeEndButton(tr("Restart"), u"restartTerminal"_s, this))
{
    setObjectName(u"terminalEnd"_s);
    m_text->setObjectName(u"terminalEndText"_s);
    m_text->setWordWrap(true);
    m_text->setMostLines(MostSentenceLines);
    QPushButton *close = makeEndButton(tr("Close"), u"closeTerminal"_s, this);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(20, 6, 12, 6);
    row->setSpacing(8);
    row->addWidget(m_text, 1);
    row->addWidget(m_restart);
    row->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new Separator(Qt::Horizontal, this));
    layout->addLayout(row);
    connect(m_restart, &QPushButton::clicked, this, &TerminalEndBar::restartRequested);
    connect(close, &QPushButton::clicked, this, &TerminalEndBar::closeRequested);
    hide();
}

void TerminalEndBar::show(const TerminalSession *session, const QString &obstacle)
{
    const bool ended = session && !session->isOpen();
    setVisible(ended);
    if (!ended)
        return;
    const bool isGood = session->exitCode() == 0;
    m_text->setTone(session->state() == TerminalSession::State::Failed ? Tone::Error
                        : isGood                                       ? Tone::Muted
                                                                       : Tone::Warning);
    m_text->setText(sentence(*session));
    m_restart->setEnabled(obstacle.isEmpty());
    setPlainToolTip(m_restart, obstacle.isEmpty() ? tr("Open the same terminal again") : obstacle);
}

QString TerminalEndBar::sentence(const TerminalSession &session)
{
    if (session.state() == TerminalSession::State::Failed)
        return session.problem();
    if (session.isOfEarlierRun())
        return tr("This terminal ended with the last run of Gantry; what was in it is not kept.");
    QString end;
    if (!session.exitCode())
        end = session.isAttached() ? QString() : tr("The terminal was closed.");
    else if (session.isAttached())
        end = tr("The container has ended with exit code %1.").arg(*session.exitCode());
    else
        end = tr("%1 has ended with exit code %2.", "a program")
                  .arg(shortName(session.shell().isEmpty() ? tr("The program") : session.shell()))
                  .arg(*session.exitCode());
    return session.problem().isEmpty() || (session.isAttached() && session.exitCode())
        ? end
        : QString(end + u' ' + session.problem()).trimmed();
}

} // namespace Gantry

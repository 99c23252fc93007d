// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/statusline.h"

#include "look/elidedlabel.h"
#include "look/fonts.h"
#include "look/label.h"
#include "look/statelook.h"
#include "look/tokens.h"
#include "shell/enginewords.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr int LineInset = 20;
constexpr int DotSide = 10;

} // namespace

StatusLine::StatusLine(Engine *engine, QWidget *parent)
    : Surface(Kind::Chrome, parent)
    , m_engine(engine)
    , m_connection(new ElidedLabel({}, this))
    , m_note(new ElidedLabel({}, this))
    , m_numbers(new Label(this))
{
    setObjectName(u"statusLine"_s);
    setLines(Qt::TopEdge);
    setFixedHeight(Fonts::scaled(26));
    m_connection->setObjectName(u"statusConnection"_s);
    m_connection->setLook(12);
    m_connection->setTone(Tone::Muted);
    m_numbers->setObjectName(u"statusNumbers"_s);
    m_numbers->setLook(12);
    m_numbers->setTone(Tone::Muted);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(LineInset + DotSide + 9, 1, 16, 0);
    layout->setSpacing(16);
    m_note->setObjectName(u"statusNote"_s);
    m_note->setLook(12);
    m_note->setTone(Tone::Caution);
    m_note->hide();
    layout->addWidget(m_connection, 1);
    layout->addWidget(m_note, 2);
    layout->addWidget(m_numbers);
    // A storm of events is many changes a second; the numbers need only be true a frame later.
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(30);
    connect(&m_refresh, &QTimer::timeout, this, &StatusLine::refresh);
    const auto later = [this] {
        if (!m_refresh.isActive())
            m_refresh.start();
    };
    connect(engine, &Engine::stateChanged, this, &StatusLine::refresh);
    connect(engine, &Engine::problemsChanged, this, &StatusLine::refresh);
    connect(engine, &Engine::silentChanged, this, &StatusLine::refresh);
    connect(engine->containers(), &ContainerStore::changed, this, later);
    refresh();
}

void StatusLine::setNote(const QString &sentence)
{
    m_note->setText(sentence);
    m_note->setVisible(!sentence.isEmpty());
}

void StatusLine::refresh()
{
    m_connection->setText(EngineWords::statusLine(*m_engine));
    QStringList parts;
    if (!m_engine->info().version.isEmpty())
        parts.append(EngineWords::product(*m_engine));
    const ContainerStore *store = m_engine->containers();
    if (m_engine->state() == Engine::State::Connected || store->size() > 0) {
        parts.append(tr("%1, %2 running", "\"14 containers\" and the number of running ones")
                         .arg(tr("%n container(s)", nullptr, store->size()))
                         .arg(store->runningCount()));
    }
    m_numbers->setText(parts.join(u"  ·  "_s));
    update();
}

void StatusLine::paintEvent(QPaintEvent *event)
{
    Surface::paintEvent(event);
    StateLook look = StateLook::Exited;
    switch (m_engine->state()) {
    case Engine::State::Connected:
        look = m_engine->isSilent() ? StateLook::Unhealthy : StateLook::Running;
        break;
    case Engine::State::Connecting:
        look = StateLook::Starting;
        break;
    case Engine::State::Searching:
        look = m_engine->problems().isEmpty() ? StateLook::Exited : StateLook::Failed;
        break;
    case Engine::State::Lost:
        break;
    }
    QPainter painter(this);
    const QRect dot(LineInset, (height() - DotSide) / 2 + 1, DotSide, DotSide);
    drawState(&painter, QStyle::visualRect(layoutDirection(), rect(), dot), look, Tokens::of(palette()));
}

} // namespace Gantry

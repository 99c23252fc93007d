// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/enginebox.h"

#include "look/fonts.h"
#include "look/icons.h"
#include "look/oneline.h"
#include "look/paint.h"
#include "look/plaintooltip.h"
#include "look/style.h"
#include "look/tokens.h"
#include "look/verbatim.h"
#include "shell/enginewords.h"

#include <QActionGroup>
#include <QMenu>
#include <QPainter>
#include <QStyleOptionButton>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr int SymbolSide = 16;
constexpr int BoxInset = 12;
constexpr int ChevronInset = 8;
constexpr int SecondLineSize = 11;

constexpr qsizetype LongestSentence = 400;

QString menuText(const QString &text)
{
    return verbatim(text, LongestSentence);
}

} // namespace

EngineBox::EngineBox(Engine *engine, QAction *retry, QWidget *parent)
    : MenuButton(parent)
    , m_engine(engine)
    , m_retry(retry)
{
    setObjectName(u"engineBox"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    entries()->setObjectName(u"engineMenu"_s);
    entries()->setAccessibleName(tr("Engine"));
    connect(entries(), &QMenu::aboutToShow, this, &EngineBox::fillMenu);
    connect(engine, &Engine::stateChanged, this, &EngineBox::follow);
    connect(engine, &Engine::silentChanged, this, &EngineBox::follow);
    follow();
}

void EngineBox::setCompact(bool compact)
{
    m_compact = compact;
    updateGeometry();
    update();
}

QSize EngineBox::sizeHint() const
{
    return {Fonts::scaled(m_compact ? 40 : 200), Fonts::scaled(44)};
}

QSize EngineBox::minimumSizeHint() const
{
    return {Fonts::scaled(40), Fonts::scaled(44)};
}

QRect EngineBox::textArea() const
{
    const int side = Fonts::scaled(SymbolSide);
    const int left = BoxInset + side + 10;
    return {left, 0, width() - ChevronInset - side - 4 - left, height()};
}

QString EngineBox::secondLine() const
{
    const QString words = EngineWords::productAndState(*m_engine, EngineWords::Length::Short);
    const bool fits = QFontMetrics(Fonts::ui(SecondLineSize)).horizontalAdvance(words) <= textArea().width();
    return fits ? words : EngineWords::state(*m_engine);
}

QString EngineBox::name() const
{
    const Endpoint &endpoint = m_engine->endpoint();
    if (!endpoint.name.isEmpty())
        return endpoint.name;
    return endpoint.isEmpty() ? tr("No engine") : endpoint.address();
}

void EngineBox::follow()
{
    const QString words = EngineWords::productAndState(*m_engine);
    setAccessibleName(tr("Engine"));
    setAccessibleDescription(tr("%1, %2", "an engine's name, its product and state").arg(name(), words));
    setToolTip(plainToolTip(EngineWords::statusLine(*m_engine)));
    update();
}

void EngineBox::fillMenu()
{
    entries()->clear();
    entries()->addSection(menuText(EngineWords::statusLine(*m_engine)));
    auto *group = new QActionGroup(entries());
    const EndpointDiscovery::Found found = EndpointDiscovery().find();
    QList<Endpoint> endpoints = found.endpoints;
    const Endpoint &inUse = m_engine->endpoint();
    if (!inUse.isEmpty() && !endpoints.contains(inUse))
        endpoints.prepend(inUse);
    for (const Endpoint &endpoint : std::as_const(endpoints)) {
        const QString text = endpoint.name.isEmpty()
            ? endpoint.address()
            : tr("%1 (%2)", "an engine's name and address").arg(endpoint.name, endpoint.address());
        QAction *choice = entries()->addAction(menuText(text));
        choice->setToolTip(plainToolTip(endpoint.reason));
        choice->setCheckable(true);
        choice->setChecked(endpoint == inUse);
        group->addAction(choice);
        connect(choice, &QAction::triggered, this, [this, endpoint] {
            if (endpoint != m_engine->endpoint())
                Q_EMIT engineChosen(endpoint);
        });
    }
    const QStringList limits = m_engine->isKnown() ? m_engine->info().traits.limits() : QStringList();
    for (const QString &limit : limits)
        entries()->addAction(symbolIcon(u"info"_s, Tone::Muted), menuText(limit))->setEnabled(false);
    const QStringList problems = found.problems;
    for (const QString &problem : problems)
        entries()->addAction(symbolIcon(u"warning"_s, Tone::Warning), menuText(problem))->setEnabled(false);
    entries()->addSeparator();
    entries()->addAction(m_retry);
}

void EngineBox::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Tokens::of(palette());
    QStyleOptionButton option;
    initStyleOption(&option);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool pressed = option.state.testFlag(QStyle::State_Sunken) || entries()->isVisible();
    const bool hover = option.state.testFlag(QStyle::State_MouseOver);
    drawRounded(&painter, rect(), 8, pressed || hover ? tokens.hover : tokens.base,
                hover ? tokens.lineStrong : tokens.line);
    if (Style::showsFocus(&option, this))
        drawFocusRing(&painter, rect(), 8, tokens);
    const auto place = [this](const QRect &area) { return QStyle::visualRect(layoutDirection(), rect(), area); };
    const bool connected = m_engine->state() == Engine::State::Connected;
    const int side = Fonts::scaled(SymbolSide);
    const int middle = height() / 2 - side / 2;
    const QRect symbol(m_compact ? (width() - side) / 2 : BoxInset, middle, side, side);
    drawSymbol(&painter, place(symbol), u"engine"_s, connected ? tokens.text2 : tokens.disabled);
    if (m_compact)
        return;
    const QRect chevron(width() - ChevronInset - side, middle, side, side);
    drawSymbol(&painter, place(chevron), u"chevron-down"_s, tokens.text2);
    const QRect texts = textArea();
    const auto line = [&](const QString &text, const QFont &font, const QColor &color, const QRect &area) {
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(place(area),
                         int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter))
                             | Qt::TextSingleLine,
                         painter.fontMetrics().elidedText(oneLine(text), Qt::ElideMiddle, area.width()));
    };
    const int half = height() / 2;
    line(name(), Fonts::ui(13, QFont::DemiBold), connected ? tokens.text : tokens.text2,
         QRect(texts.x(), 4, texts.width(), half - 3));
    line(secondLine(), Fonts::ui(SecondLineSize), tokens.text2, QRect(texts.x(), half, texts.width(), half - 5));
}

} // namespace Gantry

// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/pageheader.h"

#include "look/actionbutton.h"
#include "look/elidedlabel.h"
#include "look/fonts.h"
#include "look/pill.h"
#include "look/separator.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gantry {

namespace {

constexpr int textGap = 10;
/// Of a title from outside; a longer one takes no words from actions.
constexpr int longTitle = 220;

/// How long a button keeps its words.
int weightOf(ButtonKind kind)
{
    return kind == ButtonKind::Primary ? 2 : kind == ButtonKind::Outlined ? 1 : 0;
}

} // namespace

PageHeader::PageHeader(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(new ElidedLabel(title, this))
    , m_fact(new ElidedLabel({}, this))
    , m_pill(new Pill(StateLook::None, {}, this))
    , m_secondLine(new QHBoxLayout)
    , m_actions(new QHBoxLayout)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_title->setObjectName(u"pageTitle"_s);
    setTitleLook(17);
    m_fact->setTone(Tone::Muted);
    m_fact->setObjectName(u"pageFact"_s);
    m_fact->hide();
    m_pill->hide();
    m_secondLine->setSpacing(8);
    m_actions->setSpacing(8);

    auto *firstLine = new QHBoxLayout;
    firstLine->setSpacing(textGap);
    firstLine->addWidget(m_title);
    firstLine->addWidget(m_pill);
    firstLine->addWidget(m_fact);
    firstLine->addStretch(1);

    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addStretch(1);
    texts->addLayout(firstLine);
    texts->addLayout(m_secondLine);
    texts->addStretch(1);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(20, 4, 12, 4);
    layout->setSpacing(12);
    layout->addLayout(texts, 1);
    layout->addLayout(m_actions);
}

void PageHeader::setTitle(const QString &title)
{
    m_title->setText(title);
}

void PageHeader::setFact(const QString &fact)
{
    m_fact->setText(fact);
    m_fact->setVisible(!fact.isEmpty());
    fold();
}

void PageHeader::setPill(StateLook look, const QString &text)
{
    m_pill->setState(look, text);
    m_pill->show();
}

void PageHeader::clearPill()
{
    m_pill->hide();
}

void PageHeader::setTitleLook(int pixels)
{
    m_title->setLook(pixels, QFont::DemiBold);
}

void PageHeader::setTwoLines()
{
    layout()->setContentsMargins(20, 9, 12, 1);
}

void PageHeader::setLow(bool low)
{
    m_low = low;
    updateGeometry();
}

ActionButton *PageHeader::addButton(QAction *action, ButtonKind kind)
{
    auto *button = new ActionButton(action, kind, this);
    m_actions->addWidget(button);
    const auto before = std::find_if(m_folding.cbegin(), m_folding.cend(), [kind](const ActionButton *other) {
        return weightOf(buttonKind(other)) < weightOf(kind);
    });
    m_folding.insert(before, button);
    return button;
}

void PageHeader::addWidget(QWidget *widget)
{
    m_actions->addWidget(widget);
}

void PageHeader::addSeparator()
{
    m_actions->addWidget(new Separator(Qt::Vertical, this));
}

QSize PageHeader::minimumSizeHint() const
{
    QSize least = QWidget::minimumSizeHint();
    for (const ActionButton *button : m_folding)
        least.rwidth() -= button->sizeHint().width() - button->widthAs(true);
    return least.expandedTo(QSize(0, Fonts::scaled(m_low ? 40 : 56)));
}

void PageHeader::fold()
{
    if (m_folding.isEmpty())
        return;
    const QMargins margins = layout()->contentsMargins();
    int room = width() - margins.left() - margins.right() - layout()->spacing() - m_actions->sizeHint().width();
    room -= std::min(m_title->sizeHint().width(), Fonts::scaled(longTitle));
    for (const QWidget *text : std::initializer_list<const QWidget *>{m_pill, m_fact})
        room -= text->isHidden() ? 0 : textGap + text->sizeHint().width();
    int wanted = 0;
    for (const ActionButton *button : std::as_const(m_folding)) {
        room += button->sizeHint().width();
        wanted += button->widthAs(false);
    }
    for (auto button = m_folding.crbegin(); button != m_folding.crend(); ++button) {
        const bool folds = wanted > room;
        if (folds)
            wanted -= (*button)->widthAs(false) - (*button)->widthAs(true);
        (*button)->setFolded(folds);
    }
}

bool PageHeader::event(QEvent *event)
{
    // A text or a button has other words.
    if (event->type() == QEvent::LayoutRequest)
        fold();
    return QWidget::event(event);
}

void PageHeader::resizeEvent(QResizeEvent *event)
{
    fold();
    QWidget::resizeEvent(event);
}

} // namespace Gantry

// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/pageheader.h"

#include "look/actionbutton.h"
#include "look/elidedlabel.h"
#include "look/fonts.h"
#include "look/pill.h"
#include "look/separator.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Gantry {

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
    firstLine->setSpacing(10);
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
    return QWidget::minimumSizeHint().expandedTo(QSize(0, Fonts::scaled(m_low ? 40 : 56)));
}

} // namespace Gantry

// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "containers/factrow.h"

#include "items/secretnames.h"
#include "look/buttonkind.h"
#include "look/copybutton.h"
#include "look/elidedlabel.h"
#include "look/fonts.h"
#include "look/icons.h"
#include "look/plaintooltip.h"
#include "look/verbatim.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr int NarrowestLink = 60; ///< its text is elided when it is painted

} // namespace

FactRow::FactRow(const Fact &fact, QWidget *parent)
    : QWidget(parent)
    , m_fact(fact)
{
    auto *layout = new QHBoxLayout(this);
    layout->setSpacing(6);
    const bool isLink = fact.link.isValid() || !fact.project.isEmpty();
    // A link has room for its focus ring around its text.
    layout->setContentsMargins(isLink ? 0 : 4, 0, 0, 0);
    if (isLink) {
        m_link = new QPushButton(this);
        setButtonKind(m_link, ButtonKind::Link, true);
        m_link->setFocusPolicy(Qt::TabFocus);
        m_link->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        m_link->setObjectName(u"link"_s);
        connect(m_link, &QPushButton::clicked, this, &FactRow::follow);
        layout->addWidget(m_link);
    } else {
        m_value = fact.wraps ? new Label(this) : new ElidedLabel({}, this);
        if (fact.wraps) {
            m_value->setWordWrap(true);
            // A word longer than the line must not widen the pane.
            m_value->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum);
        }
        m_value->setObjectName(u"value"_s);
        m_value->setTone(fact.tone);
        if (fact.kind != Fact::Kind::Text)
            m_value->setLook(12, QFont::Normal, Label::Face::Mono);
        layout->addWidget(m_value, fact.wraps ? 1 : 0);
    }
    if (fact.kind == Fact::Kind::Secret) {
        m_eye = new QToolButton(this);
        m_eye->setObjectName(u"reveal"_s);
        m_eye->setCheckable(true);
        m_eye->setFocusPolicy(Qt::TabFocus);
        m_eye->setAccessibleName(tr("Show the value of %1").arg(fact.name));
        setPlainToolTip(m_eye, m_eye->accessibleName());
        connect(m_eye, &QToolButton::toggled, this, &FactRow::reveal);
        layout->addWidget(m_eye);
    }
    if (fact.copyable) {
        m_copy = new CopyButton(tr("Copy %1").arg(fact.name), this);
        layout->addWidget(m_copy);
    }
    if (!fact.wraps)
        layout->addStretch(1);
    setFact(fact);
}

bool FactRow::isSameShape(const Fact &a, const Fact &b)
{
    return a.name == b.name && a.kind == b.kind && a.copyable == b.copyable && a.tone == b.tone && a.wraps == b.wraps
        && a.link.isValid() == b.link.isValid() && a.project.isEmpty() == b.project.isEmpty();
}

void FactRow::setFact(const Fact &fact)
{
    m_fact = fact;
    if (m_copy)
        m_copy->setCopiedText(fact.value);
    if (m_link) {
        m_link->setText(verbatim(fact.value));
        // A long name must not widen the pane.
        m_link->setMinimumWidth(std::min(m_link->sizeHint().width(), Fonts::scaled(NarrowestLink)));
        m_link->setAccessibleName(fact.value);
        setPlainToolTip(m_link, fact.link.isValid() ? fact.link.toString() : fact.value);
        return;
    }
    reveal(m_eye && m_eye->isChecked());
}

void FactRow::mask()
{
    if (m_eye)
        m_eye->setChecked(false);
}

void FactRow::reveal(bool secret)
{
    const bool masked = m_eye && !secret;
    if (m_eye)
        m_eye->setIcon(symbolIcon(secret ? u"eye-off"_s : u"eye"_s));
    // A value may have several lines; one is shown, the tooltip and Copy have all.
    const bool several = !masked && !m_fact.wraps && m_fact.toolTip.isEmpty() && m_fact.value.contains(u'\n');
    setPlainToolTip(m_value, several ? m_fact.value : m_fact.toolTip);
    m_value->setText(masked ? SecretNames::mask() : m_fact.value);
    m_value->setAccessibleName(m_fact.name.isEmpty() ? m_value->text()
                                                     : tr("%1: %2").arg(m_fact.name, m_value->text()));
}

void FactRow::follow()
{
    if (m_fact.link.isValid())
        QDesktopServices::openUrl(m_fact.link);
    else
        Q_EMIT projectActivated(m_fact.project);
}

void FactRow::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Copy value")), &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(m_fact.value); });
    if (!m_fact.name.isEmpty()) {
        connect(menu->addAction(tr("Copy name")), &QAction::triggered, this,
                [this] { QGuiApplication::clipboard()->setText(m_fact.name); });
    }
    menu->popup(event->globalPos());
}

} // namespace Gantry

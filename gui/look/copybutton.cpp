// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/copybutton.h"

#include "look/fonts.h"
#include "look/icons.h"
#include "look/plaintooltip.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace Gantry {

CopyButton::CopyButton(const QString &accessibleName, QWidget *parent)
    : QToolButton(parent)
{
    setIcon(symbolIcon(u"copy"_s));
    setAccessibleName(accessibleName);
    setPlainToolTip(this, accessibleName);
    setFocusPolicy(Qt::TabFocus);
    connect(this, &QToolButton::clicked, this, &CopyButton::copy);
}

void CopyButton::setCopiedText(const QString &text)
{
    m_text = text;
    setEnabled(!text.isEmpty());
}

QSize CopyButton::sizeHint() const
{
    return {Fonts::scaled(22), Fonts::scaled(22)};
}

void CopyButton::copy()
{
    QGuiApplication::clipboard()->setText(m_text);
    setIcon(symbolIcon(u"check"_s));
    QTimer::singleShot(1500, this, [this] { setIcon(symbolIcon(u"copy"_s)); });
}

} // namespace Gantry

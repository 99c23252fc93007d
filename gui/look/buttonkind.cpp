// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/buttonkind.h"

#include <QAbstractButton>
#include <QCoreApplication>
#include <QEvent>
#include <QVariant>

namespace Gantry {

namespace {

constexpr const char *kindNames[] = {"outlined", "primary", "ghost", "link", "danger"};

} // namespace

void setButtonKind(QAbstractButton *button, ButtonKind kind, bool small)
{
    button->setProperty("kind", QByteArray(kindNames[int(kind)]));
    button->setProperty("small", small);
    // QPushButton keeps its size hint until its style changes.
    QEvent changed(QEvent::StyleChange);
    QCoreApplication::sendEvent(button, &changed);
}

ButtonKind buttonKind(const QWidget *button)
{
    const QByteArray name = button ? button->property("kind").toByteArray() : QByteArray();
    for (int kind = 0; kind < int(std::size(kindNames)); ++kind) {
        if (name == kindNames[kind])
            return ButtonKind(kind);
    }
    return ButtonKind::Outlined;
}

bool isSmallButton(const QWidget *button)
{
    return button && button->property("small").toBool();
}

} // namespace Gantry

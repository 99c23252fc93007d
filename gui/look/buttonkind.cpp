// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/buttonkind.h"

#include <QAbstractButton>
#include <QVariant>

namespace Gantry {

namespace {

constexpr const char *kindNames[] = {"outlined", "primary", "ghost", "link", "danger"};

} // namespace

void setButtonKind(QAbstractButton *button, ButtonKind kind, bool small)
{
    button->setProperty("kind", QByteArray(kindNames[int(kind)]));
    button->setProperty("small", small);
    button->updateGeometry();
    button->update();
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

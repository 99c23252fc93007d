// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/operationsstrip.h"

#include "look/buttonkind.h"
#include "look/elidedlabel.h"
#include "look/fonts.h"
#include "look/icons.h"
#include "look/keyhint.h"
#include "shell/operationsrow.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPushButton>

namespace Gantry {

using namespace Qt::StringLiterals;

OperationsStrip::OperationsStrip(OperationModel *model, QAction *toggle, QWidget *parent)
    : Surface(Kind::Chrome, parent)
{
    setObjectName(u"operationsStrip"_s);
    setLines(Qt::TopEdge);
    setFixedHeight(Fonts::scaled(37));
    auto *button = new QPushButton(tr("Operations"), this);
    button->setObjectName(u"operationsToggle"_s);
    setButtonKind(button, ButtonKind::Ghost, true);
    button->setFocusPolicy(Qt::TabFocus);
    auto *nothing
        = new ElidedLabel(tr("Nothing has run yet. Every action is listed here with its shell command."), this);
    nothing->setObjectName(u"nothingRan"_s);
    nothing->setLook(12);
    nothing->setTone(Tone::Muted);
    nothing->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *row = new OperationsRow(model, this);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(9, 1, 16, 0);
    layout->setSpacing(12);
    layout->addWidget(button);
    layout->addSpacing(4);
    layout->addWidget(nothing, 1);
    layout->addWidget(row, 1);
    layout->addWidget(new KeyHint(toggle->shortcut(), this));

    connect(row, &OperationsRow::chosen, this, &OperationsStrip::chosen);
    connect(button, &QPushButton::clicked, toggle, &QAction::trigger);
    const auto turn = [button, toggle] {
        button->setIcon(symbolIcon(toggle->isChecked() ? u"chevron-down"_s : u"chevron-right"_s));
    };
    connect(toggle, &QAction::toggled, this, turn);
    turn();
    const auto fill = [model, nothing, row] {
        nothing->setVisible(model->rowCount() == 0);
        row->setVisible(model->rowCount() > 0);
    };
    connect(model, &QAbstractItemModel::rowsInserted, this, fill);
    connect(model, &QAbstractItemModel::rowsRemoved, this, fill);
    fill();
}

} // namespace Gantry

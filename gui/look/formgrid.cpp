// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/formgrid.h"

#include "look/fonts.h"
#include "look/label.h"

#include <QGridLayout>

namespace Gantry {

namespace {

constexpr int formCaptionWidth = 112;

} // namespace

QGridLayout *makeFormGrid(QWidget *parent)
{
    auto *grid = new QGridLayout(parent);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    grid->setColumnMinimumWidth(0, Fonts::scaled(formCaptionWidth));
    return grid;
}

int addFormRow(QGridLayout *grid, const QString &caption, QWidget *field, int columns, bool top)
{
    auto *label = new Label(caption, field->parentWidget());
    label->setTone(Tone::Muted);
    label->setBuddy(field);
    const int row = grid->rowCount();
    grid->addWidget(label, row, 0, top ? Qt::AlignTop : Qt::Alignment());
    grid->addWidget(field, row, 1, 1, columns);
    return row;
}

} // namespace Gantry

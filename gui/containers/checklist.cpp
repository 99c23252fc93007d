// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "containers/checklist.h"

#include "look/fonts.h"
#include "look/label.h"
#include "look/symbollabel.h"

#include <QGridLayout>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr int NameWidth = 120;

SymbolLabel *markOf(DiagnosisCheck::Result result, QWidget *parent)
{
    switch (result) {
    case DiagnosisCheck::Result::Wrong:
        return new SymbolLabel(u"error"_s, Tone::Error, parent);
    case DiagnosisCheck::Result::Right:
        return new SymbolLabel(u"check"_s, Tone::Success, parent);
    case DiagnosisCheck::Result::Fact:
        break;
    }
    return new SymbolLabel(u"info"_s, Tone::Muted, parent);
}

} // namespace

CheckList::CheckList(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    setAccessibleName(title);
    auto *caption = new Label(title, this);
    caption->setLook(13, QFont::DemiBold);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(8);
    m_grid->setColumnStretch(2, 1);
    m_grid->setColumnMinimumWidth(1, Fonts::scaled(NameWidth));
    m_grid->addWidget(caption, 0, 0, 1, 3);
}

void CheckList::setChecks(const QList<DiagnosisCheck> &checks)
{
    if (checks == m_checks)
        return;
    m_checks = checks;
    while (m_grid->count() > 1) {
        QLayoutItem *item = m_grid->takeAt(1);
        delete item->widget();
        delete item;
    }
    int row = 0;
    for (const DiagnosisCheck &check : checks) {
        auto *name = new Label(check.name, this);
        name->setObjectName(u"checkName"_s);
        name->setWordWrap(true);
        auto *text = new Label(check.text, this);
        text->setObjectName(u"checkText"_s);
        text->setAccessibleDescription(check.name);
        text->setWordWrap(true);
        text->setTone(Tone::Muted);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        if (check.mono)
            text->setLook(12, QFont::Normal, Label::Face::Mono);
        ++row;
        m_grid->addWidget(markOf(check.result, this), row, 0, Qt::AlignTop);
        m_grid->addWidget(name, row, 1, Qt::AlignTop);
        m_grid->addWidget(text, row, 2, Qt::AlignTop);
    }
}

} // namespace Gantry

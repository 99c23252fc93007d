// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "containers/factlist.h"

#include "containers/factrow.h"
#include "look/elidedlabel.h"
#include "look/fonts.h"

#include <QGridLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

bool isSameShape(const QList<FactSection> &a, const QList<FactSection> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const FactSection &x, const FactSection &y) {
        return x.id == y.id
            && std::equal(x.facts.begin(), x.facts.end(), y.facts.begin(), y.facts.end(), FactRow::isSameShape);
    });
}

} // namespace

FactList::FactList(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(16);
}

bool FactList::setSections(const QList<FactSection> &sections)
{
    if (sections == m_sections)
        return false;
    const bool same = isSameShape(sections, m_sections);
    m_sections = sections;
    if (!same) {
        rebuild();
        return true;
    }
    qsizetype row = 0;
    for (const FactSection &section : sections) {
        for (const Fact &fact : section.facts)
            m_rows[row++]->setFact(fact);
    }
    return false;
}

void FactList::maskAll()
{
    for (FactRow *row : std::as_const(m_rows))
        row->mask();
}

void FactList::rebuild()
{
    m_rows.clear();
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const FactSection &section : std::as_const(m_sections))
        m_layout->addWidget(makeSection(section));
}

QWidget *FactList::makeSection(const FactSection &section)
{
    auto *widget = new QWidget(this);
    widget->setObjectName(section.id);
    widget->setAccessibleName(section.title);
    auto *grid = new QGridLayout(widget);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8); // and 4 within the value
    grid->setVerticalSpacing(6);
    auto *title = new Label(section.title, widget);
    title->setLook(13, QFont::DemiBold);
    title->setTone(Tone::Muted);
    grid->addWidget(title, 0, 0, 1, 2);

    // Names of variables and labels are longer than the captions of our own.
    const bool wide = section.id == "environment"_L1 || section.id == "labels"_L1;
    const int captionWidth = Fonts::scaled(wide ? 156 : 108);
    int row = 0;
    for (const Fact &fact : section.facts) {
        auto *caption = new ElidedLabel(fact.name, widget);
        caption->setTone(Tone::Muted);
        caption->setFixedWidth(captionWidth);
        auto *value = new FactRow(fact, widget);
        value->setMinimumHeight(Fonts::scaled(18));
        connect(value, &FactRow::projectActivated, this, &FactList::projectActivated);
        ++row;
        grid->addWidget(caption, row, 0, fact.wraps ? Qt::AlignTop : Qt::Alignment());
        grid->addWidget(value, row, 1);
        m_rows << value;
    }
    grid->setColumnStretch(1, 1);
    return widget;
}

} // namespace Gantry

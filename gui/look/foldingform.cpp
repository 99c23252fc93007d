// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/foldingform.h"

#include "look/buttonkind.h"
#include "look/formgrid.h"
#include "look/icons.h"
#include "look/label.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

namespace Gantry {

using namespace Qt::StringLiterals;

FoldingForm::FoldingForm(const QString &name, QWidget *parent)
    : ScrolledColumn(name, parent)
    , m_grid(makeFormGrid())
{
    column()->setContentsMargins(20, 16, 20, 8);
    column()->setSpacing(8);
    column()->addLayout(m_grid);
}

QLineEdit *FoldingForm::addField(const QString &caption, const QString &name, QWidget *beside)
{
    auto *field = new QLineEdit(widget());
    field->setObjectName(name);
    field->setAccessibleName(caption);
    const int row = addFormRow(m_grid, caption, field, beside ? 1 : 2);
    if (beside)
        m_grid->addWidget(beside, row, 2);
    return field;
}

Label *FoldingForm::addHint(const QString &name)
{
    auto *hint = new Label(widget());
    hint->setObjectName(name);
    hint->setLook(12);
    hint->setTone(Tone::Muted);
    hint->setWordWrap(true);
    addBelow(hint);
    return hint;
}

void FoldingForm::addBelow(QWidget *widget, Qt::Alignment alignment)
{
    m_grid->addWidget(widget, m_grid->rowCount(), 1, 1, 2, alignment);
}

QWidget *FoldingForm::addMore()
{
    m_moreButton = new QPushButton(tr("More"), widget());
    m_moreButton->setObjectName(u"more"_s);
    m_moreButton->setCheckable(true);
    m_moreButton->setAutoDefault(false);
    m_moreButton->setIcon(symbolIcon(u"chevron-right"_s));
    setButtonKind(m_moreButton, ButtonKind::Ghost);
    m_more = new QWidget(widget());
    m_more->hide();
    column()->addWidget(m_moreButton, 0, Qt::AlignLeft);
    column()->addWidget(m_more);
    column()->addStretch(1);
    connect(m_moreButton, &QPushButton::toggled, this, &FoldingForm::showMore);
    return m_more;
}

QSize FoldingForm::sizeHint() const
{
    return widget()->sizeHint() + QSize(verticalScrollBar()->sizeHint().width(), 0);
}

int FoldingForm::heightFor(int width) const
{
    column()->invalidate();
    return column()->hasHeightForWidth() ? column()->totalHeightForWidth(width) : column()->totalSizeHint().height();
}

void FoldingForm::showMore(bool shown)
{
    m_moreButton->setIcon(symbolIcon(shown ? u"chevron-down"_s : u"chevron-right"_s));
    m_moreButton->setChecked(shown);
    m_more->setVisible(shown);
    Q_EMIT moreToggled(shown);
}

void FoldingForm::setReadOnly(bool readOnly)
{
    widget()->setEnabled(!readOnly);
}

} // namespace Gantry

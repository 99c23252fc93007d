// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/growingrows.h"

#include "look/symbolbutton.h"
#include "look/taborder.h"

#include <QHBoxLayout>
#include <QScopedValueRollback>
#include <QToolButton>

namespace Gantry {

using namespace Qt::StringLiterals;

GrowingRows::GrowingRows(const QString &removeName, QWidget *parent)
    : QWidget(parent)
    , m_removeName(removeName)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(6);
}

void GrowingRows::addRow()
{
    QWidget *row = makeRow();
    setNumber(row, m_rows.size() + 1);
    QToolButton *remove = makeSymbolButton(u"close"_s, tr("Remove this row"), m_removeName, row);
    remove->setFocusPolicy(Qt::TabFocus);
    row->layout()->setContentsMargins(0, 0, 0, 0);
    row->layout()->setSpacing(6);
    row->layout()->addWidget(remove);
    m_layout->addWidget(row);
    if (!m_rows.isEmpty())
        placeInTabOrder(m_rows.last()->findChild<QToolButton *>(m_removeName), row);
    m_rows << row;
    connect(remove, &QToolButton::clicked, this, [this, row] {
        removeRow(row);
        for (qsizetype i = 0; i < m_rows.size(); ++i)
            setNumber(m_rows.at(i), i + 1);
        onEdited();
        m_rows.last()->setFocus();
    });
}

void GrowingRows::removeRow(QWidget *row)
{
    // Its button may be the one that was clicked.
    if (m_rows.removeOne(row)) {
        row->hide();
        row->deleteLater();
    }
}

void GrowingRows::refill(qsizetype count, const std::function<void(qsizetype)> &fill)
{
    {
        const QScopedValueRollback guard(m_filling, true);
        // The first row stays: the others find their place in the order of Tab behind it.
        while (m_rows.size() > count + 1)
            removeRow(m_rows.last());
        while (m_rows.size() < count + 1)
            addRow();
        for (qsizetype i = 0; i <= count; ++i)
            fill(i);
    }
    Q_EMIT changed();
}

void GrowingRows::onEdited()
{
    if (m_filling)
        return;
    if (m_rows.isEmpty() || !isEmpty(m_rows.last()))
        addRow();
    Q_EMIT changed();
}

} // namespace Gantry

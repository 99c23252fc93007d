// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/pairrows.h"

#include "items/secretnames.h"
#include "look/plaintooltip.h"
#include "look/symbolbutton.h"
#include "look/taborder.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QToolButton>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

/// Of a pasted file of variables.
constexpr qsizetype MostRows = 300;

} // namespace

PairRows::PairRows(const QString &what, QWidget *parent)
    : QWidget(parent)
    , m_what(what)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(6);
    addRow();
}

QStringList PairRows::lines() const
{
    QStringList lines;
    for (const Row &row : m_rows) {
        if (!row.name->text().isEmpty() || !row.value->text().isEmpty())
            lines << row.name->text() + u'=' + row.value->text();
    }
    return lines;
}

void PairRows::setLines(const QStringList &lines)
{
    {
        const QScopedValueRollback guard(m_filling, true);
        // The first row stays: the others find their place in the order of Tab behind it.
        const qsizetype wanted = std::min(lines.size(), MostRows) + 1;
        while (m_rows.size() > wanted)
            removeRow(m_rows.last().widget);
        while (m_rows.size() < wanted)
            addRow();
        for (qsizetype i = 0; i < wanted; ++i) {
            m_rows[i].name->setText(lines.value(i).section(u'=', 0, 0));
            m_rows[i].value->setText(lines.value(i).section(u'=', 1));
        }
        m_rows.last().name->clear();
        m_rows.last().value->clear();
    }
    Q_EMIT changed();
}

void PairRows::addLines(const QStringList &lines)
{
    QStringList all = this->lines();
    for (const QString &line : lines) {
        const QString name = line.section(u'=', 0, 0) + u'=';
        const auto same
            = std::find_if(all.begin(), all.end(), [&name](const QString &each) { return each.startsWith(name); });
        if (same == all.end())
            all << line;
        else
            *same = line;
    }
    setLines(all);
}

void PairRows::addRow()
{
    Row row;
    row.widget = new QWidget(this);
    row.name = new QLineEdit(row.widget);
    row.value = new QLineEdit(row.widget);
    const qsizetype number = m_rows.size() + 1;
    row.name->setObjectName(u"pairName"_s);
    row.name->setPlaceholderText(tr("Name"));
    row.name->setAccessibleName(tr("%1 %2, name", "\"Variable 1, name\"").arg(m_what).arg(number));
    row.value->setObjectName(u"pairValue"_s);
    row.value->setPlaceholderText(tr("Value"));
    row.value->setAccessibleName(tr("%1 %2, value", "\"Variable 1, value\"").arg(m_what).arg(number));
    QToolButton *remove = makeSymbolButton(u"close"_s, tr("Remove this row"), u"pairRemove"_s, row.widget);
    remove->setFocusPolicy(Qt::TabFocus);
    const auto hideSecret = [name = row.name, value = row.value] {
        value->setEchoMode(SecretNames::isSecret(name->text(), value->text()) ? QLineEdit::Password
                                                                              : QLineEdit::Normal);
    };
    for (const QLineEdit *field : {row.name, row.value}) {
        connect(field, &QLineEdit::textChanged, this, [this, hideSecret] {
            hideSecret();
            onEdited();
        });
    }
    connect(remove, &QToolButton::clicked, this, [this, widget = row.widget] {
        removeRow(widget);
        onEdited();
        m_rows.last().name->setFocus();
    });
    auto *layout = new QHBoxLayout(row.widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(row.name, 2);
    layout->addWidget(row.value, 3);
    layout->addWidget(remove);
    m_layout->addWidget(row.widget);
    if (!m_rows.isEmpty())
        placeInTabOrder(m_rows.last().widget->findChild<QToolButton *>(), row.widget);
    m_rows << row;
}

void PairRows::removeRow(const QWidget *widget)
{
    const auto it
        = std::find_if(m_rows.begin(), m_rows.end(), [widget](const Row &row) { return row.widget == widget; });
    if (it == m_rows.end())
        return;
    // Its button may be the one that was clicked.
    it->widget->hide();
    it->widget->deleteLater();
    m_rows.erase(it);
}

void PairRows::onEdited()
{
    if (m_filling)
        return;
    const bool lastIsEmpty
        = !m_rows.isEmpty() && m_rows.last().name->text().isEmpty() && m_rows.last().value->text().isEmpty();
    if (!lastIsEmpty)
        addRow();
    Q_EMIT changed();
}

} // namespace Gantry

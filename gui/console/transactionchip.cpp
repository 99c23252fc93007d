// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/transactionchip.h"

#include "look/actionbutton.h"
#include "look/fonts.h"
#include "look/label.h"
#include "look/paint.h"
#include "look/symbollabel.h"
#include "look/tokens.h"
#include "shell/actionregistry.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace Gantry {

TransactionChip::TransactionChip(ActionRegistry *actions, QWidget *parent)
    : QWidget(parent)
    , m_symbol(new SymbolLabel(u"clock"_s, Tone::Warning, this))
    , m_text(new Label(this))
{
    setObjectName(u"transactionChip"_s);
    m_text->setLook(12, QFont::Medium);
    m_text->setObjectName(u"transactionText"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 2, 2, 2);
    layout->setSpacing(6);
    layout->addWidget(m_symbol);
    layout->addWidget(m_text);
    layout->addSpacing(2);
    for (const QString &id : {u"sql.commit"_s, u"sql.rollback"_s}) {
        auto *button = new ActionButton(actions->action(id), ButtonKind::Outlined, this);
        setButtonKind(button, ButtonKind::Outlined, true);
        button->setTextOnly();
        layout->addWidget(button);
    }
    setFixedHeight(Fonts::scaled(30));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed); // always readable; the rest of the header gives way
    showTransaction(SqlSession::Transaction::None, 0);
}

QString TransactionChip::textFor(SqlSession::Transaction transaction, int changes)
{
    if (transaction == SqlSession::Transaction::Failed)
        return tr("Transaction failed");
    return changes > 0 ? tr("In transaction, %Ln change(s)", nullptr, changes) : tr("In transaction");
}

int TransactionChip::widthFor(SqlSession::Transaction transaction, int changes) const
{
    const QFontMetrics metrics = m_text->fontMetrics();
    return sizeHint().width() + metrics.horizontalAdvance(textFor(transaction, changes))
        - metrics.horizontalAdvance(m_text->text());
}

void TransactionChip::showTransaction(SqlSession::Transaction transaction, int changes)
{
    m_failed = transaction == SqlSession::Transaction::Failed;
    const QString text = textFor(transaction, changes);
    m_text->setText(text);
    m_text->setTone(m_failed ? Tone::Error : Tone::Warning);
    m_symbol->setSymbol(m_failed ? u"error"_s : u"clock"_s, m_failed ? Tone::Error : Tone::Warning);
    setToolTip(m_failed ? tr("A statement failed: the server refuses everything but a rollback.")
                        : tr("Changes become visible to others with Commit and are undone with Roll back."));
    setVisible(transaction != SqlSession::Transaction::None);
    update();
}

QString TransactionChip::text() const
{
    return m_text->text();
}

void TransactionChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &tokens = Tokens::of(palette());
    fillRounded(&painter, rect(), 8, m_failed ? tokens.red.tint : tokens.amber.tint);
}

} // namespace Gantry

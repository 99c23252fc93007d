// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "postgres/sqlsession.h"

#include <QWidget>

namespace Gantry {

class ActionRegistry;
class Label;
class SymbolLabel;

/// Says that a transaction is open, or failed, with the two ways to end it.
class TransactionChip : public QWidget
{
    Q_OBJECT

public:
    explicit TransactionChip(ActionRegistry *actions, QWidget *parent = nullptr);

    /// \a changes: statements of it that changed something.
    void showTransaction(SqlSession::Transaction transaction, int changes);
    QString text() const;
    /// How wide it is when it shows that.
    int widthFor(SqlSession::Transaction transaction, int changes) const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    static QString textFor(SqlSession::Transaction transaction, int changes);

    bool m_failed = false;
    SymbolLabel *m_symbol;
    Label *m_text;
};

} // namespace Gantry

// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "look/pageheader.h"
#include "postgres/sqlsession.h"

#include <QTimer>

namespace Gantry {

class ActionButton;
class ActionRegistry;
class ConsoleConnection;
class ConsoleRunner;
class ElidedLabel;
class MenuButton;
class SymbolLabel;
class TransactionChip;
class Workbench;

/// The top of a console: which database, where, reached how, what its connection and transaction are doing, and the
/// buttons that run and cancel.
class ConsoleHeader : public PageHeader
{
    Q_OBJECT

public:
    /// All outlive the header.
    ConsoleHeader(Workbench *workbench, ActionRegistry *actions, ConsoleConnection *connection, SqlSession *session,
                  ConsoleRunner *runner, QWidget *parent = nullptr);

    /// The database's name, or what stands for it before the first connection.
    QString databaseTitle() const;
    ActionButton *detachButton() const { return m_detach; }
    TransactionChip *transactionChip() const { return m_chip; }
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void follow();
    void followState();

    /// What there is room for.
    struct Shown
    {
        bool user = true;
        bool version = true;
        bool wholeRoute = true;
        bool commitMode = true;
        bool place = true;
        bool changes = true;
        bool route = true;
    };
    Shown whatFits(SqlSession::Transaction transaction) const;
    int widthFor(const Shown &shown, SqlSession::Transaction transaction) const;

    ConsoleConnection *m_connection;
    SqlSession *m_session;
    ConsoleRunner *m_runner;
    ElidedLabel *m_version;
    ElidedLabel *m_user;
    SymbolLabel *m_routeSymbol;
    ElidedLabel *m_route;
    TransactionChip *m_chip;
    MenuButton *m_commitMode;
    QWidget *m_cancel = nullptr;
    QWidget *m_run = nullptr;
    ActionButton *m_detach = nullptr;
    QTimer m_clock;
};

} // namespace Gantry

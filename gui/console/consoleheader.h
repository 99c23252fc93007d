// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "look/pageheader.h"

#include <QTimer>

namespace Gantry {

class ConsoleConnection;
class ConsoleRunner;
class ElidedLabel;
class MenuButton;
class SqlSession;
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
    ConsoleHeader(Workbench *workbench, ConsoleConnection *connection, SqlSession *session, ConsoleRunner *runner,
                  QWidget *parent = nullptr);

    /// The database's name, or what stands for it before the first connection.
    QString databaseTitle() const;
    TransactionChip *transactionChip() const { return m_chip; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void follow();
    void followState();

    ConsoleConnection *m_connection;
    SqlSession *m_session;
    ConsoleRunner *m_runner;
    ElidedLabel *m_version;
    ElidedLabel *m_user;
    SymbolLabel *m_routeSymbol;
    ElidedLabel *m_route;
    TransactionChip *m_chip;
    MenuButton *m_commitMode;
    QTimer m_clock;
};

} // namespace Gantry

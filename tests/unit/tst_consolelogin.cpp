// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "consolesubject.h"

using namespace Gantry;
using State = ConsoleConnection::State;

/// As whom a console connects, and what is said when that is refused.
class TestConsoleLogin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void failedLoginLeavesTheOpenConnection()
    {
        ConsoleSubject s;
        s.backend.routeList = {{DatabaseRoute::ContainerAddress, QStringLiteral("127.0.0.1"), 1, {}}};
        QVERIFY(s.begin());
        s.connection.sessionConnected(serverAt({}));
        QSignalSpy proven(&s.connection, &ConsoleConnection::loginProven);
        s.connection.tryLogin({QStringLiteral("bob"), QStringLiteral("wrong"), {}});
        QVERIFY(s.connection.isTryingLogin());
        QTRY_VERIFY(!s.connection.isTryingLogin()); // nobody listens at port 1
        QVERIFY(!s.connection.loginProblem().isEmpty());
        QCOMPARE(s.connection.state(), State::Connected);
        QCOMPARE(s.closed.size(), 0);
        QCOMPARE(s.connection.login(), ConsoleConnection::Login());
        QCOMPARE(proven.size(), 0);
        s.connection.cancel();
        QCOMPARE(s.connection.loginProblem(), QString());
        QCOMPARE(s.connection.state(), State::Connected);
    }

    void cancelGoesBackToTheLoginBefore()
    {
        ConsoleSubject s;
        s.backend.routeList.resize(1);
        s.connection.setLogin({QStringLiteral("alice"), QStringLiteral("right"), {}});
        s.connection.changeLogin({QStringLiteral("bob"), QStringLiteral("wrong"), {}});
        s.connection.changeLogin({QStringLiteral("bob"), QStringLiteral("wrong again"), {}});
        QVERIFY(s.begin());
        QCOMPARE(s.opened.last().user, QStringLiteral("bob"));
        s.connection.sessionFailed(failure(ConnectFailure::Kind::WrongPassword, QStringLiteral("no")));
        QTRY_COMPARE(s.connection.state(), State::NeedsLogin);
        s.connection.cancel();
        s.connection.connectNow();
        QTRY_COMPARE(s.opened.size(), 2);
        QCOMPARE(s.opened.last().user, QStringLiteral("alice"));
        s.connection.sessionConnected(serverAt(QStringLiteral("172.17.0.2")));
        s.connection.cancel();
        QCOMPARE(s.connection.login().user, QStringLiteral("alice"));
    }

    void wrongPasswordAsksForALogin()
    {
        ConsoleSubject s;
        s.connection.connectNow();
        const QString words = QStringLiteral("“password authentication failed for user demo”");
        for (int route = 1; route <= 3; ++route) {
            QTRY_COMPARE(s.opened.size(), route);
            s.connection.sessionFailed(failure(ConnectFailure::Kind::WrongPassword, words));
        }
        QTRY_COMPARE(s.connection.state(), State::NeedsLogin);
        QVERIFY2(s.connection.sentence().startsWith(words), qPrintable(s.connection.sentence()));
        QVERIFY(s.connection.sentence().contains(QStringLiteral("counts only at the first start")));
        QVERIFY(s.backend.guard.expired());

        s.connection.setLogin({QStringLiteral("other"), QStringLiteral("right"), {}});
        s.connection.connectNow();
        QTRY_COMPARE(s.opened.size(), 4);
        QCOMPARE(s.opened.last().user, QStringLiteral("other"));
        QCOMPARE(s.opened.last().password, QStringLiteral("right"));
        QCOMPARE(s.opened.last().database, QStringLiteral("shop"));
        for (int route = 4; route <= 6; ++route) {
            QTRY_COMPARE(s.opened.size(), route);
            s.connection.sessionFailed(failure(ConnectFailure::Kind::WrongPassword, words));
        }
        QTRY_COMPARE(s.connection.state(), State::NeedsLogin);
        QCOMPARE(s.connection.sentence(), words); // it was not the environment's
    }

    void passwordOfTheEnvironmentIsNotSentForAnotherUser()
    {
        ConsoleSubject s;
        s.connection.setLogin({QStringLiteral("other"), {}, {}});
        QVERIFY(s.begin());
        QCOMPARE(s.opened.last().password, QString());
    }

    void unreadableEnvironmentIsSaid()
    {
        ConsoleSubject s;
        s.backend.loginAnswer = failing<DatabaseLogin>(
            {EngineError::Kind::Refused, QStringLiteral("inspect shop-db-1"), QStringLiteral("no such thing"), 404});
        s.connection.connectNow();
        QTRY_COMPARE(s.connection.state(), State::Failed);
        QVERIFY(s.connection.sentence().contains(QStringLiteral("no such thing")));
    }
};

QTEST_GUILESS_MAIN(TestConsoleLogin)
#include "tst_consolelogin.moc"

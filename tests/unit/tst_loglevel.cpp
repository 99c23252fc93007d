// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/loglevel.h"

#include <QTest>

using namespace Gantry;
using Kind = LogLevel::Kind;

class TestLogLevel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isFound_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("word");
        const auto row = [](const char *line, Kind kind, const char *word) {
            QTest::newRow(line) << QByteArray(line) << int(kind) << QByteArray(word);
        };
        row("INFO:     Started server process [1]", Kind::Info, "INFO"); // uvicorn
        row("ERROR:    Error loading ASGI app.", Kind::Error, "ERROR");
        row("\x1b[32mINFO\x1b[0m:     Application startup complete.", Kind::Info, "INFO");
        row("2024-05-01 12:00:00.123 UTC [64] ERROR:  relation \"x\" does not exist", Kind::Error, "ERROR");
        row("2024-05-01 12:00:00.123 UTC [1] LOG:  database system is ready", Kind::Info, "LOG");
        row("2024-05-01 12:00:00.123 UTC [1] FATAL:  role \"x\" does not exist", Kind::Error, "FATAL");
        row("2024/05/01 12:00:00 [warn] 29#29: upstream response is buffered", Kind::Warning, "warn"); // nginx
        row("time=\"2024-05-01T12:00:00Z\" level=warning msg=\"no error\"", Kind::Warning, "warning");
        row("{\"msg\":\"error in name only\",\"level\":\"info\"}", Kind::Info, "info");
        row("{\"severity\": \"ERROR\"}", Kind::Error, "ERROR");
        row("error: pathspec did not match", Kind::Error, "error");
        row("Warning: deprecated", Kind::Warning, "Warning");
        row("DEBUG sqlalchemy.pool", Kind::Debug, "DEBUG");
        row("Traceback (most recent call last):", Kind::Error, "Traceback");
        row("ValueError: no", Kind::Error, "ValueError");
        row("KeyError: 0\r", Kind::Error, "KeyError");
        row("sqlalchemy.exc.OperationalError: (psycopg2.OperationalError) refused", Kind::Error, "OperationalError");
        row("my_app.errors.QuotaException", Kind::Error, "QuotaException");
        row("AssertionError", Kind::Error, "AssertionError");
        row("\x1b[1;35mValueError\x1b[0m: \x1b[35mno\x1b[0m", Kind::Error, "ValueError");
        row("    raise ValueError", Kind::None, "");
        row("  ValueError: of another", Kind::None, "");
        row("caught ValueError: no", Kind::None, "");
        row("ValueError handled, going on", Kind::None, "");
        row("ValueError:quoted", Kind::None, "");
        row("lastError: 0", Kind::None, "");
        row("Exception handling is on", Kind::None, "");
        row("Errors: 0", Kind::None, "");
        row("no error found", Kind::None, "");
        row("an error: of the message", Kind::None, "");
        row("GET /log HTTP/1.1", Kind::None, "");
        row("ERROR_CODE=3", Kind::None, "");
        row("xlevel=errors", Kind::None, "");
        row("", Kind::None, "");
        row("\x1b[", Kind::None, "");
    }
    void isFound()
    {
        QFETCH(QByteArray, line);
        QFETCH(int, kind);
        QFETCH(QByteArray, word);
        const LogLevel level = LogLevel::of(line);
        QCOMPARE(int(level.kind), kind);
        QCOMPARE(line.mid(level.start, level.length), word);
    }

    void onlyTheBeginningIsRead()
    {
        QCOMPARE(LogLevel::of(QByteArray(LogLevel::Read, ' ') + "ERROR"), LogLevel());
        QCOMPARE(LogLevel::of(QByteArray(LogLevel::Read - 5, ' ') + "ERROR").kind, Kind::Error);
    }
};

QTEST_APPLESS_MAIN(TestLogLevel)
#include "tst_loglevel.moc"

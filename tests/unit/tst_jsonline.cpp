// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/jsonline.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using namespace Gantry;
using namespace Qt::StringLiterals;

class TestJsonLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isShownByItsFields_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const char *line, const QString &text) {
            QTest::newRow(name) << QByteArray(line) << text;
        };
        row("zap", R"({"level":"error","ts":1714521600.25,"msg":"request failed","status":503,"ok":false,"user":null})",
            u"ERROR request failed ts=1714521600.25 status=503 ok=false user=null"_s);
        row("pino", R"({"level":40,"time":1714521600250,"pid":7,"msg":"slow"})",
            u"WARN  slow time=1714521600250 pid=7"_s);
        row("syslog", R"({"level":3,"message":"broken"})", u"ERROR broken"_s);
        row("serilog", R"({"@t":"2024-05-01T00:00:00Z","@m":"Started","@l":"Information"})",
            u"INFORMATION Started @t=2024-05-01T00:00:00Z"_s);
        row("structlog", R"({"event":"login","severity":"warning","user":"Ada L"})", u"WARNING login user=\"Ada L\""_s);
        row("no level", R"( {"message":"m","a":{"b":[1, 2]},"c":"x=y"} )", u"m a={\"b\":[1, 2]} c=\"x=y\""_s);
        row("no message", R"({"level":"debug","n":1e-5})", u"DEBUG n=1e-5"_s);
        row("message is no text", R"({"msg":{"a":1}})", u"msg={\"a\":1}"_s);
        row("the better key", R"({"log":"a","msg":"b"})", u"b log=a"_s);
        row("escapes", "{\"msg\":\"a\\tb\\nc \\u00e9 \\\"q\\\" \\ud83d\\ude00\"}",
            u"a\u2409b\u21b5c \u00e9 \"q\" \U0001F600"_s);
        row("nothing in it", "{}", QString());
        row("deceit", "{\"msg\":\"safe\\r\\u001b[2Jgone\\b\\b\\u202e\"}",
            u"safe\u240d\u241b[2Jgone\u2408\u2408\ufffd"_s);
    }
    void isShownByItsFields()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, text);
        const std::optional<JsonLine> json = JsonLine::parse(line);
        QVERIFY(json);
        const AnsiText shown = json->text();
        QCOMPARE(shown.text, text);
        for (const AnsiText::Span &span : shown.spans)
            QVERIFY(span.start >= 0 && span.length > 0 && span.start + span.length <= shown.text.size());
    }

    void anythingElseIsNone_data()
    {
        QTest::addColumn<QByteArray>("line");
        for (const char *line : {"",
                                 "text",
                                 "[1]",
                                 "{",
                                 "{}x",
                                 "{\"a\"}",
                                 "{\"a\":}",
                                 "{\"a\":1,}",
                                 "{a:1}",
                                 "{\"a\":01}",
                                 "{\"a\":.5}",
                                 "{\"a\":1.}",
                                 "{\"a\":tru}",
                                 "{\"a\":\"\\x\"}",
                                 "{\"a\":\"\\u12g4\"}",
                                 "{\"a\":\"b}",
                                 "{\"a\":-}",
                                 "{\"a\":1}{\"b\":2}",
                                 "{\"a\":[1}",
                                 "ERROR {\"a\":1}",
                                 "{\"a\":\"\x01\"}"})
            QTest::newRow(line) << QByteArray(line);
        QTest::newRow("deep") << "{\"a\":" + QByteArray(10'000, '[') + QByteArray(10'000, ']') + '}';
    }
    void anythingElseIsNone()
    {
        QFETCH(QByteArray, line);
        QVERIFY(!JsonLine::parse(line));
        QCOMPARE(JsonLine::levelOf(line), LogLevel());
    }

    void acceptsWhatQtAccepts()
    {
        // What is cut or has a byte changed is still JSON, or not, for both.
        const QByteArray whole = R"({"a":[1,-2.5e3,{"b":"c\u00e9\n"}],"level":"warn","d":null,"e":true,"":""})";
        QRandomGenerator random(7);
        int accepted = 0;
        for (int i = 0; i < 20'000; ++i) {
            QByteArray line = whole;
            for (int changes = random.bounded(3); changes > 0; --changes)
                line[random.bounded(int(line.size()))] = "{}[]\":,0a\\e-.5tn "[random.bounded(17)];
            const QJsonDocument document = QJsonDocument::fromJson(line);
            const bool ours = JsonLine::parse(line).has_value();
            // Qt takes numbers that RFC 8259 does not allow, such as "-.5".
            if (ours)
                QVERIFY2(document.isObject(), line.constData());
            accepted += ours ? 1 : 0;
        }
        QVERIFY(accepted > 1000);
    }

    void theLevelIsFoundWhereverItStands()
    {
        const QByteArray line = "{\"msg\":\"" + QByteArray(1000, 'x') + " ERROR\",\"level\":\"info\"}";
        const LogLevel level = LogLevel::of(line);
        QCOMPARE(level.kind, LogLevel::Kind::Info);
        QCOMPARE(line.mid(level.start, level.length), "info");
        QCOMPARE(LogLevel::of("{\"level\":50,\"msg\":\"x\"}").kind, LogLevel::Kind::Error);
    }
};

QTEST_APPLESS_MAIN(TestJsonLine)
#include "tst_jsonline.moc"

// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "build/buildrequest.h"
#include "build/buildstepmodel.h"
#include "build/classicbuildparser.h"
#include "build/plainbuildparser.h"
#include "build/rawjsonbuildparser.h"
#include "memoryuse.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace Gantry;
using namespace Qt::StringLiterals;

using State = BuildStep::State;

/// The words of real builders (Docker 20.10, and buildx 0.13 on it), recorded in tests/unit/build.
class TestBuildProgress : public QObject
{
    Q_OBJECT

    static QByteArray recorded(const QString &name)
    {
        QFile file(QStringLiteral(GANTRY_SOURCE_DIR "/tests/unit/build/") + name);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s is missing", qPrintable(name));
        return file.readAll();
    }

    static BuildProgress read(const QString &outcome, const QString &builder, qsizetype piece)
    {
        const QString dockerfile = outcome == "bad"_L1 ? u"Dockerfile.bad"_s : u"Dockerfile"_s;
        BuildProgress progress(Dockerfile(QString::fromUtf8(recorded(dockerfile))));
        const QByteArray bytes = recorded(outcome + u'.' + builder);
        const auto feed = [&](auto parser, const auto &text) {
            for (qsizetype i = 0; i < text.size(); i += piece)
                parser.feed(text.mid(i, piece));
            parser.finish();
        };
        if (builder == "classic"_L1)
            feed(ClassicBuildParser(&progress), bytes);
        else if (builder == "plain"_L1)
            feed(PlainBuildParser(&progress), QString::fromUtf8(bytes));
        else
            feed(RawJsonBuildParser(&progress), QString::fromUtf8(bytes));
        progress.finish(outcome != "bad"_L1, false);
        return progress;
    }

    static const BuildStep *stepAt(const BuildProgress &progress, int line)
    {
        for (const BuildStep &step : progress.steps()) {
            if (step.line == line)
                return &step;
        }
        return nullptr;
    }

private Q_SLOTS:
    void imagesOfADockerfile()
    {
        const Dockerfile file(
            u"ARG HOST=reg.example:5000 NAME=\"api\"\nARG VERSION\nFROM --platform=linux/amd64 $HOST/a AS "
            "first\nFROM ${HOST}/b/${NAME}:${VERSION:-1} AS second\nFROM scratch\nCOPY --from=first /x "
            "/y\nCOPY --from=1 /x /y\nCOPY --chown=1 --from=docker.io/tool /x /y\nFROM Second\n"_s);
        QCOMPARE(file.images({}),
                 (QStringList{u"reg.example:5000/a"_s, u"reg.example:5000/b/api:1"_s, u"docker.io/tool"_s}));
        QCOMPARE(file.images({{u"HOST"_s, u"other"_s}, {u"VERSION"_s, u"2"_s}}),
                 (QStringList{u"other/a"_s, u"other/b/api:2"_s, u"docker.io/tool"_s}));
        QCOMPARE(Dockerfile(u"RUN x\n"_s).images({}), QStringList());
    }

    void instructionsOfADockerfile()
    {
        const Dockerfile file(
            u"# syntax=docker/dockerfile:1\r\nARG BASE=alpine\n\nFROM --platform=linux/amd64 $BASE AS Build\nRUN a && \\\n# said\n\n  b\nRUN <<EOF\nFROM nothing\nEOF\nFROM scratch\nCOPY --from=build /x /x\nWORKDIR /x\nFROM build as last\nENV A=1\nRUN c"_s);
        QStringList found;
        for (const DockerInstruction &each : file.instructions())
            found << u"%1 %2-%3 %4"_s.arg(each.keyword).arg(each.line).arg(each.lastLine).arg(each.stage);
        QCOMPARE(found,
                 (QStringList{u"ARG 2-2 -1"_s, u"FROM 4-4 0"_s, u"RUN 5-8 0"_s, u"RUN 9-11 0"_s, u"FROM 12-12 1"_s,
                              u"COPY 13-13 1"_s, u"WORKDIR 14-14 1"_s, u"FROM 15-15 2"_s, u"ENV 16-16 2"_s,
                              u"RUN 17-17 2"_s}));
        QCOMPARE(file.targets(), (QStringList{u"Build"_s, u"last"_s}));
        QCOMPARE(file.classicStep(3)->line, 5);
        QCOMPARE(file.classicStep(0), nullptr);
        QCOMPARE(file.classicStep(11), nullptr);
        QCOMPARE(file.buildKitStep(u"build"_s, 1, u"FROM docker.io/library/alpine"_s)->line, 4);
        QCOMPARE(file.buildKitStep(u"build"_s, 3, {})->line, 9);
        QCOMPARE(file.buildKitStep(u"stage-1"_s, 2, {})->line, 14);
        QCOMPARE(file.buildKitStep(u"last"_s, 1, {})->line, 17);
        QCOMPARE(file.buildKitStep(u"none"_s, 1, {}), nullptr);
        QVERIFY(Dockerfile(QString()).instructions().isEmpty());
        QCOMPARE(Dockerfile(u"# escape=`\nFROM a`\n  b\nRUN c:\\\n"_s).instructions().size(), 2);
    }

    void builders_data()
    {
        QTest::addColumn<QString>("builder");
        QTest::addColumn<qsizetype>("piece");
        for (const char *builder : {"classic", "plain", "rawjson"}) {
            for (const qsizetype piece : {1, 7, 100'000}) {
                QTest::newRow(qPrintable(u"%1 by %2"_s.arg(QLatin1String(builder)).arg(piece)))
                    << QString::fromLatin1(builder) << piece;
            }
        }
    }

    void aBuildThatSucceeds_data() { builders_data(); }
    void aBuildThatSucceeds()
    {
        QFETCH(QString, builder);
        QFETCH(qsizetype, piece);
        BuildProgress progress = read(u"ok"_s, builder, piece);
        const BuildStep *step = stepAt(progress, 4);
        QVERIFY(step);
        QCOMPARE(step->state, State::Done);
        QCOMPARE(step->lastLine, 5);
        // Two streams of a program have no order among each other.
        QStringList lines = step->output.split(u'\n', Qt::SkipEmptyParts);
        lines.sort();
        QCOMPARE(lines, (QStringList{u"one"_s, u"two"_s}));
        QVERIFY(step->duration >= 0);
        QCOMPARE(step->instruction, u"RUN echo one && echo two >&2"_s);
        QCOMPARE(stepAt(progress, 7)->instruction, u"COPY hello.txt /hello.txt"_s);
        QCOMPARE(progress.failedStep(), -1);
        QCOMPARE(progress.problem(), QString());
        QVERIFY2(progress.imageId().startsWith(u"sha256:"_s) && progress.imageId().size() == 71,
                 qPrintable(progress.imageId()));
        QCOMPARE(progress.endedSteps(), progress.allSteps());
        QCOMPARE(progress.allSteps(), builder == "classic"_L1 ? 8 : 4);
        QCOMPARE(progress.takeChanged().size(), progress.steps().size());
        QVERIFY(progress.takeChanged().isEmpty());
        QVERIFY(progress.takeText().contains(u"two\n"_s));
        if (builder != "classic"_L1)
            QVERIFY(stepAt(progress, 8)->duration >= 1000);
    }

    void whatComesFromTheCacheIsSaid_data() { builders_data(); }
    void whatComesFromTheCacheIsSaid()
    {
        QFETCH(QString, builder);
        QFETCH(qsizetype, piece);
        const BuildProgress progress = read(u"cached"_s, builder, piece);
        for (const int line : {4, 7, 8})
            QCOMPARE(stepAt(progress, line)->state, State::Cached);
        QCOMPARE(progress.failedStep(), -1);
    }

    void theStepThatFailsHasItsLine_data() { builders_data(); }
    void theStepThatFailsHasItsLine()
    {
        QFETCH(QString, builder);
        QFETCH(qsizetype, piece);
        const BuildProgress progress = read(u"bad"_s, builder, piece);
        QVERIFY(progress.failedStep() >= 0);
        const BuildStep &step = progress.steps().at(progress.failedStep());
        QCOMPARE(step.line, 9);
        QCOMPARE(step.output, u"before\n"_s);
        QCOMPARE(step.number, builder == "classic"_L1 ? u"7/8"_s : u"stage-1 3/3"_s);
        QVERIFY2(step.problem.contains(u"echo before; exit 3"_s), qPrintable(step.problem));
        QVERIFY2(progress.problem().contains(u"3"_s), qPrintable(progress.problem()));
        QCOMPARE(stepAt(progress, 8)->state, State::Cached);
    }

    /// The form of Podman's builder, which counts each stage by itself.
    void podmansStepsAreSteps()
    {
        BuildProgress progress(Dockerfile(u"ARG A=1\nFROM a AS b\nRUN c\nFROM b\nCOPY d /\n"_s));
        ClassicBuildParser parser(&progress);
        for (const char *line : {"[1/2] STEP 1/2: FROM a AS b", "[1/2] STEP 2/2: RUN c", "--> Using cache 0123",
                                 "--> 0123", "[2/2] STEP 1/2: FROM 0123", "[2/2] STEP 2/2: COPY d /", "COMMIT x",
                                 "--> 4567", "Successfully built 4567"})
            parser.feed("{\"stream\":\"" + QByteArray(line) + "\\n\"}\n");
        parser.finish();
        QCOMPARE(progress.steps().size(), 4);
        QCOMPARE(stepAt(progress, 3)->state, State::Cached);
        QCOMPARE(stepAt(progress, 5)->state, State::Done);
        QCOMPARE(progress.imageId(), u"4567"_s);
    }

    void aBuildThatBreaksOffIsNotDone()
    {
        BuildProgress progress(Dockerfile(u"FROM a\nRUN b\n"_s));
        ClassicBuildParser parser(&progress);
        parser.feed(
            "{\"stream\":\"Step 1/2 : FROM a\"}\n{\"stream\":\"\\n\"}\n{\"stream\":\"Step 2/2 : RUN b\"}\nno json\n");
        QCOMPARE(progress.runningStep(), 1);
        QCOMPARE(progress.endedSteps(), 1);
        progress.finish(false, true);
        QCOMPARE(progress.steps().at(1).state, State::Cancelled);
        QCOMPARE(progress.failedStep(), -1);
    }

    void anEndlessOutputIsBounded()
    {
        BuildProgress progress;
        const int step = progress.step(u"1"_s);
        for (int i = 0; i < 100; ++i)
            progress.addOutput(step, QString(10'000, u'x'));
        QVERIFY(progress.steps().at(step).output.size() < 400'000);
    }

    void aLineWithoutEndIsLeftOut_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("first"); ///< of the long line
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("classic") << QByteArray("{\"stream\":\"Step 1/1 : RUN a\"}") << QByteArray("{\"stream\":\"")
                                 << QByteArray("{\"stream\":\"after\\n\"}");
        QTest::newRow("plain") << QByteArray("#5 [1/1] RUN a") << QByteArray("#5 1.0 ") << QByteArray("#5 1.1 after");
        QTest::newRow("rawjson") << QByteArray("{\"vertexes\":[{\"digest\":\"d\",\"name\":\"[1/1] RUN a\"}]}")
                                 << QByteArray("{\"logs\":[{\"vertex\":\"d\",\"data\":\"")
                                 << QByteArray("{\"logs\":[{\"vertex\":\"d\",\"data\":\"YWZ0ZXIK\"}]}");
    }
    void aLineWithoutEndIsLeftOut()
    {
        QFETCH(const QByteArray, before);
        QFETCH(const QByteArray, first);
        QFETCH(const QByteArray, after);
        BuildProgress progress;
        // Its end looks like a line of its own.
        const QByteArray bytes = before + '\n' + first + QByteArray(10'000'000, 'x') + '\n' + after + '\n';
        const qint64 memory = MemoryUse::highest();
        QElapsedTimer clock;
        clock.start();
        const auto feed = [&bytes](auto parser, auto text) {
            for (qsizetype i = 0; i < bytes.size(); i += 16 * 1024)
                parser.feed(text(bytes.mid(i, 16 * 1024)));
            parser.finish();
        };
        const auto same = [](const QByteArray &piece) { return piece; };
        const auto decoded = [](const QByteArray &piece) { return QString::fromLatin1(piece); };
        if (qstrcmp(QTest::currentDataTag(), "classic") == 0)
            feed(ClassicBuildParser(&progress), same);
        else if (qstrcmp(QTest::currentDataTag(), "plain") == 0)
            feed(PlainBuildParser(&progress), decoded);
        else
            feed(RawJsonBuildParser(&progress), decoded);
        qInfo("%lld ms, %lld MB more", clock.elapsed(), (MemoryUse::highest() - memory) / 1'000'000);
        QCOMPARE(progress.steps().size(), 1);
        QCOMPARE(progress.steps().first().output, u"after\n"_s);
        const QString text = progress.takeText();
        QVERIFY2(text.size() < 1000 && text.endsWith(u"after\n"_s), qPrintable(text.left(1000)));
    }

    void linesAreCutAnywhere()
    {
        const QString text = u"one\n12345\n123456\n\nlast"_s;
        for (const qsizetype piece : {1, 2, 3, 7, 100}) {
            LineCutter<QString> cutter(5);
            QStringList lines;
            for (qsizetype i = 0; i < text.size(); i += piece)
                cutter.feed(text.mid(i, piece), [&lines](const QString &line) { lines << line; });
            lines << cutter.takeRest();
            QCOMPARE(lines, QStringList({u"one"_s, u"12345"_s, QString(), u"last"_s}));
        }
    }

    /// As a program redraws its bar: without a line break for long, then with one.
    void barsOfProgressAreBounded()
    {
        QByteArray bar;
        while (bar.size() < 90'000)
            bar += "\r 42% [=====>      ]";
        for (const bool plain : {true, false}) {
            BuildProgress progress;
            PlainBuildParser plainParser(&progress);
            RawJsonBuildParser jsonParser(&progress);
            ComposeOutput output; // as the output of buildx comes
            for (int i = 0; i < 30; ++i) {
                if (plain)
                    plainParser.feed(output.feed("#5 1.0 " + bar + '\n'));
                else
                    jsonParser.feed(
                        output.feed("{\"logs\":[{\"vertex\":\"d\",\"data\":\"" + bar.toBase64() + "\"}]}\n"));
            }
            if (plain)
                plainParser.feed(u"#5 2.0 end\n"_s);
            else
                jsonParser.feed(u"{\"logs\":[{\"vertex\":\"d\",\"data\":\"DWVuZAo=\"}]}\n"_s);
            QCOMPARE(progress.steps().size(), 1);
            const QString &shown = progress.steps().first().output;
            QVERIFY2(shown.endsWith(u"end\n"_s), qPrintable(shown.right(100)));
            QVERIFY2(shown.size() < 400'000 && !shown.contains(u'\r'), QByteArray::number(shown.size()));
        }
    }

    void stepsAreRows()
    {
        BuildStepModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        BuildProgress progress(Dockerfile(QString::fromUtf8(recorded(u"Dockerfile.bad"_s))));
        ClassicBuildParser parser(&progress);
        const QByteArrayList lines = recorded(u"bad.classic"_s).split('\n');
        for (const QByteArray &line : lines) {
            parser.feed(line + '\n');
            model.update(progress.steps(), progress.takeChanged());
        }
        QCOMPARE(model.rowCount(), 7);
        const auto cell = [&model](int row, int column) { return model.index(row, column).data().toString(); };
        QCOMPARE(cell(6, BuildStepModel::StateColumn), u"failed"_s);
        QCOMPARE(cell(6, BuildStepModel::LineColumn), u"9"_s);
        QCOMPARE(cell(2, BuildStepModel::StateColumn), u"from the cache"_s);
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    void requests()
    {
        BuildRequest request;
        QVERIFY(!request.problem().isEmpty());
        request.folder = u"/home/ada/my api"_s;
        request.tags = {u"registry.example:5000/team/api:1.2"_s};
        request.dockerfile = u"docker/Build.file"_s;
        request.target = u"base"_s;
        request.arguments = {{u"WHO"_s, u"a b"_s}, {u"DB_PASSWORD"_s, u"hunter2"_s}};
        request.noCache = request.pull = true;
        QCOMPARE(request.problem(), QString());
        QCOMPARE(request.toCommand({u"docker"_s}).join(u'|'),
                 u"docker|build|--tag|registry.example:5000/team/api:1.2|--file|/home/ada/my api/docker/Build.file|"
                 "--target|base|--build-arg|WHO=a b|--build-arg|DB_PASSWORD|--no-cache|--pull|/home/ada/my api"_s);
        QVERIFY(!request.toBuildxArguments(u"plain"_s).join(u' ').contains(u"hunter2"_s));
        QCOMPARE(request.environment({}).value(u"DB_PASSWORD"_s), u"hunter2"_s);
        QVERIFY(!request.environment({}).contains(u"WHO"_s));
        const QByteArray query = request.toQuery();
        QVERIFY2(query.contains("&t=registry.example%3A5000%2Fteam%2Fapi%3A1.2"), query.constData());
        QVERIFY2(query.contains("dockerfile=docker%2FBuild.file&nocache=1&pull=1"), query.constData());
        QVERIFY2(QByteArray::fromPercentEncoding(query).contains(R"("DB_PASSWORD":"hunter2")"), query.constData());
        for (const QString &dockerfile : {u"../Dockerfile"_s, u"/etc/passwd"_s, u""_s, u"a/../../b"_s}) {
            request.dockerfile = dockerfile;
            QVERIFY2(!request.problem().isEmpty(), qPrintable(dockerfile));
        }
    }

    void tags_data()
    {
        QTest::addColumn<bool>("taken");
        for (const char *tag : {"api", "team/api", "api:1.2", "localhost:5000/api", "Registry.example/api", "a__b",
                                "a--b", "[::1]:5000/api", "api:V1"})
            QTest::newRow(tag) << true;
        for (const char *tag : {"-x", "API", "api:", "api:-1", "a b", "a/", "/a", "a..b", "api:1:2", "a\nb", "--tag=x"})
            QTest::newRow(tag) << false;
    }
    void tags() { QTEST(BuildRequest::isTag(QString::fromLatin1(QTest::currentDataTag())), "taken"); }
};

QTEST_GUILESS_MAIN(TestBuildProgress)
#include "tst_buildprogress.moc"

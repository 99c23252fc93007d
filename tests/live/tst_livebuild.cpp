// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "build/imagebuild.h"
#include "live/labengine.h"
#include "live/realregistry.h"
#include "operations/operationlog.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Gantry;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60'000;
const QString tag = u"gantry-live-build"_s;

} // namespace

/// Images built on a real engine: by the classic builder, and by docker buildx where the lab has it.
class TestLiveBuild : public QObject
{
    Q_OBJECT

    LabEngine m_engine;
    OperationLog m_log;
    std::unique_ptr<QTemporaryDir> m_folder;
    QTemporaryDir m_config;
    const QString m_nonce = QString::number(QDateTime::currentMSecsSinceEpoch(), 36);

    void write(const QString &name, const QByteArray &text) const
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    /// A step that no earlier run of the test left in the cache.
    QByteArray dockerfile(const QByteArray &rest) const
    {
        return "FROM " + Lab::image(Lab::Image::Busybox).toUtf8() + "\nLABEL nonce=" + m_nonce.toLatin1() + '-'
            + QTest::currentDataTag() + "\n" + rest;
    }

    BuildRequest request() const
    {
        BuildRequest request;
        request.folder = m_folder->path();
        request.tags = {tag};
        return request;
    }

    /// Without a docker program, or with one that has the plugin.
    QProcessEnvironment environment() const
    {
        QFETCH(bool, buildx);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"DOCKER_CONFIG"_s, m_config.path());
        if (!buildx)
            environment.insert(u"PATH"_s, u"/nowhere"_s);
        return environment;
    }

    ImageBuild *begin(const BuildRequest &request)
    {
        return ImageBuild::begin(&*m_engine, &m_log, request, environment());
    }

    static bool hasEnded(const ImageBuild *build) { return !build->operation()->isRunning(); }

    void builders() const
    {
        QTest::addColumn<bool>("buildx");
        QTest::newRow("classic") << false;
        if (!qEnvironmentVariableIsEmpty("GANTRY_LAB_BUILDX") && m_engine->info().traits.hasBuildKit)
            QTest::newRow("buildx") << true;
    }

    static const BuildStep *stepAt(const ImageBuild *build, int line)
    {
        for (const BuildStep &step : build->progress().steps()) {
            if (step.line == line)
                return &step;
        }
        return nullptr;
    }

    static QStringList containers()
    {
        return Lab::docker({u"ps"_s, u"--all"_s, u"--quiet"_s, u"--filter"_s, u"name=^[a-z]+_[a-z]+$"_s})
            .output.split(u'\n', Qt::SkipEmptyParts);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(Lab::isUp(), Lab::notUp);
        if (const QString plugin = qEnvironmentVariable("GANTRY_LAB_BUILDX"); !plugin.isEmpty()) {
            QVERIFY(QDir(m_config.path()).mkpath(u"cli-plugins"_s));
            QVERIFY(QFile::link(plugin, m_config.filePath(u"cli-plugins/docker-buildx"_s)));
        }
        m_engine.connect();
    }

    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void cleanupTestCase()
    {
        m_engine.reset();
        if (Lab::isUp())
            Lab::docker({u"rmi"_s, u"--force"_s, tag});
    }

    void anImageIsBuiltAndTheSecondTimeFromTheCache_data() { builders(); }
    void anImageIsBuiltAndTheSecondTimeFromTheCache()
    {
        write(u"hello.txt"_s, "bonjour\n");
        write(u"left-out"_s, "x");
        write(u".dockerignore"_s, "left-*\n");
        write(
            u"Dockerfile"_s,
            dockerfile("ARG WHO=nobody\nCOPY . /data\nRUN ls /data && echo \"hello $WHO\" > /who\nLABEL purpose=test\n"
                       "CMD [\"cat\", \"/data/hello.txt\", \"/who\"]\n"));
        BuildRequest wanted = request();
        wanted.arguments = {{u"WHO"_s, u"Ada"_s}};
        const ImageBuild *build = begin(wanted);
        QTRY_VERIFY_WITH_TIMEOUT(hasEnded(build), patience);
        QVERIFY2(build->operation()->state() == Operation::State::Succeeded, qPrintable(build->operation()->error()));
        QCOMPARE(build->operation()->percent(), 100);
        QCOMPARE(Lab::docker({u"run"_s, u"--rm"_s, tag}).output, u"bonjour\nhello Ada"_s);
        QCOMPARE(Lab::docker({u"inspect"_s, u"--format"_s, u"{{.Config.Labels.purpose}}"_s, tag}).output, u"test"_s);
        const BuildStep *run = stepAt(build, 5);
        QVERIFY(run);
        QCOMPARE(run->state, BuildStep::State::Done);
        QVERIFY2(run->output.contains(u"hello.txt"_s), qPrintable(run->output));
        QVERIFY2(!run->output.contains(u"left-out"_s), qPrintable(run->output));
        const QString id = Lab::docker({u"inspect"_s, u"--format"_s, u"{{.Id}}"_s, tag}).output;
        QCOMPARE(build->progress().imageId(), id);
        QVERIFY2(build->operation()->commandLine().endsWith(u" build --tag "_s + tag + u" --build-arg WHO=Ada "_s
                                                            + m_folder->path()),
                 qPrintable(build->operation()->commandLine()));

        const ImageBuild *again = begin(wanted);
        QTRY_VERIFY_WITH_TIMEOUT(hasEnded(again), patience);
        QCOMPARE(again->operation()->state(), Operation::State::Succeeded);
        QCOMPARE(stepAt(again, 4)->state, BuildStep::State::Cached);
        QCOMPARE(stepAt(again, 5)->state, BuildStep::State::Cached);

        wanted.noCache = true;
        const ImageBuild *anew = begin(wanted);
        QTRY_VERIFY_WITH_TIMEOUT(hasEnded(anew), patience);
        QCOMPARE(stepAt(anew, 5)->state, BuildStep::State::Done);
    }

    void aFailureHasItsLineAndTheBuildersWords_data() { builders(); }
    void aFailureHasItsLineAndTheBuildersWords()
    {
        write(u"Dockerfile"_s, dockerfile("RUN echo fine\n# said\nRUN echo why && \\\n    exit 7\nRUN echo never\n"));
        const ImageBuild *build = begin(request());
        QTRY_VERIFY_WITH_TIMEOUT(hasEnded(build), patience);
        const Operation *operation = build->operation();
        QCOMPARE(operation->state(), Operation::State::Failed);
        QCOMPARE(operation->failure().fact, u"Could not build %1: line 5 of Dockerfile failed."_s.arg(tag));
        QVERIFY2(operation->failure().words.contains(u'7'), qPrintable(operation->error()));
        QVERIFY(!operation->failure().advice.isEmpty());
        QCOMPARE(build->failedLine(), 5);
        const BuildStep &step = build->progress().steps().at(build->progress().failedStep());
        QCOMPARE(step.output, u"why\n"_s);
        QCOMPARE(stepAt(build, 3)->state, BuildStep::State::Done);
        QVERIFY(operation->output().contains(u"why\n"_s));
        QVERIFY(operation->canRetry());
    }

    void aDockerfileThatIsWrongIsSaid_data() { builders(); }
    void aDockerfileThatIsWrongIsSaid()
    {
        write(u"Dockerfile"_s, dockerfile("RUNN echo\n"));
        const ImageBuild *build = begin(request());
        QTRY_VERIFY_WITH_TIMEOUT(hasEnded(build), patience);
        QCOMPARE(build->operation()->state(), Operation::State::Failed);
        QVERIFY2(build->operation()->error().contains(u"unknown instruction: RUNN"_s),
                 qPrintable(build->operation()->error()));
        QCOMPARE(build->failedLine(), 3);
    }

    void aMissingFileIsSaid_data() { builders(); }
    void aMissingFileIsSaid()
    {
        write(u"Dockerfile"_s, dockerfile("COPY nosuch.txt /\n"));
        const ImageBuild *build = begin(request());
        QTRY_VERIFY_WITH_TIMEOUT(hasEnded(build), patience);
        QCOMPARE(build->failedLine(), 3);
        QVERIFY2(build->operation()->error().contains(u"nosuch.txt"_s), qPrintable(build->operation()->error()));
        QVERIFY2(build->operation()->failure().advice.contains(u".dockerignore"_s),
                 qPrintable(build->operation()->error()));
    }

    void aBuildIsCancelled_data() { builders(); }
    void aBuildIsCancelled()
    {
        write(u"Dockerfile"_s, dockerfile("RUN echo begun && sleep 120\n"));
        const qsizetype before = containers().size();
        const ImageBuild *build = begin(request());
        QTRY_VERIFY_WITH_TIMEOUT(build->operation()->output().contains(u"begun"_s), patience);
        build->operation()->cancel();
        QTRY_VERIFY_WITH_TIMEOUT(hasEnded(build), patience);
        QCOMPARE(build->operation()->state(), Operation::State::Cancelled);
        QCOMPARE(stepAt(build, 3)->state, BuildStep::State::Cancelled);
        // The engine stops, too, and leaves nothing behind.
        QTRY_COMPARE_WITH_TIMEOUT(containers().size(), before, 20'000);
    }

    void aTargetIsBuiltAlone_data() { builders(); }
    void aTargetIsBuiltAlone()
    {
        const QByteArray base = Lab::image(Lab::Image::Busybox).toUtf8();
        write(u"Dockerfile"_s, "FROM " + base + " AS first\nLABEL stage=first\nFROM " + base + "\nRUN exit 1\n");
        BuildRequest wanted = request();
        wanted.target = u"first"_s;
        const ImageBuild *build = begin(wanted);
        QTRY_VERIFY_WITH_TIMEOUT(hasEnded(build), patience);
        QVERIFY2(build->operation()->state() == Operation::State::Succeeded, qPrintable(build->operation()->error()));
        QCOMPARE(Lab::docker({u"inspect"_s, u"--format"_s, u"{{.Config.Labels.stage}}"_s, tag}).output, u"first"_s);
    }

    void aPrivateBaseImageIsHadByTheLoginOfDocker_data() { builders(); }
    void aPrivateBaseImageIsHadByTheLoginOfDocker()
    {
        RealRegistry registry(true);
        QVERIFY2(registry.isUp(), registry.words());
        QVERIFY2(registry.offer(Lab::image(Lab::Image::Busybox), u"team/base:1"_s), registry.words());
        const QString base = registry.reference(u"team/base:1"_s);
        write(u"Dockerfile"_s, "ARG BASE\nFROM ${BASE}\nLABEL private=" + m_nonce.toLatin1() + "\n");
        BuildRequest wanted = request();
        wanted.arguments = {{u"BASE"_s, base}};
        const ImageBuild *stranger = begin(wanted);
        QTRY_VERIFY_WITH_TIMEOUT(hasEnded(stranger), patience);
        QCOMPARE(stranger->operation()->state(), Operation::State::Failed);
        registry.logIn(m_config.path(), QString::fromLatin1(RealRegistry::Password));
        const ImageBuild *build = begin(wanted);
        QTRY_VERIFY_WITH_TIMEOUT(hasEnded(build), patience);
        QFile::remove(m_config.filePath(u"config.json"_s));
        QVERIFY2(build->operation()->state() == Operation::State::Succeeded, qPrintable(build->operation()->error()));
        QCOMPARE(Lab::docker({u"inspect"_s, u"--format"_s, u"{{.Config.Labels.private}}"_s, tag}).output, m_nonce);
        QVERIFY(!build->operation()->output().contains(QLatin1String(RealRegistry::Password)));
        Lab::docker({u"rmi"_s, u"--force"_s, tag, base});
    }

    void secretsOfArgumentsAreNotShown_data() { builders(); }
    void secretsOfArgumentsAreNotShown()
    {
        write(u"Dockerfile"_s, dockerfile("ARG API_TOKEN\nRUN test \"$API_TOKEN\" = hunter2\n"));
        BuildRequest wanted = request();
        wanted.arguments = {{u"API_TOKEN"_s, u"hunter2"_s}};
        const ImageBuild *build = begin(wanted);
        QTRY_VERIFY_WITH_TIMEOUT(hasEnded(build), patience);
        const Operation *operation = build->operation();
        QVERIFY2(operation->state() == Operation::State::Succeeded, qPrintable(operation->error()));
        QVERIFY(!operation->commandLine().contains(u"hunter2"_s));
        QVERIFY(operation->commandLine().contains(u"--build-arg API_TOKEN "_s));
    }

    void manyFilesAreSentQuickly_data() { builders(); }
    void manyFilesAreSentQuickly()
    {
        for (int folder = 0; folder < 20; ++folder) {
            const QString name = u"d%1"_s.arg(folder);
            QVERIFY(QDir(m_folder->path()).mkpath(name));
            for (int file = 0; file < 1000; ++file)
                write(u"%1/f%2"_s.arg(name).arg(file), "content");
        }
        write(u"Dockerfile"_s, "FROM " + Lab::image(Lab::Image::Busybox).toUtf8() + "\nLABEL many=files\n");
        QElapsedTimer clock;
        clock.start();
        const ImageBuild *build = begin(request());
        QTRY_VERIFY_WITH_TIMEOUT(hasEnded(build), patience);
        qInfo("20,001 files: %lld ms", clock.elapsed());
        QVERIFY2(build->operation()->state() == Operation::State::Succeeded, qPrintable(build->operation()->error()));
        QVERIFY(build->operation()->output().contains(u"20,001 file"_s));
    }

    void oddFoldersAndNames_data() { builders(); }
    void oddFoldersAndNames()
    {
        QVERIFY(QDir(m_folder->path()).mkpath(u"-odd folder\n'"_s));
        QFile file(m_folder->filePath(u"-odd folder\n'/-Dockerfile"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(dockerfile("COPY . /all\n"));
        file.close();
        BuildRequest wanted = request();
        wanted.folder = m_folder->filePath(u"-odd folder\n'"_s);
        wanted.dockerfile = u"-Dockerfile"_s;
        const ImageBuild *build = begin(wanted);
        QTRY_VERIFY_WITH_TIMEOUT(hasEnded(build), patience);
        QVERIFY2(build->operation()->state() == Operation::State::Succeeded, qPrintable(build->operation()->error()));
        QCOMPARE(Lab::docker({u"run"_s, u"--rm"_s, tag, u"ls"_s, u"/all"_s}).output, u"-Dockerfile"_s);
    }
};

QTEST_GUILESS_MAIN(TestLiveBuild)
#include "tst_livebuild.moc"

// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/composelabels.h"
#include "engine/logsave.h"
#include "engine/mergedlogreader.h"
#include "projectfixture.h"

#include <algorithm>

using namespace Gantry;

/// The logs of a real project as one.
class TestLiveLogs : public ProjectFixture
{
    Q_OBJECT

    std::optional<MergedLogReader> m_reader;

    const MergedLog &log() const { return *m_reader->log(); }

    /// As a page does it that shows a project.
    void follow(const QString &project)
    {
        const auto fill = [this, project] {
            QList<MergedLogReader::Container> containers;
            const QList<ProjectService> services = m_store->project(project).services;
            for (const ProjectService &service : services) {
                for (const QString &id : service.containers) {
                    const ContainerSummary container = m_engine->containers()->container(id);
                    containers.append({id, service.name + u'-' + container.labels[ComposeLabel::containerNumber]});
                }
            }
            m_reader->setContainers(containers);
        };
        m_reader.emplace(&*m_engine, nullptr);
        connect(&*m_store, &ProjectStore::changed, &*m_reader, fill);
        fill();
        m_reader->open({});
    }

    /// A container that has written this and ended.
    static QString ended(const QString &script)
    {
        const QString id
            = Lab::docker({u"run"_s, u"-d"_s, Lab::image(Lab::Image::Busybox), u"sh"_s, u"-c"_s, script}).output;
        return Lab::docker({u"wait"_s, id}).ok() ? id : QString();
    }

    /// What `docker logs` prints, both channels.
    QByteArray printed(const QString &id, const QString &option) const
    {
        const QString path = m_saved.filePath(u"printed"_s);
        Lab::run(u"sh"_s, {u"-c"_s, u"docker logs $3 \"$1\" > \"$2\" 2>&1"_s, u"-"_s, id, path, option});
        return contents(path);
    }

    /// The same log as it is saved here.
    QByteArray saved(const QString &id, const LogSave::Options &options, qint64 *lines) const
    {
        ContainerLog read;
        ContainerLog::Source source;
        source.container = id;
        source.exitCode = 0;
        source.open = [this, id](const EngineClient::LogOptions &wanted, QObject *parent) {
            return m_engine->client()->logs(id, wanted, parent);
        };
        read.open(source, {});
        if (!QTest::qWaitFor([&read] { return read.state() == ReadLog::State::Ended; }, patience))
            return "not read";
        *lines = read.buffer().lines();
        const QString path = m_saved.filePath(u"saved"_s);
        LogSave save(read.buffer(), options, path);
        QSignalSpy finished(&save, &LogSave::finished);
        save.start();
        return finished.wait(patience) ? contents(path) : QByteArray("not saved");
    }

    static QByteArray contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("not there");
    }

    QTemporaryDir m_saved;

    QStringList lines() const
    {
        QStringList all;
        for (qint64 i = log().buffer().firstLine(); i < log().buffer().endLine(); ++i)
            all << log().keys().value(log().buffer().source(i)) + u": "_s + QString::fromUtf8(log().buffer().line(i));
        return all;
    }
    int count(const QString &line) const { return int(lines().count(line)); }
    /// The first lines that are not in the order of their times; empty where all are. What one container writes to its
    /// two channels within microseconds its engine itself may keep in another order.
    QString disorder() const
    {
        qint64 latest = 0;
        for (qint64 i = 1; i < log().buffer().endLine(); ++i) {
            const LogBuffer &buffer = log().buffer();
            if (buffer.time(i - 1) > buffer.time(latest))
                latest = i - 1;
            if (buffer.time(i) != 0 && buffer.time(i) < buffer.time(latest)
                && buffer.source(i) != buffer.source(latest))
                return lines().mid(latest, i - latest + 1).join(u'\n');
        }
        return {};
    }

    static QByteArray talking()
    {
        // Each says when it begins, and what it was made with.
        const auto service = [](const QByteArray &name, const QByteArray &more) {
            return "  " + name + ":\n    image: " + Lab::image(Lab::Image::Busybox).toUtf8() + "\n    init: true\n"
                + more
                + "    environment: {ROUND: \"${ROUND:-1}\"}\n"
                  "    command: [sh, -c, 'echo \"begins with $$ROUND\"; i=0; while sleep 0.05; do i=$$((i+1)); "
                  "echo \"line $$i\"; [ $$((i % 5)) -eq 0 ] && echo \"ERROR $$i\" >&2; done']\n";
        };
        return "services:\n" + service("web", "    scale: 2\n") + service("db", "");
    }

private Q_SLOTS:
    void initTestCase() { connectEngine(); }
    void init() { begin(); }
    void cleanup()
    {
        m_reader.reset();
        end();
    }
    void cleanupTestCase() { m_engine.reset(); }

    void whatIsSavedIsWhatDockerPrints()
    {
        const QString id = ended(u"head -c 10000000 /dev/zero | tr '\\0' x; echo; i=0; while [ $i -lt 200 ]; do "
                                 "head -c 90000 /dev/zero | tr '\\0' y; printf '\\r'; i=$((i+1)); done; echo done; "
                                 "sleep 0.5; printf '\\033[31moops\\033[0m\\r\\n' >&2; sleep 0.5; printf 'no end'"_s);
        QVERIFY(!id.isEmpty());
        qint64 lines = 0;
        const QByteArray all = saved(id, {}, &lines);
        const QByteArray expected = printed(id, {});
        Lab::docker({u"rm"_s, u"-f"_s, id});
        QVERIFY2(expected.size() > 28'000'000, expected.left(200).constData());
        QCOMPARE(lines, 4);
        QCOMPARE(all.size(), expected.size());
        QVERIFY(all == expected);
    }

    void twoLivesWithoutAnEnd()
    {
        const QString id = ended(u"echo begins; printf 'no end'"_s);
        QVERIFY(Lab::docker({u"start"_s, id}).ok());
        QVERIFY(Lab::docker({u"wait"_s, id}).ok());
        qint64 lines = 0;
        const QByteArray all = saved(id, {}, &lines);
        const QByteArray expected = printed(id, {});
        Lab::docker({u"rm"_s, u"-f"_s, id});
        QCOMPARE(expected, "begins\nno endbegins\nno end");
        QCOMPARE(all, expected);
        QCOMPARE(lines, 4);
    }

    void whatIsSavedWithTimesIsWhatDockerPrints()
    {
        const QString id = ended(u"for i in 1 2 3; do echo line $i; sleep 0.2; echo error $i >&2; sleep 0.2; done"_s);
        QVERIFY(!id.isEmpty());
        qint64 lines = 0;
        const QByteArray all = saved(id, {nullptr, Qt::UTC}, &lines);
        const QByteArray expected = printed(id, u"--timestamps"_s);
        Lab::docker({u"rm"_s, u"-f"_s, id});
        QCOMPARE(lines, 6);
        QCOMPARE(all, expected);
    }

    void aProjectIsFollowedThroughARestartAndANewContainer()
    {
        const QString project = openText(u"talk"_s, Second, talking());
        QVERIFY(!project.isEmpty());
        QVERIFY(succeeds(m_commands->up(project, {})));
        QTRY_COMPARE(m_store->project(project).runningContainers(), 3);
        follow(project);
        QTRY_COMPARE_WITH_TIMEOUT(count(u"web-1: line 20"_s), 1, patience);
        for (const QString &key : {u"web-1"_s, u"web-2"_s, u"db-1"_s})
            QTRY_COMPARE(count(key + u": begins with 1"_s), 1);
        QVERIFY(log().buffer().errorLines().size() > 3);
        QCOMPARE(log().buffer().kind(log().buffer().errorLines().front()), LogBuffer::Kind::Error);
        QCOMPARE(disorder(), QString());

        QVERIFY(succeeds(m_commands->restartService(project, u"db"_s)));
        QTRY_COMPARE_WITH_TIMEOUT(count(u"db-1: begins with 1"_s), 2, patience);
        QTRY_COMPARE(lines().filter(u"db-1: container exited with code"_s).size(), 1);
        QVERIFY(lines().indexOf(u"db-1: begins with 1"_s, lines().indexOf(lines().filter(u"exited"_s).first())) > 0);

        UpOptions options;
        options.recreate = true;
        options.services = QStringList{u"web"_s};
        QVERIFY(succeeds(m_commands->up(project, options)));
        QTRY_COMPARE_WITH_TIMEOUT(count(u"web-1: begins with 1"_s), 2, patience);
        QTRY_COMPARE(count(u"web-2: begins with 1"_s), 2);
        QTRY_COMPARE(count(u"web-1: another container took its place"_s), 1);
        const QStringList all = lines().filter(u"web-1: "_s);
        const qsizetype successor = all.indexOf(u"web-1: another container took its place"_s);
        QVERIFY(all.indexOf(u"web-1: begins with 1"_s, successor) > 0);
        QVERIFY2(all.value(successor - 1).startsWith(u"web-1: container exited with code"_s),
                 qPrintable(all.mid(successor - 3, 6).join(u'\n')));
        QCOMPARE(log().keys().size(), 3);

        // Read anew it is the same log in the same order, less what the engine has removed.
        m_reader->open({});
        QTRY_COMPARE_WITH_TIMEOUT(lines().filter(u"db-1: container started again at "_s).size(), 1, patience);
        QCOMPARE(disorder(), QString());
    }
};

QTEST_GUILESS_MAIN(TestLiveLogs)
#include "tst_livelogs.moc"

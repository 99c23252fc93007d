// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/composelabels.h"
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

    QStringList lines() const
    {
        QStringList all;
        for (qint64 i = log().buffer().firstLine(); i < log().buffer().endLine(); ++i)
            all << log().keys().value(log().buffer().source(i)) + u": "_s + QString::fromUtf8(log().buffer().line(i));
        return all;
    }
    int count(const QString &line) const { return int(lines().count(line)); }
    bool isInOrder() const
    {
        qint64 last = 0;
        for (qint64 i = 0; i < log().buffer().endLine(); ++i) {
            const qint64 time = log().buffer().time(i);
            if (time != 0 && time < last)
                return false;
            last = std::max(last, time);
        }
        return true;
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
        QVERIFY(isInOrder());

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
        QTRY_COMPARE_WITH_TIMEOUT(count(u"db-1: container started again"_s), 1, patience);
        QVERIFY(isInOrder());
    }
};

QTEST_GUILESS_MAIN(TestLiveLogs)
#include "tst_livelogs.moc"

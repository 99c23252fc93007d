// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connections/reachtest.h"
#include "live/labengine.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Gantry;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60'000;
const QString network = u"gantry-live-reach"_s;
const QString bareImage = u"gantry-live-reach-bare"_s;

} // namespace

/// Whether one container reaches another, tried from inside of real ones: with each tool, and with none.
class TestLiveReach : public QObject
{
    Q_OBJECT

    static QString nameOf(const QString &image) { return u"gantry-live-reach-"_s + image; }

    static void removeAll()
    {
        for (const QString &image :
             {u"api"_s, u"postgres"_s, u"busybox"_s, u"bare"_s, u"left"_s, u"running"_s, u"new"_s})
            Lab::docker({u"rm"_s, u"--force"_s, nameOf(image)});
        Lab::docker({u"network"_s, u"disconnect"_s, u"--force"_s, network, u"lab-pg"_s});
        Lab::docker({u"network"_s, u"rm"_s, network});
        Lab::docker({u"rmi"_s, u"--force"_s, bareImage});
    }

    static void start(const QString &image, const QStringList &rest)
    {
        const Lab::CommandResult started = Lab::docker(
            QStringList{u"run"_s, u"--detach"_s, u"--name"_s, nameOf(image), u"--network"_s, network} + rest);
        QVERIFY2(started.ok(), qPrintable(started.error));
    }

    static QStringList helpers()
    {
        return Lab::docker({u"ps"_s, u"--all"_s, u"--quiet"_s, u"--filter"_s, u"name=gantry-reach-"_s})
            .output.split(u'\n', Qt::SkipEmptyParts);
    }

    LabEngine m_engine;
    OperationLog m_log;
    QElapsedTimer m_leftSince;

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(Lab::isUp(), Lab::notUp);
        removeAll();
        QVERIFY(Lab::docker({u"network"_s, u"create"_s, network}).ok());
        QVERIFY(Lab::docker({u"network"_s, u"connect"_s, u"--alias"_s, u"db"_s, network, u"lab-pg"_s}).ok());
        // Nothing but one program, and that under no name that is looked for.
        const QByteArray bare = "FROM " + Lab::image(Lab::Image::Busybox).toUtf8()
            + " AS tools\nFROM scratch\nCOPY --from=tools /bin/busybox /only/busybox\n"
              "ENTRYPOINT [\"/only/busybox\", \"sleep\", \"600\"]\n";
        const Lab::CommandResult built = Lab::docker({u"build"_s, u"--tag"_s, bareImage, u"-"_s}, bare);
        QVERIFY2(built.ok(), qPrintable(built.error));
        start(u"api"_s, {u"--entrypoint"_s, u"sleep"_s, Lab::image(Lab::Image::Api), u"600"_s});
        start(u"postgres"_s, {u"--entrypoint"_s, u"sleep"_s, Lab::image(Lab::Image::Postgres), u"600"_s});
        start(u"busybox"_s, {Lab::image(Lab::Image::Busybox)});
        start(u"bare"_s, {bareImage});
        const QString label = u"--label="_s + QLatin1String(ReachTest::HelperLabel);
        // As of a run that was killed before it started its helper.
        QVERIFY(Lab::docker({u"create"_s, u"--name"_s, nameOf(u"left"_s), label, bareImage}).ok());
        start(u"running"_s, {label, bareImage});
        m_leftSince.start();
        m_engine.connect();
    }

    void cleanupTestCase()
    {
        m_engine.reset();
        if (Lab::isUp())
            removeAll();
    }

    void answers_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("host");
        QTest::addColumn<quint16>("port");
        QTest::addColumn<Reach>("reach");
        QTest::addColumn<QString>("command"); ///< a part of it
        for (const QString &from : {u"api"_s, u"postgres"_s, u"busybox"_s, u"bare"_s}) {
            const QByteArray name = from.toUtf8();
            const QString command = from == "bare"_L1 ? u" run --rm --network container:"_s + nameOf(from) + u' '
                                                      : u" exec "_s + nameOf(from) + u' ';
            QTest::newRow((name + " reaches").constData())
                << from << u"db"_s << quint16(5432) << Reach::Reached << command;
            QTest::newRow((name + " is refused").constData())
                << from << u"db"_s << quint16(5433) << Reach::Refused << command;
        }
        // The version of a program would be taken for a success.
        for (const QString &from : {u"api"_s, u"postgres"_s}) {
            QTest::newRow((from.toUtf8() + " takes no name for an option").constData())
                << from << u"-v"_s << quint16(5432) << Reach::UnknownHost << u" exec "_s + nameOf(from) + u' ';
        }
        QTest::newRow("busybox leaves such a name to the helper")
            << u"busybox"_s << u"-v"_s << quint16(5432) << Reach::UnknownHost << u" run --rm --network container:"_s;
        // Once: names that no network knows are asked of servers that the lab cannot reach.
        QTest::newRow("api knows no such name")
            << u"api"_s << u"nosuch"_s << quint16(5432) << Reach::UnknownHost << u" exec "_s + nameOf(u"api"_s) + u' ';
    }
    void answers()
    {
        QFETCH(QString, from);
        QFETCH(QString, host);
        QFETCH(quint16, port);
        QFETCH(QString, command);
        ReachTest test(&*m_engine, &m_log);
        const QString id = Lab::docker({u"inspect"_s, u"--format"_s, u"{{.Id}}"_s, nameOf(from)}).output;
        QTRY_VERIFY(m_engine->containers()->contains(id));
        test.ask({id, from, host, port, Lab::image(Lab::Image::Postgres)});
        QVERIFY(test.isAsking());
        QTRY_VERIFY_WITH_TIMEOUT(!test.isAsking(), patience);
        QTEST(test.reach(), "reach");
        const Operation *operation = m_log.operations().last();
        QVERIFY2(operation->commandLine().contains(command), qPrintable(operation->commandLine()));
        QCOMPARE(operation->state(),
                 test.reach() == Reach::Reached ? Operation::State::Succeeded : Operation::State::Failed);
        QTRY_COMPARE_WITH_TIMEOUT(helpers(), QStringList(), patience);
    }

    void withoutToolAndHelperItSaysSo()
    {
        ReachTest test(&*m_engine, &m_log);
        const QString id = Lab::docker({u"inspect"_s, u"--format"_s, u"{{.Id}}"_s, nameOf(u"bare"_s)}).output;
        test.ask({id, u"bare"_s, u"db"_s, 5432, {}});
        QTRY_VERIFY_WITH_TIMEOUT(!test.isAsking(), patience);
        QVERIFY2(test.sentence().contains(u"bare has no program that can try it"_s), qPrintable(test.sentence()));
    }

    void whoGoesMeanwhileLeavesNothing()
    {
        const QString id = Lab::docker({u"inspect"_s, u"--format"_s, u"{{.Id}}"_s, nameOf(u"bare"_s)}).output;
        {
            ReachTest test(&*m_engine, &m_log);
            test.ask({id, u"bare"_s, u"db"_s, 5432, Lab::image(Lab::Image::Postgres)});
            QTRY_VERIFY_WITH_TIMEOUT(!helpers().isEmpty() || !test.isAsking(), patience);
        }
        QTRY_COMPARE_WITH_TIMEOUT(helpers(), QStringList(), 90'000);
    }

    void leftHelpersAreRemoved()
    {
        // What is younger may be another window's, which is about to start it.
        QTRY_VERIFY_WITH_TIMEOUT(m_leftSince.elapsed() > 62'000, 70'000);
        const auto isThere = [](const QString &name) {
            return Lab::docker({u"container"_s, u"inspect"_s, nameOf(name)}).ok();
        };
        QVERIFY(Lab::docker({u"create"_s, u"--name"_s, nameOf(u"new"_s),
                             u"--label="_s + QLatin1String(ReachTest::HelperLabel), bareImage})
                    .ok());
        const QString newOne = Lab::docker({u"inspect"_s, u"--format"_s, u"{{.Id}}"_s, nameOf(u"new"_s)}).output;
        QTRY_VERIFY(m_engine->containers()->contains(newOne));
        ReachTest test(&*m_engine, &m_log);
        const QString id = Lab::docker({u"inspect"_s, u"--format"_s, u"{{.Id}}"_s, nameOf(u"busybox"_s)}).output;
        test.ask({id, u"busybox"_s, u"db"_s, 5432, {}});
        QTRY_VERIFY_WITH_TIMEOUT(!test.isAsking(), patience);
        QTRY_VERIFY(!isThere(u"left"_s));
        QVERIFY(isThere(u"new"_s) && isThere(u"running"_s));
    }
};

QTEST_GUILESS_MAIN(TestLiveReach)
#include "tst_livereach.moc"

// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/humanize.h"
#include "shell/application.h"
#include "shell/commandline.h"
#include "shell/singleinstance.h"
#include "welcome/samplestarter.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Gantry;
using namespace Qt::StringLiterals;

class TestStartup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheCommandLine()
    {
        const CommandLine line = CommandLine::parse(
            {u"--host"_s, u"tcp://127.0.0.1:2375"_s, u"shop/compose.yaml"_s, u"/srv/tp1"_s, u"--"_s, u"--odd"_s},
            u"/home/x"_s);
        QCOMPARE(line.error, QString());
        QCOMPARE(line.host, u"tcp://127.0.0.1:2375"_s);
        QCOMPARE(line.paths, (QStringList{u"/home/x/shop/compose.yaml"_s, u"/srv/tp1"_s, u"/home/x/--odd"_s}));
        QCOMPARE(CommandLine::parse({u"--host=unix:///run/d.sock"_s}, u"/"_s).host, u"unix:///run/d.sock"_s);
    }

    void refusesWhatItDoesNotKnow_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("unknown option") << QStringList{u"--frobnicate"_s};
        QTest::newRow("host without address") << QStringList{u"--host"_s};
        QTest::newRow("empty host") << QStringList{u"--host="_s};
        QTest::newRow("unknown scheme") << QStringList{u"--host"_s, u"gopher://x"_s};
    }

    void refusesWhatItDoesNotKnow()
    {
        QFETCH(QStringList, arguments);
        QVERIFY(!CommandLine::parse(arguments, u"/"_s).error.isEmpty());
    }

    void leavesToolkitOptionsToQt()
    {
        const CommandLine line
            = CommandLine::parse({u"-session"_s, u"12_34"_s, u"-platform"_s, u"xcb"_s, u"a"_s}, u"/"_s);
        QCOMPARE(line.error, QString());
        QCOMPARE(line.paths, QStringList{u"/a"_s});
        QVERIFY(line.namesDisplay);
        QVERIFY(CommandLine::parse({u"--display"_s, u":7"_s}, u"/"_s).namesDisplay);
        QVERIFY(!CommandLine::parse({u"-session"_s, u"12_34"_s, u"-platformtheme"_s, u"x"_s}, u"/"_s).namesDisplay);
    }

    void secondStartHandsOver()
    {
        const QTemporaryDir folder;
        SingleInstance running(folder.path());
        QSignalSpy first(&running, &SingleInstance::first);
        StartRequest taken;
        int requests = 0;
        connect(&running, &SingleInstance::requested, this, [&](const StartRequest &request) {
            taken = request;
            ++requests;
        });
        running.begin({});
        QVERIFY(first.wait(Tests::patience));

        SingleInstance second(folder.path());
        QSignalSpy secondFirst(&second, &SingleInstance::first);
        QSignalSpy handedOver(&second, &SingleInstance::handedOver);
        second.begin({u"tcp://h:1"_s, {u"/tmp/ä \"b\"/compose.yaml"_s}, "token"});
        QVERIFY(handedOver.wait(Tests::patience));
        QCOMPARE(secondFirst.count(), 0);
        QCOMPARE(requests, 1);
        QCOMPARE(taken.host, u"tcp://h:1"_s);
        QCOMPARE(taken.paths, QStringList{u"/tmp/ä \"b\"/compose.yaml"_s});
        QCOMPARE(taken.activationToken, QByteArray("token"));
    }

    void aStaleSocketIsNoInstance()
    {
        const QTemporaryDir folder;
        QString socket;
        {
            SingleInstance before(folder.path());
            QSignalSpy first(&before, &SingleInstance::first);
            before.begin({});
            QVERIFY(first.wait(Tests::patience));
            socket = QDir(folder.path()).entryList({u"*.socket"_s}, QDir::System | QDir::Files).value(0);
        }
        QVERIFY(!socket.isEmpty());
        // What a crash leaves behind.
        QFile left(folder.filePath(socket));
        QVERIFY(left.open(QIODevice::WriteOnly));
        left.close();
        SingleInstance after(folder.path());
        QSignalSpy first(&after, &SingleInstance::first);
        after.begin({});
        QVERIFY(first.wait(Tests::patience));
        SingleInstance second(folder.path());
        QSignalSpy handedOver(&second, &SingleInstance::handedOver);
        second.begin({});
        QVERIFY(handedOver.wait(Tests::patience));
    }

    void withoutARuntimeFolderEveryStartIsTheFirst()
    {
        SingleInstance instance(u"/proc/gantry"_s);
        QSignalSpy first(&instance, &SingleInstance::first);
        instance.begin({});
        QVERIFY(first.wait(Tests::patience));
    }

    void strangeMessagesAreRefused()
    {
        QVERIFY(!StartRequest::fromMessage("hello\n"));
        QVERIFY(!StartRequest::fromMessage("{\"paths\": [\"/x\"]}\n"));
        const auto request = StartRequest::fromMessage("{\"gantry\": 1, \"paths\": [\"/x\", \"relative\", 7]}\n");
        QVERIFY(request);
        QCOMPARE(request->paths, QStringList{u"/x"_s});
    }

    void numbersAreOfTheLanguageOfTheWords()
    {
        if (qEnvironmentVariable("LANGUAGE") != u"fr") {
            // Qt reads the environment once: in a process that has it from its beginning.
            QProcess french;
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(u"LANGUAGE"_s, u"fr"_s);
            environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
            french.setProcessEnvironment(environment);
            french.start(QCoreApplication::applicationFilePath(), {u"numbersAreOfTheLanguageOfTheWords"_s});
            QVERIFY(french.waitForFinished());
            QVERIFY2(french.exitCode() == 0, french.readAllStandardOutput().constData());
            return;
        }
        Application::translate(QCoreApplication::instance());
        QCOMPARE(Humanize::shortDuration(8.2), u"8,2\u00A0ms"_s);
        QCOMPARE(Humanize::duration(1300), u"1,3\u00A0s"_s);
    }

    void sampleIsCopiedAndNeverOverwritten()
    {
        const QTemporaryDir folder;
        const QString target = folder.filePath(u"new/sample"_s);
        QCOMPARE(SampleStarter::copyTo(target), QString());
        QFile compose(target + u"/compose.yaml"_s);
        QVERIFY(QFileInfo(compose).isWritable());
        QVERIFY(QFileInfo::exists(target + u"/api/Dockerfile"_s));
        QVERIFY(compose.open(QIODevice::WriteOnly | QIODevice::Truncate));
        compose.write("mine");
        compose.close();
        QCOMPARE(SampleStarter::copyTo(target), QString());
        QVERIFY(compose.open(QIODevice::ReadOnly));
        QCOMPARE(compose.readAll(), QByteArray("mine"));
        QVERIFY(!SampleStarter::copyTo(u"/proc/gantry"_s).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestStartup)
#include "tst_startup.moc"

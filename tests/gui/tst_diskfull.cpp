// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "build/builddialog.h"
#include "look/banner.h"
#include "run/pulldialog.h"
#include "run/rundialog.h"
#include "shellprobe.h"

#include <QLineEdit>
#include <QPlainTextEdit>

using namespace Gantry;
using namespace Qt::StringLiterals;

namespace {

const QString cleanUp = u"The disk of the engine is full: free some of it with Clean up."_s;

QByteArray streamOf(const QByteArrayList &lines)
{
    QByteArray answer = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
    for (const QByteArray &line : lines)
        answer += FakeEngine::chunk(line + "\r\n");
    return answer + "0\r\n\r\n";
}

QByteArray errorOf(const QByteArray &words)
{
    return QByteArray(R"({"errorDetail":{"message":"WORDS"},"error":"WORDS"})").replace("WORDS", words);
}

QByteArray refusalOf(const QByteArray &words)
{
    const QByteArray json = QByteArray(R"({"message":"WORDS"})").replace("WORDS", words);
    return "HTTP/1.1 500 Internal Server Error\r\nContent-Type: application/json\r\nContent-Length: "
        + QByteArray::number(json.size()) + "\r\n\r\n" + json;
}

} // namespace

/// The engine's disk is full while an image comes or is made, in words like those of Docker 20.10 and buildx 0.12
/// (written down here, not recorded): said in the dialog are what failed, the engine's own words, and what helps.
class TestDiskFull : public QObject, private ShellFiles
{
    Q_OBJECT

    std::optional<FakeEngine> m_engine;
    std::optional<Shell> m_shell;
    std::optional<QTemporaryDir> m_project;
    QByteArray m_path;

    void writeFile(const QString &name, const QByteArray &text) const
    {
        QFile file(m_project->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }

    /// Builds in the window; answers what the dialog says at the end.
    QString build()
    {
        writeFile(u"Dockerfile"_s, "FROM busybox\nCOPY . /data\nRUN dd if=/dev/zero of=/x\n");
        auto *dialog = BuildDialog::openFor(&m_shell->workbench, &m_shell->window, m_project->path());
        dialog->findChild<QLineEdit *>(u"tag"_s)->setText(u"api"_s);
        auto *verb = dialog->findChild<QPushButton *>(u"build"_s);
        const auto *notice = dialog->findChild<Banner *>(u"buildNotice"_s);
        if (!QTest::qWaitFor([&] { return verb->isEnabled(); }))
            return u"cannot build"_s;
        QTest::mouseClick(verb, Qt::LeftButton);
        [[maybe_unused]] const bool ended = QTest::qWaitFor([&] { return notice->isVisible(); }, Tests::patience);
        // The same form builds again once there is room.
        return (verb->isEnabled() ? QString() : u"not again: "_s) + notice->accessibleName() + u'\n'
            + notice->accessibleDescription();
    }

private Q_SLOTS:
    void initTestCase()
    {
        beginShells();
        m_path = qgetenv("PATH");
    }

    void init()
    {
        m_project.emplace();
        qputenv("DOCKER_CONFIG", QFile::encodeName(m_project->path()));
        m_engine.emplace();
        m_engine->answerBasics();
        m_shell.emplace(stateFile());
        m_shell->connectTo(*m_engine);
        QTRY_VERIFY(m_shell->isConnected());
    }

    void cleanup()
    {
        qputenv("PATH", m_path);
        qunsetenv("DOCKER_CONFIG");
        m_shell.reset();
        m_engine.reset();
        m_project.reset();
    }

    void pulling_data()
    {
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("layer") << QByteArray(
            "failed to register layer: Error processing tar file(exit status 1): write "
            "/usr/lib/postgresql/15/bin/postgres: no space left on device");
        // The name of the file says nothing of the registry.
        QTest::newRow("odd file") << QByteArray("failed to register layer: Error processing tar file(exit status 1): "
                                                "write /usr/bin/timeout: no space left on device");
        QTest::newRow("download") << QByteArray(
            "write /var/lib/docker/tmp/GetImageBlob038426120: no space left on device");
    }

    void pulling()
    {
        QFETCH(const QByteArray, words);
        m_engine->on("/images/create?", [words](QLocalSocket *socket, const FakeEngine::Request &) {
            socket->write(streamOf(
                {R"({"status":"Pulling from library/postgres","id":"15"})",
                 R"({"status":"Pulling fs layer","progressDetail":{},"id":"a2abf6c4d29d"})",
                 R"({"status":"Extracting","progressDetail":{"current":32768,"total":31357624},"id":"a2abf6c4d29d"})",
                 errorOf(words)}));
        });
        auto *dialog = PullDialog::openFor(&m_shell->workbench, &m_shell->window, u"postgres:15"_s);
        auto *verb = dialog->findChild<QPushButton *>(u"pull"_s);
        QTRY_VERIFY(verb->isEnabled());
        QTest::mouseClick(verb, Qt::LeftButton);
        const auto *failure = dialog->findChild<Banner *>(u"failure"_s);
        QTRY_VERIFY(failure->isVisible());
        QCOMPARE(failure->accessibleName(), u"Could not pull postgres:15."_s);
        const QString said = failure->accessibleDescription();
        QVERIFY2(said.contains(QString::fromLatin1(words)) && said.contains(cleanUp), qPrintable(said));
        QVERIFY(verb->isEnabled());
        QCOMPARE(dialog->findChild<QLineEdit *>(u"image"_s)->text(), u"postgres:15"_s);
    }

    void pullingToRun()
    {
        m_engine->on("/images/create?", [](QLocalSocket *socket, const FakeEngine::Request &) {
            socket->write(streamOf(
                {R"({"status":"Pulling from library/redis","id":"7"})", errorOf("write /x: no space left on device")}));
        });
        m_shell->action(u"container.run"_s)->trigger();
        auto *dialog = m_shell->window.findChild<RunDialog *>();
        QVERIFY(dialog);
        auto *image = dialog->findChild<QLineEdit *>(u"image"_s);
        QVERIFY(image);
        image->setText(u"redis:7"_s);
        auto *verb = dialog->findChild<QPushButton *>(u"run"_s);
        QTRY_VERIFY(verb->isEnabled());
        QTest::mouseClick(verb, Qt::LeftButton);
        const auto *failure = dialog->findChild<Banner *>(u"failure"_s);
        QTRY_VERIFY(failure->isVisible());
        const QString said = failure->accessibleDescription();
        QVERIFY2(said.contains(u"write /x: no space left on device"_s) && said.contains(cleanUp), qPrintable(said));
        QCOMPARE(image->text(), u"redis:7"_s);
        QTRY_VERIFY(verb->isEnabled());
        QCOMPARE(m_engine->countOf("/containers/create"), 0);
    }

    void buildingByTheEngine_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("fact");
        QTest::addColumn<QString>("words");
        const QByteArray from = R"({"stream":"Step 1/3 : FROM busybox"})";
        const QByteArray copy = R"({"stream":"Step 2/3 : COPY . /data"})";
        const QByteArray run = R"({"stream":"Step 3/3 : RUN dd if=/dev/zero of=/x"})";
        const QByteArray words
            = "Error processing tar file(exit status 1): write /data/big.bin: no space left on device";
        QTest::newRow("folder") << refusalOf(words) << u"Could not build api."_s << QString::fromLatin1(words);
        QTest::newRow("copy") << streamOf({from, copy, errorOf(words)})
                              << u"Could not build api: line 2 of Dockerfile failed."_s << QString::fromLatin1(words);
        // The builder tells the exit code, the command what it died of.
        const QByteArray code = "The command '/bin/sh -c dd if=/dev/zero of=/x' returned a non-zero code: 1";
        QTest::newRow("command") << streamOf(
            {from, copy, run, R"({"stream":"dd: error writing '/x': No space left on device\n"})", errorOf(code)})
                                 << u"Could not build api: line 3 of Dockerfile failed."_s << QString::fromLatin1(code);
    }

    void buildingByTheEngine()
    {
        QFETCH(const QByteArray, answer);
        QFETCH(const QString, fact);
        QFETCH(const QString, words);
        qputenv("PATH", "/nowhere");
        m_engine->on("/build?", [answer](QLocalSocket *socket, const FakeEngine::Request &) { socket->write(answer); });
        const QString said = build();
        QVERIFY2(said.startsWith(fact), qPrintable(said));
        QVERIFY2(said.contains(words) && said.contains(cleanUp), qPrintable(said));
    }

    void buildingByBuildx()
    {
        QVERIFY(QDir(m_project->path()).mkdir(u"bin"_s));
        writeFile(u"said"_s,
                  "#0 building with \"default\" instance using docker driver\n"
                  "\n"
                  "#1 [internal] load build definition from Dockerfile\n"
                  "#1 DONE 0.0s\n"
                  "\n"
                  "#4 [1/3] FROM docker.io/library/busybox\n"
                  "#4 DONE 0.0s\n"
                  "\n"
                  "#6 [2/3] COPY . /data\n"
                  "#6 ERROR: failed to copy files: copy file range failed: no space left on device\n"
                  "------\n"
                  " > [2/3] COPY . /data:\n"
                  "------\n"
                  "Dockerfile:2\n"
                  "--------------------\n"
                  "   1 |     FROM busybox\n"
                  "   2 | >>> COPY . /data\n"
                  "   3 |     RUN dd if=/dev/zero of=/x\n"
                  "--------------------\n"
                  "ERROR: failed to solve: failed to copy files: copy file range failed: no space left on device\n");
        writeFile(u"bin/docker"_s,
                  "#!/bin/sh\n[ \"$2\" = version ] && echo github.com/docker/buildx v0.12.1 30feaa1 && exit\ncat '"
                      + QFile::encodeName(m_project->filePath(u"said"_s)) + "' >&2\nexit 1\n");
        qputenv("PATH", QFile::encodeName(m_project->filePath(u"bin"_s)) + ":/usr/bin:/bin");
        const QString said = build();
        QVERIFY2(said.startsWith(u"Could not build api: line 2 of Dockerfile failed."_s), qPrintable(said));
        QVERIFY2(said.contains(u"failed to copy files: copy file range failed: no space left on device"_s)
                     && said.contains(cleanUp),
                 qPrintable(said));
    }
};

QTEST_MAIN(TestDiskFull)
#include "tst_diskfull.moc"

// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/diagnosis.h"
#include "diagnosis/diagnosischecks.h"
#include "diagnosis/exitwords.h"
#include "diagnosis/portholders.h"
#include "diagnosis/sourcehint.h"
#include "engine/logbuffer.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace Gantry;
using namespace Qt::StringLiterals;

namespace {

/// What a real engine told of a real container: files of tests/unit/causes, made with Docker 20.10 and (…-26) 26.1,
/// Python 3.11, uvicorn 0.17, PostgreSQL 15, BusyBox 1.35.
StopEvidence read(const QString &name)
{
    QFile file(QStringLiteral(GANTRY_SOURCE_DIR "/tests/unit/causes/%1.json").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no such file: %s", qPrintable(file.fileName()));
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    StopEvidence evidence;
    evidence.container = ContainerDetails::fromJson(object);
    const QJsonArray lines = object["Log"_L1].toArray();
    for (const QJsonValue &line : lines)
        evidence.log.append(EvidenceLine{{}, line.toString()});
    return evidence;
}

QStringList mattering(const Diagnosis &diagnosis)
{
    QStringList lines;
    for (const EvidenceLine &line : diagnosis.lines) {
        if (line.matters)
            lines.append(line.text);
    }
    return lines;
}

QStringList print(const QList<DiagnosisCheck> &checks)
{
    QStringList lines;
    for (const DiagnosisCheck &check : checks) {
        const QString mark = check.result == DiagnosisCheck::Result::Wrong ? u"!"_s
            : check.result == DiagnosisCheck::Result::Right                ? u"+"_s
                                                                           : u" "_s;
        lines.append(mark + check.name + u": "_s + check.text);
    }
    return lines;
}

ContainerSummary publishing(const QString &name, quint16 port)
{
    ContainerSummary other;
    other.id = name;
    other.name = name;
    other.state = ContainerState::Running;
    other.ports = {{u"0.0.0.0"_s, 80, port, u"tcp"_s}};
    return other;
}

} // namespace

class TestDiagnosis : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheCause_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("line"); ///< of the log, that matters
        const auto row = [](const char *name, const char *rule, const QString &title, const QString &line = {}) {
            QTest::newRow(name) << QString::fromLatin1(rule) << title << line;
        };
        row("finished", "finished", u"Its command finished"_s);
        row("sigterm", "asked-to-stop", u"It was asked to stop"_s);
        row("python-interrupted", "interrupted", u"It was ended with Ctrl+C"_s);
        row("killed", "killed", u"It was killed"_s);
        row("segfault", "crashed", u"Its program crashed"_s);
        row("out-of-memory", "out-of-memory", u"It ran out of memory"_s);
        row("oom-child", "out-of-memory", u"It ran out of memory"_s);
        row("memoryerror", "memory-in-program", u"The program found no memory left"_s, u"MemoryError"_s);

        row("port-container", "port-taken", u"Port 18080 is taken already"_s);
        row("port-container-26", "port-taken", u"Port 18080 is taken already"_s);
        row("port-process", "port-taken", u"Port 18081 is taken already"_s);
        row("port-process-26", "port-taken", u"Port 18081 is taken already"_s);
        row("command-missing", "command-not-found", u"The image has no program “nosuchprogram”"_s);
        row("command-missing-26", "command-not-found", u"The image has no program “nosuchprogram”"_s);
        row("command-missing-path", "command-no-such-file", u"There is no file /opt/nosuch in the image"_s);
        row("command-noexec", "command-not-executable", u"/run.sh may not be executed"_s);
        row("command-folder", "command-is-folder", u"/etc/ is a folder"_s);
        row("command-folder-26", "command-is-folder", u"/etc/ is a folder"_s);
        row("mount-file-dir", "mount-wrong-type", u"A file and a folder are mixed up in a mount"_s);
        row("network-missing", "network-gone", u"Its network is no more"_s);
        row("user-unknown", "user-unknown", u"The image has no user “nobodyhere”"_s);

        row("uvicorn-renamed", "uvicorn-attribute", u"uvicorn found no variable “app” in app.py"_s,
            uR"(ERROR:    Error loading ASGI app. Attribute "app" not found in module "app".)"_s);
        row("uvicorn-nofile", "uvicorn-module", u"uvicorn found no file app.py"_s,
            uR"(ERROR:    Error loading ASGI app. Could not import module "app".)"_s);
        row("uvicorn-nomodule", "python-module", u"Python found no module “requestz”"_s,
            u"ModuleNotFoundError: No module named 'requestz'"_s);
        row("uvicorn-syntax", "python-syntax", u"Python does not understand /app/app.py, line 3"_s,
            u"SyntaxError: '(' was never closed"_s);
        row("uvicorn-startupraise", "python-traceback", u"The program failed at /app/app.py, line 7"_s,
            u"ValueError: no settings"_s);
        row("uvicorn-port", "port-in-use-inside", u"Port 8000 is used twice within the container"_s,
            u"ERROR:    [Errno 98] error while attempting to bind on address ('0.0.0.0', 8000): address already in use"_s);
        row("python-syntax", "python-syntax", u"Python does not understand /app/app.py, line 3"_s,
            u"  File \"/app/app.py\", line 3"_s);
        row("python-traceback", "python-traceback", u"The program failed at /app/app.py, line 2"_s,
            u"ZeroDivisionError: division by zero"_s);

        row("uvicorn-portrange", "python-traceback-library", u"The Python program failed"_s,
            u"OverflowError: bind(): port must be 0-65535."_s);

        row("uvicorn-keyerror", "variable-missing-python", u"The variable DATABASE_HOST is not set"_s,
            u"KeyError: 'DATABASE_HOST'"_s);
        row("python-keyerror", "variable-missing-python", u"The variable DATABASE_URL is not set"_s,
            u"KeyError: 'DATABASE_URL'"_s);
        for (const char *shell : {"shell-variable", "bash-variable", "dash-variable", "shell-variable-required"})
            row(shell, "variable-missing-shell", u"The variable DATABASE_URL is not set"_s);
        row("pg-nopassword", "variable-missing", u"The variable POSTGRES_PASSWORD is not set"_s,
            u"POSTGRES_PASSWORD is not set: give one, or POSTGRES_HOST_AUTH_METHOD=trust."_s);

        row("uvicorn-dbearly", "database-localhost", u"It looks for the database in itself"_s);
        row("psql-refused", "database-localhost", u"It looks for the database in itself"_s);
        // While it recovers, and before it listens.
        for (const char *early : {"psql-starting", "psycopg-starting", "psycopg-early"})
            row(early, "database-not-ready", u"The database at db:5432 was not ready"_s);
        row("uvicorn-dbname", "host-unknown", u"No container answers to the name “db”"_s);
        row("psql-name", "host-unknown", u"No container answers to the name “db”"_s);
        row("psycopg-auth", "authentication-failed", u"The database refused the password of “gantry”"_s);
        row("psql-auth", "authentication-failed", u"The database refused the password of “demo”"_s);
        row("psycopg-nodb", "database-missing", u"There is no database “nosuch”"_s);

        row("python-disk", "disk-full", u"A disk is full"_s, u"OSError: [Errno 28] No space left on device"_s);
        row("disk-full", "disk-full", u"A disk is full"_s, u"dd: error writing '/data/x': No space left on device"_s);
        row("python-permission", "permission-denied", u"It may not use /data/out.txt"_s);
        row("shell-permission", "permission-denied", u"It may not use /etc/app.conf"_s,
            u"sh: can't create /etc/app.conf: Permission denied"_s);
        row("command-shell-noexec", "permission-denied", u"It may not use /run.sh"_s);
        row("python-nofile", "file-missing", u"There is no file /app/missing.py"_s);
        row("cat-missing", "file-missing", u"There is no file /etc/app.conf"_s);
        row("exec-format", "exec-format", u"The program is not made for this machine"_s,
            u"exec /run.sh: exec format error"_s);
        row("exec-format-arch", "exec-format", u"The program is not made for this machine"_s);
        row("command-badinterp", "interpreter-missing", u"/run.sh cannot be run"_s);
        row("command-crlf", "interpreter-missing", u"/run.sh cannot be run"_s);
        for (const char *shell : {"command-shell-missing", "bash-missing", "dash-missing"})
            row(shell, "program-missing-shell", u"There is no program “nosuchprogram”"_s);

        row("health-missing", "program-missing-shell", u"There is no program “curl”"_s);
        row("health-timeout", "probe-timeout", u"Its health check takes too long"_s);
        row("health-wget", "probe-refused", u"Its health check is refused"_s);
        row("health-404", "probe-http", u"Its health check is answered with 404"_s);
    }

    void namesTheCause()
    {
        QFETCH(QString, rule);
        QFETCH(QString, title);
        QFETCH(QString, line);
        const Diagnosis diagnosis = Diagnosis::of(read(QString::fromLatin1(QTest::currentDataTag())));
        QCOMPARE(diagnosis.rule, rule);
        QCOMPARE(diagnosis.title, title);
        QVERIFY(!diagnosis.words.isEmpty());
        QVERIFY(!diagnosis.fix.isEmpty());
        static const QRegularExpression unfilled(u"[{}]|  |(?<!\\w)\\(\\)|“”"_s);
        for (const QString &text : {diagnosis.title, diagnosis.words, diagnosis.fix, diagnosis.place})
            QVERIFY2(!text.contains(unfilled), qPrintable(text));
        if (!line.isEmpty())
            QVERIFY2(mattering(diagnosis).contains(line), qPrintable(mattering(diagnosis).join(u'\n')));
    }

    void everyRuleWasTriedOnRealOutput()
    {
        QSet<QString> tried;
        const QStringList names = QDir(QStringLiteral(GANTRY_SOURCE_DIR "/tests/unit/causes")).entryList(QDir::Files);
        for (const QString &name : names)
            tried.insert(Diagnosis::of(read(name.chopped(5))).rule);
        for (const CauseRule &rule : CauseRule::all())
            QVERIFY2(tried.contains(QString::fromLatin1(rule.id)), rule.id);
    }

    void aDatabaseThatStartsUpIsNotReady()
    {
        for (const char *why : {"Connection refused", "FATAL:  the database system is starting up"}) {
            StopEvidence evidence = read(u"psql-refused"_s);
            evidence.log
                = {EvidenceLine{{},
                                u"psql: error: connection to server at \"db\" (172.18.0.2), port 5432 failed: "_s
                                    + QString::fromLatin1(why)}};
            const Diagnosis diagnosis = Diagnosis::of(evidence);
            QCOMPARE(diagnosis.rule, u"database-not-ready"_s);
            QCOMPARE(diagnosis.title, u"The database at db:5432 was not ready"_s);
            QVERIFY(diagnosis.place.contains(u"service_healthy"_s));
        }
    }

    void whoHoldsAPortIsNamed()
    {
        StopEvidence evidence = read(u"port-container"_s);
        const QString nobody = Diagnosis::of(evidence).words;
        QVERIFY2(nobody.endsWith(u"Another program used it when this was tried."_s), qPrintable(nobody));
        evidence.portHolders = {{18080, u"python3"_s, 4711}};
        QVERIFY(Diagnosis::of(evidence).words.endsWith(
            u"The program python3 of this machine (process 4711) listens there."_s));
        evidence.others = {publishing(u"other"_s, 18081), publishing(u"x-hold"_s, 18080)};
        const Diagnosis diagnosis = Diagnosis::of(evidence);
        QCOMPARE(diagnosis.words,
                 u"It wants to publish port 18080 of this machine. The container x-hold publishes it."_s);
        QVERIFY(print(diagnosis.checks).contains(u"!Port 18080: The container x-hold publishes it."_s));
        evidence.others = {publishing(u"other"_s, 18081)};
        evidence.portHolders.clear();
        QVERIFY(print(Diagnosis::of(evidence).checks).contains(u"+Port 18080: Nobody is known to use it now."_s));
    }

    void programsAtPortsAreFound()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const quint16 port = server.serverPort();
        const QList<PortHolder> found = PortHolders::of({port});
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().port, port);
        QCOMPARE(found.first().process, qApp->applicationPid());
        QCOMPARE(found.first().program, u"tst_diagnosis"_s);
        server.close();
        QVERIFY(PortHolders::of({port}).isEmpty());
        // Of another user's process only the port is seen.
        QTemporaryDir proc;
        QVERIFY(QDir(proc.path()).mkdir(u"net"_s));
        QFile table(proc.filePath(u"net/tcp6"_s));
        QVERIFY(table.open(QIODevice::WriteOnly));
        table.write("  sl  local_address rem_address st tx_queue rx_queue tr tm->when retrnsmt uid timeout inode\n"
                    "   0: 00000000000000000000000000000000:1F90 00000000000000000000000000000000:0000 0A "
                    "00000000:00000000 00:00000000 00000000     0        0 18600652 1 0000000000000000 100 0 0 10 0\n"
                    "   1: 00000000000000000000000000000000:1F91 00000000000000000000000000000000:0000 01 "
                    "00000000:00000000 00:00000000 00000000     0        0 18600653 1 0000000000000000 100 0 0 10 0\n");
        table.close();
        QCOMPARE(PortHolders::of({8080, 8081}, proc.path()), QList<PortHolder>({{8080, {}, 0}}));
    }

    void theFileOfTheServiceIsFoundAndItsLineCorrected()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"app.py"_s);
        const auto write = [&path](const QByteArray &text) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            file.write(text);
        };
        write("from fastapi import FastAPI\n\nappi = FastAPI(title=\"Simple API\")\n");
        StopEvidence evidence = read(u"uvicorn-renamed"_s);
        evidence.container.mounts.clear();
        const auto hinted = [&evidence] {
            Diagnosis diagnosis = Diagnosis::of(evidence);
            SourceHint::add(evidence, &diagnosis);
            return diagnosis;
        };
        evidence.buildFolder = folder.path();
        QVERIFY(hinted().file.isEmpty()); // paths of a remote engine are not ours
        evidence.filesAreLocal = true;
        Diagnosis diagnosis = hinted();
        QCOMPARE(diagnosis.file, path);
        QVERIFY(diagnosis.words.endsWith(u"The file names it “appi” now."_s));
        QVERIFY(diagnosis.change);
        QCOMPARE(diagnosis.change->line, 3);
        QCOMPARE(diagnosis.change->after, u"app = FastAPI(title=\"Simple API\")"_s);
        QVERIFY(diagnosis.report().contains(u"\n-3 appi = FastAPI(title=\"Simple API\")\n+3 app = FastAPI("_s));
        // Repaired already, and not built.
        write("from fastapi import FastAPI\n\napp = FastAPI()\n");
        diagnosis = hinted();
        QVERIFY(!diagnosis.change);
        QVERIFY(diagnosis.words.endsWith(u"The file on this machine has it now: build the image again."_s));
        // Mounted instead: what is mounted hides what was built.
        write("other: FastAPI = fastapi.FastAPI()\n");
        evidence.container.mounts = {{u"bind"_s, {}, folder.path(), u"/app"_s, true}};
        evidence.buildFolder = u"/nosuch"_s;
        QCOMPARE(hinted().change->after, u"app: FastAPI = fastapi.FastAPI()"_s);
        evidence.container.mounts = {{u"volume"_s, u"code"_s, folder.path(), u"/app"_s, true}};
        evidence.buildFolder = folder.path();
        QVERIFY(hinted().file.isEmpty());
        // Nothing outside of the folder.
        evidence.container.mounts.clear();
        QVERIFY(SourceHint::hostPath(evidence, u"/app/../../etc/passwd"_s).isEmpty());
        QVERIFY(SourceHint::hostPath(evidence, u"../app.py"_s).isEmpty());
        QCOMPARE(SourceHint::hostPath(evidence, u"./app.py"_s), path);
    }

    void severalApplicationsAreNotGuessedAt()
    {
        QVERIFY(!SourceHint::renamed(u"a = FastAPI()\nb = FastAPI()\n"_s, u"app"_s));
        QVERIFY(!SourceHint::renamed(u"  appi = FastAPI()\n# appi = FastAPI()\n"_s, u"app"_s));
        QVERIFY(!SourceHint::renamed(u"app = FastAPI()\n"_s, u"app"_s));
        QCOMPARE(SourceHint::renamed(u"x = 1\nserver = Starlette(debug=True)"_s, u"app"_s)->name, u"server"_s);
    }

    void anUnknownCauseSaysSoAndShowsTheEvidence()
    {
        const Diagnosis diagnosis = Diagnosis::of(read(u"restarting"_s));
        QVERIFY(!diagnosis.isKnown());
        QCOMPARE(diagnosis.kind, Diagnosis::Kind::Failed);
        QCOMPARE(diagnosis.title, u"It ended with code 4, and the cause is not known"_s);
        QVERIFY(diagnosis.words.contains(u"stands below"_s));
        QVERIFY(mattering(diagnosis).contains(u"failed"_s));
        QVERIFY(!mattering(diagnosis).contains(u"starting"_s));

        const Diagnosis health = Diagnosis::of(read(u"health-refused"_s));
        QVERIFY(!health.isKnown());
        QCOMPARE(health.kind, Diagnosis::Kind::Unhealthy);
        QCOMPARE(health.title, u"Its health check fails, and the cause is not known"_s);
        const QString checks = print(health.checks).join(u'\n');
        QVERIFY2(checks.contains(u"nc: invalid option -- 'z'"_s), qPrintable(checks));
        QVERIFY2(checks.contains(u" It runs: nc -z 127.0.0.1 8000"_s), qPrintable(checks));
    }

    void wordsOfTheEngineThatAreUnknownAreShown()
    {
        StopEvidence evidence = read(u"port-container"_s);
        evidence.container.error = u"something \u202Eodd"_s;
        const Diagnosis diagnosis = Diagnosis::of(evidence);
        QCOMPARE(diagnosis.title, u"The engine could not start it"_s);
        QVERIFY(print(diagnosis.checks).first().startsWith(u"!The engine's words: something "_s));
    }

    void restartsAndBackOffAreTold()
    {
        const QStringList checks = print(Diagnosis::of(read(u"restarting"_s)).checks);
        const QString restarts = checks.filter(u"Restarts: "_s).value(0);
        QVERIFY2(restarts.startsWith(u"!Restarts: 6"_s) && restarts.contains(u"always"_s), qPrintable(restarts));
        QVERIFY2(restarts.contains(u"now about 3.2 s"_s), qPrintable(restarts));
        StopEvidence longAgo = read(u"restarting"_s);
        longAgo.container.restartCount = 5000;
        QVERIFY(print(Diagnosis::of(longAgo).checks).filter(u"now about 1 min"_s).size() == 1);
        QVERIFY(print(Diagnosis::of(read(u"finished"_s)).checks).contains(u" Restarts: None. Its policy: no."_s));
    }

    void memoryIsRuledOutOrNot()
    {
        const QStringList killed = print(Diagnosis::of(read(u"killed"_s)).checks);
        QVERIFY(killed.filter(u"+Memory: Not out of memory"_s).size() == 1);
        QVERIFY(killed.contains(u" Signal: SIGKILL"_s));
        const Diagnosis oom = Diagnosis::of(read(u"out-of-memory"_s));
        QVERIFY2(oom.words.contains(u"21.0 MB"_s), qPrintable(oom.words));
        QVERIFY(print(oom.checks).contains(u"!Memory: Ran out. Limit: 21.0 MB."_s));
    }

    void aContainerThatWasNeverStartedIsNoFailure()
    {
        StopEvidence evidence = read(u"port-container"_s);
        evidence.container.error.clear();
        evidence.container.exitCode = 0;
        const Diagnosis diagnosis = Diagnosis::of(evidence);
        QCOMPARE(diagnosis.kind, Diagnosis::Kind::NeverStarted);
        QCOMPARE(diagnosis.title, u"It was never started"_s);
        QVERIFY(print(diagnosis.checks).filter(u"Exit code"_s).isEmpty());
    }

    void whatEndedWellIsFine()
    {
        QCOMPARE(Diagnosis::of(read(u"finished"_s)).kind, Diagnosis::Kind::Fine);
        QCOMPARE(Diagnosis::of(read(u"sigterm"_s)).kind, Diagnosis::Kind::Fine);
        QCOMPARE(Diagnosis::of(read(u"killed"_s)).kind, Diagnosis::Kind::Failed);
        // What it wrote while it ran is no cause then.
        StopEvidence evidence = read(u"finished"_s);
        evidence.log = read(u"psycopg-auth"_s).log;
        QCOMPARE(Diagnosis::of(evidence).rule, u"finished"_s);
        QVERIFY(mattering(Diagnosis::of(evidence)).isEmpty());
    }

    void whatWasSaidLastCounts()
    {
        StopEvidence evidence = read(u"python-traceback"_s);
        evidence.log = read(u"cat-missing"_s).log + evidence.log;
        QCOMPARE(Diagnosis::of(evidence).rule, u"python-traceback"_s);
        evidence.log += read(u"cat-missing"_s).log;
        QCOMPARE(Diagnosis::of(evidence).rule, u"file-missing"_s);
    }

    void aTracebackOfLibrariesAloneIsOne()
    {
        StopEvidence evidence = read(u"psycopg-auth"_s);
        for (EvidenceLine &line : evidence.log)
            line.text.replace(u"connection to server at"_s, u"odd server"_s).replace(u"password"_s, u"word"_s);
        const Diagnosis diagnosis = Diagnosis::of(evidence);
        QCOMPARE(diagnosis.rule, u"python-traceback"_s); // "<string>" is the program's own
        for (EvidenceLine &line : evidence.log)
            line.text.replace(u"<string>"_s, u"/usr/lib/python3.11/x.py"_s);
        QCOMPARE(Diagnosis::of(evidence).rule, u"python-traceback-library"_s);
    }

    void dependenciesAreLookedAt()
    {
        StopEvidence evidence = read(u"psql-name"_s);
        evidence.container.id = u"a"_s;
        evidence.container.labels
            = {{u"com.docker.compose.project"_s, u"tp1"_s},
               {u"com.docker.compose.service"_s, u"api"_s},
               {u"com.docker.compose.depends_on"_s, u"db:service_healthy:false,cache:service_started:true"_s}};
        ContainerSummary db;
        db.id = u"d"_s;
        db.state = ContainerState::Exited;
        db.exitCode = 1;
        db.labels = {{u"com.docker.compose.project"_s, u"tp1"_s}, {u"com.docker.compose.service"_s, u"db"_s}};
        evidence.others = {db};
        const QStringList checks = print(Diagnosis::of(evidence).checks);
        QVERIFY2(checks.contains(u"!Depends on db: Is exited (1) now."_s), qPrintable(checks.join(u'\n')));
        QVERIFY2(checks.contains(u"!Depends on cache: Has no container."_s), qPrintable(checks.join(u'\n')));
    }

    void longLogsShowWhatMattersAndTheEnd()
    {
        StopEvidence evidence = read(u"shell-permission"_s);
        const EvidenceLine cause = evidence.log.first();
        evidence.log.clear();
        for (int i = 0; i < 100; ++i)
            evidence.log.append(EvidenceLine{{}, u"line %1"_s.arg(i)});
        evidence.log[40] = cause;
        const Diagnosis diagnosis = Diagnosis::of(evidence);
        QStringList shown;
        for (const EvidenceLine &line : diagnosis.lines)
            shown.append(line.isGap ? u"…"_s : line.text);
        QCOMPARE(shown,
                 QStringList({u"…"_s, u"line 39"_s, cause.text, u"line 41"_s, u"…"_s, u"line 94"_s, u"line 95"_s,
                              u"line 96"_s, u"line 97"_s, u"line 98"_s, u"line 99"_s}));
        QVERIFY(!diagnosis.linesAreAll);
        QVERIFY(Diagnosis::of(read(u"shell-permission"_s)).linesAreAll);
    }

    void whatIsCaughtIsNotReadAgain()
    {
        StopEvidence evidence = read(u"cat-missing"_s);
        evidence.log = {EvidenceLine{{}, u"cat: can't open '{command}%1<b>': No such file or directory"_s}};
        QCOMPARE(Diagnosis::of(evidence).title, u"There is no file {command}%1<b>"_s);
        evidence.log
            = {EvidenceLine{{}, u"cat: can't open '"_s + QString(100'000, u'x') + u"': No such file or directory"_s}};
        QVERIFY(Diagnosis::of(evidence).title.size() < 200);
    }

    void hostileLinesTakeNoTime()
    {
        StopEvidence evidence = read(u"cat-missing"_s);
        const QStringList bad{
            QString(2000, u'/'),     u"/a"_s.repeated(1000),         u"sh: "_s.repeated(500),
            u"File \"x\", line 1"_s, u" File \"x\", line 1, in f"_s, u"Traceback (most recent call last):"_s,
            QString(2000, u'\t')};
        evidence.log.clear();
        for (int i = 0; i < 400; ++i)
            evidence.log.append(EvidenceLine{{}, bad.at(i % bad.size())});
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!Diagnosis::of(evidence).title.isEmpty());
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    }

    void linesOfTheEngineAreRead()
    {
        LogBuffer buffer;
        buffer.append(LogStream::Channel::Error, "2026-11-28T07:40:37.123456789Z \x1b[31mERROR\x1b[0m: x\n");
        buffer.append(LogStream::Channel::Output, "no time\n2026-11-28T07:40:38Z \n");
        buffer.appendNote(u"a note"_s);
        const QList<EvidenceLine> lines = StopEvidence::linesOf(buffer);
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines.at(0).text, u"ERROR: x"_s);
        QCOMPARE(lines.at(0).time, QDateTime({2026, 11, 28}, {7, 40, 37, 123}, QTimeZone::utc()));
        QCOMPARE(lines.at(1).text, u"no time"_s);
        QVERIFY(!lines.at(1).time.isValid());
        QVERIFY(lines.at(2).time.isValid() && lines.at(2).text.isEmpty());
    }

    void codesHaveWords_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("outOfMemory");
        QTest::addColumn<QString>("part");
        QTest::newRow("0") << 0 << false << u"no error"_s;
        QTest::newRow("1") << 1 << false << u"error of its own"_s;
        QTest::newRow("125") << 125 << false << u"engine itself failed"_s;
        QTest::newRow("126") << 126 << false << u"could not be run"_s;
        QTest::newRow("127") << 127 << false << u"not found"_s;
        QTest::newRow("137") << 137 << false << u"not for its memory limit"_s;
        QTest::newRow("137 oom") << 137 << true << u"more memory"_s;
        QTest::newRow("3 oom") << 3 << true << u"one of its processes"_s;
        QTest::newRow("139") << 139 << false << u"SIGSEGV"_s;
        QTest::newRow("141") << 141 << false << u"SIGPIPE"_s;
        QTest::newRow("143") << 143 << false << u"SIGTERM"_s;
        QTest::newRow("200") << 200 << false << u"200"_s;
    }

    void codesHaveWords()
    {
        QFETCH(int, code);
        QFETCH(bool, outOfMemory);
        QFETCH(QString, part);
        const QString meaning = ExitWords::meaning(code, outOfMemory);
        QVERIFY2(meaning.contains(part), qPrintable(meaning));
    }

    void theReportHasAll()
    {
        StopEvidence evidence = read(u"uvicorn-renamed"_s);
        evidence.log.first().time = QDateTime({2026, 11, 28}, {7, 40, 37, 123}, QTimeZone::utc());
        const QString report = Diagnosis::of(evidence).report();
        for (const QString &part : {u"uvicorn found no variable “app” in app.py\n"_s, u"\nFix: Name the variable"_s,
                                    u"\nWhere: app.py, or CMD in the Dockerfile\n"_s,
                                    u"\nStart command: python3 -m uvicorn app:app --host 0.0.0.0 --port 8000\n"_s,
                                    u"\n2026-11-28T07:40:37.123Z ERROR:    Error loading"_s})
            QVERIFY2(report.contains(part), qPrintable(report));
    }
};

QTEST_GUILESS_MAIN(TestDiagnosis)
#include "tst_diagnosis.moc"

// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/shellline.h"
#include "run/envfile.h"
#include "run/runline.h"
#include "run/shellwords.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Gantry;
using namespace Qt::StringLiterals;

class TestRunLine : public QObject
{
    Q_OBJECT

private:
    static RunRequest requestOf(const QString &image, const QStringList &command = {})
    {
        RunRequest request;
        request.image = image;
        request.command = command;
        return request;
    }

private Q_SLOTS:
    void wordsAreThoseOfAShell_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("plain") << u"a  b\tc"_s << QStringList{u"a"_s, u"b"_s, u"c"_s};
        QTest::newRow("single") << u"'a b' 'it'\\''s'"_s << QStringList{u"a b"_s, u"it's"_s};
        QTest::newRow("double") << u"\"a \\\"b\\\" \\$x \\n\""_s << QStringList{u"a \"b\" $x \\n"_s};
        QTest::newRow("joined") << u"a'b'\"c\"d"_s << QStringList{u"abcd"_s};
        QTest::newRow("empty words") << u"'' \"\" a"_s << QStringList{QString(), QString(), u"a"_s};
        QTest::newRow("backslash") << u"a\\ b \\'"_s << QStringList{u"a b"_s, u"'"_s};
        QTest::newRow("continued") << u"a \\\n  b\\\nc \\\r\n d"_s << QStringList{u"a"_s, u"bc"_s, u"d"_s};
        QTest::newRow("continued in quotes") << u"\"a\\\nb\""_s << QStringList{u"ab"_s};
        QTest::newRow("comment") << u"a b#c # rest 'of it"_s << QStringList{u"a"_s, u"b#c"_s};
        QTest::newRow("escapes") << u"$'a\\tb\\'\\x41\\101\\u00e9\\\\'"_s << QStringList{u"a\tb'AA\u00e9\\"_s};
        QTest::newRow("beyond the BMP") << u"$'\U0001F433\\n'"_s << QStringList{u"\U0001F433\n"_s};
        QTest::newRow("lines around") << u"\n\n a \n\n"_s << QStringList{u"a"_s};
        QTest::newRow("quoted line break") << u"'a\nb'"_s << QStringList{u"a\nb"_s};
    }

    void wordsAreThoseOfAShell()
    {
        QFETCH(const QString, line);
        QFETCH(const QStringList, words);
        const ShellWords split = ShellWords::split(line);
        QCOMPARE(split.problem, QString());
        QCOMPARE(split.texts(), words);
        for (const ShellWord &word : split.words)
            QVERIFY(!word.expands && !word.isOperator);
    }

    void lineBreaksAroundCostNothing()
    {
        QElapsedTimer clock;
        clock.start();
        const QString breaks(2'000'000, u'\n');
        QCOMPARE(ShellWords::split(breaks + u"a b"_s + breaks).texts(), QStringList({u"a"_s, u"b"_s}));
        QVERIFY(ShellWords::split(breaks).words.isEmpty());
        QVERIFY2(clock.elapsed() < 5'000, QByteArray::number(clock.elapsed()));
    }

    void nothingIsExpanded_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("text");
        QTest::newRow("variable") << u"$HOME/x"_s << u"$HOME/x"_s;
        QTest::newRow("braces") << u"${A:-b c}"_s << u"${A:-b c}"_s;
        QTest::newRow("command") << u"$(rm -rf /)"_s << u"$(rm -rf /)"_s;
        QTest::newRow("nested") << u"\"$(echo $(id))\":/x"_s << u"$(echo $(id)):/x"_s;
        QTest::newRow("backticks") << u"`id -u`"_s << u"`id -u`"_s;
        QTest::newRow("home") << u"~/data:/data"_s << u"~/data:/data"_s;
        QTest::newRow("pattern") << u"*.txt"_s << u"*.txt"_s;
    }

    void nothingIsExpanded()
    {
        QFETCH(const QString, line);
        QFETCH(const QString, text);
        const ShellWords split = ShellWords::split(line);
        QCOMPARE(split.texts(), QStringList{text});
        QVERIFY(split.words.first().expands);
        QCOMPARE(split.words.first().source, line);
    }

    void whatIsQuotedDoesNotExpand()
    {
        const ShellWords split = ShellWords::split(u"'$HOME' '*' \\$x \"\\`\" a~ $"_s);
        for (const ShellWord &word : split.words)
            QVERIFY2(!word.expands, qPrintable(word.source));
    }

    void openQuotesAreTold()
    {
        for (const QString &line : {u"a 'b"_s, u"a \"b"_s, u"$(a"_s, u"`a"_s, u"${a"_s, u"$'a"_s})
            QVERIFY2(!ShellWords::split(line).problem.isEmpty(), qPrintable(line));
    }

    void linesFillTheRequest_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<RunRequest>("request");
        const auto row = [](const char *name, const QString &line, const RunRequest &request) {
            QTest::newRow(name) << line << request;
        };
        row("image alone", u"docker run alpine"_s, requestOf(u"alpine"_s));
        row("command", u"docker run alpine echo \"Bonjour à tous\""_s,
            requestOf(u"alpine"_s, {u"echo"_s, u"Bonjour à tous"_s}));
        row("podman", u"podman run alpine ls -la"_s, requestOf(u"alpine"_s, {u"ls"_s, u"-la"_s}));
        row("container run", u"sudo /usr/bin/docker container run alpine"_s, requestOf(u"alpine"_s));
        row("prompt", u"$ docker run alpine"_s, requestOf(u"alpine"_s));
        row("-- before the image", u"docker run -- -odd --rm"_s, requestOf(u"-odd"_s, {u"--rm"_s}));
        row("options of the command stay there", u"docker run alpine -p 80 --name x"_s,
            requestOf(u"alpine"_s, {u"-p"_s, u"80"_s, u"--name"_s, u"x"_s}));

        RunRequest terminal = requestOf(u"alpine"_s, {u"sh"_s});
        terminal.tty = terminal.interactive = true;
        row("-it", u"docker run -it alpine sh"_s, terminal);
        row("-ti", u"docker run -ti alpine sh"_s, terminal);
        row("long", u"docker run --interactive --tty=true --rm=false alpine sh"_s, terminal);
        terminal.autoRemove = terminal.detach = true;
        row("-dit", u"docker run -dit --rm alpine sh"_s, terminal);

        RunRequest ports = requestOf(u"nginx"_s);
        ports.ports = {{.first = 8080, .last = 8080, .containerPort = 80}};
        row("-p", u"docker run -p 8080:80 nginx"_s, ports);
        row("-p tied", u"docker run -p8080:80 nginx"_s, ports);
        row("-p=", u"docker run -p=8080:80 nginx"_s, ports);
        row("--publish=", u"docker run --publish=8080:80 nginx"_s, ports);
        ports.detach = true;
        row("-dp", u"docker run -dp 8080:80 nginx"_s, ports);
        ports.detach = false;
        ports.ports = {{.containerPort = 80},
                       {.address = u"127.0.0.1"_s, .containerPort = 53, .protocol = u"udp"_s},
                       {.address = u"::1"_s, .first = 80, .last = 80, .containerPort = 80},
                       {.first = 7000, .last = 7000, .containerPort = 8000},
                       {.first = 7001, .last = 7001, .containerPort = 8001},
                       {.first = 9000, .last = 9009, .containerPort = 90}};
        row("ports of every kind",
            u"docker run -p 80 -p 127.0.0.1::53/udp -p [::1]:80:80 -p 7000-7001:8000-8001 -p 9000-9009:90 nginx"_s,
            ports);

        RunRequest mounts = requestOf(u"nginx"_s);
        using Kind = RunMount::Kind;
        mounts.mounts = {{Kind::Volume, u"data"_s, u"/data"_s, false, {}},
                         {Kind::Bind, u"/srv/a b"_s, u"/srv"_s, true, u"z"_s},
                         {Kind::Volume, {}, u"/cache"_s, false, {}},
                         {Kind::Bind, u"/odd,name"_s, u"/odd"_s, true, {}},
                         {Kind::Tmpfs, {}, u"/run"_s, false, u"size=64m"_s}};
        row("mounts",
            u"docker run -v data:/data -v '/srv/a b:/srv:ro,z' -v /cache "
            "--mount 'type=bind,\"source=/odd,name\",target=/odd,readonly' --tmpfs /run:size=64m nginx"_s,
            mounts);

        RunRequest memory = requestOf(u"nginx"_s);
        memory.mounts = {{Kind::Tmpfs, {}, u"/run"_s, false, u"ro"_s}, {Kind::Tmpfs, {}, u"/a:b"_s, false, u"ro"_s}};
        row("in memory",
            u"docker run --mount type=tmpfs,target=/run,readonly --mount type=tmpfs,target=/a:b,readonly nginx"_s,
            memory);
        row("empty values", u"docker run -l '' --cap-add= --network-alias '' nginx"_s, requestOf(u"nginx"_s));

        RunRequest all = requestOf(u"registry.example:5000/team/api@sha256:0123"_s, {u"serve"_s});
        all.name = u"api"_s;
        all.hostname = u"api.example"_s;
        all.environment = {u"A=1"_s, u"B=x y=z"_s, u"EMPTY="_s};
        all.labels = {u"a.b=c"_s};
        all.network = u"front"_s;
        all.aliases = {u"one"_s, u"two"_s};
        all.restart = u"on-failure:3"_s;
        all.memory = u"512m"_s;
        all.cpus = u"1.5"_s;
        all.sharedMemory = u"1g"_s;
        all.user = u"1000:1000"_s;
        all.workingDirectory = u"/srv"_s;
        all.health = {false, u"curl -f http://localhost/ || exit 1"_s, u"5s"_s, u"2s"_s, u"1m30s"_s, u"4"_s};
        all.addedCapabilities = {u"NET_ADMIN"_s};
        all.droppedCapabilities = {u"ALL"_s};
        all.privileged = all.init = all.publishAll = true;
        all.entrypoint = {u"/entry"_s};
        row("everything",
            u"docker run --name api -h api.example -e A=1 --env 'B=x y=z' -e EMPTY= -l a.b=c --net front "
            "--network-alias one --net-alias=two --restart on-failure:3 -m 512m --cpus=1.5 --shm-size 1g -u 1000:1000 "
            "-w /srv --health-cmd 'curl -f http://localhost/ || exit 1' --health-interval 5s --health-timeout 2s "
            "--health-start-period 1m30s --health-retries 4 --cap-add NET_ADMIN --cap-drop ALL --privileged --init -P "
            "--entrypoint /entry registry.example:5000/team/api@sha256:0123 serve"_s,
            all);
        RunRequest none = requestOf(u"alpine"_s, {u"ls"_s});
        none.entrypoint = {QString()};
        row("no entrypoint", u"docker run --entrypoint '' alpine ls"_s, none);
        row("no entrypoint, =", u"docker run --entrypoint= alpine ls"_s, none);
        RunRequest quiet = requestOf(u"alpine"_s);
        quiet.health.off = true;
        row("no health check", u"docker run --no-healthcheck alpine"_s, quiet);
        RunRequest hostile = requestOf(u"alpine"_s, {u"; rm -rf /"_s, u"$(id)"_s, u"`id`"_s});
        hostile.name = u"-x"_s;
        hostile.environment = {u"-A=-b"_s};
        row("hostile", u"docker run --name=-x -e-A=-b alpine '; rm -rf /' '$(id)' '`id`'"_s, hostile);
    }

    void linesFillTheRequest()
    {
        QFETCH(const QString, line);
        QFETCH(const RunRequest, request);
        const RunLine parsed = RunLine::parse(line);
        QCOMPARE(parsed.problem, QString());
        QCOMPARE(parsed.notices, QStringList());
        QVERIFY2(parsed.request == request, qPrintable(shellLine(parsed.request.toCommand({u"docker"_s}, true))));
        // And back: what a request is written as is read as the same.
        const QString written = shellLine(request.toCommand({u"docker"_s}, true));
        const RunLine again = RunLine::parse(written);
        QCOMPARE(again.problem, QString());
        QCOMPARE(again.notices, QStringList());
        QVERIFY2(again.request == request, qPrintable(written));
    }

    void severalEntrypointWordsBecomeOneAndTheCommand()
    {
        RunRequest request = requestOf(u"alpine"_s, {u"c"_s});
        request.entrypoint = {u"a"_s, u"b"_s};
        QCOMPARE(shellLine(request.toCommand({u"docker"_s}, true)), u"docker run --entrypoint a alpine b c"_s);
    }

    void whatIsLeftOutIsNamed_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("part");
        QTest::newRow("unsupported") << u"docker run --gpus all alpine"_s << u"--gpus all"_s;
        QTest::newRow("unsupported flag") << u"docker run --read-only alpine"_s << u"--read-only"_s;
        QTest::newRow("unsupported letter") << u"docker run -c512 alpine"_s << u"-c 512"_s;
        QTest::newRow("bad port") << u"docker run -p 80:x alpine"_s << u"-p 80:x"_s;
        QTest::newRow("address that is none") << u"docker run -p [abc]:80:80 alpine"_s << u"-p [abc]:80:80"_s;
        QTest::newRow("volume called like a folder")
            << u"docker run --mount type=volume,source=/etc,target=/a alpine"_s << u"source=/etc"_s;
        QTest::newRow("source of memory")
            << u"docker run --mount type=tmpfs,source=x,target=/a alpine"_s << u"type=tmpfs"_s;
        QTest::newRow("health check that is off")
            << u"docker run --no-healthcheck --health-cmd true alpine"_s << u"--no-healthcheck"_s;
        QTest::newRow("bad mount") << u"docker run -v a:b:c:d alpine"_s << u"-v a:b:c:d"_s;
        QTest::newRow("unknown mount key")
            << u"docker run --mount type=volume,target=/a,volume-driver=x alpine"_s << u"volume-driver=x"_s;
        QTest::newRow("variable of the shell") << u"docker run -e HOME alpine"_s << u"HOME"_s;
        QTest::newRow("expansion") << u"docker run -v $(pwd):/x alpine"_s << u"$(pwd):/x"_s;
        QTest::newRow("relative folder") << u"docker run -v ./data:/x alpine"_s << u"./data"_s;
        QTest::newRow("pipe") << u"docker run alpine ls | less"_s << u"| less"_s;
        QTest::newRow("second command") << u"docker run alpine\ndocker ps"_s << u"docker ps"_s;
        QTest::newRow("other engine") << u"docker -H tcp://h:1 run alpine"_s << u"-H tcp://h:1"_s;
        QTest::newRow("context") << u"docker --context=prod run alpine"_s << u"--context=prod"_s;
        QTest::newRow("second network") << u"docker run --net a --net b alpine"_s << u"--net b"_s;
    }

    void whatIsLeftOutIsNamed()
    {
        QFETCH(const QString, line);
        QFETCH(const QString, part);
        const RunLine parsed = RunLine::parse(line);
        QCOMPARE(parsed.problem, QString());
        QCOMPARE(parsed.request.image, u"alpine"_s);
        QVERIFY2(parsed.notices.join(u'\n').contains(part), qPrintable(parsed.notices.join(u'\n')));
    }

    void whatIsNoRunLineSaysWhy_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("part");
        QTest::newRow("nothing") << QString() << u"docker run"_s;
        QTest::newRow("other program") << u"ls -la"_s << u"ls"_s;
        QTest::newRow("other verb") << u"docker ps -a"_s << u"ps"_s;
        QTest::newRow("no image") << u"docker run -it"_s << u"image"_s;
        QTest::newRow("no value") << u"docker run alpine2 --name"_s.replace(u"alpine2 "_s, QString()) << u"--name"_s;
        QTest::newRow("unknown option") << u"docker run --frobnicate alpine"_s << u"--frobnicate"_s;
        QTest::newRow("unknown letter") << u"docker run -Z alpine"_s << u"-Z"_s;
        QTest::newRow("open quote") << u"docker run 'alpine"_s << u"'"_s;
    }

    void whatIsNoRunLineSaysWhy()
    {
        QFETCH(const QString, line);
        QFETCH(const QString, part);
        const RunLine parsed = RunLine::parse(line);
        QVERIFY2(parsed.problem.contains(part), qPrintable(parsed.problem));
        QVERIFY(parsed.request == RunRequest());
    }

    void whatIsWrittenIsReadAgain()
    {
        QRandomGenerator random(20260101);
        const QString letters = u"ab-=:$'\"\\`~*#|&;<>(){}[]! \t\n\r\u001b\u00e9\u202e"_s;
        for (int round = 0; round < 3000; ++round) {
            QStringList words;
            for (int i = 0; i < 4; ++i) {
                QString word;
                while (random.bounded(7) != 0)
                    word += letters[random.bounded(int(letters.size()))];
                words << word;
            }
            const ShellWords split = ShellWords::split(shellLine(words));
            QCOMPARE(split.texts(), words);
            // Whatever is pasted is read to an end.
            const RunLine line = RunLine::parse(u"docker run "_s + words.join(u' '));
            QVERIFY(line.problem.isEmpty() || line.request == RunRequest());
        }
    }

    void filesOfVariables()
    {
        const EnvFile file = EnvFile::parse("\xEF\xBB\xBF# comment\n\nA=1\r\n  B=two words \nC=\"quoted\"\nD='q=x'\n"
                                            "export E=5\nF=\nG=a#b\nNAKED\nno variable=1\n=x\nH=${A}");
        const QStringList expected{u"A=1"_s, u"B=two words "_s, u"C=quoted"_s, u"D=q=x"_s,
                                   u"E=5"_s, u"F="_s,           u"G=a#b"_s,    u"H=${A}"_s};
        QCOMPARE(file.variables, expected);
        QCOMPARE(file.problems.size(), 3);
        QVERIFY(file.problems.first().contains(u"NAKED"_s));
        QVERIFY(!EnvFile::read(u"/nowhere/.env"_s).problems.isEmpty());
    }

    void theLargestFileOfVariables()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u".env"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(1024 * 1024 + 1, 'A'));
        file.close();
        const EnvFile read = EnvFile::read(file.fileName());
        QVERIFY(read.variables.isEmpty());
        QCOMPARE(read.problems.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestRunLine)
#include "tst_runline.moc"

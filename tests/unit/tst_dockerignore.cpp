// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "build/dockerignore.h"

#include <QTest>

using namespace Gantry;
using namespace Qt::StringLiterals;

/// .dockerignore against what Docker documents, and what the tests of moby's patternmatcher expect.
class TestDockerIgnore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rules_data()
    {
        QTest::addColumn<QString>("rules");
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("ignored");
        const auto add = [](const char *rules, const char *path, bool ignored) {
            const QByteArray name = QByteArray(rules).replace('\n', " | ") + " : " + path;
            QTest::newRow(name.constData()) << QString::fromUtf8(rules) << QString::fromUtf8(path) << ignored;
        };
        // docs.docker.com/build/concepts/context
        add("# comment", "# comment", false);
        add("*/temp*", "somedir/temporary.txt", true);
        add("*/temp*", "somedir/temp", true);
        add("*/temp*", "somedir/temp/below", true);
        add("*/temp*", "temp", false);
        add("*/temp*", "a/b/temp", false);
        add("*/*/temp*", "somedir/subdir/temporary.txt", true);
        add("*/*/temp*", "somedir/temp", false);
        add("temp?", "tempa", true);
        add("temp?", "temp", false);
        add("temp?", "temp/", false);
        add("**/*.go", "main.go", true);
        add("**/*.go", "a/b/main.go", true);
        add("**/*.go", "a/main.gox", false);
        add("*.md\n!README.md", "NOTES.md", true);
        add("*.md\n!README.md", "README.md", false);
        add("*.md\n!README*.md\nREADME-secret.md", "README-secret.md", true);
        add("*.md\n!README*.md\nREADME-secret.md", "README-more.md", false);
        add("*.md\nREADME-secret.md\n!README*.md", "README-secret.md", false);
        add("/foo/bar", "foo/bar", true);
        add("foo/bar/", "foo/bar/baz", true);
        add("foo", "foo/bar/baz", true);
        add("foo", "a/foo", false);
        add("!", "x", false);
        add("  spaced  ", "spaced", true);
        add("./a//b/../c", "a/c", true);
        add(".", "x", false);
        add("\n\n   \n", "x", false);
        add("*", "x", true);
        add("*", "a/b", true);
        add("*\n!src", "src/main.c", false);
        add("*\n!src/main.c", "src/main.c", false);
        add("*\n!src/main.c", "src/other.c", true);
        // moby/patternmatcher
        add("**", "file", true);
        add("**", "dir/file", true);
        add("**/", "file", true);
        add("**/", "dir/file/", true);
        add("dir/**", "dir/file", true);
        add("dir/**", "dir/dir2/file.txt", true);
        add("dir/**", "dir2", false);
        add("**/dir2/*", "dir/dir2/file", true);
        add("**/dir2/*", "dir/dir2/dir2/file", true);
        add("**/**/dir2", "dir2", true);
        add("**file", "file", true);
        add("**file", "dir/file", true);
        add("**/file", "dir/afile", false);
        add("**file", "dir/afile", true);
        add("**/file*txt", "dir/dir/file.txt", true);
        add("**/file*.txt*", "dir/dir/file.txtx", true);
        add("a**/*.txt", "a/file.txt", true);
        add("a**/*.txt", "a/dir/dir/file.txt", true);
        add("a/*.txt", "a/dir/file.txt", false);
        add("a[b-d]e", "ace", true);
        add("a[b-d]e", "aae", false);
        add("a[^b]c", "axc", true);
        add("a[^b]c", "abc", false);
        add("a\\*b", "a*b", true);
        add("a\\*b", "axb", false);
        add("a.c", "abc", false);
        add("(x)", "(x)", true);
        add("x|y", "x", false);
        add("$a{1}+", "$a{1}+", true);
        add("foo/**/bar", "foo/bar", true);
        add("foo/**/bar", "foo/a/b/bar", true);
        add("-rf", "-rf", true);
        add("caf\xc3\xa9", "caf\xc3\xa9", true);
        add("\xef\xbb\xbf"
            "bom",
            "bom", true);
        add("crlf\r\n*.tmp\r", "crlf", true);
        add(" # no comment", "# no comment", true);
    }
    void rules()
    {
        QFETCH(QString, rules);
        QFETCH(QString, path);
        const DockerIgnore ignore(rules);
        if (rules == "!"_L1)
            QVERIFY(!ignore.problem().isEmpty());
        else
            QVERIFY2(ignore.problem().isEmpty(), qPrintable(ignore.problem()));
        QTEST(ignore.ignores(path), "ignored");
    }

    void whatIsNoPatternIsNamed_data()
    {
        QTest::addColumn<QString>("rules");
        QTest::addColumn<QString>("line");
        QTest::newRow("open bracket") << u"ok\n[a"_s << u"Line 2 of .dockerignore is no pattern: “[a”."_s;
        QTest::newRow("empty bracket") << u"[]"_s << u"Line 1 of .dockerignore is no pattern: “[]”."_s;
        QTest::newRow("open range") << u"[a-]"_s << u"Line 1 of .dockerignore is no pattern: “[a-]”."_s;
        QTest::newRow("range the wrong way round")
            << u"[b-a]"_s << u"Line 1 of .dockerignore is no pattern: “[b-a]”."_s;
        QTest::newRow("backslash") << u"#\n\na\\"_s << u"Line 3 of .dockerignore is no pattern: “a\\”."_s;
        QTest::newRow("nothing but !") << u" ! "_s << u"Line 1 of .dockerignore is no pattern: “!”."_s;
    }
    void whatIsNoPatternIsNamed()
    {
        QFETCH(QString, rules);
        QTEST(DockerIgnore(rules).problem(), "line");
    }

    void theDockerfileIsAlwaysSent()
    {
        DockerIgnore ignore(u"*"_s);
        ignore.keep(u"Dockerfile"_s);
        ignore.keep(u".dockerignore"_s);
        QVERIFY(!ignore.ignores(u"Dockerfile"_s));
        QVERIFY(!ignore.ignores(u".dockerignore"_s));
        QVERIFY(ignore.ignores(u"app.py"_s));
    }

    void foldersAreEnteredOnlyWhereSomethingMayComeBack()
    {
        QVERIFY(DockerIgnore(u"node_modules"_s).ignoresAllBelow(u"node_modules"_s));
        const DockerIgnore one(u"a\nb\n!a/keep"_s);
        QVERIFY(!one.ignoresAllBelow(u"a"_s));
        QVERIFY(one.ignoresAllBelow(u"b"_s));
        QVERIFY(!DockerIgnore(u"a\n!**/keep"_s).ignoresAllBelow(u"a"_s));
    }

    /// Of a program that was written by a machine, or by nobody.
    void noTextDoesHarm()
    {
        quint32 state = 1;
        const QByteArray letters = "*?[]^-\\!/.#a \n";
        for (int round = 0; round < 3000; ++round) {
            QByteArray text;
            for (int i = 0; i < 24; ++i) {
                state = state * 1664525 + 1013904223;
                text += letters[int((state >> 16) % quint32(letters.size()))];
            }
            DockerIgnore ignore(QString::fromLatin1(text));
            ignore.ignores(u"a/b/a.a"_s);
        }
    }
};

QTEST_GUILESS_MAIN(TestDockerIgnore)
#include "tst_dockerignore.moc"

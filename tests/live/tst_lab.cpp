// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/labenvironment.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Gantry;

/// The lab gives what its README promises.
class TestLab : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(Lab::isUp(), Lab::notUp); }
    void cleanup();
    void imagesRun_data();
    void imagesRun();
    void postgresWantsThePassword();
    void composeRunsTheSample_data();
    void composeRunsTheSample();
};

void TestLab::cleanup()
{
    const QStringList ids = Lab::docker({QStringLiteral("ps"), QStringLiteral("-aq"), QStringLiteral("--filter"),
                                         QStringLiteral("label=com.docker.compose.project=lab-sample")})
                                .output.split(u'\n', Qt::SkipEmptyParts);
    if (!ids.isEmpty())
        QVERIFY(Lab::docker(QStringList{QStringLiteral("rm"), QStringLiteral("-fv")} + ids).ok());
}

void TestLab::imagesRun_data()
{
    QTest::addColumn<Lab::Image>("image");
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<QString>("answer");
    QTest::newRow("postgres") << Lab::Image::Postgres
                              << QStringList{QStringLiteral("psql"), QStringLiteral("--version")}
                              << QStringLiteral("psql (PostgreSQL) 15");
    QTest::newRow("api") << Lab::Image::Api
                         << QStringList{QStringLiteral("python3"), QStringLiteral("-c"),
                                        QStringLiteral("import app; print(app.app.title)")}
                         << QStringLiteral("Gantry sample");
    QTest::newRow("busybox") << Lab::Image::Busybox << QStringList{QStringLiteral("echo"), QStringLiteral("hello")}
                             << QStringLiteral("hello");
}

void TestLab::imagesRun()
{
    QFETCH(Lab::Image, image);
    QFETCH(QStringList, command);
    QFETCH(QString, answer);
    const Lab::CommandResult result
        = Lab::docker(QStringList{QStringLiteral("run"), QStringLiteral("--rm"), Lab::image(image)} + command);
    QVERIFY2(result.ok(), qPrintable(result.error));
    QVERIFY2(result.output.startsWith(answer), qPrintable(result.output));
}

void TestLab::postgresWantsThePassword()
{
    const Lab::PostgresServer server = Lab::postgres();
    const auto ask = [&server](const QString &password) {
        const QString address
            = QStringLiteral("host=%1 port=%2 user=%3 dbname=%4 password=%5")
                  .arg(server.host, QString::number(server.port), server.user, server.database, password);
        return Lab::docker({QStringLiteral("exec"), QStringLiteral("lab-pg"), QStringLiteral("psql"),
                            QStringLiteral("-Atc"), QStringLiteral("SELECT current_database()"), address});
    };
    QCOMPARE(ask(server.password).output, server.database);
    const Lab::CommandResult refused = ask(QStringLiteral("wrong"));
    QVERIFY(!refused.ok());
    QVERIFY2(refused.error.contains(QLatin1String("password authentication failed")), qPrintable(refused.error));
}

void TestLab::composeRunsTheSample_data()
{
    QTest::addColumn<QString>("compose");
    QTest::newRow("2") << Lab::compose2();
    if (!Lab::compose1().isEmpty())
        QTest::newRow("1.29") << Lab::compose1();
}

void TestLab::composeRunsTheSample()
{
    QFETCH(QString, compose);
    QTemporaryDir folder;
    QVERIFY(Lab::copySample(folder.path()));
    const Lab::CommandResult up = Lab::run(compose,
                                           {QStringLiteral("-p"), QStringLiteral("lab-sample"), QStringLiteral("up"),
                                            QStringLiteral("-d"), QStringLiteral("--build")},
                                           folder.path());
    QVERIFY2(up.ok(), qPrintable(up.error));
    const Lab::CommandResult answer = Lab::docker(
        {QStringLiteral("run"), QStringLiteral("--rm"), QStringLiteral("--network=host"),
         Lab::image(Lab::Image::Busybox), QStringLiteral("sh"), QStringLiteral("-c"),
         QStringLiteral(
             "for i in $(seq 100); do wget -qO- http://127.0.0.1:8000/ && exit; usleep 100000; done; exit 1")});
    QVERIFY2(answer.ok(), qPrintable(answer.error));
    QVERIFY2(answer.output.contains(QLatin1String("PostgreSQL 15")), qPrintable(answer.output));
    const Lab::CommandResult down = Lab::run(
        compose, {QStringLiteral("-p"), QStringLiteral("lab-sample"), QStringLiteral("down"), QStringLiteral("-v")},
        folder.path());
    QVERIFY2(down.ok(), qPrintable(down.error));
}

QTEST_GUILESS_MAIN(TestLab)
#include "tst_lab.moc"

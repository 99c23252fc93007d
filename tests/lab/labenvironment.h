// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStringList>

/// What tests/lab/lab gives to tests (see its README.md). Everything here blocks: for set-up and checks only.
/// A test that needs the lab starts with `void initTestCase() { QVERIFY2(Lab::isUp(), Lab::notUp); }`.
namespace Gantry::Lab {

inline constexpr const char *notUp
    = "This test needs the lab: run it with tests/run or tests/lab/lab run (tests/lab/README.md).";

inline bool isUp()
{
    return qEnvironmentVariableIsSet("GANTRY_LAB_DOCKER_HOST");
}

inline QString value(const char *name)
{
    if (!isUp())
        qFatal("%s", notUp);
    return qEnvironmentVariable(name);
}

/// The address of the private engine, unix://….
inline QString dockerHost()
{
    return value("GANTRY_LAB_DOCKER_HOST");
}

/// Whether that is Podman, with the differences that tests/lab/README.md names.
inline bool isPodman()
{
    return value("GANTRY_LAB_ENGINE") == QLatin1String("podman");
}

/// The path of Compose 1.29.2; empty where the distribution has it no longer (Debian 13).
inline QString compose1()
{
    return value("GANTRY_LAB_COMPOSE1");
}

/// The path of a Compose of version 2. `docker compose` is the same one (DOCKER_CONFIG is set).
inline QString compose2()
{
    return value("GANTRY_LAB_COMPOSE2");
}

/// The path of Debian's docker-registry.
inline QString registry()
{
    return value("GANTRY_LAB_REGISTRY");
}

enum class Image { Postgres, Api, Busybox };

inline QString image(Image which)
{
    switch (which) {
    case Image::Postgres:
        return value("GANTRY_LAB_IMAGES_POSTGRES");
    case Image::Api:
        return value("GANTRY_LAB_IMAGES_API");
    case Image::Busybox:
        return value("GANTRY_LAB_IMAGES_BUSYBOX");
    }
    Q_UNREACHABLE();
}

struct PostgresServer
{
    QString host;
    quint16 port = 0;
    QString user;
    QString password;
    QString database;
};

/// The server in the lab's container `lab-pg`.
inline PostgresServer postgres()
{
    return {.host = value("GANTRY_LAB_PG_HOST"),
            .port = value("GANTRY_LAB_PG_PORT").toUShort(),
            .user = value("GANTRY_LAB_PG_USER"),
            .password = value("GANTRY_LAB_PG_PASSWORD"),
            .database = value("GANTRY_LAB_PG_DATABASE")};
}

struct CommandResult
{
    int exitCode = -1;
    QString output; ///< standard output without the white space around it
    QString error; ///< standard error, or why the program did not run

    bool ok() const { return exitCode == 0; }
};

/// Runs a program with DOCKER_HOST set to the lab's engine; kills it after two minutes.
inline CommandResult run(const QString &program, const QStringList &arguments, const QString &folder = {},
                         const QByteArray &input = {})
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("DOCKER_HOST"), dockerHost());
    if (isPodman())
        environment.insert(QStringLiteral("DOCKER_BUILDKIT"), QStringLiteral("0"));
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit)
        return {.exitCode = -1, .output = {}, .error = program + QStringLiteral(": ") + process.errorString()};
    return {.exitCode = process.exitCode(),
            .output = QString::fromUtf8(process.readAllStandardOutput()).trimmed(),
            .error = QString::fromUtf8(process.readAllStandardError()).trimmed()};
}

/// Runs the docker client on the lab's engine.
inline CommandResult docker(const QStringList &arguments, const QByteArray &input = {})
{
    return run(QStringLiteral("docker"), arguments, {}, input);
}

/// Copies the sample project (resources/sample) into the existing folder, and returns whether that worked.
inline bool copySample(const QString &folder)
{
    const QDir sample(QStringLiteral(GANTRY_SOURCE_DIR "/resources/sample"));
    const QDir target(folder);
    if (!target.mkpath(QStringLiteral("api")))
        return false;
    for (const char *file : {"compose.yaml", "api/app.py", "api/Dockerfile"}) {
        const QString name = QString::fromLatin1(file);
        if (!QFile::copy(sample.filePath(name), target.filePath(name)))
            return false;
    }
    return true;
}

} // namespace Gantry::Lab

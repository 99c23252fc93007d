// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QList>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

namespace Gantry {

/// What is to be built, and how: the options of `docker build`.
struct BuildRequest
{
    Q_DECLARE_TR_FUNCTIONS(Gantry::BuildRequest)

public:
    QString folder; ///< absolute
    QString dockerfile = QStringLiteral("Dockerfile"); ///< relative to the folder
    QStringList tags;
    QList<std::pair<QString, QString>> arguments; ///< --build-arg; a value may be a secret
    QString target;
    bool noCache = false;
    bool pull = false;

    /// Why it cannot be built whatever the folder holds, translated; empty if nothing is known against it.
    QString problem() const;
    /// Whether an image can have this name and tag.
    static bool isTag(const QString &tag);
    /// What an operation calls it: the tag, or the folder's name.
    QString name() const;
    QString dockerfilePath() const;
    /// Whether the value of a build argument must not be shown.
    bool hasSecrets() const;

    /// The equivalent command, `docker build …`, which passes secrets by the name alone: a shell gives its own.
    QStringList toCommand(const QStringList &prefix) const;
    /// For `docker buildx build`; secrets are in environment() instead.
    QStringList toBuildxArguments(const QString &progress) const;
    /// \a given with the secrets, from where buildx takes the arguments that toBuildxArguments() only names.
    QProcessEnvironment environment(const QProcessEnvironment &given) const;
    /// For POST /build (API 1.41), from "?" on. Holds secrets.
    QByteArray toQuery() const;

private:
    QStringList options() const;
};

} // namespace Gantry

// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"

#include <QCoreApplication>

namespace Gantry {

/// How the state of the engine's connection is put into words; the same in engine box, status line, banner and
/// the page without an engine.
class EngineWords
{
    Q_DECLARE_TR_FUNCTIONS(Gantry::EngineWords)

public:
    /// A command that may help, with what it is for.
    struct Remedy
    {
        QString text;
        QStringList commands; ///< one a line, to be copied
    };

    /// "connected", "does not answer", "connecting", "connection lost", "not reachable".
    static QString state(const Engine &engine);
    enum class Length { Short, Full };
    /// "Docker 26.1.5", or "Docker 26.1" if short; "No engine" while none answered.
    static QString product(const Engine &engine, Length length = Length::Full);
    /// The product and the state, or the state alone where no engine has answered.
    static QString productAndState(const Engine &engine, Length length = Length::Full);
    /// "Connected to unix:///…, from DOCKER_HOST", and what the user's Docker context would have been.
    static QString statusLine(const Engine &engine);
    /// One sentence on why no engine could be reached, by the most telling of the attempts. \a unusable is what
    /// discovery had to say: it decides where nothing could be tried.
    static QString failure(const QList<FailedAttempt> &attempts, const QStringList &unusable);
    struct Trouble
    {
        QString fact; ///< empty where there is none
        QString consequence;
    };
    /// What is the matter with an engine that was connected once: lost, silent, or a list that cannot be read.
    static Trouble trouble(const Engine &engine);
    /// The sentences behind each other, each with its full stop: one that ends in somebody's words in quotes has none.
    static QString paragraph(const QStringList &sentences);
    /// What the user can do about it, the likeliest first.
    static QList<Remedy> remedies(const QList<FailedAttempt> &attempts, const QStringList &unusable);
};

} // namespace Gantry

// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/runrequest.h"

#include <QCoreApplication>

namespace Gantry {

/// A pasted `docker run …` line (also podman run, docker container run, with sudo before it), read by the quoting rules
/// of a shell; nothing is ever expanded or executed.
struct RunLine
{
    Q_DECLARE_TR_FUNCTIONS(Gantry::RunLine)

public:
    RunRequest request;
    QStringList envFiles; ///< of --env-file, to be read
    QStringList notices; ///< what is not taken over, or not as a shell would: one sentence each, translated
    QString problem; ///< why it is no such line, translated; then nothing else counts

    static RunLine parse(const QString &line);
};

} // namespace Gantry

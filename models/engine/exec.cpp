// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/exec.h"

#include "engine/json.h"

namespace Gantry {

using namespace Qt::StringLiterals;

QJsonObject ExecConfig::toJson() const
{
    QJsonObject object{
        {u"AttachStdin"_s, attachStdin},
        {u"AttachStdout"_s, true},
        {u"AttachStderr"_s, true},
        {u"Tty"_s, tty},
        {u"Cmd"_s, QJsonArray::fromStringList(command)},
    };
    if (!environment.isEmpty())
        object.insert(u"Env"_s, QJsonArray::fromStringList(environment));
    if (!detachKeys.isEmpty())
        object.insert(u"DetachKeys"_s, detachKeys);
    if (!user.isEmpty())
        object.insert(u"User"_s, user);
    if (!workingDirectory.isEmpty())
        object.insert(u"WorkingDir"_s, workingDirectory);
    return object;
}

ExecDetails ExecDetails::fromJson(const QJsonObject &object)
{
    ExecDetails details;
    details.id = object["ID"_L1].toString();
    details.running = object["Running"_L1].toBool();
    if (!details.running && object["ExitCode"_L1].isDouble())
        details.exitCode = object["ExitCode"_L1].toInt();
    details.pid = Json::integer(object["Pid"_L1]);
    return details;
}

} // namespace Gantry

// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/runrequest.h"

#include "engine/middleleftout.h"
#include "items/secretnames.h"
#include "quoted.h"
#include "run/runamount.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

/// Collects the words of a command line; a value that could pass for an option is tied to its own.
class RunWords
{
public:
    explicit RunWords(const QStringList &prefix)
        : m_words(prefix)
    {
        m_words << u"run"_s;
    }

    void flag(bool on, const QString &option)
    {
        if (on)
            m_words << option;
    }

    void value(const QString &option, const QString &value)
    {
        if (value.isEmpty())
            return;
        if (!value.startsWith(u'-'))
            m_words << option << value;
        else if (option.startsWith("--"_L1))
            m_words << option + u'=' + value;
        else
            m_words << option + value;
    }

    void values(const QString &option, const QStringList &values)
    {
        for (const QString &each : values)
            value(option, each);
    }

    QStringList &words() { return m_words; }

private:
    QStringList m_words;
};

QJsonObject keysAndValues(const QStringList &lines)
{
    QJsonObject object;
    for (const QString &line : lines)
        object.insert(line.section(u'=', 0, 0), line.section(u'=', 1));
    return object;
}

QJsonObject healthJson(const RunHealth &health)
{
    QJsonObject json;
    if (health.off)
        json.insert(u"Test"_s, QJsonArray{u"NONE"_s});
    else if (!health.command.isEmpty())
        json.insert(u"Test"_s, QJsonArray{u"CMD-SHELL"_s, health.command});
    const auto insert = [&json](const QString &key, const QString &text) {
        if (const std::optional<qint64> time = RunAmount::nanoseconds(text); time && !text.isEmpty())
            json.insert(key, *time);
    };
    insert(u"Interval"_s, health.interval);
    insert(u"Timeout"_s, health.timeout);
    insert(u"StartPeriod"_s, health.startPeriod);
    if (!health.retries.isEmpty())
        json.insert(u"Retries"_s, health.retries.toInt());
    return json;
}

} // namespace

bool RunRequest::isOwnNetwork(const QString &network)
{
    return !network.isEmpty() && network != "default"_L1 && network != "bridge"_L1 && network != "host"_L1
        && network != "none"_L1 && !network.startsWith("container:"_L1);
}

QJsonObject RunRequest::toJson() const
{
    QJsonObject json{{u"Image"_s, image},
                     {u"Tty"_s, tty},
                     {u"OpenStdin"_s, interactive},
                     {u"AttachStdin"_s, interactive && !detach},
                     {u"StdinOnce"_s, interactive && !detach},
                     {u"AttachStdout"_s, !detach},
                     {u"AttachStderr"_s, !detach}};
    QStringList words = command;
    if (!entrypoint.isEmpty()) {
        json.insert(u"Entrypoint"_s, QJsonArray{entrypoint.first()});
        words = entrypoint.mid(1) + command;
    }
    if (!words.isEmpty())
        json.insert(u"Cmd"_s, QJsonArray::fromStringList(words));
    if (!environment.isEmpty())
        json.insert(u"Env"_s, QJsonArray::fromStringList(environment));
    if (!labels.isEmpty())
        json.insert(u"Labels"_s, keysAndValues(labels));
    const auto insertText = [](QJsonObject &object, const QString &key, const QString &text) {
        if (!text.isEmpty())
            object.insert(key, text);
    };
    insertText(json, u"User"_s, user);
    insertText(json, u"WorkingDir"_s, workingDirectory);
    insertText(json, u"Hostname"_s, hostname);
    if (const QJsonObject check = healthJson(health); !check.isEmpty())
        json.insert(u"Healthcheck"_s, check);

    QJsonObject host;
    QJsonObject exposed;
    QJsonObject bindings;
    for (const RunPort &port : ports) {
        const QString key = u"%1/%2"_s.arg(port.containerPort).arg(port.protocol);
        exposed.insert(key, QJsonObject());
        QJsonArray list = bindings.value(key).toArray();
        list << QJsonObject{{u"HostIp"_s, port.address}, {u"HostPort"_s, port.hostPort()}};
        bindings.insert(key, list);
    }
    if (!ports.isEmpty()) {
        json.insert(u"ExposedPorts"_s, exposed);
        host.insert(u"PortBindings"_s, bindings);
    }
    if (publishAll)
        host.insert(u"PublishAllPorts"_s, true);

    QJsonArray binds;
    QJsonArray mountList;
    QJsonObject volumes;
    QJsonObject tmpfs;
    for (const RunMount &mount : mounts) {
        if (mount.kind == RunMount::Kind::Tmpfs) {
            tmpfs.insert(mount.target, mount.options);
        } else if (const std::optional<QString> bind = mount.bind()) {
            if (mount.source.isEmpty())
                volumes.insert(*bind, QJsonObject());
            else
                binds << *bind;
        } else {
            mountList << QJsonObject{{u"Type"_s, mount.kind == RunMount::Kind::Bind ? u"bind"_s : u"volume"_s},
                                     {u"Source"_s, mount.source},
                                     {u"Target"_s, mount.target},
                                     {u"ReadOnly"_s, mount.readOnly}};
        }
    }
    const auto insertArray = [&host](const QString &key, const QJsonArray &array) {
        if (!array.isEmpty())
            host.insert(key, array);
    };
    if (!volumes.isEmpty())
        json.insert(u"Volumes"_s, volumes);
    if (!tmpfs.isEmpty())
        host.insert(u"Tmpfs"_s, tmpfs);
    insertArray(u"Binds"_s, binds);
    insertArray(u"Mounts"_s, mountList);
    insertArray(u"CapAdd"_s, QJsonArray::fromStringList(addedCapabilities));
    insertArray(u"CapDrop"_s, QJsonArray::fromStringList(droppedCapabilities));

    insertText(host, u"NetworkMode"_s, network);
    if (isOwnNetwork(network) && !aliases.isEmpty()) {
        const QJsonObject endpoint{{u"Aliases"_s, QJsonArray::fromStringList(aliases)}};
        json.insert(u"NetworkingConfig"_s, QJsonObject{{u"EndpointsConfig"_s, QJsonObject{{network, endpoint}}}});
    }
    // As docker has it where nobody said anything.
    QJsonObject policy{{u"Name"_s, restart.isEmpty() ? u"no"_s : restart.section(u':', 0, 0)}};
    if (restart.contains(u':'))
        policy.insert(u"MaximumRetryCount"_s, restart.section(u':', 1).toInt());
    host.insert(u"RestartPolicy"_s, policy);
    if (const std::optional<qint64> bytes = RunAmount::bytes(memory))
        host.insert(u"Memory"_s, *bytes);
    if (const std::optional<qint64> bytes = RunAmount::bytes(sharedMemory))
        host.insert(u"ShmSize"_s, *bytes);
    if (const std::optional<qint64> nano = RunAmount::nanoCpus(cpus))
        host.insert(u"NanoCpus"_s, *nano);
    for (const auto &[key, on] :
         {std::pair(u"Privileged"_s, privileged), std::pair(u"Init"_s, init), std::pair(u"AutoRemove"_s, autoRemove)}) {
        if (on)
            host.insert(key, true);
    }
    json.insert(u"HostConfig"_s, host);
    return json;
}

QStringList RunRequest::toCommand(const QStringList &prefix, bool secrets) const
{
    RunWords line(prefix);
    QString letters = u"-"_s;
    for (const auto &[letter, on] : {std::pair(u'd', detach), std::pair(u'i', interactive), std::pair(u't', tty)}) {
        if (on)
            letters += letter;
    }
    line.flag(letters.size() > 1, letters);
    line.flag(autoRemove, u"--rm"_s);
    line.flag(init, u"--init"_s);
    line.flag(privileged, u"--privileged"_s);
    line.value(u"--name"_s, name);
    line.value(u"--hostname"_s, hostname);
    for (const RunPort &port : ports)
        line.value(u"-p"_s, port.text());
    line.values(u"-p"_s, oddPorts);
    line.flag(publishAll, u"-P"_s);
    for (const QString &variable : environment) {
        const QString variableName = variable.section(u'=', 0, 0);
        const bool hidden = !secrets && SecretNames::isSecret(variableName, variable.section(u'=', 1));
        line.value(u"-e"_s, hidden ? variableName : variable);
    }
    for (const RunMount &mount : mounts)
        line.words() << mount.arguments();
    line.value(u"--network"_s, network);
    if (isOwnNetwork(network))
        line.values(u"--network-alias"_s, aliases);
    line.value(u"--restart"_s, restart);
    line.value(u"--memory"_s, memory);
    line.value(u"--cpus"_s, cpus);
    line.value(u"--shm-size"_s, sharedMemory);
    line.value(u"--user"_s, user);
    line.value(u"--workdir"_s, workingDirectory);
    for (const QString &label : labels) {
        const bool hidden = !secrets && SecretNames::isSecret(label.section(u'=', 0, 0), label.section(u'=', 1));
        line.value(u"--label"_s, hidden ? label.section(u'=', 0, 0) + u'=' + SecretNames::mask() : label);
    }
    line.flag(health.off, u"--no-healthcheck"_s);
    if (!health.off) {
        line.value(u"--health-cmd"_s, health.command);
        line.value(u"--health-interval"_s, health.interval);
        line.value(u"--health-timeout"_s, health.timeout);
        line.value(u"--health-start-period"_s, health.startPeriod);
        line.value(u"--health-retries"_s, health.retries);
    }
    line.values(u"--cap-add"_s, addedCapabilities);
    line.values(u"--cap-drop"_s, droppedCapabilities);
    if (!entrypoint.isEmpty()) {
        if (entrypoint.first().isEmpty())
            line.words() << u"--entrypoint="_s;
        line.value(u"--entrypoint"_s, entrypoint.first());
    }
    if (image.startsWith(u'-'))
        line.words() << u"--"_s;
    line.words() << image << entrypoint.mid(1) << command;
    return line.words();
}

QString RunRequest::problem() const
{
    // The rule of Docker's names (daemon/names).
    static const QRegularExpression nameForm(u"\\A[a-zA-Z0-9][a-zA-Z0-9_.-]+\\z"_s);
    static const QRegularExpression restartForm(u"\\A(?:|no|always|unless-stopped|on-failure(?::[0-9]{1,6})?)\\z"_s);
    if (image.isEmpty())
        return RunRequest::tr("Name an image.");
    if (!name.isEmpty() && !nameForm.match(name).hasMatch()) {
        return RunRequest::tr(
            "A name has at least two characters: letters without accents, digits, and _ . - after the first "
            "character.");
    }
    for (const QString &variable : environment) {
        if (variable.startsWith(u'='))
            return RunRequest::tr("A variable has no name: %1").arg(quoted(middleLeftOut(variable)));
    }
    for (const RunMount &mount : mounts) {
        if (!mount.target.startsWith(u'/'))
            return RunRequest::tr("A mount needs a path in the container that begins with /.");
        if (mount.kind == RunMount::Kind::Bind && !mount.source.startsWith(u'/'))
            return RunRequest::tr("%1 is no full path of a folder.").arg(quoted(middleLeftOut(mount.source)));
    }
    if (!restartForm.match(restart).hasMatch())
        return RunRequest::tr("%1 is no restart policy.").arg(quoted(middleLeftOut(restart)));
    if (autoRemove && !restart.isEmpty() && restart != "no"_L1)
        return RunRequest::tr("A container that is removed when it ends cannot be restarted: choose one of both.");
    if (!aliases.isEmpty() && !isOwnNetwork(network))
        return RunRequest::tr("Aliases need a network of one's own.");
    if (!health.retries.isEmpty() && health.retries.toInt() < 1)
        return RunRequest::tr("%1 is no number of retries.").arg(quoted(middleLeftOut(health.retries)));
    const QStringList durations{health.interval, health.timeout, health.startPeriod};
    for (const QString &text : durations) {
        if (!text.isEmpty() && !RunAmount::nanoseconds(text))
            return RunRequest::tr("%1 is no time. Write 30s or 1m30s.").arg(quoted(middleLeftOut(text)));
    }
    for (const QString &text : {memory, sharedMemory}) {
        if (!text.isEmpty() && !RunAmount::bytes(text))
            return RunRequest::tr("%1 is no amount of memory. Write 512m or 2g.").arg(quoted(middleLeftOut(text)));
    }
    if (!cpus.isEmpty() && !RunAmount::nanoCpus(cpus))
        return RunRequest::tr("%1 is no number of processors. Write 1.5 or 2.").arg(quoted(middleLeftOut(cpus)));
    return {};
}

} // namespace Gantry

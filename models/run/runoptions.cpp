// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/runoptions.h"

#include <QHash>
#include <QSet>
#include <QStringList>

namespace Gantry::RunOptions {

using namespace Qt::StringLiterals;

std::optional<Kind> kindOf(const QString &name)
{
    static const QSet<QString> flags = [] {
        const QStringList names = u"detach disable-content-trust help init interactive no-healthcheck oom-kill-disable "
                                  u"privileged publish-all "
                                  "quiet read-only rm sig-proxy tty use-api-socket replace rmi no-hosts no-hostname "
                                  "read-only-tmpfs tls-verify "
                                  "env-host passwd unsetenv-all http-proxy"_s.split(u' ');
        return QSet<QString>(names.begin(), names.end());
    }();
    static const QSet<QString> values = [] {
        const QStringList names
            = u"add-host annotation attach blkio-weight blkio-weight-device cap-add cap-drop cgroup-parent cgroupns "
              u"cidfile "
              "cpu-count cpu-percent cpu-period cpu-quota cpu-rt-period cpu-rt-runtime cpu-shares cpus cpuset-cpus "
              "cpuset-mems detach-keys device device-cgroup-rule device-read-bps device-read-iops device-write-bps "
              "device-write-iops dns dns-opt dns-option dns-search domainname entrypoint env env-file expose gpus "
              "group-add "
              "health-cmd health-interval health-retries health-start-interval health-start-period health-timeout "
              "hostname "
              "io-maxbandwidth io-maxiops ip ip6 ipc isolation kernel-memory label label-file link link-local-ip "
              "log-driver "
              "log-opt mac-address memory memory-reservation memory-swap memory-swappiness mount name net net-alias "
              "network "
              "network-alias oom-score-adj pid pids-limit platform publish pull restart runtime security-opt shm-size "
              "stop-signal stop-timeout storage-opt sysctl tmpfs ulimit user userns uts volume volume-driver "
              "volumes-from "
              "workdir arch authfile conmon-pidfile decryption-key gidmap health-on-failure hostuser image-volume "
              "init-path init-ctr os personality pidfile pod pod-id-file preserve-fds requires sdnotify seccomp-policy "
              "secret shm-size-systemd subgidname subuidname systemd timeout tz umask uidmap unsetenv variant"_s.split(
                  u' ');
        return QSet<QString>(names.begin(), names.end());
    }();
    if (flags.contains(name))
        return Kind::Flag;
    return values.contains(name) ? std::optional(Kind::Value) : std::nullopt;
}

QString ofLetter(QChar letter)
{
    static const QHash<QChar, QString> letters{
        {u'a', u"attach"_s},   {u'c', u"cpu-shares"_s},  {u'd', u"detach"_s}, {u'e', u"env"_s},
        {u'h', u"hostname"_s}, {u'i', u"interactive"_s}, {u'l', u"label"_s},  {u'm', u"memory"_s},
        {u'p', u"publish"_s},  {u'P', u"publish-all"_s}, {u'q', u"quiet"_s},  {u't', u"tty"_s},
        {u'u', u"user"_s},     {u'v', u"volume"_s},      {u'w', u"workdir"_s}};
    return letters.value(letter);
}

bool isGlobalWithValue(const QString &option)
{
    static const QSet<QString> options{u"-H"_s,    u"--host"_s,       u"--config"_s,    u"-c"_s,        u"--context"_s,
                                       u"-l"_s,    u"--log-level"_s,  u"--tlscacert"_s, u"--tlscert"_s, u"--tlskey"_s,
                                       u"--url"_s, u"--connection"_s, u"--root"_s};
    return options.contains(option);
}

} // namespace Gantry::RunOptions

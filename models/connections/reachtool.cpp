// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connections/reachtool.h"

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

/// curl speaks telnet, which says nothing by itself, where it was built with it.
constexpr auto toolsScript = R"SH(
for tool in bash python3 perl node timeout; do command -v $tool >/dev/null && echo $tool; done
case $(busybox nc --help 2>&1) in *-e\ PROG*) echo busybox;; esac
command -v curl >/dev/null && case $(curl --version) in *telnet*) echo curl;; esac
true
)SH"_L1;

constexpr auto pythonTry = "import socket, sys\n"
                           "try: socket.create_connection((sys.argv[1], int(sys.argv[2])), 5)\n"
                           "except OSError as error: sys.exit(str(error))"_L1;
constexpr auto perlTry = R"PL(IO::Socket::INET->new(PeerHost => $ARGV[0], PeerPort => $ARGV[1], Timeout => 5)
    or die "$@\n")PL"_L1;
constexpr auto nodeTry = "const s = require('net').connect(+process.argv[2], process.argv[1], () => process.exit(0)); "
                         "const end = (words) => { console.error(words); process.exit(1); }; "
                         "s.setTimeout(5000, () => end('timed out')); s.on('error', (error) => end(error.message));"_L1;

} // namespace

QStringList ReachTool::probe()
{
    return {u"sh"_s, u"-c"_s, toolsScript};
}

std::optional<ReachTool> ReachTool::choose(const QString &probed, const QString &host)
{
    const QStringList found = probed.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &name : {u"python3"_s, u"perl"_s, u"bash"_s, u"node"_s, u"busybox"_s, u"curl"_s}) {
        // Its nc takes "-e" behind the host, and so no "--" before it.
        if (name == "busybox"_L1 && host.startsWith(u'-'))
            continue;
        if (found.contains(name))
            return ReachTool(name, found.contains(u"timeout"_s));
    }
    return std::nullopt;
}

QStringList ReachTool::command(const QString &host, quint16 port) const
{
    const QString number = QString::number(port);
    if (m_name == "python3"_L1)
        return {u"python3"_s, u"-c"_s, pythonTry, host, number};
    if (m_name == "perl"_L1)
        return {u"perl"_s, u"-MIO::Socket::INET"_s, u"-e"_s, perlTry, u"--"_s, host, number};
    if (m_name == "node"_L1)
        return {u"node"_s, u"-e"_s, nodeTry, u"--"_s, host, number};
    if (m_name == "busybox"_L1)
        return {u"busybox"_s, u"nc"_s, u"-w"_s, u"5"_s, host, number, u"-e"_s, u"true"_s};
    if (m_name == "curl"_L1) {
        return {u"curl"_s,
                u"--silent"_s,
                u"--show-error"_s,
                u"--connect-timeout"_s,
                u"5"_s,
                u"--max-time"_s,
                u"6"_s,
                u"telnet://"_s + host + u':' + number};
    }
    const QStringList bash{u"bash"_s, u"-c"_s, u"exec 3<>\"/dev/tcp/$0/$1\""_s, host, number};
    return m_canTimeOut ? QStringList{u"timeout"_s, u"5"_s} + bash : bash;
}

Reach reachOf(int exitCode, const QString &words)
{
    if (exitCode == 0)
        return Reach::Reached;
    const auto say = [&words](std::initializer_list<QLatin1String> any) {
        return std::any_of(any.begin(), any.end(),
                           [&words](QLatin1String word) { return words.contains(word, Qt::CaseInsensitive); });
    };
    if (say({"refused"_L1}))
        return Reach::Refused;
    if (say({"not known"_L1, "resolve"_L1, "resolution"_L1, "bad address"_L1, "bad hostname"_L1, "ENOTFOUND"_L1,
             "EAI_AGAIN"_L1, "no address associated"_L1}))
        return Reach::UnknownHost;
    // 124 is timeout's, with or without a word; curl's own is 28.
    if (exitCode == 124 || say({"timed out"_L1, "timeout"_L1, "no route"_L1, "unreachable"_L1}))
        return Reach::Silent;
    return Reach::Failed;
}

} // namespace Gantry

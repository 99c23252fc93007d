// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/tunneltool.h"

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

// A postmaster that is process 1 of its container takes an orphan that a signal ended for a crashed server process, and
// restarts the whole server. So no script ends before the processes it has killed.

/// The simpler "cat <&3 & exec cat >&3" hangs when the server closes, and leaves a backend when the client dies.
constexpr auto bashScript = "exec 3<>/dev/tcp/127.0.0.1/%1 4<&0 || exit 1; cat <&3 & r=$!; cat <&4 >&3 & w=$!; "
                            "exec 3>&- 4<&-; wait -n; kill $r $w; wait"_L1;

/// Parent: from the server to the standard output; child: from the standard input to the server. The first to end
/// takes the other along.
constexpr auto perlScript = R"PERL(
socket(my $s, PF_INET, SOCK_STREAM, 0) or die "$!\n";
connect($s, pack_sockaddr_in($ARGV[0], inet_aton("127.0.0.1"))) or die "$!\n";
my $parent = $$;
my $child = fork;
defined $child or die "$!\n";
sub end { kill "KILL", $child; waitpid $child, 0; exit }
$SIG{TERM} = \&end if $child;
my ($in, $out) = $child ? ($s, \*STDOUT) : (\*STDIN, $s);
COPY: while (my $n = sysread($in, my $data, 65536)) {
    for (my $at = 0; $at < $n;) {
        my $w = syswrite($out, $data, $n - $at, $at);
        last COPY unless defined $w;
        $at += $w;
    }
}
end if $child;
kill "TERM", $parent if getppid == $parent;
)PERL"_L1;

constexpr auto pythonScript = R"PYTHON(
import os, signal, socket, sys
s = socket.create_connection(("127.0.0.1", int(sys.argv[1])))
parent = os.getpid()
child = os.fork()
def end(*_):
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os._exit(0)
if child:
    signal.signal(signal.SIGTERM, end)
source, sink = (s.fileno(), 1) if child else (0, s.fileno())
try:
    while True:
        data = os.read(source, 65536)
        if not data:
            break
        while data:
            data = data[os.write(sink, data):]
except OSError:
    pass
if child:
    end()
elif os.getppid() == parent:
    os.kill(parent, signal.SIGTERM)
)PYTHON"_L1;

/// For tools that go on while the server sends, though their client is gone. The last bytes of the client have a moment
/// to arrive. An exec is a process group of its own: the signal ends cat, sleep and the tool, not the shells.
constexpr auto wrapperScript = "trap : TERM; { trap : TERM; cat; sleep 0.2 2>/dev/null || [ $? -gt 128 ] || sleep 1; "
                               "kill 0; } | { trap : TERM; \"$@\"; kill 0; }"_L1;

/// Ncat only closes its output when the server has gone, and waits for more from the client: what passes its output on
/// sees that. No shell stands between the two, which would hold the output open.
constexpr auto ncatScript = "trap : TERM; { trap : TERM; cat; sleep 0.2 2>/dev/null || [ $? -gt 128 ] || sleep 1; "
                            "kill 0; } | ncat 127.0.0.1 \"$1\" | { trap : TERM; cat; kill 0; }"_L1;

/// Each line proves what the tool's command needs. Other kinds of nc than BusyBox's do not end with the server.
constexpr auto probeScript = R"SH(
command -v cat >/dev/null && bash -c '((BASH_VERSINFO[0] > 4 || BASH_VERSINFO[0] == 4 && BASH_VERSINFO[1] >= 3))' 2>/dev/null && echo bash
command -v cat >/dev/null && command -v socat >/dev/null && echo socat
perl -MSocket -e 1 2>/dev/null && echo perl
python3 -c 'import os, signal, socket' 2>/dev/null && echo python3
case $(busybox nc --help 2>&1) in *Usage:*) echo busybox;; esac
command -v cat >/dev/null && command -v ncat >/dev/null && echo ncat
true
)SH"_L1;

} // namespace

QStringList TunnelTool::probe()
{
    return {u"sh"_s, u"-c"_s, probeScript};
}

QStringList TunnelTool::names()
{
    return {u"bash"_s, u"socat"_s, u"perl"_s, u"python3"_s, u"busybox"_s, u"ncat"_s};
}

std::optional<TunnelTool> TunnelTool::choose(const QString &probed, const QStringList &names)
{
    const QStringList found = probed.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &name : names) {
        if (found.contains(name) && TunnelTool::names().contains(name))
            return TunnelTool(name);
    }
    return std::nullopt;
}

QStringList TunnelTool::command(quint16 port) const
{
    const QString number = QString::number(port);
    if (m_name == "bash"_L1)
        return {u"bash"_s, u"-c"_s, QString(bashScript).arg(number)};
    if (m_name == "perl"_L1)
        return {u"perl"_s, u"-MSocket"_s, u"-e"_s, perlScript, number};
    if (m_name == "python3"_L1)
        return {u"python3"_s, u"-c"_s, pythonScript, number};
    const QStringList wrapper{u"sh"_s, u"-c"_s, wrapperScript, u"sh"_s};
    if (m_name == "socat"_L1)
        return wrapper + QStringList{u"socat"_s, u"-"_s, u"TCP4:127.0.0.1:"_s + number};
    if (m_name == "busybox"_L1)
        return wrapper + QStringList{u"busybox"_s, u"nc"_s, u"127.0.0.1"_s, number};
    return {u"sh"_s, u"-c"_s, ncatScript, u"sh"_s, number};
}

} // namespace Gantry

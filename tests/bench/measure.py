# SPDX-FileCopyrightText: The Gantry developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The benchmarks; tests/bench/run starts this in the lab."""
import sys

import builds
import consoles
import lists
import logs
import terminals
from tools import create_containers, say

BENCHMARKS = {
    "list-start": lists.start,
    "list-memory": lists.memory,
    "idle-cpu": lists.idle,
    "event-latency": lists.latency,
    "event-storm": lists.storm,
    "filter-keystroke": lists.keystrokes,
    "stats-cpu": lists.stats,
    "sql-million": consoles.million,
    "sql-first": consoles.first,
    "sql-scroll": consoles.scroll,
    "sql-export": consoles.export,
    "tunnel": consoles.tunnel,
    "compose-up": consoles.compose,
    "logs-load": logs.load,
    "logs-memory": logs.memory,
    "logs-search": logs.search,
    "logs-follow": logs.follow,
    "terminal-cat": terminals.cat,
    "build-context": builds.context,
}


def main(arguments):
    if arguments == ["--list"]:
        print("\n".join(BENCHMARKS))
        return
    only_check = arguments[:1] == ["--check"]
    names = arguments[only_check:] or list(BENCHMARKS)
    unknown = [name for name in names if name not in BENCHMARKS]
    if unknown:
        raise SystemExit(f"bench: there is no benchmark {', '.join(unknown)}; there are {', '.join(BENCHMARKS)}.")
    if only_check:
        return
    say("making the containers …")
    create_containers()
    unmeasured = []
    for name in names:
        say(f"{name} …")
        try:
            BENCHMARKS[name](name)
        except SystemExit as reason:
            say(f"{name} was not measured: {reason}")
            unmeasured.append(name)
    if unmeasured:
        raise SystemExit(f"bench: not measured: {', '.join(unmeasured)}")


main(sys.argv[1:])

# SPDX-FileCopyrightText: The Gantry developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Benchmarks of terminals."""
from tools import HOST, bench, count_containers, docker, line, median, milliseconds, timed

CONTAINER = "lab-pg"
FILE = "/tmp/bench-terminal"
LINE = "a line of some length, as programs write them when they tell in detail what they are doing"
SIZE = 100_000_000


def cat(name):
    docker("exec", CONTAINER, "sh", "-c", f"yes '{LINE}' | head -c {SIZE} >{FILE}; echo >>{FILE}")
    peer, own, stalls, empty, memory = [], [], [], [], []
    try:
        with bench("window", HOST) as window, bench("loop") as loop:
            window.ask(f"list {count_containers()}")
            window.ask(f"terminal {docker('inspect', '--format', '{{.Id}}', CONTAINER)}")
            for _ in range(5):
                peer.append(timed(["docker", "exec", "-t", CONTAINER, "cat", FILE]))
                loop.ask("stalls begin")
                took, stall, grown = window.numbers(f"type-command cat {FILE}")
                empty.append(loop.numbers("stalls end")[0])
                own.append(took)
                stalls.append(stall)
                memory.append(grown)
            answer = window.numbers(f"interrupt while :; do cat {FILE}; done")[0]
    finally:
        docker("exec", CONTAINER, "rm", "-f", FILE)
    ratio = median(own) / median(peer)
    stall = median([mine - other for mine, other in zip(stalls, empty)])
    line(name, milliseconds(median(peer)),
         f"{milliseconds(median(own))},stall:{stall:+.1f}ms,grown:{max(memory) / 1e6:.0f}MB,"
         f"ctrl-c:{milliseconds(answer)}", f"{ratio:.2f}x", "<=1.2x", ratio <= 1.2)

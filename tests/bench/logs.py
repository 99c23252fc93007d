# SPDX-FileCopyrightText: The Gantry developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Benchmarks of logs: a container's log of 1,000,000 lines, 112 MB, and a recorded one."""
import contextlib
import os
import pathlib
import subprocess
import tempfile
import time

from tools import (ENVIRONMENT, HOST, await_quiet, bench, count_containers, docker, line, median, milliseconds,
                   recorded_engine, timed)

LINES = 1_000_000
BYTES = 112 * LINES
BOUND = 256_000_000
FRAME = 16  # ms
NAME = "benchlog"
WRITER = (
    'BEGIN { for (i = 0; i < %d; i++) { m = i %% 1000 == 0 ? '
    '"ERROR request_id=" i " POST /v1/orders 503 upstream timeout after 5000 ms" : '
    '"INFO  request_id=" i " GET /v1/products?page=" i %% 97 " 200 12.4 ms, 48 items from cache"; '
    'printf "%%-111s\\n", m } }' % LINES)


def write():
    """The container whose log is read; it has ended."""
    if NAME not in docker("ps", "--all", "--format", "{{.Names}}").split():
        docker("run", "--name", NAME, "--detach", os.environ["GANTRY_LAB_IMAGES_BUSYBOX"], "awk", WRITER)
    docker("wait", NAME)


@contextlib.contextmanager
def shown_log():
    write()
    with bench("window", HOST) as window:
        window.ask(f"list {count_containers()}")
        if answer := window.ask(f"log {NAME}"):
            raise SystemExit(f"bench: {NAME}: {answer}")
        await_quiet(window.process.pid, 1)
        yield window


def load(name):
    peer, own = [], []
    with shown_log() as window:
        for _ in range(5):
            peer.append(timed(["docker", "logs", "--timestamps", NAME]))
            own.append(window.numbers(f"load {LINES}")[0])
    ratio = median(own) / median(peer)
    line(name, milliseconds(median(peer)), milliseconds(median(own)), f"{ratio:.2f}x", "<=1.1x", ratio <= 1.1)


def memory(name):
    with shown_log() as window:
        grown = window.numbers(f"load {LINES}")[1]
    ratio = grown / BYTES
    many = 10 * LINES
    with recorded_engine(1) as engine, bench("window", engine.expect("ready")) as window:
        window.ask("list 1")
        window.ask("log service-00000")
        window.send(f"grown {many}")
        window.expect("ready")
        engine.send(f"flood {many}")
        most, spilled = (float(word) for word in window.expect("grown").split())
        engine.expect("flood")
    line(name, f"{BYTES / 1e6:.0f}MB,10M:bound={BOUND / 1e6:.0f}MB",
         f"{grown / 1e6:.1f}MB,10M:{most / 1e6:.1f}MB(+{spilled / 1e6:.0f}MB-on-disk)", f"{ratio:.2f}x",
         "<=1.3x,10M<=bound", ratio <= 1.3 and most <= BOUND)


def counted(option, text, file):
    """Milliseconds and lines of grep, which would look for the first one only if nobody read its answer."""
    begin = time.monotonic()
    answer = subprocess.run(["grep", option, text, str(file)], env=ENVIRONMENT, check=True,
                            stdout=subprocess.PIPE)
    return (time.monotonic() - begin) * 1000, int(answer.stdout)


def search(name):
    met, figures = True, []
    with shown_log() as window, tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "log"
        with file.open("wb") as out:
            subprocess.run(["docker", "logs", NAME], env=ENVIRONMENT, check=True, stdout=out)
        window.ask(f"load {LINES}")
        for kind, option, text in (("plain", "-c", "upstream timeout"), ("regex", "-cE", "request_id=[0-9]*77 POST|50[34] up")):
            peer, own = [], []
            for _ in range(9):
                peer.append(counted(option, text, file)[0])
                own.append(window.numbers(f"{kind} {text}"))
            found = counted(option, text, file)[1]
            if any(int(lines) != found for _, lines in own):
                raise SystemExit(f"bench: {kind}: {own[0][1]:.0f} lines found, grep finds {found}")
            theirs, ours = median(peer), median([time for time, _ in own])
            met = met and ours / theirs <= 1.5
            figures.append((f"{kind}:{milliseconds(theirs)}", f"{kind}:{milliseconds(ours)}",
                            f"{kind}:{ours / theirs:.2f}x"))
    line(name, *(",".join(column) for column in zip(*figures)), "<=1.5x", met)


def follow(name):
    rate, seconds, rounds = 100_000, 5, 3
    own, empty = [], []
    with recorded_engine(1) as engine, bench("loop") as loop:
        with bench("window", engine.expect("ready")) as window:
            window.ask("list 1")
            window.ask("log service-00000")
            await_quiet(window.process.pid, 1)
            sent = 0
            for _ in range(rounds):
                window.ask("stalls begin")
                loop.ask("stalls begin")
                sent += engine.numbers(f"lines {rate} {seconds}")[0]
                window.ask(f"arrived {sent:.0f}")
                own.append(window.numbers("stalls end")[0])
                empty.append(loop.numbers("stalls end")[0])
            if sent < 0.99 * rate * seconds * rounds:
                raise SystemExit(f"bench: there were {sent:.0f} lines only")
    above = median([mine - other for mine, other in zip(own, empty)])
    line(name, milliseconds(median(empty)), milliseconds(median(own)), f"{above:+.1f}ms", f"<=+{FRAME}ms",
         above <= FRAME)

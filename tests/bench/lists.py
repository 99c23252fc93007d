# SPDX-FileCopyrightText: The Gantry developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Benchmarks of the list of containers."""
import contextlib
import subprocess
import threading
import time
from concurrent.futures import ThreadPoolExecutor

from tools import (ENVIRONMENT, HOST, RUN, RUNNING, Gantry, await_quiet, await_true, bench, count_containers, docker,
                   engine_pid, line, median, milliseconds, proportional_memory, recorded_engine, share_of_core, timed)

FRAME = 16  # ms


def start(name):
    containers = count_containers()
    peer, own = [], []
    for _ in range(9):
        peer.append(timed(["docker", "ps", "--all"]))
        with Gantry(containers) as gantry:
            own.append(gantry.painted)
    ratio = median(own) / median(peer)
    line(name, milliseconds(median(peer)), milliseconds(median(own)), f"{ratio:.2f}x", "<=2x", ratio <= 2)


def memory(name):
    with Gantry(count_containers()) as gantry:
        await_quiet(gantry.process.pid, 1)
        megabytes = proportional_memory(gantry.process.pid) / 1e6
    line(name, "-", f"{megabytes:.1f}MB", "-", "<=60MB", megabytes <= 60)


def idle(name):
    seconds, rounds = 20, 4
    engine = engine_pid()
    without, beside, own = share_of_core([engine], seconds), [], []
    for _ in range(rounds):
        with Gantry(count_containers()) as gantry:
            await_quiet(gantry.process.pid, 1)
            measured = share_of_core([gantry.process.pid, engine], seconds)
            own.append(measured[0])
            beside.append(measured[1])
        without += share_of_core([engine], seconds)
    # dockerd does not use the same twice, and drifts: each time with Gantry is compared with those around it, and
    # dockerd's own spread says what a difference is.
    difference = median([with_it - (before + after) / 2 for with_it, before, after in zip(beside, without, without[1:])])
    spread = max(without) - min(without)
    peer = f"dockerd:{median(without):.2f}%(+-{spread / 2:.2f}),with-gantry:{median(beside):.2f}%"
    line(name, peer, f"{median(own):.3f}%", f"{difference:+.2f}%", "<=0.2%,no-difference",
         median(own) <= 0.2 and difference <= max(spread, 0.2))


@contextlib.contextmanager
def started_by_docker():
    """When `docker events` told of each container's start, by name, while the block lasts."""
    times = {}
    command = ["docker", "events", "--filter", "event=start", "--format", "{{.Actor.Attributes.name}}"]
    events = subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.PIPE, text=True)

    def follow():
        for text in events.stdout:
            times[text.strip()] = time.monotonic_ns()

    follower = threading.Thread(target=follow)
    follower.start()
    try:
        yield times
    finally:
        events.terminate()
        follower.join()
        events.wait()


def latency(name):
    """From the end of `docker start`, as a user at a terminal sees it; the peer is a line of `docker events`."""
    peer, own, containers = [], [], [f"bench{number:04}" for number in range(RUNNING, RUNNING + 2 * 50, 2)]
    with started_by_docker() as started, bench("window", HOST) as window:
        window.ask(f"list {count_containers()}")
        for container in containers:
            if answer := window.ask(f"watch {container}"):
                raise SystemExit(f"bench: {container}: {answer}")
            docker("start", container)
            returned = time.monotonic_ns()
            own.append((int(window.expect("running")) - returned) / 1e6)
            await_true(lambda: container in started)
            peer.append((started[container] - returned) / 1e6)
    docker("kill", *containers)
    line(name, milliseconds(median(peer)), milliseconds(median(own)), "-", "<=50ms", median(own) <= 50)


def storm(name):
    rate, seconds, rounds = 5000, 5, 3
    own, empty = [], []
    with recorded_engine(1000) as engine, bench("loop") as loop:
        with bench("window", engine.expect("ready")) as window:
            window.ask("list 1000")
            await_quiet(window.process.pid, 1)
            for _ in range(rounds):
                window.ask("stalls begin")
                loop.ask("stalls begin")
                sent = engine.numbers(f"storm {rate} {seconds}")[0]
                own.append(window.numbers("stalls end")[0])
                empty.append(loop.numbers("stalls end")[0])
                if sent < 0.99 * rate * seconds:
                    raise SystemExit(f"bench: the storm had {sent:.0f} events only")
    above = median([mine - other for mine, other in zip(own, empty)])
    line(name, milliseconds(median(empty)), milliseconds(median(own)), f"{above:+.1f}ms", f"<=+{FRAME}ms",
         above <= FRAME)


def for_each_part(containers, verb):
    """By four clients at once: the engine starts four containers a second for one."""
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda part: docker(verb, *containers[part::4]), range(4)))


def stats(name):
    """Two hundred running containers in view; the peer is `docker stats` of the same ones."""
    seconds, rounds, containers = 20, 3, [f"bench{number:04}" for number in range(RUNNING, RUNNING + 200)]
    for_each_part(containers, "start")
    docker("pause", *RUN)  # as elsewhere, they rest; and the list of those that run leaves them out
    try:
        peer, own = [], []
        for _ in range(rounds):
            with subprocess.Popen(["docker", "stats", *containers], env=ENVIRONMENT, stdout=subprocess.DEVNULL) as client:
                time.sleep(5)
                peer += share_of_core([client.pid], seconds)
                client.kill()  # it does not heed SIGTERM
            with bench("window", HOST) as window:
                window.ask(f"list {count_containers()}")
                if answer := window.ask(f"sample {len(containers)}"):
                    raise SystemExit(f"bench: {answer}")
                time.sleep(5)
                own += share_of_core([window.process.pid], seconds)
    finally:
        docker("unpause", *RUN)
        for_each_part(containers, "kill")
    ratio = median(own) / median(peer)
    line(name, f"{median(peer):.2f}%", f"{median(own):.2f}%", f"{ratio:.2f}x", "<=3%,<=0.5x",
         median(own) <= 3 and ratio <= 0.5)


def keystrokes(name):
    """The slowest key of a word that is typed and taken back, each key by its median of nine."""
    with recorded_engine(10_000) as engine, bench("window", engine.expect("ready")) as window:
        window.ask("list 10000")
        await_quiet(window.process.pid, 1)
        rounds = [window.numbers("type 7731") for _ in range(9)]
    keys = [median(times) for times in zip(*rounds)]
    line(name, "-", milliseconds(max(keys)), "-", f"<={FRAME}ms", max(keys) <= FRAME)

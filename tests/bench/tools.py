# SPDX-FileCopyrightText: The Gantry developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the benchmarks have in common: the lab's engine, the programs that are measured, the lines that are printed."""
import contextlib
import http.client
import json
import os
import pathlib
import select
import signal
import socket
import statistics
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

BUILD = pathlib.Path(os.environ.get("GANTRY_BENCH_BUILD", "build/release"))
HOST = os.environ.get("GANTRY_LAB_DOCKER_HOST", "")
CONTAINERS = 1000
RUNNING = 20
RUN = [f"bench{number:04}" for number in range(RUNNING)]
PATIENCE = 180  # seconds, for any answer

# As on a desktop where no assistive program runs; the lab's session switches accessibility on for its tests.
ENVIRONMENT = {key: value for key, value in os.environ.items() if key != "QT_LINUX_ACCESSIBILITY_ALWAYS_ON"}
ENVIRONMENT["DOCKER_HOST"] = HOST


def say(text):
    print(text, file=sys.stderr, flush=True)


def median(values):
    return statistics.median(values)


def line(name, peer, gantry, ratio, goal, met):
    verdict = "met" if met else "missed"
    print(f"bench {name} peer={peer} gantry={gantry} ratio={ratio} goal={goal} {verdict}", flush=True)


def milliseconds(value):
    return f"{value:.1f}ms"


def docker(*arguments):
    result = subprocess.run(["docker", *arguments], env=ENVIRONMENT, check=True, stdout=subprocess.PIPE, text=True)
    return result.stdout.strip()


def timed(command):
    """Milliseconds from the start of a program to its end."""
    begin = time.monotonic()
    subprocess.run(command, env=ENVIRONMENT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return (time.monotonic() - begin) * 1000


class UnixConnection(http.client.HTTPConnection):
    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.connect(HOST.removeprefix("unix://"))


def create_containers():
    """1,000 containers, half of them in projects; 20 run and have their health checked every 2 s."""

    def create(numbers):
        connection = UnixConnection("engine")
        for number in numbers:
            body = {"Image": os.environ["GANTRY_LAB_IMAGES_BUSYBOX"], "Labels": {"bench": "1"}}
            if number % 2:
                body["Labels"] |= {
                    "com.docker.compose.project": f"project{number % 50:02}",
                    "com.docker.compose.service": f"service{number:04}",
                    "com.docker.compose.container-number": "1",
                }
            if number < RUNNING:
                body["Healthcheck"] = {"Test": ["CMD", "true"], "Interval": 2_000_000_000}
            connection.request("POST", f"/containers/create?name=bench{number:04}", json.dumps(body),
                               {"Content-Type": "application/json"})
            answer = connection.getresponse()
            text = answer.read()
            if answer.status != 201:
                raise SystemExit(f"bench: the engine refused a container: {text.decode()}")

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(create, [range(first, CONTAINERS, 8) for first in range(8)]))
    docker("start", *RUN)


def count_containers():
    return len(docker("ps", "--all", "--quiet").splitlines())


class Program:
    """A program that is driven by lines, and answers each with a line that begins with the same word."""

    def __init__(self, command, environment=None):
        self.started = time.monotonic_ns()
        self.process = subprocess.Popen(command, env=environment or ENVIRONMENT, stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE)
        self.unread = b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(2)
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        self.process.wait(20)

    def send(self, text):
        self.process.stdin.write(text.encode() + b"\n")
        self.process.stdin.flush()

    def expect(self, word):
        """The rest of the next line, which must begin with the word."""
        deadline = time.monotonic() + PATIENCE
        while b"\n" not in self.unread:
            ready, _, _ = select.select([self.process.stdout], [], [], max(0, deadline - time.monotonic()))
            more = os.read(self.process.stdout.fileno(), 65536) if ready else b""
            if not more:
                raise SystemExit(f"bench: no answer \"{word}\" of {self.process.args[0]}")
            self.unread += more
        answer, self.unread = self.unread.split(b"\n", 1)
        head, _, rest = answer.decode().partition(" ")
        if head != word:
            raise SystemExit(f"bench: \"{answer.decode()}\" of {self.process.args[0]} where \"{word}\" was expected")
        return rest

    def ask(self, text):
        self.send(text)
        return self.expect(text.split(" ", 1)[0])

    def numbers(self, text):
        answer = self.ask(text)
        try:
            return [float(word) for word in answer.split()]
        except ValueError:
            raise SystemExit(f"bench: \"{text}\" was answered: {answer}") from None


def bench(*arguments, environment=None):
    return Program([BUILD / "tests/bench/gantry-bench", *arguments], environment)


@contextlib.contextmanager
def recorded_engine(containers):
    """The lab's own containers rest meanwhile: twenty processes that check health at once take both cores for so long
    that whoever works waits for them, whatever the work is."""
    docker("pause", *RUN)
    try:
        with Program([BUILD / "tests/bench/gantry-bench-engine", str(containers)]) as engine:
            yield engine
    finally:
        docker("unpause", *RUN)


class Gantry(Program):
    """The program that users run, with a probe that tells when its list has been painted."""

    def __init__(self, containers):
        probe = {
            "QT_PLUGIN_PATH": str(BUILD / "tests/bench/plugins"),
            "QT_QPA_GENERIC_PLUGINS": "gantrybench",
            "GANTRY_BENCH_CONTAINERS": str(containers),
        }
        super().__init__([BUILD / "gui/gantry", "--host", HOST], ENVIRONMENT | probe)
        self.painted = (int(self.expect("painted")) - self.started) / 1e6

    def __exit__(self, *arguments):
        self.process.send_signal(signal.SIGTERM)
        super().__exit__(*arguments)


def processor_time(pid):
    """Nanoseconds of processor time of each thread."""
    times = {}
    for task in pathlib.Path(f"/proc/{pid}/task").iterdir():
        with contextlib.suppress(OSError):
            times[task.name] = int((task / "schedstat").read_text().split()[0])
    return times


def share_of_core(pids, seconds):
    """Per cent of a core that each process uses in that time."""
    before = [processor_time(pid) for pid in pids]
    begin = time.monotonic_ns()
    time.sleep(seconds)
    passed = time.monotonic_ns() - begin
    after = [processor_time(pid) for pid in pids]
    used = [sum(spent - old.get(task, 0) for task, spent in new.items()) for old, new in zip(before, after)]
    return [nanoseconds / passed * 100 for nanoseconds in used]


def await_true(condition, what="an event of docker's"):
    deadline = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > deadline:
            raise SystemExit(f"bench: this did not happen: {what}")
        time.sleep(0.001)


def await_quiet(pid, percent):
    """Until the process has used less than that of a core for a second."""
    await_true(lambda: share_of_core([pid], 1)[0] <= percent, f"process {pid} comes to rest")


def proportional_memory(pid):
    """Bytes; shared pages count by their share."""
    for row in pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if row.startswith("Pss:"):
            return int(row.split()[1]) * 1024
    raise SystemExit("bench: the kernel does not tell proportional memory")


def engine_pid():
    """The lab's dockerd."""
    socket_option = HOST.encode()
    for entry in pathlib.Path("/proc").iterdir():
        with contextlib.suppress(OSError):
            words = (entry / "cmdline").read_bytes().split(b"\0") if entry.name.isdigit() else []
            if words and pathlib.PurePath(words[0].decode()).name == "dockerd" and socket_option in words:
                return int(entry.name)
    raise SystemExit("bench: the lab's dockerd was not found")

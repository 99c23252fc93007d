# SPDX-FileCopyrightText: The Gantry developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Benchmark of builds: how long a folder of many files takes to the engine."""
import contextlib
import os
import pathlib
import re
import signal
import subprocess
import tempfile
import time

from tools import (ENVIRONMENT, HOST, UnixConnection, await_quiet, bench, count_containers, engine_pid, line, median,
                   milliseconds)

FOLDERS, FILES = 200, 100  # in each
ROUNDS = 5


@contextlib.contextmanager
def folder():
    """20,000 files of 0.2 to 4 KB, as those of libraries are, and rules that leave none of them out."""
    with tempfile.TemporaryDirectory() as place:
        for number in range(FOLDERS):
            package = pathlib.Path(place, f"packages/{number % 20:02}/package{number:03}")
            package.mkdir(parents=True)
            for file in range(FILES):
                text = f"exports.number = {number * FILES + file};\n"
                (package / f"module{file:02}.js").write_text(text * (5 + (number * 31 + file * 17) % 120))
        pathlib.Path(place, "Dockerfile").write_text(
            f"FROM {os.environ['GANTRY_LAB_IMAGES_BUSYBOX']}\nCOPY . /context\n")
        pathlib.Path(place, ".dockerignore").write_text(".git\n**/*.log\n*.md\n")
        yield place


@contextlib.contextmanager
def with_buildx():
    """A configuration of docker's that has the plugin."""
    with tempfile.TemporaryDirectory() as place:
        plugins = pathlib.Path(place, "cli-plugins")
        plugins.mkdir()
        (plugins / "docker-buildx").symlink_to(os.environ["GANTRY_LAB_BUILDX"])
        yield ENVIRONMENT | {"DOCKER_CONFIG": place}


def empty_cache():
    """What BuildKit has of the folder, it does not ask for again."""
    connection = UnixConnection("engine")
    connection.request("POST", "/build/prune?all=true")
    answer = connection.getresponse()
    if answer.status != 200:
        raise SystemExit(f"bench: the engine's cache stays: {answer.read().decode()}")
    answer.read()


def told(command, environment, first):
    """Milliseconds from the start of a build to the line of its first step; then it is ended."""
    begin = time.monotonic()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    seen = b""
    for row in process.stdout:
        if re.search(first, row):
            took = (time.monotonic() - begin) * 1000
            process.send_signal(signal.SIGINT)
            process.stdout.read()
            process.wait()
            return took
        seen += row
    raise SystemExit(f"bench: {' '.join(command)} failed: {seen.decode(errors='replace')}")


def compare(place, kind, command, first, environment, prepare):
    """Medians of both; of each the first round only brings the files into memory."""
    engine = engine_pid()
    peer, own = [], []
    with bench("window", HOST, environment=environment) as window:
        window.ask(f"list {count_containers()}")

        def rest():
            prepare()
            await_quiet(engine, 15)

        for _ in range(ROUNDS + 1):
            rest()
            peer.append(told([*command, place], environment, first))
            rest()
            own.append(window.numbers(f"build-{kind} {place}")[0])
    return median(peer[1:]), median(own[1:])


def context(name):
    met, figures = True, []
    with folder() as place, with_buildx() as buildx:
        kinds = [
            ("classic", ["docker", "build"], rb"^Step 1/", ENVIRONMENT | {"DOCKER_BUILDKIT": "0"}, lambda: None),
            ("buildx", ["docker", "buildx", "build", "--builder", "default", "--progress", "plain"],
             rb"^#\d+ \[2/2\] COPY", buildx, empty_cache),
        ]
        for kind, command, first, environment, prepare in kinds:
            theirs, ours = compare(place, kind, command, first, environment, prepare)
            met = met and ours / theirs <= 1.1
            figures.append((f"{kind}:{milliseconds(theirs)}", f"{kind}:{milliseconds(ours)}",
                            f"{kind}:{ours / theirs:.2f}x"))
    line(name, *(",".join(column) for column in zip(*figures)), "<=1.1x", met)

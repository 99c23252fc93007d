# SPDX-FileCopyrightText: The Gantry developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Benchmarks of databases and projects."""
import filecmp
import functools
import os
import pathlib
import shutil
import socket
import subprocess
import tempfile

from tools import ENVIRONMENT, HOST, bench, count_containers, docker, line, median, milliseconds, timed

FRAME = 16  # ms
ROWS = 1_000_000
QUERY = "SELECT * FROM bench_rows"
TABLE = f"""
SET client_min_messages = warning;
CREATE UNLOGGED TABLE IF NOT EXISTS bench_rows AS SELECT
    i AS id, i * 1000003::bigint AS number, (i % 100000)::numeric / 100 AS price,
    'a text of some length in row ' || i AS name, timestamptz '2024-01-01 00:00+00' + i * interval '1.001 s' AS made,
    i % 3 = 0 AS sold, jsonb_build_object('row', i, 'kind', 'k' || i % 7) AS data, md5(i::text)::uuid AS key,
    sqrt(i) AS root, CASE WHEN i % 50 = 0 THEN 'seldom' END AS remark
FROM generate_series(1, {ROWS}) i;
VACUUM ANALYZE bench_rows;
"""


def psql(*arguments):
    variable = os.environ.get
    return ["env", f"PGPASSWORD={variable('GANTRY_LAB_PG_PASSWORD')}", "psql", "--no-psqlrc", "--quiet",
            f"--host={variable('GANTRY_LAB_PG_HOST')}", f"--port={variable('GANTRY_LAB_PG_PORT')}",
            f"--username={variable('GANTRY_LAB_PG_USER')}", f"--dbname={variable('GANTRY_LAB_PG_DATABASE')}",
            *arguments]


@functools.cache
def fill_table():
    subprocess.run(psql("--set=ON_ERROR_STOP=1"), input=TABLE, env=ENVIRONMENT, check=True, text=True,
                   stdout=subprocess.DEVNULL)
    timed(psql("--no-align", "--tuples-only", "--command", QUERY))  # into the server's cache


def database():
    return docker("inspect", "--format", "{{.Id}}", "lab-pg")


def million(name):
    fill_table()
    peer, own, memory = [], [], []
    for _ in range(5):
        peer.append(timed(psql("--no-align", "--tuples-only", "--command", QUERY)))
        with bench("models") as models:
            took, rows, text, grown, spilled = models.numbers(f"fetch {QUERY}")
        if rows != ROWS:
            raise SystemExit(f"bench: there came {rows:.0f} rows")
        own.append(took)
        memory.append((grown + spilled) / text)
    ratio, share = median(own) / median(peer), median(memory)
    line(name, f"{milliseconds(median(peer))},{text / 1e6:.0f}MB",
         f"{milliseconds(median(own))},{share * text / 1e6:.0f}MB(of-it-in-a-file:{spilled / 1e6:.0f}MB)",
         f"{ratio:.2f}x,{share:.2f}x", "<=1.0x,<=1.3x", ratio <= 1 and share <= 1.3)


def open_console(window):
    fill_table()
    window.ask(f"list {count_containers()}")
    window.ask(f"console {database()}")


def first(name):
    own = []
    with bench("window", HOST) as window:
        open_console(window)
        for _ in range(9):
            painted, rows = window.numbers(f"run {QUERY}")
            if rows != ROWS:
                raise SystemExit(f"bench: there came {rows:.0f} rows")
            own.append(painted)
    line(name, "-", milliseconds(median(own)), "-", "<=100ms", median(own) <= 100)


def scroll(name):
    own, empty = [], []
    with bench("window", HOST) as window, bench("loop") as loop:
        open_console(window)
        window.ask(f"run {QUERY}")
        for _ in range(3):
            loop.ask("stalls begin")
            own.append(max(window.numbers("scroll 300")))
            empty.append(loop.numbers("stalls end")[0])
    above = median([mine - other for mine, other in zip(own, empty)])
    line(name, milliseconds(median(empty)), milliseconds(median(own)), f"{above:+.1f}ms", f"<=+{FRAME}ms",
         above <= FRAME)


def export(name):
    fill_table()
    peer, own = [], []
    with tempfile.TemporaryDirectory() as folder, bench("models") as models:
        theirs, ours = pathlib.Path(folder, "psql.csv"), pathlib.Path(folder, "gantry.csv")
        models.ask(f"fetch {QUERY}")
        for _ in range(5):
            peer.append(timed(psql("--command", f"\\copy ({QUERY}) TO '{theirs}' CSV HEADER")))
            own.append(models.numbers(f"export {ours}")[0])
        if not filecmp.cmp(theirs, ours, shallow=False):
            raise SystemExit("bench: the exported file is not what psql writes")
    ratio = median(own) / median(peer)
    line(name, milliseconds(median(peer)), milliseconds(median(own)), f"{ratio:.2f}x", "<=1.1x", ratio <= 1.1)


def tunnel(name):
    connects, copies = {"direct": [], "tunnel": []}, {"direct": [], "tunnel": []}
    with bench("models") as models:
        tool = models.ask(f"tunnel {database()}")
        for _ in range(9):
            for route in ("direct", "tunnel"):
                connect, copy, size = models.numbers(f"copy {route}")
                if size != 100_000_000:
                    raise SystemExit(f"bench: {size:.0f} bytes came by the {tool} tunnel")
                connects[route].append(connect)
                copies[route].append(copy)
    speed = {route: 100_000 / median(times) for route, times in copies.items()}  # MB/s
    ratio, more = speed["tunnel"] / speed["direct"], median(connects["tunnel"]) - median(connects["direct"])
    shown = {route: f"{speed[route]:.0f}MB/s,connect:{milliseconds(median(connects[route]))}" for route in speed}
    line(name, shown["direct"], shown["tunnel"], f"{ratio:.2f}x,{more:+.1f}ms", ">=0.5x,<=+100ms",
         ratio >= 0.5 and more <= 100)


def free_port():
    with socket.socket() as probe:
        probe.bind(("", 0))
        return probe.getsockname()[1]


def compose(name):
    sample = pathlib.Path(__file__).parents[2] / "resources/sample"
    ENVIRONMENT["SAMPLE_API_PORT"] = str(free_port())
    peer, own = [], []
    with tempfile.TemporaryDirectory() as home, bench("window", HOST) as window:
        folder = pathlib.Path(home, "bench-sample")
        shutil.copytree(sample, folder)
        file = folder / "compose.yaml"
        command = ["docker", "compose", "--project-name", folder.name, "--file", str(file)]
        try:
            timed([*command, "up", "-d"])
            timed([*command, "stop"])
            window.ask(f"list {count_containers()}")
            window.ask(f"open {file}")
            for _ in range(9):
                peer.append((timed([*command, "up", "-d"]), timed([*command, "stop"])))
                own.append(tuple(window.numbers(f"{verb} {folder.name}")[0] for verb in ("up", "stop")))
        finally:
            timed([*command, "down", "--volumes"])

    def shown(runs):
        return ",".join(f"{verb}:{milliseconds(median(times))}" for verb, times in zip(("up", "stop"), zip(*runs)))

    ratio = median([sum(run) for run in own]) / median([sum(run) for run in peer])
    line(name, shown(peer), shown(own), f"{ratio:.2f}x", "<=1.05x", ratio <= 1.05)

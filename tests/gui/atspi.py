# SPDX-FileCopyrightText: The Gantry developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The running program seen and used from another process, through AT-SPI: by nothing but the roles and accessible names
of what is on the screen."""

import os
import subprocess
import sys
import time
import warnings

try:
    import gi

    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi, GLib
except (ImportError, ValueError):
    sys.exit("The bindings of AT-SPI are missing: apt install python3-pyatspi.")

warnings.filterwarnings("ignore", category=DeprecationWarning)  # what replaces those names cannot be reached from here

PATIENCE = 30  # seconds


class Failure(Exception):
    """What was expected and did not come."""


def wait(expected, probe, patience=PATIENCE):
    """The first true answer of the probe. What vanishes while it looks is looked for again."""
    end = time.monotonic() + patience
    while True:
        try:
            answer = probe()
        except GLib.Error:
            answer = None
        if answer:
            return answer
        if time.monotonic() > end:
            raise Failure(expected() if callable(expected) else expected)
        time.sleep(0.05)


def require(condition, expected):
    if not condition:
        raise Failure(expected)


def docker(*arguments):
    return subprocess.run(["docker", *arguments], check=True, capture_output=True, text=True).stdout.strip()


def has(node, *states):
    own = node.get_state_set()
    return all(own.contains(state) for state in states)


def on_screen(node):
    """The node and all below it that are shown, each before what is in it."""
    yield node
    for i in range(node.get_child_count()):
        child = node.get_child_at_index(i)
        if child and has(child, Atspi.StateType.SHOWING):
            yield from on_screen(child)


def actions_of(node):
    if "Action" not in node.get_interfaces():
        return []
    return [Atspi.Action.get_action_name(node, i) for i in range(Atspi.Action.get_n_actions(node))]


def role_of(node):
    """The role's name. "push button" became "button" in at-spi2-core 2.53."""
    name = node.get_role_name()
    return "push button" if name == "button" else name


def describe(node):
    path = []
    while node and role_of(node) != "application":
        path.insert(0, f'{role_of(node)} "{node.get_name()}"')
        node = node.get_parent()
    return " > ".join(path[-3:])


class Gantry:
    """The running program, seen from outside. More of its environment (None: without) and what starts it can be given."""

    def __init__(self, program, host, files, home, changes=None, prefix=()):
        environment = {key: value for key, value in os.environ.items() if key != "DOCKER_HOST"}
        environment.update(
            HOME=home,
            LANGUAGE="en",
            XDG_CONFIG_HOME=f"{home}/config",
            XDG_DATA_HOME=f"{home}/data",
            XDG_STATE_HOME=f"{home}/state",
            XDG_CACHE_HOME=f"{home}/cache",
        )
        environment.update(changes or {})
        environment = {key: value for key, value in environment.items() if value is not None}
        command = [*prefix, os.path.abspath(program), "--host", host, *files]
        self.process = subprocess.Popen(command, env=environment)
        self.root = wait("the program on the accessibility bus", self.application)
        # Without an event loop here nobody would hear that what is kept has changed.
        self.root.set_cache_mask(Atspi.Cache.NONE)

    def application(self):
        self.require_running()
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            candidate = desktop.get_child_at_index(i)
            if candidate and candidate.get_process_id() == self.process.pid:
                return candidate
        return None

    def require_running(self):
        require(self.process.poll() is None, f"the program to run on, but it ended with {self.process.returncode}")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def kill(self):
        self.process.kill()
        self.process.wait()

    def look_for(self, role, name, within=None):
        self.require_running()
        for node in on_screen(within or self.root):
            if role_of(node) == role and node.get_name() == name:
                return node
        return None

    def find(self, role, name, within=None):
        return wait(f'{role} "{name}"', lambda: self.look_for(role, name, within))

    def do(self, node, action):
        """An action by its name; what cannot be done now is waited for."""
        names = wait(lambda: f"{describe(node)} to offer {action}", lambda: action in actions_of(node) and actions_of(node))
        Atspi.Action.do_action(node, names.index(action))

    def press(self, name, role="push button"):
        node = wait(
            f'{role} "{name}" that can be pressed',
            lambda: (found := self.look_for(role, name)) and has(found, Atspi.StateType.ENABLED) and found,
        )
        self.do(node, "Press")

    def write(self, node, text):
        require("EditableText" in node.get_interfaces(), f"{describe(node)} to be editable")
        require(Atspi.EditableText.set_text_contents(node, text), f"{describe(node)} to take a text")
        wait(lambda: f"{describe(node)} to show {text}", lambda: text_of(node) == text)

    def go_to(self, page):
        self.do(self.find("list item", page, self.find("list", "Navigation")), "Toggle")

    def choose(self, tree, name):
        """Selects a row of a tree by its table interface: a cell's own action takes the wrong row in Qt 6."""
        cell = self.find("table cell", name, tree)
        row = Atspi.Table.get_row_at_index(tree, cell.get_index_in_parent())
        require(Atspi.Table.add_row_selection(tree, row), f"{describe(cell)} to be selected")
        wait(lambda: f"{describe(cell)} to be selected", lambda: has(cell, Atspi.StateType.SELECTED))


def text_of(node):
    return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))


def cells(table):
    """The text of the table's rows by its table interface."""
    rows = Atspi.Table.get_n_rows(table)
    columns = Atspi.Table.get_n_columns(table)
    return [[Atspi.Table.get_accessible_at(table, r, c).get_name() for c in range(columns)] for r in range(rows)]


def run_steps(steps):
    """Prints a line a step, and answers 1 after the first that failed, else 0."""
    for number, (title, step) in enumerate(steps, 1):
        begun = time.monotonic()
        try:
            step()
        except Failure as failure:
            print(f"FAIL {number:02} {title}: expected {failure}", flush=True)
            return 1
        print(f"ok   {number:02} {title} ({time.monotonic() - begun:.1f} s)", flush=True)
    return 0

"""What a screen reader knows of a program, and what it can do there."""

import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeVar

import msgspec
import pytest

from tests.desktop.tools import needs, until

SYSTEM_PYTHON = "/usr/bin/python3"

Answer = TypeVar("Answer")


class Node(msgspec.Struct, frozen=True):
    """Something that shows: a window, a page, a label, a control. `parent` is the number of what holds it;
    `label` is what stands beside a list, whose name is what is chosen in it."""

    number: int
    parent: int
    role: str
    name: str
    description: str
    states: frozenset[str]
    label: str
    text: str

    @property
    def checked(self) -> bool:
        """Whether it is ticked or chosen."""
        return "CHECKED" in self.states


class ScreenReader:
    """Talks to `atspi_driver.py` in the desktop session of `environment`. `shown` is what it saw last."""

    def __init__(self, environment: Mapping[str, str], program: str) -> None:
        needs(SYSTEM_PYTHON)
        self.shown: list[Node] = []
        self._program = program
        self._driver = subprocess.Popen(
            [SYSTEM_PYTHON, "-W", "ignore", str(Path(__file__).with_name("atspi_driver.py"))],
            env=dict(environment),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.heard()  # it listens from now on

    def close(self) -> None:
        """Ends the driver."""
        self._driver.communicate()

    def look(self) -> list[Node]:
        """Everything that shows now, parents before their children."""
        self.shown = until(
            lambda: self._ask(list[Node], "look", self._program), f"{self._program} on the screen", seconds=60
        )
        return self.shown

    def heard(self) -> list[str]:
        """Every announcement so far."""
        return self._ask(list[str], "heard")

    def named(self, name: str, *roles: str) -> list[Node]:
        """What it saw last under this name, in one of these roles."""
        return [node for node in self.shown if node.name == name and node.role in roles]

    def find(self, name: str, *roles: str) -> Node:
        """The one that shows under this name in one of these roles; waits for it."""
        found = until(lambda: self.look() and self.named(name, *roles), f"{' or '.join(roles)} {name!r}")
        assert len(found) == 1, f"{len(found)} are called {name!r}"
        return found[0]

    def inside(self, group: Node) -> Iterator[Node]:
        """What it saw last in a group."""
        numbers = {group.number}
        for node in self.shown:
            if node.parent in numbers:
                numbers.add(node.number)
                yield node

    def act(self, node: Node, action: str) -> None:
        """Does what the node offers under this name."""
        assert self._ask(bool, "act", node.number, action), f"{node} does no {action}"

    def press(self, name: str) -> None:
        """Presses the one button of this name."""
        self.act(self.find(name, "push button"), "Press")

    def write(self, node: Node, text: str) -> None:
        """Replaces the text of a field."""
        assert self._ask(bool, "write", node.number, text), f"{node} takes no text"

    def corner(self, node: Node) -> tuple[int, int]:
        """Where on the screen its upper left corner is."""
        return self._ask(tuple[int, int], "corner", node.number)

    def _ask(self, kind: type[Answer], *request: object) -> Answer:
        assert self._driver.stdin is not None
        assert self._driver.stdout is not None
        self._driver.stdin.write(msgspec.json.encode(request).decode() + "\n")
        self._driver.stdin.flush()
        line = self._driver.stdout.readline()
        if not line:
            pytest.fail("the screen reader has stopped")
        return msgspec.json.decode(line, type=kind)

"""Reads and works what is on the screen through AT-SPI, as a screen reader does: JSON lines in, JSON lines out.

Run by the system's Python, whose `gi` is in no virtual environment.
"""

import json
import sys
from typing import Any

import gi  # type: ignore[import-not-found]

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-not-found]  # noqa: E402

STATES = ("CHECKED", "ENABLED", "FOCUSABLE", "FOCUSED", "SHOWING")
FIELDS = ("text", "spin button")
TIMEOUT = 10_000
"""Milliseconds for one answer of the program: AT-SPI's own 800 are too few on a busy machine, and what was not heard in
time may have been done all the same."""


class Driver:
    """Numbers what it finds; everything but `look` and `heard` takes such a number."""

    def __init__(self) -> None:
        self.found: list[Any] = []
        self.announced: list[str] = []
        Atspi.init()
        Atspi.set_timeout(TIMEOUT, TIMEOUT)
        self.listener = Atspi.EventListener.new(lambda event: self.announced.append(str(event.any_data)))
        self.listener.register("object:announcement")

    def look(self, program: str) -> list[dict[str, object]]:
        """Everything that shows in the windows of a program, parents before their children."""
        self.found = []
        nodes: list[dict[str, object]] = []
        for application in children(Atspi.get_desktop(0)):
            if application.get_name() == program:
                application.set_cache_mask(Atspi.Cache.NONE)
                for window in children(application):
                    self._walk(window, -1, nodes)
        return nodes

    def act(self, number: int, action: str) -> bool:
        """Does the action of that name."""
        node = self.found[number]
        names = [Atspi.Action.get_action_name(node, place) for place in range(Atspi.Action.get_n_actions(node))]
        return action in names and bool(Atspi.Action.do_action(node, names.index(action)))

    def write(self, number: int, text: str) -> bool:
        """Replaces the text of a field."""
        return bool(Atspi.EditableText.set_text_contents(self.found[number], text))

    def corner(self, number: int) -> list[int]:
        """Where on the screen its upper left corner is."""
        box = self.found[number].get_extents(Atspi.CoordType.SCREEN)
        return [box.x, box.y]

    def heard(self) -> list[str]:
        """Every announcement since the start."""
        context = GLib.MainContext.default()
        while context.iteration(False):
            pass
        return self.announced

    def _walk(self, node: Any, parent: int, nodes: list[dict[str, object]]) -> None:
        states = node.get_state_set()
        if not states.contains(Atspi.StateType.SHOWING):
            return
        number = len(self.found)
        self.found.append(node)
        role = node.get_role_name()
        nodes.append(
            {
                "number": number,
                "parent": parent,
                "role": role,
                "name": node.get_name() or "",
                "description": node.get_description() or "" if states.contains(Atspi.StateType.FOCUSABLE) else "",
                "states": [name for name in STATES if states.contains(getattr(Atspi.StateType, name))],
                "label": label(node) if role == "combo box" else "",
                "text": Atspi.Text.get_text(node, 0, -1) if role in FIELDS else "",
            }
        )
        for child in children(node):
            self._walk(child, number, nodes)


def children(node: Any) -> list[Any]:
    """The children that are still there."""
    found = [node.get_child_at_index(place) for place in range(node.get_child_count())]
    return [child for child in found if child is not None]


def label(node: Any) -> str:
    """The name of the label that belongs to it."""
    for relation in node.get_relation_set():
        if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY:
            return str(relation.get_target(0).get_name())
    return ""


def main() -> None:
    """Answers each request ["name", argument, ...] with its result; with nothing when the screen changed meanwhile."""
    driver = Driver()
    for line in sys.stdin:
        name, *arguments = json.loads(line)
        try:
            answer = getattr(driver, name)(*arguments)
        except GLib.Error:
            answer = [] if name == "look" else False
        print(json.dumps(answer), flush=True)  # noqa: T201


if __name__ == "__main__":
    main()

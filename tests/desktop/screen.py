"""A screen with a window manager that any program may draw on, and somebody at its keyboard and mouse."""

import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from typing import Any

import pytest

from tests.desktop.tools import end, needs, until


class Screen:
    """The X server of this name, such as ":1"."""

    def __init__(self, display: str) -> None:
        self.display = display

    def is_managed(self) -> bool:
        """Whether there is a window manager."""
        return bool(self._say("xdotool", "get_num_desktops"))

    def windows(self, title: str) -> list[str]:
        """The ids of the visible windows whose title has these words."""
        return self._say("xdotool", "search", "--onlyvisible", "--name", title).split()

    def window(self, title: str, program: subprocess.Popen[str]) -> str:
        """Waits for a visible window with these words in its title, as long as its program runs."""
        found = until(lambda: self.windows(title) or program.poll() is not None, f"the window {title!r}", 600)
        if not isinstance(found, list):
            said = program.stdout.read() if program.stdout else ""
            pytest.fail(f"ended with {program.returncode} before there was a window {title!r}:\n{said}")
        return found[0]

    def press(self, *keys: str) -> None:
        """Presses keys, by their X names, in the active window: no faster than a slow page turns."""
        self._say("xdotool", "key", "--clearmodifiers", "--delay", "150", *keys)

    def write(self, text: str) -> None:
        """Types a text into the active window."""
        self._say("xdotool", "type", text)

    def double_click(self, window: str, place: tuple[int, int]) -> None:
        """Clicks twice at a place in a window, in pixels from its corner."""
        self._say("xdotool", "mousemove", "--sync", "--window", window, *(str(one) for one in place))
        self._say("xdotool", "click", "--repeat", "2", "--delay", "80", "1")

    def do(self, *command: str) -> None:
        """Has xdotool do something, in its own words."""
        self._say("xdotool", *command)

    def active(self) -> str:
        """The title of the window that keys go to now; empty where there is none.

        Not of the one that the window manager calls active, which it does before the keys go there.
        """
        return self._say("xdotool", "getwindowfocus", "getwindowname").strip()

    def size(self, window: str) -> tuple[int, int]:
        """Width and height of a window, 0 where it has gone."""
        lines = self._say("xdotool", "getwindowgeometry", "--shell", window).split()
        told = dict(line.partition("=")[::2] for line in lines)
        return int(told.get("WIDTH", 0)), int(told.get("HEIGHT", 0))

    def wm_class(self, window: str) -> str:
        """The window's two names by which a desktop finds its entry in the menu."""
        return self._say("xprop", "-id", window, "WM_CLASS").partition("=")[2].strip()

    def _say(self, *command: str) -> str:
        environment = {**os.environ, "DISPLAY": self.display}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        return done.stdout if done.returncode == 0 else ""


@contextmanager
def new_screen(environment: Mapping[str, str] = os.environ) -> Iterator[Screen]:
    """A screen that asks nobody who they are, until the end of the block; its window manager sees `environment`."""
    needs("Xvfb", "openbox", "xdotool", "xprop")
    with ExitStack() as to_end:

        def start(*command: str, **options: Any) -> None:
            started = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
            to_end.callback(end, started)

        read, write = os.pipe()
        with os.fdopen(read) as number:
            # Without the last word it turns away whoever connects while the last other program leaves.
            options = ("-screen", "0", "1280x1024x24", "-nolisten", "tcp", "-ac", "-noreset")
            start("Xvfb", "-displayfd", str(write), *options, pass_fds=[write])
            os.close(write)
            screen = Screen(f":{number.readline().strip()}")
        start("openbox", "--sm-disable", env={**environment, "DISPLAY": screen.display})
        until(screen.is_managed, "the window manager")
        yield screen

"""A screen with a window manager that programs on a bare machine may draw on, and somebody at its keyboard."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.desktop.tools import needs, until


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
        """Presses keys, by their X names, one after the other, in the active window."""
        self._say("xdotool", "key", "--clearmodifiers", "--delay", "40", *keys)

    def write(self, text: str) -> None:
        """Types a text into the active window."""
        self._say("xdotool", "type", text)

    def active(self) -> str:
        """The title of the window that keys go to now; empty where there is none.

        Not of the one that the window manager calls active, which it does before the keys go there.
        """
        return self._say("xdotool", "getwindowfocus", "getwindowname").strip()

    def wm_class(self, window: str) -> str:
        """The window's two names by which a desktop finds its entry in the menu."""
        return self._say("xprop", "-id", window, "WM_CLASS").partition("=")[2].strip()

    def _say(self, *command: str) -> str:
        environment = {**os.environ, "DISPLAY": self.display}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        return done.stdout if done.returncode == 0 else ""


@contextmanager
def new_screen() -> Iterator[Screen]:
    """A screen that asks nobody who they are, until the end of the block."""
    needs("Xvfb", "openbox", "xdotool", "xprop")
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x1024x24", "-nolisten", "tcp", "-ac"]
    command.append("-noreset")  # else it turns away whoever connects while the last other program leaves
    with subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as server:
        try:
            os.close(write)
            with os.fdopen(read) as number:
                screen = Screen(f":{number.readline().strip()}")
            manager = ["openbox", "--sm-disable"]
            environment = {**os.environ, "DISPLAY": screen.display}
            with subprocess.Popen(manager, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL):
                try:
                    until(screen.is_managed, "the window manager")
                    yield screen
                finally:
                    server.terminate()  # which ends the window manager too
        finally:
            server.kill()

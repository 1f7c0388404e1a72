"""A screen with a window manager that programs on a bare machine may draw on, and somebody at its keyboard."""

import os
import subprocess
from types import TracebackType

import pytest

from tests.desktop.tools import needs, until


class Screen:
    """An X server that asks nobody who they are; ends with the `with` block."""

    def __init__(self) -> None:
        needs("Xvfb", "openbox", "xdotool", "xprop")
        read, write = os.pipe()
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x1024x24", "-nolisten", "tcp", "-ac"]
        self._server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as number:
            self.display = f":{number.readline().strip()}"
        self._manager = subprocess.Popen(["openbox"], env=self._environment(), stderr=subprocess.DEVNULL)
        until(lambda: self._say("xdotool", "get_num_desktops"), "the window manager")

    def __enter__(self) -> "Screen":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in (self._manager, self._server):
            process.terminate()
            process.wait()

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
        self._say("xdotool", "key", "--clearmodifiers", *keys)

    def write(self, text: str) -> None:
        """Types a text into the active window."""
        self._say("xdotool", "type", text)

    def active(self) -> str:
        """The title of the active window; empty where there is none."""
        return self._say("xdotool", "getactivewindow", "getwindowname").strip()

    def wm_class(self, window: str) -> str:
        """The window's two names by which a desktop finds its entry in the menu."""
        return self._say("xprop", "-id", window, "WM_CLASS").partition("=")[2].strip()

    def _environment(self) -> dict[str, str]:
        return {**os.environ, "DISPLAY": self.display}

    def _say(self, *command: str) -> str:
        done = subprocess.run(command, env=self._environment(), capture_output=True, text=True, check=False)
        return done.stdout if done.returncode == 0 else ""

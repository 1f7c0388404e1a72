"""A monkey at a real keyboard and mouse: `python -m tests.desktop.monkey SEED EVENTS` lets it play once, by hand."""

import json
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from tests.desktop.desktop_session import DesktopSession
from tests.desktop.tools import until

TITLE = "Muscle twitch self-check"
WATCHED = (sys.executable, "-m", "tests.desktop.watched_window")

KEYS = (
    *("Tab",) * 8,
    *("space",) * 6,
    *("Down", "Up", "Right", "Left") * 2,
    *("Return",) * 4,
    *("shift+Tab", "Page_Down", "Page_Up", "Home", "End", "BackSpace", "Delete", "Escape"),
    *("1", "2", "7", "0", "comma", "period", "x", "twosuperior", "eacute", "minus"),
    *("alt+b", "alt+n", "ctrl+f", "F1", "ctrl+n", "ctrl+p", "ctrl+s", "ctrl+z", "ctrl+v", "ctrl+a"),
)
TEXT_SIZES = ("ctrl+plus", "ctrl+plus", "ctrl+minus", "ctrl+minus", "ctrl+0")
SIZES = ((640, 480), (800, 600), (1024, 700), (1280, 960))
FREEZES = 20
"""Seconds without a sign of life after which the window counts as frozen."""


class Monkey:
    """Plays with the window that `start` shows; the same seed plays the same game."""

    def __init__(self, desktop: DesktopSession, seed: int) -> None:
        self._screen = desktop.screen
        self._chance = Random(seed)
        self._report = desktop.home / "seen.json"
        self._files = [desktop.home / "mine.twitchcheck", desktop.home / "other.twitchcheck"]
        root = Path(__file__).parents[2]
        desktop.start((*WATCHED, str(self._report)), PYTHONPATH=str(root))
        until(lambda: self._screen.windows(TITLE), "the window", 120)
        until(self._report.exists, "the one who looks on")

    def seen(self) -> dict[str, Any]:
        """What was seen from inside so far."""
        told: dict[str, Any] = json.loads(self._report.read_text(encoding="utf-8"))
        return told

    def play(self, go_on: Callable[[int], bool]) -> dict[str, Any]:
        """Plays as long as `go_on` says so of the number of events; what was seen. Fails where the window freezes."""
        events = 0
        while go_on(events) and not self.seen()["problems"]:
            events += self._act()
            beat = self.seen()["beat"]
            until(partial(self._lives_after, beat), "a sign of life", FREEZES)
        return {**self.seen(), "events": events}

    def _lives_after(self, beat: int) -> bool:
        return bool(self.seen()["beat"] > beat + 1)

    def _act(self) -> int:
        """One handful of events; how many."""
        window = self._window()
        if window is None or (TITLE not in self._screen.active() and self._chance.random() < 0.6):
            self._screen.press("Escape")  # out of a dialog, or of the help
            return 1
        if self.seen()["page"] == "interruption" and self._chance.random() < 0.5:
            self._screen.press(self._chance.choice(("alt+m", "alt+a")))
            return 1
        acts = {self._keys: 40, self._clicks: 30, self._wheel: 16, self._text_size: 3, self._resize: 2}
        acts.update({self._theme: 1, self._save: 1, self._open: 2, self._go_on: 20})
        return self._chance.choices(list(acts), list(acts.values()))[0](window)

    def _window(self) -> str | None:
        return next(iter(self._screen.windows(TITLE)), None)

    def _keys(self, _: str) -> int:
        keys = self._chance.choices(KEYS, k=self._chance.randint(1, 12))
        self._screen.do("key", "--clearmodifiers", "--delay", "8", *keys)
        return len(keys)

    def _go_on(self, _: str) -> int:
        self._screen.press(self._chance.choice(("alt+c", "alt+c", "alt+s", "alt+r")))
        return 1

    def _move(self, window: str) -> tuple[str, ...]:
        """To some place in the window."""
        width, height = self._screen.size(window)
        across, down = self._chance.randint(0, max(width, 1)), self._chance.randint(0, max(height, 1))
        return ("mousemove", "--window", window, str(across), str(down))

    def _clicks(self, window: str) -> int:
        events = 0
        for _ in range(self._chance.randint(1, 4)):
            times = self._chance.choice("1112")
            self._screen.do(*self._move(window), "click", "--repeat", times, "--delay", "60", "1")
            events += int(times)
        return events

    def _wheel(self, window: str) -> int:
        turns = self._chance.randint(1, 15)
        wheel = ("click", "--repeat", str(turns), "--delay", "8", self._chance.choice("4555"))
        self._screen.do(*self._move(window), *wheel)
        return turns

    def _text_size(self, _: str) -> int:
        self._screen.press(self._chance.choice(TEXT_SIZES))
        return 1

    def _resize(self, window: str) -> int:
        self._screen.do("windowsize", window, *(str(one) for one in self._chance.choice(SIZES)))
        return 1

    def _theme(self, _: str) -> int:
        self._screen.press("alt+v", *("Down",) * self._chance.randint(0, 2), "Return")
        return 3

    def _save(self, _: str) -> int:
        return self._with_file("ctrl+shift+s")

    def _open(self, _: str) -> int:
        return self._with_file("ctrl+o")

    def _with_file(self, key: str) -> int:
        name = str(self._chance.choice(self._files))
        self._screen.press(key)
        self._screen.write(name)
        self._screen.press("Return", *(self._chance.choice(("Return", "Tab", "alt+f", "Escape")) for _ in range(2)))
        return len(name) + 4


def main(seed: int, events: int) -> int:
    """Plays once and tells what was seen."""
    with tempfile.TemporaryDirectory(prefix="monkey-") as home, DesktopSession(Path(home)) as desktop:
        monkey = Monkey(desktop, seed)
        begun = time.monotonic()
        seen = monkey.play(lambda done: done < events)
        sys.stdout.write(f"{json.dumps(seen, indent=1)}\n{time.monotonic() - begun:.0f} s\n")
    return 1 if seen["problems"] else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))

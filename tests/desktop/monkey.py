"""A monkey at a real keyboard and mouse: `python -m tests.desktop.monkey SEED EVENTS` lets it play once, by hand."""

import json
import sys
import tempfile
import time
from collections.abc import Callable
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
    *("alt+b", "alt+c", "ctrl+f", "F1", "ctrl+n", "ctrl+p", "ctrl+s", "ctrl+z", "ctrl+v", "ctrl+a"),
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
            until(lambda beat=beat: self.seen()["beat"] > beat + 1, "a sign of life", FREEZES)
        return {**self.seen(), "events": events}

    def _act(self) -> int:
        """One handful of events; how many."""
        acts = {self._keys: 40, self._clicks: 30, self._wheel: 16, self._text_size: 4, self._resize: 3}
        acts.update({self._theme: 2, self._save: 2, self._open: 3})
        return self._chance.choices(list(acts), list(acts.values()))[0]()

    def _keys(self) -> int:
        keys = self._chance.choices(KEYS, k=self._chance.randint(1, 12))
        self._screen.press(*keys)
        return len(keys)

    def _place(self) -> tuple[str, str]:
        return str(self._chance.randint(0, 1279)), str(self._chance.randint(0, 1023))

    def _clicks(self) -> int:
        self._screen.do("mousemove", *self._place(), "click", "--repeat", self._chance.choice("112"), "1")
        return 1

    def _wheel(self) -> int:
        turns = self._chance.randint(1, 15)
        self._screen.do("mousemove", *self._place(), "click", "--repeat", str(turns), self._chance.choice("45"))
        return turns

    def _text_size(self) -> int:
        self._screen.press(self._chance.choice(TEXT_SIZES))
        return 1

    def _resize(self) -> int:
        for window in self._screen.windows(TITLE)[:1]:
            self._screen.do("windowsize", window, *(str(one) for one in self._chance.choice(SIZES)))
        return 1

    def _theme(self) -> int:
        self._screen.press("alt+v", *("Down",) * self._chance.randint(0, 2), "Return")
        return 3

    def _save(self) -> int:
        return self._with_file("ctrl+shift+s")

    def _open(self) -> int:
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

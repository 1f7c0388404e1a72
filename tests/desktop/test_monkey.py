"""A monkey plays with the window for two minutes: nothing raises, freezes, hides the keyboard or answers by itself."""

import time

import pytest

from tests.desktop.desktop_session import DesktopSession
from tests.desktop.monkey import Monkey

pytestmark = pytest.mark.desktop

SECONDS = 120
SEED = 11


def test_two_minutes_of_a_monkey(desktop: DesktopSession) -> None:
    end = time.monotonic() + SECONDS
    seen = Monkey(desktop, SEED).play(lambda _: time.monotonic() < end)
    assert seen["problems"] == []
    assert seen["events"] > 300
    assert all(seen[kind] > 20 for kind in ("key", "click", "wheel")), "the events arrive"
    assert seen["answers"] > 5
    assert len(seen["pages"]) > 2

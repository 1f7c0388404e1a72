"""The window opens on its screen with all of its frame, from the smallest screen to the largest."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.gui.driver import Driver

SHOW = """
import sys
from datetime import date
from pathlib import Path
from PySide6.QtCore import QRect, QSettings, QSize
from twitchcheck.content.compiled import load
from twitchcheck.gui.application import application, make_window
from twitchcheck.gui.widgets.window_place import FRAME
from twitchcheck.resource_files import content_folder

app = application(["twitchcheck"])
QSettings.setDefaultFormat(QSettings.Format.IniFormat)
QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, sys.argv[1])
window = make_window(app, load(content_folder()), lambda path: None, date.today)
window.show()
app.processEvents()
area = window.screen().availableGeometry()
print(window.width(), window.height(), area.contains(QRect(window.pos(), window.size() + FRAME)))
if len(sys.argv) > 2:
    window.move(1500, 900)
    window.resize(1900, 1100)
    window.close()
"""


def shown(folder: Path, width: int, height: int, *more: str) -> str:
    """Size of the window on a screen of that size, and whether all of it is there."""
    screen = {"name": "s", "x": 0, "y": 0, "width": width, "height": height, "logicalDpi": 96, "dpr": 1}
    (folder / "screen.json").write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    platform = f"offscreen:configfile={folder / 'screen.json'}"
    done = subprocess.run(
        [sys.executable, "-c", SHOW, str(folder / "settings"), *more],
        env={**os.environ, "QT_QPA_PLATFORM": platform},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


@pytest.mark.parametrize(
    ("width", "height", "expected"),
    [
        (3840, 2160, "1280 800 True"),
        (1366, 768, "1280 720 True"),
        (1280, 800, "1264 752 True"),
        (1024, 600, "1008 552 True"),
        (640, 480, "624 432 True"),
    ],
)
def test_the_first_start_fits_the_screen(tmp_path: Path, width: int, height: int, expected: str) -> None:
    assert shown(tmp_path, width, height) == expected


def test_what_was_remembered_of_a_large_screen_fits_a_small_one(tmp_path: Path) -> None:
    shown(tmp_path, 3840, 2160, "remember")
    width, height, all_there = shown(tmp_path, 1366, 768).split()
    assert 640 <= int(width) <= 1350
    assert 480 <= int(height) <= 720
    assert all_there == "True"


@pytest.mark.parametrize("key", [Qt.Key.Key_Plus, Qt.Key.Key_Equal])
def test_the_key_with_the_plus_makes_text_larger_with_and_without_shift(person: Driver, key: Qt.Key) -> None:
    before = person.window.font().pixelSize()
    QTest.keyClick(person.window, key, Qt.KeyboardModifier.ControlModifier)
    person.settle()
    assert person.window.font().pixelSize() > before

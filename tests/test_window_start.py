"""Starting the window as a person does: what is said where it can't open, and that it opens at all."""

import os
import subprocess
import sys

import pytest


def started(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The program in a process of its own, without the display of this one."""
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return subprocess.run(
        [sys.executable, "-c", code],
        env={**kept, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


START = "import sys; from twitchcheck.app import main; sys.exit(main([]))"


@pytest.mark.skipif(sys.platform != "linux", reason="Windows and macOS have a display wherever a person is")
def test_without_a_display_one_line_says_what_to_install() -> None:
    done = started(START, QT_QPA_PLATFORM="xcb")
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith("The window can't open: there is no display, or a system library is missing.")
    assert "sudo apt-get install libegl1" in line


def test_a_missing_library_is_said_in_one_line() -> None:
    missing = "import sys; sys.modules['PySide6.QtWidgets'] = None; "
    done = started(missing + START, QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith("The window can't open, a system library is missing: ")


def test_the_window_opens_and_closes_without_a_word() -> None:
    close_soon = (
        "from PySide6.QtCore import QTimer; from PySide6.QtWidgets import QApplication; "
        "from twitchcheck.gui import main_window; shown = main_window.MainWindow.show; "
        "main_window.MainWindow.show = lambda window: (shown(window), QTimer.singleShot(0, window.close)); "
    )
    done = started(close_soon + START, QT_QPA_PLATFORM="offscreen")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")

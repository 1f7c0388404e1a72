"""What differs on Windows and macOS, as far as Linux can play them."""

import ctypes
import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QLabel

from tests.gui.driver import Driver
from twitchcheck import app
from twitchcheck.gui.application import reach_everything
from twitchcheck.gui.paper.print_server import check_arrival

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise\\(\\)", extend=True)


class Info:
    """What the system knows of a printer."""

    def __init__(self, state: QPrinter.PrinterState) -> None:
        self._state = state

    def state(self) -> QPrinter.PrinterState:
        """Whether it works."""
        return self._state


@pytest.fixture
def no_cups(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system without the library of CUPS."""

    def missing(name: str) -> None:
        raise OSError(f"{name}: not found")

    monkeypatch.setattr(ctypes, "CDLL", missing)


@pytest.mark.usefixtures("qapp", "no_cups")
def test_without_cups_the_printers_own_state_is_all_that_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    states = {QPrinter.PrinterState.Idle: False, QPrinter.PrinterState.Active: False, QPrinter.PrinterState.Error: True}
    for state, fails in states.items():
        monkeypatch.setattr(QPrinterInfo, "printerInfo", staticmethod(lambda name, state=state: Info(state)))
        if fails:
            with pytest.raises(OSError, match="has stopped, so the pages wait there"):
                check_arrival(QPrinter())
        else:
            check_arrival(QPrinter())


def test_tab_leads_to_buttons_where_the_system_would_leave_them_out(qapp: QApplication) -> None:
    hints = QGuiApplication.styleHints()
    hints.setTabFocusBehavior(Qt.TabFocusBehavior.TabFocusTextControls)
    reach_everything(hints)
    assert hints.tabFocusBehavior() is Qt.TabFocusBehavior.TabFocusAllControls


@pytest.mark.parametrize(("system", "told"), [("linux", True), ("win32", True), ("darwin", False)])
def test_the_underlined_letters_are_told_only_where_there_are_some(
    person: Driver, monkeypatch: pytest.MonkeyPatch, system: str, told: bool
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    person.choose_from_menu("help.keys")
    person.settle()
    shown = [one.text() for one in person.window.findChildren(QLabel) if one.isVisible()]
    assert ("Alt and the underlined letter" in shown) is told
    assert "Space" in shown


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("system", "platform"), [("linux", "offscreen"), ("darwin", "offscreen"), ("win32", "its own")]
)
def test_a_pdf_from_a_terminal_has_the_fonts_of_windows_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str, platform: str
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "its own")
    monkeypatch.setattr(sys, "platform", system)
    answers, made = tmp_path / "answers.yaml", tmp_path / "made.pdf"
    answers.write_text("answers: {places: [eyelid]}", encoding="utf-8")
    assert app.main(["assess", str(answers), "--format", "pdf", "-o", str(made)]) == 0
    assert os.environ["QT_QPA_PLATFORM"] == platform
    assert made.read_bytes().startswith(b"%PDF-")

"""Printing has one way: the dialog's choices hold, the preview prints like everybody else, the outcome is told."""

import gc
import socket
from collections.abc import Iterator
from ctypes import util
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtWidgets import QApplication

from tests.gui.conftest import Dialogs
from tests.gui.driver import Driver, pdf_pages
from twitchcheck.gui.paper.details_dialog import DetailsDialog, usual_paper
from twitchcheck.gui.paper.preview_dialog import PreviewDialog
from twitchcheck.gui.paper.print_server import answers_in_time
from twitchcheck.questionnaire.answers import Answers


def size(path: Path) -> tuple[int, int]:
    """Width and height of the first page in points."""
    box = PdfReader(path).pages[0].mediabox
    return round(box.width), round(box.height)


@pytest.mark.parametrize(
    ("paper", "orientation", "points"),
    [
        ("Letter", QPageLayout.Orientation.Portrait, (612, 792)),
        ("A4", QPageLayout.Orientation.Landscape, (842, 595)),
        ("A5", QPageLayout.Orientation.Portrait, (420, 595)),
    ],
)
def test_paper_and_orientation_are_those_of_the_dialog(
    person: Driver,
    dialogs: Dialogs,
    eyelid: Answers,
    paper: str,
    orientation: QPageLayout.Orientation,
    points: tuple[int, int],
) -> None:
    dialogs.paper, dialogs.orientation = paper, orientation
    person.hurry(eyelid, "result")
    person.click("print")
    assert dialogs.asked == ["details", "printer"]
    assert size(dialogs.target) == points


def test_only_the_pages_that_were_chosen_are_printed(person: Driver, dialogs: Dialogs, eyelid: Answers) -> None:
    dialogs.pages = (2, 2)
    person.hurry(eyelid, "result")
    person.click("print")
    (only,) = pdf_pages(dialogs.target)
    assert "For the doctor" in only
    assert "page 2 of 2" in only


def test_pages_that_are_not_there_are_told(person: Driver, dialogs: Dialogs, eyelid: Answers) -> None:
    dialogs.pages = (7, 9)
    person.hurry(eyelid, "result")
    person.click("print")
    assert person.message().startswith("That did not work. There are 2 pages; none of them was chosen.")
    assert not dialogs.target.exists()


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
def test_the_preview_shows_the_pages(person: Driver, eyelid: Answers) -> None:
    """The dialog itself, with nothing in its place."""
    person.hurry(eyelid, "result")
    pages: list[int] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, PreviewDialog):
            return
        looking.stop()
        gc.collect()
        dialog.pages.zoomIn()
        assert not dialog.grab().isNull()
        pages.append(dialog.pages.pageCount())
        dialog.reject()

    looking = QTimer(person.window, interval=5)
    looking.timeout.connect(look)
    looking.start()
    person.choose_from_menu("previewAction")
    assert pages == [2]


def test_the_preview_prints_like_everybody_else(person: Driver, dialogs: Dialogs, eyelid: Answers) -> None:
    dialogs.print_preview, dialogs.name = True, "Kim Example"
    person.hurry(eyelid, "result")
    person.choose_from_menu("previewAction")
    assert dialogs.asked == ["preview", "details", "printer"]
    assert person.message() == f"Saved as {dialogs.target}."
    assert "Kim Example" in pdf_pages(dialogs.target)[1]


@pytest.mark.parametrize("way", ["previewAction", "printAction", "savePdfAction", "savePageAction"])
def test_no_name_and_no_page_stays_behind_in_a_hidden_dialog(
    person: Driver, dialogs: Dialogs, eyelid: Answers, way: str
) -> None:
    person.hurry(eyelid, "result")
    person.choose_from_menu(way)
    assert dialogs.asked
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # as the event loop does
    assert not person.window.findChildren(DetailsDialog)
    assert not person.window.findChildren(PreviewDialog)


def test_a_silent_print_server_is_told_before_anything_is_asked(
    person: Driver, dialogs: Dialogs, eyelid: Answers
) -> None:
    dialogs.answers_in_time = False
    person.hurry(eyelid, "result")
    given = person.answers
    person.click("print")
    assert person.message().startswith("The print server does not answer.")
    assert "Save as PDF" in person.message()
    assert (dialogs.asked, person.answers) == ([], given)


@pytest.fixture
def silent_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A print server that takes every call and says nothing."""
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "cups"))
        server.listen()
        monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "cups"))
        yield


@pytest.mark.skipif(util.find_library("cups") is None, reason="printing goes another way without CUPS")
def test_the_window_goes_on_while_a_print_server_says_nothing(qapp: QApplication, silent_server: None) -> None:
    moments: list[int] = []
    clock = QTimer()
    clock.timeout.connect(lambda: moments.append(1))
    clock.start(10)
    assert not answers_in_time(400)
    assert len(moments) > 5


@pytest.mark.parametrize(
    ("settings", "paper"),
    [
        ({"LANG": "en_US.UTF-8", "LC_PAPER": "de_DE.UTF-8"}, QPageSize.PageSizeId.A4),
        ({"LANG": "de_DE.UTF-8", "LC_PAPER": "en_US.UTF-8"}, QPageSize.PageSizeId.Letter),
        ({"LC_ALL": "de_DE.UTF-8", "LC_PAPER": "en_US.UTF-8"}, QPageSize.PageSizeId.A4),
        ({"LC_PAPER": "en_CA@nonsense"}, QPageSize.PageSizeId.Letter),
    ],
)
def test_the_usual_paper_follows_what_is_set_for_paper(
    monkeypatch: pytest.MonkeyPatch, settings: dict[str, str], paper: QPageSize.PageSizeId
) -> None:
    for name in ("LC_ALL", "LC_PAPER", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    assert usual_paper() is paper

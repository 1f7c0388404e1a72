"""What others have reported of their programs, tried where no other test does. `tests/public_reports.py` has all."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from pypdf import PdfReader
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from tests.gui.conftest import Dialogs
from tests.gui.driver import Driver, pdf_pages
from tests.one_check import answers_in
from twitchcheck.questionnaire.answers import Answers
from twitchcheck.rules.protocol import TriageProtocol

Calm = Callable[..., Answers]


def let_fall(onto: QWidget, path: Path) -> None:
    """Drops a file where a person does: whatever is there may take it, and then what that stands in."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    place: QWidget | None = onto
    while place is not None:
        entering = QDragEnterEvent(QPoint(5, 5), copy, mime, left, none)
        entering.ignore()
        if place.acceptDrops():
            QApplication.sendEvent(place, entering)
            if entering.isAccepted():
                QApplication.sendEvent(place, QDropEvent(QPointF(5, 5), copy, mime, left, none))
                return
        place = place.parentWidget()


def test_a_file_dropped_on_own_words_is_opened_and_not_written_there(
    person: Driver, dialogs: Dialogs, calm: Calm, tmp_path: Path
) -> None:
    person.hurry(calm(), "words")
    field = person.find("own_words")
    assert isinstance(field, QPlainTextEdit)
    path = tmp_path / "mine.twitchcheck"
    path.write_text(json.dumps({"answers": dict(calm(coffee=7))}), encoding="utf-8")
    let_fall(field.viewport(), path)
    person.settle()
    assert field.toPlainText() == ""
    assert dialogs.asked == ["Open the file?"]


def test_a_file_dropped_on_a_number_is_not_written_there(person: Driver, dialogs: Dialogs, calm: Calm) -> None:
    page = person.session.questionnaire.page_of_item["coffee"].id
    person.hurry(calm().without("coffee"), page)
    field = person.find("coffee")
    assert isinstance(field, QLineEdit)
    let_fall(field, Path("/7"))
    person.settle()
    assert field.text() == ""


def test_an_ampersand_of_the_content_is_seen_and_underlines_nothing(
    open_window: Callable[..., Driver], protocol: TriageProtocol
) -> None:
    first, second, *others = protocol.help_topics
    topics = (
        msgspec.structs.replace(first, title="Signs & times"),
        msgspec.structs.replace(second, title="Q & A"),
        *others,
    )
    person = open_window(msgspec.structs.replace(protocol, help_topics=topics))
    assert person.action("help").text() == "&Signs && times"
    assert person.action(f"help.{second.id}").text() == "Q && A"


def test_an_ampersand_in_an_answer_is_seen_and_is_no_key(
    open_window: Callable[..., Driver], protocol: TriageProtocol
) -> None:
    plain = msgspec.json.encode(protocol.questionnaire).replace(b'"For me"', b'"For me & mine"')
    questionnaire = msgspec.json.decode(plain, type=type(protocol.questionnaire))
    person = open_window(msgspec.structs.replace(protocol, questionnaire=questionnaire))
    person.go_on()
    card = person.button("who.myself")
    assert card.shortcut().isEmpty()
    assert (card.accessibleName() or card.text().replace("&&", "&")).startswith("For me & mine")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are text")
def test_a_name_that_is_no_text_can_be_opened_and_said(person: Driver, calm: Calm, tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe.twitchcheck"))
    path.write_text("", encoding="utf-8")
    person.window.open_file(path)
    assert "This file is empty." in person.message()
    path.write_text(json.dumps({"answers": dict(calm())}), encoding="utf-8")
    person.window.open_file(path)
    assert person.answers == dict(calm())


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_saving_through_a_link_keeps_the_link(person: Driver, dialogs: Dialogs, calm: Calm, tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    real, dialogs.target = tmp_path / "there" / "real.twitchcheck", tmp_path / "link.twitchcheck"
    real.write_text("old", encoding="utf-8")
    dialogs.target.symlink_to(real)
    person.hurry(calm())
    person.choose_from_menu("saveAs")
    assert dialogs.target.is_symlink()
    assert answers_in(real)["who"] == "myself"


def test_a_file_that_somebody_has_indented_with_tabs_opens(person: Driver, calm: Calm, tmp_path: Path) -> None:
    path = tmp_path / "mine.twitchcheck"
    path.write_text(json.dumps({"answers": dict(calm())}, indent="\t"), encoding="utf-8")
    person.window.open_file(path)
    assert person.answers == dict(calm())


WORDS = "\N{FLEXED BICEPS}\N{ZERO WIDTH JOINER}\N{FACE WITH TEARS OF JOY} " + "x" * 400


def test_faces_and_words_without_end_are_saved_opened_and_printed_whole(
    person: Driver, dialogs: Dialogs, calm: Calm, tmp_path: Path
) -> None:
    person.hurry(calm(own_words=WORDS), "review")
    dialogs.target = tmp_path / "mine.twitchcheck"
    person.choose_from_menu("saveAs")
    person.session.forget()
    person.window.open_file(dialogs.target)
    assert person.answers["own_words"] == WORDS
    person.go_on()
    dialogs.target = tmp_path / "out.pdf"
    person.click("print")
    printed = "".join(pdf_pages(dialogs.target)).replace(" ", "")
    assert printed.count("x") >= 400


def heights(path: Path) -> list[float]:
    """The size of every piece of text on the pages of a PDF, in points."""
    found: list[float] = []
    for page in PdfReader(path).pages:
        page.extract_text(
            visitor_text=lambda text, cm, tm, font, size: found.append(round(size * abs(tm[3] * cm[3]), 1))
        )
    return found


def test_paper_does_not_follow_the_size_of_text_on_the_screen(
    person: Driver, dialogs: Dialogs, calm: Calm, tmp_path: Path
) -> None:
    person.hurry(calm(), "result")
    sizes = []
    for size in (100, 200):
        person.window.theme.choose_text_size(size)
        dialogs.target = tmp_path / f"{size}.pdf"
        person.choose_from_menu("printAction")
        sizes.append(heights(dialogs.target))
    assert sizes[0] == sizes[1]


@pytest.mark.parametrize("factor", ["1.25", "1.5", "2"])
def test_a_screen_that_is_magnified_by_a_fraction_is_no_trouble(factor: str) -> None:
    code = (
        "import sys; from PySide6.QtCore import QTimer; from twitchcheck.app import main; "
        "from twitchcheck.gui import main_window; shown = main_window.MainWindow.show; "
        "main_window.MainWindow.show = lambda window: (shown(window), window.wizard.next(), window.grab(), "
        "QTimer.singleShot(0, window.close)); sys.exit(main([]))"
    )
    environment = {**os.environ, "QT_SCALE_FACTOR": factor}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, "")

"""The whole way: from the first page to the result, and the result on paper, in a file and on the clipboard."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tests.gui.conftest import Dialogs
from tests.gui.driver import Driver, conclusion, pdf_pages, pdf_size
from twitchcheck.questionnaire.answers import Answers
from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.report.html_document import TITLE
from twitchcheck.rules.protocol import TriageProtocol

Calm = Callable[..., Answers]

PAPER = {"A4": (595, 842), "Letter": (612, 792)}


def one_line(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("paper", PAPER)
def test_from_the_first_page_to_two_printed_pages(
    person: Driver, dialogs: Dialogs, protocol: TriageProtocol, eyelid: Answers, paper: str
) -> None:
    dialogs.name, dialogs.born, dialogs.paper = "Anna Muster", "1 May 1991", paper
    assert person.primary() == "Start"
    passed = person.walk(eyelid)
    assert passed[:3] == ["start", "about", "head_throat"]
    asked = person.session.assessment().facts.enabled
    assert person.answers == {item_id: value for item_id, value in eyelid.items() if item_id in asked}
    person.go_on()
    person.click("savePdf")

    assert person.message() == f"Saved as {dialogs.target}."
    assert dialogs.asked == ["details", "place"]
    assert dialogs.suggested == ["Muscle twitch check 2026-11-23.pdf"]
    assert pdf_size(dialogs.target) == PAPER[paper]
    first, second = pages = pdf_pages(dialogs.target)
    for number, page in enumerate(pages, 1):
        assert page.startswith(TITLE)
        assert f"content {protocol.version} · general information, not a diagnosis page {number} of 2" in page
    view, sheet = conclusion(person)
    assert view.disposition is Disposition.SELF_CARE
    for said in (
        view.label,
        view.action,
        "Caffeine about 450 mg",
        "Lack of sleep 5.5 hours",
        view.review.text,
        *(one.text for one in (*view.advice, *view.safety_net)),
    ):
        assert said in first
    assert "2 December 2026" in view.review.text
    for said in (
        "For the doctor",
        "Name Anna Muster Born 1 May 1991",
        "23 November 2026",
        sheet.deciding,
        *sheet.opening,
        "for 5 days, since about 18 November 2026",
        "Caffeine about 450 mg (Coffee 5 cups a day)",
        "Main worry Is it dangerous?",
    ):
        assert said in second
    assert "Anna Muster" not in first
    assert "Anna" not in str(PdfReader(dialogs.target).metadata)


def test_the_keyboard_alone_is_enough(person: Driver, dialogs: Dialogs, eyelid: Answers) -> None:
    while person.place != "result":
        before = person.place
        person.type_page(eyelid)
        if before == "words":
            person.tab_to("next")  # in own words Enter begins a new line
        person.press(Qt.Key.Key_Return)
        assert person.place != before, person.texts()
    asked = person.session.assessment().facts.enabled
    assert person.answers == {item_id: value for item_id, value in eyelid.items() if item_id in asked}
    assert person.label("action") == conclusion(person)[0].action
    person.shortcut(Qt.Key.Key_E)
    assert len(pdf_pages(dialogs.target)) == 2


def test_a_sheet_without_name_has_lines_to_write_on(person: Driver, dialogs: Dialogs, eyelid: Answers) -> None:
    person.hurry(eyelid, "result")
    person.click("savePdf")
    assert "Name ____" in pdf_pages(dialogs.target)[1]


def test_printing_puts_the_same_two_pages_on_the_printer(person: Driver, dialogs: Dialogs, eyelid: Answers) -> None:
    dialogs.name = "Anna Muster"
    person.hurry(eyelid, "result")
    person.click("print")
    assert dialogs.asked == ["details", "printer"]
    assert person.message() == f"Saved as {dialogs.target}."
    first, second = pdf_pages(dialogs.target)
    assert conclusion(person)[0].action in first
    assert "Name Anna Muster" in second
    assert "page 2 of 2" in second


def test_the_preview_shows_both_pages_and_asks_nothing(person: Driver, dialogs: Dialogs, eyelid: Answers) -> None:
    person.hurry(eyelid, "result")
    person.choose_from_menu("previewAction")
    assert dialogs.asked == ["preview"]
    first, second = pdf_pages(dialogs.target)
    assert conclusion(person)[0].action in first
    assert "page 2 of 2" in second
    assert person.message() == ""


def test_text_file_and_clipboard_hold_the_same_summary(
    person: Driver, dialogs: Dialogs, eyelid: Answers, tmp_path: Path
) -> None:
    dialogs.target = tmp_path / "out.txt"
    person.hurry(eyelid, "result")
    person.choose_from_menu("saveTextAction")
    assert dialogs.suggested == ["Muscle twitch check 2026-11-23.txt"]
    person.choose_from_menu("copySummary")
    assert person.message() == "The summary is on the clipboard."
    saved = dialogs.target.read_text(encoding="utf-8")
    assert QGuiApplication.clipboard().text() == saved
    view, sheet = conclusion(person)
    for said in (view.action, "Caffeine (moderate): about 450 mg", "FOR THE DOCTOR", sheet.deciding, *sheet.opening):
        assert said in one_line(saved)


def test_own_words_are_printed_as_they_were_typed(person: Driver, dialogs: Dialogs, calm: Calm) -> None:
    typed = "<b>very</b> & <img src=x> \"quoted\" 'so' &amp; <script>alert(1)</script>"
    dialogs.name = "<i>Anna</i> & Co"
    person.hurry(calm(), "words")
    person.answer("own_words", typed)
    person.go_on()
    assert person.reviewed("own_words") == typed
    person.go_on()
    person.click("savePdf")
    sheet = pdf_pages(dialogs.target)[1]
    assert typed in sheet
    assert "Name <i>Anna</i> & Co" in sheet


def test_what_needs_a_result_is_off_until_there_is_one(person: Driver, eyelid: Answers) -> None:
    entries = ("previewAction", "printAction", "savePdfAction", "saveTextAction", "copySummary")
    person.hurry(eyelid)
    assert not any(person.action(name).isEnabled() for name in entries)
    person.go_on()
    assert all(person.action(name).isEnabled() for name in entries)
    person.back()
    assert person.place == "review"
    assert not any(person.action(name).isEnabled() for name in entries)

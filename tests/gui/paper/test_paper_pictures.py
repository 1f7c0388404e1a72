"""The figure on the doctor's sheet: the places are dark in grey print, and the sheet stays one page."""

from collections.abc import Callable

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QColor, QImage, QPainter

from tests.gui.conftest import Dialogs
from tests.gui.driver import Driver, conclusion, pdf_pages
from twitchcheck.gui.paper.printing import documents, handout
from twitchcheck.questionnaire.answers import Answer, Answers
from twitchcheck.questionnaire.items import NONE, NOT_SURE
from twitchcheck.report.pictures import LID, PLACE
from twitchcheck.report.sheet_html import doctor_html

Calm = Callable[..., Answers]


def printed(person: Driver) -> QImage:
    """The doctor's sheet as paper shows it, at 96 dots to an inch."""
    (document,) = documents(handout((doctor_html(conclusion(person)[1]),), "", ""))
    document.setTextWidth(690)
    image = QImage(690, 1000, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    document.drawContents(painter)
    painter.end()
    return image


def dots(image: QImage, grey: str) -> int:
    wanted = QColor(grey)
    return sum(image.pixelColor(x, y) == wanted for x in range(500, 690) for y in range(60, 300))


def test_the_places_are_dark_on_the_sheet(person: Driver, calm: Calm) -> None:
    found = {}
    for places in (("thigh",), ("thigh", "calf"), ("all_over",)):
        person.recall(calm(places=places))
        found[places] = printed(person)
    dark = [dots(image, "#333333") for image in found.values()]
    assert 0 < dark[0] < dark[1]
    assert dark[2] == 0
    assert dots(found[("all_over",)], "#8a8a8a") > dark[1]


def test_lids_are_grey_and_no_black_eyes(person: Driver, calm: Calm) -> None:
    person.recall(calm(places=("eyelid",)))
    lids = printed(person)
    assert dots(lids, LID) > 20
    assert dots(lids, PLACE) < dots(lids, LID) / 4
    person.recall(calm(places=("calf",)))
    assert dots(printed(person), LID) < 10


@pytest.mark.parametrize("answer", [(NONE,), (NOT_SURE,)])
def test_without_a_place_there_is_no_figure(person: Driver, calm: Calm, answer: Answer) -> None:
    person.recall(calm(places=answer))
    assert conclusion(person)[1].picture is None
    assert "<img" not in doctor_html(conclusion(person)[1])


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_sheet_with_the_figure_is_one_page(person: Driver, dialogs: Dialogs, eyelid: Answers, paper: str) -> None:
    dialogs.paper = paper
    person.hurry(eyelid, "result")
    person.click("savePdf")
    assert len(pdf_pages(dialogs.target)) == 2
    # Drawn as curves, so crisp at any size; letters are not.
    first, second = (page.get_contents() for page in PdfReader(dialogs.target).pages)
    assert first is not None
    assert second is not None
    # The steps of a twitch on the first page, the body on the second.
    assert min(page.get_data().count(b" c\n") for page in (first, second)) > 500

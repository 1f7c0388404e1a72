"""The two sheets as a reader gets them: nothing is cut, no heading ends a page, a common case is a sheet each."""

from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QPageSize
from PySide6.QtWidgets import QApplication

from tests.calm_answers import calm_answers
from tests.conftest import DAY
from twitchcheck.content.answers_file import answers_from
from twitchcheck.content.yaml_source import Document, read_file
from twitchcheck.gui.paper.printing import MARGIN_MM, handout, page_layout, save_pdf
from twitchcheck.questionnaire.answers import Answers
from twitchcheck.report.doctor_sheet import doctor_sheet
from twitchcheck.report.html_document import person_html
from twitchcheck.report.result_view import result_view
from twitchcheck.report.sheet_html import doctor_html
from twitchcheck.rules.assessment import assess
from twitchcheck.rules.counterfactuals import what_would_change
from twitchcheck.rules.protocol import TriageProtocol

_SCENARIOS = Path(__file__).parents[2] / "scenarios"
PAPERS = pytest.mark.parametrize("paper", [QPageSize.PageSizeId.A4, QPageSize.PageSizeId.Letter], ids=["A4", "Letter"])
_POINTS_PER_MM = 72 / 25.4


def stories(name: str) -> list[Any]:
    """The stories of one care level that are not interrupted."""
    content: Any = read_file(_SCENARIOS / f"{name}.yaml", f"{name}.yaml").value
    return [
        pytest.param(story["given"], id=f"{name}-{number}")
        for number, story in enumerate(content["scenarios"], 1)
        if not story["expect"].get("interrupted")
    ]


COMMON = pytest.mark.parametrize("given", stories("self_care")[:5] + stories("routine")[:2] + stories("soon")[:2])


def sheets(protocol: TriageProtocol, given: dict[str, Any]) -> tuple[str, str]:
    """The person's page and the doctor's sheet of a story, as HTML."""
    document = Document("story")
    document.value = {"answers": given}
    known = answers_from(protocol.questionnaire, document)[0]
    answers: Answers = calm_answers(protocol, known)
    assessment = assess(protocol, answers, DAY)
    view = result_view(protocol, answers, assessment, what_would_change(protocol, answers, assessment))
    return person_html(view), doctor_html(doctor_sheet(protocol, answers, assessment))


class _Texts(HTMLParser):
    """The texts of HTML, and which of them are headings."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.headings: list[str] = []
        self._in_heading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_heading = tag in ("h1", "h2", "h3")

    def handle_endtag(self, tag: str) -> None:
        self._in_heading = False

    def handle_data(self, data: str) -> None:
        self.texts.append(data)
        if self._in_heading:
            self.headings.append(data)


def parsed(html: str) -> _Texts:
    texts = _Texts()
    texts.feed(html)
    return texts


def packed(text: str) -> str:
    """The text without its spaces, which a PDF sets as it likes."""
    return "".join(text.split())


def lines(page: Any) -> list[tuple[float, float, str]]:
    """The pieces of text on a page of a PDF with their places in points, from left and from below."""
    found: list[tuple[float, float, str]] = []

    def note(text: str, matrix: list[float], text_matrix: list[float], *_: object) -> None:
        if text.strip():
            x = text_matrix[4] * matrix[0] + text_matrix[5] * matrix[2] + matrix[4]
            y = text_matrix[4] * matrix[1] + text_matrix[5] * matrix[3] + matrix[5]
            found.append((x, y, text.strip()))

    page.extract_text(visitor_text=note)
    return found


@PAPERS
@COMMON
def test_a_common_case_is_one_sheet_for_each_reader_and_nothing_is_cut(
    qapp: QApplication, protocol: TriageProtocol, tmp_path: Path, given: dict[str, Any], paper: QPageSize.PageSizeId
) -> None:
    both = sheets(protocol, given)
    target = tmp_path / "out.pdf"
    assert save_pdf(handout(both, protocol.version, protocol.edition.disclaimer), target, page_layout(paper)) == 2
    for html, page in zip(both, PdfReader(target).pages, strict=True):
        printed = packed(page.extract_text())
        missing = [text for text in parsed(html).texts if packed(text) not in printed]
        assert missing == []
        margin = MARGIN_MM * _POINTS_PER_MM - 1
        width, height = float(page.mediabox.width), float(page.mediabox.height)
        for x, y, text in lines(page):
            assert margin <= x <= width - margin, text
            assert margin <= y <= height - margin, text


@PAPERS
@pytest.mark.parametrize("filling", range(0, 60, 4))
def test_no_heading_is_the_last_line_of_a_page(
    qapp: QApplication, protocol: TriageProtocol, tmp_path: Path, filling: int, paper: QPageSize.PageSizeId
) -> None:
    """Lines above push every heading over the end of the page, one after the other."""
    person, doctor = sheets(protocol, stories("soon")[0].values[0])
    pushed = [html.replace("<h2>", "<p>a line</p>" * filling + "<h2>", 1) for html in (person, doctor)]
    target = tmp_path / "out.pdf"
    save_pdf(handout(tuple(pushed), protocol.version, protocol.edition.disclaimer), target, page_layout(paper))
    headings = {packed(text) for html in (person, doctor) for text in parsed(html).headings}
    for page in PdfReader(target).pages:
        text = page.extract_text().splitlines()
        body = [packed(one) for one in text if "page" not in one and "TwitchCheck" not in one and one.strip()]
        assert body, "an empty page"
        assert body[-1] not in headings

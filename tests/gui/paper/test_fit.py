"""Paper over all written cases: the sheet is one page, the printed case two, and denials take five lines."""

from functools import cache

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QApplication

from tests.conftest import DAY
from twitchcheck.content.loader import load
from twitchcheck.content.vignettes_file import vignettes_from
from twitchcheck.gui.paper.printing import documents, handout, page_layout, paint_pages
from twitchcheck.report.doctor_sheet import DENIED, doctor_sheet
from twitchcheck.report.html_document import person_html
from twitchcheck.report.result_view import result_view
from twitchcheck.report.sheet_html import doctor_html
from twitchcheck.resource_files import content_folder, vignettes_folder
from twitchcheck.rules.assessment import assess
from twitchcheck.rules.counterfactuals import what_would_change

PAPERS = pytest.mark.parametrize("paper", [QPageSize.PageSizeId.A4, QPageSize.PageSizeId.Letter], ids=["A4", "Letter"])
SHEETS, CASES, DENIALS = 0.9, 0.95, 0.95
"""The least shares of the written cases whose sheet is one page, whose print-out two, and whose denials five lines."""


@cache
def cases() -> dict[str, tuple[str, str]]:
    """The person's page and the doctor's sheet of every written case, as HTML."""
    protocol = load(content_folder())
    found = {}
    for vignette in vignettes_from(protocol, vignettes_folder()):
        assessment = assess(protocol, vignette.answers, DAY)
        changes = what_would_change(protocol, vignette.answers, assessment)
        view = result_view(protocol, vignette.answers, assessment, changes)
        sheet = doctor_sheet(protocol, vignette.answers, assessment)
        found[vignette.id] = (person_html(view), doctor_html(sheet))
    return found


def laid_out(html: str, paper: QPageSize.PageSizeId) -> tuple[int, QTextDocument]:
    """How many pages a part takes, and the part as it lies on them."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageLayout(page_layout(paper))
    (document,) = documents(handout((html,), "1", "."))
    return paint_pages((document,), writer, "", ""), document


def lines_of_denials(document: QTextDocument) -> int:
    """The lines of the paragraph below the heading; none where nothing was denied."""
    block = document.begin()
    while block.isValid() and block.text() != DENIED:
        block = block.next()
    return block.next().layout().lineCount() if block.isValid() else 0


@PAPERS
def test_sheet_and_case_fit_their_pages(qapp: QApplication, paper: QPageSize.PageSizeId) -> None:
    sheets, whole, denials = [], [], []
    for person, doctor in cases().values():
        pages, document = laid_out(doctor, paper)
        sheets.append(pages == 1)
        whole.append(pages + laid_out(person, paper)[0] <= 2)
        denials.append(lines_of_denials(document) <= 5)
    assert len(sheets) > 100
    for found, share in ((sheets, SHEETS), (whole, CASES), (denials, DENIALS)):
        assert sum(found) >= share * len(found), [one for one, fits in zip(cases(), found, strict=True) if not fits]


@pytest.mark.parametrize("lines", range(38, 52))
def test_a_table_that_fits_one_page_is_not_cut(qapp: QApplication, lines: int) -> None:
    steps = "<table><tr><td>One<br>Two<br>Three<br>Four<br>Five<br>Six</td></tr></table>"
    _, document = laid_out(f"{'<p>Line</p>' * lines}{steps}", QPageSize.PageSizeId.A4)
    (table,) = document.rootFrame().childFrames()
    area, height = document.documentLayout().frameBoundingRect(table), document.pageSize().height()
    assert area.top() // height == (area.bottom() - 1) // height

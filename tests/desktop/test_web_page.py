"""Our web pages in a real browser: an HTML checker and the rules of axe-core find nothing, and paper has few pages."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.conftest import DAY
from tests.desktop.web_checkers import axe, html_errors, printed
from twitchcheck.content.vignettes_file import vignettes_from
from twitchcheck.questionnaire.answers import Answer, Answers
from twitchcheck.report import reviewer_document, web_page
from twitchcheck.report.doctor_sheet import doctor_sheet
from twitchcheck.report.emergency_view import emergency_view
from twitchcheck.report.result_view import result_view
from twitchcheck.resource_files import vignettes_folder
from twitchcheck.rules.assessment import assess
from twitchcheck.rules.counterfactuals import what_would_change
from twitchcheck.rules.protocol import TriageProtocol

pytestmark = pytest.mark.desktop

MOST_PAGES = 30
"""What a doctor reviews in one sitting."""

PAGES: dict[str, dict[str, Answer]] = {
    "self_care": {"coffee": 6.0, "places": ("eyelid", "calf"), "main_worry": "<b>My job</b>", "feared": ("als",)},
    "routine": {"duration": 60.0, "places": ("calf",), "gad_nervous": "nearly_daily", "gad_worry": "nearly_daily"},
    "soon": {"thinner": "months", "fears": "yes", "feared": ("als", "stroke")},
    "same_day": {"double_vision": "days", "who": "someone_else"},
    "emergency": {"slurred": "today", "blood_thinner": "same"},
}


@pytest.fixture(params=[*PAGES, "reviewers"])
def page(
    request: pytest.FixtureRequest, protocol: TriageProtocol, calm: Callable[..., Answers], tmp_path: Path
) -> Path:
    """One of our pages as a file."""
    path = tmp_path / f"{request.param}.html"
    if request.param == "reviewers":
        cases = reviewer_document.held_by(protocol, vignettes_from(protocol, vignettes_folder()))
        path.write_text(reviewer_document.html(protocol, cases), encoding="utf-8")
        return path
    answers = calm(**PAGES[request.param])
    assessment = assess(protocol, answers, DAY)
    assert assessment.disposition == request.param
    sheet = doctor_sheet(protocol, answers, assessment)
    if request.param == "emergency":
        number = protocol.emergency_number("GB")
        made = web_page.emergency_page(emergency_view(protocol, answers, assessment, number), sheet)
    else:
        view = result_view(protocol, answers, assessment, what_would_change(protocol, answers, assessment))
        made = web_page.result_page(view, sheet, "Kim Example", "1 May 1991")
    path.write_text(made, encoding="utf-8")
    return path


def test_an_html_checker_finds_nothing(page: Path) -> None:
    assert html_errors(page) == ""


def test_the_rules_of_axe_find_nothing(page: Path) -> None:
    found = axe(page)
    assert found["violations"] == []
    assert found["passed"] > 15


def test_the_checkers_would_find_something(protocol: TriageProtocol, tmp_path: Path) -> None:
    page = tmp_path / "bad.html"
    good = web_page.page(["<h1>Title</h1><p>Words to read.</p>"], style="main p { color: #aaaaaa; }")
    page.write_text(good.replace(' lang="en"', "").replace("<p>Words", '<p align="left">Words'), encoding="utf-8")
    assert {"html-has-lang", "color-contrast"} <= {one["id"] for one in axe(page)["violations"]}
    assert "align" in html_errors(page)


def test_on_paper_every_part_begins_on_a_page_of_its_own(page: Path) -> None:
    pages = [one.extract_text() for one in PdfReader(printed(page)).pages]
    if page.stem == "reviewers":
        assert 10 < len(pages) <= MOST_PAGES
        assert "Signs and their times" in pages[0]
    else:
        (sheet,) = [one for one in pages if "For the doctor" in one]
        assert "Muscle twitching, answered" in sheet[:200]

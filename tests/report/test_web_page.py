"""The page for any browser and screen reader: complete in itself, with its language, landmarks and headings."""

import re
from collections.abc import Callable
from itertools import pairwise

import pytest

from tests.conftest import DAY
from twitchcheck.questionnaire.answers import Answers
from twitchcheck.report.doctor_sheet import doctor_sheet
from twitchcheck.report.emergency_view import emergency_view
from twitchcheck.report.result_view import result_view
from twitchcheck.report.web_page import emergency_page, result_page
from twitchcheck.rules.assessment import assess
from twitchcheck.rules.counterfactuals import what_would_change
from twitchcheck.rules.protocol import TriageProtocol

Calm = Callable[..., Answers]


def result(protocol: TriageProtocol, answers: Answers) -> str:
    assessment = assess(protocol, answers, DAY)
    changes = what_would_change(protocol, answers, assessment)
    view = result_view(protocol, answers, assessment, changes)
    return result_page(view, doctor_sheet(protocol, answers, assessment), name="Kim <Example>", born="1990")


def emergency(protocol: TriageProtocol, answers: Answers) -> str:
    assessment = assess(protocol, answers, DAY)
    view = emergency_view(protocol, answers, assessment, protocol.emergency_number("GB"))
    return emergency_page(view, doctor_sheet(protocol, answers, assessment))


@pytest.fixture(params=["result", "emergency"])
def page(request: pytest.FixtureRequest, protocol: TriageProtocol, calm: Calm) -> str:
    if request.param == "result":
        return result(protocol, calm(places=("eyelid", "calf"), coffee=6.0))
    return emergency(protocol, calm(slurred="today"))


def test_it_needs_nothing_from_elsewhere(page: str) -> None:
    assert not re.findall(r"<(?:script|link|img|iframe)\b|@import|url\(", page)
    assert [one for one in re.findall(r'src="|href="(?!#)', page) if "href" not in one] == []


def test_it_has_language_title_landmarks_and_a_print_style(page: str) -> None:
    assert page.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert "<title>TwitchCheck" in page
    for landmark in ("header", "main", "footer"):
        assert page.count(f"<{landmark}>") == 1
    assert "@media print" in page


def test_what_lays_out_paper_is_left_to_the_style(page: str) -> None:
    body = page[page.index("<body>") :]
    assert not re.findall(r"<(?:table|tr|td|th|p)[^>]* (?:width|align|cellspacing|border)=", body)


def test_headings_go_down_one_step_at_a_time(page: str) -> None:
    levels = [int(one) for one in re.findall(r"<h([1-6])", page)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_name_and_sheet_are_on_the_page_of_a_result(protocol: TriageProtocol, calm: Calm) -> None:
    page = result(protocol, calm())
    assert "Name Kim &lt;Example&gt;" in page
    assert "For the doctor" in page
    assert protocol.edition.disclaimer in page


def test_the_page_of_an_emergency_says_what_the_crew_needs(protocol: TriageProtocol, calm: Calm) -> None:
    page = emergency(protocol, calm(slurred="today"))
    assert page.index("999") < page.index("For the crew") < page.index("For the doctor")

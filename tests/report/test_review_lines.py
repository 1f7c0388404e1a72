"""The review: a line for each page of rows, and one for each other question."""

from collections.abc import Callable

import pytest

from twitchcheck.questionnaire.answers import Answer
from twitchcheck.report.phrases import Phrases
from twitchcheck.report.review_lines import ReviewLine, review_line, review_lines

Said = Callable[..., Phrases]


def lines(phrases: Phrases, page_id: str) -> tuple[ReviewLine, ...]:
    (page,) = [page for page in phrases.questionnaire.pages() if page.id == page_id]
    return review_lines(phrases, page)


@pytest.mark.parametrize(
    ("given", "text", "is_open"),
    [
        ({}, "none of these", False),
        ({"harder": "today"}, "a task clearly harder, since today or yesterday; nothing else", False),
        ({"fit": "as_ever", "cramps": "yes"}, "fit, known to a doctor, as ever; cramps; nothing else", False),
        ({"harder": "not_sure"}, "not sure: a task clearly harder; nothing else", True),
        ({"cramps": None}, "not answered: cramps; nothing else", True),
        (dict.fromkeys(("harder", "hoarse", "fit", "cramps"), "not_sure"), "not sure", True),
        (dict.fromkeys(("harder", "hoarse", "fit", "cramps")), "not answered", True),
        (
            {"harder": "today", "hoarse": "weeks", "fit": "weeks", "cramps": "yes"},
            "a task clearly harder, since today or yesterday; a hoarse voice, for some weeks; "
            "fit, last time some weeks ago; cramps",
            False,
        ),
    ],
)
def test_a_page_of_rows_is_one_line(said: Said, given: dict[str, Answer | None], text: str, is_open: bool) -> None:
    (line,) = lines(said(**given), "strength")
    assert line == ReviewLine("Strength, balance, walking", text, is_open, ("harder", "hoarse", "fit", "cramps"))


def test_what_refines_a_row_stands_in_brackets_behind_it(said: Said) -> None:
    (line,) = lines(said(lid="today", pupil="yes", slurred="weeks"), "head")
    assert line.text == ("slurred speech, for some weeks; a hanging eyelid, since today or yesterday (one pupil wide)")
    assert (
        lines(said(lid="today", pupil="no"), "head")[0].text
        == "a hanging eyelid, since today or yesterday; nothing else"
    )
    (unsure,) = lines(said(lid="today", pupil="not_sure"), "head")
    assert unsure.text.endswith("yesterday; not sure: one pupil wide; nothing else")
    assert unsure.is_open


def test_amounts_that_share_none_of_these_are_one_line_too(said: Said) -> None:
    assert lines(said(coffee=2.0), "drinks")[0].text == "Coffee 2 cups; nothing else"
    assert lines(said(), "drinks")[0].text == "none of these"


def test_other_questions_have_a_line_each(said: Said) -> None:
    found = lines(said(antidepressant="more", advice=None), "medicines")
    assert found == (
        ReviewLine("Medicines", "antidepressant, started or more; nothing else", False, ("antidepressant", "statin")),
        ReviewLine("Seen", "not answered", True, ("advice",)),
    )
    assert lines(said(), "signs_more") == ()


def test_a_page_in_one_line(said: Said) -> None:
    phrases = said(harder="today")
    pages = {page.id: page for page in phrases.questionnaire.pages()}
    assert review_line(phrases, pages["strength"]) == (
        "Strength, balance, walking: a task clearly harder, since today or yesterday; nothing else"
    )
    assert review_line(phrases, pages["places"]) == "Places: calf. Twitching for: 4 days"

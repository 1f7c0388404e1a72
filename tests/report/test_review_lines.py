"""The review: a line for each page of rows, and one for each other question."""

from collections.abc import Callable

import pytest

from twitchcheck.questionnaire.answers import Answer
from twitchcheck.report.phrases import Phrases
from twitchcheck.report.review_lines import ReviewLine, review_lines

Said = Callable[..., Phrases]


def lines(phrases: Phrases, page_id: str) -> tuple[ReviewLine, ...]:
    (page,) = [page for page in phrases.questionnaire.pages() if page.id == page_id]
    return tuple(review_lines(phrases, page))


@pytest.mark.parametrize(
    ("given", "text", "is_open"),
    [
        ({}, "None", False),
        ({"harder": "today"}, "A task clearly harder, since today or yesterday; nothing else", False),
        ({"fit": "as_ever", "cramps": "yes"}, "Fit, known to a doctor, as ever; cramps; nothing else", False),
        ({"harder": "not_sure"}, "Not sure: a task clearly harder; nothing else", True),
        ({"cramps": None}, "Not answered: cramps; nothing else", True),
        (dict.fromkeys(("harder", "hoarse", "fit", "cramps"), "not_sure"), "Not sure", True),
        (dict.fromkeys(("harder", "hoarse", "fit", "cramps")), "Not answered", True),
        (
            {"harder": "today", "hoarse": "weeks", "fit": "weeks", "cramps": "yes"},
            "A task clearly harder, since today or yesterday; a hoarse voice, for some weeks; "
            "fit, last time some weeks ago; cramps",
            False,
        ),
    ],
)
def test_a_page_of_rows_is_one_line(said: Said, given: dict[str, Answer | None], text: str, is_open: bool) -> None:
    (line,) = lines(said(**given), "strength")
    assert line == ReviewLine("strength", "strength", "Strength, balance, walking", text, is_open)


def test_what_refines_a_row_stands_in_brackets_behind_it(said: Said) -> None:
    (line,) = lines(said(lid="today", pupil="yes", slurred="weeks"), "head")
    assert line.answer == "Slurred speech, for some weeks; a hanging eyelid, since today or yesterday (one pupil wide)"
    assert (
        lines(said(lid="today", pupil="no"), "head")[0].answer
        == "A hanging eyelid, since today or yesterday; nothing else"
    )
    (unsure,) = lines(said(lid="today", pupil="not_sure"), "head")
    assert unsure.answer.endswith("yesterday; not sure: one pupil wide; nothing else")
    assert unsure.is_open


def test_amounts_that_share_none_of_these_are_one_line_too(said: Said) -> None:
    assert lines(said(coffee=2.0), "drinks")[0].answer == "Coffee 2 cups; nothing else"
    assert lines(said(), "drinks")[0].answer == "None"


def test_other_questions_have_a_line_each(said: Said) -> None:
    found = lines(said(antidepressant="more", advice=None), "medicines")
    assert found == (
        ReviewLine("medicines", "medicines", "Medicines", "Antidepressant, started or more; nothing else", False),
        ReviewLine("advice", "medicines", "Seen", "Not answered", True),
    )
    assert lines(said(), "signs_more") == ()

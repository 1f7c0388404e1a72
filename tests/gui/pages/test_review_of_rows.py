"""The review of rows: one line for each page of them, one click to change, and back at the same place."""

import pytest

from tests.gui.driver import Driver, on_screen
from twitchcheck.gui.pages.review_row import ReviewRow
from twitchcheck.questionnaire.answers import Answer
from twitchcheck.questionnaire.items import NO, NOT_SURE

HEAD = ("face", "slurred", "choking", "hoarse", "jaw")
CALM: dict[str, Answer] = {
    "who": "myself",
    **dict.fromkeys(HEAD, NO),
    **{f"sign_{number}": NO for number in range(20)},
    **dict.fromkeys(("statin", "lithium", "baclofen"), NO),
    **dict.fromkeys(("coffee", "tea", "cola"), 0),
}


def review(person: Driver, **given: Answer) -> None:
    """Goes to the review with these answers."""
    person.hurry({**CALM, **given})


def line(person: Driver, name: str) -> ReviewRow:
    """The line of this name."""
    found = person.find(f"change.{name}")
    assert isinstance(found, ReviewRow)
    return found


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "None"),
        ({"slurred": "weeks"}, "Speech is slurred, some weeks; nothing else"),
        (
            {"slurred": "weeks", "jaw": "yes"},
            "Speech is slurred, some weeks; the jaw locks; nothing else",
        ),
        (dict.fromkeys(HEAD, NOT_SURE), "Not sure"),
        (
            {**dict.fromkeys(HEAD, NOT_SURE), "hoarse": "lately"},
            "The voice is hoarse, it has gone; the others not sure",
        ),
        ({"hoarse": NOT_SURE}, "Not sure: the voice is hoarse; nothing else"),
    ],
)
def test_a_page_of_rows_is_one_line(small: Driver, given: dict[str, Answer], said: str) -> None:
    review(small, **given)
    assert line(small, "head").answer == said
    assert line(small, "head").brief == "Face and speech"
    assert not small.seen("change.slurred")


def test_what_is_changed_is_marked_and_has_the_keyboard(small: Driver) -> None:
    review(small)
    small.click("change.head")
    assert small.place == "head"
    small.answer("hoarse", "weeks")
    small.go_on()
    assert small.place == "review"
    assert small.focus() == "change.head"
    assert line(small, "head").changed
    assert line(small, "head").accessibleDescription().startswith("Changed.")
    assert not line(small, "many").changed


def test_what_was_looked_at_and_left_is_not_marked(small: Driver) -> None:
    review(small)
    small.click("change.head")
    small.go_on()
    assert small.place == "review"
    assert not line(small, "head").changed


def test_the_mark_stays_with_another_text_size_and_goes_with_another_check(small: Driver) -> None:
    review(small)
    small.click("change.head")
    small.answer("hoarse", "weeks")
    small.go_on()
    small.window.theme.choose_text_size(120)
    assert line(small, "head").changed
    small.session.forget()
    small.wizard.start_again()
    review(small)
    assert not line(small, "head").changed


def test_who_comes_back_finds_the_same_place(small: Driver) -> None:
    small.resize(800, 500)
    review(small)
    before = on_screen(small.find("change.pills"))
    small.reach(small.find("change.pills"))
    there = on_screen(small.find("change.pills"))
    assert there != before
    small.click("change.pills")
    small.answer("lithium", "more")
    small.go_on()
    assert small.place == "review"
    now = on_screen(small.find("change.pills"))
    # What is said of it may take a line more, which must be in sight too.
    assert abs(now.top() - there.top()) <= now.height() - there.height() + 10


def test_what_was_begun_is_missing_in_the_review_too(small: Driver) -> None:
    review(small)
    small.click("change.head")
    small.click("hoarse")
    small.go_on()
    assert small.place == "head"
    small.back()
    assert small.place == "about"
    small.go_on()
    assert small.place == "head"

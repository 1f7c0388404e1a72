"""Page one says what the screen says: sentence by sentence, with the sources by their numbers at its foot."""

import re
from collections.abc import Callable

import pytest

from tests.gui.conftest import Dialogs
from tests.gui.driver import Driver, conclusion, pdf_pages
from twitchcheck.questionnaire.answers import Answer, Answers

Calm = Callable[..., Answers]
CASES = pytest.mark.parametrize(
    "given",
    [
        {"coffee": 6.0, "sleep": 5.0, "places": ("eyelid",), "screens": 9.0},
        {"duration": 60.0, "places": ("calf",)},
        {"thinner": "months", "fears": "yes", "feared": ("als",)},
        {"double_vision": "days", "gad_nervous": "nearly_daily", "gad_worry": "nearly_daily"},
    ],
    ids=["self_care", "routine", "soon", "same_day"],
)


def packed(text: str) -> str:
    """The letters alone: screen and paper set spaces, numbers and marks in their own ways."""
    return re.sub(r"[^a-z]", "", re.sub(r"\[[\d,]+\]", "", text).lower())


@CASES
def test_every_sentence_in_sight_stands_on_page_one(
    person: Driver, dialogs: Dialogs, calm: Calm, given: dict[str, Answer]
) -> None:
    person.hurry(calm(**given), "result")
    view, _ = conclusion(person)
    said = [view.action, view.time_frame, view.review.text, *(one.text for one in (*view.summary, *view.advice))]
    said += [one.text.text for one in view.reasons.in_full]
    said += [one.text for one in (*view.safety_net, *view.reassuring)]
    said += [one.text for topic in view.topics.in_sight for one in topic.statements]
    said += [part.said.text for part in view.feared]
    on_screen = packed(" ".join(person.texts()))
    person.click("savePdf")
    first = pdf_pages(dialogs.target)[0]
    on_paper = packed(first)
    assert [one for one in said if packed(one) not in on_screen] == []
    assert [one for one in said if packed(one) not in on_paper] == []


@CASES
def test_the_numbers_on_page_one_lead_to_the_sources_at_its_foot(
    person: Driver, dialogs: Dialogs, calm: Calm, given: dict[str, Answer]
) -> None:
    person.hurry(calm(**given), "result")
    person.click("savePdf")
    first = pdf_pages(dialogs.target)[0]
    body, foot = first.split("Sources:")
    cited = {int(one) for mark in re.findall(r"\[([\d, ]+)\]", body) for one in mark.split(",")}
    listed = [int(one) for one in re.findall(r"\[(\d+)\]", foot)]
    assert listed == list(range(1, len(listed) + 1))
    assert cited == set(listed)

"""Answers of an earlier day are shown as of that day, and going on with them asks the signs anew."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import DAY
from tests.gui.driver import Driver
from tests.gui.small_check import small_check
from twitchcheck.questionnaire.answers import Answer
from twitchcheck.questionnaire.items import NO
from twitchcheck.rules.protocol import TriageProtocol

GIVEN: dict[str, Answer] = {
    "who": "myself",
    **dict.fromkeys(("face", "slurred", "hoarse", "jaw"), NO),
    "choking": "today",
    "spit": NO,
    **{f"sign_{number}": NO for number in range(20)},
    "statin": "same",
    "lithium": NO,
    "baclofen": NO,
    "coffee": 3,
    "tea": 0,
    "cola": 0,
}
LASTING = ("who", "coffee", "tea", "cola")
"""What does not change from day to day."""


@pytest.fixture
def opened(open_window: Callable[..., Driver], protocol: TriageProtocol, tmp_path: Path) -> Callable[[str], Driver]:
    """Somebody who opens saved answers of a day."""

    def made(day: str) -> Driver:
        person = open_window(small_check(protocol))
        path = tmp_path / "mine.twitchcheck"
        path.write_text(json.dumps({"date": day, "answers": GIVEN}), encoding="utf-8")
        person.window.open_file(path)
        return person

    return made


def test_they_are_shown_as_of_their_day(opened: Callable[[str], Driver]) -> None:
    person = opened("2026-11-01")
    assert person.place == "start"
    assert person.label("lastCheck") == "Last check, 1 November 2026: not finished"
    person.click("seeLast")
    assert person.place == "result"
    assert person.label("earlier").startswith("These answers are of 1 November 2026.")
    assert person.answers == GIVEN
    assert person.says("Checked on 1 November 2026.")
    assert person.seen("checkAgain")


def test_those_of_today_are_as_any_others(opened: Callable[[str], Driver]) -> None:
    person = opened(DAY.isoformat())
    assert not person.seen("checkAgain")
    person.click("change.who")
    person.click("who.someone_else")
    assert person.answers["choking"] == "today"


@pytest.mark.parametrize("place", ["review", "result"])
def test_checking_again_asks_the_signs_anew_and_keeps_the_rest(opened: Callable[[str], Driver], place: str) -> None:
    person = opened("2026-11-01")
    person.click("seeLast")
    if place == "review":
        person.back()
    assert person.place == place
    person.click("checkAgain")
    assert person.place == "head"
    assert person.answers == {item_id: GIVEN[item_id] for item_id in LASTING}
    assert not person.button("choking").isChecked()
    person.click("leftAlone.none")
    person.go_on()
    person.click("leftAlone.none")
    person.go_on()
    assert person.place == "pills"
    person.click("leftAlone.none")
    person.go_on()
    assert person.place == "review"
    assert person.says("As on 1 November 2026. Is it still so?")
    assert not person.seen("checkAgain")
    assert person.session.assessment().on == DAY


def test_changing_an_answer_asks_the_signs_anew(opened: Callable[[str], Driver]) -> None:
    person = opened("2026-11-01")
    person.click("seeLast")
    person.back()
    person.click("change.pills")
    person.click("statin.more")
    assert "choking" not in person.answers
    assert person.session.assessment().on == DAY
    person.go_on()
    assert person.place == "head"


def test_they_are_saved_with_their_own_day(opened: Callable[[str], Driver]) -> None:
    person = opened("2026-11-01")
    assert person.session.day.isoformat() == "2026-11-01"
    person.session.forget()
    assert person.session.day == DAY


def test_what_is_taken_over_can_be_changed_on_the_last_page(opened: Callable[[str], Driver]) -> None:
    person = opened("2026-11-01")
    person.go_on()  # "Check again"
    person.hurry(
        {"lithium": NO, "baclofen": NO, "statin": NO, **{f"sign_{number}": NO for number in range(20)}, **GIVEN}
    )
    assert person.reviewed("coffee") == "Coffee 3 cups; nothing else"
    person.click("change.cups")
    assert person.place == "cups"
    person.write("coffee", "1")
    person.go_on()
    assert person.place == "review"
    assert person.session.as_on.keys() == {"about"}

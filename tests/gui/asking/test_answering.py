"""Answering the questions: going back, follow-ups, exclusive options, missing answers, numbers, and for whom."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt

from tests.gui.driver import Driver, on_screen
from twitchcheck.questionnaire.answers import Answer, Answers
from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.questionnaire.items import NO, NONE, NOT_SURE

Calm = Callable[..., Answers]


def alike(shown: Answer | None, given: Answer | None) -> bool:
    """The same answer; in a list the order does not matter."""
    if isinstance(shown, tuple) and isinstance(given, tuple):
        return sorted(shown) == sorted(given)
    return shown == given


# ---- going back ----


def test_going_back_keeps_every_answer_on_every_page(person: Driver, everything: Answers) -> None:
    there = person.walk({**everything, "own_words": "A flicker.", "tea": NOT_SURE, "coffee": 2})
    given = person.answers
    back = []
    while person.place != "start":
        person.back()
        back.append(person.place)
        for item_id in person.asked():
            assert alike(person.shown(item_id), given.get(item_id)), item_id
    assert back == there[::-1]
    assert person.answers == given
    assert person.walk({}) == there
    assert person.answers == given


def test_an_answer_given_before_going_back_is_kept_though_the_page_was_not_finished(person: Driver, calm: Calm) -> None:
    person.walk(calm(), "about")
    person.write("age", "50")
    person.back()
    assert person.answers["age"] == 50
    person.go_on()
    assert person.number("age") == "50"


# ---- follow-ups ----


def test_a_follow_up_on_the_page_comes_goes_and_comes_back_with_its_answer(person: Driver, calm: Calm) -> None:
    person.hurry(calm(), "lately")
    assert not person.seen("changed_since.yes")
    person.click("examined")
    person.click("examined.normal")
    person.click("changed_since.yes")
    with_follow_up = person.session.assessment()
    person.click("examined")
    assert not person.seen("changed_since.yes")
    assert "changed_since" not in person.session.assessment().facts.enabled
    person.click("examined")
    person.click("examined.normal")
    assert person.shown("changed_since") == "yes"
    assert person.session.assessment().red_flags == with_follow_up.red_flags


def test_a_follow_up_page_is_left_out_does_not_count_and_comes_back_with_its_answer(
    person: Driver, everything: Answers
) -> None:
    person.hurry(everything, "places")
    level = person.level()
    assert level > Disposition.SELF_CARE
    while person.place != "strength":
        person.back()
    person.click("lost")
    person.click("leftAlone.none")
    assert "lost_tasks" not in person.session.assessment().facts.enabled
    person.hurry({"hoarse": NO}, "places")
    while person.place != "strength":
        person.back()
        assert person.place != "signs_more"
    person.answer("lost", "months")
    while person.place != "signs_more":
        person.go_on()
    assert person.shown("lost_tasks") == ("key",)
    assert person.shown("weak_side") == "right"


# ---- exclusive options ----


@pytest.mark.parametrize("alone", [NONE, NOT_SURE])
def test_an_exclusive_option_and_the_others_clear_each_other(person: Driver, calm: Calm, alone: str) -> None:
    person.hurry(calm().without("places"), "places")
    assert person.shown("places") is None
    person.click("places.calf")
    person.click("places.hand")
    assert person.shown("places") == ("hand", "calf")
    person.click(f"places.{alone}")
    assert person.shown("places") == person.answers["places"] == (alone,)
    person.click("places.eyelid")
    assert person.shown("places") == person.answers["places"] == ("eyelid",)
    person.click("places.eyelid")
    assert person.shown("places") is None
    assert "places" not in person.answers


def test_none_and_not_sure_clear_each_other(person: Driver, calm: Calm) -> None:
    person.hurry(calm().without("places"), "places")
    person.click(f"places.{NOT_SURE}")
    assert person.shown("places") == (NOT_SURE,)
    person.click(f"places.{NONE}")
    assert person.shown("places") == (NONE,)


def test_a_single_choice_has_one_answer(person: Driver, calm: Calm) -> None:
    person.hurry(calm(places=("calf",)), "pattern")
    person.click("often.many")
    person.click(f"often.{NOT_SURE}")
    assert person.shown("often") == person.answers["often"] == NOT_SURE
    person.click("often.constant")
    assert person.ticked("often") == ("constant",)


def test_arrows_move_the_keyboard_and_choose_nothing(person: Driver, calm: Calm) -> None:
    person.hurry(calm(places=("calf",), often="many"), "pattern")
    person.tab_to("often.many")
    person.press(Qt.Key.Key_Down)
    assert person.focus() == "often.constant"
    assert person.answers["often"] == "many"
    person.press(Qt.Key.Key_Space)
    assert person.answers["often"] == "constant"


# ---- missing answers ----


def test_a_missing_answer_is_asked_for_kindly_beside_it_and_on_top(person: Driver, calm: Calm) -> None:
    person.hurry(calm().without("places"), "places")
    person.go_on()
    assert person.place == "places"
    assert person.says("One answer is missing.")
    assert person.says("Please choose an answer. “I am not sure” is fine.")
    assert person.focus() == "places.eyelid"
    person.press(Qt.Key.Key_Tab)
    person.click("missing.places")
    assert person.focus() == "places.eyelid"
    person.click(f"places.{NOT_SURE}")
    assert not person.says("Please choose an answer")


def test_several_missing_answers_are_counted_and_the_first_gets_the_keyboard(person: Driver, calm: Calm) -> None:
    person.hurry(calm().without("gad_nervous").without("gad_worry"), "load")
    person.go_on()
    assert person.says("2 answers are missing.")
    assert person.focus() == "gad_nervous.not_at_all"
    person.click("gad_nervous.not_at_all")
    assert person.seen("missing.gad_worry")
    person.go_on()
    assert person.says("One answer is missing.")
    assert person.focus() == "gad_worry.not_at_all"
    person.click("gad_worry.not_at_all")
    assert not person.says("missing")


def test_a_missing_number_is_asked_for_as_a_number(person: Driver, calm: Calm) -> None:
    person.hurry(calm().without("sleep"), "load")
    person.go_on()
    assert person.place == "load"
    assert person.says("Please enter a number. “I am not sure” is fine.")
    assert person.focus() == "sleep"
    person.enter_number("sleep", "8")
    assert not person.says("Please enter")


def test_a_question_that_has_opened_is_shown_before_it_is_called_missing(person: Driver, calm: Calm) -> None:
    person.resize(700, 480)
    person.hurry(calm().without("places").without("side"), "places")
    person.click("places.calf")
    assert not inside(person, "side.left")
    for told in (False, True):
        person.go_on()
        assert person.place == "places"
        assert person.focus() == "side.left"
        assert inside(person, "side.left")
        assert person.says("missing") is told


def inside(person: Driver, name: str) -> bool:
    """Whether a widget is on the screen, above the line of buttons."""
    area, window = on_screen(person.find(name)), person.window.rect()
    return window.top() < area.top() and area.bottom() < on_screen(person.find("next")).top()


def test_own_words_may_be_left_out(person: Driver, calm: Calm) -> None:
    person.hurry(calm(), "words")
    person.go_on()
    assert person.place == "review"


# ---- ratings ----


def test_a_rating_is_one_click(person: Driver, calm: Calm) -> None:
    person.hurry(calm().without("stress"), "load")
    person.click("stress.0")
    assert person.answers["stress"] == 0
    person.click("stress.10")
    assert person.ticked("stress") == ("10",)
    person.click("stress.not_sure")
    assert person.ticked("stress") == ("not_sure",)
    assert person.answers.get("stress") == NOT_SURE


# ---- for whom ----


def test_for_someone_else_the_words_change_and_change_back(person: Driver, calm: Calm) -> None:
    person.walk(calm(), "head_throat")
    assert person.button("face_droop").text() == "One side of my face droops or is numb"
    person.back()
    person.click("who.someone_else")
    person.go_on()
    assert person.button("face_droop").text() == "One side of their face droops or is numb"
    person.back()
    person.click("who.myself")
    person.go_on()
    assert person.button("face_droop").text() == "One side of my face droops or is numb"


@pytest.mark.parametrize("who", ["myself", "someone_else"])
def test_no_page_shows_a_gap_that_was_left_for_a_word(person: Driver, everything: Answers, who: str) -> None:
    person.recall({**everything, "who": who})
    shown = [text for _ in pages(person) for text in person.texts()]
    assert not [text for text in shown if "{" in text or "}" in text]
    if who == "someone_else":
        assert "One side of their face droops or is numb" in shown
        assert "What do they drink, smoke or take?" in shown


def pages(person: Driver) -> Iterator[str]:
    """Enters every page from here to the result, one after the other."""
    yield person.place
    while person.place != "result":
        person.go_on()
        yield person.place

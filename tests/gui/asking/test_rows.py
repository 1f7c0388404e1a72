"""Rows of signs and medicines: ticked first, asked their time then, and what is left alone."""

import pytest
from PySide6.QtCore import Qt

from tests.gui.driver import DASH, Driver, on_screen
from twitchcheck.questionnaire.items import AS_EVER, NO, NOT_SURE

TIMES = ("today", "days", "weeks", "months", "lately")


@pytest.fixture
def head(small: Driver) -> Driver:
    """Somebody on the page about the head, which nobody has answered yet."""
    small.walk({"who": "myself"}, "head")
    return small


def rows_but(*ticked: str) -> dict[str, str]:
    """The rows of the page that are "no" when these are ticked."""
    return {one: NO for one in ("face", "slurred", "choking", "hoarse", "jaw") if one not in ticked}


# ---- ticking ----


def test_ticking_a_row_opens_its_times_and_is_no_answer_yet(head: Driver) -> None:
    assert not head.seen("slurred.today")
    head.click("slurred")
    assert [time for time in TIMES if head.seen(f"slurred.{time}")] == list(TIMES)
    assert not head.seen("slurred.long_ago")
    assert "slurred" not in head.answers
    head.click("slurred.days")
    assert head.answers["slurred"] == "days"
    assert head.shown("slurred") == "days"


def test_a_click_anywhere_in_the_row_ticks_it_and_a_click_on_a_time_does_not_untick_it(head: Driver) -> None:
    head.click("hoarse")
    head.click("hoarse.weeks")
    assert head.button("hoarse").isChecked()
    head.click("hoarse")
    assert "hoarse" not in head.answers
    assert not head.seen("hoarse.weeks")


def test_the_rarer_times_open_from_one_more_choice_and_stay_in_sight_once_chosen(head: Driver) -> None:
    head.click("hoarse")
    head.click("hoarse.others")
    assert head.focus() == "hoarse.long_ago"
    assert not head.seen("hoarse.others")
    head.click("hoarse.unknown")
    assert head.answers["hoarse"] == "unknown"
    head.click("leftAlone.none")
    head.go_on()
    head.back()
    assert head.shown("hoarse") == "unknown"


def test_a_row_with_one_time_alone_is_answered_by_ticking_it(head: Driver) -> None:
    head.click("jaw")
    assert head.answers["jaw"] == "yes"
    assert not head.seen("jaw.yes")
    head.click("jaw")
    assert "jaw" not in head.answers


def test_as_ever_is_one_more_choice(head: Driver) -> None:
    head.click("face")
    head.click(f"face.{AS_EVER}")
    assert head.answers["face"] == AS_EVER
    assert head.place == "head"


def test_what_refines_a_row_opens_below_it_and_closes_with_it(head: Driver) -> None:
    assert not head.seen("spit")
    head.click("choking")
    assert not head.seen("spit")
    head.click("choking.days")
    assert head.seen("spit")
    above, below = on_screen(head.find("choking")), on_screen(head.find("spit"))
    assert below.top() > above.bottom()
    assert below.left() > above.left()
    head.click("spit")
    assert head.answers["spit"] == "yes"
    head.click("choking.months")
    assert not head.seen("spit")


# ---- drafts ----


def test_a_row_without_a_time_is_missing_its_answer_and_is_named(head: Driver) -> None:
    head.click("slurred")
    head.go_on()
    assert head.place == "head"
    assert head.says("One answer is missing.")
    assert head.says("“Speech is slurred”: Since when?")
    assert head.focus() == "slurred.today"
    head.click("slurred.weeks")
    assert not head.says("missing")
    head.go_on()
    assert head.place == "many"


def test_a_row_without_a_time_outlives_text_size_colours_and_going_back(head: Driver) -> None:
    head.click("hoarse")
    head.window.theme.choose_text_size(150)
    head.shortcut(Qt.Key.Key_0)
    head.back()
    head.go_on()
    assert head.place == "head"
    assert head.button("hoarse").isChecked()
    assert head.seen("hoarse.today")
    assert "hoarse" not in head.answers


def test_a_time_given_before_is_none_any_more_when_the_row_is_unticked_and_ticked_again(head: Driver) -> None:
    head.answer("slurred", "weeks")
    head.click("slurred")
    head.click("slurred")
    assert head.shown("slurred") is None
    assert "slurred" not in head.answers


# ---- what is left alone ----


def test_none_of_these_makes_every_row_no(head: Driver) -> None:
    head.click("leftAlone.none")
    assert {one: head.answers.get(one) for one in rows_but()} == rows_but()
    assert "spit" not in head.answers
    head.go_on()
    assert head.place == "many"


def test_not_sure_makes_every_row_not_sure_and_the_two_clear_each_other(head: Driver) -> None:
    head.click("leftAlone.not_sure")
    assert {head.answers[one] for one in rows_but()} == {NOT_SURE}
    head.click("leftAlone.none")
    assert {head.answers[one] for one in rows_but()} == {NO}
    assert not head.button("leftAlone.not_sure").isChecked()
    head.click("leftAlone.none")
    assert not {*rows_but()} & {*head.answers}


def test_none_of_the_others_leaves_what_was_ticked(head: Driver) -> None:
    assert head.button("leftAlone.none").text() == "None of these"
    head.answer("slurred", "weeks")
    assert head.button("leftAlone.none").text() == "None of the others"
    head.click("leftAlone.none")
    assert head.answers == {"who": "myself", "slurred": "weeks", **rows_but("slurred")}


def test_not_sure_of_the_others_leaves_what_was_ticked(head: Driver) -> None:
    head.answer("slurred", "weeks")
    head.click("hoarse")
    head.click("leftAlone.not_sure")
    assert head.answers["slurred"] == "weeks"
    assert "hoarse" not in head.answers
    assert head.answers["face"] == NOT_SURE


def test_going_on_with_one_row_ticked_makes_the_others_no(head: Driver) -> None:
    head.answer("slurred", "weeks")
    head.go_on()
    assert head.place == "many"
    assert head.answers == {"who": "myself", "slurred": "weeks", **rows_but("slurred")}


def test_going_on_with_nothing_ticked_is_a_missing_answer(head: Driver) -> None:
    head.go_on()
    assert head.place == "head"
    assert head.says("One answer is missing.")
    assert head.says("Tick what fits, or choose “None of these”.")
    assert {*head.answers} == {"who"}


def test_rows_that_were_not_on_the_screen_are_shown_before_they_count_as_no(head: Driver) -> None:
    head.click("leftAlone.none")
    head.go_on()
    head.resize(800, 600)
    head.answer("sign_0", "weeks")
    unseen = head.find("sign_19")
    assert not head.window.rect().contains(on_screen(unseen))
    head.go_on()
    assert head.place == "many"
    assert "There is more here" in head.message()
    assert "sign_19" not in head.answers
    presses = 0
    while head.place == "many":
        head.go_on()
        presses += 1
        assert presses < 5
    assert head.answers["sign_19"] == NO
    assert head.answers["sign_0"] == "weeks"


def test_a_row_that_has_just_opened_is_looked_at_before_it_counts_as_no(head: Driver) -> None:
    head.answer("choking", "days")
    head.go_on()
    assert head.place == "head"
    assert head.focus() == "spit"
    head.go_on()
    assert head.place == "many"
    assert head.answers["spit"] == NO


# ---- medicines and amounts ----


def test_medicines_are_rows_with_none_first(head: Driver) -> None:
    head.walk({**rows_but(), **{f"sign_{number}": NO for number in range(20)}}, "pills")
    assert head.focus() == "leftAlone.none"
    assert on_screen(head.find("leftAlone.none")).bottom() < on_screen(head.find("statin")).top()
    head.click("lithium")
    head.click("lithium.more")
    head.go_on()
    assert [head.answers[one] for one in ("statin", "lithium", "baclofen")] == [NO, "more", NO]


def test_amounts_are_dashes_and_what_is_untouched_is_not_stored(head: Driver) -> None:
    head.hurry({**rows_but(), **{f"sign_{number}": NO for number in range(20)}, "statin": NO}, "pills")
    head.click("leftAlone.none")
    head.go_on()
    assert [head.number(cup) for cup in ("coffee", "tea", "cola")] == [DASH] * 3
    head.go_on()
    assert head.place == "cups"
    assert head.says("Enter what fits, or choose “None of these”.")
    assert not {"coffee", "tea", "cola"} & {*head.answers}
    head.enter_number("tea", "2")
    head.go_on()
    assert head.place == "review"
    assert [head.answers[cup] for cup in ("coffee", "tea", "cola")] == [0, 2, 0]
    head.back()
    assert head.button("leftAlone.none").isChecked()
    assert head.button("leftAlone.none").text() == "None of the others"


def test_none_of_the_drinks_makes_each_nothing(head: Driver) -> None:
    head.hurry({**rows_but(), **{f"sign_{number}": NO for number in range(20)}, **_pills()}, "cups")
    head.click("leftAlone.none")
    assert [head.answers[cup] for cup in ("coffee", "tea", "cola")] == [0, 0, 0]
    assert head.number("coffee") == "0"


def _pills() -> dict[str, str]:
    return dict.fromkeys(("statin", "lithium", "baclofen"), NO)


# ---- keys ----


def test_one_key_leads_from_row_to_row_and_ticks_nothing(head: Driver) -> None:
    assert head.focus() == "face"
    passed = []
    for _ in range(7):
        head.press(Qt.Key.Key_Down)
        passed.append(head.focus())
    rows = ["slurred", "choking", "hoarse", "jaw", "leftAlone.none", "leftAlone.not_sure"]
    assert passed == [*rows, "leftAlone.not_sure"]
    head.press(Qt.Key.Key_Up)
    assert head.focus() == "leftAlone.none"
    assert {*head.answers} == {"who"}
    assert head.session.drafts == {}


def test_keys_alone_give_a_time(head: Driver) -> None:
    head.press(Qt.Key.Key_Down)
    head.press(Qt.Key.Key_Space)
    for _ in range(3):
        head.press(Qt.Key.Key_Right)
    assert head.focus() == "slurred.weeks"
    assert "slurred" not in head.answers
    head.press(Qt.Key.Key_Return)
    assert head.answers["slurred"] == "weeks"
    assert head.place == "head"
    head.press(Qt.Key.Key_Down)
    assert head.focus() == "choking"
    head.press(Qt.Key.Key_Up)
    head.press(Qt.Key.Key_Right)
    assert head.focus() == "slurred.weeks"  # where the answer is
    head.press(Qt.Key.Key_Up)
    assert head.focus() == "slurred"
    head.press(Qt.Key.Key_Return)
    assert head.place == "many"


def test_no_arrow_alone_interrupts(head: Driver) -> None:
    head.press(Qt.Key.Key_Space)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Right):
        head.press(key)
        assert head.place == "head"
    assert head.focus() == "face.today"
    head.press(Qt.Key.Key_Space)
    assert head.place == "interruption"


def test_an_arrow_from_a_chosen_time_does_not_choose_the_next(head: Driver) -> None:
    head.answer("face", "days")
    head.press(Qt.Key.Key_Left)
    assert head.focus() == "face.today"
    assert (head.place, head.answers["face"]) == ("head", "days")


def test_the_tab_key_passes_a_row_and_its_times_in_two_steps(head: Driver) -> None:
    head.click("slurred")
    head.tab_to("slurred")
    head.press(Qt.Key.Key_Tab)
    assert head.focus() == "slurred.today"
    head.answer("slurred", "weeks")
    head.tab_to("slurred")
    head.press(Qt.Key.Key_Tab)
    assert head.focus() == "slurred.weeks"


def test_every_place_of_a_row_ticks_it(head: Driver) -> None:
    from PySide6.QtCore import QPoint
    from PySide6.QtTest import QTest

    head.answer("slurred", "weeks")
    row = head.find("slurred").parentWidget()
    assert row is not None
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(row.width() - 3, 3))
    assert not head.button("slurred").isChecked()
    assert "slurred" not in head.answers

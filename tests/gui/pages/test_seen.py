"""Who was seen for it already, or ticked it by mistake, goes on from the interruption at the row that raised it."""

import pytest
from PySide6.QtCore import Qt

from tests.gui.driver import Driver
from twitchcheck.questionnaire.items import AS_EVER


@pytest.fixture
def head(small: Driver) -> Driver:
    """Somebody on the page about the head, which nobody has answered yet."""
    small.walk({"who": "myself"}, "head")
    return small


def test_as_ever_is_set_where_the_row_has_it(head: Driver) -> None:
    head.answer("face", "today")
    assert head.place == "interruption"
    head.click("seen")
    assert head.place == "head"
    assert head.answers["face"] == AS_EVER
    assert head.focus() == "face"


def test_else_the_row_asks_since_when_once_more(head: Driver) -> None:
    head.answer("slurred", "today")
    head.click("seen")
    assert head.place == "head"
    assert "slurred" not in head.answers
    assert head.button("slurred").isChecked()
    assert head.focus() == "slurred"
    assert "since when" in head.message()
    head.press(Qt.Key.Key_Return)  # one key too many says nothing
    assert head.place == "head"
    head.click("slurred.lately")
    head.go_on()
    assert head.place == "many"


def test_a_slip_unticks_the_row_and_leaves_what_was_ticked_before(head: Driver) -> None:
    head.answer("choking", "weeks")
    head.answer("slurred", "today")
    head.click("mistake")
    assert head.place == "head"
    assert not head.button("slurred").isChecked()
    assert "slurred" not in head.answers
    assert head.answers["choking"] == "weeks"
    assert head.focus() == "slurred"


def test_a_slip_from_one_time_to_the_next_gives_the_former_time_back(head: Driver) -> None:
    head.answer("slurred", "weeks")
    head.click("slurred.today")
    head.click("mistake")
    assert head.shown("slurred") == head.answers["slurred"] == "weeks"


def test_not_sure_since_when_interrupts_as_the_worst_time_does(head: Driver) -> None:
    head.answer("slurred", "unknown")
    assert head.place == "interruption"


def test_who_was_seen_is_led_back_from_a_later_page(head: Driver) -> None:
    head.click("leftAlone.none")
    head.go_on()
    head.session.answer("slurred", "today")
    assert head.place == "interruption"
    head.click("seen")
    assert head.place == "head"
    assert head.button("slurred").isChecked()

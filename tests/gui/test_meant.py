"""A click and a key mean the page on which they are made, and another look loses nothing."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QScrollArea

from tests.gui import tour
from tests.gui.driver import CONTROLS, Driver, on_screen
from tests.gui.test_keyboard import tab_stops
from twitchcheck.questionnaire.answers import Answers

Calm = Callable[..., Answers]


def double_click(person: Driver, name: str) -> None:
    """Presses twice in quick succession at the place of a widget, whatever stands there the second time."""
    place = person.reach(person.find(name))
    QTest.mouseDClick(person.window.windowHandle(), Qt.MouseButton.LeftButton, pos=place)
    person.settle()


def hold(person: Driver, key: Qt.Key, times: int) -> None:
    """Holds a key down, so that it repeats."""
    for repeat in range(times):
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "\r", repeat > 0)
        QApplication.sendEvent(QApplication.focusWidget() or person.window, event)
        person.settle()


# ---- once ----


def test_a_double_click_on_continue_turns_one_page(person: Driver, calm: Calm) -> None:
    person.recall(calm())
    double_click(person, "next")
    assert person.place == "about"
    double_click(person, "next")
    assert person.place == "head_throat"
    double_click(person, "back")
    assert person.place == "about"
    person.go_on()
    person.go_on()
    assert person.place == "strength"


def test_a_double_click_on_the_review_shows_the_result_and_nothing_more(person: Driver, calm: Calm) -> None:
    person.hurry(calm())
    double_click(person, "next")
    assert person.place == "result"


def test_nothing_of_the_result_stands_where_continue_stood(person: Driver, calm: Calm) -> None:
    person.hurry(calm())
    went_on, went_back = on_screen(person.find("next")), on_screen(person.find("back"))
    person.go_on()
    assert not on_screen(person.find("newCheck")).intersects(went_on)
    assert on_screen(person.find("back")).right() <= went_on.left()
    assert on_screen(person.find("back")).bottom() == went_back.bottom()
    person.press(Qt.Key.Key_Return)
    assert person.place == "result"


@pytest.mark.parametrize("focus", ["", "next"])
def test_a_key_that_repeats_goes_on_once(person: Driver, calm: Calm, focus: str) -> None:
    person.recall(calm())
    if focus:
        person.find(focus).setFocus(Qt.FocusReason.TabFocusReason)
    hold(person, Qt.Key.Key_Return, 5)
    assert person.place == "about"


def test_a_double_click_on_an_emergency_neither_prints_nor_takes_back(person: Driver, calm: Calm) -> None:
    person.hurry(calm().without("face_droop"), "head_throat")
    person.click("face_droop")
    double_click(person, "face_droop.today")
    assert person.place == "interruption"
    for name in ("print", "mistake"):
        QTest.mouseDClick(person.window.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
        assert person.find(name)


def test_tab_comes_to_continue_before_back(person: Driver, calm: Calm) -> None:
    person.hurry(calm(), "words")
    names = [one.objectName() for one in tab_stops(person.window)]
    assert names.index("next") < names.index("back")


# ---- the wheel ----


def test_the_wheel_over_anything_on_any_page_scrolls_and_changes_nothing(person: Driver, everything: Answers) -> None:
    person.resize(640, 480)
    scrolled = set()
    for stop in tour.pages(person, everything, unanswered=False, folds=False):
        before = (person.answers, person.session.drafts, person.window.preferences.country)
        area = person.wizard.current_page().area
        assert area is not None
        bar = area.verticalScrollBar()
        for widget in (one for one in person.controls() if one.objectName() and area.isAncestorOf(one)):
            person.reach(widget)
            for steps in (-1, 1):
                place = bar.value()
                person.wheel_over(widget, steps)
                scrolled.update([stop] if bar.value() != place else [])
        assert (person.answers, person.session.drafts, person.window.preferences.country) == before, stop
    assert len(scrolled) > 15


# ---- in sight ----


def test_what_has_the_keyboard_is_above_the_line_of_buttons(person: Driver, everything: Answers) -> None:
    person.resize(640, 480)
    hidden = []
    for stop in tour.pages(person, everything, unanswered=False, folds=False):
        for widget in tab_stops(person.window):
            person.settle()
            holder = widget.parentWidget()
            while holder is not None and not isinstance(holder, QScrollArea):
                holder = holder.parentWidget()
            if isinstance(widget, CONTROLS) and isinstance(holder, QScrollArea):
                port = holder.viewport()
                top = widget.mapTo(port, QPoint(0, 0)).y()
                if top < 0 or top + min(widget.height(), port.height() - 20) > port.height():
                    hidden.append(f"{widget.objectName()} on {stop}: {top}, {widget.height()} of {port.height()}")
    assert hidden == []


# ---- another look ----


def test_another_look_keeps_words_cursor_and_place(person: Driver, calm: Calm) -> None:
    person.resize(800, 560)
    person.hurry(calm(), "words")
    person.write("own_words", "It jumps when I rest.")
    field = person.find("own_words")
    assert isinstance(field, QPlainTextEdit)
    cursor = field.textCursor()
    cursor.setPosition(3)
    field.setTextCursor(cursor)
    for entry in ("text+10", "scheme.dark", "scheme.light"):
        person.choose_from_menu(entry)
        person.keys("x")
    again = person.find("own_words")
    assert isinstance(again, QPlainTextEdit)
    assert person.focus() == "own_words"
    assert again.toPlainText() == "It xxxjumps when I rest."


def test_another_look_keeps_what_is_missing_what_is_open_and_how_far_it_was_scrolled(
    person: Driver, calm: Calm
) -> None:
    person.resize(800, 480)
    person.hurry(calm().without("stress").without("gad_worry"), "load")
    person.click("why.link")
    person.go_on()
    assert person.says("2 answers are missing.")
    area = person.wizard.current_page().area
    assert area is not None
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum() // 2)
    person.settle()
    focus, place = person.focus(), area.verticalScrollBar().value()
    person.choose_from_menu("scheme.dark")
    again = person.wizard.current_page().area
    assert again is not None
    assert person.says("2 answers are missing.")
    assert person.says(person.session.questionnaire.page_of_item["sleep"].why)
    assert (person.focus(), again.verticalScrollBar().value()) == (focus, place)
    assert not person.find("next").hasFocus()


def test_another_size_of_the_window_keeps_what_was_typed_begun_and_reached(person: Driver, calm: Calm) -> None:
    person.hurry(calm().without("slurred"), "head_throat")
    person.click("slurred")
    for width, height in ((640, 480), (1900, 1000), (800, 600), (1280, 800)):
        person.resize(width, height)
        assert person.button("slurred").isChecked()
        assert person.seen("slurred.today")
        assert "slurred" not in person.answers
    person.click("slurred.weeks")
    person.hurry(calm(), "load")
    person.write("sleep", "7,")
    for width, height in ((640, 480), (1900, 1000), (800, 600)):
        person.resize(width, height)
        assert (person.place, person.number("sleep"), person.focus()) == ("load", "7,", "sleep")
    person.keys("5")
    assert person.number("sleep") == "7,5"


def test_a_row_without_its_time_survives_another_look(person: Driver, calm: Calm) -> None:
    person.hurry(calm().without("slurred"), "head_throat")
    person.click("slurred")
    person.choose_from_menu("text+10")
    assert person.button("slurred").isChecked()
    assert person.seen("slurred.today")
    person.go_on()
    assert person.place == "head_throat"


def test_ten_quick_steps_of_text_size_are_one_change(person: Driver, calm: Calm) -> None:
    person.hurry(calm(), "result")
    changes: list[int] = []
    person.window.theme.changed.connect(lambda: changes.append(person.window.theme.text_size))
    action = person.action("text+10")
    for _ in range(10):
        action.trigger()
    person.settle()
    assert changes == [200]
    assert person.window.font().pixelSize() == 30


def test_what_was_typed_stays_at_every_step(person: Driver, calm: Calm) -> None:
    person.hurry(calm(), "load")
    person.write("sleep", "7,")
    for _ in range(10):
        person.choose_from_menu("text+10")
        assert (person.number("sleep"), person.focus()) == ("7,", "sleep")
    field = person.find("sleep")
    assert isinstance(field, QLineEdit)
    person.keys("5")
    assert person.answers["sleep"] == 7.5


# ---- the way back from a change ----


def test_the_parts_at_the_side_stay_done_on_the_way_back_from_a_change(person: Driver, calm: Calm) -> None:
    person.hurry(calm())
    person.change("slurred")
    states = [one.accessibleName().rsplit(": ", 1)[1] for one in person.wizard.panel._steps]
    assert states == ["done", "current part", "done", "done", "done", "done", "to come", "to come"]

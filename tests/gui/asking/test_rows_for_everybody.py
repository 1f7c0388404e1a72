"""Rows fit the screen, are told to a screen reader with what opens, and can be read from the right."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from tests.gui.driver import Driver, on_screen
from tests.gui.small_check import small_check
from tests.gui.tour import rest
from twitchcheck.gui.asking import sign_row, sign_rows
from twitchcheck.gui.asking.time_choice import TimeChoice
from twitchcheck.questionnaire.answers import Answers
from twitchcheck.rules.protocol import TriageProtocol


@pytest.fixture
def head(small: Driver) -> Driver:
    """Somebody on the page about the head, which nobody has answered yet."""
    small.walk({"who": "myself"}, "head")
    return small


def test_untouched_pages_of_signs_fit_the_usual_window(person: Driver, calm: Callable[..., Answers]) -> None:
    person.resize(1280, 800)
    (signs,) = (one for one in person.session.questionnaire.sections if one.id == "signs")
    pages = [page for page in signs.pages if page.items[0].is_row]
    assert len(pages) >= 5
    answers = calm(pregnancy="late")
    for page in pages:
        for item in page.items:
            answers = answers.without(item.id)
    given = dict(calm(pregnancy="late"))
    person.recall(answers)
    for page in pages:
        person.walk(given, page.id)
        rest(person)
        area = person.wizard.current_page().area
        assert area is not None
        assert area.verticalScrollBar().maximum() == 0, page.id
        assert person.window.rect().contains(on_screen(person.find("leftAlone.none")))


def test_the_times_are_a_group_that_says_what_it_asks(head: Driver) -> None:
    head.click("slurred")
    times = head.find("slurred.today").parentWidget()
    assert isinstance(times, TimeChoice)
    interface = QAccessible.queryAccessibleInterface(times)
    assert interface.text(QAccessible.Text.Name) == "Speech is slurred: Since when?"
    assert interface.role() in (QAccessible.Role.Border, QAccessible.Role.Grouping)


def test_a_row_tells_its_state_and_its_time(head: Driver) -> None:
    row = head.button("slurred")
    assert (row.accessibleName(), row.accessibleDescription()) == ("Speech is slurred", "Others notice it")
    head.answer("slurred", "weeks")
    assert row.isChecked()
    assert row.accessibleDescription() == "Some weeks. Others notice it"


def test_what_opens_is_said(head: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    for module in (sign_row, sign_rows):
        monkeypatch.setattr(module, "announce", lambda _, text: said.append(text))
    head.click("choking")
    assert said == ["Since when? Today or yesterday, Some days, Some weeks, Months or longer, It has gone"]
    head.click("choking.days")
    assert said[1:] == ["Opened below: Own spit too"]


def test_the_keys_to_the_side_follow_the_reading_direction(
    qapp: QApplication, open_window: Callable[..., Driver], protocol: TriageProtocol
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        head = open_window(small_check(protocol))
        head.walk({"who": "myself"}, "head")
        head.press(Qt.Key.Key_Space)
        head.press(Qt.Key.Key_Left)
        head.press(Qt.Key.Key_Left)
        assert head.focus() == "face.days"
        assert on_screen(head.find("face.days")).right() <= on_screen(head.find("face.today")).left() + 1
        head.press(Qt.Key.Key_Right)
        assert head.focus() == "face.today"
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

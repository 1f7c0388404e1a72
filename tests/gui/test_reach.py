"""That everybody can use it: names for screen readers, and room for small windows and large text."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QDialog, QLabel, QWidget

from tests.gui.driver import CONTROLS, Driver, on_screen
from twitchcheck.gui.crash_dialog import CrashDialog
from twitchcheck.gui.paper.details_dialog import DetailsDialog
from twitchcheck.questionnaire.answers import Answers

Calm = Callable[..., Answers]

SIZES = [(800, 600, 100), (640, 480, 100), (800, 600, 200)]


def spoken(widget: QWidget) -> str:
    """What a screen reader calls a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name)


def pages(person: Driver) -> Iterator[str]:
    """Every page from here to the result, then the interruption."""
    yield person.place
    while person.place != "result":
        person.go_on()
        yield person.place
    person.session.answer("face_droop", "today")
    yield person.place


def test_every_page_and_every_control_has_a_name(person: Driver, everything: Answers) -> None:
    person.recall(everything)
    nameless = []
    entered = []
    for place in pages(person):
        entered.append(place)
        page = person.window.interruption if place == "interruption" else person.wizard.current_page()
        nameless += [] if spoken(page) else [place]
        nameless += [f"{place}: {one.objectName() or one}" for one in person.controls() if not spoken(one).strip()]
    assert nameless == []
    asked = [page.id for page in person.session.questionnaire.pages()]
    assert entered == ["start", *asked, "review", "result", "interruption"]


def test_the_name_of_a_page_is_its_question(person: Driver, calm: Calm) -> None:
    person.walk(calm(), "head_throat")
    name = person.wizard.current_page().accessibleName()
    assert person.heading().rstrip("?") in name


def test_hints_are_told_too(person: Driver, calm: Calm) -> None:
    person.hurry(calm(), "drinks")
    for item_id, hint in (("coffee", "cups a day, 200 ml"), ("energy_drink", "cans a day, 250 ml")):
        assert hint in person.find(item_id).accessibleDescription()


def test_the_steps_at_the_side_say_where_one_is(person: Driver, calm: Calm) -> None:
    def steps() -> list[str]:
        panel = person.find("sidePanel")
        names = [one.accessibleName() for one in panel.findChildren(QLabel) if one.accessibleName()]
        return [name.rsplit(": ", 1)[1] for name in names]

    total = len(person.session.questionnaire.sections) + 2
    assert steps() == ["to come"] * total
    person.walk(calm(), "head_throat")
    assert steps() == ["done", "current part"] + ["to come"] * (total - 2)
    person.hurry(calm())
    assert steps() == ["done"] * (total - 2) + ["current part", "to come"]
    person.go_on()
    assert steps() == ["done"] * (total - 1) + ["current part"]


@pytest.mark.parametrize(
    "made", [lambda window: DetailsDialog("Go on", window, papers=True), lambda window: CrashDialog("x", window)]
)
def test_every_control_of_the_dialogs_has_a_name(person: Driver, made: Callable[[QWidget], QDialog]) -> None:
    dialog = made(person.window)
    found = [one for one in dialog.findChildren(QWidget) if isinstance(one, CONTROLS)]
    assert len(found) >= 3
    assert not [one.objectName() for one in found if not spoken(one)]


@pytest.mark.parametrize(("width", "height", "percent"), SIZES)
def test_every_control_can_be_reached_in_a_small_window_and_with_large_text(
    person: Driver, everything: Answers, width: int, height: int, percent: int
) -> None:
    person.window.theme.choose_text_size(percent)
    person.resize(width, height)
    person.recall(everything)
    for place in pages(person):
        assert (person.window.width(), person.window.height()) == (width, height), place
        whole = person.window.rect()
        for control in person.controls():
            person.reach(control)
            area = on_screen(control)
            named = f"{control.objectName()} on {place}: {area}"
            assert whole.left() <= area.left(), named
            assert area.right() <= whole.right(), named


def test_the_keyboard_brings_a_row_into_view(person: Driver, calm: Calm) -> None:
    person.resize(640, 480)
    person.hurry(calm(), "medicines")
    person.tab_to("other_medicine")
    area, whole = on_screen(person.find("other_medicine")), person.window.rect()
    assert whole.contains(area.center())


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_why_we_ask_opens_on_demand(person: Driver, calm: Calm, key: Qt.Key) -> None:
    person.walk(calm(), "head_throat")
    why = person.session.questionnaire.page_of_item["face_droop"].why
    assert not person.says(why)
    person.click("why.link")
    assert person.says(why)
    assert person.place == "head_throat"
    person.press(key)
    assert person.place == "head_throat"
    assert not person.says(why)


def test_the_result_scrolls_by_keys_as_it_is_entered(person: Driver, everything: Answers) -> None:
    person.hurry(everything, "result")
    area = person.wizard.current_page().area
    assert area is not None
    bar = area.verticalScrollBar()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown):
        before = bar.value()
        person.press(key)
        assert bar.value() > before
    person.press(Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    person.press(Qt.Key.Key_Home)
    assert bar.value() == 0


def test_who_comes_by_keys_sees_where_the_keyboard_is(person: Driver) -> None:
    person.go_on()
    assert person.focus() == "who.myself"
    by_mouse = person.find("who.myself").grab().toImage()
    person.back()
    person.press(Qt.Key.Key_Return)
    assert person.focus() == "who.myself"
    assert person.find("who.myself").grab().toImage() != by_mouse

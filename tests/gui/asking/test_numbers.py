"""Numbers key by key: the text stays as it was typed, what is refused is said and goes on nowhere, nothing steps by
itself."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.gui.driver import DASH, Driver
from twitchcheck.questionnaire.answers import Answers
from twitchcheck.questionnaire.items import NOT_SURE

Calm = Callable[..., Answers]
DRINKS = ("coffee", "espresso", "tea", "cola", "energy_drink", "beer", "wine", "spirits")


@pytest.fixture
def drinks(person: Driver, calm: Calm) -> Driver:
    """Somebody on the page of drinks who has drunk nothing yet."""
    answers = calm()
    for drink in DRINKS:
        answers = answers.without(drink)
    person.hurry(answers, "drinks")
    return person


@pytest.fixture
def since(person: Driver, calm: Calm) -> Driver:
    """Somebody who is asked since when it twitches, and nothing else that is open."""
    person.hurry(calm(places=("calf",), side="left").without("duration"), "places")
    return person


def line(person: Driver, name: str) -> QLineEdit:
    field = person.find(name)
    assert isinstance(field, QLineEdit)
    return field


# ---- as typed ----


@pytest.mark.parametrize("text", ["2", "2.5", "2,5", "2,", "007", " 3 ", "٣", "\uff13"])
def test_what_can_be_read_is_the_answer_and_stays_as_typed(drinks: Driver, text: str) -> None:
    drinks.enter_number("coffee", text)
    number = float("".join("3" if one in "٣\uff13" else one for one in text.strip()).replace(",", "."))
    assert drinks.answers["coffee"] == number
    assert drinks.number("coffee") == text
    drinks.choose_from_menu("text+10")
    assert drinks.number("coffee") == text
    drinks.back()
    drinks.go_on()
    assert drinks.number("coffee") == text
    drinks.go_on()
    assert drinks.place == "load"
    assert drinks.answers["coffee"] == number


@pytest.mark.parametrize("text", ["130", "²", "1²", "2..5", "1.500", "1,500", "-2x", "5 or 6", "1e3", "½", "x" * 300])
def test_what_is_refused_stays_with_a_sentence_and_goes_on_nowhere(drinks: Driver, text: str) -> None:
    drinks.enter_number("coffee", "1")
    drinks.enter_number("coffee", text)
    assert drinks.number("coffee") == text
    assert "coffee" not in drinks.answers
    sentences = [one for one in drinks.texts() if text[:20] in one and len(one) > len(text[:20]) + 10]
    assert sentences
    assert sentences[0].rstrip(".") in drinks.find("coffee").accessibleDescription()
    drinks.click("leftAlone.none")
    drinks.go_on()
    assert drinks.place == "drinks"
    assert drinks.focus() == "coffee"
    assert drinks.find("missing.coffee")
    assert not drinks.says("Please enter a number")
    assert (drinks.number("coffee"), "coffee" in drinks.answers) == (text, False)
    drinks.choose_from_menu("text+10")
    drinks.back()
    drinks.go_on()
    assert drinks.number("coffee") == text
    drinks.enter_number("coffee", "4")
    drinks.go_on()
    assert drinks.place == "load"
    assert drinks.answers["coffee"] == 4


def test_an_age_that_is_refused_is_not_passed_over_though_it_may_stay_open(person: Driver, calm: Calm) -> None:
    person.walk(calm(), "about")
    person.click("who.myself")
    person.enter_number("age", "130")
    assert person.says("Age goes to 120. You typed 130.")
    person.go_on()
    assert (person.place, person.focus()) == ("about", "age")
    person.enter_number("age", "13")
    assert not person.says("Age goes to")
    person.write("age", "")
    person.press(Qt.Key.Key_Backspace)
    assert person.number("age") == DASH
    person.go_on()
    assert person.place == "head_throat"
    assert "age" not in person.answers


def test_total_and_warning_follow_each_key(drinks: Driver) -> None:
    def total() -> str:
        return next(text for text in drinks.texts() if "of caffeine a day" in text)

    assert total() == "About 0 mg of caffeine a day"
    drinks.click("energy_drink")
    for key, milligrams, over in (("1", 80, False), ("2", 960, True)):
        drinks.keys(key)
        assert total() == f"About {milligrams} mg of caffeine a day"
        assert drinks.find("total.caffeine").property("over") is over
    drinks.press(Qt.Key.Key_Backspace)
    assert total() == "About 80 mg of caffeine a day"
    drinks.keys("x")
    assert total() == "About 0 mg of caffeine a day"
    drinks.click("leftAlone.none")
    assert "energy_drink" not in drinks.answers


def test_nothing_is_given_until_somebody_gives_it(drinks: Driver) -> None:
    assert [drinks.number(drink) for drink in DRINKS] == [DASH] * len(DRINKS)
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Tab):
        drinks.press(key)
    assert not {*DRINKS} & {*drinks.answers}
    drinks.go_on()
    assert drinks.place == "drinks"
    assert not {*DRINKS} & {*drinks.answers}


# ---- mouse, wheel and keys ----


def test_a_click_selects_and_the_next_one_places_the_cursor(drinks: Driver) -> None:
    assert drinks.focus() == "coffee"
    drinks.click("coffee")
    drinks.keys("0")
    assert drinks.number("coffee") == "0"
    field = line(drinks, "coffee")
    QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(4, field.height() // 2))
    drinks.keys("3")
    assert drinks.number("coffee") == "30"  # the cursor is where it was put
    drinks.click("tea")
    drinks.keys("7")
    QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(4, field.height() // 2))
    drinks.keys("3")
    assert drinks.number("coffee") == "3"  # on the way in everything is selected


def test_plus_and_minus_step_from_what_is_there(drinks: Driver) -> None:
    assert not drinks.button("coffee.fewer").isEnabled()
    drinks.click("coffee.more")
    assert drinks.answers["coffee"] == 1
    drinks.enter_number("coffee", "5")
    drinks.click("coffee.more")
    assert (drinks.number("coffee"), drinks.answers["coffee"]) == ("6", 6)
    drinks.enter_number("coffee", "2,5")
    drinks.click("coffee.fewer")
    assert drinks.answers["coffee"] == 1.5
    drinks.enter_number("coffee", "40")
    assert not drinks.button("coffee.more").isEnabled()
    drinks.enter_number("coffee", "41")
    assert not drinks.button("coffee.more").isEnabled()
    drinks.enter_number("coffee", "1")
    drinks.click("coffee.fewer")
    assert drinks.answers["coffee"] == 0
    assert not drinks.button("coffee.fewer").isEnabled()


def test_the_wheel_changes_no_number_and_scrolls(drinks: Driver) -> None:
    drinks.resize(800, 500)
    drinks.enter_number("coffee", "5")
    drinks.click("coffee")
    area = drinks.wizard.current_page().area
    assert area is not None
    bar = area.verticalScrollBar()
    for name in ("coffee", "tea"):
        drinks.reach(drinks.find(name))
        for steps in (1, -1):
            before = bar.value()
            drinks.wheel(name, steps)
            assert bar.value() != before or bar.value() in (bar.minimum(), bar.maximum())
        assert bar.maximum() > 100
    assert (drinks.number("coffee"), drinks.number("tea")) == ("5", DASH)
    assert drinks.answers["coffee"] == 5
    assert "tea" not in drinks.answers


def test_arrows_step_only_in_a_field_that_was_entered_and_page_keys_never_do(drinks: Driver) -> None:
    drinks.resize(800, 500)
    assert drinks.focus() == "coffee"
    for key in (Qt.Key.Key_Up, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Down):
        drinks.press(key)
    assert drinks.number("coffee") == DASH
    drinks.click("coffee")
    drinks.press(Qt.Key.Key_Up)
    drinks.press(Qt.Key.Key_Up)
    drinks.press(Qt.Key.Key_PageUp)
    assert drinks.answers["coffee"] == 2
    drinks.press(Qt.Key.Key_Down)
    assert drinks.answers["coffee"] == 1
    drinks.tab_to("espresso")
    drinks.press(Qt.Key.Key_Up)
    assert drinks.answers["espresso"] == 1


def test_no_key_raises(drinks: Driver) -> None:
    field = line(drinks, "coffee")
    for number in range(0x20, 0x250):
        field.clear()
        QApplication.sendEvent(field, QKeyEvent(QKeyEvent.Type.KeyPress, 0, Qt.KeyboardModifier(0), chr(number)))
    assert drinks.place == "drinks"


def test_enter_takes_the_number_and_goes_on(person: Driver, calm: Calm) -> None:
    person.hurry(calm(), "load")
    person.write("sleep", "6.5")
    person.press(Qt.Key.Key_Return)
    assert person.answers["sleep"] == 6.5
    assert person.place == "lately"


# ---- not sure ----


def test_not_sure_beside_an_amount_clears_it_and_a_number_clears_not_sure(person: Driver, calm: Calm) -> None:
    person.walk(calm(), "about")
    person.enter_number("age", "35")
    person.click("age.not_sure")
    assert (person.number("age"), person.answers["age"]) == (DASH, NOT_SURE)
    person.enter_number("age", "36")
    assert (person.ticked("age"), person.answers["age"]) == ((), 36)
    person.enter_number("age", "360")
    person.click("age.not_sure")
    assert (person.number("age"), person.answers["age"]) == (DASH, NOT_SURE)
    assert not person.says("Age goes to")
    person.click("age.not_sure")
    assert "age" not in person.answers


# ---- durations ----


def test_a_duration_needs_its_unit(since: Driver) -> None:
    since.enter_number("duration", "3")
    assert "duration" not in since.answers
    since.choose_from_menu("text+10")
    since.back()
    since.go_on()
    assert (since.number("duration"), since.ticked("duration")) == ("3", ())
    since.go_on()
    assert since.place == "places"
    assert since.says("Please enter a number and choose a unit.")
    assert since.focus() == "duration.days"
    since.click("duration.weeks")
    assert since.answers["duration"] == 21
    since.go_on()
    assert since.place == "pattern"


def test_a_unit_alone_is_no_answer(since: Driver) -> None:
    since.click("duration.years")
    assert "duration" not in since.answers
    assert since.number("duration") == DASH
    since.go_on()
    assert (since.place, since.focus()) == ("places", "duration")
    since.press(Qt.Key.Key_Up)  # the page put the keyboard there
    assert "duration" not in since.answers
    since.keys("5")
    assert since.answers["duration"] == 5 * 365


def test_another_unit_never_changes_the_number(since: Driver) -> None:
    since.enter_number("duration", "400")
    for unit, days in (("days", 400), ("weeks", 2800), ("months", 12000), ("years", None), ("months", 12000)):
        since.click(f"duration.{unit}")
        assert since.number("duration") == "400"
        assert since.answers.get("duration") == days
        assert since.says("The number of years goes to 80. You typed 400.") is (days is None)
    since.click("duration.years")
    since.choose_from_menu("scheme.dark")
    assert (since.number("duration"), since.ticked("duration")) == ("400", ("years",))
    since.go_on()
    assert since.place == "places"


def test_days_that_make_whole_weeks_stay_days(since: Driver) -> None:
    since.click("duration.days")
    since.enter_number("duration", "14")
    since.choose_from_menu("text+10")
    since.go_on()
    since.back()
    assert (since.number("duration"), since.ticked("duration")) == ("14", ("days",))
    assert since.answers["duration"] == 14


def test_a_duration_from_a_file_is_shown_in_the_largest_unit_that_fits(person: Driver, calm: Calm) -> None:
    person.hurry(calm(places=("calf",), side="left", duration=21), "places")
    assert (person.number("duration"), person.ticked("duration")) == ("3", ("weeks",))
    person.click("duration.not_sure")
    assert (person.number("duration"), person.ticked("duration")) == (DASH, (NOT_SURE,))
    assert person.answers["duration"] == NOT_SURE

"""Lists: one "none of these" with a key for the whole page, short choices side by side, words for another person."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from tests.gui.driver import Driver, on_screen
from twitchcheck.questionnaire.answers import Answers
from twitchcheck.questionnaire.interview import nothing_of
from twitchcheck.questionnaire.items import NONE, NOT_SURE

Calm = Callable[..., Answers]
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def ills(person: Driver, calm: Calm) -> Driver:
    """Somebody on a page of two lists with one "none of these" and one "not sure"."""
    person.hurry(calm().without("conditions").without("family"), "conditions")
    return person


def test_one_none_answers_all_lists_of_a_page(ills: Driver) -> None:
    for own in ("conditions.none", "conditions.not_sure", "family.none", "family.not_sure"):
        assert not ills.seen(own)
    ills.go_on()
    assert ills.place == "conditions"
    ills.press(Qt.Key.Key_N, ALT)
    assert ills.button("leftAlone.none").isChecked()
    assert (ills.answers["conditions"], ills.answers["family"]) == ((NONE,), (NONE,))
    ills.press(Qt.Key.Key_Return)
    assert ills.place == "words"


def test_none_of_the_others_keeps_what_was_ticked(ills: Driver) -> None:
    ills.click("family.nerve")
    ills.press(Qt.Key.Key_N, ALT)
    assert (ills.answers["conditions"], ills.answers["family"]) == ((NONE,), ("nerve",))
    ills.click("conditions.diabetes")
    assert ills.answers["conditions"] == ("diabetes",)
    ills.click("conditions.diabetes")
    ills.click("leftAlone.not_sure")
    assert (ills.answers["conditions"], ills.answers["family"]) == ((NOT_SURE,), ("nerve",))


@pytest.mark.parametrize("name", ["head_throat", "strength", "drinks", "medicines", "lately", "conditions"])
def test_an_untouched_page_needs_two_keys(person: Driver, calm: Calm, name: str) -> None:
    answers = calm()
    page = next(page for page in person.session.questionnaire.pages() if page.id == name)
    for item in page.items:
        answers = answers.without(item.id)
    person.hurry(answers, name)
    person.press(Qt.Key.Key_N, ALT)
    person.press(Qt.Key.Key_Return)
    assert person.place not in (name, "interruption")
    first = page.items[0]
    assert person.answers[first.id] == nothing_of(first)


def test_a_page_with_one_list_has_the_key_too(person: Driver, calm: Calm) -> None:
    person.hurry(calm().without("places"), "places")
    person.press(Qt.Key.Key_N, ALT)
    assert person.answers["places"] == (NONE,)


def test_short_choices_stand_side_by_side_where_there_is_room(person: Driver, calm: Calm) -> None:
    person.resize(1280, 800)
    person.walk(calm(), "about")

    def lines(item_id: str) -> int:
        options = person.session.questionnaire.items[item_id].answer_options
        return len({on_screen(person.find(f"{item_id}.{one.id}")).top() for one in options})

    assert lines("sex") == 1
    assert lines("who") == 2  # an option that is explained needs its line
    person.tab_to("sex.female")
    person.press(Qt.Key.Key_Right)
    person.press(Qt.Key.Key_Space)
    assert person.answers["sex"] == "male"
    person.resize(640, 480)
    for _ in range(10):
        person.settle()  # the rows find their places in several rounds
    assert lines("sex") == 4


def test_the_words_of_the_page_change_at_once(person: Driver, calm: Calm) -> None:
    person.walk(calm(), "about")
    person.enter_number("age", "130")
    assert person.says("How old are you?")
    for who, word in (("someone_else", "they"), ("myself", "you")):
        person.click(f"who.{who}")
        assert person.says(f"How old are {word}?")
        assert person.says(f"Are {word} female or male?")
        assert person.find("age").accessibleName() == f"How old are {word}?"
        assert person.focus() == f"who.{who}"
        assert person.number("age") == "130"
        assert person.says("Age goes to 120. You typed 130.")

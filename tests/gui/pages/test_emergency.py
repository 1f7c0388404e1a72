"""An answer that needs help at once stops the check: whom to call, what to say, and the way back from a slip."""

from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from tests.conftest import DAY
from tests.gui.conftest import Dialogs
from tests.gui.driver import Driver, pdf_pages
from twitchcheck.content.loader import load
from twitchcheck.questionnaire.answers import Answer, Answers
from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.questionnaire.items import Item
from twitchcheck.questionnaire.wording import worded
from twitchcheck.resource_files import content_folder
from twitchcheck.rules.assessment import assess
from twitchcheck.rules.protocol import TriageProtocol

Calm = Callable[..., Answers]


def emergency_times() -> list[tuple[str, str]]:
    """Row and time of every cell that is an emergency whatever else is answered, the rows that refine another too."""
    items = load(content_folder()).questionnaire.items.values()
    return [
        (item.id, time)
        for item in items
        for cell in item.cells
        for time in cell.times
        if cell.level is Disposition.EMERGENCY
    ]


EMERGENCIES = emergency_times()


class Words(HTMLParser):
    """The text of a label without its colours."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.feed(html)

    def handle_data(self, data: str) -> None:
        self.text += data


def alarm(person: Driver) -> str:
    """The red heading."""
    return Words(person.label("alarm")).text


def choose_country(person: Driver, name: str) -> None:
    """Opens the list with its link and picks a country with the keyboard."""
    person.click("changeCountry")
    countries = person.find("country")
    assert isinstance(countries, QComboBox)
    view = countries.view()
    while countries.itemText(view.currentIndex().row()) != name:
        before = view.currentIndex().row()
        QTest.keyClick(view, Qt.Key.Key_Down if countries.findText(name) > before else Qt.Key.Key_Up)
        assert view.currentIndex().row() != before
    QTest.keyClick(view, Qt.Key.Key_Return)
    person.settle()


@pytest.fixture
def briton(person: Driver) -> Driver:
    """Somebody in Britain."""
    person.window.preferences.country = "GB"
    return person


def opening(person: Driver, item: Item) -> dict[str, Answer]:
    """What has to be answered so that a row is asked, and is no emergency by itself."""
    if not item.under or item.enabled_when is None:
        return {}
    protocol = person.session.protocol
    times = item.enabled_when.has[item.under]
    calm = (time for time in times if not assess(protocol, Answers({item.under: time}), DAY).emergencies)
    return {item.under: next(calm)}


def test_every_page_of_signs_has_an_emergency(protocol: TriageProtocol) -> None:
    pages = {protocol.questionnaire.page_of_item[item_id].id for item_id, _ in EMERGENCIES}
    asked = next(section.pages for section in protocol.questionnaire.sections if section.id == "signs")
    assert pages >= {page.id for page in asked if page.items[0].is_row} - {"pregnancy_signs"}
    assert len(EMERGENCIES) >= 21


@pytest.mark.parametrize(("item_id", "time"), EMERGENCIES)
def test_an_emergency_interrupts_at_once_and_a_slip_can_be_taken_back(
    briton: Driver, protocol: TriageProtocol, calm: Calm, item_id: str, time: str
) -> None:
    person = briton
    item = protocol.questionnaire.items[item_id]
    page = protocol.questionnaire.page_of_item[item_id]
    opened = opening(person, item)
    answers = calm(**opened)
    for one in page.items:
        if one.id not in opened:
            answers = answers.without(one.id)
    person.hurry(answers, page.id)
    before = person.answers
    person.answer(item_id, time)

    assert person.place == "interruption"
    assert alarm(person) == "Call the emergency number now: 999"
    assert person.label("call") == "Call 999 (United Kingdom)."
    words = protocol.edition.person["myself"]
    raised = person.session.assessment().emergencies[0]
    assert raised.flag.id == f"{item_id}_emergency"
    assert worded(item.brief, words) in person.label("ticked")
    assert person.says(worded(raised.flag.text, words))
    assert person.says(f"Say: “{worded(raised.flag.say, words)}”")
    assert person.says("Do not drive.")

    person.click("mistake")
    assert person.place == page.id
    assert person.answers == before
    assert not person.button(item_id).isChecked()
    person.click("leftAlone.none")
    person.go_on()
    assert person.place not in (page.id, "interruption")


def test_only_the_slip_is_taken_back(briton: Driver, calm: Calm) -> None:
    briton.walk(calm(), "head_throat")
    briton.answer("hoarse", "months")
    briton.answer("face_droop", "today")
    assert briton.place == "interruption"
    briton.click("mistake")
    assert briton.shown("hoarse") == briton.answers["hoarse"] == "months"
    assert briton.focus() == "face_droop"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_number_follows_the_country_and_the_country_is_remembered(briton: Driver, calm: Calm) -> None:
    briton.walk(calm(), "head_throat")
    briton.answer("face_droop", "today")
    assert "999" in alarm(briton)
    choose_country(briton, "United States")
    assert alarm(briton) == "Call the emergency number now: 911"
    assert briton.label("call") == "Call 911 (United States)."
    assert briton.window.interruption.accessibleName() == "Call the emergency number now: 911"
    choose_country(briton, "Other country")
    assert "112" in alarm(briton)
    choose_country(briton, "Austria")
    briton.click("mistake")
    briton.answer("sight_loss", "today")
    assert "144" in alarm(briton)


def test_a_country_that_is_not_in_the_list_gets_the_number_of_mobile_networks(person: Driver, calm: Calm) -> None:
    person.window.preferences.country = "XX"
    person.walk(calm(), "head_throat")
    person.answer("face_droop", "today")
    assert "112" in alarm(person)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_country_stands_as_text_and_neither_wheel_nor_keys_change_it(briton: Driver, calm: Calm) -> None:
    settings = QSettings()
    settings.remove("emergency/country")
    briton.walk(calm(), "head_throat")
    briton.answer("face_droop", "today")
    before = alarm(briton)
    assert not briton.seen("country")
    briton.wheel("changeCountry", -1)
    briton.click("changeCountry")
    countries = briton.find("country")
    assert isinstance(countries, QComboBox)
    countries.hidePopup()
    briton.settle()
    for steps in (-1, 1, -1):
        briton.wheel("country", steps)
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_End, Qt.Key.Key_Down, Qt.Key.Key_U):
        briton.press(key)
        countries.hidePopup()
    assert alarm(briton) == before
    assert not settings.contains("emergency/country")


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_country_can_be_changed_on_the_first_page(briton: Driver, calm: Calm) -> None:
    briton.wizard.refresh()
    assert briton.label("emergencyNumber") == "In an emergency, call 999 now. (United Kingdom)"
    choose_country(briton, "Austria")
    assert briton.label("emergencyNumber") == "In an emergency, call 144 now. (Austria)"
    assert briton.focus() == "changeCountry"
    assert briton.window.preferences.country == "AT"
    briton.walk(calm(), "head_throat")
    briton.answer("face_droop", "today")
    assert briton.label("call") == "Call 144 (Austria)."


def test_it_is_worded_for_someone_else(briton: Driver, calm: Calm) -> None:
    briton.walk(calm(who="someone_else"), "head_throat")
    briton.answer("double_vision", "today")
    (raised,) = briton.session.assessment().emergencies
    words = briton.session.protocol.edition.person["someone_else"]
    assert briton.says(f"Say: “{worded(raised.flag.say, words)}”")


def test_one_key_too_many_does_nothing_and_the_keyboard_can_take_back(
    briton: Driver, dialogs: Dialogs, calm: Calm
) -> None:
    briton.walk(calm(), "head_throat")
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Space):
        briton.press(key)
    assert briton.place == "interruption"
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
        briton.press(key)
    assert (briton.place, dialogs.asked) == ("interruption", [])
    briton.tab_to("mistake")
    briton.press(Qt.Key.Key_Space)
    assert briton.place == "head_throat"


def test_a_combination_interrupts_where_it_becomes_complete(briton: Driver, calm: Calm) -> None:
    briton.hurry(calm(tingling_both="days", worse_daily="no").without("events"), "lately")
    briton.click("events.blow")
    assert briton.place == "interruption"
    items = briton.session.questionnaire.items
    assert items["tingling_both"].brief in briton.label("ticked")
    assert items["events"].option_by_id["blow"].phrase in briton.label("ticked")
    (raised,) = briton.session.assessment().emergencies
    assert briton.says(f"Say: “{worded(raised.flag.say, briton.session.words)}”")
    briton.click("mistake")
    assert briton.place == "lately"
    assert "events" not in briton.answers
    assert briton.answers["tingling_both"] == "days"


def test_a_change_from_the_review_interrupts_too(briton: Driver, calm: Calm) -> None:
    briton.hurry(calm())
    briton.change("slurred")
    briton.answer("slurred", "today")
    assert briton.place == "interruption"
    briton.click("mistake")
    assert (briton.place, briton.shown("face_droop")) == ("head_throat", None)
    briton.click("leftAlone.none")
    briton.go_on()
    assert briton.place == "review"


def test_the_page_can_be_printed_without_being_asked_anything_but_the_printer(
    briton: Driver, dialogs: Dialogs, calm: Calm
) -> None:
    briton.hurry(calm().without("climbing"), "feeling")
    briton.answer("climbing", "today")
    briton.click("print")
    assert dialogs.asked == ["printer"]
    assert briton.message() == f"Saved as {dialogs.target}."
    assert briton.place == "interruption"
    first = pdf_pages(dialogs.target)[0]
    (raised,) = briton.session.assessment().emergencies
    for said in (
        "Call the emergency number now: 999",
        briton.session.questionnaire.items["climbing"].brief,
        f"“{worded(raised.flag.say, briton.session.words)}”",
        "Call 999 (United Kingdom).",
        "Do not drive.",
        "page 1 of",
    ):
        assert said in first


def test_it_can_be_saved_and_what_was_not_asked_yet_is_told_apart(briton: Driver, dialogs: Dialogs, calm: Calm) -> None:
    briton.walk(calm(), "strength")
    briton.answer("lost", "today")
    assert briton.place == "interruption"
    briton.choose_from_menu("savePdfAction")
    assert dialogs.asked == ["place"]
    first, *others = pdf_pages(dialogs.target)
    assert "Call the emergency number now: 999" in first
    sheet = " ".join(others)
    items = briton.session.questionnaire.items
    denied, not_answered = sheet.index("Denied"), sheet.index("Not answered")
    assert sheet.lower().index(items["lost"].brief) < denied < sheet.index("face droop") < not_answered
    later = briton.session.questionnaire.page_of_item["saddle"].heading
    assert sheet.rindex(later) > not_answered


def test_nothing_of_a_slip_can_be_printed_afterwards(briton: Driver, calm: Calm) -> None:
    briton.walk(calm(), "head_throat")
    briton.answer("slurred", "today")
    assert briton.action("printAction").isEnabled()
    briton.click("mistake")
    assert not briton.action("printAction").isEnabled()


def test_a_new_check_can_begin_from_an_emergency(briton: Driver, dialogs: Dialogs, calm: Calm) -> None:
    briton.walk(calm(), "head_throat")
    briton.answer("slurred", "today")
    dialogs.click = "forgetThem"
    briton.choose_from_menu("newCheckAction")
    assert briton.place == "start"
    assert briton.answers == {}
    briton.walk(calm(), "head_throat")
    assert briton.shown("slurred") is None

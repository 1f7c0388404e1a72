"""An answer that needs help at once stops the check: whom to call, what to say, and the way back from a slip."""

from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from tests.conftest import DAY
from tests.gui.conftest import Dialogs
from tests.gui.driver import Driver, pdf_pages
from twitchcheck.content.loader import load
from twitchcheck.questionnaire.answers import Answers
from twitchcheck.questionnaire.wording import worded
from twitchcheck.resource_files import content_folder
from twitchcheck.rules.assessment import assess
from twitchcheck.rules.protocol import TriageProtocol

Calm = Callable[..., Answers]

WARNINGS = "right_now"
"""The section of the pages that ask for emergencies."""


def emergency_options() -> list[tuple[str, str]]:
    """Item and option of everything on the warning pages that is an emergency on its own."""
    protocol = load(content_folder())
    pages = next(section.pages for section in protocol.questionnaire.sections if section.id == WARNINGS)
    return [
        (item.id, option.id)
        for page in pages
        for item in page.items
        for option in item.options
        if assess(protocol, Answers({item.id: (option.id,)}), DAY).emergencies
    ]


EMERGENCIES = emergency_options()


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
    """Picks a country from the list with the keyboard."""
    countries = person.find("country")
    assert isinstance(countries, QComboBox)
    countries.setFocus()
    while countries.currentText() != name:
        before = countries.currentIndex()
        further = countries.findText(name) > before
        person.press(Qt.Key.Key_Down if further else Qt.Key.Key_Up)
        assert countries.currentIndex() != before


@pytest.fixture
def briton(person: Driver) -> Driver:
    """Somebody in Britain."""
    person.window.preferences.country = "GB"
    return person


def test_every_warning_page_has_an_emergency() -> None:
    assert {item for item, _ in EMERGENCIES} == {"breathing", "sudden", "spreading", "body_alarms"}
    assert len(EMERGENCIES) >= 21


@pytest.mark.parametrize(("item_id", "option_id"), EMERGENCIES)
def test_an_emergency_interrupts_at_once_and_a_slip_can_be_taken_back(
    briton: Driver, protocol: TriageProtocol, calm: Calm, item_id: str, option_id: str
) -> None:
    person = briton
    person.walk(calm(), item_id)
    before = person.answers
    person.click(f"{item_id}.{option_id}")

    assert person.place == "interruption"
    assert alarm(person) == "Call the emergency number now: 999"
    assert person.label("call") == "Call 999 in"
    words = protocol.edition.person["myself"]
    ticked = worded(protocol.questionnaire.option(item_id, option_id).phrase, words)
    assert person.label("ticked") == f"You answered: “{ticked}”."
    (raised,) = assess(protocol, Answers({item_id: (option_id,)}), DAY).emergencies
    assert person.says(worded(raised.flag.text, words))
    assert person.says(f"Say: “{worded(raised.flag.say, words)}”")
    assert person.says("Do not drive.")

    person.click("mistake")
    assert person.place == item_id
    assert person.answers == before
    assert person.shown(item_id) is None
    person.click(f"{item_id}.none")
    person.go_on()
    assert person.place not in (item_id, "interruption")


def test_only_the_slip_is_taken_back(briton: Driver, calm: Calm) -> None:
    briton.walk(calm(), "body_alarms")
    briton.click("body_alarms.brown_urine")
    assert briton.place == "body_alarms"
    briton.click("body_alarms.poison")
    assert briton.place == "interruption"
    briton.click("mistake")
    assert briton.shown("body_alarms") == briton.answers["body_alarms"] == ("brown_urine",)
    assert briton.focus().startswith("body_alarms.")


def test_the_number_follows_the_country_and_the_country_is_remembered(briton: Driver, calm: Calm) -> None:
    briton.walk(calm(), "sudden")
    briton.click("sudden.face")
    assert "999" in alarm(briton)
    choose_country(briton, "United States")
    assert alarm(briton) == "Call the emergency number now: 911"
    assert briton.label("call") == "Call 911 in"
    assert briton.window.interruption.accessibleName() == "Call the emergency number now: 911"
    choose_country(briton, "Other country")
    assert "112" in alarm(briton)
    choose_country(briton, "Austria")
    briton.click("mistake")
    briton.click("sudden.limb")
    assert "144" in alarm(briton)


def test_a_country_that_is_not_in_the_list_gets_the_number_of_mobile_networks(person: Driver, calm: Calm) -> None:
    person.window.preferences.country = "XX"
    person.walk(calm(), "sudden")
    person.click("sudden.face")
    assert "112" in alarm(person)


def test_it_is_worded_for_someone_else(briton: Driver, calm: Calm) -> None:
    briton.walk(calm(who="someone_else"), "spreading")
    briton.click("spreading.woke_paralysed")
    (raised,) = briton.session.assessment().emergencies
    words = briton.session.protocol.edition.person["someone_else"]
    assert briton.says(f"Say: “{worded(raised.flag.say, words)}”")


def test_one_key_too_many_does_nothing_and_the_keyboard_can_take_back(
    briton: Driver, dialogs: Dialogs, calm: Calm
) -> None:
    briton.walk(calm(), "breathing")
    briton.press(Qt.Key.Key_Space)
    assert briton.place == "interruption"
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
        briton.press(key)
    assert (briton.place, dialogs.asked) == ("interruption", [])
    briton.tab_to("mistake")
    briton.press(Qt.Key.Key_Space)
    assert briton.place == "breathing"


def test_a_combination_interrupts_where_it_becomes_complete(briton: Driver, calm: Calm) -> None:
    briton.hurry(calm().without("medicines"), "unwell")
    briton.answer("unwell", ("unsteady",))
    assert briton.place == "unwell"
    briton.walk({}, "medicines")
    briton.click("medicines.lithium")
    assert briton.place == "interruption"
    assert "taking: lithium" in briton.label("ticked")
    assert "newly unsteady or clumsy" in briton.label("ticked")
    (raised,) = briton.session.assessment().emergencies
    assert briton.says(f"Say: “{worded(raised.flag.say, briton.session.words)}”")
    briton.click("mistake")
    assert briton.place == "medicines"
    assert "medicines" not in briton.answers
    assert briton.answers["unwell"] == ("unsteady",)


def test_a_change_from_the_review_interrupts_too(briton: Driver, calm: Calm) -> None:
    briton.hurry(calm())
    briton.change("sudden")
    briton.click("sudden.speech")
    assert briton.place == "interruption"
    briton.click("mistake")
    assert (briton.place, briton.shown("sudden")) == ("sudden", ("none",))
    briton.go_on()
    assert briton.place == "review"


def test_the_page_can_be_printed_without_being_asked_anything_but_the_printer(
    briton: Driver, dialogs: Dialogs, calm: Calm
) -> None:
    briton.walk(calm(), "spreading")
    briton.click("spreading.climbing")
    briton.click("print")
    assert dialogs.asked == ["printer"]
    assert briton.message() == f"Saved as {dialogs.target}."
    assert briton.place == "interruption"
    first = pdf_pages(dialogs.target)[0]
    (raised,) = briton.session.assessment().emergencies
    for said in (
        "Call the emergency number now: 999",
        briton.session.questionnaire.option("spreading", "climbing").phrase,
        f"“{worded(raised.flag.say, briton.session.words)}”",
        "Call 999 (United Kingdom).",
        "Do not drive.",
        "page 1 of",
    ):
        assert said in first


def test_it_can_be_saved_and_what_was_not_asked_yet_is_told_apart(briton: Driver, dialogs: Dialogs, calm: Calm) -> None:
    briton.walk(calm(), "sudden")
    briton.click("sudden.fit")
    briton.choose_from_menu("savePdfAction")
    assert dialogs.asked == ["place"]
    first, *others = pdf_pages(dialogs.target)
    assert "Call the emergency number now: 999" in first
    sheet = " ".join(others)
    assert "+ Present a fit or blackout" in sheet
    denied, not_answered = sheet.index("- Denied"), sheet.index("? Not answered")
    items = briton.session.questionnaire.items
    assert denied < sheet.index(items["breathing"].denial or items["breathing"].brief) < not_answered
    assert sheet.index(items["spreading"].brief) > not_answered


def test_nothing_of_a_slip_can_be_printed_afterwards(briton: Driver, calm: Calm) -> None:
    briton.walk(calm(), "sudden")
    briton.click("sudden.fit")
    assert briton.action("printAction").isEnabled()
    briton.click("mistake")
    assert not briton.action("printAction").isEnabled()


def test_a_new_check_can_begin_from_an_emergency(briton: Driver, dialogs: Dialogs, calm: Calm) -> None:
    briton.walk(calm(), "sudden")
    briton.click("sudden.fit")
    dialogs.click = "forgetThem"
    briton.choose_from_menu("newCheckAction")
    assert briton.place == "start"
    assert briton.answers == {}
    briton.walk(calm(), "sudden")
    assert briton.shown("sudden") is None

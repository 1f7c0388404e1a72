"""The help: every entry of the menu leads to its page, and what is said there is true."""

from collections.abc import Callable
from datetime import date, timedelta

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QComboBox, QLabel, QListWidget, QPlainTextEdit, QWidget

from tests.conftest import DAY
from tests.gui.driver import Driver
from twitchcheck import __version__
from twitchcheck.content.vignettes_file import vignettes_from
from twitchcheck.records.record import Record
from twitchcheck.resource_files import resource_folder, vignettes_folder
from twitchcheck.rules.accuracy import Judge, accuracy, judged
from twitchcheck.rules.protocol import TriageProtocol

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "raise\\(\\)", extend=True)

ENTRIES = ("help", "help.keys", "help.tested", "help.privacy", "help.sources", "help.new", "help.about")


def help_window(person: Driver) -> QWidget:
    person.settle()
    found = person.window.findChild(QWidget, "help")
    assert isinstance(found, QWidget)
    assert found.isVisible()
    return found


def texts(person: Driver) -> list[str]:
    return [one.text() for one in help_window(person).findChildren(QLabel) if one.isVisible()]


@pytest.mark.parametrize("entry", ENTRIES)
def test_every_entry_opens_its_page(person: Driver, entry: str) -> None:
    person.choose_from_menu(entry)
    topics = help_window(person).findChild(QListWidget, "helpTopics")
    assert isinstance(topics, QListWidget)
    title = texts(person)[0]
    assert title == person.action(entry).text().replace("&", "")
    current = topics.currentItem()
    assert current is not None
    assert current.text() == title


def test_f1_opens_the_help_beside_the_check(person: Driver) -> None:
    person.go_on()
    person.press(Qt.Key.Key_F1)
    assert texts(person)[0] == "How to use TwitchCheck"
    assert not help_window(person).isModal()
    assert person.window.isEnabled()


def test_another_topic_is_one_key_away(person: Driver) -> None:
    person.choose_from_menu("help")
    person.press(Qt.Key.Key_Down)
    assert texts(person)[0] == "Two weeks later"


def test_two_weeks_later_is_shown_with_made_up_days(person: Driver) -> None:
    person.choose_from_menu("help.later")
    said = " ".join(texts(person))
    assert "Last check, 20 November 2026: Self-care" in said
    assert "Another check makes sense on " in said
    chart = help_window(person).findChild(QWidget, "chart")
    assert isinstance(chart, QWidget)
    assert chart.isVisible()
    assert chart.accessibleName().startswith("Twitching by day: day 1 much, ")
    assert person.session.record == Record()  # nothing of it becomes the person's own


def test_every_key_of_the_menus_is_told(person: Driver) -> None:
    person.choose_from_menu("help.keys")
    shown = texts(person)
    for key, what in (("Ctrl+P", "Print"), ("Ctrl+F", "Find"), ("Ctrl+0", "Usual text size")):
        as_the_system_writes_it = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
        assert shown[shown.index(as_the_system_writes_it) + 1] == what
    assert shown[shown.index("Enter") + 1] == "Continue"


def test_the_figures_of_how_it_was_tested_are_the_measured_ones(person: Driver, protocol: TriageProtocol) -> None:
    found = accuracy(judged(protocol, vignettes_from(protocol, vignettes_folder()), date(2026, 11, 23)))
    measures = found.measures[Judge.TOOL]
    person.choose_from_menu("help.tested")
    said = " ".join(texts(person))
    assert f"measured on {measures.exact.of} written cases" in said
    assert measures.urgent_found.count == measures.urgent_found.of
    assert f"All {measures.urgent_found.of} urgent cases" in said
    assert f"found in {measures.exact.count} of {measures.exact.of}" in said
    assert f"{measures.in_safe_range.count} of {measures.in_safe_range.of} are within the range" in said
    assert not measures.under_triage.count


def test_about_names_versions_and_shows_every_licence(person: Driver, protocol: TriageProtocol) -> None:
    person.choose_from_menu("help.about")
    said = " ".join(texts(person))
    assert protocol.version in said
    assert "not a diagnosis" in said
    names = help_window(person).findChild(QComboBox, "licences")
    text = help_window(person).findChild(QPlainTextEdit, "licenceText")
    assert isinstance(names, QComboBox)
    assert isinstance(text, QPlainTextEdit)
    files = sorted((resource_folder() / "licences").glob("*.txt"))
    assert names.count() == len(files)
    for place, path in enumerate(files):
        names.setCurrentIndex(place)
        assert text.toPlainText().strip() == path.read_text(encoding="utf-8").strip()


def test_every_source_is_named_in_full(person: Driver, protocol: TriageProtocol) -> None:
    person.choose_from_menu("help.sources")
    shown = texts(person)
    assert not [one.id for one in protocol.sources if f"{one.tag}: {one.title}" not in shown]


def test_content_that_nobody_has_looked_through_for_a_year_says_so_calmly(
    open_window: Callable[..., Driver], protocol: TriageProtocol
) -> None:
    last_day = msgspec.structs.replace(protocol.edition, review_by=DAY.isoformat())
    person = open_window(msgspec.structs.replace(protocol, edition=last_day))
    person.choose_from_menu("help.about")
    assert last_day.overdue.text not in (*person.texts(), *texts(person))
    day_before = msgspec.structs.replace(last_day, review_by=(DAY - timedelta(days=1)).isoformat())
    person = open_window(msgspec.structs.replace(protocol, edition=day_before))
    assert person.says(day_before.overdue.text)
    assert person.wizard.current_page().spoken().endswith(day_before.overdue.text)
    person.choose_from_menu("help.about")
    assert day_before.overdue.text in texts(person)


def test_what_is_new_begins_with_this_version(person: Driver) -> None:
    person.choose_from_menu("help.new")
    _, version, *changes = texts(person)
    assert version == f"Version {__version__}, 25 November 2026"
    assert "• It prints a page for you and a sheet for your doctor, or saves both as a PDF file or as text." in changes

"""The keyboard alone: focus that can be seen, in the order of reading, keys that are unique, and a way to the paper."""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise

import msgspec
import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QMainWindow,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.gui import tour
from tests.gui.conftest import Dialogs
from tests.gui.driver import CONTROLS, Driver, pdf_pages
from tests.gui.fitting import named
from tests.gui.pictures import differing
from tests.gui.small_check import small_check
from twitchcheck.gui.asking.sign_row import SignRow
from twitchcheck.gui.paper.details_dialog import DetailsDialog
from twitchcheck.questionnaire.answers import Answers
from twitchcheck.questionnaire.items import Questionnaire
from twitchcheck.rules.protocol import TriageProtocol

_exec_details = DetailsDialog.exec
"""As it is before the dialogs of the tests answer themselves."""

Calm = Callable[..., Answers]


def tab_stops(window: QWidget) -> Iterator[QWidget]:
    """The widgets that the Tab key comes to, from the present one until they repeat.

    In a sentence it goes from one explained word to the next before it leaves.
    """
    seen: list[QWidget] = []
    while (widget := QApplication.focusWidget()) is not None:
        if widget not in seen:
            seen.append(widget)
            yield widget
        elif not (isinstance(widget, QLabel) and widget is seen[-1]):
            return
        QTest.keyClick(widget, Qt.Key.Key_Tab)


def place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def test_whatever_has_the_keyboard_can_be_seen_to_have_it(
    person: Driver, qapp: QApplication, everything: Answers
) -> None:
    qapp.setCursorFlashTime(0)
    hidden = []
    for stop in tour.pages(person, everything, unanswered=False):
        # Where there is nothing to fill in, the page itself has the keyboard at first, so that it is read out.
        widgets = [one for one in tab_stops(person.window) if isinstance(one, CONTROLS)]
        assert widgets, stop
        for widget in widgets:
            holder = widget.parentWidget()
            seen = holder if isinstance(holder, SignRow) else widget  # the ring of a row is around its times too
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            person.settle()
            focused = seen.grab().toImage()
            widget.clearFocus()
            person.settle()
            if differing(focused, seen.grab().toImage()) * seen.width() * seen.height() < 50:
                hidden.append(f"{named(widget)} on {stop}")
        person.wizard.current_page().focus_first()
    assert hidden == []


def test_tab_follows_the_order_of_reading(person: Driver, everything: Answers) -> None:
    person.resize(1280, 800)
    astray = []
    for stop in tour.pages(person, everything, unanswered=False, folds=False):
        content = person.wizard.current_page() if not person.window.interrupted else person.window.interruption
        content.setFocus(Qt.FocusReason.OtherFocusReason)
        stops = list(tab_stops(person.window))
        inside = [one for one in stops if content.isAncestorOf(one) and isinstance(one, CONTROLS)]
        for before, after in pairwise(inside):
            one, other = place(before, content), place(after, content)
            if other.bottom() <= one.top() and other.left() < one.right():
                astray.append(f"{named(after)} after {named(before)} on {stop}")
        outside = [one.objectName() for one in stops if one not in inside and isinstance(one, QPushButton)]
        if stop not in ("start", "result", "interruption"):
            assert outside == ["next", "back"], stop
    assert astray == []


def mnemonics(window: QWidget) -> list[str]:
    """The letters that work with Alt on what is shown."""
    buttons = [one for one in window.findChildren(QAbstractButton) if one.isVisible()]
    keys = [one.shortcut() for one in buttons]
    keys += [one.key() for button in buttons for one in button.findChildren(QShortcut)]
    keys += [
        QKeySequence.mnemonic(one.text()) for one in window.findChildren(QLabel) if one.isVisible() and one.buddy()
    ]
    if isinstance(window, QMainWindow):
        keys += [QKeySequence.mnemonic(one.text()) for one in window.menuBar().actions()]
    return [text for key in keys if (text := key.toString())]


def test_no_letter_is_used_twice_on_a_page(person: Driver, everything: Answers) -> None:
    for stop in tour.pages(person, everything, unanswered=False):
        keys = Counter(mnemonics(person.window))
        assert keys.total() >= 5, stop
        assert [key for key, number in keys.items() if number > 1] == [], stop


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
def test_no_letter_is_used_twice_in_a_dialog_or_a_menu(person: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    for dialog in tour.dialogs(person, monkeypatch):
        keys = Counter(mnemonics(dialog))
        assert keys.total() >= 2, dialog.objectName()
        assert [key for key, number in keys.items() if number > 1] == [], dialog.objectName()
    for menu in person.window.findChildren(QMenu):
        letters = Counter(QKeySequence.mnemonic(one.text()).toString() for one in menu.actions() if one.text())
        assert [key for key, number in letters.items() if key and number > 1] == [], menu.title()


def test_enter_goes_on_from_whatever_row_has_the_keyboard(person: Driver, calm: Calm) -> None:
    person.hurry(calm(), "about")
    for item, page in (
        *(("who.myself", "about"), ("age", "about"), ("pregnancy.no", "about")),
        *(("face_droop", "head_throat"), ("leftAlone.none", "head_throat"), ("leftAlone.none", "lately")),
    ):
        if person.place != page:
            person.hurry(calm(), page)
        person.find(item).setFocus(Qt.FocusReason.TabFocusReason)
        person.press(Qt.Key.Key_Return)
        assert person.place != page, item
        person.back()
        assert person.place == page


def test_enter_in_own_words_is_a_new_line(person: Driver, calm: Calm) -> None:
    person.hurry(calm(), "words")
    field = person.find("own_words")
    assert isinstance(field, QPlainTextEdit)
    person.tab_to("own_words")
    person.keys("one")
    person.press(Qt.Key.Key_Return)
    person.keys("two")
    assert field.toPlainText() == "one\ntwo"
    assert person.place == "words"


def test_alt_and_a_letter_go_on_and_back(person: Driver, qtbot: QtBot, calm: Calm) -> None:
    person.recall(calm())
    for key, page in ((Qt.Key.Key_S, "about"), (Qt.Key.Key_C, "head_throat"), (Qt.Key.Key_B, "about")):
        with qtbot.waitSignal(person.wizard.page_shown):  # Qt shows the button pressed for a moment
            person.press(key, Qt.KeyboardModifier.AltModifier)
        assert person.place == page


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
def test_from_the_first_page_to_a_file_and_the_printer_with_keys_alone(
    person: Driver, qtbot: QtBot, dialogs: Dialogs, monkeypatch: pytest.MonkeyPatch, eyelid: Answers
) -> None:
    monkeypatch.setattr(DetailsDialog, "exec", _exec_details)
    while person.place != "result":
        before = person.place
        person.type_page(eyelid)
        if before == "words":
            person.tab_to("next")
        person.press(Qt.Key.Key_Return)
        assert person.place != before, person.texts()

    def type_details() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, DetailsDialog) or not dialog.isActiveWindow():
            return
        typing.stop()
        for key in (*"Anna Muster", Qt.Key.Key_Tab, *"1 May 1991", Qt.Key.Key_Return):
            QTest.keyClick(QApplication.focusWidget() or dialog, key)

    typing = QTimer(person.window, interval=5)
    typing.timeout.connect(type_details)
    person.tab_to("savePdf")
    typing.start()
    person.press(Qt.Key.Key_Space)
    assert "Name Anna Muster Born 1 May 1991" in pdf_pages(dialogs.target)[1]
    assert person.message()

    dialogs.target.unlink()
    person.window.activateWindow()
    qtbot.waitUntil(person.window.isActiveWindow)
    typing.start()
    person.shortcut(Qt.Key.Key_P)
    assert dialogs.asked[-1] == "printer"
    assert len(pdf_pages(dialogs.target)) == 2


@pytest.mark.parametrize("where", ["about", "drinks", "words", "review", "result"])
def test_esc_asks_before_answers_are_lost(person: Driver, dialogs: Dialogs, calm: Calm, where: str) -> None:
    person.hurry(calm(), where)
    given = person.answers
    person.press(Qt.Key.Key_Escape)
    assert dialogs.asked == ["Close TwitchCheck?"]
    assert (person.place, person.answers) == (where, given)


def test_an_ampersand_in_the_content_is_a_sign_and_no_key(
    open_window: Callable[..., Driver], protocol: TriageProtocol
) -> None:
    first, *others = protocol.help_topics
    small = small_check(protocol)
    topics = (first, *(msgspec.structs.replace(one, title="Signs & &times") for one in others))
    wordy = msgspec.json.decode(
        msgspec.json.encode(small.questionnaire).replace(b"For whom?", b"For &whom?").replace(b"Myself", b"Me & &you"),
        type=Questionnaire,
    )
    person = open_window(msgspec.structs.replace(small, questionnaire=wordy, help_topics=topics))
    person.go_on()
    card = person.button("who.myself")
    assert (card.text(), card.accessibleName(), card.shortcut().isEmpty()) == ("Me & &you", "Me & &you", True)
    person.press(Qt.Key.Key_Y, Qt.KeyboardModifier.AltModifier)
    assert "who" not in person.answers
    entries = [one.text() for menu in person.window.findChildren(QMenu) for one in menu.actions()]
    assert entries.count("Signs && &&times") == len(others)

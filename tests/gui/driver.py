"""A person at the window: finds what can be seen, clicks it, types, and reads what is there."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from tests.conftest import DAY
from twitchcheck.gui.asking.amount_widgets import is_short_scale
from twitchcheck.gui.asking.left_alone import can_be_left
from twitchcheck.gui.asking.number_field import NumberField
from twitchcheck.gui.main_window import MainWindow
from twitchcheck.gui.pages.question_page import QuestionPage
from twitchcheck.gui.pages.review_row import ReviewRow
from twitchcheck.questionnaire.answers import Answer, Answers
from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.questionnaire.interview import enabled_items
from twitchcheck.questionnaire.items import NO, NONE, NOT_SURE, Item, ItemType, Page
from twitchcheck.report.doctor_sheet import DoctorSheet, doctor_sheet
from twitchcheck.report.result_view import ResultView, result_view
from twitchcheck.rules.assessment import assess
from twitchcheck.rules.counterfactuals import what_would_change

CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit)
"""What a person can click or type into."""

DASH = "\N{EN DASH}"
"""What a number field shows while nothing has been given."""

_LEFT = Qt.MouseButton.LeftButton


class Driver:
    """Works one window. Only what is visible counts, and only what can be reached is clicked."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.session = window.session
        self.wizard = window.wizard

    # ---- looking ----

    @property
    def place(self) -> str:
        """The page that is shown: the id of a content page, or start, review, result, interruption, plan."""
        if self.window.interrupted:
            return "interruption"
        if self.window.plan_shown:
            return "plan"
        return self.wizard.current_page().objectName().removeprefix("page.")

    @property
    def answers(self) -> dict[str, Answer]:
        """What the window has noted down."""
        return dict(self.session.answers)

    def seen(self, name: str) -> bool:
        """Whether a widget of this name is on the screen."""
        self.settle()
        return bool(self._all(name))

    def find(self, name: str) -> QWidget:
        """The one visible widget of this name."""
        self.settle()
        found = self._all(name)
        assert len(found) == 1, f"{len(found)} visible widgets are called {name!r} on {self.place}"
        return found[0]

    def _all(self, name: str) -> list[QWidget]:
        return [one for one in self.window.findChildren(QWidget, name) if one.isVisible()]

    def button(self, name: str) -> QAbstractButton:
        """The one visible button, row or box of this name."""
        found = self.find(name)
        assert isinstance(found, QAbstractButton)
        return found

    def ticked(self, item_id: str) -> tuple[str, ...]:
        """The options of an item that are ticked on the screen, in the order of the page."""
        self.settle()
        rows = [one for one in self.window.findChildren(QAbstractButton) if one.isVisible()]
        prefix = f"{item_id}."
        names = [row.objectName() for row in rows if row.isChecked()]
        return tuple(name.removeprefix(prefix) for name in names if name.startswith(prefix))

    def number(self, item_id: str) -> str:
        """What stands in a number field."""
        field = self.find(item_id)
        assert isinstance(field, NumberField)
        return field.text() or field.placeholderText()

    def shown(self, item_id: str) -> Answer | None:
        """The answer to an item as the page shows it, None where it shows none."""
        item = self.session.questionnaire.items[item_id]
        ticked = self.ticked(item_id)
        if item.is_row:
            return self._row_shown(item, ticked)
        if item.type is ItemType.TEXT:
            field = self.find(item_id)
            assert isinstance(field, QPlainTextEdit)
            return field.toPlainText() or None
        if item.type is ItemType.CHOICES:
            left = self._left_alone() if item in can_be_left(self.session.questionnaire.page_of_item[item_id]) else None
            return ticked or (None if left is None else (left,))
        if NOT_SURE in ticked or item.type is ItemType.CHOICE:
            return ticked[0] if ticked else None
        if is_short_scale(item):
            return float(ticked[0]) if ticked else None
        if item.scales and not ticked:
            return None
        factor = {scale.units: scale.factor for scale in item.scales}[ticked[0]] if item.scales else 1
        return None if self.number(item_id) == DASH else float(self.number(item_id)) * factor

    def _row_shown(self, item: Item, ticked: tuple[str, ...]) -> Answer | None:
        if self.button(item.id).isChecked():
            return item.steps[0].id if len(item.steps) == 1 else next(iter(ticked), None)
        left = self._left_alone()
        return NO if left == NONE else left

    def _left_alone(self) -> str | None:
        """Which card for what was left alone is ticked."""
        kinds = (kind for kind in (NONE, NOT_SURE) if self.button(f"leftAlone.{kind}").isChecked())
        return next(kinds, None)

    def asked(self) -> list[str]:
        """The items that are asked on the page."""
        page = self.wizard.current_page()
        if not isinstance(page, QuestionPage):
            return []
        return [item.id for item in enabled_items(self.session.facts, page.page)]

    def label(self, name: str) -> str:
        """The text of the one visible label of this name."""
        found = self.find(name)
        assert isinstance(found, QLabel)
        return found.text()

    def reviewed(self, item_id: str) -> str:
        """The answer to an item as the review shows it; for what is asked together the line of its page."""
        row = self.find(self._line_of(item_id))
        assert isinstance(row, ReviewRow)
        return row.answer

    def _line_of(self, item_id: str) -> str:
        page = self.session.questionnaire.page_of_item[item_id]
        line = f"change.{item_id}"
        return line if self.seen(line) else f"change.{page.id}"

    def heading(self) -> str:
        """The question at the top of the page."""
        return self.label("heading")

    def primary(self) -> str:
        """The words on the button that goes on."""
        return self.button("next").text().replace("&", "")

    def texts(self) -> list[str]:
        """Every text that can be read on the page, as a screen reader would say it."""
        self.settle()
        holder: QWidget = self.wizard.current_page()
        if self.window.interrupted:
            holder = self.window.interruption
        elif self.window.plan_shown:
            holder = self.window.plan_page
        labels = [(one, one.text()) for one in holder.findChildren(QLabel)]
        buttons = [(one, one.text().replace("&", "")) for one in holder.findChildren(QAbstractButton)]
        return [one.accessibleName() or text for one, text in (*labels, *buttons) if one.isVisible()]

    def says(self, words: str) -> bool:
        """Whether these words can be read on the page."""
        return any(words in text for text in self.texts())

    def message(self) -> str:
        """The message at the top of the window, "" when there is none."""
        return self.label("messageText") if self.seen("messageText") else ""

    def focus(self) -> str:
        """The name of the widget that has the keyboard."""
        self.settle()
        widget = QApplication.focusWidget()
        return "" if widget is None else widget.objectName()

    def controls(self) -> list[QWidget]:
        """Everything on the page and below it that can be clicked or typed into."""
        self.settle()
        return [one for one in self.window.findChildren(QWidget) if isinstance(one, CONTROLS) and one.isVisible()]

    def level(self) -> Disposition:
        """The care level that follows from the answers."""
        return self.session.assessment().disposition

    # ---- acting ----

    def settle(self) -> None:
        """Lets the window do what it has put off, as it does between two clicks."""
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def reach(self, widget: QWidget) -> QPoint:
        """Scrolls to a widget; its middle in the window. It must not be covered or cut off."""
        self.settle()
        holder = widget.parentWidget()
        while holder is not None and not isinstance(holder, QScrollArea):
            holder = holder.parentWidget()
        if isinstance(holder, QScrollArea) and (content := holder.widget()) is not None:
            # Not ensureWidgetVisible, which is content with the cursor of a text field. Twice, since what has opened
            # a moment ago gets its place only once the page is laid out.
            for _ in range(2):
                place = widget.mapTo(content, widget.rect().center())
                holder.ensureVisible(place.x(), place.y(), 0, widget.height() // 2)
                self.settle()
        middle = widget.mapTo(self.window, widget.rect().center())
        hit = self.window.childAt(middle)
        named = f"{widget.objectName()} on {self.place}"
        assert hit is not None, f"{named} cannot be reached"
        assert hit is widget or widget.isAncestorOf(hit), f"{named} is covered by {hit}"
        return middle

    def click(self, name: str) -> None:
        """Clicks a widget in its middle."""
        widget = self.find(name)
        assert widget.isEnabled(), f"{name} is switched off"
        self.reach(widget)
        QTest.mouseClick(widget, _LEFT)
        self.settle()

    def wheel(self, name: str, steps: int) -> None:
        """Turns the wheel over the widget of this name."""
        self.wheel_over(self.find(name), steps)

    def wheel_over(self, widget: QWidget, steps: int) -> None:
        """Turns the wheel over a widget, as a mouse does: upwards for more than 0 steps."""
        top = widget.window()
        middle = QPointF(widget.mapTo(top, widget.rect().center()))
        QTest.wheelEvent(top.windowHandle(), middle, QPoint(0, 120 * steps))
        self.settle()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Presses a key where the keyboard is."""
        self.settle()
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)
        self.settle()

    def tab_to(self, name: str) -> None:
        """Presses Tab until a widget has the keyboard."""
        for _ in range(100):
            if self.focus() == name:
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"{name} cannot be reached with the Tab key on {self.place}")

    def write(self, name: str, text: str) -> None:
        """Clicks a field and types over what stands in it."""
        field = self.find(name)
        self.click(name)
        assert isinstance(field, QLineEdit | QPlainTextEdit)
        field.selectAll()
        _type(field, text)
        self.settle()

    def enter_number(self, name: str, text: str) -> None:
        """Types a number and leaves the field."""
        self.write(name, text)
        self.press(Qt.Key.Key_Tab)

    def recent(self) -> list[str]:
        """The files that the menu lists as opened last."""
        return [one.text().replace("&", "") for one in self._recent() if one.objectName().startswith("recent.")]

    def choose_recent(self, name: str) -> None:
        """Chooses an entry below "Open recent"."""
        next(one for one in self._recent() if one.objectName() == name).trigger()
        self.settle()

    def _recent(self) -> list[QAction]:
        menu = next(one for one in self.window.findChildren(QMenu) if one.title() == "Open &recent")
        menu.aboutToShow.emit()
        return menu.actions()

    def choose_from_menu(self, name: str) -> None:
        """Chooses an entry of the menu."""
        action = self.action(name)
        assert action.isEnabled(), f"the menu entry {name} is switched off"
        action.trigger()
        self.settle()

    def action(self, name: str) -> QAction:
        """An entry of the menu, as it is once the menu is opened."""
        file = next(one for one in self.window.findChildren(QMenu) if one.title() == "&File")
        file.aboutToShow.emit()
        found = self.window.findChild(QAction, name)
        assert isinstance(found, QAction)
        return found

    def go_on(self) -> None:
        """Clicks the primary button."""
        self.click("next")

    def back(self) -> None:
        """Clicks Back."""
        self.click("back")

    def shortcut(self, key: Qt.Key) -> None:
        """Presses Ctrl and a key."""
        self.press(key, Qt.KeyboardModifier.ControlModifier)

    # ---- answering ----

    def answer(self, item_id: str, value: Answer) -> None:
        """Answers one item on the page with clicks and keys."""
        item = self.session.questionnaire.items[item_id]
        if item.is_row:
            self._answer_row(item, str(value))
        elif item.type is ItemType.TEXT:
            self.write(item_id, str(value))
        elif item.type is ItemType.AMOUNT and value != NOT_SURE:
            self._answer_amount(item, float(str(value)))
        elif isinstance(value, tuple):
            for option in (*value, *self.ticked(item_id)):
                if (option in value) != (option in self.ticked(item_id)):
                    self.click(f"{item_id}.{option}")
        else:
            self.click(f"{item_id}.{value}")

    def _answer_row(self, item: Item, value: str) -> None:
        if not self.button(item.id).isChecked():
            self.click(item.id)
        if len(item.steps) > 1:
            if not self.seen(f"{item.id}.{value}"):
                self.click(f"{item.id}.others")
            self.click(f"{item.id}.{value}")

    def _answer_amount(self, item: Item, value: float) -> None:
        if is_short_scale(item):
            self.click(f"{item.id}.{value:g}")
            return
        if item.scales:
            self.click(f"{item.id}.{item.scales[0].units}")
        self.enter_number(item.id, f"{value:g}")

    def answer_page(self, answers: Mapping[str, Answer]) -> None:
        """Answers every item that is asked on the page, those too that open meanwhile."""
        page = self.wizard.current_page()
        if isinstance(page, QuestionPage):
            for item in page.page.items:
                if self._is_to_answer(item, answers) and not _is_left(page.page, item, answers):
                    self.answer(item.id, answers[item.id])
            for kind in (NONE, NOT_SURE):
                if any(self._is_to_answer(item, answers) for item in _left_as(page.page, kind, answers)):
                    self.click(f"leftAlone.{kind}")

    def _is_to_answer(self, item: Item, answers: Mapping[str, Answer]) -> bool:
        """Whether an item is asked and has another answer than it is to have."""
        given = item.id in answers and self.answers.get(item.id) != answers[item.id]
        return given and item.id in self.asked()

    def walk(self, answers: Mapping[str, Answer], until: str = "review") -> list[str]:
        """Answers page after page with clicks and goes on until a page is shown; the pages that were passed."""
        passed = []
        while self.place != until:
            passed.append(self.place)
            self.answer_page(answers)
            if self.place == until:
                break
            self.go_on()
            assert self.place != passed[-1], f"no way on from {passed[-1]}: {self.texts()}"
        return passed

    def recall(self, answers: Mapping[str, Answer]) -> None:
        """Notes down answers without clicking, for stories that begin later in the check."""
        self.session.answer_several(answers)

    @contextmanager
    def passing(self, passing: bool = True) -> Iterator[None]:
        """Turns pages in the wizard's own way of passing them without making their contents: fifty times as fast."""
        self.wizard._walking = passing
        yield
        self.wizard._walking = False

    def hurry(self, answers: Mapping[str, Answer], until: str = "review") -> None:
        """Notes down answers and goes on to a page without a click and without a look at what is passed."""
        self.recall(answers)
        pages = [page.id for page in self.session.questionnaire.pages()]
        names = ["start", *pages, "review", "result"]
        assert until in names
        with self.passing():
            while names[self.wizard.nextId()] != until:
                before = self.place
                self.wizard.next()
                assert self.place != before, f"no way on from {before}"
        self.wizard.next()
        assert self.place == until
        self.settle()

    def type_page(self, answers: Mapping[str, Answer]) -> None:
        """Answers every item of the page with the keyboard alone, without going on."""
        for item_id in (one.id for one in self.session.questionnaire.items.values()):
            if item_id not in self.asked() or item_id not in answers or item_id in self.answers:
                continue
            item, value = self.session.questionnaire.items[item_id], answers[item_id]
            page = self.session.questionnaire.page_of_item[item_id]
            if _is_left(page, item, answers):
                continue
            if item.is_row:
                self._tick_row_by_keys(item, str(value))
            elif isinstance(value, int | float) and not is_short_scale(item):
                self.tab_to(item_id)
                self.keys(f"{value:g}")
                if item.scales:
                    self._tick_by_keys(f"{item_id}.{item.scales[0].units}")
            elif item.type is ItemType.TEXT:
                self.tab_to(item_id)
                self.keys(str(value))
            else:
                for option in value if isinstance(value, tuple) else (value,):
                    self._tick_by_keys(
                        f"{item_id}.{option:g}" if isinstance(option, int | float) else f"{item_id}.{option}"
                    )

        self._leave_alone_by_keys(answers)

    def _leave_alone_by_keys(self, answers: Mapping[str, Answer]) -> None:
        page = self.wizard.current_page()
        if not isinstance(page, QuestionPage):
            return
        for kind in (NONE, NOT_SURE):
            if any(self._is_to_answer(item, answers) for item in _left_as(page.page, kind, answers)):
                self.tab_to(f"leftAlone.{kind}")
                self.press(Qt.Key.Key_Space)

    def _tick_row_by_keys(self, item: Item, value: str) -> None:
        """Down leads to the row, Space ticks it, the arrows lead to the time and Space chooses it."""
        self.tab_to(item.id)
        if not self.button(item.id).isChecked():
            self.press(Qt.Key.Key_Space)
        while len(item.steps) > 1 and self.focus() != f"{item.id}.{value}":
            before = self.focus()
            self.press(Qt.Key.Key_Space if before == f"{item.id}.others" else Qt.Key.Key_Right)
            assert self.focus() != before, f"the arrow keys stop at {before}"
        if len(item.steps) > 1:
            self.press(Qt.Key.Key_Space)

    def _tick_by_keys(self, name: str) -> None:
        """Tab reaches the first of some radio buttons, the arrows the others; Space ticks."""
        row = self.button(name)
        group = row.group()
        if group is None:
            self.tab_to(name)
        else:
            self.tab_to(group.buttons()[0].objectName())
            first, second, *_ = group.buttons()
            side_by_side = first.y() == second.y()
            while self.focus() != name:
                before = self.focus()
                self.press(Qt.Key.Key_Right if side_by_side else Qt.Key.Key_Down)
                assert self.focus() != before, f"the arrow keys stop at {before}"
        if not row.isChecked():
            self.press(Qt.Key.Key_Space)

    def keys(self, text: str) -> None:
        """Types where the keyboard is."""
        widget = QApplication.focusWidget()
        assert widget is not None
        self.settle()
        _type(widget, text)
        self.settle()

    def change(self, item_id: str) -> None:
        """Clicks Change beside an answer of the review."""
        self.click(self._line_of(item_id))

    def resize(self, width: int, height: int) -> None:
        """Makes the window this large, or as small as it goes."""
        self.window.resize(width, height)
        self.settle()


def _type(widget: QWidget, text: str) -> None:
    """Types character by character; those that QTest has no key for come as from an input method."""
    for one in text:
        if one.isascii():
            QTest.keyClicks(widget, one)
        else:
            QApplication.sendEvent(widget, QKeyEvent(QKeyEvent.Type.KeyPress, 0, Qt.KeyboardModifier(0), one))


def _is_left(page: Page, item: Item, answers: Mapping[str, Answer]) -> bool:
    """Whether an answer comes of leaving the item alone."""
    return any(item in _left_as(page, kind, answers) for kind in (NONE, NOT_SURE))


def _left_as(page: Page, kind: str, answers: Mapping[str, Answer]) -> list[Item]:
    """The items of a page that get their answers from "none", or the rows and lists that get them from "not sure"."""
    left = {NONE: (NO, 0, (NONE,)), NOT_SURE: (NOT_SURE, (NOT_SURE,))}[kind]
    amounts = ItemType.AMOUNT if kind == NOT_SURE else None
    return [item for item in can_be_left(page) if answers.get(item.id) in left and item.type is not amounts]


def on_screen(widget: QWidget) -> QRect:
    """Where a widget is in its window."""
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def conclusion(person: Driver) -> tuple[ResultView, DoctorSheet]:
    """What the report says about the answers given, worked out without the window."""
    protocol, answers = person.session.protocol, Answers(person.answers)
    assessment = assess(protocol, answers, DAY)
    number = protocol.emergency_number(person.window.preferences.country)
    view = result_view(protocol, answers, assessment, what_would_change(protocol, answers, assessment), number)
    return view, doctor_sheet(protocol, answers, assessment)


def pdf_pages(path: Path) -> list[str]:
    """The text of each page of a PDF, its line breaks as single spaces."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(path).pages]


def pdf_size(path: Path) -> tuple[int, int]:
    """Width and height of the first page in points."""
    box = PdfReader(path).pages[0].mediabox
    return round(box.width), round(box.height)

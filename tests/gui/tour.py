"""A walk past everything that a person can meet: each page as it is missing answers and as it is filled in."""

from collections.abc import Iterator

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QDialog, QMessageBox, QPushButton, QWidget

from tests.gui.driver import Driver
from twitchcheck.gui.crash_dialog import CrashDialog, crash_details
from twitchcheck.gui.details_dialog import DetailsDialog
from twitchcheck.gui.question_page import QuestionPage
from twitchcheck.questionnaire.answers import Answers
from twitchcheck.questionnaire.interview import missing_items


def pages(person: Driver, answers: Answers, *, unanswered: bool = True, folds: bool = True) -> Iterator[str]:
    """Goes from the first page to the result and the interruption; the name of each stop, while it is shown.

    `unanswered` also stops where answers are missing, `folds` opens what is folded away.
    """
    yield person.place
    person.go_on()
    while person.place != "result":
        page = person.wizard.current_page()
        if isinstance(page, QuestionPage):
            if unanswered and missing_items(person.session.questionnaire, person.session.answers, page.page):
                person.go_on()
                rest(person)
                yield f"{person.place}, unanswered"
            person.recall({item.id: answers[item.id] for item in page.page.items if item.id in answers})
        if folds:
            open_folds(page)
        rest(person)
        yield person.place
        person.go_on()
    if folds:
        open_folds(person.wizard.current_page())
    rest(person)
    yield person.place
    person.session.answer("sudden", ("face",))
    rest(person)
    yield person.place


def rest(person: Driver) -> None:
    """Waits until the layouts, which tell each other about new sizes in several rounds, have come to rest."""
    before: list[QRect] = []
    while (now := [one.geometry() for one in person.window.findChildren(QWidget)]) != before:
        before = now
        person.settle()


def open_folds(page: QWidget) -> None:
    """Opens everything that is folded away on a page."""
    for link in page.findChildren(QPushButton):
        if link.isCheckable() and not link.isChecked():
            link.click()


def dialogs(window: QWidget) -> Iterator[QDialog]:
    """Every dialog of ours, shown one after the other."""
    yield _shown(DetailsDialog("Go on to print", window))
    try:
        raise ValueError("an error to tell of")
    except ValueError as error:
        yield _shown(CrashDialog(crash_details(error, "2026.11"), window))


def _shown(dialog: QDialog) -> QDialog:
    dialog.open()
    return dialog

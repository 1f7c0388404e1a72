"""A walk past everything that a person can meet: each page as it is missing answers and as it is filled in."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QDialog, QMessageBox, QPushButton, QWidget

from tests.gui.driver import Driver
from twitchcheck.gui.crash_dialog import CrashDialog, crash_details
from twitchcheck.gui.pages.question_page import QuestionPage
from twitchcheck.gui.paper.details_dialog import DetailsDialog
from twitchcheck.questionnaire.answers import Answers
from twitchcheck.questionnaire.interview import missing_items


def pages(person: Driver, answers: Answers, *, unanswered: bool = True, folds: bool = True) -> Iterator[str]:
    """Goes from the first page to the result and the interruption; the name of each stop, while it is shown.

    `unanswered` also stops where answers are missing, `folds` opens what is folded away.
    """
    rest(person)
    yield person.place
    person.go_on()
    while person.place != "result":
        page = person.wizard.current_page()
        if isinstance(page, QuestionPage):
            if unanswered and missing_items(person.session.facts, page.page):
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
    person.session.answer("face_droop", "today")
    rest(person)
    yield person.place


def rest(person: Driver) -> None:
    """Waits until the layouts, which tell each other about new sizes in several rounds, have come to rest."""
    before: list[QRect] = []
    calm = 0
    while calm < 4:
        now = [one.geometry() for one in person.window.findChildren(QWidget)]
        calm = calm + 1 if now == before else 0
        before = now
        person.settle()


def open_folds(page: QWidget) -> None:
    """Opens everything that is folded away on a page."""
    for link in page.findChildren(QPushButton):
        if link.isCheckable() and not link.isChecked():
            link.click()


def dialogs(person: Driver, monkeypatch: pytest.MonkeyPatch) -> Iterator[QDialog]:
    """Every dialog of ours, shown one after the other."""
    shown: list[QDialog] = []

    def keep(box: QMessageBox) -> int:
        shown.append(box)
        return 0

    monkeypatch.setattr(QMessageBox, "exec", keep)
    person.recall({"age": 40})
    person.window.close()
    (question,) = shown
    yield from _open(question, person)
    yield from _open(DetailsDialog("&Go on to print", person.window, papers=True), person)
    try:
        raise ValueError("an error to tell of")
    except ValueError as error:
        yield from _open(CrashDialog(crash_details(error, "2026.11"), person.window), person)


def _open(dialog: QDialog, person: Driver) -> Iterator[QDialog]:
    dialog.open()
    rest(person)
    yield dialog
    dialog.close()

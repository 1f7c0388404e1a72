"""Nothing moves by itself, so there is nothing that a wish for less motion would have to stop."""

from PySide6.QtCore import QAbstractAnimation, QObject
from PySide6.QtGui import QMovie
from PySide6.QtWidgets import QApplication

from tests.gui import tour
from tests.gui.driver import Driver
from twitchcheck.questionnaire.answers import Answers


def test_no_page_moves_by_itself(person: Driver, qapp: QApplication, everything: Answers) -> None:
    owners: tuple[QObject, ...] = (person.window, qapp, qapp.style())
    for stop in tour.pages(person, everything, unanswered=False):
        for owner in owners:
            assert owner.findChildren(QAbstractAnimation) == [], stop
            assert owner.findChildren(QMovie) == [], stop

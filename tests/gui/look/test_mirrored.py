"""What we paint ourselves turns round where people read from the right: its picture is the mirrored one."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.gui.driver import Driver
from tests.gui.pictures import apart
from twitchcheck.gui.asking.not_sure import NotSureBox
from twitchcheck.gui.asking.option_cards import card
from twitchcheck.gui.pages.result_parts import dotted
from twitchcheck.gui.side_panel import SidePanel
from twitchcheck.gui.widgets.bars import Discs, GuideBar, ShareBar
from twitchcheck.gui.widgets.diary_chart import DiaryChart
from twitchcheck.gui.widgets.labels import link, note
from twitchcheck.questionnaire.items import AnswerOption, Item, ItemType, Role

WORD = "oxo oxo"
"""Looks the same in a mirror."""


def answer(several: bool) -> QWidget:
    return card(several, "item", AnswerOption("option", WORD), WORD, "vov", compact=False)


def not_sure() -> QWidget:
    return NotSureBox(Item("item", ItemType.AMOUNT, WORD, Role.WORDS, WORD, not_sure=WORD))


def guide_bar() -> QWidget:
    made = GuideBar()
    made.show_amount(600, 400, "")
    return made


def chart() -> QWidget:
    made = DiaryChart([WORD, WORD], 14, 4, ("", ""))
    made.show_days([(1, 1), (2, 0), (6, 1)], "")
    return made


def step() -> QWidget:
    """The eighth step of the side panel, since an 8 looks the same in a mirror."""
    panel = SidePanel([WORD] * 8)
    made = next(one for one in panel.findChildren(QLabel) if one.accessibleName().startswith("8."))
    made.setParent(None)
    return made


PAINTED: dict[str, Callable[[], QWidget]] = {
    "radio": lambda: answer(several=False),
    "check": lambda: answer(several=True),
    "not sure": not_sure,
    "guide bar": guide_bar,
    "share bar": lambda: ShareBar(0.4, ""),
    "discs": lambda: Discs(["#C46F17", "#1D6576"], ""),
    "chart": chart,
    "dot": lambda: dotted("#000000", True, QWidget()),
    "link": lambda: link(WORD, "link"),
    "note": lambda: note(QWidget()),
    "step": step,
}


def picture(made: Callable[[], QWidget], app: QApplication, person: Driver, direction: Qt.LayoutDirection) -> QImage:
    app.setLayoutDirection(direction)
    person.window.theme.apply()
    widget = made()
    if isinstance(widget, QLabel) and direction is Qt.LayoutDirection.RightToLeft:
        widget.setText(f"\N{RIGHT-TO-LEFT MARK}{widget.text()}")  # labels go by their words
    widget.resize(320, 60)
    image = QImage(widget.size(), QImage.Format.Format_RGB32)
    image.fill(QColor("grey"))
    widget.render(image)
    widget.deleteLater()
    app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    # Smaller, since letters are not set to the same part of a pixel from both sides.
    return image.scaled(image.size() / 4, mode=Qt.TransformationMode.SmoothTransformation)


@pytest.mark.parametrize("name", PAINTED)
def test_it_is_mirrored(name: str, qapp: QApplication, person: Driver) -> None:
    usual = picture(PAINTED[name], qapp, person, Qt.LayoutDirection.LeftToRight)
    turned = picture(PAINTED[name], qapp, person, Qt.LayoutDirection.RightToLeft)
    mirrored = usual.flipped(Qt.Orientation.Horizontal)
    assert apart(turned, mirrored) < apart(turned, usual) / 15

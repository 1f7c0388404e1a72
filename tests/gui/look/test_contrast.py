"""Contrast, worked out from the theme for both schemes, and found again in what is on the screen."""

from collections import Counter

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from tests.gui import tour
from tests.gui.driver import Driver
from tests.gui.fitting import named
from tests.gui.look.contrast import CONTROLS, DECORATION, TEXT, TEXTS, contrast, meetings
from twitchcheck.gui.look.theme import Scheme
from twitchcheck.gui.look.tokens import DARK, LIGHT, Tokens
from twitchcheck.questionnaire.answers import Answers

_SHARE_OF_INK = 0.002


def test_black_on_white_has_the_most_contrast() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_every_pair_of_colours_has_contrast_enough(tokens: Tokens) -> None:
    found = {one.names: round(contrast(one.one, one.other), 2) for one in meetings(tokens)}
    least = {one.names: one.least for one in meetings(tokens)}
    assert {names: value for names, value in found.items() if value < least[names]} == {}


def test_no_colour_is_forgotten() -> None:
    tables = [*TEXTS.items(), *CONTROLS.items()]
    known = {one for name, others in tables for one in (name, *others)} | DECORATION | {"levels"}
    assert known == set(Tokens.__struct_fields__)


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_every_text_on_the_screen_has_contrast_enough(person: Driver, everything: Answers, scheme: Scheme) -> None:
    # Large, since the thin strokes of small letters never reach their full colour.
    person.window.theme.choose_text_size(200)
    person.window.theme.choose_scheme(scheme)
    faint = {}
    for place in tour.pages(person, everything, unanswered=scheme is Scheme.LIGHT):
        for widget in texts(person.window):
            found = strongest(picture(widget))
            if found < TEXT:
                faint[f"{named(widget)} on {place}"] = round(found, 2)
    assert faint == {}


def texts(window: QWidget) -> list[QLabel | QAbstractButton]:
    """Every text that is shown and not switched off."""
    found: list[QLabel | QAbstractButton] = [*window.findChildren(QLabel), *window.findChildren(QAbstractButton)]
    return [one for one in found if one.isVisible() and one.isEnabled() and one.text().strip()]


def picture(widget: QWidget) -> QImage:
    """A text with the ground below it, cut from the nearest widget that scrolls or from the window."""
    holder = widget
    while holder.objectName() != "pageContent" and (parent := holder.parentWidget()) is not None:
        holder = parent
    area = QRect(widget.mapTo(holder, QPoint(0, 0)), widget.size())
    return holder.grab(area).toImage().convertToFormat(QImage.Format.Format_RGB32)


def strongest(image: QImage) -> float:
    """The contrast of the commonest colour with the one that stands out most from it and is no single dot."""
    pixels = Counter(memoryview(image.constBits()).cast("I"))
    colours = {f"#{value & 0xFFFFFF:06x}": count for value, count in pixels.items()}
    ground = max(colours, key=lambda colour: colours[colour])
    enough = image.width() * image.height() * _SHARE_OF_INK
    return max(contrast(ground, colour) for colour, count in colours.items() if count >= enough)

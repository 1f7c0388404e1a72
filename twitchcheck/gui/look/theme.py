"""The look as values: colours for light and dark, sizes from one base, and how they reach the application."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from twitchcheck.gui.look.style_sheet import style_sheet
from twitchcheck.gui.look.tokens import DARK, LIGHT, Tokens

BASE_PIXELS = 15
SMALLEST_TEXT, LARGEST_TEXT, TEXT_STEP = 100, 200, 10


class Scheme(StrEnum):
    """Which colours the person wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


_QT_SCHEMES = {
    Scheme.SYSTEM: Qt.ColorScheme.Unknown,
    Scheme.LIGHT: Qt.ColorScheme.Light,
    Scheme.DARK: Qt.ColorScheme.Dark,
}

_ROLES: Mapping[QPalette.ColorRole, str] = MappingProxyType(
    {
        QPalette.ColorRole.Window: "ground",
        QPalette.ColorRole.WindowText: "ink",
        QPalette.ColorRole.Base: "card",
        QPalette.ColorRole.AlternateBase: "tint",
        QPalette.ColorRole.Text: "ink",
        QPalette.ColorRole.PlaceholderText: "soft_ink",
        QPalette.ColorRole.Button: "card",
        QPalette.ColorRole.ButtonText: "ink",
        QPalette.ColorRole.ToolTipBase: "card",
        QPalette.ColorRole.ToolTipText: "ink",
        QPalette.ColorRole.Highlight: "primary",
        QPalette.ColorRole.HighlightedText: "on_primary",
        QPalette.ColorRole.Accent: "primary",
        QPalette.ColorRole.Link: "primary",
        QPalette.ColorRole.Light: "card",
        QPalette.ColorRole.Midlight: "line",
        QPalette.ColorRole.Mid: "edge",
        QPalette.ColorRole.Dark: "edge",
        QPalette.ColorRole.Shadow: "edge",
    }
)


def tokens() -> Tokens:
    """The colours in use now; painted widgets ask for them each time they paint."""
    return DARK if QGuiApplication.palette().window().color().lightness() < 128 else LIGHT


def scaled(font: QFont, factor: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """`font` at `factor` times its size, for widgets that paint their own text."""
    other = QFont(font)
    other.setPixelSize(max(1, round(QFont(font).pixelSize() * factor)))
    other.setWeight(weight)
    return other


class Theme(QObject):
    """Dresses the application; follows the system's colours while the scheme is `system`.

    Steps that come while there is something else to do are one change together. `changing` tells that there is one,
    before it: what has been put away by then need not be dressed.
    """

    changing = Signal()
    changed = Signal()

    def __init__(self, app: QApplication, scheme: Scheme, text_size: int) -> None:
        super().__init__(app)
        self._app = app
        self.scheme = scheme
        self.text_size = text_size
        self._hints = QGuiApplication.styleHints()
        self._hints.setColorScheme(_QT_SCHEMES[scheme])
        # With no time to wait it comes when all keys that were pressed meanwhile have been seen to.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._change)
        self._hints.colorSchemeChanged.connect(self._soon.start)
        self.apply()

    def choose_scheme(self, scheme: Scheme) -> None:
        """Changes the colours."""
        self.scheme = scheme
        self._hints.setColorScheme(_QT_SCHEMES[scheme])
        self._soon.start()

    def choose_text_size(self, percent: int) -> None:
        """Changes the size of all text; kept between 100 and 200 per cent."""
        self.text_size = min(LARGEST_TEXT, max(SMALLEST_TEXT, percent))
        self._soon.start()

    def step_text_size(self, percent: int) -> None:
        """Makes all text larger or smaller by so many per cent."""
        self.choose_text_size(self.text_size + percent)

    def _change(self) -> None:
        self.changing.emit()
        self.apply()
        self.changed.emit()

    def apply(self) -> None:
        """Sets font, palette and style sheet of the application from the scheme and the text size."""
        chosen = self._tokens()
        base = BASE_PIXELS * self.text_size / 100
        font = QFont("Inter")
        font.setPixelSize(round(base))
        self._app.setFont(font)
        self._app.setPalette(_palette(chosen))
        from_left = self._app.layoutDirection() is Qt.LayoutDirection.LeftToRight
        self._app.setStyleSheet(style_sheet(chosen, base, from_left))

    def _tokens(self) -> Tokens:
        # Not every platform lets a program override the colour scheme, so a wish is kept here as well.
        if self.scheme is Scheme.SYSTEM:
            return DARK if self._hints.colorScheme() is Qt.ColorScheme.Dark else LIGHT
        return DARK if self.scheme is Scheme.DARK else LIGHT


def _palette(chosen: Tokens) -> QPalette:
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, QColor(getattr(chosen, name)))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(chosen.edge))
    return palette

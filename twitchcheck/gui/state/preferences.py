"""What the program remembers between runs: the window's size, theme, text size and country. Never an answer."""

from PySide6.QtCore import QByteArray, QSettings

from twitchcheck.gui.look.theme import LARGEST_TEXT, SMALLEST_TEXT, Scheme
from twitchcheck.gui.state.region import TELEPHONE, country


class Preferences:
    """A thin layer over QSettings with types; what can't be understood counts as not set."""

    def __init__(self, settings: QSettings | None = None) -> None:
        self._settings = settings or QSettings()

    @property
    def geometry(self) -> QByteArray:
        """Size and place of the window, empty at the first start."""
        value = self._settings.value("window/geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._settings.setValue("window/geometry", geometry)

    @property
    def scheme(self) -> Scheme:
        """Light, dark, or as the system."""
        value = self._settings.value("look/scheme")
        return Scheme(value) if value in list(Scheme) else Scheme.SYSTEM

    @scheme.setter
    def scheme(self, scheme: Scheme) -> None:
        self._settings.setValue("look/scheme", scheme.value)

    @property
    def text_size(self) -> int:
        """The size of all text in per cent, from 100 to 200."""
        value = str(self._settings.value("look/text_size"))
        return min(LARGEST_TEXT, max(SMALLEST_TEXT, int(value))) if value.isdecimal() else SMALLEST_TEXT

    @text_size.setter
    def text_size(self, percent: int) -> None:
        self._settings.setValue("look/text_size", percent)

    @property
    def country(self) -> str:
        """The two-letter code of the country whose emergency number is shown; at first that of the telephone."""
        value = self._settings.value("emergency/country")
        return value if isinstance(value, str) else country(TELEPHONE)

    @country.setter
    def country(self, country: str) -> None:
        self._settings.setValue("emergency/country", country)

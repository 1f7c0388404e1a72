"""What the program remembers between runs: the window's size, theme, text size and country, and once that is allowed
the names of the files opened last. Never an answer."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from twitchcheck.gui.look.theme import LARGEST_TEXT, SMALLEST_TEXT, Scheme
from twitchcheck.gui.state.region import TELEPHONE, country

MOST_RECENT = 8
"""How many files are remembered."""


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

    @property
    def keeps_recent(self) -> bool:
        """Whether the person allows to remember which files were opened."""
        return str(self._settings.value("files/keep")).lower() == "true"

    @keeps_recent.setter
    def keeps_recent(self, allowed: bool) -> None:
        self._settings.setValue("files/keep", allowed)
        if not allowed:
            self.clear_recent()

    @property
    def recent(self) -> tuple[Path, ...]:
        """The files opened last, the latest first; none unless that is allowed."""
        value = self._settings.value("files/recent")
        names = [value] if isinstance(value, str) else value if isinstance(value, list) else []
        return tuple(Path(name) for name in names if isinstance(name, str) and name) if self.keeps_recent else ()

    def note_recent(self, path: Path) -> None:
        """Remembers a file as the one opened last, where that is allowed."""
        if self.keeps_recent:
            others = [str(one) for one in self.recent if one != path]
            self._settings.setValue("files/recent", [str(path), *others][:MOST_RECENT])

    def clear_recent(self) -> None:
        """Forgets which files were opened."""
        self._settings.remove("files/recent")

"""The keys of a whole check: walked through offscreen and noted down, to be pressed where there is only a screen.

Run as a program, since it needs an application of its own; it prints the keys by their X names, one on a line.
"""

import os
import sys
import tempfile
from functools import partial
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={Path(__file__).parents[2] / 'screen.json'}"

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from tests.calm_answers import calm_answers
from tests.conftest import DAY
from tests.gui.driver import Driver
from twitchcheck.app import read_stored
from twitchcheck.content.loader import load
from twitchcheck.gui.application import application, make_window
from twitchcheck.resource_files import content_folder

_NAMES = {
    Qt.Key.Key_Tab: "Tab",
    Qt.Key.Key_Space: "space",
    Qt.Key.Key_Return: "Return",
    Qt.Key.Key_Down: "Down",
    Qt.Key.Key_Right: "Right",
}
_SIGNS = {".": "period"}


class Recorder(Driver):
    """Notes every key that it presses."""

    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)  # type: ignore[arg-type]
        self.pressed: list[str] = []

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Presses and notes a key."""
        self.pressed.append(_NAMES[key])
        super().press(key, modifier)

    def keys(self, text: str) -> None:
        """Types and notes numbers."""
        self.pressed += [_SIGNS.get(one, one) for one in text]
        super().keys(text)


def main() -> None:
    """Walks from the first page to the review with nothing the matter."""
    app = application(sys.argv[:1])
    protocol = load(content_folder())
    with tempfile.TemporaryDirectory() as settings:
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, settings)
        window = make_window(app, protocol, partial(read_stored, protocol), lambda: DAY)
        window.show()
        person = Recorder(window)
        answers = calm_answers(protocol, {})
        while person.place != "review":
            before = person.place
            person.type_page(answers)
            if isinstance(QApplication.focusWidget(), QPlainTextEdit):
                person.tab_to("next")  # in somebody's own words, Enter is a new line
            person.press(Qt.Key.Key_Return)
            assert person.place != before, f"no way on from {before}"
    sys.stdout.write("\n".join(person.pressed) + "\n")


if __name__ == "__main__":
    main()

"""What the help says: the topics of the content, the keys, the sources, the changes, what the program is made of."""

import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QVBoxLayout, QWidget

from twitchcheck import __version__
from twitchcheck.gui.help.help_window import HelpWindow, Page, paragraphs
from twitchcheck.gui.help.page_ids import ABOUT, KEYS, NEW, SOURCES
from twitchcheck.gui.widgets.labels import label, short_label
from twitchcheck.gui.widgets.list_box import ListBox
from twitchcheck.gui.widgets.scroll_column import spaced
from twitchcheck.gui.widgets.section import source_label
from twitchcheck.report.changes import releases
from twitchcheck.report.citations import source_rows
from twitchcheck.report.phrases import day_in_words
from twitchcheck.resource_files import changes_file, resource_folder
from twitchcheck.rules.protocol import TriageProtocol

UNDERLINED = ("Alt and the underlined letter", "Press that button or open that menu")
"""On macOS no letter is underlined."""

IN_THE_CHECK = (
    ("Tab, Shift+Tab", "To the next answer or button, and back"),
    ("Up, Down", "To the next or previous answer of one question"),
    ("Space", "Choose or tick the answer"),
    ("Enter", "Continue"),
    UNDERLINED,
    ("Esc", "Leave; asks first when there are answers"),
)
"""Keys that belong to no menu entry."""

Pictures = Mapping[str, Callable[[QVBoxLayout], None]]


def help_window(
    protocol: TriageProtocol, on: date, actions: Iterable[QAction], pictures: Pictures, parent: QWidget
) -> HelpWindow:
    """The help window for this content on a day; `actions` are the menu entries whose keys are told, and `pictures`
    add to a topic, by its id, what shows it."""
    pages: list[Page] = [
        (topic.id, topic.title, partial(_topic, text=topic.text, add_pictures=pictures.get(topic.id)))
        for topic in protocol.help_topics
    ]
    pages += [
        (KEYS, "Keyboard shortcuts", partial(_keys, actions=tuple(actions))),
        (SOURCES, "Sources", partial(_sources, protocol=protocol)),
        (NEW, "What is new", partial(_changes, protocol=protocol)),
        (ABOUT, "About TwitchCheck", partial(_about, protocol=protocol, on=on)),
    ]
    return HelpWindow(pages, parent)


def _topic(column: QVBoxLayout, text: str, add_pictures: Callable[[QVBoxLayout], None] | None) -> None:
    paragraphs(column, text)
    if add_pictures is not None:
        add_pictures(column)


def _keys(column: QVBoxLayout, actions: tuple[QAction, ...]) -> None:
    of_menus = [
        (one.shortcut().toString(QKeySequence.SequenceFormat.NativeText), one.text().replace("&", "").rstrip("…"))
        for one in actions
        if not one.shortcut().isEmpty()
    ]
    in_the_check = [row for row in IN_THE_CHECK if row is not UNDERLINED or sys.platform != "darwin"]
    for title, rows in (("In the check", in_the_check), ("In the menus", of_menus)):
        spaced(column, 8, label(title, "section"))
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 6, 0, 10)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for place, (key, what) in enumerate(rows):
            grid.addWidget(short_label(key, "strong"), place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(what), place, 1)
        column.addWidget(table)


def _sources(column: QVBoxLayout, protocol: TriageProtocol) -> None:
    column.addWidget(label("The small words behind a sentence name who says so. These are the names in full.", "soft"))
    for row in source_rows(protocol):
        spaced(column, 10, source_label(row))


def _changes(column: QVBoxLayout, protocol: TriageProtocol) -> None:
    for release in releases(changes_file()):
        title = f"Version {release.version}, {day_in_words(protocol, release.day)}"
        spaced(column, 8, label(title, "section"))
        for change in release.changes:
            spaced(column, 8, label(f"• {change}"))


def _about(column: QVBoxLayout, protocol: TriageProtocol, on: date) -> None:
    edition = protocol.edition
    column.addWidget(label("Muscle twitch self-check", "lead"))
    facts = (
        f"Version {__version__}. Content {protocol.version}, last reviewed {edition.reviewed}. Qt {qVersion()}.",
        f"{edition.disclaimer} Not for emergencies. Nothing leaves this computer.",
        "TwitchCheck is free software under the MIT licence. It is made with other free software, most of all Qt, "
        "which is used under the LGPL, and the typeface Inter. Their licences stand below in full.",
    )
    for fact in (*facts, *([edition.overdue.text] if protocol.overdue(on) else [])):
        spaced(column, 10, label(fact))
    licences = sorted((resource_folder() / "licences").glob("*.txt"))
    names = ListBox()
    names.setObjectName("licences")
    names.setAccessibleName("Licence")
    text = QPlainTextEdit()
    text.setReadOnly(True)
    text.setObjectName("licenceText")
    text.setAccessibleName("Text of the licence")
    text.setMinimumHeight(text.font().pixelSize() * 22)

    def show(place: int) -> None:
        text.setPlainText(licences[place].read_text(encoding="utf-8"))

    names.currentIndexChanged.connect(show)
    names.addItems([path.stem.replace("-", " ") for path in licences])
    spaced(column, 16, names)
    spaced(column, 8, text)

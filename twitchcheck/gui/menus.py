"""The menu bar and what its entries do. Printing and reports are imported only when they are asked for."""

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from twitchcheck.gui.help.page_ids import ABOUT, KEYS, LATER, NEW, SOURCES
from twitchcheck.gui.look.theme import SMALLEST_TEXT, TEXT_STEP, Scheme, Theme
from twitchcheck.gui.state.preferences import Preferences
from twitchcheck.gui.state.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchcheck.gui.handing_out import HandingOut
    from twitchcheck.gui.help.help_window import HelpWindow

_SCHEME_NAMES = {Scheme.SYSTEM: "As the system", Scheme.LIGHT: "Light", Scheme.DARK: "Dark"}


class Acts(Protocol):
    """What the entries do, but for the look and the help."""

    def new_check(self) -> None:
        """Starts over."""

    def choose_file(self) -> None:
        """Asks for a file and opens it."""

    def open_file(self, path: Path) -> None:
        """Opens a file."""

    def save(self) -> bool:
        """Saves everything in its file; asks for one where there is none."""

    def save_as(self) -> bool:
        """Asks for a file and saves everything in it."""

    def note_recent(self) -> None:
        """Remembers the file that is open, where that is allowed."""

    def find_words(self) -> None:
        """Looks for words on the page."""

    @property
    def handing_out(self) -> "HandingOut":
        """Prints, saves and copies."""


class Menus(QObject):
    """Makes the menus of `window`. Entries that need a result are off until `show_state` tells of one."""

    def __init__(
        self, window: QMainWindow, session: Session, theme: Theme, preferences: Preferences, acts: Acts
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._theme = theme
        self._preferences = preferences
        self._acts = acts
        bar = window.menuBar()
        self._file(bar.addMenu("&File"))
        edit = bar.addMenu("&Edit")
        self.copy_action = self._add(
            edit, "&Copy summary", self._handing(lambda out: out.copy_summary()), "copySummary", "Ctrl+Shift+C"
        )
        self.find_action = self._add(edit, "&Find…", self._acts.find_words, "findAction", QKeySequence.StandardKey.Find)
        self._view(bar.addMenu("&View"))
        self._help(bar.addMenu("&Help"))
        self.show_state(has_answers=False, has_pages=False, can_find=False)

    def show_state(self, *, has_answers: bool, has_pages: bool, can_find: bool) -> None:
        """Switches the entries that need answers, something to hand out, or a page to find words in."""
        for action in (
            self.preview_action,
            self.print_action,
            self.save_pdf_action,
            self.save_page_action,
            self.save_text_action,
            self.copy_action,
        ):
            action.setEnabled(has_pages)
        self.save_action.setEnabled(has_answers)
        self.save_as_action.setEnabled(has_answers)
        self.find_action.setEnabled(can_find)

    def _file(self, menu: QMenu) -> None:
        self._add(menu, "&New check", self._acts.new_check, "newCheckAction", QKeySequence.StandardKey.New)
        self._add(menu, "&Open…", self._acts.choose_file, "open", QKeySequence.StandardKey.Open)
        self._recent = menu.addMenu("Open &recent")
        self._recent.aboutToShow.connect(self._list_recent)
        self.save_action = self._add(menu, "&Save", self._acts.save, "save", QKeySequence.StandardKey.Save)
        self.save_as_action = self._add(menu, "Save &as…", self._acts.save_as, "saveAs", "Ctrl+Shift+S")
        menu.addSeparator()
        self.preview_action = self._add(
            menu, "Print pre&view…", self._handing(lambda out: out.preview()), "previewAction"
        )
        self.print_action = self._add(
            menu, "&Print…", self._handing(lambda out: out.print_out()), "printAction", QKeySequence.StandardKey.Print
        )
        menu.addSeparator()
        self.save_pdf_action = self._add(
            menu, "Save as P&DF…", self._handing(lambda out: out.save_as_pdf()), "savePdfAction", "Ctrl+E"
        )
        self.save_page_action = self._add(
            menu,
            "Save as &web page, for screen readers…",
            self._handing(lambda out: out.save_as_web_page()),
            "savePageAction",
        )
        self.save_text_action = self._add(
            menu, "Save as &text…", self._handing(lambda out: out.save_as_text()), "saveTextAction"
        )
        self.save_reminder_action = self._add(
            menu, "Save re&minder…", self._handing(lambda out: out.save_reminder()), "saveReminderAction"
        )
        menu.aboutToShow.connect(self._show_reminder)
        menu.addSeparator()
        leave = self._add(menu, "&Quit", self._window.close, "quit", "Ctrl+Q")
        leave.setMenuRole(QAction.MenuRole.QuitRole)

    def _show_reminder(self) -> None:
        """Switches the entry that needs a day of the next check, which nobody has to know before the menu opens."""
        has_told = any(one.level is not None for one in self._session.record.checks)  # else nothing is worth importing
        day = self._acts.handing_out.day_of_reminder() if has_told else None
        self.save_reminder_action.setEnabled(day is not None)

    def _list_recent(self) -> None:
        """Fills the list anew, since a file may have been opened meanwhile."""
        self._recent.clear()
        preferences = self._preferences
        for place, path in enumerate(preferences.recent, 1):
            text = f"&{place} {_as_text(path.stem)}"
            self._add(self._recent, text, partial(self._acts.open_file, path), f"recent.{place}")
        self._recent.addSeparator()
        keep = self._add(self._recent, "&Keep a list of opened files", self._keep_recent, "keepRecent")
        keep.setCheckable(True)
        keep.setChecked(preferences.keeps_recent)
        clear = self._add(self._recent, "&Clear this list", preferences.clear_recent, "clearRecent")
        clear.setEnabled(bool(preferences.recent))

    def _keep_recent(self) -> None:
        self._preferences.keeps_recent = not self._preferences.keeps_recent
        self._acts.note_recent()

    def _view(self, menu: QMenu) -> None:
        theme = self._theme
        group = QActionGroup(self)
        for scheme, name in _SCHEME_NAMES.items():
            action = self._add(menu, name, partial(theme.choose_scheme, scheme), f"scheme.{scheme}")
            action.setCheckable(True)
            action.setChecked(theme.scheme is scheme)
            group.addAction(action)
        menu.addSeparator()
        for name, step, key in (("&Larger text", TEXT_STEP, "Ctrl++"), ("&Smaller text", -TEXT_STEP, "Ctrl+-")):
            action = self._add(menu, name, partial(theme.step_text_size, step), f"text{step:+}", key)
            if step > 0:  # on most keyboards + stands above =, and nobody holds Shift for larger text
                action.setShortcuts([QKeySequence(key), QKeySequence("Ctrl+=")])
        self._add(menu, "&Usual text size", partial(theme.choose_text_size, SMALLEST_TEXT), "textUsual", "Ctrl+0")

    def _help(self, menu: QMenu) -> None:
        first, *others = self._session.protocol.help_topics
        self._add(menu, f"&{_as_text(first.title)}", partial(self._open_help, first.id), "help", "F1")
        self._add(menu, "&Keyboard shortcuts", partial(self._open_help, KEYS), f"help.{KEYS}", "Ctrl+?")
        menu.addSeparator()
        for topic in others:
            self._add(menu, _as_text(topic.title), partial(self._open_help, topic.id), f"help.{topic.id}")
        self._add(menu, "&Sources", partial(self._open_help, SOURCES), f"help.{SOURCES}")
        menu.addSeparator()
        self._add(menu, "What is &new", partial(self._open_help, NEW), f"help.{NEW}")
        about = self._add(menu, "&About TwitchCheck", partial(self._open_help, ABOUT), f"help.{ABOUT}")
        about.setMenuRole(QAction.MenuRole.AboutRole)

    def _handing(self, act: "Callable[[HandingOut], object]") -> "Callable[[], object]":
        """What an entry does; what hands out is not made until somebody chooses the entry."""
        return lambda: act(self._acts.handing_out)

    def _open_help(self, page_id: str) -> None:
        self._help_window.open_at(page_id)

    @cached_property
    def _help_window(self) -> "HelpWindow":
        from twitchcheck.gui.help.help_pages import help_window
        from twitchcheck.gui.help_pictures import add_later

        protocol, today = self._session.protocol, self._session.today()
        pictures = {LATER: partial(add_later, protocol=protocol, on=today)}
        return help_window(protocol, today, self.findChildren(QAction), pictures, self._window)

    def _add(
        self,
        menu: QMenu,
        text: str,
        act: "Callable[[], object]",
        name: str,
        key: str | QKeySequence.StandardKey | None = None,
    ) -> QAction:
        action = QAction(self)  # with a text there, Qt's binding makes QIcon, which nothing here needs
        action.setText(text)
        action.setObjectName(name)
        if key is not None:
            action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda _: act())
        menu.addAction(action)
        return action


def _as_text(title: str) -> str:
    """A title from the content, in which "&" is no key."""
    return title.replace("&", "&&")

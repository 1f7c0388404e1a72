"""The menu bar and what its entries do. Printing and reports are imported only when they are asked for."""

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from twitchcheck.gui.theme import SMALLEST_TEXT, TEXT_STEP, Scheme

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchcheck.gui.help_window import HelpWindow
    from twitchcheck.gui.main_window import MainWindow

_SCHEME_NAMES = {Scheme.SYSTEM: "As the system", Scheme.LIGHT: "Light", Scheme.DARK: "Dark"}


class Menus(QObject):
    """Makes the menus of the main window. Entries that need a result are off until there is one."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        bar = window.menuBar()
        self._file(bar.addMenu("&File"))
        edit = bar.addMenu("&Edit")
        self.copy_action = self._add(edit, "&Copy summary", self._copy, "copySummary", "Ctrl+Shift+C")
        self.find_action = self._add(edit, "&Find…", self._find, "findAction", QKeySequence.StandardKey.Find)
        self._view(bar.addMenu("&View"))
        self._help(bar.addMenu("&Help"))
        self.show_state()

    def show_state(self) -> None:
        """Switches the entries that need a result."""
        window = self._window
        has_result = window.interrupted or window.wizard.currentId() == window.wizard.result_id
        for action in (
            self.preview_action,
            self.print_action,
            self.save_pdf_action,
            self.save_text_action,
            self.copy_action,
        ):
            action.setEnabled(has_result)
        self.save_answers_action.setEnabled(bool(window.session.answers))
        self.find_action.setEnabled(has_result and not window.interrupted)

    def _file(self, menu: QMenu) -> None:
        self._add(menu, "&New check", self._window.new_check, "newCheckAction", QKeySequence.StandardKey.New)
        self._add(menu, "&Open answers…", self._open_answers, "openAnswers", QKeySequence.StandardKey.Open)
        self.save_answers_action = self._add(menu, "Save &answers…", self._save_answers, "saveAnswers", "Ctrl+Shift+S")
        menu.addSeparator()
        self.preview_action = self._add(menu, "Print pre&view…", self._preview, "previewAction")
        self.print_action = self._add(menu, "&Print…", self._print, "printAction", QKeySequence.StandardKey.Print)
        menu.addSeparator()
        self.save_pdf_action = self._add(
            menu, "&Save as PDF…", self._save_pdf, "savePdfAction", QKeySequence.StandardKey.Save
        )
        self.save_text_action = self._add(menu, "Save as &text…", self._save_text, "saveTextAction")
        menu.addSeparator()
        leave = self._add(menu, "&Quit", self._window.close, "quit", "Ctrl+Q")
        leave.setMenuRole(QAction.MenuRole.QuitRole)

    def _view(self, menu: QMenu) -> None:
        theme = self._window.theme
        group = QActionGroup(self)
        for scheme, name in _SCHEME_NAMES.items():
            action = self._add(menu, name, partial(theme.choose_scheme, scheme), f"scheme.{scheme}")
            action.setCheckable(True)
            action.setChecked(theme.scheme is scheme)
            group.addAction(action)
        menu.addSeparator()
        for name, step, key in (("&Larger text", TEXT_STEP, "Ctrl++"), ("&Smaller text", -TEXT_STEP, "Ctrl+-")):
            self._add(menu, name, partial(theme.step_text_size, step), f"text{step:+}", key)
        self._add(menu, "&Usual text size", partial(theme.choose_text_size, SMALLEST_TEXT), "textUsual", "Ctrl+0")

    def _help(self, menu: QMenu) -> None:
        first, *others = self._window.session.protocol.help_topics
        self._add(menu, f"&{first.title}", partial(self._open_help, first.id), "help", "F1")
        self._add(menu, "&Keyboard shortcuts", partial(self._open_help, "keys"), "help.keys", "Ctrl+?")
        menu.addSeparator()
        for topic in others:
            self._add(menu, topic.title, partial(self._open_help, topic.id), f"help.{topic.id}")
        self._add(menu, "&Sources", partial(self._open_help, "sources"), "help.sources")
        menu.addSeparator()
        self._add(menu, "What is &new", partial(self._open_help, "new"), "help.new")
        about = self._add(menu, "&About TwitchCheck", partial(self._open_help, "about"), "help.about")
        about.setMenuRole(QAction.MenuRole.AboutRole)

    def _open_help(self, page_id: str) -> None:
        self._help_window.open_at(page_id)

    @cached_property
    def _help_window(self) -> "HelpWindow":
        from twitchcheck.gui.help_pages import help_window

        return help_window(self._window.session.protocol, self.findChildren(QAction), self._window)

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

    def _open_answers(self) -> None:
        from twitchcheck.gui.handing_out import choose_answers

        choose_answers(self._window)

    def _save_answers(self) -> None:
        from twitchcheck.gui.handing_out import save_answers

        save_answers(self._window)

    def _preview(self) -> None:
        from twitchcheck.gui.handing_out import preview

        preview(self._window)

    def _print(self) -> None:
        from twitchcheck.gui.handing_out import print_out

        print_out(self._window)

    def _save_pdf(self) -> None:
        from twitchcheck.gui.handing_out import save_as_pdf

        save_as_pdf(self._window)

    def _save_text(self) -> None:
        from twitchcheck.gui.handing_out import save_as_text

        save_as_text(self._window)

    def _find(self) -> None:
        self._window.find_bar.open_bar()

    def _copy(self) -> None:
        from twitchcheck.gui.handing_out import copy_summary

        copy_summary(self._window)

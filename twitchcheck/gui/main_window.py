"""The main window: the check or the interruption, and the question asked before anything is forgotten."""

from collections.abc import Callable
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from twitchcheck.gui.look.theme import Theme
from twitchcheck.gui.menus import Menus
from twitchcheck.gui.state.document import Document
from twitchcheck.gui.state.preferences import Preferences
from twitchcheck.gui.state.session import Session
from twitchcheck.gui.widgets.message_bar import MessageBar
from twitchcheck.gui.widgets.window_place import USUAL, place
from twitchcheck.gui.wizard import CheckWizard
from twitchcheck.records.record import Plan, Record
from twitchcheck.records.stored_file import StoredFile
from twitchcheck.rules.protocol import TriageProtocol

if TYPE_CHECKING:
    from twitchcheck.gui.find_bar import FindBar
    from twitchcheck.gui.handing_out import HandingOut
    from twitchcheck.gui.pages.interruption_page import InterruptionPage
    from twitchcheck.gui.pages.plan_page import PlanPage
    from twitchcheck.gui.paper.handed_out import HandedOut


_NOT_KEPT = "The plan is kept only once it is saved. Save it (Ctrl+S), so that it is there tomorrow."
_SINCE_WHEN = "Noted. Please say since when it is so, or that it has gone."

ReadStored = Callable[[Path], tuple[Record, StoredFile]]
"""Reads a file of checks. Raises OSError when it can't be read, ValueError when it can't be used."""

_TITLE = "Muscle twitch self-check"


class MainWindow(QMainWindow):
    """Holds one session. An emergency takes the place of the check the moment an answer completes it."""

    def __init__(
        self,
        protocol: TriageProtocol,
        preferences: Preferences,
        theme: Theme,
        read_stored: ReadStored,
        today: Callable[[], date],
    ) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowTitle(_TITLE)
        self.setAccessibleName(_TITLE)
        self.session = Session(protocol, today, self)
        self.document = Document(self.session)
        self.preferences = preferences
        self.theme = theme
        self._read_stored = read_stored
        self.wizard = CheckWizard(self.session, preferences)
        self._stack = QStackedWidget()
        self._message = MessageBar()
        central = QWidget()
        self.setCentralWidget(central)
        self._column = QVBoxLayout(central)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._message)
        self._column.addWidget(self._stack, 1)
        # Last, since each move of a page to another parent applies the style sheet to all of it again.
        self._stack.addWidget(self.wizard)
        self.menus = Menus(self, self.session, theme, preferences, self)
        self.setAcceptDrops(True)
        self._connect()
        if preferences.geometry.isEmpty() or not self.restoreGeometry(preferences.geometry):
            self.resize(USUAL)
        place(self)

    @property
    def interrupted(self) -> bool:
        """Whether the interruption is shown."""
        return "interruption" in self.__dict__ and self._stack.currentWidget() is self.interruption

    @cached_property
    def interruption(self) -> "InterruptionPage":
        """The page for emergencies, made when there is one."""
        from twitchcheck.gui.pages.interruption_page import InterruptionPage

        page = InterruptionPage(self.session, self.preferences)
        page.mistake_claimed.connect(self._take_back)
        page.seen_claimed.connect(self._note_seen)
        page.back_wanted.connect(self._leave_emergency)
        page.print_wanted.connect(self.menus.print_action.trigger)
        self._stack.addWidget(page)
        return page

    @property
    def plan_shown(self) -> bool:
        """Whether the page of the two-week plan is shown."""
        return "plan_page" in self.__dict__ and self._stack.currentWidget() is self.plan_page

    @cached_property
    def plan_page(self) -> "PlanPage":
        """The page of the two-week plan, made when somebody opens it."""
        from twitchcheck.gui.pages.plan_page import PlanPage

        page = PlanPage(self.session)
        page.back_wanted.connect(self._leave_plan)
        page.print_wanted.connect(self.menus.print_action.trigger)
        page.body.begun.connect(self._tell_if_not_kept)
        page.body.turned.connect(self._show_state)
        self._stack.addWidget(page)
        return page

    @cached_property
    def find_bar(self) -> "FindBar":
        """The line below the page to find words in it, made when somebody looks for some."""
        from twitchcheck.gui.find_bar import FindBar

        bar = FindBar(self.wizard.current_page)
        self.wizard.page_shown.connect(bar.leave)
        self._column.addWidget(bar)
        return bar

    @cached_property
    def handing_out(self) -> "HandingOut":
        """What prints, saves and copies, made when something is handed out."""
        from twitchcheck.gui.handing_out import HandingOut

        return HandingOut(self.session, self.shown, self, self.say)

    def shown(self) -> "HandedOut":
        """What is shown, to be handed out: an emergency, a plan, or else the result."""
        from twitchcheck.gui.pages.result_page import current_view
        from twitchcheck.gui.paper.handed_out import EmergencyOut, PlanOut, ResultOut
        from twitchcheck.report.doctor_sheet import doctor_sheet

        session = self.session
        plan = self.plan_page.body.view() if self.plan_shown else None
        if plan is not None:
            return PlanOut(plan, session.today())
        earlier = session.standing.earlier.checks
        sheet = doctor_sheet(session.protocol, session.answers, session.assessment(), earlier)
        result = ResultOut(current_view(session, self.preferences), sheet, session.day)
        return EmergencyOut(self.interruption.view(), result) if self.interrupted else result

    def find_words(self) -> None:
        """Opens the line to find words in."""
        self.find_bar.open_bar()

    def say(self, text: str, failed: bool = False) -> None:
        """Shows a message at the top of the window."""
        self._message.say(text, failed)

    def new_check(self) -> None:
        """Starts over, after asking when there are answers that no file holds."""
        if self._may_forget("Start a new check?", "&Forget and start again"):
            self.document.leave()
            self.session.forget()

    def check_again(self) -> None:
        """Begins another check after the one that is shown; it goes into the same file."""
        self.session.check_again()
        if not self.interrupted:
            self.wizard.begin_again()

    def see_last(self) -> None:
        """Shows what the check that was opened concluded, an emergency on its page."""
        if self.session.assessment().emergencies:
            self._interrupt()
        else:
            self.wizard.go_to_result()

    def open_plan(self, former: Plan | None = None) -> None:
        """Shows the two-week plan, or what can be tried, or a plan that was put away."""
        # What has been clicked lies under the mouse; who came by a key is shown where the keyboard is.
        focus = QApplication.focusWidget()
        clicked = focus is not None and focus.underMouse()
        self.plan_page.body.look_at(former)
        self._show(self.plan_page)
        self.plan_page.open(Qt.FocusReason.OtherFocusReason if clicked else Qt.FocusReason.TabFocusReason)

    def save(self) -> bool:
        """Saves everything in its file; asks for one where there is none. Whether all is saved."""
        return self.document.save() if self.document.path is not None else self.save_as()

    def save_as(self) -> bool:
        """Asks for a file and saves everything in it. Whether it is saved."""
        saved = self.handing_out.save_record(self.document)
        self.note_recent()
        return saved

    def note_recent(self) -> None:
        """Remembers the file that is open, where that is allowed."""
        if self.document.path is not None:
            self.preferences.note_recent(self.document.path)

    def choose_file(self) -> None:
        """Asks for a file and opens it."""
        path = self.handing_out.chosen_file()
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Shows what a file holds, after asking when there is something else that none holds. Whatever was open comes
        first."""
        if QApplication.activeModalWidget() is not None:
            # It asks or shows something about the answers that stand now. A file manager may open a file all the same.
            self.say(f"Close what is open here first, then open {path.name} again.", failed=True)
            return
        opened = self._opened(path)
        if opened is None or not self._may_forget("Open the file?", "&Forget mine, open it"):
            return
        if not opened[1].is_as_known():  # what was asked may have been saved into the same file
            opened = self._opened(path)
        if opened is not None:
            record, stored = opened
            self.document.leave()
            self.session.open(record)
            self.document.go_on_with(stored)
            self.note_recent()
            self._name_what_is_kept(record)

    def _opened(self, path: Path) -> tuple[Record, StoredFile] | None:
        """What a file holds; None, with a word about it, where it can't be opened."""
        try:
            return self._read_stored(path)
        except (OSError, ValueError) as error:
            why = (error.strerror or str(error)) if isinstance(error, OSError) else str(error)
            self.say(f"{path.name} can't be opened. {why}", failed=True)
            return None

    def _name_what_is_kept(self, record: Record) -> None:
        from twitchcheck.gui.kept_parts import in_one_sentence

        kept = in_one_sentence(record, self.session.questionnaire)
        if kept:
            self.say(kept)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes one file."""
        if _dropped(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Opens the file, once the program that it comes from is free again: opening may ask."""
        path = _dropped(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            QTimer.singleShot(0, self, lambda: self.open_file(path))

    def _leave_plan(self) -> None:
        """Back to the page of the check from which the plan was opened."""
        self.plan_page.body.leave()
        self.wizard.refresh()
        self._show(self.wizard)
        self.wizard.current_page().focus_first()

    def _tell_if_not_kept(self) -> None:
        if self.document.path is None:
            self.say(_NOT_KEPT)

    def _show_exchanged(self) -> None:
        """Shows another check from where it stands. Nothing of the one before is left."""
        self._stack.setCurrentWidget(self.wizard)
        if "plan_page" in self.__dict__:
            self.plan_page.body.leave()
        if "interruption" in self.__dict__:
            self.interruption.drop()
        if self.session.answers and not self.session.is_over:
            self.wizard.go_on_from_answers()
        else:
            self.wizard.start_again()
        self._look_for_emergency()

    def _take_back(self) -> None:
        """Back in the check, at what was ticked by mistake."""
        changed = self.session.take_back()
        self._show_item(next((item_id for item_id in self.session.questionnaire.items if item_id in changed), None))

    def _leave_emergency(self) -> None:
        """Back from an emergency of an earlier day to where it was asked for."""
        self.interruption.drop()
        self._show(self.wizard)

    def _note_seen(self) -> None:
        """Back in the check, at the row that a doctor has seen already."""
        item_id = self.session.say_seen()
        self._show_item(item_id)
        if item_id in self.session.drafts:
            self.say(_SINCE_WHEN)

    def _show_item(self, item_id: str | None) -> None:
        if item_id is not None and not self.interrupted:
            self.wizard.show_item(item_id)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Asks when there are answers that no file holds; remembers the window's size."""
        if not self._may_forget("Close TwitchCheck?", "&Close and forget them"):
            event.ignore()
            return
        self.preferences.geometry = self.saveGeometry()
        event.accept()

    def _connect(self) -> None:
        self.session.changed.connect(self._look_for_emergency)
        self.session.changed.connect(self._show_state)
        self.session.exchanged.connect(self._show_exchanged)
        self.wizard.leaving_wanted.connect(self.close)
        self.wizard.new_check_wanted.connect(self.new_check)
        self.wizard.check_again_wanted.connect(self.check_again)
        self.wizard.see_last_wanted.connect(self.see_last)
        self.wizard.plan_wanted.connect(self.open_plan)
        self.wizard.former_plan_wanted.connect(self.open_plan)
        self.document.changed.connect(self._show_name)
        self.document.failed.connect(lambda why: self.say(why, failed=True))
        self.wizard.told.connect(self.say)
        self.wizard.page_shown.connect(self._message.hide)
        self.wizard.page_shown.connect(self._show_state)
        self.wizard.print_wanted.connect(self.menus.print_action.trigger)
        self.wizard.save_pdf_wanted.connect(self.menus.save_pdf_action.trigger)
        self.theme.changing.connect(self.wizard.make_way)
        self.theme.changed.connect(self._redress)

    def _look_for_emergency(self) -> None:
        """Interrupts the check for an emergency of today. One of an earlier day is told, and shown to who asks."""
        emergencies = self.session.assessment().emergencies
        if emergencies and (self.session.answered_on is None or self.interrupted):
            self._interrupt()
        elif self.interrupted:
            self.interruption.drop()
            self._show(self.wizard)
            self.wizard.go_back_to_missing()

    def _interrupt(self) -> None:
        self._show(self.interruption)
        self.interruption.show_emergency(self.session.assessment())
        self.session.note_told()

    def _show(self, widget: QWidget) -> None:
        self._message.hide()
        self._stack.setCurrentWidget(widget)
        self._show_state()

    def _show_state(self) -> None:
        on_result = self.wizard.currentId() == self.wizard.result_id and not self.plan_shown
        shows_plan = self.plan_shown and self.plan_page.body.plan is not None
        self.menus.show_state(
            has_answers=bool(self.session.record.checks),
            has_pages=on_result or shows_plan or self.interrupted,
            can_find=on_result and not self.interrupted,
        )

    def _show_name(self) -> None:
        """Shows the name that the person chose for the file, and whether it holds all."""
        path = self.document.path
        self.setWindowTitle(_TITLE if path is None else f"{path.stem}[*] \N{EM DASH} {_TITLE}")
        self.setWindowModified(path is not None and self.session.unsaved)

    def _redress(self) -> None:
        """Makes what is shown anew in the other colours or text size."""
        self.preferences.scheme = self.theme.scheme
        self.preferences.text_size = self.theme.text_size
        self.wizard.refresh()
        if self.plan_shown:
            self.plan_page.body.make_again()
        if self.interrupted:
            self.interruption.show_emergency(self.session.assessment())

    def _may_forget(self, question: str, forget: str) -> bool:
        """Whether the answers may go: a file holds them, or the person says so or saves them."""
        self.wizard.current_page().cleanupPage()  # takes what is being typed for an answer
        if self.document.save_by_itself():
            return True
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(QMessageBox.Icon.NoIcon, "TwitchCheck", question, parent=self)
        box.setObjectName("forget")
        box.setInformativeText("What you have not saved or printed will be gone.")
        save = box.addButton("&Save them…", QMessageBox.ButtonRole.AcceptRole)
        keep = box.addButton("&Go back", QMessageBox.ButtonRole.RejectRole)
        go = box.addButton(forget, QMessageBox.ButtonRole.DestructiveRole)
        save.setObjectName("saveThem")
        keep.setObjectName("keep")
        go.setObjectName("forgetThem")
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        box.exec()
        if box.clickedButton() is save:
            return self.save_as()  # in its own file, where it has one, it could not be saved
        return box.clickedButton() is go


def _dropped(mime: QMimeData) -> Path | None:
    """The file that is dropped, if it is one."""
    urls = mime.urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None

"""What the menu's Print, Save and Copy do: fetch the words from the report, ask, and hand them out."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QWidget

from twitchcheck.gui.paper.details_dialog import Details, DetailsDialog, usual_paper
from twitchcheck.gui.paper.handed_out import CHECK_FILE, HandedOut
from twitchcheck.gui.paper.printing import (
    Handout,
    documents,
    page_layout,
    paint_pages,
    save_pdf,
    save_text,
    with_our_margins,
)
from twitchcheck.gui.state.document import Document
from twitchcheck.gui.state.session import Session
from twitchcheck.report.calendar_file import SUMMARY, calendar_file
from twitchcheck.report.record_view import next_check

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


_NO_PRINTER = (
    "No printer can be found. See that it is set up and switched on, or use “Save as PDF” in the File menu "
    "and print the file elsewhere. Your answers are still here."
)

_NO_ANSWER = (
    "The print server does not answer. Try again later, or use “Save as PDF” in the File menu and print the file "
    "elsewhere. Your answers are still here."
)


class Say(Protocol):
    """Tells the person something where they look."""

    def __call__(self, text: str, failed: bool = False) -> None:
        """Says `text`, as a failure where it is one."""


class HandingOut:
    """Hands out what is shown, as `shown` gives it. `parent` is what dialogs stand before, and `say` tells how it
    went."""

    def __init__(self, session: Session, shown: Callable[[], HandedOut], parent: QWidget, say: Say) -> None:
        self._session = session
        self._shown = shown
        self._parent = parent
        self._say = say

    def print_out(self) -> None:
        """Asks for name and printer, then prints. In an emergency nothing but the printer is asked."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinterInfo

        from twitchcheck.gui.paper.print_server import answers_in_time

        if not answers_in_time():
            self._say(_NO_ANSWER, failed=True)
            return
        if not QPrinterInfo.availablePrinterNames():
            self._say(_NO_PRINTER, failed=True)
            return
        details = self._details("&Go on to print")
        if details is None:
            return
        printer = _printer()
        dialog = QPrintDialog(printer, self._parent)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        layout = with_our_margins(printer.pageLayout())
        pages = self._pages(details)
        if file := printer.outputFileName():
            self._try(lambda: save_pdf(pages, Path(file), layout, _wanted(printer)), f"Saved as {file}.")
        else:
            printer.setPageLayout(layout)
            self._try(lambda: _send(pages, printer), f"Sent to the printer “{printer.printerName()}”.")

    def preview(self) -> None:
        """Shows the pages as they will be printed, and prints them if the person says so."""
        from twitchcheck.gui.paper.preview_dialog import PreviewDialog

        shown = self._pages(Details())
        dialog = PreviewDialog(_printer(), lambda printer: _paint(shown, printer), self._parent)
        if _accepted(dialog):
            self.print_out()

    def save_as_pdf(self) -> None:
        """Asks for name, paper and place, then saves. In an emergency nothing but the place is asked."""
        details, paper = Details(), usual_paper()
        if self._shown().asks_details:
            dialog = DetailsDialog("&Go on to save", self._parent, papers=True)
            if not _accepted(dialog):
                return
            details, paper = dialog.details(), dialog.paper()
        path = self._place("Save as PDF", "PDF (*.pdf)", "pdf")
        if path is not None:
            self._try(lambda: save_pdf(self._pages(details), path, page_layout(paper)), f"Saved as {path}.")

    def save_as_web_page(self) -> None:
        """Asks for name and place, then saves everything as one page for a browser, the one for screen readers. In an
        emergency nothing but the place is asked."""
        details = self._details("&Go on to save")
        path = self._place("Save as web page", "Web page (*.html)", "html") if details is not None else None
        if details is not None and path is not None:
            page = self._web_page(details)
            self._try(lambda: save_text(page, path), f"Saved as {path}.")

    def save_as_text(self) -> None:
        """Asks for a place, then saves the summary as text."""
        path = self._place("Save as text", "Text (*.txt)", "txt")
        if path is not None:
            self._try(lambda: save_text(self._summary(), path), f"Saved as {path}.")

    def copy_summary(self) -> None:
        """Puts the summary on the clipboard."""
        QGuiApplication.clipboard().setText(self._summary())
        self._say("The summary is on the clipboard.")

    def save_record(self, document: Document) -> bool:
        """Asks for a place, then saves all checks there, to be opened again. Whether they are saved."""
        title = "Save as (the file is yours alone, but not encrypted)"
        name = f"{CHECK_FILE} {self._session.day.isoformat()}"
        path = self._place(title, "TwitchCheck (*.twitchcheck)", "twitchcheck", name)
        if path is None:
            return False
        done = f"Saved as {path}. From now on every answer is saved there by itself."
        return self._try(lambda: document.save_as(path), done)

    def chosen_file(self) -> Path | None:
        """Asks for a file to open; None when the person does not want one after all."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self._parent, "Open", folder, "TwitchCheck (*.twitchcheck);;All files (*)")
        dialog.setObjectName("saved")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return Path(dialog.selectedFiles()[0]) if dialog.exec() == QDialog.DialogCode.Accepted else None

    def day_of_reminder(self) -> date | None:
        """The day to come on which another check makes sense, None where there is none."""
        today = self._session.today()
        day = next_check(self._session.protocol, self._session.record.checks, today)
        return day if day is not None and day > today else None

    def save_reminder(self) -> None:
        """Asks for a place, then saves the day of the next check for a calendar. Nothing in it tells what it is for."""
        from uuid import uuid4

        day = self.day_of_reminder()
        path = None if day is None else self._place("Save reminder", "Calendar (*.ics)", "ics", f"{SUMMARY} {day}")
        if day is not None and path is not None:
            made = calendar_file(day, str(uuid4()), datetime.now(UTC))
            self._try(lambda: save_text(made, path), f"Saved as {path}. Open it with a calendar to note the day there.")

    def _pages(self, details: Details) -> Handout:
        return self._shown().pages(details)

    def _web_page(self, details: Details) -> str:
        return self._shown().web_page(details)

    def _summary(self) -> str:
        return self._shown().text()

    def _details(self, go_on: str) -> Details | None:
        """What goes on the sheet besides the answers; None when the person does not want to go on."""
        if not self._shown().asks_details:
            return Details()
        dialog = DetailsDialog(go_on, self._parent, papers=False)
        return dialog.details() if _accepted(dialog) else None

    def _place(self, title: str, kind: str, suffix: str, name: str = "") -> Path | None:
        """Asks where to save. `name` is what the file is called if nothing else is said; without one, after what is
        shown and its day."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self._parent, title, folder, kind)
        dialog.setObjectName("place")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(f"{name or self._name()}.{suffix}")
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return None
        path = Path(dialog.selectedFiles()[0])
        if path.suffix.lower() == f".{suffix}":
            return path
        # The dialog takes what follows the point in "Dr. Miller" for an ending, and so adds none.
        path = path.with_name(f"{path.name}.{suffix}")
        return path if not path.exists() or self._may_replace(path) else None

    def _name(self) -> str:
        shown = self._shown()
        return f"{shown.file_name} {shown.on.isoformat()}"

    def _may_replace(self, path: Path) -> bool:
        """Asks as the file dialog does, which did not know of this name."""
        return (
            QMessageBox.warning(
                self._parent,
                "TwitchCheck",
                f"{path.name} already exists. Do you want to replace it?",
                QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No,
                QMessageBox.StandardButton.No,
            )
            == QMessageBox.StandardButton.Yes
        )

    def _try(self, act: Callable[[], object], done: str) -> bool:
        """Says how it went, and whether it worked; the answers stay as they are."""
        try:
            act()
        except OSError as error:
            self._say(f"That did not work. {error} Your answers are still here.", failed=True)
            return False
        self._say(done)
        return True


def _accepted(dialog: QDialog) -> bool:
    """Asks, and whether the person goes on. The dialog is let go of, since it holds a name or pages; what was chosen in
    it can be read until the event loop goes on."""
    is_accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return is_accepted


def _printer() -> "QPrinter":
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName("TwitchCheck")
    printer.setPageLayout(page_layout(usual_paper()))
    return printer


def _wanted(printer: "QPrinter") -> range | None:
    """The pages that the print dialog was told to print; None for all of them."""
    return range(printer.fromPage(), printer.toPage() + 1) if printer.fromPage() else None


def _paint(printed: Handout, printer: "QPrinter") -> None:
    paint_pages(documents(printed), printer, printed.header, printed.footer, _wanted(printer))


def _send(printed: Handout, printer: "QPrinter") -> None:
    from twitchcheck.gui.paper.print_server import answers_in_time, check_arrival

    if not answers_in_time():
        raise OSError("The print server does not answer.")
    _paint(printed, printer)
    check_arrival(printer)

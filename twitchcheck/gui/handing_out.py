"""What the menu's Print, Save and Copy do: fetch the words from the report, ask, and hand them out."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from twitchcheck.gui.pages.result_page import current_view
from twitchcheck.gui.paper.details_dialog import Details, DetailsDialog, no_details
from twitchcheck.gui.paper.printing import Handout, documents, handout, page_layout, paint_pages, save_pdf, save_text
from twitchcheck.gui.state.session import Session
from twitchcheck.report.answers_document import answers_text
from twitchcheck.report.doctor_sheet import DoctorSheet, doctor_sheet
from twitchcheck.report.emergency_view import EmergencyView
from twitchcheck.report.html_document import doctor_html, emergency_html, person_html
from twitchcheck.report.plain_text import text

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


_FILE_NAME = "TwitchCheck"
_NO_PRINTER = (
    "No printer can be found. See that it is set up and switched on, or use “Save as PDF” in the File menu "
    "and print the file elsewhere. Your answers are still here."
)


class Say(Protocol):
    """Tells the person something where they look."""

    def __call__(self, text: str, failed: bool = False) -> None:
        """Says `text`, as a failure where it is one."""


class HandingOut:
    """Hands out what is shown: the interruption that `emergency` gives, or else the result of the session.

    `parent` is what dialogs stand before, and `say` tells how it went.
    """

    def __init__(
        self, session: Session, emergency: Callable[[], EmergencyView | None], parent: QWidget, say: Say
    ) -> None:
        self._session = session
        self._emergency = emergency
        self._parent = parent
        self._say = say

    def print_out(self) -> None:
        """Asks for name and printer, then prints. In an emergency nothing but the printer is asked."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinterInfo

        if not QPrinterInfo.availablePrinterNames():
            self._say(_NO_PRINTER, failed=True)
            return
        details = self._details("&Go on to print")
        if details is None:
            return
        printer = _printer(details)
        dialog = QPrintDialog(printer, self._parent)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        layout = page_layout(details.paper)
        printer.setPageLayout(layout)  # the dialog has put the printer's own paper and no margins in its place
        if file := printer.outputFileName():
            self._try(lambda: save_pdf(self._pages(details), Path(file), layout), f"Saved as {file}.")
        else:
            self._try(lambda: _send(self._pages(details), printer), f"Sent to the printer “{printer.printerName()}”.")

    def preview(self) -> None:
        """Shows the pages as they will be printed."""
        from PySide6.QtPrintSupport import QPrintPreviewDialog

        details = no_details()
        printer = _printer(details)
        dialog = QPrintPreviewDialog(printer, self._parent)
        dialog.setObjectName("preview")
        dialog.resize(self._parent.size())
        shown = self._pages(details)
        dialog.paintRequested.connect(lambda device: self._try(lambda: _paint(shown, device), ""))
        dialog.exec()

    def save_as_pdf(self) -> None:
        """Asks for name and place, then saves."""
        details = self._details("&Go on to save")
        if details is None:
            return
        path = self._place("Save as PDF", "PDF (*.pdf)", "pdf")
        if path is not None:
            layout = page_layout(details.paper)
            self._try(lambda: save_pdf(self._pages(details), path, layout), f"Saved as {path}.")

    def save_as_text(self) -> None:
        """Asks for a place, then saves the summary as text."""
        path = self._place("Save as text", "Text (*.txt)", "txt")
        if path is not None:
            self._try(lambda: save_text(self._summary(), path), f"Saved as {path}.")

    def copy_summary(self) -> None:
        """Puts the summary on the clipboard."""
        QGuiApplication.clipboard().setText(self._summary())
        self._say("The summary is on the clipboard.")

    def save_answers(self) -> None:
        """Asks for a place, then saves the answers, to be opened again."""
        path = self._place("Save answers", "TwitchCheck answers (*.twitchcheck)", "twitchcheck")
        if path is not None:
            session = self._session
            self._try(lambda: save_text(answers_text(session.answers, session.day), path), f"Saved as {path}.")

    def chosen_answers(self) -> Path | None:
        """Asks for a file of answers to open; None when the person does not want one after all."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self._parent, "Open answers", folder, "TwitchCheck answers (*.twitchcheck);;All files (*)")
        dialog.setObjectName("saved")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return Path(dialog.selectedFiles()[0]) if dialog.exec() == QDialog.DialogCode.Accepted else None

    def _pages(self, details: Details) -> Handout:
        """The pages for what is known now: the interruption, or the person's page and the doctor's sheet."""
        protocol = self._session.protocol
        emergency = self._emergency()
        first = person_html(current_view(self._session)) if emergency is None else emergency_html(emergency)
        sheet = doctor_html(self._sheet(), details.name, details.born)
        return handout((first, sheet), protocol.version, protocol.edition.disclaimer)

    def _summary(self) -> str:
        """The result and the doctor's sheet as plain text."""
        return text(current_view(self._session), self._sheet())

    def _sheet(self) -> DoctorSheet:
        session = self._session
        return doctor_sheet(session.protocol, session.answers, session.assessment())

    def _details(self, go_on: str) -> Details | None:
        if self._emergency() is not None:
            return no_details()
        dialog = DetailsDialog(go_on, self._parent)
        return dialog.details() if dialog.exec() == QDialog.DialogCode.Accepted else None

    def _place(self, title: str, kind: str, suffix: str) -> Path | None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self._parent, title, folder, kind)
        dialog.setObjectName("place")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(f"{_FILE_NAME}.{suffix}")
        return Path(dialog.selectedFiles()[0]) if dialog.exec() == QDialog.DialogCode.Accepted else None

    def _try(self, act: Callable[[], object], done: str) -> None:
        """Says how it went; the answers stay as they are."""
        try:
            act()
        except OSError as error:
            self._say(f"That did not work. {error} Your answers are still here.", failed=True)
        else:
            if done:
                self._say(done)


def _printer(details: Details) -> "QPrinter":
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName("TwitchCheck")
    printer.setPageLayout(page_layout(details.paper))
    return printer


def _paint(printed: Handout, printer: "QPrinter") -> None:
    paint_pages(documents(printed), printer, printed.header, printed.footer)


def _send(printed: Handout, printer: "QPrinter") -> None:
    from twitchcheck.gui.paper.print_server import check_arrival

    _paint(printed, printer)
    check_arrival(printer)

"""What the menu's Print, Save and Copy do: fetch the words from the report, ask, and hand them out."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog

from twitchcheck.gui.details_dialog import Details, DetailsDialog, no_details
from twitchcheck.gui.printing import Handout, documents, handout, page_layout, paint_pages, save_pdf, save_text
from twitchcheck.gui.result_page import current_view
from twitchcheck.report.answers_document import answers_text
from twitchcheck.report.doctor_sheet import DoctorSheet, doctor_sheet
from twitchcheck.report.html_document import doctor_html, emergency_html, person_html
from twitchcheck.report.plain_text import text

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from twitchcheck.gui.main_window import MainWindow

_FILE_NAME = "TwitchCheck"
_NO_PRINTER = (
    "No printer can be found. See that it is set up and switched on, or use “Save as PDF” in the File menu "
    "and print the file elsewhere. Your answers are still here."
)


def pages(window: "MainWindow", details: Details) -> Handout:
    """The pages for what is known now: the interruption, or the person's page and the doctor's sheet."""
    protocol = window.session.protocol
    sheet = doctor_html(_sheet(window), details.name, details.born)
    if window.interrupted:
        first = emergency_html(window.interruption.view())
    else:
        first = person_html(current_view(window.session))
    return handout((first, sheet), protocol.version, protocol.edition.disclaimer)


def summary(window: "MainWindow") -> str:
    """The same as plain text."""
    return text(current_view(window.session), _sheet(window))


def print_out(window: "MainWindow") -> None:
    """Asks for name and printer, then prints. In an emergency nothing but the printer is asked."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinterInfo

    if not QPrinterInfo.availablePrinterNames():
        window.say(_NO_PRINTER, failed=True)
        return
    details = _details(window, "&Go on to print")
    if details is None:
        return
    printer = _printer(details)
    dialog = QPrintDialog(printer, window)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return
    layout = page_layout(details.paper)
    printer.setPageLayout(layout)  # the dialog has put the printer's own paper and no margins in its place
    if file := printer.outputFileName():
        _try(window, lambda: save_pdf(pages(window, details), Path(file), layout), f"Saved as {file}.")
    else:
        _try(window, lambda: _send(pages(window, details), printer), f"Sent to the printer “{printer.printerName()}”.")


def preview(window: "MainWindow") -> None:
    """Shows the pages as they will be printed."""
    from PySide6.QtPrintSupport import QPrintPreviewDialog

    details = no_details()
    printer = _printer(details)
    dialog = QPrintPreviewDialog(printer, window)
    dialog.setObjectName("preview")
    dialog.resize(window.size())
    shown = pages(window, details)
    dialog.paintRequested.connect(lambda device: _try(window, lambda: _paint(shown, device), ""))
    dialog.exec()


def save_as_pdf(window: "MainWindow") -> None:
    """Asks for name and place, then saves."""
    details = _details(window, "&Go on to save")
    if details is None:
        return
    path = _place(window, "Save as PDF", "PDF (*.pdf)", "pdf")
    if path is not None:
        layout = page_layout(details.paper)
        _try(window, lambda: save_pdf(pages(window, details), path, layout), f"Saved as {path}.")


def save_answers(window: "MainWindow") -> None:
    """Asks for a place, then saves the answers, to be opened again."""
    path = _place(window, "Save answers", "TwitchCheck answers (*.twitchcheck)", "twitchcheck")
    if path is not None:
        session = window.session
        _try(window, lambda: save_text(answers_text(session.answers, session.today()), path), f"Saved as {path}.")


def choose_answers(window: "MainWindow") -> None:
    """Asks for a file of answers and opens it."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog = QFileDialog(window, "Open answers", folder, "TwitchCheck answers (*.twitchcheck);;All files (*)")
    dialog.setObjectName("saved")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    if dialog.exec() == QDialog.DialogCode.Accepted:
        window.open_answers(Path(dialog.selectedFiles()[0]))


def save_as_text(window: "MainWindow") -> None:
    """Asks for a place, then saves the summary as text."""
    path = _place(window, "Save as text", "Text (*.txt)", "txt")
    if path is not None:
        _try(window, lambda: save_text(summary(window), path), f"Saved as {path}.")


def copy_summary(window: "MainWindow") -> None:
    """Puts the summary on the clipboard."""
    QGuiApplication.clipboard().setText(summary(window))
    window.say("The summary is on the clipboard.")


def _sheet(window: "MainWindow") -> DoctorSheet:
    session = window.session
    return doctor_sheet(session.protocol, session.answers, session.assessment())


def _details(window: "MainWindow", go_on: str) -> Details | None:
    if window.interrupted:
        return no_details()
    dialog = DetailsDialog(go_on, window)
    return dialog.details() if dialog.exec() == QDialog.DialogCode.Accepted else None


def _printer(details: Details) -> "QPrinter":
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName("TwitchCheck")
    printer.setPageLayout(page_layout(details.paper))
    return printer


def _paint(printed: Handout, printer: "QPrinter") -> None:
    paint_pages(documents(printed), printer, printed.header, printed.footer)


def _send(printed: Handout, printer: "QPrinter") -> None:
    from twitchcheck.gui.print_server import check_arrival

    _paint(printed, printer)
    check_arrival(printer)


def _place(window: "MainWindow", title: str, kind: str, suffix: str) -> Path | None:
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog = QFileDialog(window, title, folder, kind)
    dialog.setObjectName("place")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suffix)
    dialog.selectFile(f"{_FILE_NAME}.{suffix}")
    return Path(dialog.selectedFiles()[0]) if dialog.exec() == QDialog.DialogCode.Accepted else None


def _try(window: "MainWindow", act: Callable[[], object], done: str) -> None:
    """Says in the window how it went; the answers stay as they are."""
    try:
        act()
    except OSError as error:
        window.say(f"That did not work. {error} Your answers are still here.", failed=True)
    else:
        if done:
            window.say(done)

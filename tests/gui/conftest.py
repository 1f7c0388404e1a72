"""A window of its own for each test, settings in a folder of its own, and dialogs that answer themselves."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QFileDialog, QLineEdit, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.conftest import DAY
from tests.gui.driver import Driver
from tests.gui.small_check import small_check
from tests.gui.stories import EVERYTHING
from twitchcheck.app import read_stored
from twitchcheck.gui.application import application, make_window
from twitchcheck.gui.main_window import MainWindow
from twitchcheck.gui.paper import print_server
from twitchcheck.gui.paper.details_dialog import DetailsDialog
from twitchcheck.gui.paper.preview_dialog import PreviewDialog
from twitchcheck.questionnaire.answers import Answers
from twitchcheck.rules.protocol import TriageProtocol


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """The application with our name, style and fonts, in place of pytest-qt's bare one."""
    return application(["twitchcheck"])


@pytest.fixture(autouse=True)
def settings_folder(qapp: QApplication, tmp_path: Path) -> Path:
    """Where the settings go in this test; those of whoever runs it are never touched."""
    folder = tmp_path / "settings"
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    for kind in (QSettings.Format.IniFormat, QSettings.Format.NativeFormat):
        QSettings.setPath(kind, QSettings.Scope.UserScope, str(folder))
        QSettings.setPath(kind, QSettings.Scope.SystemScope, str(folder / "system"))
    return folder


@pytest.fixture
def eyelid(calm: Callable[..., Answers]) -> Answers:
    """A calm story: an eyelid that twitches for five days, with much coffee and little sleep."""
    return calm(places=("eyelid",), side="left", coffee=5.0, sleep=5.5, main_worry="Is it dangerous?")


@pytest.fixture
def everything(calm: Callable[..., Answers]) -> Answers:
    """Answers with which every page is asked and nothing is an emergency."""
    return calm(**EVERYTHING)


@pytest.fixture
def open_window(qapp: QApplication, qtbot: QtBot, protocol: TriageProtocol) -> Iterator[Callable[..., Driver]]:
    """Opens a window as the program does, with the real content or another one."""
    opened: list[MainWindow] = []

    def made(content: TriageProtocol = protocol) -> Driver:
        window = make_window(qapp, content, partial(read_stored, content), lambda: DAY)
        opened.append(window)
        # Closing a window with answers would ask.
        qtbot.addWidget(window, before_close_func=lambda _: window.session.forget())
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return Driver(window)

    yield made
    # pytest-qt has closed the windows by now; without a running event loop nobody would delete them.
    for window in opened:
        window.theme.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def small(open_window: Callable[..., Driver], protocol: TriageProtocol) -> Driver:
    """Somebody in front of a small check with rows of every kind."""
    return open_window(small_check(protocol))


@pytest.fixture
def person(open_window: Callable[[], Driver]) -> Driver:
    """Somebody in front of a newly opened window."""
    return open_window()


class Dialogs:
    """What is answered when a dialog comes up, and what was asked.

    The dialogs are real and their real buttons are clicked; only showing them and waiting is left out.
    """

    def __init__(self, folder: Path) -> None:
        self.target = folder / "out.pdf"
        self.name = ""
        self.born = ""
        self.paper = "A4"
        self.click = "keep"
        self.printers = ["Office"]
        self.orientation = QPageLayout.Orientation.Portrait
        self.pages = (0, 0)
        self.answers_in_time = True
        self.print_preview = False
        self.asked: list[str] = []
        self.suggested: list[str] = []

    def details(self, dialog: DetailsDialog) -> int:
        """Types name and date of birth, chooses the paper, and goes on."""
        self.asked.append("details")
        for field, text in (("name", self.name), ("born", self.born)):
            edit = dialog.findChild(QLineEdit, field)
            assert isinstance(edit, QLineEdit)
            edit.setText(text)
        paper = dialog.findChild(QComboBox, "paper")
        if isinstance(paper, QComboBox):  # only where a file is made: a printer's own dialog has the paper
            paper.setCurrentText(self.paper)
        self._press(dialog, "proceed")
        return dialog.result()

    def place(self, dialog: QFileDialog) -> int:
        """Takes the file in `target`, and notes the suggested one."""
        self.asked.append("place")
        self.suggested += [Path(path).name for path in _selected_files(dialog)]
        return QDialog.DialogCode.Accepted

    def printer(self, dialog: QPrintDialog) -> int:
        """Chooses "Print to File", `target`, paper, orientation and pages."""
        self.asked.append("printer")
        printer = dialog.printer()
        printer.setPageSize(QPageSize(QPageSize.PageSizeId[self.paper]))
        printer.setPageOrientation(self.orientation)
        printer.setFromTo(*self.pages)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.target))
        return QDialog.DialogCode.Accepted

    def preview(self, dialog: PreviewDialog) -> int:
        """Has the pages painted, into `target`; then closes the preview, or prints with `print_preview`."""
        self.asked.append("preview")
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.target))
        dialog.pages.paintRequested.emit(printer)
        self._press(dialog, "printPreviewed" if self.print_preview else "closePreview")
        return dialog.result()

    def question(self, box: QMessageBox) -> int:
        """Clicks the button called `click`."""
        self.asked.append(box.text())
        self._press(box, self.click)
        return box.result()

    @staticmethod
    def _press(dialog: QDialog, name: str) -> None:
        found = dialog.findChild(QPushButton, name)
        assert isinstance(found, QPushButton)
        found.click()


_selected_files = QFileDialog.selectedFiles


@pytest.fixture
def dialogs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Dialogs:
    """Answers to every dialog that waits for a person."""
    made = Dialogs(tmp_path)
    monkeypatch.setattr(DetailsDialog, "exec", lambda dialog: made.details(dialog))
    monkeypatch.setattr(QFileDialog, "exec", lambda dialog: made.place(dialog))
    monkeypatch.setattr(QFileDialog, "selectedFiles", lambda _: [str(made.target)])
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(lambda: made.printers))
    monkeypatch.setattr(QPrintDialog, "exec", lambda dialog: made.printer(dialog))
    monkeypatch.setattr(print_server, "answers_in_time", lambda: made.answers_in_time)
    monkeypatch.setattr(PreviewDialog, "exec", lambda dialog: made.preview(dialog))
    monkeypatch.setattr(QMessageBox, "exec", lambda box: made.question(box))
    return made

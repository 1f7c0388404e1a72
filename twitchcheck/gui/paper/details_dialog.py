"""The small dialog before printing or saving: name, date of birth. What is typed goes on paper and nowhere else."""

from msgspec import Struct
from PySide6.QtGui import QPageSize
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from twitchcheck.gui.state.region import PAPER, country
from twitchcheck.gui.widgets.labels import button, label
from twitchcheck.gui.widgets.list_box import ListBox

_LETTER_COUNTRIES = ("US", "CA", "MX", "PH", "CL", "CO", "CR", "DO", "GT", "PA", "PR", "SV", "VE")


class Details(Struct, frozen=True):
    """What goes on the doctor's sheet besides the answers."""

    name: str = ""
    born: str = ""

    def __repr__(self) -> str:
        # A traceback must not show who this is about.
        return "<Details>"


def usual_paper() -> QPageSize.PageSizeId:
    """Letter where it is the usual paper, else A4."""
    return QPageSize.PageSizeId.Letter if country(PAPER) in _LETTER_COUNTRIES else QPageSize.PageSizeId.A4


class DetailsDialog(QDialog):
    """Both fields may stay empty: the sheet then has lines to write on. A file asks for its paper too, with `papers`;
    a printer's own dialog has it."""

    def __init__(self, go_on: str, parent: QWidget, *, papers: bool) -> None:
        super().__init__(parent)
        self.setObjectName("details")
        self.setWindowTitle("For the doctor's sheet")
        self._name = QLineEdit()
        self._name.setObjectName("name")
        self._born = QLineEdit()
        self._born.setObjectName("born")
        self._paper = ListBox()
        self._paper.setObjectName("paper")
        for name, paper in (("A4", QPageSize.PageSizeId.A4), ("Letter", QPageSize.PageSizeId.Letter)):
            self._paper.addItem(name, paper)
        self._paper.setCurrentIndex(self._paper.findData(usual_paper()))
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.addRow("&Name", self._name)
        form.addRow("&Date of birth", self._born)
        if papers:
            form.addRow("&Paper", self._paper)
        cancel = button("&Cancel", "cancelDetails")
        cancel.clicked.connect(self.reject)
        proceed = button(go_on, "proceed", "primary")
        proceed.setDefault(True)
        proceed.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(proceed)
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 22, 26, 20)
        column.setSpacing(14)
        column.addWidget(label("For the doctor's sheet", "big"))
        column.addWidget(label("Name and date of birth may stay empty. They are printed and not kept.", "soft"))
        if papers:
            column.addWidget(label("For a screen reader save it as a web page instead: see the File menu.", "soft"))
        column.addLayout(form)
        column.addLayout(row)
        self.setMinimumWidth(round(self.font().pixelSize() * 29))

    def details(self) -> Details:
        """What was typed."""
        return Details(self._name.text().strip(), self._born.text().strip())

    def paper(self) -> QPageSize.PageSizeId:
        """The paper that was chosen, or left as it is usual."""
        return QPageSize.PageSizeId(self._paper.currentData())

"""The pages as they will be printed. Its Print button goes the way that every print-out goes."""

from collections.abc import Callable

from PySide6.QtPrintSupport import QPrinter, QPrintPreviewWidget
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from twitchcheck.gui.widgets.labels import button


class PreviewDialog(QDialog):
    """Shows what `paint` puts on the printer; accepted when the person wants to print it."""

    def __init__(self, printer: QPrinter, paint: Callable[[QPrinter], object], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("preview")
        self.setWindowTitle("Print preview")
        self.resize(parent.size())
        self.printer = printer
        """Kept, since the widget paints on it and does not own it."""
        self.pages = QPrintPreviewWidget(printer, self)
        self.pages.paintRequested.connect(paint)
        larger, smaller = button("&Larger", "zoomIn"), button("&Smaller", "zoomOut")
        larger.clicked.connect(lambda: self.pages.zoomIn())
        smaller.clicked.connect(lambda: self.pages.zoomOut())
        close = button("&Close", "closePreview")
        close.clicked.connect(self.reject)
        go_on = button("&Print…", "printPreviewed", "primary")
        go_on.setDefault(True)
        go_on.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 16, 14)
        for one in (larger, smaller):
            row.addWidget(one)
        row.addStretch(1)
        for one in (close, go_on):
            row.addWidget(one)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pages, 1)
        column.addLayout(row)

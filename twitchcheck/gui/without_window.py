"""The print-out as a PDF file where there is no window and no display."""

import os
import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QPageSize

from twitchcheck.gui.application import load_fonts
from twitchcheck.gui.paper.printing import handout, page_layout, save_pdf
from twitchcheck.report.doctor_sheet import DoctorSheet
from twitchcheck.report.html_document import person_html
from twitchcheck.report.result_view import ResultView
from twitchcheck.report.sheet_html import doctor_html


def write_pdf(view: ResultView, sheet: DoctorSheet, path: Path) -> None:
    """Writes the person's page and the doctor's sheet as A4. Raises OSError when it cannot be written."""
    if sys.platform != "win32":  # which always has a screen; without it Qt would know no fonts there but ours
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QGuiApplication.instance() or QGuiApplication([])
    load_fonts()
    parts = (person_html(view), doctor_html(sheet))
    save_pdf(handout(parts, view.version, view.disclaimer), path, page_layout(QPageSize.PageSizeId.A4))
    del app

"""A part of a long page with its heading, and a source told in full."""

import re

from PySide6.QtWidgets import QVBoxLayout, QWidget

from twitchcheck.gui.widgets.labels import label, stack
from twitchcheck.report.citations import SourceRow


class Section(QWidget):
    """A part of the result with its heading, which the table of contents leads to."""

    def __init__(self, title: str, *contents: QWidget, spacing: int) -> None:
        super().__init__()
        self.title = title
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing)
        column.addWidget(label(title, "section"))
        for content in contents:
            column.addWidget(content)


def source_label(row: SourceRow) -> QWidget:
    """A source in full: its short name and title, who published it, what it is, and where."""
    about = ", ".join(part for part in (row.publisher, row.year) if part)
    # An address has no spaces: an invisible one behind each sign lets it break at the edge of the page.
    address = re.sub(r"(?<=[/._=&?%-])", "\N{ZERO WIDTH SPACE}", row.url)
    details = f"{about} ({row.kind}) {address}".strip()
    return stack(label(f"{row.tag}: {row.title}", "strong"), label(details, "hint"), spacing=1)

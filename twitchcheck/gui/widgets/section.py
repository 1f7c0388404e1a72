"""A part of a long page with its heading, and a source told in full."""

import re
from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from twitchcheck.gui.widgets.labels import Link, label, link, stack
from twitchcheck.report.citations import Cited, SourceRow


class Section(QWidget):
    """A part of the result with its heading, which the table of contents leads to."""

    def __init__(self, title: str, *contents: QWidget, spacing: int, name: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.title = title
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(spacing)
        column.addWidget(label(title, "section"))
        for content in contents:
            column.addWidget(content)


def source_label(row: SourceRow, mark: str = "") -> QWidget:
    """A source in full: its number where it has one, its short name and title, who published it, what it is, where."""
    about = ", ".join(part for part in (row.publisher, row.year) if part)
    # An address has no spaces: an invisible one behind each sign lets it break at the edge of the page.
    address = re.sub(r"(?<=[/._=&?%-])", "\N{ZERO WIDTH SPACE}", row.url)
    details = f"{about} ({row.kind}) {address}".strip()
    return stack(label(f"{mark}{row.tag}: {row.title}", "strong"), label(details, "hint"), spacing=1)


class CitedSource(QWidget):
    """A numbered source; to who came from a sentence it offers the way back."""

    def __init__(self, cited: Cited, go_back: Callable[[], object]) -> None:
        super().__init__()
        self.number = cited.number
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(source_label(cited.source, f"[{cited.number}] "))
        self.back: Link = link("Back to the text", f"back.{cited.number}")
        self.back.setAccessibleName(f"Source {cited.number}, {cited.source.in_full()}. Back to the text")
        self.back.clicked.connect(lambda: go_back())
        self.back.hide()
        column.addWidget(self.back)

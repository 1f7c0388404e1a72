"""Paper: one page loop with header, footer and "page n of m" for printers and PDF files alike, and safe saving."""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QBuffer, QFileDevice, QIODevice, QMarginsF, QRectF, QSaveFile, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from twitchcheck.gui.paper.paper_pictures import PaperPictures
from twitchcheck.report.html_document import STYLE, TITLE

MARGIN_MM = 14.0
_BAND_MM = 8.0
_MM_PER_INCH = 25.4
_GREY = "#555555"


class Handout(Struct, frozen=True):
    """What is printed: parts as HTML, each beginning on a new page, with a line above and below every page."""

    parts: tuple[str, ...]
    style: str
    header: str
    footer: str


def handout(parts: tuple[str, ...], version: str, disclaimer: str, style: str = "") -> Handout:
    """The parts with the program's name above, content version and disclaimer below; `style` is CSS of their own."""
    footer = f"{TITLE} · content {version} · {disclaimer.rstrip('.').lower()}"
    return Handout(parts=parts, style=STYLE + style, header=TITLE, footer=footer)


_MARGINS = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)


def page_layout(paper: QPageSize.PageSizeId) -> QPageLayout:
    """An upright page of this size with our margins."""
    return QPageLayout(QPageSize(paper), QPageLayout.Orientation.Portrait, _MARGINS, QPageLayout.Unit.Millimeter)


def with_our_margins(chosen: QPageLayout) -> QPageLayout:
    """The paper and orientation that a print dialog gave, with our margins or what the printer needs of them."""
    layout = QPageLayout(chosen.pageSize(), chosen.orientation(), QMarginsF(), QPageLayout.Unit.Millimeter)
    layout.setMinimumMargins(chosen.minimumMargins())
    layout.setMargins(_MARGINS, QPageLayout.OutOfBoundsPolicy.Clamp)
    return layout


def paper_font(points: float) -> QFont:
    """Inter without its contextual forms: PDF readers cannot copy those brackets and dashes as text."""
    font = QFont("Inter")
    font.setPointSizeF(points)
    font.setFeature(QFont.Tag("calt"), 0)
    return font


def documents(handout: Handout) -> list[QTextDocument]:
    """The parts as documents, not yet laid out for a device."""
    made = []
    for part in handout.parts:
        document = QTextDocument()
        PaperPictures(document)
        document.setDefaultFont(paper_font(9))
        document.setDocumentMargin(0)
        document.setDefaultStyleSheet(handout.style)
        document.setHtml(part)
        _keep_heading_sizes(document)
        made.append(document)
    return made


def _keep_heading_sizes(document: QTextDocument) -> None:
    """Takes away the enlargement that Qt puts in place of the size that the style gives a heading."""
    block = document.begin()
    while block.isValid():
        if block.blockFormat().headingLevel():
            cursor = QTextCursor(block)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            as_written = cursor.charFormat()
            as_written.clearProperty(QTextFormat.Property.FontSizeAdjustment)
            cursor.setCharFormat(as_written)
        block = block.next()


def _keep_headings_with_their_text(document: QTextDocument) -> None:
    """Begins a new page before a heading whose text would begin on the next one; Qt has no rule for that."""
    height, layout = document.pageSize().height(), document.documentLayout()
    block = document.begin()
    while block.isValid():
        following = block.next()
        if block.blockFormat().headingLevel() and following.isValid():
            tops = (layout.blockBoundingRect(one).top() for one in (block, following))
            first, second = (int(top // height) for top in tops)
            if first < second:
                break_before = QTextBlockFormat()
                break_before.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
                QTextCursor(block).mergeBlockFormat(break_before)
        block = following


def _keep_tables_whole(document: QTextDocument) -> None:
    """Begins a new page before a table below a text that would be cut, such as the steps with the words below their
    pictures, unless that takes another page."""
    height, layout, pages = document.pageSize().height(), document.documentLayout(), document.pageCount()
    for frame in document.rootFrame().childFrames():
        area, cut = layout.frameBoundingRect(frame), frame.frameFormat()
        follows_text = not frame.firstCursorPosition().block().previous().blockFormat().headingLevel()
        if follows_text and area.top() // height < (area.bottom() - 1) // height:
            uncut = frame.frameFormat()
            uncut.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
            frame.setFrameFormat(uncut)
            if document.pageCount() > pages:
                frame.setFrameFormat(cut)


def paint_pages(
    parts: Sequence[QTextDocument], device: QPagedPaintDevice, header: str, footer: str, wanted: range | None = None
) -> int:
    """Paints every part from the top of a new page, only the pages in `wanted` (from 1) where that is given.

    Returns how many pages there are in all. Raises OSError when the device cannot be painted on, or when none of the
    pages is wanted.
    """
    dpi = device.logicalDpiX()
    area = QRectF(device.pageLayout().paintRectPixels(dpi))
    band = _BAND_MM / _MM_PER_INCH * dpi
    body = QSizeF(area.width(), area.height() - 2 * band)
    for part in parts:
        part.documentLayout().setPaintDevice(device)
        part.setPageSize(body)
        _keep_tables_whole(part)
        _keep_headings_with_their_text(part)
    total = sum(part.pageCount() for part in parts)
    if wanted is not None and not set(wanted).intersection(range(1, total + 1)):
        raise OSError(f"There are {total} pages; none of them was chosen.")
    painter = QPainter()
    if not painter.begin(device):
        raise OSError("The printer or the file could not be opened.")
    number, painted = 0, 0
    for part in parts:
        for place in range(part.pageCount()):
            number += 1
            if wanted is not None and number not in wanted:
                continue
            if painted and not device.newPage():
                painter.end()
                raise OSError("The printer stopped before the last page.")
            painted += 1
            _paint_lines(painter, body, band, header, (footer, f"page {number} of {total}"))
            painter.save()
            painter.translate(0, band - place * body.height())
            context = QAbstractTextDocumentLayout.PaintContext()
            context.clip = QRectF(0, place * body.height(), body.width(), body.height())
            context.palette.setColor(context.palette.ColorRole.Text, QColor("black"))
            painter.setClipRect(context.clip)
            part.documentLayout().draw(painter, context)
            painter.restore()
    if not painter.end():
        raise OSError("The pages could not be finished.")
    return total


def save_pdf(handout: Handout, path: Path, layout: QPageLayout, wanted: range | None = None) -> int:
    """Writes the handout, or the `wanted` pages of it, as a PDF file and returns how many pages there are in all.

    The file appears only when it is complete. Raises OSError with the reason when it cannot be written.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(handout.header)
    writer.setCreator("TwitchCheck")
    writer.setPageLayout(layout)
    pages = paint_pages(documents(handout), writer, handout.header, handout.footer, wanted)
    _save(bytes(buffer.data().data()), path)
    return pages


def save_text(text: str, path: Path) -> None:
    """Writes a text file in UTF-8, complete or not at all. Raises OSError with the reason."""
    _save(text.encode(), path)


_MINE_ALONE = QFileDevice.Permission.ReadOwner | QFileDevice.Permission.WriteOwner


def _save(content: bytes, path: Path) -> None:
    if path.exists() and not path.is_file():
        raise OSError(f"{path} cannot be written: it is no ordinary file.")  # saving would put a file in its place
    file = QSaveFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise OSError(f"{path} cannot be written: {file.errorString()}.")
    file.setPermissions(_MINE_ALONE)  # answers are health data
    # A disk that becomes full within the content is no error to Qt, only a smaller number of bytes.
    if file.write(content) < len(content):
        file.cancelWriting()
        raise OSError(f"{path} could not be saved: there may be no room left.")
    if not file.commit():
        raise OSError(f"{path} could not be saved: {file.errorString()}.")


def _paint_lines(painter: QPainter, body: QSizeF, band: float, header: str, footer: tuple[str, str]) -> None:
    painter.setFont(paper_font(7.5))
    painter.setPen(QColor(_GREY))
    top = QRectF(0, 0, body.width(), band)
    bottom = QRectF(0, band + body.height(), body.width(), band)
    painter.drawText(top, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), header)
    painter.drawText(bottom, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom), footer[0])
    painter.drawText(bottom, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom), footer[1])
    painter.setPen(QPen(QColor(_GREY), band / 60))
    middle = bottom.top() + band * 0.42
    painter.drawLine(0, round(middle), round(body.width()), round(middle))

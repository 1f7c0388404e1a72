"""The figures on paper: drawn from their shapes where the text has an image, so crisp at any resolution."""

from PySide6.QtCore import QRect, QRectF, QSizeF
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
)

from twitchcheck.gui.look.figures import Figure, Ink, Shape, figure, paint_figure
from twitchcheck.report.pictures import ALL_OVER, LID, LIDS, PLACE, named

_PIXELS_PER_INCH = 96
_PAPER = "#ffffff"


class PaperPictures(QPyTextObject):
    """Sizes and paints the images of a document (see `painted_image`)."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        document.documentLayout().registerHandler(QTextFormat.ObjectTypes.ImageObject.value, self)

    def intrinsicSize(self, doc: QTextDocument, pos_in_document: int, fmt: QTextFormat) -> QSizeF:
        """The size in the dots of the device; in pixels while the document has none."""
        drawn, _ = _drawn(fmt)
        device = doc.documentLayout().paintDevice()
        dots = 1 if device is None else device.logicalDpiX() / _PIXELS_PER_INCH
        width = fmt.toImageFormat().width() * dots
        return QSizeF(width, width * drawn.height / drawn.width)

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, doc: QTextDocument, pos_in_document: int, fmt: QTextFormat
    ) -> None:
        """Paints the figure in grey, marked parts dark."""
        drawn, marked = _drawn(fmt)

        def ink(shape: Shape) -> Ink:
            if not shape.parts & marked:
                return shape.ink
            is_lid = bool(shape.parts.intersection(LIDS) & marked)
            outline = PLACE if is_lid else _PAPER
            if shape.look == "line":
                return Ink(outline=outline)
            return Ink(LID if is_lid else PLACE if shape.part in marked else ALL_OVER, outline)

        font = QFont(doc.defaultFont())
        font.setPointSizeF(font.pointSizeF() * 0.75)
        paint_figure(painter, drawn, QRectF(rect), ink, QColor("black"), font)


def _drawn(fmt: QTextFormat) -> tuple[Figure, frozenset[str]]:
    name, marked = named(fmt.toImageFormat().name())
    return figure(name), marked

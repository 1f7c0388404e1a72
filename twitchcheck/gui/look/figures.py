"""The drawn figures as shapes: read from our SVG files, so that they can be coloured, clicked and printed crisply."""

import re
from collections.abc import Callable, Container, Iterator
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from twitchcheck.gui.look.theme import tokens
from twitchcheck.resource_files import figure_file

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_SCREEN = {
    "skin": ("skin", "card"),
    "hair": ("hair", "card"),
    "mouth": ("mouth", "card"),
    "line": ("", "contour"),
    "frame": ("", "contour"),
    "nerve": ("tint", "primary"),
    "muscle": ("trigger_ground", "edge"),
    "stripe": ("", "edge"),
    "sac": ("card", "primary"),
    "messenger": ("primary", ""),
    "receptor": ("", "ink"),
    "sign": ("", "ink"),
}
"""For each look the colours of its inside and its outline on the screen, by their names in `Tokens`."""

_COMMAND = re.compile(r"([MLCZ])([^MLCZ]*)")


class Ink(Struct, frozen=True):
    """The colours of a shape; "" leaves its inside or its outline out."""

    fill: str = ""
    outline: str = ""


class Shape(Struct, frozen=True):
    """An outline with its look (the class in the file), the part that it is a piece of (the id of its group), all
    parts around it, and the colours and the line's width that the file gives for paper."""

    path: QPainterPath
    look: str
    part: str
    parts: frozenset[str]
    ink: Ink
    line: float


class Word(Struct, frozen=True):
    """A word at the lower edge with the place of its middle."""

    text: str
    middle: float


class Figure(Struct, frozen=True):
    """The shapes in the order of painting."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    words: tuple[Word, ...]

    def scale(self, area: QRectF) -> float:
        """How much larger it is in `area`, of which it takes the whole width."""
        return area.width() / self.width

    def part_at(self, point: QPointF, parts: Container[str], slack: float) -> str | None:
        """The uppermost of `parts` with a piece at `point` or not farther than `slack` from it."""
        near = QRectF(point.x() - slack, point.y() - slack, 2 * slack, 2 * slack)
        own = (shape for shape in reversed(self.shapes) if shape.part in parts)
        return next((shape.part for shape in own if shape.path.intersects(near)), None)


def paint_figure(
    painter: QPainter, figure: Figure, area: QRectF, ink: Callable[[Shape], Ink], word: QColor, font: QFont
) -> None:
    """Paints the figure into `area`, each shape in its `ink`, the words in `font`."""
    scale = figure.scale(area)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(area.topLeft())
    painter.scale(scale, scale)
    painter.setClipRect(QRectF(0, 0, figure.width, figure.height), Qt.ClipOperation.IntersectClip)
    for shape in figure.shapes:
        colours = ink(shape)
        pen = QPen(QColor(colours.outline), shape.line, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        painter.setPen(pen if colours.outline else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.fill) if colours.fill else Qt.BrushStyle.NoBrush)
        painter.drawPath(shape.path)
    painter.restore()
    painter.save()
    painter.setPen(word)
    painter.setFont(font)
    for one in figure.words:
        room = area.translated(one.middle * scale - area.width() / 2, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, one.text)
    painter.restore()


def screen_ink(shape: Shape) -> Ink:
    """The colours of a shape on the screen now."""
    fill, outline = (getattr(tokens(), name) if name else "" for name in _SCREEN[shape.look])
    return Ink(fill, outline)


@cache
def figure(name: str) -> Figure:
    """Reads a figure: groups, paths of absolute M, L, C and Z, and words, as our files have them."""
    from xml.etree import ElementTree  # only here: a check without a look at a figure does without it

    shapes: list[Shape] = []
    words: list[Word] = []
    root = ElementTree.parse(figure_file(name)).getroot()
    for chain in _chains((root,)):
        kind = chain[-1].tag.rpartition("}")[2]
        if kind == "path":
            shapes.append(_shape(chain))
        elif kind == "text":
            words.append(Word(chain[-1].text or "", float(chain[-1].attrib["x"])))
    width, height = (float(number) for number in root.attrib["viewBox"].split()[2:])
    return Figure(width, height, tuple(shapes), tuple(words))


def _chains(chain: "tuple[Element, ...]") -> "Iterator[tuple[Element, ...]]":
    """Every element with those around it, the outermost first."""
    yield chain
    for inner in chain[-1]:
        yield from _chains((*chain, inner))


def _shape(chain: "tuple[Element, ...]") -> Shape:
    given = {key: value for element in chain for key, value in element.attrib.items()}  # the innermost counts
    return Shape(
        path=path_from(given["d"]),
        look=given["class"],
        part=chain[-2].attrib.get("id", ""),
        parts=frozenset(element.attrib["id"] for element in chain if "id" in element.attrib),
        ink=Ink(*(given.get(key, "none").replace("none", "") for key in ("fill", "stroke"))),
        line=float(given.get("stroke-width", 1)),
    )


def path_from(drawn: str) -> QPainterPath:
    """The path in an attribute `d`."""
    path = QPainterPath()
    for command, numbers in _COMMAND.findall(drawn):
        values = map(float, numbers.split())
        match command:
            case "M":
                path.moveTo(*values)
            case "L":
                path.lineTo(*values)
            case "C":
                path.cubicTo(*values)
            case _:
                path.closeSubpath()
    return path

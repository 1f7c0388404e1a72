"""Pictures compared: which colour values differ, and how many of them by more than a tolerance."""

from PySide6.QtGui import QImage, QPainter

TOLERANCE = 48
"""The difference of one channel, of 255, that still counts as the same: the edges of letters differ by less."""

_COUNTED = bytes(value > TOLERANCE for value in range(256))


def difference(one: QImage, other: QImage) -> QImage:
    """Black where two pictures are the same, the brighter the more they differ; of the size of the larger one."""
    size = one.size().expandedTo(other.size())
    made = QImage(size, QImage.Format.Format_RGB888)
    made.fill(0)
    painter = QPainter(made)
    painter.drawImage(0, 0, one)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(0, 0, other)
    painter.end()
    return made


def values(image: QImage) -> bytes:
    """All colour values of a picture in RGB888."""
    return bytes(image.constBits())


def differing(one: QImage, other: QImage) -> float:
    """The share, from 0 to 1, of colour values that differ by more than the tolerance."""
    found = difference(one, other)  # a picture without a name would be gone before its values are read
    counted = values(found).translate(_COUNTED)
    return counted.count(1) / len(counted)


def apart(one: QImage, other: QImage) -> float:
    """How far two pictures are apart on average, from 0 to 255."""
    found = difference(one, other)
    read = values(found)
    return sum(read) / len(read)

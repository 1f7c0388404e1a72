"""Makes every icon file that a desktop wants from the one SVG: PNG for Linux, .ico for Windows, .icns for macOS.

python resources/packaging/icons.py FOLDER
"""

import os
import sys
from io import BytesIO
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SVG = Path(__file__).parents[1] / "icons" / "twitchcheck.svg"
PNG_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
ICNS_SIZES = (32, 64, 128, 256, 512, 1024)


def painted(svg: QSvgRenderer, size: int) -> Image.Image:
    """The drawing, painted for exactly this size in pixels rather than scaled down from a larger one."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    svg.render(painter, QRectF(0, 0, size, size))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know no QIODevice here
    return Image.open(BytesIO(bytes(buffer.data().data())))


def make(folder: Path) -> None:
    """Writes twitchcheck-SIZE.png, twitchcheck.ico and twitchcheck.icns into the folder."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QGuiApplication([])
    svg = QSvgRenderer(str(SVG))
    sizes = {size: painted(svg, size) for size in sorted({*PNG_SIZES, *ICO_SIZES, *ICNS_SIZES})}
    folder.mkdir(parents=True, exist_ok=True)
    for size in PNG_SIZES:
        sizes[size].save(folder / f"twitchcheck-{size}.png")
    for name, wanted in (("twitchcheck.ico", ICO_SIZES), ("twitchcheck.icns", ICNS_SIZES)):
        images = [sizes[size] for size in wanted]
        # Pillow takes from these what fits a size, and would scale the largest for any that is missing.
        images[-1].save(folder / name, append_images=images[:-1], sizes=[(size, size) for size in wanted])
    del app


if __name__ == "__main__":
    make(Path(sys.argv[1]))

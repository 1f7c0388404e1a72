"""The YAML files of a content folder, and the two numbers by which their state is known."""

import zlib
from pathlib import Path

from twitchcheck.content.ordinary_file import read_ordinary


def content_files(folder: Path) -> list[Path]:
    """The YAML files of a content folder, in a fixed order."""
    return sorted((*folder.glob("*.yaml"), *folder.glob("sections/*.yaml")))


def digest(folder: Path) -> str:
    """The first 7 hexadecimal digits of the SHA-256 of all content files with their names; it stands on results."""
    import hashlib

    made = hashlib.sha256()
    for path in content_files(folder):
        content = read_ordinary(path)
        made.update(f"{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode() + content)
    return made.hexdigest()[:7]


def checksum(folder: Path) -> int:
    """The CRC-32 of all content files with their names, which only tells whether they have been edited since."""
    made = 0
    for path in content_files(folder):
        made = zlib.crc32(read_ordinary(path), zlib.crc32(path.name.encode(), made))
    return made

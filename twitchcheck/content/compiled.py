"""The checked content in a form that loads in a millisecond, made when the package is built.

The YAML files stay the truth: the compiled form carries their checksum and counts only while it is theirs.
"""

import zlib
from pathlib import Path

import msgspec

from twitchcheck.rules.protocol import TriageProtocol

NAME = "compiled.msgpack"


class Compiled(msgspec.Struct, frozen=True):
    """A protocol with the CRC-32 of the files it was made from.

    The checksum only tells whether the files have been edited since; what stands on results is the
    protocol's digest. A checksum, since loading a cryptographic hash takes longer than loading this.
    """

    checksum: int
    protocol: TriageProtocol


def load(folder: Path) -> TriageProtocol:
    """The protocol in a content folder, from its compiled form where that is up to date.

    Raises ProblemsError as `loader.load` does.
    """
    try:
        compiled = msgspec.msgpack.decode((folder / NAME).read_bytes(), type=Compiled)
    except (OSError, msgspec.MsgspecError):
        compiled = None
    if compiled is not None and compiled.checksum == checksum(folder):
        return compiled.protocol
    # Only here, since reading YAML takes longer than everything else until the first page is painted.
    from twitchcheck.content import loader

    return loader.load(folder)


def compile_folder(folder: Path, target: Path) -> None:
    """Checks the content in `folder` and writes its compiled form into the folder `target`."""
    from twitchcheck.content import loader

    target.mkdir(parents=True, exist_ok=True)
    compiled = Compiled(checksum(folder), loader.load(folder))
    (target / NAME).write_bytes(msgspec.msgpack.encode(compiled))


def content_files(folder: Path) -> list[Path]:
    """The YAML files of a content folder, in a fixed order."""
    return sorted((*folder.glob("*.yaml"), *folder.glob("sections/*.yaml")))


def checksum(folder: Path) -> int:
    """The CRC-32 of all content files with their names."""
    made = 0
    for path in content_files(folder):
        made = zlib.crc32(path.read_bytes(), zlib.crc32(path.name.encode(), made))
    return made

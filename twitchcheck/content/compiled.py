"""The checked content in a form that loads in a millisecond, made when the package is built.

The YAML files stay the truth: the compiled form carries their checksum and counts only while it is theirs.
"""

from pathlib import Path

import msgspec

from twitchcheck.content.folder import checksum
from twitchcheck.content.ordinary_file import read_ordinary
from twitchcheck.rules.protocol import TriageProtocol

NAME = "compiled.msgpack"


class Compiled(msgspec.Struct, frozen=True):
    """A protocol with the checksum of the files it was made from."""

    checksum: int
    protocol: TriageProtocol


def load(folder: Path) -> TriageProtocol:
    """The protocol in a content folder, from its compiled form where that is up to date.

    Raises ProblemsError as `loader.load` does.
    """
    try:
        compiled = msgspec.msgpack.decode(read_ordinary(folder / NAME, most=-1), type=Compiled)
        if compiled.checksum == checksum(folder):
            return compiled.protocol
    except (OSError, msgspec.MsgspecError):
        pass  # the loader tells what is wrong, if it is not the compiled form
    from twitchcheck.content import loader

    return loader.load(folder)


def compile_folder(folder: Path, target: Path) -> None:
    """Checks the content in `folder` and writes its compiled form into the folder `target`."""
    from twitchcheck.content import loader

    target.mkdir(parents=True, exist_ok=True)
    compiled = Compiled(checksum(folder), loader.load(folder))
    (target / NAME).write_bytes(msgspec.msgpack.encode(compiled))

"""The checked content in a form that loads in a millisecond, made when the package is built.

The YAML files stay the truth: the compiled form carries their digest and counts only while it is theirs.
"""

import hashlib
from pathlib import Path

import msgspec

from twitchcheck.rules.protocol import TriageProtocol

NAME = "compiled.msgpack"


def load(folder: Path) -> TriageProtocol:
    """The protocol in a content folder, from its compiled form where that is up to date.

    Raises ProblemsError as `loader.load` does.
    """
    try:
        protocol = msgspec.msgpack.decode((folder / NAME).read_bytes(), type=TriageProtocol)
    except (OSError, UnicodeDecodeError, msgspec.MsgspecError):
        protocol = None
    if protocol is not None and protocol.digest == digest(folder):
        return protocol
    # Only here, since reading YAML takes longer than everything else until the first page is painted.
    from twitchcheck.content import loader

    return loader.load(folder)


def compile_folder(folder: Path, target: Path) -> None:
    """Checks the content in `folder` and writes its compiled form into the folder `target`."""
    from twitchcheck.content import loader

    target.mkdir(parents=True, exist_ok=True)
    (target / NAME).write_bytes(msgspec.msgpack.encode(loader.load(folder)))


def content_files(folder: Path) -> list[Path]:
    """The YAML files of a content folder, in a fixed order."""
    return sorted((*folder.glob("*.yaml"), *folder.glob("sections/*.yaml")))


def digest(folder: Path) -> str:
    """The first 7 hexadecimal digits of the SHA-256 of all content files with their names."""
    made = hashlib.sha256()
    for path in content_files(folder):
        content = path.read_bytes()
        made.update(f"{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode() + content)
    return made.hexdigest()[:7]

"""Puts the pieces together and starts one face: the window, or the command line.

A person waits for the first page, and most of that wait is importing. So this holds for the whole package: what the
first page does not need is imported inside the function that needs it, and for a mere type under TYPE_CHECKING. That is
the command line, whatever reads YAML (the content is compiled when the package is built), hashes, reports, printing and
help; widgets that not everybody looks at are made when they are first shown. Such places have no comment of their own.
`python -m tests.desktop.packages.benchmark_start` measures it, and README says what is left.
"""

import signal
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from twitchcheck.content import compiled
from twitchcheck.records.json_text import plain_from
from twitchcheck.records.reading import record_from
from twitchcheck.records.record import Record
from twitchcheck.records.stored_file import LARGEST, StoredFile
from twitchcheck.resource_files import content_folder
from twitchcheck.rules.protocol import TriageProtocol
from twitchcheck.terminal import WHAT_TO_INSTALL, end_by, fill_closed_streams, tell

SAVED = ".twitchcheck"
"""How the name of a file with checks ends, which a file manager opens with this program."""


def main(argv: Sequence[str] | None = None) -> int:
    """The program; returns its exit code. Without arguments the window opens; with a file of checks, it opens it."""
    arguments = sys.argv[1:] if argv is None else argv
    fill_closed_streams()
    try:
        if not arguments or (len(arguments) == 1 and arguments[0].lower().endswith(SAVED)):
            return _window_with(*map(Path, arguments))
        from twitchcheck import cli

        return cli.main(arguments, open_window)
    except KeyboardInterrupt:
        return end_by(signal.SIGINT)


def _window_with(file: Path | None = None) -> int:
    try:
        protocol = compiled.load(content_folder())
    except ValueError as error:  # every problem in the content
        tell(str(error))
        return 2
    return open_window(protocol) if file is None else open_window(protocol, file)


def open_window(protocol: TriageProtocol, file: Path | None = None) -> int:
    """Shows the window until it is closed; returns 1 with one line on standard error when it can't open."""
    try:
        from twitchcheck.gui import application
    except ImportError as error:
        tell(f"The window can't open, a system library is missing: {error}. {WHAT_TO_INSTALL}")
        return 1
    return application.run(protocol, partial(read_stored, protocol), file)


def read_stored(protocol: TriageProtocol, path: Path) -> tuple[Record, StoredFile]:
    """What is in a file, also of another version of the content, and the file to go on with.

    Raises OSError when it can't be read, ValueError with one sentence for people when it can't be used.
    """
    if not path.is_file():  # a pipe or a device might never end
        raise ValueError("There is no such file." if not path.exists() else "This is no ordinary file.")
    with path.open("rb") as file:
        raw = file.read(LARGEST + 1)
    if not raw:
        raise ValueError("This file is empty.")
    if len(raw) > LARGEST:
        raise ValueError("This file is too large to hold checks.")
    plain = _plain(raw, path.name)
    try:
        return record_from(protocol.questionnaire, plain), StoredFile(path, raw)
    except ValueError:
        raise _damaged(1) from None


def _plain(raw: bytes, name: str) -> object:
    """What is written in a file, as plain values. What the program writes is JSON; YAML is what people write."""
    try:
        return plain_from(raw)
    except ValueError:
        return _read_yaml(raw, name)


def _read_yaml(raw: bytes, name: str) -> object:
    from twitchcheck.content.problems import ProblemsError
    from twitchcheck.content.yaml_source import read_bytes

    try:
        return read_bytes(raw, name).value
    except ProblemsError as error:
        raise _damaged(error.problems[0].line) from None


def _damaged(line: int) -> ValueError:
    where = f" at line {line}" if line else ""
    return ValueError(f"This file was damaged{where}, or TwitchCheck did not write it.")

"""Puts the pieces together and starts one face: the window, or the command line.

A person waits for the first page, and most of that wait is importing. So this holds for the whole package: what the
first page does not need is imported inside the function that needs it, and for a mere type under TYPE_CHECKING. That is
the command line, whatever reads YAML (the content is compiled when the package is built), hashes, reports, printing and
help; widgets that not everybody looks at are made when they are first shown. Such places have no comment of their own.
`python -m tests.desktop.packages.benchmark_start` measures it, and README says what is left.
"""

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from twitchcheck.content import compiled
from twitchcheck.questionnaire.answers import SavedAnswers
from twitchcheck.resource_files import content_folder
from twitchcheck.rules.protocol import TriageProtocol
from twitchcheck.terminal import WHAT_TO_INSTALL, tell

SAVED = ".twitchcheck"
"""How the name of a file with answers ends, which a file manager opens with this program."""


def main(argv: Sequence[str] | None = None) -> int:
    """The program; returns its exit code. Without arguments the window opens; with a file of answers, it shows them."""
    arguments = sys.argv[1:] if argv is None else argv
    if not arguments:
        return open_window(compiled.load(content_folder()))
    if len(arguments) == 1 and arguments[0].lower().endswith(SAVED):
        return open_window(compiled.load(content_folder()), Path(arguments[0]))
    from twitchcheck import cli

    return cli.main(arguments, open_window)


def open_window(protocol: TriageProtocol, file: Path | None = None) -> int:
    """Shows the window until it is closed; returns 1 with one line on standard error when it can't open."""
    try:
        from twitchcheck.gui import application
    except ImportError as error:
        tell(f"The window can't open, a system library is missing: {error}. {WHAT_TO_INSTALL}")
        return 1
    return application.run(protocol, partial(read_answers, protocol), file)


def read_answers(protocol: TriageProtocol, path: Path) -> SavedAnswers:
    """The answers in a file. Raises OSError when it can't be read, ValueError with every problem in it."""
    from twitchcheck.content.answers_file import answers_from
    from twitchcheck.content.yaml_source import read_file

    return answers_from(protocol.questionnaire, read_file(path, path.name))

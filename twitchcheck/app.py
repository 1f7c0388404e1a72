"""Puts the pieces together and starts one face: the window, or the command line."""

import sys
from collections.abc import Sequence

from twitchcheck.content import compiled
from twitchcheck.resource_files import content_folder
from twitchcheck.rules.protocol import TriageProtocol
from twitchcheck.terminal import WHAT_TO_INSTALL, tell


def main(argv: Sequence[str] | None = None) -> int:
    """The program; returns its exit code. Without arguments the window opens."""
    arguments = sys.argv[1:] if argv is None else argv
    if not arguments:
        return open_window(compiled.load(content_folder()))
    # Only here, since the window has no use for the command line and should not wait for it.
    from twitchcheck import cli

    return cli.main(arguments, open_window)


def open_window(protocol: TriageProtocol) -> int:
    """Shows the window until it is closed; returns 1 with one line on standard error when it can't open."""
    try:
        from twitchcheck.gui import application
    except ImportError as error:
        tell(f"The window can't open, a system library is missing: {error}. {WHAT_TO_INSTALL}")
        return 1
    return application.run(protocol)

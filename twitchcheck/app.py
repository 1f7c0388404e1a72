"""Puts the pieces together and starts one face: the window, or the command line."""

import sys
from collections.abc import Sequence

from twitchcheck import cli
from twitchcheck.content.loader import load
from twitchcheck.resource_files import content_folder


def main(argv: Sequence[str] | None = None) -> int:
    """The program; returns its exit code."""
    arguments = cli.parser().parse_args(argv)
    protocol = load(content_folder())
    if arguments.version:
        print(cli.version(protocol))
        return 0
    if arguments.command:
        return cli.run(arguments, protocol)
    try:
        from twitchcheck.gui import application
    except ImportError as error:
        print(f"The window can't open, a system library is missing: {error}. {WHAT_TO_INSTALL}", file=sys.stderr)
        return 1
    return application.run(protocol)


WHAT_TO_INSTALL = (
    "On Debian and Ubuntu: sudo apt-get install libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon0 "
    "libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0"
)

"""What is said to a terminal, where there is one: a windowed program has neither output nor error stream."""

import sys

WHAT_TO_INSTALL = (
    "On Debian and Ubuntu: sudo apt-get install libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon0 "
    "libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0"
)


def put(text: str) -> None:
    """Writes a result to standard output, in UTF-8 whatever the locale is."""
    if sys.stdout is not None:
        sys.stdout.buffer.write(text.encode())
        sys.stdout.flush()


def tell(message: str) -> None:
    """Writes a message of its own line to standard error; letters that the locale lacks are escaped."""
    if sys.stderr is not None:
        sys.stderr.write(message + "\n")

"""The one way to the terminal and its streams, whatever was typed, whichever stream is closed, and whoever listens.

What people typed and how files are named may hold orders to a terminal (colours, titles, keys to be typed). They are
shown as `\\u001b`, which inside JSON means the same character. A windowed program has neither output nor error stream.
"""

import os
import signal
import sys

WHAT_TO_INSTALL = (
    "On Debian and Ubuntu: sudo apt-get install libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon0 "
    "libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0"
)

_ORDERS = r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
"""All control characters but tab and new line, what turns the order of letters round, and halves of a letter."""


def harmless(text: str) -> str:
    """The text with every character that a terminal takes for an order written out."""
    import re

    return re.sub(_ORDERS, lambda found: f"\\u{ord(found[0]):04x}", text)


def put(text: str) -> None:
    """Writes a result to standard output, in UTF-8 whatever the locale is. Raises OSError when it can't be written."""
    if sys.stdout is None:
        if sys.platform == "win32":  # a program of windows has no console, and that is no fault
            return
        raise OSError("it is closed")
    try:
        sys.stdout.buffer.write(harmless(text).encode())
        sys.stdout.flush()
    except OSError:
        # What is left in it would be tried again at the very end, and change the exit code.
        sys.stdout = None
        raise


def tell(message: str) -> None:
    """Writes a message of its own line to standard error; letters that the locale lacks are escaped.

    Where nobody can be told, nothing happens: what was to be done is worth more than the message.
    """
    if sys.stderr is not None:
        try:
            sys.stderr.write(harmless(message) + "\n")
            sys.stderr.flush()
        except OSError:
            sys.stderr = None  # as in `put`


def fill_closed_streams() -> None:
    """Puts nothing in the place of a closed stream: the next file to be opened would take its number, and whatever a
    library says to standard error would stand in that file."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


def end_by(number: signal.Signals) -> int:
    """Ends the program as this signal does, which stops a loop of the shell around it too.

    Returns the exit code that a shell gives it where the signal does not end a program.
    """
    if sys.platform != "win32":
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)
    return 128 + number

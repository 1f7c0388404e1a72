"""What is said to a terminal, where there is one: a windowed program has neither output nor error stream."""

import sys


def put(text: str) -> None:
    """Writes a result to standard output, in UTF-8 whatever the locale is."""
    if sys.stdout is not None:
        sys.stdout.buffer.write(text.encode())
        sys.stdout.flush()


def tell(message: str) -> None:
    """Writes a message of its own line to standard error; letters that the locale lacks are escaped."""
    if sys.stderr is not None:
        sys.stderr.write(message + "\n")

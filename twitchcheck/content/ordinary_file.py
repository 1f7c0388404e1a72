"""Reading what may be no file at all: a link that leads nowhere, a folder, or a pipe that would never end."""

from pathlib import Path
from stat import S_ISDIR, S_ISREG

MAX_BYTES = 1_000_000
"""No file of the content or of answers is larger."""


def read_ordinary(path: Path, most: int = MAX_BYTES + 1) -> bytes:
    """What is in a file, not more than so many bytes. Raises OSError when it can't be read or is no ordinary file."""
    try:
        status = path.stat()
    except FileNotFoundError:
        if path.is_symlink():
            raise OSError("it is a link that leads nowhere") from None
        raise
    if not S_ISREG(status.st_mode) and not S_ISDIR(status.st_mode):  # of a folder the system itself says so
        raise OSError("it is no ordinary file")
    with path.open("rb") as file:
        return file.read(most if status.st_size > most else -1)  # room for so many bytes takes time to make

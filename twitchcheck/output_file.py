"""A result as a file: complete or not at all, and its owner's alone, since it holds health data."""

import errno
import os
import tempfile
from pathlib import Path


def write_whole(content: bytes, name: str) -> None:
    """Writes the file beside its place and moves it there: an older file of this name stays until the new one is whole.

    A link stays a link. Raises OSError when the file can't be written.
    """
    path = Path(os.path.realpath(name))
    if path.is_symlink() or (path.exists() and not path.is_file()):  # a link only where links lead round in a circle
        raise OSError("it is no ordinary file")  # moving would put a file in its place
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    descriptor, made = tempfile.mkstemp(prefix=".twitchcheck-", dir=path.parent)  # readable by its owner alone
    beside = Path(made)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(descriptor)
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise

"""The file that a record lives in: read once, and written only over what was read or written last."""

from pathlib import Path

from twitchcheck.output_file import write_whole

LARGEST = 8_000_000
"""Bytes in the largest file: a check has a few thousand, and nobody checks every day for years."""


class ChangedElsewhereError(OSError):
    """Another window or program has changed the file meanwhile."""


class GoneElsewhereError(OSError):
    """Another program, or the person, has deleted or moved the file meanwhile."""


class StoredFile:
    """One file on the disk, with the bytes that it is known to hold."""

    def __init__(self, path: Path, known: bytes | None = None) -> None:
        self.path = path
        self._known = known

    def is_as_known(self) -> bool:
        """Whether the file still holds what this program last saw in it."""
        try:
            return self.path.read_bytes() == self._known
        except OSError:
            return False

    def write(self, text: str) -> None:
        """Writes the file whole, or leaves it as it is.

        Raises ChangedElsewhereError where the file holds something else than this program last saw in it,
        GoneElsewhereError where it was there and has gone, for who deletes it does not want it back unasked, and
        OSError when it can't be written.
        """
        content = text.encode()
        if self._known is not None:
            if not self.path.exists():
                raise GoneElsewhereError
            if content == self._known:
                return
            if self.path.read_bytes() != self._known:
                raise ChangedElsewhereError
        write_whole(content, str(self.path))
        self._known = content

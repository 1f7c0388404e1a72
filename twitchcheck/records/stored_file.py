"""The file that a record lives in: read once, and written only over what was read or written last."""

from pathlib import Path

from twitchcheck.output_file import write_whole

LARGEST = 8_000_000
"""Bytes in the largest file: a check has a few thousand, and nobody checks every day for years."""


class ChangedElsewhereError(OSError):
    """Another window or program has changed the file meanwhile."""


class StoredFile:
    """One file on the disk, with the bytes that it is known to hold."""

    def __init__(self, path: Path, known: bytes | None = None) -> None:
        self.path = path
        self._known = known

    def write(self, text: str) -> None:
        """Writes the file whole, or leaves it as it is.

        Raises ChangedElsewhereError where the file holds something else than this program last saw in it, OSError when
        it can't be written. A file that has gone is made anew.
        """
        content = text.encode()
        if content == self._known and self.path.exists():
            return
        if self._known is not None and self.path.exists() and self.path.read_bytes() != self._known:
            raise ChangedElsewhereError
        write_whole(content, str(self.path))
        self._known = content

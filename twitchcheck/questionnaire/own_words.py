"""A person's own words as they can be kept: pasted text may hold characters that no file, page or printer can show."""

import re

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What is no text: control characters but the new line and the tab, halves of a character, and two that are none."""

_WINDOWS = range(0x80, 0xA0)
"""Here another character was meant: text of old Windows programs that was read as if it were Latin-1."""


def printable(text: str) -> str:
    """The text with each such character replaced: by the one that was meant where that is known, else by a mark."""
    return _CONTROL.sub(_replaced, text.replace("\r\n", "\n").replace("\r", "\n"))


def _replaced(found: re.Match[str]) -> str:
    code = ord(found[0])
    meant = bytes([code]).decode("cp1252", "replace") if code in _WINDOWS else ""
    return meant or "\N{REPLACEMENT CHARACTER}"

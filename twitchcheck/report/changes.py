"""The list of changes, which stands in the program's page for software shops (AppStream) and nowhere else."""

from datetime import date
from pathlib import Path
from xml.etree import ElementTree

from msgspec import Struct


class Release(Struct, frozen=True):
    """A version, the day when it came out, and what it changed, a sentence or two for each change."""

    version: str
    day: date
    changes: tuple[str, ...]


def releases(file: Path) -> tuple[Release, ...]:
    """Every version in an AppStream file, the newest first."""
    return tuple(
        Release(
            version=entry.attrib["version"],
            day=date.fromisoformat(entry.attrib["date"]),
            changes=tuple(" ".join((part.text or "").split()) for part in entry.iterfind("description//li")),
        )
        for entry in ElementTree.parse(file).iterfind("releases/release")
    )

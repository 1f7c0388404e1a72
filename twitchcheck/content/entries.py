"""The files of a content folder: which there are, what each holds, and one file -> its entries."""

from pathlib import Path
from typing import NamedTuple

import msgspec

from twitchcheck.content.form import misfits
from twitchcheck.content.glossary import Glossary
from twitchcheck.content.naming import where
from twitchcheck.content.problems import Problem, ProblemsError
from twitchcheck.content.yaml_source import Document, KeyPath, Plain, read_bytes
from twitchcheck.questionnaire.items import Course, Finding, Measure, Section
from twitchcheck.rules.protocol import (
    CareLevel,
    Consideration,
    Edition,
    EmergencyNumber,
    HelpTopic,
    Later,
    Publisher,
    RedFlag,
    SheetBlock,
    Source,
    Statement,
    Topic,
    Trigger,
)

SINGLES: dict[str, type[msgspec.Struct]] = {
    "edition.yaml": Edition,
    "glossary.yaml": Glossary,
    "later.yaml": Later,
    "sections/*.yaml": Section,
}
"""The files that are one entry each, by their pattern."""

LISTS: dict[str, type[msgspec.Struct]] = {
    "courses": Course,
    "measures": Measure,
    "findings": Finding,
    "care_levels": CareLevel,
    "red_flags": RedFlag,
    "triggers": Trigger,
    "considerations": Consideration,
    "reassurances": Statement,
    "topics": Topic,
    "sheet_blocks": SheetBlock,
    "emergency_numbers": EmergencyNumber,
    "sources": Source,
    "publishers": Publisher,
    "help_topics": HelpTopic,
}
"""The files that hold one list each: `red_flags.yaml` holds `red_flags: [...]`."""


class Entry(NamedTuple):
    """One entry and where it stands in its file."""

    value: msgspec.Struct
    document: Document
    path: KeyPath

    def problem(self, path: KeyPath, message: str) -> Problem:
        """A problem with the part at `path` below the entry, told with the name of the part."""
        here = _place_name(self.document, self.path, type(self.value), path)
        return self.document.problem((*self.path, *path), f"{here}: {message}")


def file_names(folder: Path) -> list[str]:
    """The names of all files that a content folder should have, and of the sections that it has."""
    sections = sorted(f"sections/{path.name}" for path in folder.glob("sections/*.yaml"))
    return ["edition.yaml", "glossary.yaml", "later.yaml", *sections, *(f"{key}.yaml" for key in LISTS)]


def read_entries(name: str, raw: bytes) -> tuple[Entry, ...]:
    """The entries in the file `name` of a content folder.

    Raises ProblemsError with everything that is wrong in this file: YAML that can't be read, or else every part
    that has not the form of its type.
    """
    document = read_bytes(raw, name)
    key = name.removesuffix(".yaml")
    if key not in LISTS:
        kind = SINGLES.get(name) or SINGLES["sections/*.yaml"]
        parts: list[tuple[KeyPath, Plain]] = [((), document.value)]
    else:
        kind = LISTS[key]
        content = document.value
        entries = content.get(key) if isinstance(content, dict) else None
        if not isinstance(content, dict) or not isinstance(entries, list) or list(content) != [key]:
            raise ProblemsError([document.problem((), f"needs the key '{key}' with a list, and nothing else")])
        parts = [((key, index), entry) for index, entry in enumerate(entries)]
    problems: list[Problem] = []
    made = []
    for path, value in parts:
        found = [_problem(document, path, kind, *misfit) for misfit in misfits(value, kind)]
        problems += found
        if not problems:
            made.append(Entry(msgspec.convert(value, kind), document, path))
    if problems:
        raise ProblemsError(problems)
    return tuple(made)


def _problem(
    document: Document, entry: KeyPath, kind: type[msgspec.Struct], path: KeyPath, message: str, at_key: bool
) -> Problem:
    told = f"{_place_name(document, entry, kind, path)}: {message}"
    return (document.key_problem if at_key else document.problem)((*entry, *path), told)


def _place_name(document: Document, entry: KeyPath, kind: type[msgspec.Struct], path: KeyPath) -> str:
    value: object = document.value
    number = 1
    for step in entry:
        value = value[step]  # type: ignore[index]  # the path of an entry leads through what was read
        number = step + 1 if isinstance(step, int) else 1
    return where(kind, value, number, path)

"""The content folder -> a TriageProtocol, or every problem in it."""

import hashlib
import re
from pathlib import Path
from types import NoneType
from typing import Any, TypeVar, get_args, get_type_hints

import msgspec

from twitchcheck.content.compiled import content_files
from twitchcheck.content.cross_checks import cross_check
from twitchcheck.content.problems import Problem, ProblemsError, did_you_mean, quoted
from twitchcheck.content.yaml_source import Document, KeyPath, read_bytes
from twitchcheck.questionnaire.items import Finding, Measure, Questionnaire, Section
from twitchcheck.rules.protocol import (
    CareLevel,
    Consideration,
    Edition,
    EmergencyNumber,
    RedFlag,
    SheetBlock,
    Source,
    Statement,
    Topic,
    TriageProtocol,
    Trigger,
)

LISTS: dict[str, type[msgspec.Struct]] = {
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
}
"""The files that hold one list each: `red_flags.yaml` holds `red_flags: [...]`."""

_PATH_STEP = re.compile(r"\.(\w+)|\[(\d+)\]")
_S = TypeVar("_S", bound=msgspec.Struct)


def load(folder: Path) -> TriageProtocol:
    """The protocol in a content folder.

    Raises ProblemsError with every problem of every file: YAML that can't be read, entries of the wrong
    form, and whatever `cross_check` finds between the files.
    """
    return _Loading(folder).protocol()


def digest(folder: Path) -> str:
    """The first 7 hexadecimal digits of the SHA-256 of all content files with their names."""
    made = hashlib.sha256()
    for path in content_files(folder):
        content = path.read_bytes()
        made.update(f"{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode() + content)
    return made.hexdigest()[:7]


class _Loading:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems: list[Problem] = []
        self.places: dict[int, tuple[Document, KeyPath]] = {}

    def protocol(self) -> TriageProtocol:
        edition = self._one("edition.yaml", Edition)
        sections = [
            section
            for path in sorted(self.folder.glob("sections/*.yaml"))
            if (section := self._one(f"sections/{path.name}", Section)) is not None
        ]
        lists: dict[str, tuple[Any, ...]] = {key: self._list(key, kind) for key, kind in LISTS.items()}
        if self.problems or edition is None:
            raise ProblemsError(self.problems)
        questionnaire = Questionnaire(tuple(sections), lists.pop("measures"), lists.pop("findings"))
        protocol = TriageProtocol(edition=edition, digest=digest(self.folder), questionnaire=questionnaire, **lists)
        problems = [
            document.problem((*path, *rest), message)
            for entry, rest, message in cross_check(protocol)
            for document, path in [self.places[id(entry)]]
        ]
        if problems:
            raise ProblemsError(problems)
        return protocol

    def _document(self, name: str) -> Document | None:
        try:
            raw = (self.folder / name).read_bytes()
            return read_bytes(raw, name)
        except OSError as error:
            self.problems.append(Problem(name, 0, 0, f"can't be read: {error.strerror}"))
        except ProblemsError as error:
            self.problems.extend(error.problems)
        return None

    def _one(self, name: str, kind: type[_S]) -> _S | None:
        document = self._document(name)
        return None if document is None else self._convert(document, (), document.value, kind)

    def _list(self, key: str, kind: type[_S]) -> tuple[_S, ...]:
        document = self._document(f"{key}.yaml")
        if document is None:
            return ()
        content = document.value
        entries = content.get(key) if isinstance(content, dict) else None
        if not isinstance(content, dict) or not isinstance(entries, list) or list(content) != [key]:
            self.problems.append(document.problem((), f"needs the key '{key}' with a list, and nothing else"))
            return ()
        made = (self._convert(document, (key, index), entry, kind) for index, entry in enumerate(entries))
        return tuple(entry for entry in made if entry is not None)

    def _convert(self, document: Document, path: KeyPath, value: object, kind: type[_S]) -> _S | None:
        try:
            entry = msgspec.convert(value, kind)
        except msgspec.ValidationError as error:
            message, _, steps = str(error).partition(" - at `")
            rest = tuple(name or int(index) for name, index in _PATH_STEP.findall(steps))
            self.problems.append(_problem(document, (*path, *rest), message, _kind_at(kind, rest)))
            return None
        self.places[id(entry)] = (document, path)
        return entry


def _kind_at(kind: Any, path: KeyPath) -> Any:
    """The type of the value at `path` inside an entry of type `kind`."""
    for name in path:
        if isinstance(name, str):
            hint = get_type_hints(kind)[name]
            kind = next((part for part in get_args(hint) if part is not NoneType), hint)
    return kind


def _problem(document: Document, path: KeyPath, message: str, kind: Any) -> Problem:
    """What msgspec found, in plain words and at its place."""
    unknown = re.fullmatch(r"Object contains unknown field `(.*)`", message, re.DOTALL)
    if unknown:
        key = unknown[1]
        hint = did_you_mean(key, kind.__struct_fields__)
        return document.key_problem((*path, key), f"unknown key {quoted(key)}{hint}")
    missing = re.fullmatch(r"Object missing required field `(.*)`", message)
    if missing:
        return document.problem(path, f"the key '{missing[1]}' is missing")
    return document.problem(path, message[0].lower() + message[1:].replace("`", "'"))

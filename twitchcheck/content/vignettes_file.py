"""A folder of written cases (YAML) -> checked vignettes, or every problem with its file, line and column.

`calm.yaml` holds the answers of somebody in whom nothing is the matter; every other file holds a list
`vignettes`, whose answers say only what is special and stand on top of the calm ones. The files `new_ill.yaml` and
`new_well.yaml` are groups of their own.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from twitchcheck.content.answers_file import answers_from
from twitchcheck.content.problems import Problem, ProblemsError, did_you_mean, quoted
from twitchcheck.content.yaml_source import Document, KeyPath, Plain, read_file
from twitchcheck.questionnaire.answers import Answers
from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.rules.accuracy import CaseGroup, Vignette
from twitchcheck.rules.protocol import TriageProtocol

CALM = "calm.yaml"
LEVELS = ("expected", "least_urgent_safe", "most_urgent_reasonable", "nhs_page", "article")
REQUIRED = ("id", "story", "source", "answers", *LEVELS, "triggers", "why")
OPTIONAL = ("source_url", "red_flags", "note")


def vignettes_from(protocol: TriageProtocol, folder: Path) -> tuple[Vignette, ...]:
    """The cases of all files of a folder, in the order of the files' names.

    In a case's answers null takes an answer of the calm ones back. Raises ProblemsError with every problem of
    every file at once.
    """
    reading = _Reading(protocol, folder)
    found = [vignette for path in reading.paths() for vignette in reading.file(path)]
    if not found and not reading.problems:
        reading.problems.append(Problem(str(folder), 0, 0, "has no file with vignettes"))
    if reading.problems:
        raise ProblemsError(reading.problems)
    return tuple(found)


class _Reading:
    """The problems found so far. Where there is one, something of the right type stands in for the value:
    nothing that was read counts then."""

    def __init__(self, protocol: TriageProtocol, folder: Path) -> None:
        self.protocol = protocol
        self.folder = folder
        self.problems: list[Problem] = []
        self.first_use: dict[str, Problem] = {}
        self.calm = Answers()
        calm = self._document(folder / CALM)
        if calm is not None:
            self.calm = self._answers(calm)

    def paths(self) -> list[Path]:
        return sorted(path for path in self.folder.glob("*.yaml") if path.name != CALM)

    def file(self, path: Path) -> Iterator[Vignette]:
        document = self._document(path)
        if document is None:
            return
        content = document.value
        entries = content.get("vignettes") if isinstance(content, dict) else None
        if not isinstance(content, dict) or not isinstance(entries, list) or list(content) != ["vignettes"]:
            self.problems.append(document.problem((), "needs the key 'vignettes' with a list, and nothing else"))
            return
        group = CaseGroup(path.stem) if path.stem in set(CaseGroup) else CaseGroup.OLD
        for index, part in enumerate(_split(document, len(entries))):
            part.value = entries[index]
            vignette = self._vignette(part, group)
            if vignette is not None:
                yield vignette

    def _document(self, path: Path) -> Document | None:
        try:
            return read_file(path, str(path))
        except ProblemsError as error:
            self.problems.extend(error.problems)
            return None

    def _vignette(self, part: Document, group: CaseGroup) -> Vignette | None:
        entry = part.value
        if not isinstance(entry, dict):
            self.problems.append(part.problem((), "needs a mapping"))
            return None
        known = (*REQUIRED, *OPTIONAL)
        for key in entry:
            if key not in known:
                message = f"unknown key {quoted(key)}{did_you_mean(key, known)}"
                self.problems.append(part.key_problem((key,), message))
        missing = [key for key in REQUIRED if key not in entry]
        self.problems += [part.problem((), f"the key '{key}' is missing") for key in missing]
        if missing:
            return None
        levels = {key: self._level(part, key, entry[key]) for key in LEVELS}
        triggers = self._ids(part, "triggers", entry["triggers"], (one.id for one in self.protocol.triggers))
        flags = entry.get("red_flags")
        flag_ids = (one.id for one in self.protocol.red_flags)
        vignette = Vignette(
            id=self._own_id(part, self._text(part, "id", entry["id"])),
            story=self._text(part, "story", entry["story"]),
            source=self._text(part, "source", entry["source"]),
            source_url=self._optional_text(part, "source_url", entry),
            answers=self._case_answers(part, entry["answers"]),
            triggers=triggers,
            red_flags=None if flags is None else self._ids(part, "red_flags", flags, flag_ids),
            why=self._text(part, "why", entry["why"]),
            note=self._optional_text(part, "note", entry),
            group=group,
            **{key: level or Disposition.SELF_CARE for key, level in levels.items()},
        )
        if None not in levels.values():
            self._check_range(part, vignette)
        return vignette

    def _text(self, part: Document, key: str, value: Plain) -> str:
        if isinstance(value, str) and value.strip():
            return value.strip()
        self._refuse(part, (key,), "needs text")
        return ""

    def _optional_text(self, part: Document, key: str, entry: Mapping[str, Plain]) -> str:
        value = entry.get(key)
        return "" if value is None or value == "" else self._text(part, key, value)

    def _own_id(self, part: Document, name: str) -> str:
        here = part.problem(("id",), f"id {quoted(name)} is used more than once")
        first = self.first_use.setdefault(name, here)
        if name and first is not here:
            self.problems += [here] if first in self.problems else [first, here]
        return name

    def _level(self, part: Document, key: str, value: Plain) -> Disposition | None:
        if isinstance(value, str) and value in set(Disposition):
            return Disposition(value)
        hint = did_you_mean(str(value), Disposition) or f"; there are {', '.join(Disposition)}"
        self._refuse(part, (key,), f"there is no disposition {quoted(value)}{hint}")
        return None

    def _ids(self, part: Document, key: str, value: Plain, known: Iterable[str]) -> tuple[str, ...]:
        if not isinstance(value, list):
            self._refuse(part, (key,), "needs a list of ids, [] for none")
            return ()
        ids = list(known)
        for index, one in enumerate(value):
            if one not in ids:
                name = key.removesuffix("s").replace("_", " ")
                self._refuse(part, (key, index), f"there is no {name} {quoted(one)}{did_you_mean(str(one), ids)}")
        return tuple(str(one) for one in value)

    def _case_answers(self, part: Document, value: Plain) -> Answers:
        if not isinstance(value, dict):
            self._refuse(part, ("answers",), "needs a mapping of item id to answer")
            return self.calm
        alone = Document(part.name)
        alone.value = {"answers": value}
        alone.marks, alone.key_marks = part.marks, part.key_marks
        own = self._answers(alone)
        kept = {item_id: answer for item_id, answer in self.calm.items() if item_id not in value}
        return Answers({**kept, **own})

    def _answers(self, document: Document) -> Answers:
        try:
            return answers_from(self.protocol.questionnaire, document)[0]
        except ProblemsError as error:
            self.problems.extend(error.problems)
            return Answers()

    def _check_range(self, part: Document, vignette: Vignette) -> None:
        least, most = vignette.least_urgent_safe, vignette.most_urgent_reasonable
        if least.urgency > vignette.expected.urgency:
            self._refuse(part, ("least_urgent_safe",), f"{least} is more urgent than expected, {vignette.expected}")
        if most.urgency < vignette.expected.urgency:
            self._refuse(part, ("most_urgent_reasonable",), f"{most} is less urgent than expected, {vignette.expected}")

    def _refuse(self, part: Document, path: KeyPath, message: str) -> None:
        self.problems.append(part.problem(path, message))


def _split(document: Document, number: int) -> list[Document]:
    """One document for each entry of the list, with the places of its parts."""
    parts = [Document(document.name) for _ in range(number)]
    for path, mark in document.marks.items():
        if len(path) > 1 and isinstance(path[1], int):
            parts[path[1]].marks[path[2:]] = mark
    for path, mark in document.key_marks.items():
        if len(path) > 2 and isinstance(path[1], int):
            parts[path[1]].key_marks[path[2:]] = mark
    return parts

"""The content folder -> a TriageProtocol, or every problem in it."""

from pathlib import Path
from typing import Any, NamedTuple

from twitchcheck.content.checks import Complaint, cross_check
from twitchcheck.content.entries import LISTS, Entry, file_names, read_entries
from twitchcheck.content.folder import content_files, digest
from twitchcheck.content.glossary import Glossary
from twitchcheck.content.ordinary_file import read_ordinary
from twitchcheck.content.problems import Problem, ProblemsError, unreadable
from twitchcheck.questionnaire.items import Questionnaire, Section, with_courses
from twitchcheck.rules.protocol import Edition, Later, TriageProtocol


class Content(NamedTuple):
    """Everything in a content folder whose files have the right form, and where each entry stands."""

    protocol: TriageProtocol
    glossary: Glossary
    places: dict[int, Entry]

    def problem(self, complaint: Complaint) -> Problem:
        """A complaint about an entry with its file, line and column."""
        entry, path, message = complaint
        return self.places[id(entry)].problem(path, message)


def load(folder: Path) -> TriageProtocol:
    """The protocol in a content folder.

    Raises ProblemsError with every problem of every file: YAML that can't be read and entries of the wrong form;
    when there is none, whatever `cross_check` finds between the files.
    """
    content = read_folder(folder)
    problems = [content.problem(complaint) for complaint in cross_check(content.protocol)]
    if problems:
        raise ProblemsError(problems)
    return content.protocol


def read_folder(folder: Path) -> Content:
    """The content of a folder, its parts not yet checked against each other.

    Raises ProblemsError with every problem in the form of every file.
    """
    problems: list[Problem] = []
    entries: dict[str, tuple[Entry, ...]] = {}
    names = file_names(folder)
    # Nothing is taken from the others, but they are part of the version.
    others = {path.relative_to(folder).as_posix() for path in content_files(folder)}.difference(names)
    for name in (*names, *others):
        try:
            raw = read_ordinary(folder / name)
            if name in names:
                entries[name] = read_entries(name, raw)
        except OSError as error:
            problems.append(unreadable(name, error))
        except ProblemsError as error:
            problems.extend(error.problems)
    if problems:
        raise ProblemsError(problems)
    return assembled(entries, digest(folder))


def assembled(entries: dict[str, tuple[Entry, ...]], made_digest: str) -> Content:
    """The content made of the entries of all its files (by name)."""
    values: dict[str, tuple[Any, ...]] = {
        name: tuple(entry.value for entry in file_entries) for name, file_entries in entries.items()
    }
    (edition,), (glossary,), (later,) = (values[f"{name}.yaml"] for name in ("edition", "glossary", "later"))
    assert isinstance(edition, Edition)
    assert isinstance(glossary, Glossary)
    assert isinstance(later, Later)
    lists = {key: values[f"{key}.yaml"] for key in LISTS}
    places = {id(entry.value): entry for one in entries.values() for entry in one}
    sections = []
    for written in (value for one in values.values() for value in one if isinstance(value, Section)):
        sections.append(with_courses(written, lists["courses"]))
        places[id(sections[-1])] = places[id(written)]
    asked = (lists.pop(key) for key in ("measures", "findings", "courses"))
    protocol = TriageProtocol(
        edition=edition,
        digest=made_digest,
        questionnaire=Questionnaire(tuple(sections), *asked),
        combinations=lists.pop("red_flags"),
        later=later,
        terms=glossary.terms,
        **lists,
    )
    return Content(protocol, glossary, places)

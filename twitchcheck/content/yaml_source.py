"""YAML (and JSON) text -> plain values that know their line and column, with YAML's traps closed.

Only true, false, null and plain decimal numbers are more than text: `yes`, `12:30` and `010` stay as
they are written. Duplicate keys, aliases, tags and several documents are refused.
"""

import re
from pathlib import Path

import yaml

from twitchcheck.content.ordinary_file import MAX_BYTES, read_ordinary
from twitchcheck.content.problems import Problem, ProblemsError, quoted, unreadable

MAX_DEPTH = 30
MAX_ENTRIES = 100_000

KeyPath = tuple[str | int, ...]
Plain = None | bool | int | float | str | list["Plain"] | dict[str, "Plain"]

_PLAIN_WORDS: dict[str, Plain] = {"true": True, "false": False, "null": None, "~": None, "": None}
_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,14})")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,20})?([eE][-+]?[0-9]{1,3})?")
_SURROGATE_PAIR = re.compile(r"((?<!\\)(?:\\\\)*)\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")
_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Document:
    """The value of one file, and where each part of it stands."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.value: Plain = None
        self.marks: dict[KeyPath, tuple[int, int]] = {(): (1, 1)}
        self.key_marks: dict[KeyPath, tuple[int, int]] = {}

    def problem(self, path: KeyPath, message: str) -> Problem:
        """A problem with the value at `path`, or with the nearest part around it that the file has."""
        while path not in self.marks:
            path = path[:-1]
        return Problem(self.name, *self.marks[path], message)

    def key_problem(self, path: KeyPath, message: str) -> Problem:
        """A problem with the key that `path` ends in."""
        return Problem(self.name, *self.key_marks[path], message)


def read_file(path: Path, name: str) -> Document:
    """The document in a file. `name` stands for the file in messages.

    Raises ProblemsError when the file can't be read or is no ordinary one, is larger than a megabyte, or is not clean
    YAML.
    """
    try:
        raw = read_ordinary(path)
    except OSError as error:
        raise ProblemsError([unreadable(name, error)]) from None
    return read_bytes(raw, name)


def read_bytes(raw: bytes, name: str) -> Document:
    """The document in `raw`; raises ProblemsError as `read_file` does."""
    if len(raw) > MAX_BYTES:
        raise ProblemsError([Problem(name, 0, 0, f"is larger than {MAX_BYTES // 1_000_000} MB")])
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode()  # `error.object` is `raw` without its byte order mark
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        raise ProblemsError([Problem(name, line, column, "is not UTF-8 text")]) from None
    if not text.strip():
        raise ProblemsError([Problem(name, 0, 0, "is empty")])
    return _read_text(_SURROGATE_PAIR.sub(_joined_pair, text), name)


def _joined_pair(match: re.Match[str]) -> str:
    """JSON writes characters beyond the first plane as two escapes, which YAML does not know."""
    pair = chr(int(match[2], 16)) + chr(int(match[3], 16))
    return match[1] + pair.encode("utf-16", "surrogatepass").decode("utf-16")


def _read_text(text: str, name: str) -> Document:
    builder = _Builder(name)
    try:
        for event in yaml.parse(text, Loader=_Loader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        raise ProblemsError([Problem(name, line, column, f"is not valid YAML: {error.problem}")]) from None
    except yaml.YAMLError:
        raise ProblemsError([Problem(name, 0, 0, "is not valid YAML: it holds a character that is not text")]) from None
    return builder.finished()


class _Builder:
    """Builds a document from the parser's events with a stack of its own, so that depth is no danger."""

    def __init__(self, name: str) -> None:
        self.document = Document(name)
        self.problems: list[Problem] = []
        self.documents = 0
        self.stack: list[tuple[KeyPath, list[Plain] | dict[str, Plain]]] = []
        self.key: list[str | None] = []

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self._refuse(event, "holds more than one document")
        elif isinstance(event, yaml.AliasEvent):
            self._refuse(event, "uses an alias (*), which is not allowed here")
        elif isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._open(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.stack.pop()
            self.key.pop()

    def finished(self) -> Document:
        if self.problems:
            raise ProblemsError(self.problems)
        if self.documents == 0:
            raise ProblemsError([Problem(self.document.name, 0, 0, "is empty")])
        return self.document

    def _refuse(self, event: yaml.Event, message: str) -> None:
        raise ProblemsError([*self.problems, Problem(self.document.name, *_place(event), message)])

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        if len(self.stack) >= MAX_DEPTH:
            self._refuse(event, f"is nested more than {MAX_DEPTH} deep")
        if self._key_is_due():
            self._refuse(event, "uses a list or mapping as a key")
        self._check_tag(event)
        made: list[Plain] | dict[str, Plain] = [] if isinstance(event, yaml.SequenceStartEvent) else {}
        path = self._put(event, made)
        self.stack.append((path, made))
        self.key.append(None)

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        self._check_tag(event)
        if self._key_is_due():
            self._take_key(event)
        else:
            self._put(event, _resolved(event))

    def _check_tag(self, event: yaml.NodeEvent) -> None:
        if event.anchor is not None or getattr(event, "tag", None) not in (None, "!"):
            self._refuse(event, "uses a YAML tag or anchor, which is not allowed here")

    def _key_is_due(self) -> bool:
        return bool(self.stack) and isinstance(self.stack[-1][1], dict) and self.key[-1] is None

    def _take_key(self, event: yaml.ScalarEvent) -> None:
        path, mapping = self.stack[-1]
        here = (*path, event.value)
        place = _place(event)
        if event.value in mapping:
            first_line = self.document.key_marks[here][0]
            message = f"{quoted(event.value)} stands here again (first in line {first_line})"
            self.problems.append(Problem(self.document.name, *place, message))
        else:
            self.document.key_marks[here] = place
        self.key[-1] = event.value

    def _put(self, event: yaml.Event, value: Plain) -> KeyPath:
        if len(self.document.marks) > MAX_ENTRIES:
            self._refuse(event, f"has more than {MAX_ENTRIES} entries")
        if not self.stack:
            self.document.value = value
            return ()
        path, holder = self.stack[-1]
        if isinstance(holder, list):
            here: KeyPath = (*path, len(holder))
            holder.append(value)
        else:
            key = self.key[-1]
            assert key is not None
            here = (*path, key)
            holder[key] = value
            self.key[-1] = None
        self.document.marks[here] = _place(event)
        return here


def _place(event: yaml.Event) -> tuple[int, int]:
    """Line and column of an event from 1; the parser gives every event its mark."""
    assert event.start_mark is not None
    return event.start_mark.line + 1, event.start_mark.column + 1


def _resolved(event: yaml.ScalarEvent) -> Plain:
    text: str = event.value
    if event.style:  # quoted or block text; the C parser says "" for plain
        return text
    if text in _PLAIN_WORDS:
        return _PLAIN_WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return float(text)
    return text

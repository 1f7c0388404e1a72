"""Mutated content and answers files, seeded: every case can be made again from its kind, seed and number.

The seed corpus are the files of the real and of the tiny content, and complete answers in which little is the matter.
Half of the cases are structure-aware (the value is changed and written as
JSON, which YAML contains; or lines and YAML's own signs are changed), half are changes of bytes.
"""

import copy
import json
import random
import tempfile
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from tests.calm_answers import calm_answers
from tests.content.conftest import TINY
from twitchcheck.content.answers_file import answers_from
from twitchcheck.content.check import check
from twitchcheck.content.entries import file_names, read_entries
from twitchcheck.content.loader import load
from twitchcheck.content.problems import ProblemsError
from twitchcheck.content.yaml_source import read_bytes
from twitchcheck.questionnaire.answers import Answer
from twitchcheck.resource_files import content_folder

VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1, 0.5, 10**12, 10**18, -(10**18), 1e300, float("inf"), float("nan")),
    *("", " ", "no", "yes", "none", "not_sure", "12:30", "010", "{you}", "{", "}", "{nobody}", "\x00", "\x1b[31m"),
    *("\ud83d\ude00", "e\u0301", "x" * 5000, "a\nb", "días", "*a", "&a", "!!python/name:os.system"),
    *([], {}, [[]], [None], {"": ""}, {"has": {}}, {"any": []}, {"findings": ["task_lost"]}, {"at_least": {"age": 1}}),
)
SIGNS = (
    *("&a ", "*a", "!!python/object/apply:os.system ", "!!set ", "? ", "<<: ", "---\n", "...\n", "\t", "- ", "- - - "),
    *("{", "}", "[", "]", "|\n", ">\n", "%YAML 9.9\n", "#", "'", '"', ": ", "\\", "\x00", "\ufeff", "\r", "\u2028"),
)
MOST_NESTED = 60
MOST_LETTERS = 20_000
"""How long a text or a repeated part may get: the memory measured is the reader's, not the mutations'."""


class Outcome(NamedTuple):
    """How many cases were accepted and refused, how much more memory it took, and what went wrong."""

    accepted: int
    refused: int
    more_megabytes: float
    crashes: list[str]


def run(kind: str, seed: int, count: int) -> Outcome:
    """Tries `count` cases of one kind ("content", "answers" or "folder") in this process."""
    attempt = {"content": _content, "answers": _answers, "folder": _folder}[kind]()
    accepted = refused = 0
    crashes: list[str] = []
    before = _megabytes()
    for number in range(count):
        try:
            attempt(random.Random(f"{kind} {seed} {number}"))
            accepted += 1
        except ProblemsError as error:
            refused += 1
            if not error.problems or not all(line.isprintable() for line in str(error).split("\n")):
                crashes.append(f"{kind} {seed} {number}: told badly: {str(error)!r:.500}")
        except Exception:
            crashes.append(f"{kind} {seed} {number}: {traceback.format_exc()}")
    return Outcome(accepted, refused, _megabytes() - before, crashes)


def _megabytes() -> float:
    import resource  # which Windows does not have; these cases run on Linux

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _content() -> Callable[[random.Random], object]:
    """One file at a time through the same code that loads a folder."""
    corpus = [
        (name, (folder / name).read_bytes()) for folder in (TINY, content_folder()) for name in file_names(folder)
    ]

    def attempt(chance: random.Random) -> object:
        name, raw = chance.choice(corpus)
        return read_entries(name, mutated(raw, chance))

    return attempt


def _answers() -> Callable[[random.Random], object]:
    protocol = load(content_folder())
    corpus = []
    special: tuple[dict[str, Answer], ...] = (
        {},
        {"weakness": "lost_task", "lost_tasks": ("key", "cup")},
        {"age": "not_sure", "unwell": ("none",)},
    )
    for given in special:
        answers = {"answers": dict(calm_answers(protocol, given)), "date": "2026-11-23"}
        corpus.append(json.dumps(answers, indent=1).encode())

    def attempt(chance: random.Random) -> object:
        document = read_bytes(mutated(chance.choice(corpus), chance), "answers.json")
        return answers_from(protocol.questionnaire, document)

    return attempt


def _folder() -> Callable[[random.Random], object]:
    """A whole folder with one mutated file, through every check; mostly the tiny one, since it is quick."""
    folders = [TINY] * 9 + [content_folder()]

    def attempt(chance: random.Random) -> None:
        original = chance.choice(folders)
        changed = chance.choice(file_names(original))
        with tempfile.TemporaryDirectory() as made:
            (Path(made) / "sections").mkdir()
            for name in file_names(original):
                raw = (original / name).read_bytes()
                (Path(made) / name).write_bytes(_restructured(raw, chance) if name == changed else raw)
            problems = check(Path(made))
        if problems:
            raise ProblemsError(problems)

    return attempt


def mutated(raw: bytes, chance: random.Random) -> bytes:
    """A file with one or a few changes."""
    return chance.choice((_restructured, _with_other_signs, _with_other_bytes, _with_other_bytes))(raw, chance)


def _restructured(raw: bytes, chance: random.Random) -> bytes:
    value: Any = read_bytes(raw, "seed").value
    if isinstance(value, dict) and len(value) == 1:  # a few entries of a list show as much as all
        ((key, entries),) = value.items()
        if isinstance(entries, list) and chance.random() < 0.7:
            value = {key: chance.sample(entries, min(len(entries), 3))}
    for _ in range(chance.choice((1, 1, 1, 2, 5))):
        holders = list(_holders(value))
        if holders:
            _change(chance.choice(holders), holders, chance)
    return json.dumps(value, ensure_ascii=chance.random() < 0.5, indent=chance.choice((None, 1))).encode(
        errors="surrogatepass"
    )


def _holders(value: Any, depth: int = 0) -> Iterator[Any]:
    """Every list and mapping that is not empty, not deeper than what the reader takes anyway."""
    if isinstance(value, dict | list) and value and depth < MOST_NESTED:
        yield value
        for part in value.values() if isinstance(value, dict) else value:
            yield from _holders(part, depth + 1)


def _change(holder: Any, holders: list[Any], chance: random.Random) -> None:
    key = chance.choice(list(holder) if isinstance(holder, dict) else range(len(holder)))
    other = chance.choice(holders)
    taken = chance.choice(list(other.values()) if isinstance(other, dict) else other)
    how = chance.randrange(8)
    if how == 0:
        del holder[key]
    elif how == 1:
        holder[key] = copy.deepcopy(chance.choice(VALUES))  # a later change must not change the list of values
    elif how == 2:
        holder[key] = json.loads(json.dumps(taken))  # a copy, since a value may not hold itself
    elif how == 3:
        _add(holder, json.loads(json.dumps(holder[key])), chance)
    elif how == 4:
        for _ in range(chance.choice((1, 2, MOST_NESTED))):
            holder[key] = chance.choice(([holder[key]], {"all": [holder[key]]}, {"any": [holder[key]]}))
    elif how == 5 and isinstance(holder[key], int | float):
        holder[key] = chance.choice((-holder[key], holder[key] * 1000, holder[key] / 3, str(holder[key])))
    elif how == 6 and isinstance(holder[key], str) and holder[key]:
        text = holder[key]
        at = chance.randrange(len(text))
        holder[key] = chance.choice(
            (text[:at] + text[at + 1 :], text.upper(), text[:at] + "{" + text[at:], (text * 50)[:MOST_LETTERS])
        )
    elif isinstance(holder, dict):
        holder[str(chance.choice((key[:-1], key + "s", "x", "", "id", "when", "none", taken)))[:100]] = holder.pop(key)


def _add(holder: Any, value: Any, chance: random.Random) -> None:
    if isinstance(holder, dict):
        holder[f"more {chance.randrange(100)}"] = value
    else:
        times = chance.choice((1, 2, 40)) if len(json.dumps(value)) < MOST_LETTERS else 1
        holder.extend(copy.deepcopy(value) for _ in range(times))


def _with_other_signs(raw: bytes, chance: random.Random) -> bytes:
    lines = raw.decode().splitlines(keepends=True)
    start = chance.randrange(max(1, len(lines) - 60))
    if chance.random() < 0.5:  # the head of a list and some of its entries
        lines = lines[:1] + lines[start : start + 60]
    for _ in range(chance.choice((1, 2, 4))):
        at = chance.randrange(len(lines))
        line = lines[at]
        column = chance.randrange(len(line) + 1)
        how = chance.randrange(6)
        if how == 0:
            lines[at] = ""
        elif how == 1:
            lines[at] = line * chance.choice((2, 3, 200))
        elif how == 2:
            lines[at], lines[chance.randrange(len(lines))] = lines[chance.randrange(len(lines))], line
        elif how == 3:
            lines[at] = " " * chance.randrange(8) + line.lstrip(chance.choice((" ", "")))
        elif how == 4:
            lines[at] = line.replace(": ", chance.choice((":", " : ", ": &a ", ": *a ", ": ! ", ": !!str ")), 1)
        else:
            lines[at] = line[:column] + chance.choice(SIGNS) * chance.choice((1, 1, 40)) + line[column:]
    return "".join(lines).encode(errors="surrogatepass")


def _with_other_bytes(raw: bytes, chance: random.Random) -> bytes:
    made = bytearray(raw)
    if len(made) > 4000 and chance.random() < 0.8:
        start = chance.randrange(len(made) - 2000)
        made = made[:100] + made[start : start + 2000]
    for _ in range(chance.choice((1, 1, 3, 10))):
        start = chance.randrange(len(made) + 1)
        end = min(len(made), start + chance.choice((1, 1, 8, 100)))
        how = chance.randrange(5)
        if how == 0:
            made[start:end] = b""
        elif how == 1:
            made[start:end] = chance.randbytes(end - start)
        elif how == 2:
            made[start:start] = made[start:end] * chance.choice((1, 20))
        elif how == 3:
            made[start:start] = bytes([chance.choice(b"\x00\x1b\"'{}[]:,-?&*!|>%@`#\\\t\r\n \xc3\xe2\xf0\xff")])
        else:
            made = made[:start] or made
    return bytes(made)

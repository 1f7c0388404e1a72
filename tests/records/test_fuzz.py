"""Thousands of damaged and odd files: none of them raises anything but one plain sentence, and none loses a part that
can be read."""

import json
from collections import Counter
from copy import deepcopy
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.content.fuzzing import mutated
from twitchcheck.app import read_stored
from twitchcheck.questionnaire.items import ItemType, Questionnaire
from twitchcheck.records.json_text import plain_from
from twitchcheck.records.reading import record_from
from twitchcheck.records.writing import record_text
from twitchcheck.rules.protocol import TriageProtocol

WHOLE: dict[str, Any] = {
    "twitchcheck": 2,
    "checks": [
        {
            "date": "2026-11-01",
            "time": "09:05",
            "content": "2026.11 (abc1234)",
            "level": "routine",
            "answers": {
                "age": 35,
                "places": ["calf", "eyelid"],
                "coffee": 3,
                "slurred": "no",
                "own_words": "It flickers",
            },
        },
        {
            "date": "2026-11-23",
            "as_on": {"about": "2026-11-01"},
            "answers": {"age": 35, "places": ["calf"], "sleep": "not_sure", "duration": 30, "from_later": {"a": 1}},
        },
    ],
    "plans": [
        {
            "trigger": "caffeine",
            "began": "2026-11-24",
            "days": {
                "2026-11-24": {"twitching": "much"},
                "2026-11-28": {"twitching": "little", "kept": True, "note": "early to bed"},
            },
        }
    ],
}
ODD: tuple[Any, ...] = (
    None,
    True,
    -1,
    1e308,
    10**30,
    "",
    "no",
    "2026-02-30",
    "2026-11-23",
    "\u202e\x1b[31m",
    "x" * 3000,
    [],
    {},
    [[1]],
)


def _containers(value: Any) -> list[Any]:
    """Every list and mapping in a value."""
    found = [value] if isinstance(value, list | dict) else []
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        found += _containers(part)
    return found


def odd_file(chance: Random) -> dict[str, Any]:
    """The whole file with one to four parts replaced, renamed, removed or told twice."""
    made: dict[str, Any] = json.loads(json.dumps(WHOLE))
    for _ in range(chance.randint(1, 4)):
        holder = chance.choice(_containers(made))
        if isinstance(holder, list):
            holder.insert(chance.randint(0, len(holder)), deepcopy(chance.choice(ODD)))
        elif holder:
            key = chance.choice(list(holder))
            change = chance.randrange(3)
            if change == 0:
                holder[key] = deepcopy(chance.choice(ODD))
            elif change == 1:
                holder[chance.choice(("date", "level", "answers", "days", "x\ny", "2026-11-25"))] = holder.pop(key)
            else:
                del holder[key]
    return made


def told(questionnaire: Questionnaire, plain: Any) -> Any:
    """A file but for what says nothing, so that two of them can be set side by side."""
    if not isinstance(plain, dict):
        return plain
    checks, plans = plain.get("checks"), plain.get("plans")
    plans = plans if isinstance(plans, list) else [] if plans is None else [plans]
    rest = {key: value for key, value in plain.items() if key not in ("twitchcheck", "checks", "plans")}
    counted = [
        Counter(json.dumps(_entry(questionnaire, one), sort_keys=True) for one in many)
        if isinstance(many, list)
        else many
        for many in (checks, plans)
    ]
    return counted, rest


def _entry(questionnaire: Questionnaire, entry: Any) -> Any:
    if not isinstance(entry, dict):
        return entry
    made = {key: value for key, value in entry.items() if value or key not in ("content", "as_on", "days")}
    if isinstance(made.get("answers"), dict):
        made["answers"] = {
            key: _listed(questionnaire, key, value)
            for key, value in made["answers"].items()
            if value is not None or key not in questionnaire.items
        }
    if isinstance(made.get("days"), dict) and "trigger" in made:
        made["days"] = {
            day: {key: value for key, value in one.items() if value != "" or key != "note"}
            if isinstance(one, dict)
            else one
            for day, one in made["days"].items()
        }
    return made


def _listed(questionnaire: Questionnaire, item_id: str, value: Any) -> Any:
    """One option of a list is written as a list of one."""
    item = questionnaire.items.get(item_id)
    known = item is not None and item.type is ItemType.CHOICES and isinstance(value, str) and value in item.option_by_id
    return [value] if known else value


def keep_all(protocol: TriageProtocol, seed: int, files: int) -> int:
    """Opens and saves odd files; how many of them can be opened."""
    questionnaire, opened = protocol.questionnaire, 0
    for number in range(files):
        plain = odd_file(Random(f"{seed} {number}"))
        try:
            record = record_from(questionnaire, plain)
        except ValueError:
            assert not isinstance(plain.get("checks"), list), plain
            continue
        after = plain_from(record_text(record).encode())
        assert told(questionnaire, after) == told(questionnaire, plain), (seed, number)
        assert record_from(questionnaire, after) == record, (seed, number)
        opened += 1
    return opened


def read_all(protocol: TriageProtocol, folder: Path, seed: int, files: int) -> int:
    """Opens files with other bytes; how many can be opened. What is wrong with the others is told in one line."""
    raw, opened = json.dumps(WHOLE, indent=1).encode(), 0
    path = folder / "odd.twitchcheck"
    for number in range(files):
        path.write_bytes(mutated(raw, Random(f"{seed} {number}")))
        why = refusal(protocol, path)
        assert why.isprintable(), (seed, number)
        assert not why or why.endswith("."), (seed, number)
        opened += not why
    return opened


def refusal(protocol: TriageProtocol, path: Path) -> str:
    """Why a file can't be opened, "" where it can."""
    try:
        read_stored(protocol, path)
    except ValueError as error:
        return str(error)
    return ""


def test_odd_files_keep_all_that_they_hold(protocol: TriageProtocol) -> None:
    assert keep_all(protocol, 1, 400) > 300


def test_files_with_other_bytes(protocol: TriageProtocol, tmp_path: Path) -> None:
    assert 0 < read_all(protocol, tmp_path, 1, 60) < 60


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2, 12))
def test_twenty_thousand_files(protocol: TriageProtocol, tmp_path: Path, seed: int) -> None:
    assert keep_all(protocol, seed, 1600) > 1200
    assert 0 < read_all(protocol, tmp_path, seed, 400) < 400

"""A file of checks and plans: what is written is read again, and whatever is odd in it stays in it."""

import json
from datetime import date
from typing import Any

import pytest

from tests.conftest import DAY
from tests.one_check import one_check
from twitchcheck.questionnaire.answers import Answers
from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.records.json_text import plain_from
from twitchcheck.records.reading import record_from
from twitchcheck.records.record import Check, Day, Plan, Record, Twitching
from twitchcheck.records.writing import record_text
from twitchcheck.rules.protocol import TriageProtocol

GIVEN = Answers(
    {
        "who": "myself",
        "age": 35.0,
        "places": ("calf", "eyelid"),
        "sleep": "not_sure",
        "own_words": "Größe: \"5\"\n- 'x' 😀",
    }
)


def read(protocol: TriageProtocol, text: str) -> Record:
    return record_from(protocol.questionnaire, plain_from(text.encode()))


def again(protocol: TriageProtocol, plain: object) -> Any:
    """What stands in a file after it was opened and saved."""
    return plain_from(record_text(record_from(protocol.questionnaire, plain)).encode())


def test_what_is_written_is_read_again(protocol: TriageProtocol) -> None:
    days = {
        date(2026, 11, 24): Day(Twitching.MUCH, note="A long day"),
        date(2026, 11, 28): Day(Twitching.LITTLE, kept=False),
        date(2026, 11, 29): Day(kept=True),
    }
    first = Check(GIVEN, date(2026, 11, 1), "09:05", "2026.11 (abc1234)", Disposition.ROUTINE)
    second = Check(GIVEN, DAY, as_on={"about": date(2026, 11, 1)})
    record = Record((first, second), (Plan("caffeine", date(2026, 11, 24), days),))
    assert read(protocol, record_text(record)) == record


def test_a_file_of_the_version_before_is_one_check(protocol: TriageProtocol) -> None:
    before = {"date": "2026-11-23", "answers": {"age": 35, "jaw_of_old": ["locked"], "coffee": "plenty"}, "by": "hand"}
    record = record_from(protocol.questionnaire, before)
    (check,) = record.checks
    assert (dict(check.answers), check.on, check.level) == ({"age": 35}, DAY, None)
    assert check.others == {"jaw_of_old": ["locked"], "coffee": "plenty"}
    assert again(protocol, before)["checks"] == [before]


def test_an_answer_given_since_takes_the_place_of_one_that_cannot_be_read(protocol: TriageProtocol) -> None:
    text = record_text(one_check(Answers({"age": 35.0}), DAY, {"jaw_of_old": ["locked"], "age": "old"}))
    assert json.loads(text)["checks"][0]["answers"] == {"jaw_of_old": ["locked"], "age": 35.0}


@pytest.mark.parametrize(
    "plain",
    [
        {"twitchcheck": 2, "checks": [], "plans": [], "more": {"a": [1]}},
        {
            "twitchcheck": 2,
            "checks": [{"answers": {}, "mood": 3, "date": "soon", "time": "25:99"}, 7, {"a": 1}],
            "plans": [],
        },
        {
            "twitchcheck": 2,
            "checks": [{"answers": {}, "level": "mild", "as_on": ["about"], "content": "a\nb"}],
            "plans": [],
        },
        {"twitchcheck": 2, "checks": [{"answers": {}, "as_on": {"about": "yesterday"}, "time": "9:05"}], "plans": []},
        {"twitchcheck": 2, "checks": [{"answers": {}, "time": "09:05:30"}], "plans": []},
        {"twitchcheck": 2, "checks": [], "plans": [{"trigger": "tea"}, {"trigger": 3, "began": "2026-11-24"}, None]},
        {
            "twitchcheck": 2,
            "checks": [],
            "plans": [
                {
                    "trigger": "tea",
                    "began": "2026-11-24",
                    "colour": "red",
                    "days": {
                        "2026-11-24": {"twitching": "a lot", "kept": "yes", "note": 5, "weather": "rain"},
                        "20261125": {"twitching": "none"},
                        "2026-11-26": "none",
                    },
                }
            ],
        },
        {"twitchcheck": 2, "checks": [], "plans": ["later", {"trigger": "tea", "began": "9999-12-25"}]},
        {"twitchcheck": 2, "checks": ["first", {"answers": {}}, 7, {"answers": {}}], "plans": []},
        {"twitchcheck": 3, "checks": [], "plans": [], "diary": []},
    ],
)
def test_what_is_odd_stays_in_the_file(protocol: TriageProtocol, plain: dict[str, object]) -> None:
    assert again(protocol, plain) == plain


def test_a_check_that_is_added_stands_behind_what_cannot_be_read(protocol: TriageProtocol) -> None:
    record = record_from(protocol.questionnaire, {"checks": [{"answers": {}}, "odd"]})
    text = record_text(record._replace(checks=(*record.checks, Check(on=DAY))))
    assert json.loads(text)["checks"] == [{"answers": {}}, "odd", {"date": DAY.isoformat(), "answers": {}}]


@pytest.mark.parametrize("plain", [None, 3, [], {}, {"answers": 3}, {"checks": {}}, {"checks": 3, "answers": {}}])
def test_what_is_no_such_file(protocol: TriageProtocol, plain: object) -> None:
    with pytest.raises(ValueError, match="needs"):
        record_from(protocol.questionnaire, plain)


@pytest.mark.parametrize("text", ['{"a": 1, "a": 2}', "[NaN]", '"\\ud800"', "[" * 5000, "{", '"\xff'.encode("latin-1")])
def test_what_is_not_clean_json_is_refused(text: str | bytes) -> None:
    with pytest.raises(ValueError, match=r"clean JSON|twice"):
        plain_from(text.encode() if isinstance(text, str) else text)


def test_answers_stay_out_of_what_is_told_of_a_record() -> None:
    assert "35" not in repr(one_check(GIVEN))

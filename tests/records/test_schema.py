"""The JSON Schema of a file fits what the program writes, and refuses what it would not."""

from collections.abc import Callable
from datetime import date

import pytest
from jsonschema import Draft202012Validator, ValidationError

from tests.conftest import DAY
from twitchcheck.questionnaire.answers import Answers
from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.records.json_text import plain_from
from twitchcheck.records.record import Check, Day, Plan, Record, Twitching
from twitchcheck.records.schema import schema
from twitchcheck.records.writing import record_text
from twitchcheck.rules.protocol import TriageProtocol


@pytest.fixture
def validator(protocol: TriageProtocol) -> Draft202012Validator:
    """Of the schema, which is one itself."""
    Draft202012Validator.check_schema(schema(protocol.questionnaire))
    return Draft202012Validator(schema(protocol.questionnaire), format_checker=Draft202012Validator.FORMAT_CHECKER)


def test_what_is_written_fits(validator: Draft202012Validator, calm: Callable[..., Answers]) -> None:
    days = {
        date(2026, 11, 24): Day(Twitching.ALL_DAY, note="tired"),
        date(2026, 11, 28): Day(Twitching.NONE, kept=True),
    }
    check = Check(calm(sleep="not_sure", own_words="x"), DAY, "09:05", "2026.11", Disposition.SOON, {"about": DAY})
    record = Record((check, Check(Answers(), DAY)), (Plan("sleep", DAY, days),))
    validator.validate(plain_from(record_text(record).encode()))


@pytest.mark.parametrize(
    "broken",
    [
        {"twitchcheck": 3, "checks": []},
        {"twitchcheck": 2},
        {"twitchcheck": 2, "checks": [{"answers": {"age": 130}}]},
        {"twitchcheck": 2, "checks": [{"answers": {"places": "calf"}}]},
        {"twitchcheck": 2, "checks": [{"answers": {"who": "nobody"}}]},
        {"twitchcheck": 2, "checks": [{"date": "soon", "answers": {}}]},
        {"twitchcheck": 2, "checks": [], "plans": [{"trigger": "sleep", "began": "2026-11-23", "days": {"1": {}}}]},
    ],
)
def test_what_is_not_of_the_form_is_refused(validator: Draft202012Validator, broken: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        validator.validate(broken)

"""A file with one check, as most tests need it."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

from twitchcheck.questionnaire.answers import Answers
from twitchcheck.records.record import Check, Record


def one_check(answers: Answers, on: date | None = None, others: Mapping[str, object] = MappingProxyType({})) -> Record:
    """The record of one check that nobody has been told a level of."""
    return Record((Check(answers, on, others=others),))


def answers_in(path: Path) -> dict[str, object]:
    """The answers of the last check in a file that the program wrote."""
    answers = json.loads(path.read_text(encoding="utf-8"))["checks"][-1]["answers"]
    assert isinstance(answers, dict)
    return answers

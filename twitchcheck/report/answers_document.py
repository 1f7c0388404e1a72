"""Answers as a file that the program and `twitchcheck assess` can read again."""

import datetime
import json
from collections.abc import Mapping
from types import MappingProxyType

from twitchcheck.questionnaire.answers import Answers


def answers_text(answers: Answers, on: datetime.date, others: Mapping[str, object] = MappingProxyType({})) -> str:
    """The answers and the day they were given, as JSON, which is YAML too.

    `others` are answers to what is not asked here, which are kept. Every character beyond ASCII is written as an
    escape, so that whatever can be typed can be read again.
    """
    return json.dumps({"date": on.isoformat(), "answers": {**others, **answers}}, indent=2) + "\n"

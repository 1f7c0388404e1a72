"""Answers as a file that the program and `twitchcheck assess` can read again."""

import datetime
import json

from twitchcheck.questionnaire.answers import Answers


def answers_text(answers: Answers, on: datetime.date) -> str:
    """The answers and the day they were given, as JSON, which is YAML too."""
    return json.dumps({"date": on.isoformat(), "answers": dict(answers)}, indent=2, ensure_ascii=False) + "\n"

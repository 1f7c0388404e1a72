"""Saved answers: read again they are the same."""

import json

from tests.conftest import DAY
from twitchcheck.content.answers_file import answers_from
from twitchcheck.content.yaml_source import read_bytes
from twitchcheck.questionnaire.answers import Answers
from twitchcheck.report.answers_document import answers_text
from twitchcheck.rules.protocol import TriageProtocol


def test_what_is_written_is_read_again(protocol: TriageProtocol) -> None:
    given = Answers(
        {
            "who": "myself",
            "age": 35.0,
            "places": ("calf", "eyelid"),
            "sleep": "not_sure",
            "own_words": "Größe: \"5\"\n- 'x'",
        }
    )
    saved = answers_from(protocol.questionnaire, read_bytes(answers_text(given, DAY).encode(), "mine"))
    assert dict(saved.answers) == dict(given)
    assert saved.on == DAY


def test_what_another_version_asked_is_kept(protocol: TriageProtocol) -> None:
    text = answers_text(Answers({"age": 35.0}), DAY, {"jaw": ["locked"], "age": "old"})
    assert json.loads(text)["answers"] == {"jaw": ["locked"], "age": 35.0}

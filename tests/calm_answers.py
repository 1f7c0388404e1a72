"""Complete answers in which nothing is the matter: a base for stories that say only what is special."""

from collections.abc import Mapping
from functools import cache

from twitchcheck.content.answers_file import answers_from
from twitchcheck.content.yaml_source import Document, read_file
from twitchcheck.questionnaire.answers import Answer, Answers
from twitchcheck.resource_files import vignettes_folder
from twitchcheck.rules.protocol import TriageProtocol


def calm_answers(protocol: TriageProtocol, given: Mapping[str, Answer]) -> Answers:
    """The calm base that the written cases stand on too, with `given` in place."""
    calm = answers_from(protocol.questionnaire, _calm())[0]
    return Answers({**calm, **given})


@cache
def _calm() -> Document:
    return read_file(vignettes_folder() / "calm.yaml", "calm.yaml")

"""Complete answers in which nothing is the matter: a base for stories that say only what is special."""

from collections.abc import Mapping

from twitchcheck.questionnaire.answers import Answer, Answers
from twitchcheck.questionnaire.items import NONE, ItemType
from twitchcheck.rules.protocol import TriageProtocol

CALM: dict[str, Answer] = {
    "who": "myself",
    "age": 35.0,
    "pregnancy": "no",
    "side": "both",
    "duration": 5.0,
    "course": "same",
    "moving": "same_place",
    "often": "many",
    "kind": "flicker",
    "weakness": "normal",
    "sleep": 7.5,
    "stress": 2.0,
    "gad_nervous": "not_at_all",
    "gad_worry": "not_at_all",
    "alcohol_cut": "no",
    "screens": 3.0,
    "examined": "no",
}
"""Everything that is neither a list with "none" nor a stepper with a start value nor a follow-up."""


def calm_answers(protocol: TriageProtocol, given: Mapping[str, Answer]) -> Answers:
    """The calm base with `given` in place; follow-ups only a story asks for are left to it."""
    base: dict[str, Answer] = {}
    for item in protocol.questionnaire.items.values():
        if item.type is ItemType.CHOICES:
            base[item.id] = (NONE,)
        elif item.initial is not None:
            base[item.id] = item.initial
    return Answers({**base, **CALM, **given})

"""The questions that are open: first the few that could change the advice, then the others."""

from collections.abc import Iterable

from msgspec import Struct

from twitchcheck.questionnaire.conditions import Certainty, Evidence
from twitchcheck.questionnaire.items import SIGNS
from twitchcheck.report.phrases import Phrases
from twitchcheck.rules.assessment import Assessment
from twitchcheck.rules.counterfactuals import Change

MOST_FIRST = 3
"""How many open questions are told in full sight."""


class Clarify(Struct, frozen=True):
    """A question worth clarifying, and whether it was answered "not sure" or not at all."""

    item_id: str
    question: str
    state: str


class OpenQuestions(Struct, frozen=True):
    """The open questions that could change the advice `first`, at most three, and the `others`. `all_open` where no
    question about signs has been answered: a list of them all would help nobody."""

    first: tuple[Clarify, ...]
    others: tuple[Clarify, ...]
    all_open: bool


def open_questions(phrases: Phrases, assessment: Assessment, changes: Iterable[Change]) -> OpenQuestions:
    """The open questions of an assessment; `changes` are what would make its advice more urgent."""
    measures = phrases.questionnaire.measure_by_id
    behind = [one.subject for raised in assessment.deciding for one in raised.because if _is_open(one)]
    could_change = {change.item_id for change in changes}.union(
        *(measures[one].item_ids if one in measures else (one,) for one in behind)
    )
    ordered = [one for one in assessment.unsure if one in could_change]
    first, late = ordered[:MOST_FIRST], ordered[MOST_FIRST:]
    others = (*late, *(one for one in assessment.unsure if one not in could_change))
    signs = [one for one in assessment.facts.enabled.values() if one.is_row and one.role in SIGNS]
    return OpenQuestions(
        first=tuple(_clarify(phrases, one) for one in first),
        others=tuple(_clarify(phrases, one) for one in others),
        all_open=bool(signs) and all(assessment.facts.is_open(one.id) for one in signs),
    )


def _is_open(one: Evidence) -> bool:
    return one.certainty is Certainty.UNSURE


def _clarify(phrases: Phrases, item_id: str) -> Clarify:
    return Clarify(item_id, phrases.fill(phrases.questionnaire.items[item_id].text), phrases.state(item_id))

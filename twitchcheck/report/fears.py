"""The illnesses that somebody fears, each answered where it is named; and what doctors also consider."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from twitchcheck.questionnaire.conditions import Certainty, evaluate
from twitchcheck.report.phrases import Phrases
from twitchcheck.report.sentences import Sourced, said, sourced
from twitchcheck.rules.assessment import WeighedConsideration, shown


class FearPart(Struct, frozen=True):
    """An illness that is feared: what is said of it, and what in the answers speaks for and against raising it."""

    id: str
    name: str
    said: Sourced
    raised_by: tuple[Sourced, ...] = ()
    lowered_by: tuple[Sourced, ...] = ()


class ConsiderationPart(Struct, frozen=True):
    """Something doctors also consider; shown only on request where `on_request` is set."""

    id: str
    name: str
    text: Sourced
    raised_by: tuple[Sourced, ...]
    lowered_by: tuple[Sourced, ...]
    statements: tuple[Sourced, ...]
    on_request: bool


def fears(phrases: Phrases, considerations: Iterable[WeighedConsideration], urgent: bool) -> tuple[FearPart, ...]:
    """The answers to the fears that were named. With a sign of it, or where the advice is `urgent`, they say only what
    to do."""
    return tuple(_fears(phrases, considerations, urgent))


def _fears(phrases: Phrases, considerations: Iterable[WeighedConsideration], urgent: bool) -> Iterator[FearPart]:
    for weighed in considerations:
        one = weighed.consideration
        if one.fear is None or evaluate(one.fear.named, phrases.facts) is not Certainty.YES:
            continue
        honest = () if urgent else shown((one.fear.honest,), phrases.facts)
        if honest:
            told = sourced(phrases, honest[0].text, honest[0].sources)
            yield FearPart(one.id, one.name, told, said(phrases, weighed.raised_by), said(phrases, weighed.lowered_by))
        else:
            yield FearPart(one.id, one.name, sourced(phrases, one.fear.to_do.text, one.fear.to_do.sources))


def considered(
    phrases: Phrases, considerations: Iterable[WeighedConsideration], feared: Iterable[FearPart]
) -> tuple[ConsiderationPart, ...]:
    """What doctors also consider; what speaks for and against a fear is told there alone."""
    told = {one.id for one in feared}
    return tuple(
        _consideration(phrases, weighed, told) for weighed in considerations if not weighed.consideration.only_named
    )


def _consideration(phrases: Phrases, weighed: WeighedConsideration, told: set[str]) -> ConsiderationPart:
    one = weighed.consideration
    return ConsiderationPart(
        id=one.id,
        name=one.name,
        text=sourced(phrases, one.text, one.sources),
        raised_by=() if one.id in told else said(phrases, weighed.raised_by),
        lowered_by=() if one.id in told else said(phrases, weighed.lowered_by),
        statements=said(phrases, weighed.statements),
        on_request=one.on_request,
    )

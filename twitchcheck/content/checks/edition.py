"""The edition: the questions that play a part, and the words for whoever the check is about."""

from collections.abc import Iterator
from itertools import chain

from twitchcheck.content.checks.numbers import is_date
from twitchcheck.content.checks.parts import Complaint
from twitchcheck.content.problems import did_you_mean, quoted
from twitchcheck.rules.protocol import Strength, TriageProtocol


def edition_problems(protocol: TriageProtocol) -> Iterator[Complaint]:
    """What is missing in the edition."""
    edition, items = protocol.edition, protocol.questionnaire.items
    for field in edition.__struct_fields__:
        if field.endswith("_item") and getattr(edition, field) not in items:
            named = getattr(edition, field)
            yield edition, (field,), f"there is no item {quoted(named)}{did_you_mean(named, items)}"
    findings = protocol.questionnaire.finding_conditions
    if edition.function_finding not in findings:
        named = edition.function_finding
        yield edition, ("function_finding",), f"there is no finding {quoted(named)}{did_you_mean(named, findings)}"
    if len(edition.months) != 12:
        yield edition, ("months",), "needs the names of the twelve months"
    for index, pair in enumerate(edition.harmless_pairs):
        if len(set(pair.signs)) != 2:
            yield edition, ("harmless_pairs", index, "signs"), "needs two signs"
        for place, sign in enumerate(pair.signs):
            if sign not in items:
                message = f"there is no item {quoted(sign)}{did_you_mean(sign, items)}"
                yield edition, ("harmless_pairs", index, "signs", place), message
    for field in ("reviewed", "review_by"):
        if not is_date(getattr(edition, field)):
            yield edition, (field,), "needs a date, like 2026-11-25"
    if edition.review_by <= edition.reviewed:
        yield edition, ("review_by",), "must be after 'reviewed'"
    yield from _word_problems(protocol)
    points = [edition.trigger_strengths.get(strength, 0) for strength in Strength]
    if points[0] < 1 or points != sorted(set(points)):
        yield edition, ("trigger_strengths",), "needs rising points for slight, moderate and strong"


def _word_problems(protocol: TriageProtocol) -> Iterator[Complaint]:
    edition = protocol.edition
    if not edition.person:
        yield edition, ("person",), "needs words for at least one kind of person"
    person = protocol.questionnaire.items.get(edition.person_item)
    if person is not None:
        for option in person.options:
            if option.id not in edition.person:
                yield edition, ("person",), f"has no words for the option {quoted(option.id)}"
    words = set(chain.from_iterable(edition.person.values()))
    for group_id, group in edition.person.items():
        for word in sorted(words - group.keys()):
            yield edition, ("person", group_id), f"has no word for {{{word}}}"

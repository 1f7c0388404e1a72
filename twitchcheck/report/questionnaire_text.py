"""The questionnaire as plain text: every question with its id, options, limits and when it is asked."""

from collections.abc import Iterator

from twitchcheck.questionnaire.conditions import Condition
from twitchcheck.questionnaire.items import Item, ItemType, Questionnaire
from twitchcheck.questionnaire.wording import worded
from twitchcheck.rules.protocol import TriageProtocol


def text(protocol: TriageProtocol) -> str:
    """All questions in the order of asking."""
    return "\n".join(_lines(protocol)) + "\n"


def _lines(protocol: TriageProtocol) -> Iterator[str]:
    words = next(iter(protocol.edition.person.values()))
    yield f"TwitchCheck questionnaire, content {protocol.version}"
    for section in protocol.questionnaire.sections:
        yield from ("", section.title, "=" * len(section.title))
        for page in section.pages:
            for item in page.items:
                yield ""
                yield from _item(protocol.questionnaire, item, words)
            yield f"  Why: {page.why}"


def _item(questionnaire: Questionnaire, item: Item, words: dict[str, str]) -> Iterator[str]:
    yield f"{item.id} ({item.type}): {worded(item.text, words)}"
    if item.enabled_when is not None:
        yield f"  Asked when: {in_words(item.enabled_when)}"
    if item.type is ItemType.AMOUNT:
        yield f"  {item.minimum:g} to {item.maximum:g} {item.unit}, or not_sure"
    if item.options_from:
        yield f"  Only options ticked in {item.options_from}"
    if item.type in (ItemType.CHOICE, ItemType.CHOICES):
        for option in questionnaire.options_of(item):
            alone = " (alone)" if option.exclusive else ""
            yield f"  - {option.id}: {worded(option.text, words)}{alone}"


def in_words(condition: Condition) -> str:
    """A condition in plain words, with ids."""
    parts = [f"{item} is {' or '.join(options)}" for item, options in condition.has.items()]
    parts += [f"at least {number} of {item}" for item, number in condition.count_at_least.items()]
    parts += [f"{subject} is {bound:g} or more" for subject, bound in condition.at_least.items()]
    parts += [f"{subject} is {bound:g} or less" for subject, bound in condition.at_most.items()]
    parts += [f"finding {name}" for name in condition.findings]
    parts += [f"({in_words(part)})" for part in condition.all]
    alternatives = [f"({said})" if " and " in said else said for said in map(in_words, condition.any)]
    if alternatives:
        choice = " or ".join(alternatives)
        parts.append(f"({choice})" if parts else choice)
    return " and ".join(parts)

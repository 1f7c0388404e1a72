"""The questionnaire as plain text: every question with its id, options, limits and when it is asked; and
conditions in plain words."""

from collections.abc import Iterator, Mapping

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
    yield from ("", "Courses: what a ticked row is asked", "=" * 35)
    for course in protocol.questionnaire.courses:
        yield f"{course.id}: {course.ask or 'nothing more, the tick is the answer'}"
        yield from (f"  - {option.id}: {option.text}" for option in course.options)
    for section in protocol.questionnaire.sections:
        yield from ("", section.title, "=" * len(section.title))
        for page in section.pages:
            for item in page.items:
                yield ""
                yield from _item(item, words)
            yield f"  Why: {page.why}"


def _item(item: Item, words: dict[str, str]) -> Iterator[str]:
    yield f"{item.id} ({item.type}): {worded(item.text, words)}"
    if item.enabled_when is not None:
        yield f"  Asked when: {in_words(item.enabled_when)}"
    if item.type is ItemType.AMOUNT:
        yield f"  {item.minimum:g} to {item.maximum:g} {item.unit}" + (", or not_sure" if item.not_sure else "")
    if item.optional:
        yield "  May be left out"
    if item.is_row:
        times = ", ".join(option.id for option in item.options)
        yield f"  Course {item.course}: {times}, not_sure" + (f"; under {item.under}" if item.under else "")
        for cell in item.cells:
            yield f"  - {cell.level}: {', '.join(cell.times)}"
    elif item.type in (ItemType.CHOICE, ItemType.CHOICES):
        for option in item.answer_options:
            alone = " (alone)" if option.exclusive else ""
            yield f"  - {option.id}: {worded(option.text, words)}{alone}"


class ById:
    """How the parts of a condition are said, here by their ids."""

    also, either = " and ", " or "

    def chosen(self, item_id: str, options: tuple[str, ...]) -> str:
        """That one of the options is chosen."""
        return f"{item_id} is {' or '.join(options)}"

    def counted(self, item_id: str, number: int) -> str:
        """That at least so many ordinary options are chosen."""
        return f"at least {number} of {item_id}"

    def bounded(self, subject: str, bound: float, side: str) -> str:
        """That an amount or measure is at the bound or on one side of it, "more" or "less"."""
        return f"{subject} is {bound:g} or {side}"

    def finding(self, finding_id: str) -> str:
        """That a shared condition holds."""
        return f"finding {finding_id}"


class ByText(ById):
    """The same in the words of the questions, for somebody who reviews them on paper.

    AND and OR in capitals join conditions, so that they can't be taken for a part of the quoted texts.
    """

    also, either = " AND ", " OR "

    def __init__(self, questionnaire: Questionnaire, words: Mapping[str, str]) -> None:
        self.questionnaire = questionnaire
        self.words = words
        self.finding_text = {finding.id: finding.text for finding in questionnaire.findings}

    def brief(self, subject: str) -> str:
        """The short name of an item or measure."""
        measure = self.questionnaire.measure_by_id.get(subject)
        return worded(self.questionnaire.items[subject].brief if measure is None else measure.brief, self.words)

    def option(self, item_id: str, option_id: str) -> str:
        """The text of an option in quotation marks."""
        item = self.questionnaire.items[item_id]
        if item.type is ItemType.AMOUNT:  # its only option is "not sure", which is none of its answer options
            return f'"{item.not_sure}"'
        return f'"{worded(self.questionnaire.option(item_id, option_id).text, self.words)}"'

    def chosen(self, item_id: str, options: tuple[str, ...]) -> str:
        return f"{self.brief(item_id)}: {' or '.join(self.option(item_id, one) for one in options)}"

    def counted(self, item_id: str, number: int) -> str:
        return f"{self.brief(item_id)}: {number} or more ticked"

    def bounded(self, subject: str, bound: float, side: str) -> str:
        return f"{self.brief(subject)}: {f'{bound:g} {self.unit(subject, bound)}'.strip()} or {side}"

    def unit(self, subject: str, number: float) -> str:
        """The unit in which the bounds of an amount or measure are written."""
        measure = self.questionnaire.measure_by_id.get(subject)
        if measure is not None:
            return measure.unit
        item = self.questionnaire.items[subject]
        if item.scales:
            return item.scales[0].unit if number == 1 else item.scales[0].units
        return item.unit

    def finding(self, finding_id: str) -> str:
        return f'finding {finding_id} ("{self.finding_text[finding_id].rstrip(".")}")'


BY_ID = ById()


def in_words(condition: Condition, speech: ById = BY_ID) -> str:
    """A condition in plain words."""
    parts = [speech.chosen(item, options) for item, options in condition.has.items()]
    parts += [speech.counted(item, number) for item, number in condition.count_at_least.items()]
    parts += [speech.bounded(subject, bound, "more") for subject, bound in condition.at_least.items()]
    parts += [speech.bounded(subject, bound, "less") for subject, bound in condition.at_most.items()]
    parts += [speech.finding(name) for name in condition.findings]
    parts += [f"({in_words(part, speech)})" for part in condition.all]
    said = [in_words(part, speech) for part in condition.any]
    alternatives = [f"({one})" if speech.also in one else one for one in said]
    if alternatives:
        choice = speech.either.join(alternatives)
        parts.append(f"({choice})" if parts else choice)
    if condition.several is not None:
        listed = "; ".join(in_words(part, speech) for part in condition.several.of)
        parts.append(f"(at least {condition.several.number} of: {listed})")
    return speech.also.join(parts)

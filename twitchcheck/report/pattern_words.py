"""Conditions as a reviewer reads them in a table: as short as they can be said without an id."""

from collections.abc import Iterable, Iterator

from twitchcheck.questionnaire.conditions import Condition
from twitchcheck.questionnaire.items import ItemType, Questionnaire
from twitchcheck.questionnaire.wording import worded
from twitchcheck.report.phrases import has_times
from twitchcheck.report.questionnaire_text import ByText


class PatternWords:
    """Says conditions with the short names of the questions; a shared condition stands by its text in brackets."""

    def __init__(self, questionnaire: Questionnaire, words: dict[str, str]) -> None:
        self._questionnaire = questionnaire
        self._words = words
        self._speech = ByText(questionnaire, words)

    def said(self, condition: Condition) -> str:
        """The whole condition."""
        parts = [self._chosen(item_id, options) for item_id, options in condition.has.items()]
        parts += [f"{self._speech.brief(one)}: {number} or more" for one, number in condition.count_at_least.items()]
        parts += [self._speech.bounded(subject, bound, "more") for subject, bound in condition.at_least.items()]
        parts += [self._speech.bounded(subject, bound, "less") for subject, bound in condition.at_most.items()]
        parts += [f"[{self._speech.finding_text[one].rstrip('.')}]" for one in condition.findings]
        parts += [self.said(part) for part in condition.all]
        if condition.any:
            alternatives = list(self._alternatives(condition.any))
            together = " OR ".join(alternatives)
            parts.append(f"({together})" if parts and len(alternatives) > 1 else together)
        if condition.several is not None:
            listed = "; ".join(map(self.said, condition.several.of))
            parts.append(f"at least {condition.several.number} of: {listed}")
        return " AND ".join(parts)

    def _chosen(self, item_id: str, options: tuple[str, ...]) -> str:
        item = self._questionnaire.items[item_id]
        if item.is_row and not has_times(item):
            return self._speech.brief(item_id)
        if item.type is ItemType.AMOUNT:
            return f"{self._speech.brief(item_id)}: not sure"
        texts = self._texts(item_id, options)
        return f"{self._speech.brief(item_id)} ({texts})" if item.is_row else f"{self._speech.brief(item_id)}: {texts}"

    def _alternatives(self, conditions: Iterable[Condition]) -> Iterator[str]:
        """Each alternative; the rows that are asked for the same times share them."""
        together: dict[tuple[str, ...], list[str]] = {}
        others: list[str] = []
        for one in conditions:
            if one == Condition(has=one.has) and len(one.has) == 1:
                ((item_id, options),) = one.has.items()
                if has_times(self._questionnaire.items[item_id]):
                    together.setdefault(options, []).append(item_id)
                    continue
            said = self.said(one)
            others.append(f"({said})" if " AND " in said else said)
        for options, item_ids in together.items():
            named = " OR ".join(map(self._speech.brief, item_ids))
            yield f"{named}{', each' if len(item_ids) > 1 else ''} ({self._texts(item_ids[0], options)})"
        yield from others

    def _texts(self, item_id: str, options: tuple[str, ...]) -> str:
        texts = (worded(self._questionnaire.option(item_id, one).text, self._words) for one in options)
        return (", " if self._questionnaire.items[item_id].is_row else " or ").join(map(_small, texts))


def _small(text: str) -> str:
    """A text with a small first letter, unless it begins with an abbreviation."""
    return text if text[1:2].isupper() else f"{text[:1].lower()}{text[1:]}"

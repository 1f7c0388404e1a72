"""What the answers come to: hidden answers left out, a missing answer counted as "not sure"."""

from collections.abc import Mapping
from copy import copy

from twitchcheck.questionnaire.answers import Answer
from twitchcheck.questionnaire.conditions import Certainty, Condition, evaluate
from twitchcheck.questionnaire.items import NONE, NOT_SURE, UNKNOWN, Item, ItemType, Questionnaire

NOT_ANSWERED = (NOT_SURE,)


class Facts:
    """The answers in effect. Built in one pass, since an item can only depend on items before it."""

    def __init__(self, questionnaire: Questionnaire, answers: Mapping[str, Answer]) -> None:
        self.questionnaire = questionnaire
        self.enabled: dict[str, Item] = {}
        self.unanswered: set[str] = set()
        self._chosen: dict[str, tuple[str, ...]] = {}
        self._amounts: dict[str, float | None] = {}
        self._findings: dict[str, Certainty] = {}
        for item in questionnaire.items.values():
            self._enable(item, answers)

    def changed(self, answers: Mapping[str, Answer], item_id: str) -> "Facts":
        """What `answers` come to that differ from these in one item.

        Follow-up questions that the change would open are left out: "what if" counts only what was asked.
        """
        made = copy(self)
        made.enabled, made.unanswered = dict(self.enabled), set(self.unanswered)
        made._chosen, made._amounts, made._findings = dict(self._chosen), dict(self._amounts), {}
        affected = [item for item in self.questionnaire.dependants[item_id] if item.id in self.enabled]
        for item in affected:
            del made.enabled[item.id]
            made.unanswered.discard(item.id)
            made._chosen.pop(item.id, None)
            made._amounts.pop(item.id, None)
        for item in affected:
            made._enable(item, answers)
        return made

    def _enable(self, item: Item, answers: Mapping[str, Answer]) -> None:
        if item.enabled_when is None or evaluate(item.enabled_when, self) is Certainty.YES:
            self.enabled[item.id] = item
            self._take(item, answers.get(item.id))

    def _take(self, item: Item, value: Answer | None) -> None:
        if item.type is ItemType.TEXT:
            return
        if item.type is ItemType.AMOUNT:
            self._amounts[item.id] = float(value) if isinstance(value, int | float) else None
            self._chosen[item.id] = NOT_ANSWERED if self._amounts[item.id] is None else ()
        else:
            chosen = value if isinstance(value, tuple) else (value,) if isinstance(value, str) else ()
            self._chosen[item.id] = chosen or NOT_ANSWERED
        if value is None or value == ():  # a list in which every tick was taken back
            self.unanswered.add(item.id)

    def is_open(self, item_id: str) -> bool:
        """Whether an enabled item is "not sure" or unanswered."""
        return self._chosen.get(item_id) == NOT_ANSWERED

    def choice(self, item_id: str, wanted: tuple[str, ...]) -> Certainty:
        """Whether one of the `wanted` options is chosen; NO when the item is hidden."""
        chosen = self._chosen.get(item_id, ())
        for option in chosen:
            if option in wanted:
                return Certainty.YES
        if UNKNOWN in chosen and self.enabled[item_id].meets(UNKNOWN, wanted):
            return Certainty.YES
        return Certainty.UNSURE if chosen == NOT_ANSWERED else Certainty.NO

    def chosen(self, item_id: str) -> tuple[str, ...]:
        """The ordinary options chosen, without "none" and "not sure"."""
        return tuple(option for option in self._chosen.get(item_id, ()) if option not in (NONE, NOT_SURE))

    def chosen_among(self, item_id: str, wanted: tuple[str, ...]) -> tuple[str, ...]:
        """The chosen options that meet `wanted`, in the order of `wanted`."""
        chosen = self._chosen.get(item_id, ())
        if UNKNOWN in chosen and UNKNOWN not in wanted and self.enabled[item_id].meets(UNKNOWN, wanted):
            return (UNKNOWN,)
        return tuple(option for option in wanted if option in chosen)

    def count(self, item_id: str, at_least: int) -> Certainty:
        """Whether at least so many ordinary options are chosen."""
        if len(self.chosen(item_id)) >= at_least:
            return Certainty.YES
        return Certainty.UNSURE if self._chosen.get(item_id) == NOT_ANSWERED else Certainty.NO

    def _bounds(self, subject: str) -> tuple[float, bool] | None:
        """The known part of an amount or measure and whether all of it is known; None when not asked."""
        if subject in self.questionnaire.items:
            if subject not in self._amounts:
                return None
            value = self._amounts[subject]
            return (value or 0.0, value is not None)
        measure = self.questionnaire.measure_by_id[subject]
        known, complete, asked = 0.0, True, False
        for item_id, factor in measure.terms.items():
            if item_id in self._amounts:
                asked = True
                value = self._amounts[item_id]
                known += factor * (value or 0.0)
                complete = complete and value is not None
        for item_id in measure.scored:
            if item_id in self._chosen:
                asked = True
                chosen = self._chosen[item_id]
                known += sum(self.questionnaire.option(item_id, option).score for option in chosen)
                complete = complete and chosen != NOT_ANSWERED
        # Rounded, since 4 x 1.7 + 14 x 2.3 + 11 is 49.99999999999999 in binary and must reach a bound of 50.
        return (round(known, 9), complete) if asked else None

    def amount(self, subject: str) -> float | None:
        """The value of an amount or measure in its unit; None when it is hidden or not fully known."""
        bounds = self._bounds(subject)
        return bounds[0] if bounds is not None and bounds[1] else None

    def known_part(self, subject: str) -> float | None:
        """What is known of an amount or measure in its unit; None when nothing of it is known."""
        bounds = self._bounds(subject)
        if bounds is None:
            return None
        known, complete = bounds
        return known if complete or known > 0 else None

    def reaches(self, subject: str, bound: float) -> Certainty:
        """Whether an amount or measure is at least `bound`; what is known of it may already be enough."""
        bounds = self._bounds(subject)
        if bounds is None:
            return Certainty.NO
        known, complete = bounds
        if known >= bound:
            return Certainty.YES
        return Certainty.NO if complete else Certainty.UNSURE

    def stays_within(self, subject: str, bound: float) -> Certainty:
        """Whether an amount or measure is at most `bound`."""
        bounds = self._bounds(subject)
        if bounds is None or bounds[0] > bound:
            return Certainty.NO
        return Certainty.YES if bounds[1] else Certainty.UNSURE

    def finding_condition(self, finding_id: str) -> Condition:
        """The condition behind a finding."""
        return self.questionnaire.finding_conditions[finding_id]

    def finding(self, finding_id: str) -> Certainty:
        """Whether a finding holds; worked out once."""
        known = self._findings.get(finding_id)
        if known is None:
            known = self._findings[finding_id] = evaluate(self.finding_condition(finding_id), self)
        return known

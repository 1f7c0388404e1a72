"""A loaded protocol as logical terms over all possible answers, piece by piece as `Facts` and `assess` work.

Certainty becomes two terms: holds for sure (YES), and can hold (YES or UNSURE). A hidden item has none of its
options, so that it counts as NO. Measures are added up exactly, amounts are any numbers in their range.
"""

from collections.abc import Iterator
from typing import NamedTuple

from twitchcheck.questionnaire.conditions import Condition, Several
from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.questionnaire.items import NONE, NOT_SURE, Item, ItemType
from twitchcheck.rules.protocol import CareLevel, RedFlag, Review, Statement, Strength, TriageProtocol, Trigger
from twitchcheck.rules.terms import FALSE, TRUE, Amount, Chosen, Term, at_least, every, negation, some


class Certain(NamedTuple):
    """How sure a condition is: `sure` is true where it is YES, `possible` where it is YES or UNSURE."""

    sure: Term
    possible: Term

    @property
    def open(self) -> Term:
        """True where it is UNSURE."""
        return every((self.possible, negation(self.sure)))


class Reading(NamedTuple):
    """An amount or measure: where it is asked, where a part of it is open, and the summands of what is known."""

    asked: Term
    open: Term
    summands: list[tuple[float, Term, Amount | None]]


class Logic:
    """The terms of one protocol. `given` and `amounts` are the raw answers, of hidden items too; all else follows.

    `valid` says what an answer to an item may be, `in_effect` which options count, `at_least` from which
    disposition on the advice is, and `shown` where each conditional text of the content is seen.
    """

    def __init__(self, protocol: TriageProtocol) -> None:
        self.protocol = protocol
        self.questionnaire = protocol.questionnaire
        self.items = {item.id: item for item in self.questionnaire.items.values() if item.type is not ItemType.TEXT}
        self.given: dict[str, dict[str, Chosen]] = {}
        self.amounts: dict[str, Amount] = {}
        self.valid: dict[str, Term] = {}
        self.asked: dict[str, Term] = {}
        self.in_effect: dict[str, dict[str, Term]] = {}
        self._findings: dict[str, Certain] = {}
        for item in self.items.values():
            self._take(item)
        for item in self.questionnaire.items.values():
            if item.type is ItemType.TEXT:
                self.asked[item.id] = self._enabled(item)
        self.flags = {flag.id: self.holds(flag.when) for flag in protocol.red_flags}
        self.at_least = self._levels()
        self.disposition = {level: self._is_level(level) for level in Disposition}
        self.factors = {one.id: [self.holds(factor.when).sure for factor in one.factors] for one in protocol.triggers}
        self.strengths = {trigger.id: self._strengths(trigger) for trigger in protocol.triggers}
        self.reviews = {level.id: list(self._reviews(level)) for level in protocol.care_levels}
        self.shown = dict(self._shown())

    def _take(self, item: Item) -> None:
        if item.type is ItemType.AMOUNT:
            options = [NOT_SURE]
            self.amounts[item.id] = Amount(item.id)
        else:
            options = [*dict.fromkeys((*item.option_by_id, NOT_SURE))]
        given = self.given[item.id] = {option: Chosen(item.id, option) for option in options}
        self.valid[item.id] = self._valid(item)
        self.asked[item.id] = self._enabled(item)
        counting = self.counting(item)
        self.in_effect[item.id] = {option: every((counting, atom)) for option, atom in given.items()}

    def _valid(self, item: Item) -> Term:
        given = self.given[item.id]
        if item.type is ItemType.AMOUNT:
            number = self.amounts[item.id]
            return every((at_least([(1, TRUE, number)], item.minimum), at_least([(-1, TRUE, number)], -item.maximum)))
        exclusive = {one.id for one in item.answer_options if one.exclusive} | {NOT_SURE}
        if item.type is ItemType.CHOICE:
            exclusive = set(given)
        alone = (
            negation(every((given[option], some(other for key, other in given.items() if key != option))))
            for option in given
            if option in exclusive
        )
        return every((some(given.values()), *alone))

    def _enabled(self, item: Item) -> Term:
        return TRUE if item.enabled_when is None else self.holds(item.enabled_when).sure

    def counting(self, item: Item) -> Term:
        """Where the answer to `item` counts: where it is asked."""
        return self.asked[item.id]

    def holds(self, condition: Condition) -> Certain:
        """How sure `condition` is; the counterpart of `conditions.evaluate`."""
        parts = [self._choice(item_id, wanted) for item_id, wanted in condition.has.items()]
        parts += [self._count(item_id, number) for item_id, number in condition.count_at_least.items()]
        parts += [self._reaches(subject, bound) for subject, bound in condition.at_least.items()]
        parts += [self._stays_within(subject, bound) for subject, bound in condition.at_most.items()]
        parts += [self.finding(finding_id) for finding_id in condition.findings]
        parts += [self.holds(part) for part in condition.all]
        if condition.any:
            alternatives = [self.holds(part) for part in condition.any]
            sure = some(one.sure for one in alternatives)
            parts.append(Certain(sure, some(one.possible for one in alternatives)))
        if condition.several is not None:
            parts.append(self._several(condition.several))
        return Certain(every(one.sure for one in parts), every(one.possible for one in parts))

    def _several(self, several: Several) -> Certain:
        counted = [self.holds(part) for part in several.of]
        sure = at_least([(1, one.sure, None) for one in counted], several.number)
        return Certain(sure, at_least([(1, one.possible, None) for one in counted], several.number))

    def finding(self, finding_id: str) -> Certain:
        """How sure a shared condition is."""
        if finding_id not in self._findings:
            self._findings[finding_id] = self.holds(self.questionnaire.finding_conditions[finding_id])
        return self._findings[finding_id]

    def _choice(self, item_id: str, wanted: tuple[str, ...]) -> Certain:
        options = self.in_effect.get(item_id, {})
        sure = some(term for option, term in options.items() if self.items[item_id].meets(option, wanted))
        return Certain(sure, some((sure, options.get(NOT_SURE, FALSE))))

    def _count(self, item_id: str, number: int) -> Certain:
        options = self.in_effect.get(item_id, {})
        ordinary = [(1.0, term, None) for option, term in options.items() if option not in (NONE, NOT_SURE)]
        sure = at_least(ordinary, number)
        return Certain(sure, some((sure, options.get(NOT_SURE, FALSE))))

    def _reading(self, subject: str) -> Reading:
        measure = self.questionnaire.measure_by_id.get(subject)
        terms = {subject: 1.0} if measure is None else measure.terms
        scored = () if measure is None else measure.scored
        readings = [self._amount_reading(item_id, factor) for item_id, factor in terms.items()]
        readings += [self._scored_reading(item_id) for item_id in scored]
        return Reading(
            some(one.asked for one in readings),
            some(one.open for one in readings),
            [summand for one in readings for summand in one.summands],
        )

    def _amount_reading(self, item_id: str, factor: float) -> Reading:
        counting, is_open = self.counting(self.items[item_id]), self.in_effect[item_id][NOT_SURE]
        known = every((counting, negation(self.given[item_id][NOT_SURE])))
        return Reading(counting, is_open, [(factor, known, self.amounts[item_id])])

    def _scored_reading(self, item_id: str) -> Reading:
        options = self.in_effect[item_id]
        scores = {one.id: one.score for one in self.items[item_id].answer_options}
        summands: list[tuple[float, Term, Amount | None]]
        summands = [(score, options[option], None) for option, score in scores.items()]
        return Reading(self.counting(self.items[item_id]), options[NOT_SURE], summands)

    def _reaches(self, subject: str, bound: float) -> Certain:
        asked, is_open, summands = self._reading(subject)
        sure = every((asked, at_least(summands, bound)))
        return Certain(sure, some((sure, is_open)))

    def _stays_within(self, subject: str, bound: float) -> Certain:
        asked, is_open, summands = self._reading(subject)
        possible = every((asked, at_least([(-factor, when, amount) for factor, when, amount in summands], -bound)))
        return Certain(every((possible, negation(is_open))), possible)

    def _levels(self) -> dict[Disposition, Term]:
        """Where the disposition is at least each level; built from the most urgent level down.

        A red flag that is open counts for no more than one that is sure. So from its `if_unsure` on it is enough that
        it is possible, and no "not" stands in these terms.
        """
        reached: dict[Disposition, Term] = {}
        so_far = FALSE
        for level in reversed(Disposition):
            here = [self.flags[flag.id].sure for flag in self.protocol.red_flags if flag.disposition is level]
            here += [self.flags[flag.id].possible for flag in self.protocol.red_flags if self.if_unsure(flag) is level]
            so_far = reached[level] = some((so_far, *here))
        return {**reached, Disposition.SELF_CARE: TRUE}

    def if_unsure(self, flag: RedFlag) -> Disposition:
        """What a red flag counts for while it is open."""
        return flag.if_unsure or self.protocol.care_level[flag.disposition].if_unsure

    def _is_level(self, level: Disposition) -> Term:
        higher = [term for one, term in self.at_least.items() if one.urgency == level.urgency + 1]
        return every((self.at_least[level], *map(negation, higher)))

    def _strengths(self, trigger: Trigger) -> dict[Strength, Term]:
        points = self.protocol.edition.trigger_strengths
        summands: list[tuple[float, Term, Amount | None]]
        summands = [
            (one.points, sure, None) for one, sure in zip(trigger.factors, self.factors[trigger.id], strict=True)
        ]
        reached = {strength: at_least(summands, points[strength]) for strength in Strength}
        stronger = {Strength.SLIGHT: reached[Strength.MODERATE], Strength.MODERATE: reached[Strength.STRONG]}
        return {one: every((reached[one], negation(stronger.get(one, FALSE)))) for one in Strength}

    def _reviews(self, level: CareLevel) -> Iterator[tuple[Review, Term]]:
        """Each review with where it is the one that is told: the first that holds."""
        earlier: list[Term] = [negation(self.disposition[level.id])]
        for review in level.reviews:
            holds = TRUE if review.when is None else self.holds(review.when).sure
            yield review, every((holds, *map(negation, earlier)))
            earlier.append(holds)

    def statement(self, statement: Statement) -> Term:
        """Where a statement's own condition lets it be shown."""
        return TRUE if statement.when is None else self.holds(statement.when).sure

    def _shown(self) -> Iterator[tuple[str, Term]]:
        protocol = self.protocol
        for level in protocol.care_levels:
            here = self.disposition[level.id]
            for one in (*level.summary, *level.advice, *level.safety_net):
                yield one.id, every((here, self.statement(one)))
            for review, told in self.reviews[level.id]:
                yield review.id, told
        for trigger in protocol.triggers:
            active = some(self.strengths[trigger.id].values())
            for one in trigger.advice:
                yield one.id, every((active, self.statement(one)))
        always = [one for topic in protocol.topics for one in (*topic.statements, *topic.steps)]
        for consideration in protocol.considerations:
            always += [*consideration.raised_by, *consideration.lowered_by, *consideration.statements]
            if consideration.fear is not None:
                named = self.holds(consideration.fear.named).sure
                yield consideration.fear.honest.id, every((named, self.statement(consideration.fear.honest)))
                yield consideration.fear.to_do.id, named
        for one in (*always, *protocol.reassurances):
            yield one.id, self.statement(one)
        yield protocol.edition.open_reason.id, some(flag.open for flag in self.flags.values())
        yield protocol.edition.open_summary.id, some(self._rests_on_open(level) for level in Disposition)

    def _rests_on_open(self, level: Disposition) -> Term:
        """Where the disposition is `level` by red flags that the answers leave open, and by no other."""
        flags = self.protocol.red_flags
        sure = [self.flags[flag.id].sure for flag in flags if flag.disposition is level]
        opened = [self.flags[flag.id].open for flag in flags if self.if_unsure(flag) is level]
        return every((self.disposition[level], some(opened), negation(some(sure))))

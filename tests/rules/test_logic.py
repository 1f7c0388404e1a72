"""The translation into logic says exactly what `assess` says, on 20,000 random answer sets and in odd corners."""

from collections.abc import Iterator, Sequence
from itertools import islice
from random import Random
from typing import Any

import msgspec
import pytest

from tests.calm_answers import calm_answers
from tests.conftest import DAY
from twitchcheck.questionnaire.answers import Answer, Answers, problem_with
from twitchcheck.questionnaire.conditions import Certainty, Condition, evaluate, parts_of, subjects
from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.questionnaire.items import NONE, NOT_SURE, Item, ItemType, with_courses
from twitchcheck.rules.assessment import assess, disposition_of, shown
from twitchcheck.rules.logic import Certain, Logic
from twitchcheck.rules.protocol import Statement, TriageProtocol
from twitchcheck.rules.terms import (
    FALSE,
    TRUE,
    Amount,
    AtLeast,
    Chosen,
    Sample,
    Term,
    at_least,
    differ,
    every,
    negation,
    replacing,
    some,
)

SETS = 20_000
SEED = 20261123
AT_ONCE = 1_000


class RandomAnswers:
    """An endless source of answer sets for one protocol; the same seed gives the same sets.

    Most start from calm answers and go wild on what one or two rules look at; some are wild all over. Hidden items
    are answered too, and a few answers are missing.
    """

    def __init__(self, protocol: TriageProtocol, seed: int) -> None:
        self.protocol = protocol
        self.random = Random(seed)
        self.items = {one.id: one for one in protocol.questionnaire.items.values() if one.type is not ItemType.TEXT}
        self.bounds = {item_id: set[float]() for item_id in (*self.items, *protocol.questionnaire.measure_by_id)}
        conditions = [flag.when for flag in protocol.red_flags]
        conditions += [factor.when for trigger in protocol.triggers for factor in trigger.factors]
        conditions += [finding.when for finding in protocol.questionnaire.findings]
        self.around = [self.item_ids(condition) for condition in conditions]
        for condition in conditions:
            self.note_bounds(condition)

    def item_ids(self, condition: Condition) -> list[str]:
        """The items below a condition."""
        questionnaire = self.protocol.questionnaire
        named = sorted(subjects(condition, questionnaire.finding_conditions))
        measures = questionnaire.measure_by_id
        return [one for name in named for one in (measures[name].item_ids if name in measures else (name,))]

    def note_bounds(self, condition: Condition) -> None:
        """Keeps the bounds of a condition, near which answers are most telling."""
        for subject, bound in (*condition.at_least.items(), *condition.at_most.items()):
            self.bounds[subject].add(bound)
        for part in parts_of(condition):
            self.note_bounds(part)

    def __iter__(self) -> Iterator[Answers]:
        while True:
            yield self.one()

    def one(self) -> Answers:
        """The next answer set."""
        draw = self.random
        wild = [one for _ in range(draw.randint(1, 2)) for one in draw.choice(self.around)]
        wild += draw.sample(sorted(self.items), draw.choice((0, 1, 2, 4, 8, len(self.items))))
        given = {item_id: self.answer(self.items[item_id]) for item_id in dict.fromkeys(wild)}
        missing = draw.sample(sorted(self.items), draw.choice((0, 0, 0, 1, 3)))
        calm = calm_answers(self.protocol, given)
        return Answers({key: value for key, value in calm.items() if key in self.items and key not in missing})

    def answer(self, item: Item) -> Answer:
        """A random valid answer to an item."""
        draw = self.random
        if item.type is ItemType.AMOUNT:
            return self.amount(item)
        options = item.answer_options
        if item.type is ItemType.CHOICE:
            return draw.choice(options).id
        alone = [option.id for option in options if option.exclusive]
        if alone and draw.random() < 0.2:
            return (draw.choice(alone),)
        ordinary = [option.id for option in options if not option.exclusive]
        return tuple(draw.sample(ordinary, min(len(ordinary), draw.choice((1, 1, 2, 3, 6)))))

    def amount(self, item: Item) -> Answer:
        """A number at or beside a bound, on a step, or anywhere; or not sure."""
        draw = self.random
        near = [bound + by for bound in self.bounds[item.id] for by in (-item.step, -0.25, 0, 0.25, item.step)]
        steps = int((item.maximum - item.minimum) / item.step)
        ways: list[Answer] = [
            item.minimum + item.step * draw.randint(0, steps),
            item.minimum + item.step * draw.randint(0, min(steps, 15)),
            draw.choice(near or [item.minimum]),
            round(draw.uniform(item.minimum, item.maximum), 3),
        ]
        value = draw.choice([*ways, NOT_SURE] if item.not_sure else ways)
        return value if isinstance(value, str) else min(max(float(value), item.minimum), item.maximum)  # type: ignore[arg-type]


def said(protocol: TriageProtocol, answers: Answers) -> set[str]:
    """Everything that `assess` concludes and what is shown of it, as labels."""
    assessment = assess(protocol, answers, DAY)
    facts = assessment.facts
    assert assessment.disposition is disposition_of(protocol, answers)
    labels = {f"asked {item_id}" for item_id in facts.enabled}
    labels |= {f"level {assessment.disposition}"}
    labels |= {f"flag {one.flag.id} {one.certainty}" for one in assessment.red_flags}
    labels |= {f"finding {one.id} {facts.finding(one.id)}" for one in protocol.questionnaire.findings}
    labels |= {f"trigger {one.trigger.id} {one.strength}" for one in assessment.triggers}
    for item_id in facts.enabled:
        labels |= {f"option {item_id} {one}" for one in (*facts.chosen(item_id), *facts.chosen_among(item_id, (NONE,)))}
        labels |= {f"option {item_id} {NOT_SURE}"} if facts.is_open(item_id) else set()
    level = protocol.care_level[assessment.disposition]
    seen: list[Statement] = [*shown((*level.summary, *level.advice, *level.safety_net), facts)]
    seen += [statement for one in assessment.triggers for statement in one.advice]
    seen += [statement for topic in protocol.topics for statement in shown((*topic.statements, *topic.steps), facts)]
    seen += shown(protocol.reassurances, facts)
    for weighed in assessment.considerations:
        seen += [*weighed.raised_by, *weighed.lowered_by, *weighed.statements]
        fear = weighed.consideration.fear
        if fear is not None and evaluate(fear.named, facts) is Certainty.YES:
            seen += [fear.to_do, *shown((fear.honest,), facts)]
    labels |= {f"text {one.id}" for one in seen}
    for review in level.reviews:
        if review.when is None or evaluate(review.when, facts) is Certainty.YES:
            labels.add(f"text {review.id}")
            break
    if any(one.certainty is Certainty.UNSURE for one in assessment.red_flags):
        labels.add(f"text {protocol.edition.open_reason.id}")
    if assessment.deciding and all(one.certainty is Certainty.UNSURE for one in assessment.deciding):
        labels.add(f"text {protocol.edition.open_summary.id}")
    return labels


def claimed(logic: Logic) -> dict[str, Term]:
    """The same labels with the terms that stand for them."""
    terms = {f"asked {item_id}": term for item_id, term in logic.asked.items()}
    terms |= {f"level {level}": term for level, term in logic.disposition.items()}
    for item_id, options in logic.in_effect.items():
        terms |= {f"option {item_id} {option}": term for option, term in options.items()}
    for flag_id, certain in logic.flags.items():
        terms |= {f"flag {flag_id} {Certainty.YES}": certain.sure, f"flag {flag_id} {Certainty.UNSURE}": certain.open}
    for one in logic.questionnaire.findings:
        certain = logic.finding(one.id)
        terms |= {
            f"finding {one.id} {Certainty.YES}": certain.sure,
            f"finding {one.id} {Certainty.UNSURE}": certain.open,
        }
        terms[f"finding {one.id} {Certainty.NO}"] = negation(certain.possible)
    for trigger_id, strengths in logic.strengths.items():
        terms |= {f"trigger {trigger_id} {strength}": term for strength, term in strengths.items()}
    return terms | {f"text {text_id}": term for text_id, term in logic.shown.items()}


def differences(logic: Logic, sets: Sequence[Answers]) -> list[tuple[str, Answers]]:
    """Each label that the logic and `assess` do not agree on, with the answers."""
    sample, terms = Sample(sets), claimed(logic)
    by_assess = dict.fromkeys(terms, 0)
    for index, answers in enumerate(sets):
        for label in said(logic.protocol, answers):
            by_assess[label] |= 1 << index
    wrong = {label: sample.holding(term) ^ by_assess[label] for label, term in terms.items()}
    return [(label, sets[bits.bit_length() - 1]) for label, bits in wrong.items() if bits]


@pytest.mark.slow
def test_logic_and_assess_agree_on_twenty_thousand_answer_sets(protocol: TriageProtocol) -> None:
    logic, source = Logic(protocol), iter(RandomAnswers(protocol, SEED))
    levels = dict.fromkeys(Disposition, 0)
    for _ in range(SETS // AT_ONCE):
        sets = list(islice(source, AT_ONCE))
        assert differences(logic, sets) == []
        sample = Sample(sets)
        for level, term in logic.disposition.items():
            levels[level] += sample.holding(term).bit_count()
    assert sum(levels.values()) == SETS
    assert min(levels.values()) > SETS // 20, levels  # every disposition is well represented


def test_the_random_answers_are_answers(protocol: TriageProtocol) -> None:
    for answers in islice(RandomAnswers(protocol, 1), 500):
        for item_id, value in answers.items():
            assert problem_with(protocol.questionnaire.items[item_id], value) == ""


class CountsHiddenAnswers(Logic):
    """A wrong translation: answers to items that are not asked count too."""

    def counting(self, item: Item) -> Term:
        return TRUE


def test_the_comparison_notices_a_wrong_translation(protocol: TriageProtocol) -> None:
    sets = list(islice(RandomAnswers(protocol, SEED), 200))
    assert differences(CountsHiddenAnswers(protocol), sets)
    assert differences(Logic(protocol), sets) == []


def one_item_protocol(small: TriageProtocol, *items: dict[str, Any], **parts: Any) -> TriageProtocol:
    """The small protocol with other items, findings and measures, and with no rules."""
    page = {"id": "all", "why": "", "items": items}
    given = {"sections": [{"id": "all", "title": "", "pages": [page]}], **parts}
    questionnaire = msgspec.convert(given, type(small.questionnaire))
    sections = tuple(with_courses(section, questionnaire.courses) for section in questionnaire.sections)
    return msgspec.structs.replace(
        small,
        questionnaire=msgspec.structs.replace(questionnaire, sections=sections),
        **dict.fromkeys(("combinations", "triggers", "considerations", "reassurances"), ()),
    )


def odd_item(name: str, kind: str, *options: str, **more: Any) -> dict[str, Any]:
    made = [{"id": option, "text": option, "score": index} for index, option in enumerate(options)]
    return {"id": name, "type": kind, "text": "", "brief": "", "role": "habit", "options": made, **more}


COURSES = [
    {"id": name, "ask": "", "options": [{"id": one, "text": one} for one in times.split()]}
    for name, times in (("since", "today days unknown"), ("whether", "yes"))
]

ODD_ITEMS = (
    odd_item("source", "choices", "a", "b", none="None", enabled_when={"has": {"gate": ["yes"]}}),
    odd_item("taken", "choices", "a", "own", none="None", not_sure="Not sure"),
    odd_item("one_taken", "choice", "b", "unknown", not_sure="Not sure"),
    odd_item("row", "choice", course="since", as_ever="As ever", not_sure="Not sure"),
    odd_item("under_it", "choice", course="whether", enabled_when={"has": {"row": ["today"]}}, not_sure="Not sure"),
    odd_item("scored", "choice", "low", "high", enabled_when={"has": {"gate": ["yes"]}}, not_sure="Not sure"),
    odd_item("cold", "amount", minimum=-5, maximum=5),
    odd_item("warm", "amount", maximum=5, not_sure="Not sure", enabled_when={"has": {"gate": ["yes"]}}),
    odd_item("words", "text", enabled_when={"has": {"gate": ["yes"]}}),
)

COUNTED: tuple[dict[str, Any], ...] = (
    {"has": {"row": ["today", "days"]}},
    {"has": {"taken": ["a"]}},
    {"at_least": {"cold": 0}},
    {"any": [{"has": {"scored": ["high"]}}, {"has": {"one_taken": ["b"]}}]},
)

CONDITIONS: tuple[dict[str, Any], ...] = (
    {"has": {"taken": ["a"]}},
    {"has": {"taken": ["own"]}},
    {"has": {"taken": ["none", "not_sure"]}},
    {"has": {"one_taken": ["b"]}},
    {"has": {"one_taken": ["unknown"]}},
    {"has": {"row": ["today"]}},
    {"has": {"row": ["days", "as_ever"]}},
    {"has": {"row": ["as_ever", "no"]}},
    {"has": {"row": ["today"], "under_it": ["yes"]}},
    {"has": {"row": ["not_sure"]}},
    {"several": {"number": 1, "of": [{"has": {"row": ["days"]}}]}},
    {"several": {"number": 2, "of": COUNTED}},
    {"several": {"number": 4, "of": COUNTED}, "any": [{"at_least": {"warm": 1}}, {"has": {"gate": ["yes"]}}]},
    {"has": {"cold": ["not_sure"]}},
    {"has": {"words": ["not_sure"]}},
    {"count_at_least": {"source": 0}},
    {"count_at_least": {"source": 2}},
    {"count_at_least": {"taken": 1}},
    {"count_at_least": {"words": 1}},
    {"at_least": {"cold": 0}},
    {"at_least": {"cold": -2.5}},
    {"at_most": {"cold": -0.5}},
    {"at_most": {"warm": 4}},
    {"at_least": {"both": 3}},
    {"at_most": {"both": 2.2}},
    {"at_least": {"half": 0.5}, "at_most": {"half": 2.5}},
    {"any": [{"at_least": {"warm": 1}}, {"has": {"scored": ["high"]}}], "all": [{"has": {"gate": ["yes"]}}]},
    {},
)


def test_odd_items_and_conditions_are_translated_as_they_are_evaluated(small: TriageProtocol) -> None:
    gate = odd_item("gate", "choice", "no", "yes")
    made = one_item_protocol(
        small,
        gate,
        *ODD_ITEMS,
        measures=[
            {"id": "both", "brief": "", "unit": "", "terms": {"cold": 1.1, "warm": 2}},
            {"id": "half", "brief": "", "unit": "", "terms": {"warm": 0.5}, "scored": ["scored"]},
        ],
        findings=[{"id": f"f{n}", "text": "", "when": when} for n, when in enumerate(CONDITIONS)],
        courses=COURSES,
    )
    draw = Random(SEED)
    choices: dict[str, list[Answer | None]] = {
        "gate": [None, "no", "yes", "yes"],
        "source": [None, ("a",), ("a", "b"), ("none",)],
        "taken": [None, ("a",), ("a", "own"), ("none",), ("not_sure",), ("own",)],
        "one_taken": [None, "unknown", "b", "not_sure"],
        "row": [None, "no", "today", "days", "unknown", "as_ever", "not_sure"],
        "under_it": [None, "no", "yes", "not_sure"],
        "scored": [None, "low", "high", "not_sure"],
        "cold": [None, -5.0, -2.5, -0.5, 0.0, 2.0, 5.0],
        "warm": [None, "not_sure", 0.0, 1.0, 2.5, 4.0, 5.0],
        "words": [None, "a word"],
    }
    drawn = ({key: draw.choice(values) for key, values in choices.items()} for _ in range(3_000))
    sets = [Answers({key: value for key, value in one.items() if value is not None}) for one in drawn]
    assert differences(Logic(made), sets) == []


ONE, TWO = Chosen("one", "yes"), Chosen("two", "yes")
NUMBER, OTHER = Amount("number"), Amount("number", other=True)


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        (every(()), TRUE),
        (every((TRUE, ONE, ONE)), ONE),
        (every((ONE, FALSE)), FALSE),
        (some(()), FALSE),
        (some((FALSE, ONE)), ONE),
        (some((ONE, TRUE)), TRUE),
        (negation(TRUE), FALSE),
        (negation(FALSE), TRUE),
        (negation(negation(ONE)), ONE),
        (differ(ONE, ONE), FALSE),
        (at_least([(1, ONE, None)], 0), TRUE),
        (at_least([(1, ONE, None), (1, FALSE, None)], 2), FALSE),
        (at_least([(0.5, ONE, None), (0.5, TRUE, None)], 1), ONE),
        (replacing({ONE: TRUE}, {})(TWO), TWO),
        (replacing({ONE: TRUE}, {})(negation(ONE)), FALSE),
    ],
)
def test_terms_are_simplified(term: Term, expected: Term) -> None:
    assert term is expected


def test_replacing_changes_only_what_it_must() -> None:
    both, either, opposite = every((ONE, TWO)), some((ONE, TWO)), negation(TWO)
    total = at_least([(1, ONE, None), (2, TWO, NUMBER)], 3)
    same = replacing({Chosen("other", "yes"): TRUE}, {OTHER: NUMBER})
    assert [same(one) for one in (both, either, opposite, total)] == [both, either, opposite, total]
    one_true = replacing({ONE: TRUE}, {NUMBER: OTHER})
    assert (one_true(both), one_true(either)) == (TWO, TRUE)
    changed = one_true(total)
    assert isinstance(changed, AtLeast)
    assert [(one.factor, one.when, one.amount) for one in changed.summands] == [(2, TWO, OTHER)]
    assert changed.bound == 2


def test_certainty_is_open_where_it_can_hold_and_is_not_sure() -> None:
    sample = Sample([{"one": "yes"}, {"two": "yes"}, {}])
    assert sample.holding(Certain(ONE, some((ONE, TWO))).open) == 0b010
    assert sample.holding(differ(ONE, TWO)) == 0b011

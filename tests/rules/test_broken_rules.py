"""Each property bites: rules that are broken on purpose are found, with answers that show it."""

from collections.abc import Mapping
from typing import Any

import pytest

from tests.rules.broken_rules import (
    abouts,
    condition,
    failures_of,
    replace,
    with_flag,
    with_flags,
    with_item,
    with_level,
    with_trigger,
    without_flags,
)
from tests.rules.test_logic import CountsHiddenAnswers, one_item_protocol
from twitchcheck.questionnaire.conditions import Condition
from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.questionnaire.items import Item
from twitchcheck.rules.logic import Logic
from twitchcheck.rules.proofs import never_self_care as self_care_proof
from twitchcheck.rules.proofs import together
from twitchcheck.rules.proofs.acute_illness import acute_illness
from twitchcheck.rules.proofs.emergencies import emergencies
from twitchcheck.rules.proofs.floors import floors
from twitchcheck.rules.proofs.hidden_answers import hidden_answers
from twitchcheck.rules.proofs.monotone import monotone
from twitchcheck.rules.proofs.never_self_care import never_self_care
from twitchcheck.rules.proofs.nothing_lost import nothing_lost
from twitchcheck.rules.proofs.one_disposition import one_disposition
from twitchcheck.rules.proofs.reachable import reachable
from twitchcheck.rules.protocol import TriageProtocol
from twitchcheck.rules.terms import TRUE, Term
from twitchcheck.rules.z3_solver import Z3Solver

YOUNG = condition(at_most={"age": 60})
DEAD = condition(at_least={"age": 121})

# ---- 1. one advice for everybody ----


@pytest.mark.parametrize(
    ("changes", "about"),
    [
        ({"action": " "}, "not so: soon comes with an action"),
        ({"time_frame": ""}, "not so: soon comes with a time frame"),
        ({"safety_net": ()}, "not so: soon comes with a safety net"),
    ],
)
def test_a_care_level_without_a_part_is_found(protocol: TriageProtocol, changes: dict[str, Any], about: str) -> None:
    failures = failures_of(with_level(protocol, Disposition.SOON, **changes), one_disposition)
    assert abouts(failures) == [about]
    assert failures[0].examples[0].disposition is Disposition.SOON


def test_advice_and_review_that_only_some_get_are_found(protocol: TriageProtocol) -> None:
    level = protocol.care_level[Disposition.ROUTINE]
    reviews = tuple(replace(one, when=YOUNG) for one in level.reviews)
    advice = tuple(replace(one, when=YOUNG) for one in level.advice)
    broken = with_level(protocol, Disposition.ROUTINE, reviews=reviews, advice=advice)
    failures = failures_of(broken, one_disposition)
    assert abouts(failures) == ["not so: routine comes with advice", "not so: routine comes with a review"]
    age = failures[0].examples[0].answers.get("age")
    assert age is None or age == "not_sure" or (isinstance(age, float) and age > 60)


# ---- 2. saying more never makes it less urgent ----


def test_an_answer_that_lowers_the_advice_is_found(protocol: TriageProtocol) -> None:
    lowering: dict[str, dict[str, Any]] = {
        "known_illness": {"has": {"conditions": ["epilepsy"], "course": ["fading"]}, "findings": ["not_cleared"]},
        "tongue": {"has": {"places": ["tongue"], "hoarse": ["no", "lately"]}, "findings": ["not_cleared"]},
        "much_alcohol": {"at_least": {"alcohol": 50}, "at_most": {"coffee": 3}},
    }
    broken = protocol
    for flag_id, when in lowering.items():
        broken = with_flag(broken, flag_id, when=condition(**when))
    failures = failures_of(broken, monotone)
    assert abouts(failures) == [
        "hoarse: 'as_ever' instead of 'no'",
        "course: 'same' instead of 'fading'",
        "coffee: more",
    ]
    for failure in failures:
        before, after = failure.examples
        assert (before.disposition, after.disposition) == (Disposition.ROUTINE, Disposition.SELF_CARE)
        answers = {**before.answers, **after.answers}
        changed = {key for key in answers if before.answers.get(key) != after.answers.get(key)}
        assert changed == {failure.about.partition(":")[0]}
    before_coffee, after_coffee = (example.answers["coffee"] for example in failures[2].examples)
    assert isinstance(before_coffee, float)
    assert isinstance(after_coffee, float)
    assert before_coffee <= 3 < after_coffee


def test_a_list_without_none_only_grows(small: TriageProtocol) -> None:
    options = [{"id": one, "text": one} for one in ("a", "b")]
    made = one_item_protocol(
        small,
        {"id": "list", "type": "choices", "text": "", "brief": "", "role": "habit", "options": options},
        {"id": "number", "type": "amount", "text": "", "brief": "", "role": "habit", "maximum": 3},
    )
    flag = replace(small.combinations[0], when=condition(has={"list": ["a"]}))
    assert failures_of(with_flags(made, (flag,)), monotone) == []
    flag = replace(flag, when=condition(has={"list": ["a"]}, at_most={"number": 1}))
    assert abouts(failures_of(with_flags(made, (flag,)), monotone)) == ["number: more", "number: not sure"]


def test_a_red_flag_may_fall_where_another_one_rises(small: TriageProtocol) -> None:
    grades = [{"id": one, "text": one} for one in ("now_and_then", "many", "constant")]
    often = {"id": "often", "type": "choice", "text": "", "brief": "", "role": "symptom", "options": grades}
    flags = [
        replace(small.combinations[0], id=one, when=condition(has={"often": [one]})) for one in ("many", "constant")
    ]
    made = one_item_protocol(small, often)
    assert failures_of(with_flags(made, tuple(flags)), monotone) == []
    assert abouts(failures_of(with_flags(made, tuple(flags[:1])), monotone)) == ["often: 'constant' instead of 'many'"]


# ---- 3. emergencies ----


def test_an_emergency_that_depends_on_something_else_is_found(protocol: TriageProtocol) -> None:
    young = condition(has={"spit": ["today", "days"]}, at_most={"age": 60})
    failures = failures_of(with_flag(protocol, "spit_emergency", when=young), emergencies)
    assert abouts(failures) == [f"not so: spit {time} is always an emergency" for time in ("today", "days", "unknown")]


def test_an_emergency_outside_the_rows_counts_too(small: TriageProtocol) -> None:
    (failure,) = failures_of(
        with_flag(small, "breathless", when=condition(has={"signs": ["breathless"]}, at_most={"tea": 3})), emergencies
    )
    assert failure.about == "not so: signs breathless is always an emergency"


def test_not_sure_that_interrupts_is_found(protocol: TriageProtocol) -> None:
    unsure = condition(has={"hoarse": ["not_sure"], "spit": ["today", "days"]})
    failures = failures_of(with_flag(protocol, "spit_emergency", when=unsure), emergencies)
    (failure,) = (one for one in failures if "interrupts" in one.about)
    assert failure.about == "hoarse: 'not sure' interrupts"
    assert failure.examples[0].disposition is Disposition.EMERGENCY


def test_a_protocol_without_emergencies_is_found(small: TriageProtocol) -> None:
    calm = with_flags(with_item(small, "slurred", cells=()), ())
    assert abouts(failures_of(calm, emergencies)) == ["no answer is an emergency by itself"]


# ---- 4. never self-care ----


def test_self_care_with_wasting_is_found(protocol: TriageProtocol) -> None:
    older = condition(has={"thinner": ["today", "days", "weeks", "months"]}, at_least={"age": 30})
    (failure,) = failures_of(with_flag(protocol, "thinner_soon", when=older), never_self_care)
    assert failure.about == "not so: a wasted muscle, given or left open, is never self_care"
    (example,) = failure.examples
    assert example.disposition is Disposition.SELF_CARE
    # All that is not needed for it is calm, so that the rule at fault stands out.
    assert (example.answers["slurred"], example.answers["choking"]) == ("no", "no")


def test_a_promise_about_questions_that_are_gone_is_found(
    protocol: TriageProtocol, monkeypatch: pytest.MonkeyPatch
) -> None:
    names: Mapping[str, Condition] = {
        "nothing": Condition(has={"gone": ("yes",)}),
        "no option": Condition(any=(Condition(has={"slurred": ("hours",)}),)),
        "no number": Condition(at_least={"cups": 1}),
        "no finding": Condition(findings=("gone",)),
    }
    monkeypatch.setattr(self_care_proof, "NEVER_SELF_CARE", names)
    told = [about.partition(":") for about in abouts(failures_of(protocol, never_self_care))]
    assert [(name.partition(",")[0], rest) for name, _, rest in told] == [
        ("nothing", " the questions no longer ask about gone yes"),
        ("no option", " the questions no longer ask about slurred hours"),
        ("no number", " the questions no longer ask about cups"),
        ("no finding", " the questions no longer ask about gone"),
    ]


# ---- 5. hidden answers ----


class CountsHiddenSpit(Logic):
    """A wrong translation: how swallowing one's spit is counts also where nothing goes the wrong way."""

    def counting(self, item: Item) -> Term:
        return TRUE if item.id == "spit" else super().counting(item)


def test_hidden_answers_that_count_are_found(protocol: TriageProtocol) -> None:
    # No content can do this, since the program leaves hidden answers out; so the translation is broken instead.
    (failure,) = hidden_answers(Z3Solver(CountsHiddenSpit(protocol))).failures
    assert failure.about == "spit is not asked, and yet its answer counts"
    one, two = failure.examples
    assert one.answers["spit"] != two.answers["spit"]
    assert one.disposition is two.disposition  # the program itself is right


def test_every_hidden_answer_that_counts_is_found(protocol: TriageProtocol) -> None:
    solver = Z3Solver(CountsHiddenAnswers(protocol))
    hidden = [item_id for item_id, asked in solver.logic.asked.items() if asked is not TRUE]
    found = abouts(hidden_answers(solver).failures)
    without_part = [one for one in hidden if f"{one} is not asked, and yet its answer counts" not in found]
    assert without_part == WITHOUT_PART
    assert len(found) == len(hidden) - len(without_part)


WITHOUT_PART = ["weak_spread", "weak_pain", "side", "writing_hand", "last_twitch", "screens"]
"""Follow-up questions that no rule looks at, or only together with what opens them."""

# ---- 6. nothing is dead ----


def with_factors(protocol: TriageProtocol, trigger_id: str, *parts: Condition) -> TriageProtocol:
    """The protocol with other factors of one trigger, two of which make it strong."""
    (trigger,) = (one for one in protocol.triggers if one.id == trigger_id)
    factors = tuple(replace(trigger.factors[0], when=when, points=3) for when in parts)
    return with_trigger(protocol, trigger_id, factors=factors)


def test_what_is_dead_or_covered_is_found(protocol: TriageProtocol) -> None:
    alarms = condition(any=[{"has": {"slurred": ["today"]}}, {"has": {"fit": ["today"]}}])
    broken = with_factors(protocol, "anxiety", condition(at_least={"anxiety": 2}), DEAD)
    broken = with_factors(broken, "stress", condition(at_least={"stress": 6}), condition(at_most={"stress": 5}))
    broken = with_item(with_item(broken, "own_words", enabled_when=DEAD), "side", enabled_when=DEAD)
    first, *others = broken.reassurances
    broken = replace(broken, reassurances=(replace(first, when=DEAD), *others))
    broken = with_flag(broken, "slurred_soon", when=condition(has={"slurred": ["today"]}))
    broken = with_flag(with_flag(broken, "tongue", when=DEAD), "known_illness", when=alarms)
    failures = failures_of(broken, reachable)
    assert abouts(failures) == [
        "question side is never reached",
        *(f"option side {option} is never reached" for option in ("left", "right", "both", "not_sure")),
        "question own_words is never reached",
        *("trigger stress, strong, is never reached",),
        *("trigger anxiety, factor 2, is never reached", "trigger anxiety, strong, is never reached"),
        "text calm-24h is never reached",
        "red flag slurred_soon is covered by the more urgent slurred_emergency",
        "red flag tongue never holds",
        "red flag known_illness is covered by several more urgent ones together",
    ]
    assert [failure.about for failure in failures if failure.examples] == [
        about for about in abouts(failures) if "covered" in about
    ]


# ---- 7. floors ----


def test_a_level_that_depends_on_something_else_is_found(protocol: TriageProtocol) -> None:
    young = condition(has={"thinner": ["today", "days", "weeks", "months"]}, at_most={"age": 60})
    failures = failures_of(with_flag(protocol, "thinner_soon", when=young), floors)
    times = ("today", "days", "weeks", "months", "unknown")
    assert abouts(failures) == [f"not so: thinner {time} is at least soon" for time in times]
    # An age that is left out leaves the flag open, which is not enough either.
    assert all(one.examples[0].disposition.urgency < Disposition.SOON.urgency for one in failures)


class ForgetsUnknown(Logic):
    """A wrong translation: "not sure since when" is no time at all."""

    def _choice(self, item_id: str, wanted: tuple[str, ...]) -> Any:
        options = self.in_effect[item_id]
        kept, self.in_effect[item_id] = options, {key: term for key, term in options.items() if key != "unknown"}
        made = super()._choice(item_id, wanted)
        self.in_effect[item_id] = kept
        return made


def test_not_sure_since_when_that_counts_for_less_is_found(small: TriageProtocol) -> None:
    assert failures_of(small, floors) == []
    (failure,) = floors(Z3Solver(ForgetsUnknown(small))).failures
    assert failure.about == "not so: slurred unknown is at least emergency"


def test_a_sign_that_is_less_urgent_once_it_has_gone_is_found(protocol: TriageProtocol) -> None:
    never_had_it = condition(has={"places": ["tongue"], "hoarse": ["no"]})
    failures = failures_of(with_flag(protocol, "tongue", when=never_had_it), floors)
    assert abouts(failures) == ["hoarse: 'lately' instead of 'no'"]


def test_signs_without_any_level_are_found(small: TriageProtocol) -> None:
    assert abouts(failures_of(with_item(small, "slurred", cells=()), floors)) == ["no sign has a level"]


def test_a_level_for_as_ever_alone_says_nothing_of_the_times(small: TriageProtocol) -> None:
    (cell,) = [replace(one, times=("as_ever",)) for one in small.questionnaire.items["slurred"].cells[1:]]
    assert failures_of(with_item(small, "slurred", cells=(cell,)), floors) == []


# ---- 8. acute illness ----


def test_signs_that_no_longer_count_together_are_found(protocol: TriageProtocol) -> None:
    failures = failures_of(without_flags(protocol, "three_acute_signs"), acute_illness)
    assert abouts(failures) == ["not so: three acute signs: at least same_day"]
    assert failures[0].examples[0].disposition.urgency < Disposition.SAME_DAY.urgency


def test_a_pair_of_signs_that_is_harmless_only_for_the_rules_is_found(protocol: TriageProtocol) -> None:
    nothing_named = replace(protocol, edition=replace(protocol.edition, harmless_pairs=()))
    expected = ["not so: fever with gut, begun within two weeks: never self_care"]
    assert abouts(failures_of(nothing_named, acute_illness)) == expected


def test_what_gets_worse_from_day_to_day_and_counts_no_more_for_it_is_found(protocol: TriageProtocol) -> None:
    failures = failures_of(without_flags(protocol, "worse_daily_slow"), acute_illness)
    assert "not so: numb_area today or days or weeks or months, worse from day to day: at least soon" in abouts(
        failures
    )


def test_a_promise_that_nobody_can_claim_is_found(protocol: TriageProtocol, monkeypatch: pytest.MonkeyPatch) -> None:
    nobody = (together.Together("nobody", DEAD, Disposition.SOON),)
    monkeypatch.setattr("twitchcheck.rules.proofs.acute_illness.TOGETHER", nobody)
    assert abouts(failures_of(protocol, acute_illness)) == ["nobody: at least soon: the questions never lead there"]


def test_a_promise_about_a_sign_that_is_gone_is_found(small: TriageProtocol) -> None:
    told = abouts(failures_of(small, acute_illness))
    assert "three acute signs: at least same_day: the questions no longer ask about fever today" in told[3]
    assert "numb_area, worse from day to day: the questions no longer ask about it" in told


# ---- 9. nothing lost ----


def off_the_sheet(protocol: TriageProtocol, item_id: str) -> TriageProtocol:
    """The protocol with a doctor's sheet that does not tell one item."""
    blocks = tuple(
        replace(block, subjects=tuple(one for one in block.subjects if one != item_id))
        for block in protocol.sheet_blocks
    )
    assert blocks != protocol.sheet_blocks
    return replace(protocol, sheet_blocks=blocks)


def test_a_time_that_nothing_names_is_found(protocol: TriageProtocol) -> None:
    lost = ("today", "days", "lately", "as_ever")
    failures = failures_of(off_the_sheet(protocol, "hoarse"), nothing_lost)
    assert abouts(failures) == [
        f"not so: hoarse {time} is named in the reasons or by the doctor's sheet" for time in lost
    ]


def test_a_sign_whose_every_time_is_a_reason_need_not_stand_on_the_sheet(protocol: TriageProtocol) -> None:
    finding = nothing_lost(Z3Solver(Logic(off_the_sheet(protocol, "jaw"))))
    assert finding.failures == []
    assert finding.notes[1] == f"Among the reasons alone: {protocol.questionnaire.items['jaw'].brief}."


def test_a_protocol_that_asks_about_no_sign_is_found(small: TriageProtocol) -> None:
    assert abouts(failures_of(one_item_protocol(small), nothing_lost)) == ["no sign is asked about"]

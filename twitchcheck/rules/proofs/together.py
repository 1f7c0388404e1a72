"""What the reviewed table of signs says of signs that come together, in conditions that do not look at the rules.

They are written here a second time, apart from `red_flags.yaml`, so that a rule which is changed or lost is noticed.
"""

from typing import NamedTuple

from twitchcheck.questionnaire.conditions import Condition, Several
from twitchcheck.questionnaire.disposition import Disposition

ROUTINE, SOON, SAME_DAY, EMERGENCY = list(Disposition)[1:]

ACUTE = ("today", "days")
WEEKS = (*ACUTE, "weeks")
STILL_THERE = (*WEEKS, "months")
TAKEN = ("same", "more")


class Together(NamedTuple):
    """Signs that come together, and the least urgent level that is safe then."""

    about: str
    when: Condition
    level: Disposition


def has(times: tuple[str, ...], *rows: str) -> Condition:
    """One of these rows with one of these times."""
    return Condition(any=tuple(Condition(has={row: times}) for row in rows))


def both(*conditions: Condition) -> Condition:
    """All of these conditions."""
    return Condition(all=conditions)


def either(*conditions: Condition) -> Condition:
    """One of these conditions."""
    return Condition(any=conditions)


def so_many(number: int, *conditions: Condition) -> Condition:
    """At least so many of these conditions."""
    return Condition(several=Several(number, conditions))


def begun(*rows: str) -> tuple[Condition, ...]:
    """Each of these rows, begun within two weeks."""
    return tuple(has(ACUTE, row) for row in rows)


def yes(row: str) -> Condition:
    """A row without times, or a question, answered with yes."""
    return Condition(has={row: ("yes",)})


CUP_SPILLS = both(has(ACUTE, "trembling"), yes("cup_spills"))

ACUTE_SIGNS = {
    **{row: has(ACUTE, row) for row in ("fever", "gut", "restless", "sleepy", "jerks", "stiff", "unsteady")},
    "cup_spills": CUP_SPILLS,
}
"""The signs of an acute illness, begun within two weeks. Trembling, sweating and a racing heart do not count: worry and
coffee do that."""

FEVER, GUT, RESTLESS, SLEEPY, JERKS, STIFF, UNSTEADY = (
    ACUTE_SIGNS[row] for row in ("fever", "gut", "restless", "sleepy", "jerks", "stiff", "unsteady")
)

LIMB_WEAK = ("harder", "lost")

SEROTONIN = ("antidepressant", "triptan", "tramadol", "serotonin_other")

SEROTONIN_RAISED = either(
    yes("serotonin_two"),
    has(("more",), *SEROTONIN),
    so_many(2, *(has(TAKEN, medicine) for medicine in SEROTONIN)),
)

SEROTONIN_SIGNS = (RESTLESS, FEVER, GUT, *begun("sweating", "trembling"))

GETTING_WORSE = (
    *("weak_feeling", "harder", "lost", "climbing", "tingling_both", "numb_area", "unsteady", "stumbles"),
    *("slurred", "choking", "gasping", "breathless_flat"),
)
"""Weakness, numbness, walking, speech, swallowing, breath: worse from day to day is one level up, same-day at most."""

WORSE_DAILY = yes("worse_daily")

TOGETHER = (
    Together(
        "fever with drowsiness, jerks, a cup that spills, unsteady legs or nothing that stays down",
        both(FEVER, either(SLEEPY, JERKS, CUP_SPILLS, UNSTEADY, yes("nothing_stays"))),
        SAME_DAY,
    ),
    Together(
        "fever with confusion, slurred speech, gasping or no urine",
        both(FEVER, either(*begun("confused", "slurred", "gasping"), yes("no_urine"))),
        EMERGENCY,
    ),
    Together("a cup that spills with vomiting or diarrhoea", both(CUP_SPILLS, GUT), SAME_DAY),
    Together("three acute signs", so_many(3, *ACUTE_SIGNS.values()), SAME_DAY),
    Together(
        "a task harder or lost, with speech or swallowing, begun within two weeks",
        both(has(ACUTE, *LIMB_WEAK), has(ACUTE, "slurred", "choking")),
        EMERGENCY,
    ),
    Together(
        "a task harder or lost, with speech or swallowing, for weeks",
        both(has(WEEKS, *LIMB_WEAK), has(WEEKS, "slurred", "choking")),
        SAME_DAY,
    ),
    Together(
        "a task harder or lost, with speech or swallowing, for months",
        both(has(STILL_THERE, *LIMB_WEAK), has(STILL_THERE, "slurred", "choking")),
        SOON,
    ),
    Together(
        "a task harder or lost, with bladder or bowel, within weeks",
        both(has(WEEKS, *LIMB_WEAK), has(WEEKS, "bladder")),
        SAME_DAY,
    ),
    Together(
        "two of eyes, speech, swallowing, breath and neck, begun within two weeks",
        so_many(
            2,
            *(has(ACUTE, "lid_droop", "double_vision"), has(ACUTE, "slurred"), has(ACUTE, "choking")),
            *(has(ACUTE, "gasping", "breathless_flat"), has(ACUTE, "head_drop")),
        ),
        EMERGENCY,
    ),
    Together(
        "two of eyes, speech, swallowing, breath and neck, within weeks",
        so_many(
            2,
            *(has(WEEKS, "lid_droop", "double_vision"), has(WEEKS, "slurred"), has(WEEKS, "choking")),
            *(has(WEEKS, "gasping", "breathless_flat"), has(WEEKS, "head_drop")),
        ),
        SAME_DAY,
    ),
    Together(
        "a hanging lid with double vision today",
        both(has(ACUTE, "lid_droop"), has(("today",), "double_vision")),
        EMERGENCY,
    ),
    Together(
        "a blow to head, neck or back within days, with weakness, numbness, drowsiness, unsteady legs or double vision",
        both(
            Condition(has={"events": ("blow",)}),
            has(ACUTE, "weak_feeling", *LIMB_WEAK, "numb_area", "sleepy", "unsteady", "double_vision"),
        ),
        EMERGENCY,
    ),
    Together(
        "more serotonin, and three of restlessness, sweating, trembling, fever and vomiting",
        both(SEROTONIN_RAISED, so_many(3, *SEROTONIN_SIGNS)),
        SAME_DAY,
    ),
    Together(
        "more serotonin, and one of these with jerks, or one but trembling with a cup that spills",
        both(
            SEROTONIN_RAISED,
            either(
                both(JERKS, either(*SEROTONIN_SIGNS)),
                both(CUP_SPILLS, either(RESTLESS, FEVER, GUT, *begun("sweating"))),
            ),
        ),
        SAME_DAY,
    ),
    Together("more serotonin, and jerks with fever", both(SEROTONIN_RAISED, JERKS, FEVER), EMERGENCY),
    Together(
        "an antipsychotic, stiffness, and two of sweating, trembling, a racing heart, restlessness and fever",
        both(
            has(TAKEN, "antipsychotic"),
            STIFF,
            so_many(2, RESTLESS, FEVER, *begun("sweating", "trembling", "heart_racing")),
        ),
        EMERGENCY,
    ),
    Together(
        "lithium with unsteady legs, drowsiness, slurred speech or a cup that spills",
        both(has(TAKEN, "lithium"), either(UNSTEADY, SLEEPY, CUP_SPILLS, *begun("slurred"))),
        SAME_DAY,
    ),
    Together(
        "lithium with two of these",
        both(has(TAKEN, "lithium"), so_many(2, UNSTEADY, SLEEPY, CUP_SPILLS, *begun("slurred"))),
        EMERGENCY,
    ),
    Together(
        "heavy drinking cut down, with restlessness, trembling or sweating",
        both(yes("alcohol_cut"), has(ACUTE, "restless", "trembling", "sweating")),
        SAME_DAY,
    ),
    Together(
        "heavy drinking cut down, with an earlier withdrawal fit and one of these",
        both(yes("alcohol_cut"), yes("withdrawal_fit"), has(ACUTE, "restless", "trembling", "sweating")),
        EMERGENCY,
    ),
    Together(
        "a child under 16 who has become unsteady or weak within days",
        both(Condition(at_most={"age": 15}), has(ACUTE, "unsteady", *LIMB_WEAK)),
        SAME_DAY,
    ),
)

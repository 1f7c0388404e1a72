"""What a two-week diary shows: four days as usual, then ten with one change, each rated from 0 (none) to 4 (all day).

Twitching eases by itself, and a day resembles the day before. So a drop is first made smaller by as much as it eases
without any change, and what is left must be a whole level, and twice the standard error of days that resemble their
neighbours. `tests/records/diary_simulation.py` shows that at most one diary in ten without an effect is then called
different, and how often an effect is found.
"""

from collections.abc import Collection, Mapping
from enum import StrEnum
from fractions import Fraction
from functools import cache
from math import sqrt
from typing import NamedTuple

USUAL_DAYS = 4
DAYS = 14
FEWEST_USUAL = 3
FEWEST_CHANGED = 7

EASING_A_DAY = Fraction(1, 10)
"""Levels by which twitching may ease from one day to the next without any change."""

DAY_TO_DAY_CORRELATION = 0.5
"""The most that a day may resemble the day before."""

LEAST_DIFFERENCE = 1
"""Levels. Less than one is nothing that a person would notice."""

STANDARD_ERRORS = 2
"""How many of them a difference must reach. So few days that resemble each other show too small a spread as a rule, and
scales have ends, so this number is not from a table but from the simulation: with 1.8 the promise is broken where days
1, 5, 13 and 14 or days 4 to 7 are missing."""


class Verdict(StrEnum):
    """What a diary shows of the days with the change; LESS and MORE are about twitching."""

    TOO_EARLY = "too_early"
    LESS = "less"
    MORE = "more"
    NOT_CLEAR = "not_clear"


class Averages(NamedTuple):
    """The average rating of the rated days as usual and of those with the change, None where no day is rated."""

    usual: Fraction | None
    changed: Fraction | None


def averages(ratings: Mapping[int, int]) -> Averages:
    """From the rating, 0 to 4, of each rated day, numbered from 1 to 14; other days don't count."""
    usual, changed = _usual(ratings), _changed(ratings)
    return Averages(
        _mean(usual.values()) if usual else None,
        _mean(changed.values()) if changed else None,
    )


def verdict(ratings: Mapping[int, int]) -> Verdict:
    """From the rating, 0 to 4, of each rated day, numbered from 1 to 14. Ask when the two weeks are over.

    Only a drop is made smaller by the easing. A rise counts as it is, since not all twitching eases.
    """
    usual, changed = _usual(ratings), _changed(ratings)
    if len(usual) < FEWEST_USUAL or len(changed) < FEWEST_CHANGED:
        return Verdict.TOO_EARLY
    rise = _mean(changed.values()) - _mean(usual.values())
    easing = EASING_A_DAY * (_mean(changed) - _mean(usual))
    needed = max(LEAST_DIFFERENCE, STANDARD_ERRORS * _standard_error(usual, changed))
    if -rise - easing >= needed:
        return Verdict.LESS
    if rise >= needed:
        return Verdict.MORE
    return Verdict.NOT_CLEAR


def _usual(ratings: Mapping[int, int]) -> dict[int, int]:
    return {day: ratings[day] for day in range(1, USUAL_DAYS + 1) if day in ratings}


def _changed(ratings: Mapping[int, int]) -> dict[int, int]:
    return {day: ratings[day] for day in range(USUAL_DAYS + 1, DAYS + 1) if day in ratings}


def _mean(numbers: Collection[int]) -> Fraction:
    """Exact, so that a difference of just one level is one."""
    return Fraction(sum(numbers), len(numbers))


def _standard_error(usual: Mapping[int, int], changed: Mapping[int, int]) -> float:
    """That of the difference between the two averages, from the spread that the ratings have around them."""
    spread = (_squares(usual.values()) + _squares(changed.values())) / (len(usual) + len(changed) - 2)
    return sqrt(spread * _variance(tuple(usual), tuple(changed)))


@cache
def _variance(usual: tuple[int, ...], changed: tuple[int, ...]) -> float:
    """That of the difference between the averages of these days, if each day has variance 1 and two days are correlated
    the less, the further apart they are (a first-order autoregression). Kept, since it is most of a simulation's work.
    """
    shares = [*((day, -1 / len(usual)) for day in usual), *((day, 1 / len(changed)) for day in changed)]
    return sum(
        share * other_share * DAY_TO_DAY_CORRELATION ** abs(day - other)
        for day, share in shares
        for other, other_share in shares
    )


def _squares(ratings: Collection[int]) -> float:
    """The sum of the squared distances from the average."""
    average = sum(ratings) / len(ratings)
    return sum((rating - average) ** 2 for rating in ratings)

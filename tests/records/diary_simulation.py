"""How often diaries without an effect are called different, and how often an effect is found, as README's table.

    .venv/bin/python -m tests.records.diary_simulation [DIARIES]

DIARIES is how many are made in each cell of the grid, 300 unless given. In the worst cells without an effect 20,000
others are made, since the worst of many cells looks worse than it is.

A made-up person has a level that eases day by day, and from day 5 on an effect; around it each day varies, like the day
before by a first-order autoregression; what the person ticks is the nearest of the levels 0 to 4.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from fractions import Fraction
from itertools import product
from math import floor, sqrt
from random import Random
from statistics import median
from typing import NamedTuple

from twitchcheck.records.verdict import DAYS, FEWEST_CHANGED, FEWEST_USUAL, USUAL_DAYS, Verdict, verdict

HIGHEST = 4
"""The rating of a day that twitched all day."""

Ratings = Mapping[int, int]
Judge = Callable[[Ratings], Verdict]


class Missing(StrEnum):
    """Which days are left out."""

    NONE = "none"
    SOME = "some"
    """By chance none or one usual day, and none to three changed ones."""
    MOST = "most"
    """By chance all but the fewest that a verdict needs."""
    WORST = "worst"
    """Days 1, 5, 13 and 14: of all 880 patterns the one that most often brought about a wrong verdict."""


class Cell(NamedTuple):
    """One kind of diary. `easing` is in levels a day, `noise` the standard deviation of a day, in levels."""

    correlation: float
    easing: float
    noise: float
    start: float
    missing: Missing


CORRELATIONS = (0, 0.25, 0.5)
EASINGS = (0, 0.05, 0.1)
NOISES = (0.3, 0.5, 0.7, 0.9, 1.1, 1.3)
STARTS = (1, 1.5, 2, 2.5, 3, 3.5)

GRID = [Cell(*cell) for cell in product(CORRELATIONS, EASINGS, NOISES, STARTS, Missing)]
"""All that the promise is about."""

EFFECTS = {-1: "one level less", -2: "two levels less", 1: "one level more", 2: "two levels more"}

FALLING = Cell(0.25, 0.05, 0.7, 3, Missing.NONE)
RISING = FALLING._replace(start=1)
"""Ordinary diaries in which there is room for an effect."""

BEYOND = {
    "correlation 0.7": [cell._replace(correlation=0.7) for cell in GRID if cell.correlation == 0.5],
    "easing 0.15 a day": [cell._replace(easing=0.15) for cell in GRID if cell.easing == 0.1],
    "easing 0.2 a day": [cell._replace(easing=0.2) for cell in GRID if cell.easing == 0.1],
    "getting worse by 0.05 a day": [cell._replace(easing=-0.05) for cell in GRID if cell.easing == 0],
    "getting worse by 0.1 a day": [cell._replace(easing=-0.1) for cell in GRID if cell.easing == 0],
}
"""What the promise is not about."""


def diaries(cell: Cell, effect: float, count: int, seed: int) -> Iterator[dict[int, int]]:
    """The same for the same arguments. An `effect` below 0 is a change that helps."""
    random = Random(f"{cell} {effect} {seed}")
    for _ in range(count):
        rated, deviation, diary = _rated(cell.missing, random), random.gauss(), {}
        for day in range(1, DAYS + 1):
            level = cell.start - cell.easing * (day - 1) + effect * (day > USUAL_DAYS) + cell.noise * deviation
            if day in rated:
                diary[day] = min(max(floor(level + 0.5), 0), HIGHEST)
            deviation = cell.correlation * deviation + sqrt(1 - cell.correlation**2) * random.gauss()
        yield diary


def _rated(missing: Missing, random: Random) -> set[int]:
    usual, changed = range(1, USUAL_DAYS + 1), range(USUAL_DAYS + 1, DAYS + 1)
    match missing:
        case Missing.NONE:
            return {*usual, *changed}
        case Missing.SOME:
            counts = random.randint(FEWEST_USUAL, len(usual)), random.randint(FEWEST_CHANGED, len(changed))
        case Missing.MOST:
            counts = FEWEST_USUAL, FEWEST_CHANGED
        case Missing.WORST:
            return {*usual, *changed} - {1, 5, 13, 14}
    return {*random.sample(usual, counts[0]), *random.sample(changed, counts[1])}


def share(
    wanted: Iterable[Verdict], cell: Cell, effect: float, count: int, seed: int = 0, judge: Judge = verdict
) -> float:
    """How many of the diaries get one of these verdicts, from 0 to 1."""
    found = set(wanted)
    return sum(judge(diary) in found for diary in diaries(cell, effect, count, seed)) / count


def called_different(cell: Cell, count: int, seed: int = 0, judge: Judge = verdict) -> float:
    """How many diaries without an effect are, from 0 to 1."""
    return share((Verdict.LESS, Verdict.MORE), cell, 0, count, seed, judge)


def permutation_test(ratings: Ratings) -> Verdict:
    """What the verdict is not: the plain test at 5 %, which takes every order of the days for equally likely.

    Counts the sets of as many days as there are usual ones by their sum.
    """
    usual = [rating for day, rating in ratings.items() if day <= USUAL_DAYS]
    ways = [{0: 1}, *({} for _ in usual)]
    for rating in ratings.values():
        for chosen in range(len(usual), 0, -1):
            for total, number in ways[chosen - 1].items():
                ways[chosen][total + rating] = ways[chosen].get(total + rating, 0) + number
    sets, middle = ways[-1], Fraction(len(usual) * sum(ratings.values()), len(ratings))
    distance = abs(sum(usual) - middle)
    as_far = sum(number for total, number in sets.items() if abs(total - middle) >= distance)
    if as_far > 0.05 * sum(sets.values()):
        return Verdict.NOT_CLEAR
    return Verdict.LESS if sum(usual) > middle else Verdict.MORE


def worst(cells: Iterable[Cell], count: int, judge: Judge = verdict) -> tuple[Cell, float, list[float]]:
    """The cell whose diaries without an effect are called different most often, that share, and the shares of all.

    Looks through all cells with `count` diaries each, then at the ten worst with 20,000 others.
    """
    first = {cell: called_different(cell, count, 1, judge) for cell in cells}
    again = {cell: called_different(cell, 20_000, 2, judge) for cell in sorted(first, key=first.__getitem__)[-10:]}
    found = max(again, key=again.__getitem__)
    return found, again[found], list(first.values())


def found(effect: int, count: int) -> tuple[float, list[float]]:
    """How often an effect of so many levels is found: in an ordinary diary, and in the cells where it has room."""
    wanted, ordinary = (Verdict.LESS, FALLING) if effect < 0 else (Verdict.MORE, RISING)
    cells = [cell for cell in GRID if 0 <= cell.start + effect <= HIGHEST]
    return share([wanted], ordinary, effect, 20_000), [share([wanted], cell, effect, count) for cell in cells]


def percent(number: float) -> str:
    return f"{100 * number:.1f} %" if number < 0.1 else f"{100 * number:.0f} %"


def tables(count: int) -> Iterator[str]:
    """README's lines."""
    yield "| Diaries without an effect | Called different: median | Worst cell |"
    yield "| --- | --- | --- |"
    rows = [("in the grid", GRID, verdict), ("in the grid, by a plain permutation test", GRID, permutation_test)]
    rows += [(f"beyond it: {name}", cells, verdict) for name, cells in BEYOND.items()]
    where = []
    for name, cells, judge in rows:
        cell, most, shares = worst(cells, count, judge)
        where.append(f"{name}: {cell}")
        yield f"| {name} | {percent(median(shares))} | {percent(most)} |"
    yield ""
    yield "| Effect from day 5 on | Found in an ordinary diary | Median | Worst cell |"
    yield "| --- | --- | --- | --- |"
    for effect, name in EFFECTS.items():
        ordinary, shares = found(effect, count)
        yield f"| {name} | {percent(ordinary)} | {percent(median(shares))} | {percent(min(shares))} |"
    yield ""
    yield "Worst cells:"
    yield from where


if __name__ == "__main__":
    for line in tables(int(sys.argv[1]) if len(sys.argv) > 1 else 300):
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()

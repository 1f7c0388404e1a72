"""How well written cases are judged: the usual measures of triage, each with its uncertainty."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from enum import StrEnum
from math import sqrt
from statistics import NormalDist

from msgspec import Struct

from twitchcheck.questionnaire.answers import Answers
from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.rules.assessment import RaisedFlag, assess
from twitchcheck.rules.protocol import TriageProtocol

URGENT = (Disposition.SAME_DAY, Disposition.EMERGENCY)
Z_95 = NormalDist().inv_cdf(0.975)


class Judge(StrEnum):
    """Who judges a case: the program, or what one of two texts says when it is read literally."""

    TOOL = "tool"
    NHS_PAGE = "nhs_page"
    ARTICLE = "article"


class Verdict(StrEnum):
    """How a judgement stands to the label of its case, the worst first."""

    UNDER_TRIAGE = "under_triage"
    OVER_TRIAGE = "over_triage"
    SAFE = "safe"
    EXACT = "exact"


class CaseGroup(StrEnum):
    """Which cases belong together: those of the first version, and the new ones of ill and of well people."""

    OLD = "old"
    NEW_ILL = "new_ill"
    NEW_WELL = "new_well"


class Vignette(Struct, frozen=True):
    """A written case with its label, decided from `source` before any rule was run on it.

    `least_urgent_safe` and `most_urgent_reasonable` bound what may be advised. `red_flags` is None where
    the case names none to be looked for. `nhs_page` and `article` are what those two say, read literally.
    `note` says of a disagreement whether the program or the label was wrong, and why.
    """

    id: str
    story: str
    source: str
    source_url: str
    answers: Answers
    expected: Disposition
    least_urgent_safe: Disposition
    most_urgent_reasonable: Disposition
    triggers: tuple[str, ...]
    red_flags: tuple[str, ...] | None
    nhs_page: Disposition
    article: Disposition
    why: str
    note: str = ""
    group: CaseGroup = CaseGroup.OLD


class JudgedCase(Struct, frozen=True):
    """A case and what the program concludes: `deciding` are the red flags at the level of the disposition,
    `red_flags` and `triggers` the ids of all that were found, `unanswered` the items that were asked but that
    the case says nothing of."""

    vignette: Vignette
    disposition: Disposition
    deciding: tuple[RaisedFlag, ...]
    red_flags: tuple[str, ...]
    triggers: tuple[str, ...]
    unanswered: tuple[str, ...]

    def by(self, judge: Judge) -> Disposition:
        """What one of the judges says of this case."""
        if judge is Judge.TOOL:
            return self.disposition
        return self.vignette.nhs_page if judge is Judge.NHS_PAGE else self.vignette.article

    def difference(self, judge: Judge = Judge.TOOL) -> int:
        """By how many levels a judgement is more urgent than expected; below 0 when it is less urgent."""
        return self.by(judge).urgency - self.vignette.expected.urgency

    def verdict(self, judge: Judge = Judge.TOOL) -> Verdict:
        """How a judgement stands to the label."""
        said, label = self.by(judge), self.vignette
        if said.urgency < label.least_urgent_safe.urgency:
            return Verdict.UNDER_TRIAGE
        if said.urgency > label.most_urgent_reasonable.urgency:
            return Verdict.OVER_TRIAGE
        return Verdict.EXACT if said is label.expected else Verdict.SAFE

    @property
    def missed_triggers(self) -> tuple[str, ...]:
        """The named triggers that the program did not find."""
        return tuple(one for one in self.vignette.triggers if one not in self.triggers)

    @property
    def missed_red_flags(self) -> tuple[str, ...]:
        """The named red flags that the program did not raise, neither as sure nor as open."""
        return tuple(one for one in self.vignette.red_flags or () if one not in self.red_flags)


class Proportion(Struct, frozen=True):
    """`count` of `of` cases."""

    count: int
    of: int

    @property
    def share(self) -> float | None:
        """From 0 to 1; None of no cases."""
        return self.count / self.of if self.of else None

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % Wilson score interval."""
        return wilson_interval(self.count, self.of)


class Measures(Struct, frozen=True):
    """How well one judge does.

    `less_urgent` and `more_urgent` compare with the expected level itself, as most published studies do; the
    triage measures compare with the range around it. `over_triage_self_care` counts among the cases expected to
    be self-care. `urgent_found` are those of the same-day and emergency cases that were judged one of these two
    (the sensitivity for urgent cases), `emergencies_found` the emergencies judged an emergency.
    """

    exact: Proportion
    less_urgent: Proportion
    more_urgent: Proportion
    in_safe_range: Proportion
    under_triage: Proportion
    over_triage: Proportion
    over_triage_self_care: Proportion
    urgent_found: Proportion
    emergencies_found: Proportion


Confusion = dict[Disposition, dict[Disposition, int]]
"""Expected level -> judged level -> number of cases; every pair has its number."""


class Accuracy(Struct, frozen=True):
    """All measures of a set of cases; those of `triggers_found` and `red_flags_found` are of the cases that
    name any, and of the program alone. `groups` are those of the program for each group that has cases."""

    cases: tuple[JudgedCase, ...]
    measures: dict[Judge, Measures]
    groups: dict[CaseGroup, Measures]
    confusion: dict[Judge, Confusion]
    triggers_found: Proportion
    red_flags_found: Proportion

    @property
    def disagreements(self) -> tuple[JudgedCase, ...]:
        """The cases where the program does not say what was expected, the worst first."""
        order = list(Verdict)

        def badness(case: JudgedCase) -> tuple[int, bool, int]:
            return order.index(case.verdict()), case.difference() > 0, -abs(case.difference())

        return tuple(sorted((case for case in self.cases if case.difference()), key=badness))


def judged(protocol: TriageProtocol, vignettes: Iterable[Vignette], on: date) -> tuple[JudgedCase, ...]:
    """What the program concludes from each case on the day `on`."""
    cases = []
    for vignette in vignettes:
        assessment = assess(protocol, vignette.answers, on)
        cases.append(
            JudgedCase(
                vignette,
                assessment.disposition,
                assessment.deciding,
                tuple(raised.flag.id for raised in assessment.red_flags),
                tuple(active.trigger.id for active in assessment.triggers),
                tuple(item_id for item_id in assessment.facts.enabled if item_id in assessment.facts.unanswered),
            )
        )
    return tuple(cases)


def accuracy(cases: Iterable[JudgedCase]) -> Accuracy:
    """The measures of judged cases."""
    kept = tuple(cases)
    return Accuracy(
        cases=kept,
        measures={judge: _measures(kept, judge) for judge in Judge},
        groups={group: _measures(cases, Judge.TOOL) for group, cases in _grouped(kept) if cases},
        confusion={judge: _confusion(kept, judge) for judge in Judge},
        triggers_found=_proportion(
            (case for case in kept if case.vignette.triggers), lambda case: not case.missed_triggers
        ),
        red_flags_found=_proportion(
            (case for case in kept if case.vignette.red_flags), lambda case: not case.missed_red_flags
        ),
    )


def wilson_interval(count: int, of: int, z: float = Z_95) -> tuple[float, float]:
    """The Wilson score interval of a proportion, without continuity correction; from 0 to 1 for no cases.

    With p = count / of and n = of: (p + z²/2n ± z √(p (1 - p) / n + z²/4n²)) / (1 + z²/n).
    Source: E. B. Wilson, J Am Stat Assoc 1927;22:209-212; method 3 in R. G. Newcombe, Stat Med 1998;17:857-872,
    which recommends it for small numbers and for proportions near 0 and 1.
    """
    if of == 0:
        return 0.0, 1.0
    share, spread = count / of, z * z / of
    middle = share + spread / 2
    half = z * sqrt(share * (1 - share) / of + spread / (4 * of))
    # At its ends the interval reaches 0 or 1 exactly, which rounding would miss.
    low = 0.0 if count == 0 else (middle - half) / (1 + spread)
    high = 1.0 if count == of else (middle + half) / (1 + spread)
    return low, high


def _grouped(cases: tuple[JudgedCase, ...]) -> Iterator[tuple[CaseGroup, tuple[JudgedCase, ...]]]:
    for group in CaseGroup:
        yield group, tuple(case for case in cases if case.vignette.group is group)


def _proportion(cases: Iterable[JudgedCase], holds: Callable[[JudgedCase], bool]) -> Proportion:
    found = [holds(case) for case in cases]
    return Proportion(sum(found), len(found))


def _measures(cases: tuple[JudgedCase, ...], judge: Judge) -> Measures:
    def judged_as(*verdicts: Verdict, among: tuple[Disposition, ...] = tuple(Disposition)) -> Proportion:
        expected = (case for case in cases if case.vignette.expected in among)
        return _proportion(expected, lambda case: case.verdict(judge) in verdicts)

    def found(levels: tuple[Disposition, ...]) -> Proportion:
        expected = (case for case in cases if case.vignette.expected in levels)
        return _proportion(expected, lambda case: case.by(judge) in levels)

    return Measures(
        exact=judged_as(Verdict.EXACT),
        less_urgent=_proportion(cases, lambda case: case.difference(judge) < 0),
        more_urgent=_proportion(cases, lambda case: case.difference(judge) > 0),
        in_safe_range=judged_as(Verdict.EXACT, Verdict.SAFE),
        under_triage=judged_as(Verdict.UNDER_TRIAGE),
        over_triage=judged_as(Verdict.OVER_TRIAGE),
        over_triage_self_care=judged_as(Verdict.OVER_TRIAGE, among=(Disposition.SELF_CARE,)),
        urgent_found=found(URGENT),
        emergencies_found=found((Disposition.EMERGENCY,)),
    )


def _confusion(cases: tuple[JudgedCase, ...], judge: Judge) -> Confusion:
    counted = {expected: dict.fromkeys(Disposition, 0) for expected in Disposition}
    for case in cases:
        counted[case.vignette.expected][case.by(judge)] += 1
    return counted

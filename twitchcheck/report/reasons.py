"""Why the advice is what it is: the red flags that hold and the answers behind them, the first few in full."""

from msgspec import Struct
from msgspec.structs import replace

from twitchcheck.questionnaire.conditions import Certainty
from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.records.pause import URGENT
from twitchcheck.report.phrases import Phrases
from twitchcheck.report.sentences import Sourced, sourced
from twitchcheck.rules.assessment import Assessment

OPEN_TITLE = "Not clear yet"

IN_FULL = 3
"""How many reasons are told in full; the others take a line each."""

MOST_OPEN = 3
"""How many open answers are named behind the reason that they make."""


class Reason(Struct, frozen=True):
    """A red flag: its name, the answers behind it, why it matters, and the level it asks for."""

    title: str
    answers: tuple[str, ...]
    text: Sourced
    disposition: Disposition
    certainty: Certainty

    def in_a_line(self) -> str:
        """The name with the answers behind it."""
        return f"{self.title}: {'; '.join(self.answers)}" if self.answers else self.title


class Reasons(Struct, frozen=True):
    """The reasons `in_full`, the most urgent first, and the `others` in a line each."""

    in_full: tuple[Reason, ...]
    others: tuple[str, ...]

    @property
    def number(self) -> int:
        """How many there are."""
        return len(self.in_full) + len(self.others)


def reasons(phrases: Phrases, assessment: Assessment) -> Reasons:
    """The red flags that hold, and one reason for all the questions that leave others open. Nothing is said twice: a
    reason that an earlier one has explained already is among the others, and answers stand behind the first alone.
    Beside what is urgent, nothing else is explained."""
    urgent = assessment.disposition in URGENT
    full: list[Reason] = []
    others: dict[str, None] = {}
    told: set[str] = set()
    for reason in _all_reasons(phrases, assessment):
        explained = reason.text.text in [one.text.text for one in full]
        if len(full) < IN_FULL and not explained and (reason.disposition in URGENT or not urgent):
            full.append(replace(reason, answers=tuple(one for one in reason.answers if one not in told)))
            told |= {*reason.answers, reason.title[:1].lower() + reason.title[1:]}
        else:
            others[reason.title] = None
    return Reasons(tuple(full), tuple(others))


def _all_reasons(phrases: Phrases, assessment: Assessment) -> tuple[Reason, ...]:
    """Every reason, the most urgent first."""
    sure: dict[tuple[str, tuple[str, ...]], Reason] = {}
    for raised in assessment.red_flags:
        if raised.certainty is Certainty.YES:
            title, answers = _said_once(
                phrases.fill(raised.flag.brief), tuple(phrases.evidence(one) for one in raised.because)
            )
            reason = Reason(
                title=title,
                answers=answers,
                text=sourced(phrases, raised.flag.text, raised.flag.sources),
                disposition=raised.disposition,
                certainty=raised.certainty,
            )
            # A sign that is not sure since when has all its levels: the most urgent one tells them.
            sure.setdefault((title, answers), reason)
    still_open = [raised for raised in assessment.red_flags if raised.certainty is Certainty.UNSURE]
    if not still_open:
        return tuple(sure.values())
    because_open = phrases.protocol.edition.open_reason
    subjects = tuple(
        dict.fromkeys(
            one.subject for raised in still_open for one in raised.because if one.certainty is Certainty.UNSURE
        )
    )
    named = [f"{phrases.brief(subject)}: {phrases.open_state(subject)}" for subject in subjects[:MOST_OPEN]]
    more = len(subjects) - MOST_OPEN
    together = Reason(
        title=OPEN_TITLE,
        answers=(*named, f"and {more} more") if more > 0 else tuple(named),
        text=sourced(phrases, because_open.text, because_open.sources),
        disposition=still_open[0].disposition,
        certainty=Certainty.UNSURE,
    )
    return tuple(sorted((*sure.values(), together), key=lambda reason: -reason.disposition.urgency))


def _said_once(name: str, answers: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """The title of a red flag, and the answers behind it that it does not say already.

    "Unsteady" with the answer "unsteady, since today" becomes "Unsteady, since today" alone.
    """
    fuller = [answer for answer in answers if answer.casefold().startswith(f"{name.casefold()}, ")]
    title = fuller[0] if fuller else name
    others = tuple(answer for answer in answers if answer.casefold() not in (name.casefold(), title.casefold()))
    return title[:1].upper() + title[1:], others

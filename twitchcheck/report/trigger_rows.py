"""What may set the twitching off, in words: each trigger with its amount, and what to do about it."""

from collections.abc import Iterable

from msgspec import Struct

from twitchcheck.report.phrases import Phrases
from twitchcheck.report.sentences import Sourced, said, sourced
from twitchcheck.rules.assessment import ActiveTrigger
from twitchcheck.rules.protocol import Strength


class TriggerRow(Struct, frozen=True):
    """A trigger: `amount` is what was given, such as "about 450 mg a day"; `share` is its points against
    those of a strong one, from 0 to 1."""

    name: str
    amount: str
    strength: Strength
    points: int
    share: float
    advice: tuple[Sourced, ...]
    text: Sourced
    because: tuple[str, ...]

    @property
    def change(self) -> Sourced | None:
        """The one change worth trying first, where there is one."""
        return self.advice[0] if self.advice else None


def trigger_rows(phrases: Phrases, triggers: Iterable[ActiveTrigger]) -> tuple[TriggerRow, ...]:
    """The triggers in words, strongest first."""
    return tuple(_row(phrases, one) for one in triggers)


def _row(phrases: Phrases, active: ActiveTrigger) -> TriggerRow:
    trigger = active.trigger
    strong = phrases.protocol.edition.trigger_strengths[Strength.STRONG]
    amounts = [phrases.words[subject] for subject in trigger.shown if subject in phrases.words]
    because = tuple(phrases.evidence(one) for one in active.because)
    return TriggerRow(
        name=trigger.name,
        amount=", ".join(amounts) or ", ".join(because),
        strength=active.strength,
        points=active.points,
        share=min(active.points / strong, 1.0),
        advice=said(phrases, active.advice),
        text=sourced(phrases, trigger.text, trigger.sources),
        because=because,
    )

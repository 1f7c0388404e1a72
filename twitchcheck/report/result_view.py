"""The result in words, as one value that the window, the page and the text are made from."""

from msgspec import Struct

from twitchcheck.questionnaire.conditions import Certainty
from twitchcheck.rules.protocol import Disposition, Strength


class Sourced(Struct, frozen=True):
    """A sentence with the short names of its sources."""

    text: str
    tags: tuple[str, ...]


class Reason(Struct, frozen=True):
    """A red flag: its name, the answers behind it, why it matters, and the level it asks for."""

    title: str
    answers: tuple[str, ...]
    text: Sourced
    disposition: Disposition
    certainty: Certainty


class TriggerRow(Struct, frozen=True):
    """A trigger: `amount` is what was given, such as "about 450 mg a day"; `share` is its points against
    those of a strong one, from 0 to 1."""

    name: str
    amount: str
    strength: Strength
    points: int
    share: float
    text: Sourced
    because: tuple[str, ...]
    advice: tuple[Sourced, ...]


class ConsiderationPart(Struct, frozen=True):
    """Something doctors also consider; shown only on request where `on_request` is set."""

    id: str
    name: str
    text: Sourced
    raised_by: tuple[Sourced, ...]
    lowered_by: tuple[Sourced, ...]
    statements: tuple[Sourced, ...]
    on_request: bool


class ChangeGroup(Struct, frozen=True):
    """What would raise the advice to one level: a heading such as "Today" and short phrases."""

    disposition: Disposition
    label: str
    phrases: tuple[str, ...]


class Clarify(Struct, frozen=True):
    """A question worth clarifying, and whether it was answered "not sure" or not at all."""

    item_id: str
    question: str
    state: str


class TopicPart(Struct, frozen=True):
    """An explanation with a heading."""

    id: str
    title: str
    statements: tuple[Sourced, ...]


class SourceRow(Struct, frozen=True):
    """One source as it is listed; `access` says in words how it was read."""

    tag: str
    title: str
    publisher: str
    year: str
    access: str
    url: str


class ResultView(Struct, frozen=True):
    """Everything a result page says, in reading order. All texts are filled and final."""

    disposition: Disposition
    label: str
    action: str
    time_frame: str
    summary: tuple[Sourced, ...]
    advice: tuple[Sourced, ...]
    reasons: tuple[Reason, ...]
    reassuring: tuple[str, ...]
    triggers: tuple[TriggerRow, ...]
    clarify: tuple[Clarify, ...]
    changes: tuple[ChangeGroup, ...]
    safety_net: tuple[Sourced, ...]
    review: Sourced
    considerations: tuple[ConsiderationPart, ...]
    topics: tuple[TopicPart, ...]
    sources: tuple[SourceRow, ...]
    date: str
    version: str
    disclaimer: str

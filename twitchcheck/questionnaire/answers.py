"""Answers as an immutable value, and the one place that says which values an item accepts."""

from collections.abc import Iterator, Mapping
from math import isfinite
from types import MappingProxyType

from twitchcheck.questionnaire.items import NOT_SURE, Item, ItemType

type_names = {
    ItemType.CHOICE: "one option id",
    ItemType.CHOICES: "a list of option ids",
    ItemType.AMOUNT: f"a number or {NOT_SURE}",
    ItemType.TEXT: "text",
}

MAX_TEXT = 2000
"""The most characters of a person's own words that are kept."""

MAX_QUOTED = 60
"""How much of an unknown option is repeated in a message."""

Answer = str | float | tuple[str, ...]
"""An option id, a number in the item's unit, several option ids, or the person's words."""


class Answers(Mapping[str, Answer]):
    """What has been answered, by item id. Changing an answer gives a new value; nothing is ever removed
    behind the person's back, so a hidden follow-up is still there when it is asked again."""

    def __init__(self, values: Mapping[str, Answer] | None = None) -> None:
        self._values = MappingProxyType(dict(values or {}))

    def __getitem__(self, item_id: str) -> Answer:
        return self._values[item_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __repr__(self) -> str:
        # Answers are health data: a traceback or a log line that shows this value must not show them.
        return f"<Answers to {len(self)} items>"

    def with_answer(self, item_id: str, value: Answer) -> "Answers":
        """These answers with one of them set."""
        return self.with_answers({item_id: value})

    def with_answers(self, values: Mapping[str, Answer]) -> "Answers":
        """These answers with several of them set."""
        return Answers({**self._values, **values})

    def without(self, item_id: str) -> "Answers":
        """These answers with one of them taken back."""
        return Answers({key: value for key, value in self._values.items() if key != item_id})


def toggled(item: Item, current: tuple[str, ...], option_id: str) -> tuple[str, ...]:
    """The chosen options of a list after a click on one of them.

    An exclusive option clears the rest, an ordinary one clears the exclusive ones. The order is the
    order of clicking.
    """
    if option_id in current:
        return tuple(chosen for chosen in current if chosen != option_id)
    exclusive = {option.id for option in item.answer_options if option.exclusive}
    if option_id in exclusive:
        return (option_id,)
    return (*(chosen for chosen in current if chosen not in exclusive), option_id)


def problem_with(item: Item, value: object) -> str:
    """Why `value` is no answer to `item`, in one line; "" when it is one."""
    if item.type is ItemType.CHOICE and isinstance(value, str) and value in item.option_by_id:
        return ""  # the commonest by far: a file of a year has thousands of them
    if item.type is ItemType.AMOUNT:
        return _problem_with_amount(item, value)
    if item.type is ItemType.TEXT:
        if not isinstance(value, str):
            return "needs text"
        return f"is longer than {MAX_TEXT} characters" if len(value) > MAX_TEXT else ""
    chosen = value if isinstance(value, tuple) else (value,)
    if (item.type is ItemType.CHOICE and isinstance(value, tuple)) or not all(isinstance(one, str) for one in chosen):
        return f"needs {type_names[item.type]}"
    if not chosen:
        return "needs at least one option"
    known = item.option_by_id
    for one in chosen:
        if one not in known:
            return f"has no option {str(one)[:MAX_QUOTED]!r}"  # !r: whatever a file holds, it stays one line
    if len(set(chosen)) != len(chosen):
        return "names an option twice"
    alone = [one for one in chosen if known[str(one)].exclusive]
    if alone and len(chosen) > 1:
        return f"has '{alone[0]}', which cannot stand beside another option"
    return ""


def _problem_with_amount(item: Item, value: object) -> str:
    if value == NOT_SURE and item.not_sure:
        return ""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return f"needs {type_names[item.type]}"
    if not (isfinite(value) and item.minimum <= value <= item.maximum):
        return f"must be from {item.minimum:g} to {item.maximum:g} {item.unit}".rstrip()
    return ""

"""What would change the advice, in words, by level."""

from collections.abc import Iterable

from msgspec import Struct

from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.questionnaire.items import SIGNS
from twitchcheck.report.phrases import Phrases, capital, has_times
from twitchcheck.rules.counterfactuals import Change

SEVERAL = 3
"""From how many options of one list on a change is told by the list's own short phrase."""


class ChangeGroup(Struct, frozen=True):
    """What would raise the advice to one level: a heading such as "Today" and short phrases."""

    disposition: Disposition
    label: str
    phrases: tuple[str, ...]


def change_groups(phrases: Phrases, changes: Iterable[Change]) -> tuple[ChangeGroup, ...]:
    """The new signs by level, least urgent first; those of one question share a line, and a row has one line in all.

    A medicine or an illness that somebody does not have is no sign to watch for: only the data tell those.
    """
    by_level: dict[Disposition, dict[str, list[Change]]] = {}
    items = phrases.questionnaire.items
    of_signs = [one for one in changes if items[one.item_id].role in SIGNS]
    told = [*_first_of_rows(phrases, of_signs), *(one for one in of_signs if not items[one.item_id].is_row)]
    as_asked = list(items)
    for change in sorted(told, key=lambda one: as_asked.index(one.item_id)):
        by_level.setdefault(change.disposition, {}).setdefault(change.item_id, []).append(change)
    return tuple(
        ChangeGroup(
            disposition=level,
            label=phrases.protocol.care_level[level].label,
            phrases=tuple(capital(_change_line(phrases, item_id, found)) for item_id, found in by_level[level].items()),
        )
        for level in sorted(by_level, key=lambda one: one.urgency)
    )


def _first_of_rows(phrases: Phrases, changes: Iterable[Change]) -> tuple[Change, ...]:
    """For each row that is not there now the first of its times that would raise the advice: how it would begin."""
    firsts: dict[str, Change] = {}
    for change in changes:
        item = phrases.questionnaire.items[change.item_id]
        times = [option.id for option in item.steps]
        if item.is_row and not phrases.facts.chosen_among(item.id, tuple(times)):
            firsts[item.id] = min(firsts.get(item.id, change), change, key=lambda one: times.index(one.option))
    return tuple(firsts.values())


def _change_line(phrases: Phrases, item_id: str, changes: list[Change]) -> str:
    item = phrases.questionnaire.items[item_id]
    if has_times(item) and changes[0].option == item.steps[0].id:
        return f"{phrases.brief(item_id)}, if it starts now"
    if item.any_brief and len(changes) >= SEVERAL:
        return phrases.fill(item.any_brief)
    return "; ".join(
        phrases.alone(item_id, change.option)
        if change.amount is None
        else f"{phrases.brief(item_id)} {phrases.amount(item_id, change.amount)} or more"
        for change in changes
    )

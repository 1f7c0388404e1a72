"""The doctor's sheet: what the person reported, ordered for reading in half a minute. No score, no verdict."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from msgspec import Struct

from twitchcheck.questionnaire.answers import Answers
from twitchcheck.questionnaire.conditions import Certainty, Evidence, evidence
from twitchcheck.questionnaire.items import NO, Item, ItemType, Measure, Role
from twitchcheck.questionnaire.wording import worded
from twitchcheck.records.record import Check, last_told
from twitchcheck.report.phrases import NOT_ANSWERED, NOT_ASKED, SAID_NOT_SURE, Phrases
from twitchcheck.report.pictures import Picture
from twitchcheck.report.review_lines import NOTHING, rows_in_words, told_together
from twitchcheck.report.sheet_signs import denied_signs, present_signs
from twitchcheck.report.since_view import since_view
from twitchcheck.rules.assessment import Assessment
from twitchcheck.rules.protocol import SheetBlock, SheetPlace, TriageProtocol

MOST_DECIDING = 6
"""So many of the answers that decide stand in the first line; the others are told below it."""

MOST_CHECKS = 5
"""So many of the checks before are named, the latest ones."""

COURSE = "Course"
PRESENT, DENIED = "Function, and what else is there", "Denied"
NO_WARNING = "No warning sign reported."
NO_WARNING_YET = "No warning sign among those that were answered; the others stand below as open."
NOTHING_ASKED = "none of those asked about"
SELF = "answered by the person"
FOR_SOMEBODY = "answered for the person by"
NOT_SAID = "answered by"


class SheetRow(Struct, frozen=True):
    """A named answer."""

    label: str
    text: str


class SheetPart(Struct, frozen=True):
    """Rows with their heading."""

    title: str
    rows: tuple[SheetRow, ...]


class DoctorSheet(Struct, frozen=True):
    """Everything on the doctor's sheet. `deciding` are the answers that decide, with their times, and `opening` the
    sentences that a doctor needs next; both are not told again below. `by_another` asks for the name of who answered.
    `words` is what the person wrote, `picture` has the places."""

    answered_by: str
    by_another: bool
    deciding: str
    opening: tuple[str, ...]
    parts: tuple[SheetPart, ...]
    words: tuple[SheetRow, ...]
    picture: Picture | None
    date: str
    version: str
    disclaimer: str


def doctor_sheet(
    protocol: TriageProtocol, answers: Answers, assessment: Assessment, earlier: Sequence[Check] = ()
) -> DoctorSheet:
    """The sheet for these answers; `earlier` are the checks before, the oldest first."""
    phrases = Phrases(protocol, answers, assessment.facts)
    deciding = _deciding(phrases, assessment)
    themselves = next(iter(protocol.edition.person))
    who = phrases.facts.chosen(protocol.edition.person_item)
    return DoctorSheet(
        answered_by=NOT_SAID if not who else SELF if who == (themselves,) else FOR_SOMEBODY,
        by_another=who != (themselves,),
        deciding=_in_one_line(phrases, deciding) or _nothing_decides(phrases),
        opening=tuple(_opening(phrases, assessment)),
        parts=(
            *_parts(phrases, assessment, {one.subject for one in deciding[:MOST_DECIDING]}),
            *_course(phrases, assessment, earlier),
        ),
        words=tuple(_words(phrases)),
        picture=_picture(phrases),
        date=phrases.date(assessment.on),
        version=protocol.version,
        disclaimer=protocol.edition.disclaimer,
    )


# ---- the opening ----


def _deciding(phrases: Phrases, assessment: Assessment) -> list[Evidence]:
    """The answers behind the red flags that decide, those that are sure alone where there are any; where no red flag
    decides, the warnings that are there."""
    sure = [raised for raised in assessment.deciding if raised.certainty is Certainty.YES]
    found: dict[str, Evidence] = {}
    for raised in sure or assessment.deciding:
        for one in raised.because:
            if sure or one.certainty is Certainty.UNSURE:
                found.setdefault(one.subject, one)
    if found:
        return list(found.values())
    return [
        Evidence(item.id, Certainty.YES, chosen)
        for item in phrases.facts.enabled.values()
        if item.role is Role.WARNING and (chosen := _said_yes(phrases, item))
    ]


def _said_yes(phrases: Phrases, item: Item) -> tuple[str, ...]:
    return tuple(one for one in phrases.facts.chosen(item.id) if one != NO)


def _in_one_line(phrases: Phrases, deciding: list[Evidence]) -> str:
    named = "; ".join(phrases.evidence(one) for one in deciding[:MOST_DECIDING])
    more = len(deciding) - MOST_DECIDING
    return _sentence(f"{named}; and {more} more" if more > 0 else named)


def _nothing_decides(phrases: Phrases) -> str:
    """That no warning is there, as far as they were answered."""
    warnings = (item.id for item in phrases.facts.enabled.values() if item.role is Role.WARNING)
    return NO_WARNING_YET if any(map(phrases.facts.is_open, warnings)) else NO_WARNING


def _opening(phrases: Phrases, assessment: Assessment) -> Iterator[str]:
    for block in phrases.protocol.sheet_blocks:
        if block.place is SheetPlace.OPENING:
            told = told_block(phrases, block, assessment)
            if told:
                yield _sentence(f"{block.title}: {told}")


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}." if words else ""


def told_block(phrases: Phrases, block: SheetBlock, assessment: Assessment) -> str:
    """The answers of a block one after the other. What was left open is told here only where all of it is."""
    items = [phrases.questionnaire.items[subject] for subject in block.subjects]
    asked = [item for item in items if phrases.state(item.id) != NOT_ASKED]
    together = told_together(item for item in asked if item.is_row)
    rows = rows_in_words(phrases, together)
    told = [NOTHING_ASKED if rows == NOTHING else rows] if rows else []
    others = [item for item in asked if item not in together]
    told += [_answer(phrases, block, item, assessment) for item in others if not phrases.state(item.id)]
    if block.blank is not None and any(phrases.facts.chosen_among(item.id, block.blank.options) for item in asked):
        told.append(block.blank.text)
    waiting = [item.id for item in others if not item.optional]
    return "; ".join(told) or (phrases.state(waiting[0]) if waiting else "")


def _answer(phrases: Phrases, block: SheetBlock, item: Item, assessment: Assessment) -> str:
    """An answer in the words of its block; that nothing of a list was ticked needs the list's name."""
    text = phrases.answer(item)
    if item.id == phrases.protocol.edition.onset_item:
        days = phrases.facts.amount(item.id)
        text += f", since about {phrases.date(assessment.on - timedelta(days=int(days or 0)))}"
    if item.id in block.said:
        return phrases.fill(worded(block.said[item.id], {"answer": text}))
    if item.type is ItemType.CHOICES and not phrases.facts.chosen(item.id) and block.place is not SheetPlace.OPENING:
        return f"{phrases.brief(item.id)}: {text}"
    return text


# ---- what stands below ----


def _course(phrases: Phrases, assessment: Assessment, earlier: Sequence[Check]) -> Iterator[SheetPart]:
    """The checks over time with the levels that were told, and what has changed since the last of them."""
    before = last_told(earlier)
    if before is None:
        return
    levels = phrases.protocol.care_level
    checks = [
        f"{phrases.date(one.on)} {levels[one.level].label}" for one in earlier[-MOST_CHECKS:] if one.on and one.level
    ]
    since = since_view(phrases, before, assessment, assessment.on)
    rows = [SheetRow("Checks before", "; ".join(checks))] if checks else []
    changes = [SheetRow(f"{since.title}: {name.lower()}", words) for name, words in since.rows]
    yield SheetPart(COURSE, (*rows, *changes))


def _parts(phrases: Phrases, assessment: Assessment, told: set[str]) -> Iterator[SheetPart]:
    """The parts that have rows. `told` are the items that the first line has."""
    blocks = phrases.protocol.sheet_blocks
    signs = [block for block in blocks if block.place is SheetPlace.SIGNS]
    listed = [phrases.questionnaire.items[subject] for block in signs for subject in block.subjects]
    lines = [SheetRow(block.title, _lines(phrases, block, assessment)) for block in blocks]
    present = [SheetRow(*one) for one in present_signs(phrases, [item for item in listed if item.id not in told])]
    denied = [SheetRow(block.title, named) for block in signs if (named := denied_signs(phrases, block))]
    function = SheetRow("Function", _function(phrases))
    open_rows = [SheetRow(state, "; ".join(names)) for state, names in _still_open(phrases).items() if names]
    for title, rows in (
        (PRESENT, [function, *present]),
        (DENIED, denied),
        ("Health and daily life", [row for row in lines if row.text]),
        ("Still open", open_rows),
    ):
        if rows:
            yield SheetPart(title, tuple(rows))


def _function(phrases: Phrases) -> str:
    """Whether a task is lost or harder, and which tasks are named; the signs behind it stand among the signs."""
    edition, facts = phrases.protocol.edition, phrases.facts
    certainty = facts.finding(edition.function_finding)
    if certainty is Certainty.YES:
        tasks = [phrases.option(edition.function_item, one) for one in facts.chosen(edition.function_item)]
        return (
            f"lost or harder: {', '.join(tasks) or phrases.state(edition.function_item) or 'none of the tasks named'}"
        )
    if certainty is Certainty.UNSURE:
        behind = evidence(facts.finding_condition(edition.function_finding), facts)
        return "; ".join(phrases.evidence(one) for one in behind)
    return "no lost task reported"


def _lines(phrases: Phrases, block: SheetBlock, assessment: Assessment) -> str:
    if block.place is SheetPlace.AMOUNTS:
        return "; ".join(_amounts(phrases, block, assessment))
    told = told_block(phrases, block, assessment) if block.place is SheetPlace.LINE else ""
    return "" if told in (SAID_NOT_SURE, NOT_ANSWERED) else told  # that stands among what is still open


def _amounts(phrases: Phrases, block: SheetBlock, assessment: Assessment) -> Iterator[str]:
    """What is known of the amounts; single drinks and what only counts as a trigger where a trigger rests on it."""
    measures, items = phrases.questionnaire.measure_by_id, phrases.questionnaire.items
    counting = {one.subject for active in assessment.triggers for one in active.because}
    for subject in block.subjects:
        measure = measures.get(subject)
        if measure is not None:
            known = _measured(phrases, measure, with_parts=subject in counting)
            if known:
                yield f"{measure.brief} {known}"
        elif subject in counting or subject not in block.as_trigger:
            known = _habit(phrases, items[subject])
            if known:
                yield known


def _measured(phrases: Phrases, measure: Measure, *, with_parts: bool) -> str:
    """A measure, and what it is made of with `with_parts`; "" where all of it is open or was not asked."""
    items, facts = phrases.questionnaire.items, phrases.facts
    known = phrases.known_amount(measure.id)
    if facts.amount(measure.id) == 0 and measure.terms:
        return "none"
    if not known or not with_parts:
        return known
    parts = [
        f"{phrases.brief(item_id)} {phrases.answer(items[item_id])}"
        for item_id in measure.item_ids
        if facts.amount(item_id) or facts.chosen(item_id)
    ]
    return f"{known} ({', '.join(parts)})"


def _habit(phrases: Phrases, item: Item) -> str:
    """An amount, or what was ticked; "" for what is open and for a "no"."""
    if phrases.state(item.id) or phrases.facts.chosen(item.id) == (NO,):
        return ""
    if item.type is ItemType.AMOUNT:
        return f"{phrases.brief(item.id)} {phrases.answer(item)}"
    chosen = phrases.facts.chosen(item.id)
    return (
        ", ".join(phrases.alone(item.id, one) for one in chosen) or f"{phrases.brief(item.id)}: {phrases.answer(item)}"
    )


def _still_open(phrases: Phrases) -> dict[str, tuple[str, ...]]:
    """What was asked and has no sure answer, by what was said of it; what may be left out is not waited for."""
    found: dict[str, list[Item]] = {SAID_NOT_SURE: [], NOT_ANSWERED: []}
    for item in phrases.facts.enabled.values():
        state = phrases.state(item.id)
        if state and not item.optional and item.type is not ItemType.TEXT:
            found[state].append(item)
    return {state.capitalize(): _named_together(phrases, items) for state, items in found.items()}


def _named_together(phrases: Phrases, items: Iterable[Item]) -> tuple[str, ...]:
    """The names of items that were left open in the same way: the page's alone where all that was asked on it is."""
    names: list[str] = []
    by_page: dict[str, list[Item]] = {}
    for item in items:
        by_page.setdefault(phrases.questionnaire.page_of_item[item.id].id, []).append(item)
    for found in by_page.values():
        page = phrases.questionnaire.page_of_item[found[0].id]
        asked = [item for item in page.items if item.id in phrases.facts.enabled and not item.optional]
        whole = len(asked) > 1 and len(found) == len(asked)
        names += [phrases.fill(page.heading).rstrip("?")] if whole else [phrases.brief(item.id) for item in found]
    return tuple(names)


def _words(phrases: Phrases) -> Iterator[SheetRow]:
    """What the person wrote or named; what was left out has no row."""
    for item in phrases.questionnaire.items.values():
        if item.role is not Role.WORDS:
            continue
        if item.type is ItemType.TEXT:
            text = str(phrases.answers.get(item.id, "")).strip()
        else:
            text = ", ".join(phrases.option(item.id, one) for one in phrases.facts.chosen(item.id) if one != NO)
        if text:
            yield SheetRow(phrases.brief(item.id), text)


def _picture(phrases: Phrases) -> Picture | None:
    """The figure with the places that were ticked, None where none was."""
    item = phrases.questionnaire.items[phrases.protocol.edition.places_item]
    chosen = phrases.facts.chosen(item.id)
    marked = tuple(option.id for option in item.options if option.id in chosen)
    if item.picture is None or not marked:
        return None
    places = ", ".join(phrases.option(item.id, one) for one in marked)
    return Picture(item.picture, f"Front and back of a body. Marked, on both sides: {places}.", marked)

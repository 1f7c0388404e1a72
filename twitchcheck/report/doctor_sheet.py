"""The doctor's sheet: what the person reported, ordered for reading in half a minute. No score, no verdict."""

from datetime import timedelta

from msgspec import Struct

from twitchcheck.questionnaire.answers import Answers
from twitchcheck.questionnaire.conditions import Certainty
from twitchcheck.questionnaire.items import Item, Measure, Role
from twitchcheck.report.phrases import NOT_ANSWERED, NOT_ASKED, SAID_NOT_SURE, Phrases
from twitchcheck.report.pictures import Picture
from twitchcheck.rules.assessment import Assessment
from twitchcheck.rules.protocol import SheetBlock, TriageProtocol


class SheetRow(Struct, frozen=True):
    """A named answer."""

    label: str
    text: str


class Signs(Struct, frozen=True):
    """Signs by what was said of them: present, denied, not sure, not answered, not asked."""

    present: tuple[str, ...]
    denied: tuple[str, ...]
    not_sure: tuple[str, ...]
    not_answered: tuple[str, ...]
    not_asked: tuple[str, ...]


class SheetPart(Struct, frozen=True):
    """A block with its heading: rows, or the signs."""

    title: str
    rows: tuple[SheetRow, ...] = ()
    signs: Signs | None = None


class DoctorSheet(Struct, frozen=True):
    """Everything on the doctor's sheet; `function` is the one line that matters most, `picture` has the places."""

    function: str
    summary: str
    parts: tuple[SheetPart, ...]
    words: tuple[SheetRow, ...]
    picture: Picture | None
    date: str
    version: str
    disclaimer: str


def doctor_sheet(protocol: TriageProtocol, answers: Answers, assessment: Assessment) -> DoctorSheet:
    """The sheet for these answers."""
    phrases = Phrases(protocol, answers, assessment.facts)
    return DoctorSheet(
        function=_function(phrases),
        summary=_summary(phrases),
        parts=tuple(_part(phrases, block, assessment) for block in protocol.sheet_blocks),
        words=tuple(
            SheetRow(phrases.brief(item.id), phrases.answer(item))
            for item in protocol.questionnaire.items.values()
            if item.role is Role.WORDS
        ),
        picture=_picture(phrases),
        date=phrases.date(assessment.on),
        version=protocol.version,
        disclaimer=protocol.edition.disclaimer,
    )


def _function(phrases: Phrases) -> str:
    edition, facts = phrases.protocol.edition, phrases.facts
    certainty = facts.finding(edition.function_finding)
    if certainty is Certainty.YES:
        tasks = [phrases.option(edition.function_item, one) for one in facts.chosen(edition.function_item)]
        if tasks:
            return f"Lost tasks reported: {', '.join(tasks)}."
        strength = phrases.answer(phrases.questionnaire.items[edition.strength_item])
        state = phrases.state(edition.function_item)
        named = f"tasks lost: {state}" if state else "none of the tasks asked about is fully lost"
        return f"Reported: {strength}; {named}."
    if certainty is Certainty.NO:
        open_signs = [
            phrases.brief(item.id)
            for item in facts.enabled.values()
            if item.role in (Role.WARNING, Role.SYMPTOM) and phrases.state(item.id) == SAID_NOT_SURE
        ]
        return "No lost task reported." + (f" Not sure: {', '.join(open_signs)}." if open_signs else "")
    return f"Lost tasks: {phrases.state(edition.strength_item) or phrases.state(edition.function_item)}."


def _summary(phrases: Phrases) -> str:
    edition, items = phrases.protocol.edition, phrases.questionnaire.items
    age = phrases.answer(items[edition.age_item])
    return (
        f"Age {age}. Twitching for {phrases.answer(items[edition.onset_item])}, "
        f"place: {phrases.answer(items[edition.places_item])}. "
        f"Strength: {phrases.answer(items[edition.strength_item])}."
    )


def _picture(phrases: Phrases) -> Picture | None:
    """The figure with the places that were ticked, None where none was."""
    item = phrases.questionnaire.items[phrases.protocol.edition.places_item]
    chosen = phrases.facts.chosen(item.id)
    marked = tuple(option.id for option in item.options if option.id in chosen)
    if item.picture is None or not marked:
        return None
    places = ", ".join(phrases.option(item.id, one) for one in marked)
    return Picture(item.picture, f"Front and back of a body. Marked, on both sides: {places}.", marked)


def _part(phrases: Phrases, block: SheetBlock, assessment: Assessment) -> SheetPart:
    items = phrases.questionnaire.items
    if block.signs:
        return SheetPart(block.title, signs=_signs(phrases, [items[subject] for subject in block.subjects]))
    rows = (_row(phrases, subject, assessment) for subject in block.subjects)
    return SheetPart(block.title, rows=tuple(row for row in rows if row is not None))


def _row(phrases: Phrases, subject: str, assessment: Assessment) -> SheetRow | None:
    """A row; a follow-up that was not asked has none, as its parent question says why."""
    measure = phrases.questionnaire.measure_by_id.get(subject)
    if measure is not None:
        return SheetRow(measure.brief, _measured(phrases, measure))
    item = phrases.questionnaire.items[subject]
    text = phrases.answer(item)
    if text == NOT_ASKED:
        return None
    if subject == phrases.protocol.edition.onset_item:
        days = phrases.facts.amount(subject)
        if days is not None:
            text += f", since about {phrases.date(assessment.on - timedelta(days=int(days)))}"
    return SheetRow(phrases.brief(subject), text)


def _measured(phrases: Phrases, measure: Measure) -> str:
    """A measure with what it is made of; its parts alone where some of them are not known."""
    items, facts = phrases.questionnaire.items, phrases.facts
    parts = []
    for item_id in measure.item_ids:
        amount = facts.amount(item_id)
        if amount != 0:
            said = phrases.answer(items[item_id]) if amount is None else f"{amount:g}"
            parts.append(f"{phrases.brief(item_id)} {said}")
    value = facts.amount(measure.id)
    if value is None:
        states = {phrases.state(item_id) for item_id in measure.item_ids}
        return states.pop() if len(states) == 1 else f"not fully known ({', '.join(parts)})"
    if not parts:
        return "none"
    return f"{phrases.amount(measure.id, value)} ({', '.join(parts)})"


def _signs(phrases: Phrases, items: list[Item]) -> Signs:
    present: list[str] = []
    denied: list[str] = []
    open_items: dict[str, list[str]] = {SAID_NOT_SURE: [], NOT_ANSWERED: [], NOT_ASKED: []}
    for item in items:
        state = phrases.state(item.id)
        chosen = phrases.facts.chosen(item.id)
        if state:
            open_items[state].append(phrases.brief(item.id))
        elif item.denial and not chosen:
            denied.append(item.denial)
        else:
            present += [phrases.alone(item.id, one) for one in chosen]
            denied += [phrases.alone(item.id, option.id) for option in item.options if option.id not in chosen]
    return Signs(tuple(present), tuple(denied), *(tuple(found) for found in open_items.values()))


def sign_rows(signs: Signs) -> tuple[SheetRow, ...]:
    """The signs as rows; what nobody was unsure about or left out has none."""
    rows = (
        SheetRow("+ Present", "; ".join(signs.present) or "none of those asked"),
        SheetRow("- Denied", "; ".join(signs.denied)),
        SheetRow("? Not sure", "; ".join(signs.not_sure)),
        SheetRow("? Not answered", "; ".join(signs.not_answered)),
        SheetRow("  Not asked", "; ".join(signs.not_asked)),
    )
    return tuple(row for row in rows if row.text)

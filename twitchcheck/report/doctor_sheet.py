"""The doctor's sheet: what the person reported, ordered for reading in half a minute. No score, no verdict."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from msgspec import Struct

from twitchcheck.questionnaire.answers import Answers
from twitchcheck.questionnaire.conditions import Certainty, evidence
from twitchcheck.questionnaire.items import NO, Item, Measure, Role
from twitchcheck.report.phrases import NOT_ANSWERED, NOT_ASKED, SAID_NOT_SURE, Phrases
from twitchcheck.report.pictures import Picture
from twitchcheck.report.review_lines import rows_in_words
from twitchcheck.rules.assessment import Assessment
from twitchcheck.rules.protocol import SheetBlock, TriageProtocol

PRESENT = "+ Present"


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
        words=_words(phrases),
        picture=_picture(phrases),
        date=phrases.date(assessment.on),
        version=protocol.version,
        disclaimer=protocol.edition.disclaimer,
    )


def _function(phrases: Phrases) -> str:
    """Whether a task is lost or harder: what the rows behind that say, and which tasks are named."""
    edition, facts = phrases.protocol.edition, phrases.facts
    condition = facts.finding_condition(edition.function_finding)
    certainty = facts.finding(edition.function_finding)
    reported = "; ".join(phrases.evidence(one) for one in evidence(condition, facts))
    if certainty is Certainty.YES:
        tasks = [phrases.option(edition.function_item, one) for one in facts.chosen(edition.function_item)]
        state = phrases.state(edition.function_item)
        named = ", ".join(tasks) or state or "none of those asked about"
        return f"Reported: {reported}. Tasks: {named}."
    if certainty is Certainty.UNSURE:
        return f"Lost tasks: {reported}."
    before = [
        phrases.alone(item_id, one)
        for item_id in dict.fromkeys(phrases.questionnaire.items_behind(condition))
        for one in facts.chosen(item_id)
        if one != NO
    ]
    signs = (item for item in facts.enabled.values() if item.role in (Role.WARNING, Role.SYMPTOM))
    not_sure = _named_together(phrases, [item for item in signs if phrases.state(item.id) == SAID_NOT_SURE])
    said = ["No lost task reported."]
    if before:
        said.append(f"Reported: {'; '.join(before)}.")
    if not_sure:
        said.append(f"Not sure: {', '.join(not_sure)}.")
    return " ".join(said)


def _summary(phrases: Phrases) -> str:
    edition, items = phrases.protocol.edition, phrases.questionnaire.items
    age, places = (phrases.answer(items[one]) for one in (edition.age_item, edition.places_item))
    lasted = phrases.answer(items[edition.onset_item])
    twitching = f"Twitching: {places}." if lasted == NOT_ASKED else f"Twitching for {lasted}, place: {places}."
    return f"Age {age}. {twitching}"


def _words(phrases: Phrases) -> tuple[SheetRow, ...]:
    """What the person says themselves; of several questions that nobody answered the first stands for all."""
    items = (item for item in phrases.questionnaire.items.values() if item.role is Role.WORDS)
    rows = tuple(SheetRow(phrases.brief(item.id), phrases.answer(item)) for item in items)
    return tuple(row for row in rows if row.text != NOT_ANSWERED) or rows[:1]


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
    return SheetPart(block.title, rows=tuple(_block_rows(phrases, block, assessment)))


def _block_rows(phrases: Phrases, block: SheetBlock, assessment: Assessment) -> Iterator[SheetRow]:
    """A line for each subject; what is asked in rows, such as medicines, shares one line a page."""
    questionnaire = phrases.questionnaire
    named = [questionnaire.items[subject] for subject in block.subjects if subject in questionnaire.items]
    together = _by_page(phrases, [item for item in named if item.is_row])
    for subject in block.subjects:
        item = questionnaire.items.get(subject)
        if item is None or not item.is_row:
            row = _row(phrases, subject, assessment)
            if row is not None:
                yield row
        else:
            page = questionnaire.page_of_item[subject]
            items = together.pop(page.id, [])
            if items:
                yield SheetRow(phrases.fill(page.heading), rows_in_words(phrases, items))


def _by_page(phrases: Phrases, items: Iterable[Item]) -> dict[str, list[Item]]:
    """The items by the id of their page."""
    found: dict[str, list[Item]] = {}
    for item in items:
        found.setdefault(phrases.questionnaire.page_of_item[item.id].id, []).append(item)
    return found


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
    open_items: dict[str, list[Item]] = {SAID_NOT_SURE: [], NOT_ANSWERED: [], NOT_ASKED: []}
    denied_rows: list[Item] = []
    for item in items:
        state = phrases.state(item.id)
        chosen = phrases.facts.chosen(item.id)
        if state:
            # What only opens from another sign was not asked since that one was denied or left open itself.
            if state != NOT_ASKED or not item.under:
                open_items[state].append(item)
        elif chosen == (NO,) and item.is_row:
            denied_rows.append(item)
        elif item.is_row:
            present += [phrases.alone(item.id, one) for one in chosen]
        elif item.denial and not chosen:
            denied.append(item.denial)
        else:
            present += [phrases.alone(item.id, one) for one in chosen]
            denied += [phrases.alone(item.id, option.id) for option in item.options if option.id not in chosen]
    pages = _by_page(phrases, denied_rows)
    for rows in pages.values():
        # The heading of the block says the page already where there is but one.
        heading = phrases.fill(phrases.questionnaire.page_of_item[rows[0].id].heading)
        denied.append(_denied(phrases, rows) if len(pages) == 1 else f"{heading}: {_denied(phrases, rows)}")
    return Signs(tuple(present), tuple(denied), *(_named_together(phrases, found) for found in open_items.values()))


def _denied(phrases: Phrases, rows: list[Item]) -> str:
    """Denied signs one by one. Of medicines their number is enough: the doctor asks for what is missing."""
    signs = [row.denial or phrases.brief(row.id) for row in rows if row.role in (Role.WARNING, Role.SYMPTOM)]
    others = len(rows) - len(signs)
    counted = "1 other that was asked about" if others == 1 else f"{others} others that were asked about"
    return ", ".join([*signs, *([counted] if others else [])])


def _named_together(phrases: Phrases, items: Iterable[Item]) -> tuple[str, ...]:
    """The names of items that were left open in the same way: the page's alone where all its rows were."""
    names: list[str] = []
    for found in _by_page(phrases, items).values():
        page = phrases.questionnaire.page_of_item[found[0].id]
        rows = {item.id for item in page.items if item.is_row and not item.under}
        whole = len(rows) > 1 and rows.issubset(item.id for item in found)
        names += [phrases.fill(page.heading)] if whole else []
        names += [phrases.brief(item.id) for item in found if not (whole and item.is_row)]
    return tuple(names)


def sign_rows(signs: Signs) -> tuple[SheetRow, ...]:
    """The signs as rows; where nothing is present, or nobody was unsure about anything, there is no such row."""
    rows = (
        SheetRow(PRESENT, "; ".join(signs.present)),
        SheetRow("- Denied", "; ".join(signs.denied)),
        SheetRow("? Not sure", "; ".join(signs.not_sure)),
        SheetRow("? Not answered", "; ".join(signs.not_answered)),
        SheetRow("Not asked", "; ".join(signs.not_asked)),
    )
    return tuple(row for row in rows if row.text)

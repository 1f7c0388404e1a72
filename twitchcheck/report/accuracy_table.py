"""How well written cases are judged, as text for the terminal, as Markdown for a page, and as data."""

from collections.abc import Iterable, Iterator
from textwrap import wrap
from typing import Any

from msgspec import structs

from twitchcheck.questionnaire.conditions import Certainty
from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.questionnaire.wording import worded
from twitchcheck.rules.accuracy import Accuracy, CaseGroup, Judge, JudgedCase, Measures, Proportion, Verdict
from twitchcheck.rules.assessment import RaisedFlag
from twitchcheck.rules.protocol import TriageProtocol

WIDTH = 78
TITLE = "How written cases are judged"
JUDGES = {Judge.TOOL: "TwitchCheck", Judge.NHS_PAGE: "NHS page", Judge.ARTICLE: "Article"}
GROUPS = {CaseGroup.OLD: "Old", CaseGroup.NEW_ILL: "New, ill", CaseGroup.NEW_WELL: "New, well"}
APART = "TwitchCheck on the cases of the first version, and on new ones of ill and of well people"
MEASURES = {
    "exact": "Exact",
    "less_urgent": "Less urgent than expected",
    "more_urgent": "More urgent than expected",
    "in_safe_range": "Within the safe range",
    "under_triage": "Unsafe under-triage",
    "over_triage": "Over-triage",
    "over_triage_self_care": "Over-triage of self-care",
    "urgent_found": "Urgent cases found",
    "emergencies_found": "Emergencies found",
}
VERDICTS = {
    Verdict.UNDER_TRIAGE: "unsafe under-triage",
    Verdict.OVER_TRIAGE: "over-triage",
    Verdict.SAFE: "within the safe range",
}
EXPLAINED = (
    "Percent with the 95% Wilson score interval, and cases. Each case has a label and a range, from the least urgent "
    "level that is safe to the most urgent that is reasonable: under-triage is below the range, over-triage above it. "
    "Urgent cases are those expected to be same_day or emergency; they are found when judged one of these two. NHS "
    "page and article: what those two say, read literally."
)
LIMITS = (
    "The cases and their labels were written by the makers of the program from published sources; no clinician has "
    "certified them. Good figures on written cases say little about people with real complaints."
)
NO_NOTE = "not explained yet"


def text(protocol: TriageProtocol, accuracy: Accuracy) -> str:
    """All of it as text, 78 columns wide."""
    lines = [TITLE, _subtitle(protocol, accuracy), "", _row("", JUDGES.values())]
    for label, found in _labelled(accuracy.measures[judge] for judge in JUDGES):
        lines += [_row(label, map(percent, found)), _row("", map(_counts, found))]
    for label, proportion in _found(accuracy):
        lines += [_row(label, (percent(proportion),)), _row("", (_counts(proportion),))]
    if len(accuracy.groups) > 1:
        lines += ["", *wrap(APART, WIDTH), _row("", (GROUPS[group] for group in accuracy.groups))]
        for label, found in _labelled(accuracy.groups.values()):
            lines += [_row(label, map(percent, found)), _row("", map(_counts, found))]
    lines += ["", *wrap(EXPLAINED, WIDTH), "", *wrap(LIMITS, WIDTH)]
    lines += ["", "Expected (down) and judged by TwitchCheck (across)", _counted("", Disposition)]
    for expected, counts in accuracy.confusion[Judge.TOOL].items():
        lines.append(_counted(expected, counts.values()))
    for heading, items in _lists(protocol, accuracy):
        lines += ["", heading]
        lines += [row for item in items for row in wrap(item, WIDTH, initial_indent="* ", subsequent_indent="  ")]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def markdown(protocol: TriageProtocol, accuracy: Accuracy) -> str:
    """All of it as Markdown."""
    lines = [_subtitle(protocol, accuracy), "", *_markdown_head("Measure", JUDGES.values())]
    for label, found in _labelled(accuracy.measures[judge] for judge in JUDGES):
        lines.append(_markdown_row(label, (f"{percent(one)}, {_counts(one)}" for one in found)))
    for label, proportion in _found(accuracy):
        lines.append(_markdown_row(label, (f"{percent(proportion)}, {_counts(proportion)}", "", "")))
    if len(accuracy.groups) > 1:
        lines += ["", f"{APART}:", "", *_markdown_head("Measure", (GROUPS[group] for group in accuracy.groups))]
        for label, found in _labelled(accuracy.groups.values()):
            lines.append(_markdown_row(label, (f"{percent(one)}, {_counts(one)}" for one in found)))
    lines += ["", EXPLAINED, "", LIMITS, "", *_markdown_head("Expected, judged by TwitchCheck", Disposition)]
    for expected, counts in accuracy.confusion[Judge.TOOL].items():
        lines.append(_markdown_row(expected, map(str, counts.values())))
    for heading, items in _lists(protocol, accuracy):
        lines += ["", f"{heading}:", "", *(f"- {item}" for item in items)]
    return "\n".join(lines) + "\n"


def data(protocol: TriageProtocol, accuracy: Accuracy) -> dict[str, Any]:
    """All of it for other programs, with the judgement of every case."""
    return {
        "content_version": protocol.version,
        "cases": len(accuracy.cases),
        "judges": {
            judge: {
                "measures": _measures(accuracy.measures[judge]),
                "confusion": accuracy.confusion[judge],
            }
            for judge in Judge
        },
        "groups": {group: _measures(measures) for group, measures in accuracy.groups.items()},
        "triggers_found": _proportion(accuracy.triggers_found),
        "red_flags_found": _proportion(accuracy.red_flags_found),
        "disagreements": [case.vignette.id for case in accuracy.disagreements],
        "judged": [_case(case) for case in accuracy.cases],
        "limits": LIMITS,
    }


def _labelled(columns: Iterable[Measures]) -> Iterator[tuple[str, list[Proportion]]]:
    """Each measure by its name, with its proportions side by side."""
    measured = list(columns)
    for name, label in MEASURES.items():
        yield label, [getattr(one, name) for one in measured]


def percent(proportion: Proportion) -> str:
    """A proportion with its interval, such as "45% (36-55)"; "no cases" of none.

    Rounded to whole percent, but never to 0 or 100 where that would say none or all.
    """
    if proportion.share is None:
        return "no cases"
    low, high = proportion.interval
    return f"{_whole(proportion.share)}% ({_whole(low)}-{_whole(high)})"


def _whole(share: float) -> int:
    if share in (0, 1):
        return int(share * 100)
    return min(max(round(share * 100), 1), 99)


def _counts(proportion: Proportion) -> str:
    return f"{proportion.count} of {proportion.of}"


def _subtitle(protocol: TriageProtocol, accuracy: Accuracy) -> str:
    return f"Content {protocol.version}, {len(accuracy.cases)} cases"


def _found(accuracy: Accuracy) -> Iterator[tuple[str, Proportion]]:
    """What only the program can be asked for, with its name; what no case names is left out."""
    for label, proportion in (
        ("Named triggers all found", accuracy.triggers_found),
        ("Named red flags all raised", accuracy.red_flags_found),
    ):
        if proportion.of:
            yield label, proportion


def _row(label: str, cells: Iterable[str]) -> str:
    return f"{label:<27}" + "".join(f"{cell:<17}" for cell in cells)


def _counted(label: str, cells: Iterable[object]) -> str:
    return f"{label:<13}" + "".join(f"{cell!s:>11}" for cell in cells)


def _markdown_head(label: str, names: Iterable[str]) -> tuple[str, str]:
    columns = list(names)
    return _markdown_row(label, columns), _markdown_row("---", ["---"] * len(columns))


def _markdown_row(label: str, cells: Iterable[str]) -> str:
    return f"| {' | '.join((label, *cells))} |"


def _lists(protocol: TriageProtocol, accuracy: Accuracy) -> Iterator[tuple[str, list[str]]]:
    """The lists below the tables that have something in them, each with its heading."""
    lists = (
        ("Disagreements, the worst first", [_disagreement(protocol, case) for case in accuracy.disagreements]),
        ("Named triggers not found", [_missed(case, case.missed_triggers) for case in accuracy.cases]),
        ("Named red flags not raised", [_missed(case, case.missed_red_flags) for case in accuracy.cases]),
        ("Questions asked and not answered", [_missed(case, case.unanswered) for case in accuracy.cases]),
    )
    for heading, items in lists:
        told = [item for item in items if item]
        if told:
            yield heading, told


def _disagreement(protocol: TriageProtocol, case: JudgedCase) -> str:
    vignette = case.vignette
    deciding = ", ".join(_flag(protocol, raised) for raised in case.deciding) or "no red flag"
    return (
        f"{vignette.id}: expected {vignette.expected}, judged {case.disposition} ({VERDICTS[case.verdict()]}, "
        f"{vignette.least_urgent_safe} to {vignette.most_urgent_reasonable}). Decided by: {deciding}. "
        f"Note: {vignette.note or NO_NOTE}"
    )


def _flag(protocol: TriageProtocol, raised: RaisedFlag) -> str:
    brief = worded(raised.flag.brief, next(iter(protocol.edition.person.values())))
    is_open = ", left open" if raised.certainty is Certainty.UNSURE else ""
    return f"{brief} ({raised.flag.id}{is_open})"


def _missed(case: JudgedCase, ids: tuple[str, ...]) -> str:
    return f"{case.vignette.id}: {', '.join(ids)}" if ids else ""


def _measures(measures: Measures) -> dict[str, Any]:
    return {name: _proportion(proportion) for name, proportion in structs.asdict(measures).items()}


def _proportion(proportion: Proportion) -> dict[str, Any]:
    low, high = proportion.interval
    return {"count": proportion.count, "of": proportion.of, "share": proportion.share, "low": low, "high": high}


def _case(case: JudgedCase) -> dict[str, Any]:
    vignette = case.vignette
    return {
        "id": vignette.id,
        "group": vignette.group,
        "expected": vignette.expected,
        "least_urgent_safe": vignette.least_urgent_safe,
        "most_urgent_reasonable": vignette.most_urgent_reasonable,
        "judged": {judge: case.by(judge) for judge in Judge},
        "verdict": {judge: case.verdict(judge) for judge in Judge},
        "deciding": [{"id": raised.flag.id, "certainty": raised.certainty.name.lower()} for raised in case.deciding],
        "missed_triggers": case.missed_triggers,
        "missed_red_flags": case.missed_red_flags,
        "unanswered": case.unanswered,
        "source": vignette.source,
        "note": vignette.note,
    }

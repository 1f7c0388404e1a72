"""The outcome of the proofs, as text for a doctor who reviews the content and as plain data."""

import json
import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

from twitchcheck.questionnaire.answers import Answers
from twitchcheck.rules.proofs import CounterExample, Failure, Outcome
from twitchcheck.rules.protocol import TriageProtocol

WIDTH = 78
SHOWN = 3
"""Failures of one property that are printed with their answers; of the others only what they are about."""

HOW = (
    "Each statement below was checked for every possible set of answers, not for examples: a solver (z3) looked for "
    "answers that break it. 'Proven' means that there are none. A missing answer counts as 'not sure'. Where "
    "something fails, the answers that break it follow; 'twitchcheck assess' takes them as a file."
)


def text(protocol: TriageProtocol, outcomes: Sequence[Outcome]) -> str:
    """The report in plain words, each failure with its answers."""
    return "\n".join(_lines(protocol, outcomes)) + "\n"


def _lines(protocol: TriageProtocol, outcomes: Sequence[Outcome]) -> Iterator[str]:
    items = len(protocol.questionnaire.items)
    flags, triggers = len(protocol.red_flags), len(protocol.triggers)
    yield f"TwitchCheck proofs, content {protocol.version}"
    yield f"{items} questions, {flags} red flags, {triggers} triggers"
    yield ""
    yield from textwrap.wrap(HOW, WIDTH)
    for number, outcome in enumerate(outcomes, 1):
        yield ""
        yield f"{number}. {outcome.title}: {'PROVEN' if outcome.holds else 'DOES NOT HOLD'}"
        for paragraph in (outcome.claim, *outcome.notes):
            yield from textwrap.wrap(paragraph, WIDTH, initial_indent="   ", subsequent_indent="   ")
        yield from _failure_lines(outcome.failures)
    failed = sum(not outcome.holds for outcome in outcomes)
    checks, seconds = sum(outcome.checks for outcome in outcomes), sum(outcome.seconds for outcome in outcomes)
    effort = f"{checks} checks, {seconds:.0f} seconds"
    yield ""
    yield f"{failed} of {len(outcomes)} do not hold ({effort})." if failed else f"All {len(outcomes)} hold ({effort})."


def _failure_lines(failures: Sequence[Failure]) -> Iterator[str]:
    for number, failure in enumerate(failures):
        yield f"   ! {failure.about}"
        if number < SHOWN:
            for place, example in zip(("", "after the change"), failure.examples, strict=False):
                yield from ("", f"# {place or 'answers'}: {example.disposition}", *_answers_file(example.answers))
            yield ""


def _answers_file(answers: Answers) -> Iterator[str]:
    """An answers file; JSON values are YAML too, and leave no doubt about "no"."""
    yield "answers:"
    for item_id, value in answers.items():
        yield f"  {item_id}: {json.dumps(value)}"


def data(protocol: TriageProtocol, outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """The outcomes for other programs; the answers of an example are in the form that `assess` reads."""
    return {
        "content_version": protocol.version,
        "holds": all(outcome.holds for outcome in outcomes),
        "properties": [
            {
                "id": outcome.id,
                "title": outcome.title,
                "claim": outcome.claim,
                "holds": outcome.holds,
                "checks": outcome.checks,
                "seconds": round(outcome.seconds, 1),
                "notes": outcome.notes,
                "failures": [
                    {"about": failure.about, "examples": [_example(one) for one in failure.examples]}
                    for failure in outcome.failures
                ],
            }
            for outcome in outcomes
        ],
    }


def _example(example: CounterExample) -> dict[str, Any]:
    return {"disposition": example.disposition, "answers": dict(example.answers)}

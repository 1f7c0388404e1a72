"""An answers file (YAML or JSON) -> checked answers and the date of the check."""

import datetime

from twitchcheck.content.problems import Problem, ProblemsError, did_you_mean, quoted
from twitchcheck.content.yaml_source import Document, Plain
from twitchcheck.questionnaire.answers import Answer, Answers, problem_with
from twitchcheck.questionnaire.items import Item, ItemType, Questionnaire

KEYS = ("answers", "date")


def answers_from(questionnaire: Questionnaire, document: Document) -> tuple[Answers, datetime.date | None]:
    """The answers in a document of the form `{answers: {item: answer}, date: YYYY-MM-DD}`, and their day.

    A null answer counts as not answered. Raises ProblemsError with every problem at once.
    """
    problems: list[Problem] = []
    content = document.value
    if not isinstance(content, dict) or not isinstance(content.get("answers"), dict):
        raise ProblemsError([document.problem((), "needs the key 'answers' with a mapping of item id to answer")])
    for key in content:
        if key not in KEYS:
            problems.append(document.key_problem((key,), f"unknown key {quoted(key)}{did_you_mean(key, KEYS)}"))
    on = _date(document, content.get("date"), problems)
    values: dict[str, Answer] = {}
    given = content["answers"]
    assert isinstance(given, dict)
    for item_id, plain in given.items():
        item = questionnaire.items.get(item_id)
        if item is None:
            message = f"there is no item {quoted(item_id)}{did_you_mean(item_id, questionnaire.items)}"
            problems.append(document.key_problem(("answers", item_id), message))
        elif plain is not None:
            value = _value(item, plain)
            problem = problem_with(item, value)
            if problem:
                problem += _near_option(item, value)
                problems.append(document.problem(("answers", item_id), f"{item_id} {problem}"))
            else:
                values[item_id] = value  # type: ignore[assignment]  # problem_with has just said that it is an Answer
    if problems:
        raise ProblemsError(problems)
    return Answers(values), on


def _value(item: Item, plain: Plain) -> object:
    """Lists as tuples, and a single option of a list as a list of one."""
    if isinstance(plain, list):
        return tuple(plain)
    return (plain,) if item.type is ItemType.CHOICES else plain


def _near_option(item: Item, value: object) -> str:
    known = list(item.option_by_id)
    for one in value if isinstance(value, tuple) else (value,):
        if isinstance(one, str) and known and one not in known:
            return did_you_mean(one, known) or f"; it has {', '.join(known)}"
    return ""


def _date(document: Document, plain: Plain, problems: list[Problem]) -> datetime.date | None:
    if plain is None:
        return None
    try:
        on = datetime.date.fromisoformat(plain if isinstance(plain, str) else "")
        if on.isoformat() != plain:  # "20261123" and "2026-W48-1" are dates too, but not as they are asked for
            raise ValueError
    except ValueError:
        problems.append(document.problem(("date",), "date must be written like 2026-11-23"))
        return None
    return on

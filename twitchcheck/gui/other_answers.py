"""What is said about the answers of a file that this content does not ask, or not in this way."""

from collections.abc import Mapping

from twitchcheck.questionnaire.items import Questionnaire

_NAMED = 3
"""How many of the answers that are not asked here are named."""

_LONGEST_NAME = 40


def in_one_sentence(others: Mapping[str, object], questionnaire: Questionnaire) -> str:
    """Names them, in words for people."""
    items = questionnaire.items
    names = [f"“{items[one].brief if one in items else _as_words(one)}”" for one in list(others)[:_NAMED]]
    if len(others) > _NAMED:
        names.append(f"{len(others) - _NAMED} more")
    listed = f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]
    answers, stay = ("The answer to", "stays") if len(others) == 1 else ("The answers to", "stay")
    return f"{answers} {listed} {stay} in the file but cannot be shown: another version of TwitchCheck wrote it."


def _as_words(item_id: str) -> str:
    """An unknown name out of a file, whatever it holds, as a few printable words."""
    words = "".join(letter if letter.isprintable() else " " for letter in item_id.replace("_", " "))
    return words if len(words) <= _LONGEST_NAME else f"{words[:_LONGEST_NAME]}…"

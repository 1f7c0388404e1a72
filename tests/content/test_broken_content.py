"""One broken variant of the tiny content for everything that is checked, with the message and its place."""

from collections.abc import Callable

import pytest

Broken = Callable[..., list[str]]

BREAKS: dict[str, list[tuple[str, ...]]] = {
    "edition.yaml": [
        ("reviewed:", "reveiwed:", "3:1: unknown key 'reveiwed', did you mean 'reviewed'?"),
        ("open_reason: {id: open, ", "open_reason: {", "20:14: the key 'id' is missing"),
        ("slight: 1", "slihgt: 1", "18:20: invalid enum value 'slihgt'"),
        ("onset_item: days", "onset_item: dais", "5:13: there is no item 'dais', did you mean 'days'?"),
        ("function_finding: lost", "function_finding: lots", "6:19: there is no finding 'lots'"),
        ("January, ", "", "11:9: needs the names of the twelve months"),
        ("  other: {you: they, your: their}\n", "", "13:3: has no words for the option 'other'"),
        ("person_item: who", "person_item: woh", "4:14: there is no item 'woh', did you mean 'who'?"),
        ("{you: they, your: their}", "{you: they}", "14:10: has no word for {your}"),
        ("moderate: 3, ", "", "18:20: needs rising points for slight, moderate and strong"),
        ("moderate: 3", "moderate: 6", "18:20: needs rising points for slight, moderate and strong"),
    ],
    "sections/1-body.yaml": [
        ("role: person", "rolle: person", "9:9: unknown key 'rolle', did you mean 'role'?"),
        ("type: choices", "type: choises", "20:15: invalid enum value 'choises'"),
        (
            "id: calf",
            "id: eyelid",
            "25:18: option 'eyelid' is used more than once",
            "26:18: option 'eyelid' is used more than once",
        ),
        ("id: calf", "id: none", "26:18: option 'none' is used more than once"),
        (
            "options_from: places",
            "options_from: plases",
            "29:9: needs options",
            "34:23: there is no earlier item 'plases'",
        ),
        ("initial: 1, not_sure: Not sure", "initial: 1", "15:9: a warning or symptom needs the answer not_sure"),
        ("        none: Nowhere\n", "", "19:9: a list of warnings or symptoms needs the answer none"),
        ("maximum: 900, initial: 1, ", "", "15:9: needs a maximum above its minimum"),
        ("initial: 1", "initial: 901", "15:104: must be from 0 to 900"),
        ("options_from: places", "options_from: days", "29:9: needs options"),
    ],
    "sections/2-more.yaml": [
        ("at_least: {span: 1}", "at_least: {span: soon}", "21:52: expected 'float', got 'str'"),
        (
            "id: more\ntitle",
            "id: body\ntitle",
            "sections/1-body.yaml:1:5: id 'body' is used more than once",
            "1:5: id 'body' is used more than once",
        ),
        (
            "  - id: more",
            "  - id: signs",
            "sections/1-body.yaml:16:9: id 'signs' is used more than once",
            "4:9: id 'signs' is used more than once",
        ),
        (
            "id: note",
            "id: tea",
            "findings.yaml:3:74: there is no item with options 'tea'",
            "measures.yaml:2:54: there is no such item 'tea'",
            "25:14: id 'tea' is used more than once",
            "26:14: id 'tea' is used more than once",
        ),
        (
            "        options:\n          - {id: fast, text: Fast}\n",
            "",
            "red_flags.yaml:5:44: speed has no option 'fast'",
            "16:9: needs options",
        ),
        ("text: Words,", "text: Words, none: No,", "26:26: an item of type text has no options"),
        ("at_least: {span: 1}", "at_least: {caffeine: 1}", "21:23: can only depend on items before it, not on 'tea'"),
        ("findings: [lost]", "findings: [both]", "21:23: can only depend on items before it, not on 'tea'"),
        ("findings: [lost]", "findings: [lots]", "21:35: there is no finding 'lots', did you mean 'lost'?"),
    ],
    "red_flags.yaml": [
        ("has: {speed: [fast]}", "hass: {speed: [fast]}", "5:30: unknown key 'hass', did you mean 'has'?"),
        ("red_flags:", "red_flag:", "1:1: needs the key 'red_flags' with a list, and nothing else"),
        ("    sources: [nhs]\n  - id: long", "    sources: nhs\n  - id: long", "8:14: expected 'array', got 'str'"),
        ("id: long", "id: weak", "2:9: id 'weak' is used more than once", "9:9: id 'weak' is used more than once"),
        ("{at_least: {days: 14}}", "{}", "12:18: a condition needs at least one part"),
        (
            "at_least: {days: 14}",
            "at_least: {day: 14}",
            "12:35: there is no amount or measure 'day', did you mean 'days'?",
        ),
        ("at_least: {days: 14}", "at_most: {tasks: 14}", "12:36: there is no amount or measure 'tasks'"),
        ("at_least: {days: 14}", "has: {note: [x]}", "12:31: there is no item with options 'note'"),
        (
            "count_at_least: {places: 2}",
            "count_at_least: {tasks: 2}",
            "12:67: there is no item with a list of options 'tasks'",
        ),
        (
            "has: {speed: [fast]}",
            "has: {speed: [fast, fats]}",
            "5:50: speed has no option 'fats', did you mean 'fast'?",
        ),
        ("has: {speed: [fast]}", "has: {speed: []}", "5:43: needs at least one option"),
        ("has: {speed: [fast]}", "has: {tea: [much]}", "5:42: tea has no option 'much'"),
        ("findings: [both]", "findings: [bot]", "5:23: there is no finding 'bot', did you mean 'both'?"),
        (
            "{at_least: {days: 14}}",
            "{has: {places: [none]}}",
            "12:33: a red flag can't rest on the answer 'none' to places",
        ),
        (
            "has: {speed: [fast]}",
            "has: {speed: [fast, not_sure]}",
            "5:43: a red flag can't rest on the answer 'not_sure' to speed",
        ),
        (
            "disposition: routine",
            "disposition: routine\n    if_unsure: soon",
            "12:16: can't be more urgent than the red flag itself",
        ),
        ("disposition: routine", "disposition: self_care", "11:18: a red flag can't lead to self_care"),
        (
            '    say: "{you} cannot."\n',
            "",
            "2:5: an emergency needs the key 'say': what to tell the emergency services",
        ),
    ],
    "topics.yaml": [
        ("topics: [", "more: 1\ntopics: [", "1:1: needs the key 'topics' with a list, and nothing else"),
        ("title: Why,", "title: Why, title: Why,", "1:32: 'title' stands here again (first in line 1)"),
        (
            "id: why-1",
            "id: calm",
            "reassurances.yaml:1:21: statement id 'calm' is used more than once",
            "1:50: statement id 'calm' is used more than once",
        ),
        ("sources: [nhs]", "sources: []", "1:77: needs at least one source"),
        ("sources: [nhs]", "sources: [nhs, nhss]", "1:83: there is no source 'nhss', did you mean 'nhs'?"),
        ("text: So.", 'text: "{yuo} and {date}."', "1:63: there is nothing to fill {yuo} with, did you mean 'you'?"),
    ],
    "measures.yaml": [
        (
            "id: span",
            "id: days",
            "3:10: id 'days' is used more than once",
            "sections/1-body.yaml:15:14: id 'days' is used more than once",
            "sections/2-more.yaml:21:59: there is no amount or measure 'span'",
        ),
        ("guide: 400, sources: [nhs]", "guide: 400", "2:5: needs at least one source"),
        ("terms: {tea: 50}", "terms: {tee: 50}", "2:54: there is no such item 'tee', did you mean 'tea'?"),
        ("terms: {tea: 50}", "terms: {tasks: 50}", "2:54: there is no such item 'tasks'"),
        (
            "scored: [tasks]",
            "scored: [tea]",
            "3:67: there is no such item 'tea'",
            "sections/2-more.yaml:21:23: can only depend on items before it, not on 'tea'",
        ),
    ],
    "findings.yaml": [
        (
            'has: {tasks: ["yes"]}',
            "findings: [both]",
            "2:45: finding 'lost' depends on itself",
            "3:35: finding 'both' depends on itself",
        ),
        ('has: {tasks: ["yes"]}', "all: [{findings: [lost]}]", "2:45: finding 'lost' depends on itself"),
        (
            'tasks: ["yes"]',
            "tasks: [not_sure]",
            "red_flags.yaml:5:23: a red flag can't rest on the answer 'not_sure' to tasks",
        ),
        ('has: {tasks: ["yes"]}', "findings: [nope]", "2:57: there is no finding 'nope'"),
    ],
    "triggers.yaml": [
        ("    text: Why.\n    sources: [nhs]", "    text: Why.\n    sources: []", "5:14: needs at least one source"),
        (
            "shown: [caffeine]",
            "shown: [coffee]",
            "6:13: there is no item or measure 'coffee', did you mean 'caffeine'?",
        ),
    ],
    "considerations.yaml": [
        ("sources: [nhs]", "sources: []", "2:51: needs at least one source"),
    ],
    "care_levels.yaml": [
        (
            "  - id: soon\n",
            "  - id: routine\n",
            "12:9: id 'routine' is used more than once",
            "22:9: id 'routine' is used more than once",
            "edition.yaml:1:1: there is no care level 'soon'",
        ),
        (
            "if_unsure: self_care\n    summary: [{id: sum-routine",
            "if_unsure: soon\n    summary: [{id: sum-routine",
            "16:16: can't be more urgent than the care level itself",
        ),
        ("[{id: adv-soon, text: Advice., sources: [nhs]}]", "[]", "28:13: needs at least one entry"),
        (
            '\n      - {id: rev-soon, text: "By {date}.", after_days: 14, since_onset: days, sources: [nhs]}',
            " []",
            "30:14: needs at least one entry",
        ),
        (
            "{id: rev-soon,",
            "{id: rev-soon, when: {has: {who: [me]}},",
            "31:30: the last review must hold for everybody",
        ),
        (
            "since_onset: days, sources: [nhs]}\n  - id: routine",
            "since_onset: day, sources: [nhs]}\n  - id: routine",
            "11:78: there is no item 'day'",
        ),
    ],
    "sheet_blocks.yaml": [
        ("caffeine]", "cafeine]", "1:61: there is no item or measure 'cafeine', did you mean 'caffeine'?"),
    ],
}
"""By file: what is replaced there, by what, and every problem then told ("line:column: ..." in the same file)."""


@pytest.mark.parametrize(
    ("file", "replaced", "by", "told"),
    [(file, replaced, by, told) for file, breaks in BREAKS.items() for replaced, by, *told in breaks],
)
def test_what_is_wrong_is_told_with_its_place(
    broken: Broken, file: str, replaced: str, by: str, told: list[str]
) -> None:
    assert broken((file, replaced, by)) == [f"{file}:{one}" if one[0].isdigit() else one for one in told]

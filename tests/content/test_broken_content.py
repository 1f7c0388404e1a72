"""One broken variant of the tiny content for everything that is checked, with the message and its place."""

from collections.abc import Callable

import pytest

Broken = Callable[..., list[str]]

BREAKS: dict[str, list[tuple[str, ...]]] = {
    "edition.yaml": [
        (
            "reviewed:",
            "reveiwed:",
            "1:1: edition: the key 'reviewed' is missing",
            "3:1: edition: unknown key 'reveiwed', did you mean 'reviewed'?",
        ),
        ("open_reason: {id: open, ", "open_reason: {", "19:14: statement open_reason: the key 'id' is missing"),
        (
            "slight: 1",
            "slihgt: 1",
            "17:21: edition: 'slihgt' is not one of slight, moderate, strong, did you mean 'slight'?",
        ),
        ("onset_item: days", "onset_item: dais", "5:13: edition: there is no item 'dais', did you mean 'days'?"),
        (
            "function_finding: lost",
            "function_finding: lots",
            "6:19: edition: there is no finding 'lots', did you mean 'lost'?",
        ),
        ("2027-11-23", "2027-13-23", "24:12: edition: needs a date, like 2026-11-25"),
        ("2027-11-23", "2026-11-23", "24:12: edition: must be after 'reviewed'"),
        ("2026-11-23", "2026", "3:11: edition: needs a date, like 2026-11-25"),
        ("January, ", "", "10:9: edition: needs the names of the twelve months"),
        ("  other: {you: they, your: their}\n", "", "12:3: edition: has no words for the option 'other'"),
        (
            "person_item: who",
            "person_item: woh",
            "4:14: edition: there is no item 'woh', did you mean 'who'?",
            "sections/1-body.yaml:7:9: item who: is asked, but nothing uses the answer",
        ),
        ("{you: they, your: their}", "{you: they}", "13:10: edition: has no word for {your}"),
        ("moderate: 3, ", "", "17:20: edition: needs rising points for slight, moderate and strong"),
        ("moderate: 3", "moderate: 6", "17:20: edition: needs rising points for slight, moderate and strong"),
        ("moderate: 3", "moderate: three", "17:42: edition: 'moderate' needs a whole number, not text"),
        ("slight: 1", "slight: 0", "17:20: edition: needs rising points for slight, moderate and strong"),
        ("months: [January,", "months: [1,", "10:10: edition: 'months' needs text, not a number: put it in quotes"),
        (
            "person:\n  me: {you: you, your: your}\n  other: {you: they, your: their}",
            "person: {}",
            "11:9: edition: has no words for the option 'me'",
            "11:9: edition: has no words for the option 'other'",
            "11:9: edition: needs words for at least one kind of person",
            "14:21: statement use: there is nothing to fill {you} with",
            "red_flags.yaml:7:10: red flag weak: there is nothing to fill {you} with",
            "sections/3-time.yaml:18:69: item slurred, cell emergency: there is nothing to fill {you} with",
        ),
        (
            '"Not for {you}."',
            '"Not for {you."',
            "16:21: statement use: has a brace without its pair: a placeholder is written like {you}",
        ),
        ("disclaimer: No diagnosis.", 'disclaimer: " "', "14:13: edition: 'disclaimer' is empty"),
        (
            "intended_use:\n  - {id: use,",
            "intended_use:\n  - {id: use, when: {has: {who: [me]}, all: [{has: {who: [other]}}]},",
            "16:21: statement use: is never shown: no answer to 'who' fits all of the condition",
        ),
        (
            'fallback_number: {country: "",',
            'fallback_number: {county: "",',
            "18:18: emergency number fallback_number: the key 'country' is missing",
            "18:19: emergency number fallback_number: unknown key 'county', did you mean 'country'?",
        ),
        ("signs: [days, places]", "signs: [days]", "26:26: edition: needs two signs"),
        ("signs: [days, places]", "signs: [days, days]", "26:26: edition: needs two signs"),
        (
            "signs: [days, places]",
            "signs: [days, plases]",
            "26:33: edition: there is no item 'plases', did you mean 'places'?",
        ),
        (
            "text: Both., sources: [nhs]",
            "text: Both., sources: []",
            "26:64: edition: needs at least one source",
        ),
    ],
    "sections/1-body.yaml": [
        (
            "brief: Who\n",
            "brief: Who\n        still_days: 21\n",
            "12:21: item who: nothing is taken over from a page without 'still'",
        ),
        (
            "why: It counts.\n    items:\n      - id: who\n",
            "why: It counts.\n    still: So?\n    items:\n      - id: who\n        still_days: -1\n",
            "9:21: item who: 'still_days' must be 0 or more",
        ),
        (
            "role: person",
            "rolle: person",
            "7:9: item who: the key 'role' is missing",
            "9:9: item who: unknown key 'rolle', did you mean 'role'?",
        ),
        (
            "type: choices",
            "type: choises",
            "20:15: item places: 'choises' is not one of choice, choices, amount, text, did you mean 'choices'?",
        ),
        (
            "id: calf",
            "id: eyelid",
            "red_flags.yaml:12:42: red flag long: can never hold: no answer to 'places' fits all of the condition",
            "25:18: item places, option eyelid: the option is used more than once",
            "26:18: item places, option eyelid: the option is used more than once",
        ),
        (
            "id: calf",
            "id: none",
            "red_flags.yaml:12:42: red flag long: can never hold: no answer to 'places' fits all of the condition",
            "26:18: item places, option none: the option is used more than once",
        ),
        (
            "step: 1, not_sure: Not sure",
            "step: 1",
            "15:9: item days: a warning or symptom needs the answer not_sure",
        ),
        ("        none: Nowhere\n", "", "19:9: item places: a list of warnings or symptoms needs the answer none"),
        (
            "maximum: 900, step: 1, ",
            "",
            "15:9: item days: needs a maximum above its minimum",
            "sections/2-more.yaml:21:23: item speed: is never asked: no answer to 'span' fits all of the condition",
        ),
        (
            "brief: Who",
            "brief: Who\n        picture: body",
            "12:18: item who: an item of type choice has nothing to click on a figure",
        ),
        (
            "text: Where?",
            "text: Where?\n        picture: bdoy",
            "23:18: item places: 'bdoy' is not one of body, did you mean 'body'?",
        ),
        ("step: 1", "step: '1'", "15:101: item days: 'step' needs a number, not text: write it without quotes"),
        ("step: 1", "step: 1e999", "15:101: item days: the number is too large"),
        ("step: 1", "step: 0", "15:101: item days: 'step' must be from 0.01 to 1000"),
        ("step: 1", "step: true", "15:101: item days: 'step' needs a number, not true or false"),
        (
            "step: 1",
            "step: 1, scales: [{unit: week, units: weeks, factor: 0}]",
            "15:148: item days: 'factor' must be from 0.001 to 1e+06",
        ),
        (
            "brief: Now\n",
            "brief: Now\n        alone: '{optoin} now'\n",
            "34:16: item still_there: there is nothing to fill {optoin} with, did you mean 'option'?",
        ),
        (
            "          - {id: calf, text: Calf}",
            "          - calf",
            "26:13: item places, option number 2: 'options' needs keys with values, not text",
        ),
        (
            "          - {id: calf, text: Calf}",
            "          - {id: 7, txt: Calf}",
            "26:13: item places, option number 2: the key 'text' is missing",
            "26:18: item places, option number 2: 'id' needs text, not a number: put it in quotes",
            "26:21: item places, option number 2: unknown key 'txt', did you mean 'text'?",
        ),
        (
            "text: Since when?",
            "text: Since when was the utilised medication subsequently administered?",
            "15:55: item days: 'utilise' is a hard word: say 'use', or explain it in glossary.yaml",
        ),
        ("title: Body", "title: 12", "2:8: section body: 'title' needs text, not a number: put it in quotes"),
        ("pages:\n", "pages:\n  - {id: empty, why: No., items: []}\n", "4:34: page empty: needs at least one item"),
        (
            "why: It counts.",
            "why: " + "necessary " * 12,
            "4:5: page start: reads like grade 19.9, more than 8: use shorter words",
            "5:10: page start: reads like grade 36.3, more than 8: use shorter words",
        ),
    ],
    "sections/2-more.yaml": [
        ("at_least: {span: 1}", "at_least: {span: soon}", "21:59: item speed: 'span' needs a number, not text"),
        (
            "id: more\ntitle",
            "id: body\ntitle",
            "sections/1-body.yaml:1:5: section body: the id 'body' is used more than once",
            "1:5: section body: the id 'body' is used more than once",
        ),
        (
            "  - id: more",
            "  - id: signs",
            "sections/1-body.yaml:16:9: page signs: the id 'signs' is used more than once",
            "4:9: page signs: the id 'signs' is used more than once",
        ),
        (
            "id: note",
            "id: tea",
            "findings.yaml:3:74: finding both: 'tea' is answered in words, so it has no options",
            "measures.yaml:2:54: measure caffeine: there is no amount 'tea'",
            "red_flags.yaml:18:106: red flag two: 'tea' is not an amount or measure",
            "25:14: item tea: the id 'tea' is used more than once",
            "26:14: item tea: the id 'tea' is used more than once",
            "triggers.yaml:15:17: plan plan-tea: there is no amount 'tea'",
        ),
        (
            "        options:\n          - {id: fast, text: Fast}\n",
            "",
            "red_flags.yaml:5:44: red flag weak: speed has no option 'fast'",
            "16:9: item speed: needs options",
        ),
        ("text: Words,", "text: Words, none: No,", "26:26: item note: an item of type text has no options"),
        (
            "at_least: {span: 1}",
            "at_least: {caffeine: 1}",
            "measures.yaml:3:5: measure span: is worked out, but nothing uses it",
            "21:23: item speed: can only depend on items before it, not on 'tea'",
        ),
        ("findings: [lost]", "findings: [both]", "21:23: item speed: can only depend on items before it, not on 'tea'"),
        ("findings: [lost]", "findings: [lots]", "21:35: item speed: there is no finding 'lots', did you mean 'lost'?"),
        (
            "role: habit,",
            "role: habit, optional: 'true',",
            "25:56: item tea: 'optional' needs true or false, not text: write it without quotes",
        ),
        ("pages:\n  - id: more", "pages: []\nmore:\n  - id: more", "4:1: section more: unknown key 'more'"),
        (
            "findings: [lost],",
            "any: [{has: {places: [none]}, count_at_least: {places: 1}}],",
            "21:30: item speed: can never hold: no answer to 'places' fits all of the condition",
        ),
        (
            "      - {id: note,",
            "      - {id: milk, type: text, role: habit, text: Milk, brief: Milk}\n      - {id: note,",
            "26:9: item milk: is asked, but nothing uses the answer",
        ),
    ],
    "red_flags.yaml": [
        (
            "has: {speed: [fast]}",
            "hass: {speed: [fast]}",
            "5:30: red flag weak: unknown key 'hass', did you mean 'has'?",
        ),
        ("red_flags:", "red_flag:", "1:1: needs the key 'red_flags' with a list, and nothing else"),
        (
            "    sources: [nhs]\n  - id: long",
            "    sources: nhs\n  - id: long",
            "8:14: red flag weak: 'sources' needs a list, not text",
        ),
        (
            "id: long",
            "id: weak",
            "2:9: red flag weak: the id 'weak' is used more than once",
            "9:9: red flag weak: the id 'weak' is used more than once",
        ),
        ("{at_least: {days: 14}}", "{}", "12:18: red flag long: a condition needs at least one part"),
        (
            "at_least: {days: 14}",
            "at_least: {day: 14}",
            "12:35: red flag long: there is no amount or measure 'day', did you mean 'days'?",
        ),
        ("at_least: {days: 14}", "at_most: {tasks: 14}", "12:36: red flag long: 'tasks' is not an amount or measure"),
        (
            "at_least: {days: 14}",
            "has: {note: [x]}",
            "12:31: red flag long: 'note' is answered in words, so it has no options",
        ),
        (
            "count_at_least: {places: 2}",
            "count_at_least: {tasks: 2}",
            "12:67: red flag long: 'tasks' is not a list of options, so there is nothing to count",
        ),
        (
            "has: {speed: [fast]}",
            "has: {speed: [fast, fats]}",
            "5:50: red flag weak: speed has no option 'fats', did you mean 'fast'?",
        ),
        ("has: {speed: [fast]}", "has: {speed: []}", "5:43: red flag weak: needs at least one option"),
        (
            "has: {speed: [fast]}",
            "has: {tea: [much]}",
            "5:42: red flag weak: tea has no option 'much'",
            "sections/2-more.yaml:16:9: item speed: is asked, but nothing uses the answer",
        ),
        (
            "findings: [both]",
            "findings: [bot]",
            "findings.yaml:3:5: finding both: no condition uses it",
            "5:23: red flag weak: there is no finding 'bot', did you mean 'both'?",
        ),
        (
            "{at_least: {days: 14}}",
            "{has: {places: [none]}}",
            "12:33: red flag long: a red flag can't rest on the answer 'none' to places",
        ),
        (
            "{slurred: [days]}",
            '{slurred: ["no"]}',
            "18:54: red flag two: a red flag can't rest on the answer 'no' to slurred",
        ),
        (
            "{slurred: [days]}",
            "{slurred: [unknown]}",
            "18:55: red flag two: 'unknown' counts as any time without being named",
        ),
        (
            "id: two",
            "id: slurred_soon",
            "15:9: red flag slurred_soon: 'slurred_soon' is the red flag of a cell of 'slurred' already",
        ),
        ("number: 2", "number: 4", "18:30: red flag two: 'number' must be from 1 to 3, as many as are counted"),
        ("number: 2", "number: 0", "18:30: red flag two: 'number' must be from 1 to 3, as many as are counted"),
        (
            '[{has: {slurred: [days]}}, {has: {tasks: ["yes"]}}, {at_least: {tea: 20}}]',
            "[]",
            "18:37: red flag two: needs something to count",
        ),
        (
            "number: 2, ",
            "numbr: 2, ",
            "18:21: red flag two: the key 'number' is missing",
            "18:22: red flag two: unknown key 'numbr', did you mean 'number'?",
        ),
        (
            "has: {speed: [fast]}",
            "has: {speed: [fast, not_sure]}",
            "5:43: red flag weak: a red flag can't rest on the answer 'not_sure' to speed",
        ),
        (
            "disposition: routine",
            "disposition: routine\n    if_unsure: soon",
            "12:16: red flag long: can't be more urgent than the red flag itself",
        ),
        ("disposition: routine", "disposition: self_care", "11:18: red flag long: a red flag can't lead to self_care"),
        (
            '    say: "{you} cannot."\n',
            "",
            "2:5: red flag weak: an emergency needs the key 'say': what to tell the emergency services",
        ),
        (
            "at_least: {days: 14}",
            "at_least: {days: 14}, at_most: {days: 13}",
            "12:18: red flag long: can never hold: no answer to 'days' fits all of the condition",
        ),
        (
            "at_least: {days: 14}",
            "at_least: {days: 901}",
            "12:18: red flag long: can never hold: no answer to 'days' fits all of the condition",
        ),
        (
            "at_least: {days: 14}",
            "at_least: {days: 14}, has: {days: [not_sure]}",
            "12:18: red flag long: can never hold: no answer to 'days' fits all of the condition",
            "12:53: red flag long: a red flag can't rest on the answer 'not_sure' to days",
        ),
        (
            "count_at_least: {places: 2}",
            "count_at_least: {places: 3}",
            "12:42: red flag long: can never hold: no answer to 'places' fits all of the condition",
        ),
        (
            "count_at_least: {places: 2}",
            "count_at_least: {places: 1.5}",
            "12:68: red flag long: 'places' needs a whole number, without a point",
        ),
        (
            "count_at_least: {places: 2}",
            "count_at_least: {places: 0}",
            "12:68: red flag long: needs a count of at least 1",
        ),
        (
            "count_at_least: {places: 2}",
            "count_at_least: [places]",
            "12:59: red flag long: 'count_at_least' needs keys with values, not a list",
        ),
        (
            "disposition: routine",
            "disposition: 5",
            "11:18: red flag long: '5' is not one of self_care, routine, soon, same_day, emergency",
        ),
        (
            "brief: Weak\n    disposition: emergency",
            "brif: [Weak]\n    disposition: 5",
            "2:5: red flag weak: the key 'brief' is missing",
            "3:5: red flag weak: unknown key 'brif', did you mean 'brief'?",
            "4:18: red flag weak: '5' is not one of self_care, routine, soon, same_day, emergency",
        ),
        ("  - id: long\n    brief: Long", "  - brief: Long", "9:5: red flag number 2: the key 'id' is missing"),
        (
            "has: {speed: [fast]}",
            "has: {sped: [fast]}",
            "5:42: red flag weak: there is no item 'sped', did you mean 'speed'?",
            "sections/2-more.yaml:16:9: item speed: is asked, but nothing uses the answer",
        ),
    ],
    "sections/3-time.yaml": [
        (
            "course: since",
            "course: sinse",
            "courses.yaml:2:5: course since: no row has it",
            "12:17: item slurred: there is no course 'sinse', did you mean 'since'?",
        ),
        (
            "type: choice\n",
            "type: text\n",
            "red_flags.yaml:18:54: red flag two: 'slurred' is answered in words, so it has no options",
            "12:17: item slurred: an item of type text is no row",
            "25:39: item spit: 'slurred' is answered in words, so it has no options",
        ),
        (
            "as_ever: As ever",
            "as_ever: As ever\n        times: [today, days, weks]",
            "16:30: item slurred: the course since has no 'weks'",
        ),
        (
            "as_ever: As ever",
            "as_ever: As ever\n        options: [{id: hours, text: Hours}]",
            "16:18: item slurred: a row has the options of its course, and none of its own",
        ),
        (
            "    none: None of these\n",
            "",
            "8:9: item slurred: a row needs the words 'none' and 'not_sure' of its page",
            "19:9: item spit: a row needs the words 'none' and 'not_sure' of its page",
        ),
        (
            "    not_sure: Not sure\n",
            "",
            "8:9: item slurred: a row needs the words 'none' and 'not_sure' of its page",
            "19:9: item spit: a row needs the words 'none' and 'not_sure' of its page",
        ),
        (
            "times: [today]",
            "times: [today, weeks]",
            "18:29: item slurred, cell emergency: 'weeks' is no time of slurred",
        ),
        (
            "times: [today]",
            "times: [today, unknown]",
            "18:29: item slurred, cell emergency: 'unknown' has the highest level of its row without being named",
        ),
        (
            "        as_ever: As ever\n",
            "",
            "18:28: item slurred, cell soon: 'as_ever' is no time of slurred",
        ),
        (
            "times: [days, as_ever]",
            "times: [days, today]",
            "19:28: item slurred, cell soon: 'today' has a level already",
        ),
        ("times: [today]", "times: []", "18:21: item slurred, cell emergency: needs at least one time"),
        (
            "level: soon",
            "level: emergency, say: Now.",
            "18:11: item slurred: has two cells of one level: name all their times in one",
        ),
        (
            ', say: "{you} slur."',
            "",
            "18:13: item slurred, cell emergency: an emergency needs the key 'say': what to tell the emergency "
            "services",
        ),
        (
            "        matters: Why.\n",
            "",
            "17:13: item slurred, cell emergency: needs 'text', or its row 'matters': why it counts",
            "18:13: item slurred, cell soon: needs 'text', or its row 'matters': why it counts",
        ),
        (
            "level: same_day",
            "level: self_care",
            "29:37: item spit, cell self_care: a sign can't lead to self_care: leave the cell out",
        ),
        (
            "level: soon",
            "level: sooon",
            "19:45: item slurred, cell sooon: 'sooon' is not one of self_care, routine, soon, same_day, emergency, "
            "did you mean 'soon'?",
        ),
        (
            "sources: [nhs]}\n      - id: spit",
            "sources: []}\n      - id: spit",
            "19:60: item slurred, cell soon: needs at least one source",
        ),
        (
            "under: slurred",
            "under: slured",
            "24:16: item spit: there is no row 'slured' on its page, did you mean 'slurred'?",
        ),
        (
            "        enabled_when: {has: {slurred: [today, days]}}\n",
            "",
            "24:16: item spit: needs 'enabled_when' with 'slurred', so that it is asked where that is ticked",
        ),
        (
            "enabled_when: {has: {slurred: [today, days]}}",
            "enabled_when: {any: [{has: {slurred: [today, days]}}]}",
            "24:16: item spit: needs 'enabled_when' with 'slurred', so that it is asked where that is ticked",
        ),
        (
            "[today, days]}}",
            "[today, unknown]}}",
            "25:47: item spit: 'unknown' counts as any time without being named",
        ),
        (
            "      - id: spit\n",
            "      - {id: cough, type: choice, role: warning, course: whether, text: C, brief: C}\n      - id: spit\n",
            "20:9: item cough: is asked, but nothing uses the answer",
            "25:16: item spit: must stand right after 'slurred'",
        ),
        (
            "        course: whether\n",
            "        options: [{id: 'yes', text: 'Yes'}]\n        not_sure: Not sure\n",
            "courses.yaml:8:5: course whether: no row has it",
            "25:16: item spit: only a row has 'under', an item with a 'course'",
            "30:11: item spit: only a row has 'cells', an item with a 'course'",
        ),
    ],
    "courses.yaml": [
        (
            "  - {id: whether",
            "  - {id: whether, options: [{id: 'yes', text: Y}]}\n  - {id: whether",
            "8:10: course whether: the id 'whether' is used more than once",
            "9:10: course whether: the id 'whether' is used more than once",
        ),
        ("    ask: Since when?\n", "", "2:5: course since: needs the key 'ask': the question that its options answer"),
        (
            "id: unknown",
            "id: days",
            "6:14: course since, option days: the option is used more than once",
            "7:14: course since, option days: the option is used more than once",
        ),
        ("id: unknown", "id: as_ever", "7:14: course since, option as_ever: 'as_ever' is an answer of every row"),
        (
            'options: [{id: "yes", text: "Yes"}]',
            "options: []",
            "8:28: course whether: needs options",
        ),
        (
            "text: Today",
            "txt: Today",
            "5:9: course since, option today: the key 'text' is missing",
            "5:21: course since, option today: unknown key 'txt', did you mean 'text'?",
        ),
    ],
    "topics.yaml": [
        ("topics: [", "more: 1\ntopics: [", "1:1: needs the key 'topics' with a list, and nothing else"),
        ("title: Why,", "title: Why, title: Why,", "1:32: 'title' stands here again (first in line 1)"),
        (
            "id: why-1",
            "id: calm",
            "reassurances.yaml:1:21: statement calm: the id 'calm' is used more than once",
            "1:50: statement calm: the id 'calm' is used more than once",
        ),
        ("sources: [nhs]", "sources: []", "1:77: statement why-1: needs at least one source"),
        (
            "sources: [nhs]",
            "sources: [nhs, nhss]",
            "1:83: statement why-1: there is no source 'nhss', did you mean 'nhs'?",
        ),
        (
            "text: So.",
            'text: "{yuo} and {date}."',
            "1:63: statement why-1: there is nothing to fill {date} with",
            "1:63: statement why-1: there is nothing to fill {yuo} with, did you mean 'you'?",
        ),
        (
            "topics: [{id: why, title: Why,",
            "topics: [text, {id: why, title: Why,",
            "1:10: topic number 1: needs keys with values, not text",
        ),
        ("title: Why", "title: 'Why {date}'", "1:27: topic why: there is nothing to fill {date} with"),
    ],
    "measures.yaml": [
        (
            "id: span",
            "id: days",
            "3:10: measure days: the id 'days' is used more than once",
            "sections/1-body.yaml:15:14: item days: the id 'days' is used more than once",
            "sections/2-more.yaml:21:59: item speed: there is no amount or measure 'span'",
        ),
        ("guide: 400, sources: [nhs]", "guide: 400", "2:5: measure caffeine: needs at least one source"),
        (
            "terms: {tea: 50}",
            "terms: {tee: 50}",
            "2:54: measure caffeine: there is no amount 'tee', did you mean 'tea'?",
        ),
        ("terms: {tea: 50}", "terms: {tasks: 50}", "2:54: measure caffeine: there is no amount 'tasks'"),
        (
            "scored: [tasks]",
            "scored: [tea]",
            "3:67: measure span: there is no item with options 'tea'",
            "sections/2-more.yaml:21:23: item speed: can only depend on items before it, not on 'tea'",
        ),
        (
            "terms: {tea: 50}",
            "terms: {tea: -50}",
            "2:60: measure caffeine: a factor must be above 0",
            "triggers.yaml:7:22: trigger caffeine: can never hold: no answer to 'caffeine' fits all of the condition",
        ),
        (
            "terms: {tea: 50}, ",
            "",
            "2:5: measure caffeine: needs 'terms' or 'scored': what it is worked out from",
            "triggers.yaml:7:22: trigger caffeine: can never hold: no answer to 'caffeine' fits all of the condition",
        ),
        ("guide: 400", "guide: -1", "2:72: measure caffeine: 'guide' must be from 0 to 1e+06"),
        (
            "- {id: span,",
            "- {id: idle, brief: Idle, unit: days, terms: {days: 1}}\n  - {id: span,",
            "3:5: measure idle: is worked out, but nothing uses it",
        ),
    ],
    "findings.yaml": [
        (
            'has: {tasks: ["yes"]}',
            "findings: [both]",
            "2:45: finding lost: depends on itself",
            "3:35: finding both: depends on itself",
        ),
        ('has: {tasks: ["yes"]}', "all: [{findings: [lost]}]", "2:45: finding lost: depends on itself"),
        (
            'tasks: ["yes"]',
            "tasks: [not_sure]",
            "red_flags.yaml:5:23: red flag weak: a red flag can't rest on the answer 'not_sure' to tasks",
        ),
        ('has: {tasks: ["yes"]}', "findings: [nope]", "2:57: finding lost: there is no finding 'nope'"),
        (
            "  - {id: both,",
            '  - {id: idle, text: Idle., when: {has: {tasks: ["yes"]}}}\n  - {id: both,',
            "3:5: finding idle: no condition uses it",
        ),
        ('has: {tasks: ["yes"]}', "any: [{findings: [lost]}]", "2:45: finding lost: depends on itself"),
        (
            "has: {tea: [not_sure]}",
            "findings: [" + "lost, " * 25 + "lost]",
            "3:35: finding both: is made of more than 24 other findings",
        ),
    ],
    "triggers.yaml": [
        (
            "    text: Why.\n    sources: [nhs]",
            "    text: Why.\n    sources: []",
            "5:14: trigger caffeine: needs at least one source",
        ),
        (
            "shown: [caffeine]",
            "shown: [coffee]",
            "6:13: trigger caffeine: there is no item or measure 'coffee', did you mean 'caffeine'?",
        ),
        ("points: 1", "points: 0", "7:59: trigger caffeine: 'points' must be from 1 to 100"),
        ("points: 1", "points: many", "7:59: trigger caffeine: 'points' needs a whole number, not text"),
        (
            "at_least: {caffeine: 200}}",
            "at_least: {caffeine: 2001}}",
            "7:22: trigger caffeine: can never hold: no answer to 'caffeine' fits all of the condition",
        ),
        ("points: 1, sources: [nhs]", "points: 1, sources: []", "7:71: trigger caffeine: needs at least one source"),
        (
            "id: less-tea,",
            "id: less-tea, when: {at_least: {caffeine: 300}, at_most: {caffeine: 299}},",
            "8:35: statement less-tea: is never shown: no answer to 'caffeine' fits all of the condition",
        ),
        (
            "amounts: [tea]",
            "amounts: [tae, tasks]",
            "15:17: plan plan-tea: there is no amount 'tae', did you mean 'tea'?",
            "15:22: plan plan-tea: there is no amount 'tasks'",
        ),
        (
            "amounts: [tea]",
            "amounts: [tea]\n      when: {has: {who: [me]}}",
            "16:13: plan plan-tea: a plan has no 'when': 'unless' says where it is not offered",
        ),
        (
            '{tasks: ["yes"]}',
            "{tasks: [yess]}",
            "16:30: plan plan-tea: tasks has no option 'yess', did you mean 'yes'?",
        ),
        (
            '{has: {tasks: ["yes"]}}',
            '{has: {tasks: ["yes"]}, all: [{has: {tasks: ["no"]}}]}',
            "16:15: plan plan-tea: can never hold: no answer to 'tasks' fits all of the condition",
        ),
        (
            "id: plan-tea",
            "id: less-tea",
            "8:19: statement less-tea: the id 'less-tea' is used more than once",
            "10:11: plan less-tea: the id 'less-tea' is used more than once",
        ),
        ("      aim: A cup.\n", "", "10:7: plan plan-tea: the key 'aim' is missing"),
        (
            "One cup.",
            "'If {yuo} had one.'",
            "14:16: plan plan-tea: there is nothing to fill {yuo} with, did you mean 'you'?",
        ),
        ("}}\n      sources: [nhs]", "}}\n      sources: []", "17:16: plan plan-tea: needs at least one source"),
    ],
    "later.yaml": [
        ("brake_days: 7", "brake_days: 0", "1:13: later: 'brake_days' must be from 1 to 60"),
        (
            '[{id: brake, text: "Wait until {date}.", sources: [ours]}]',
            "[]",
            "2:8: later: 'brake' needs at least one entry",
        ),
        ("[{id: diary, text: Try it., sources: [ours]}]", "[]", "3:8: later: 'diary' needs at least one entry"),
        (
            "  more: {",
            "  mroe: {",
            "7:3: later: has no verdict 'more'",
            "9:9: statement more: there is no verdict 'mroe', did you mean 'more'?",
        ),
        ("little, ", "", "14:10: later: needs 5 different words, from none to all day"),
        ("little, ", "little, less, ", "14:10: later: needs 5 different words, from none to all day"),
        ("little, ", "none, ", "14:10: later: needs 5 different words, from none to all day"),
        ("little, ", "' ', ", "14:10: later: needs 5 different words, from none to all day"),
        ("Do it.", "'By {date}.'", "4:34: statement worry: there is nothing to fill {date} with"),
        ("Too early.", "'Now {usual}.'", "7:32: statement early: there is nothing to fill {usual} with"),
        (
            "Do it., sources: [ours]",
            "Do it., sources: []",
            "4:51: statement worry: needs at least one source",
        ),
        (
            "id: stop",
            "id: brake",
            "2:14: statement brake: the id 'brake' is used more than once",
            "13:12: statement brake: the id 'brake' is used more than once",
        ),
    ],
    "considerations.yaml": [
        ("sources: [nhs]", "sources: []", "2:51: consideration nerve: needs at least one source"),
    ],
    "care_levels.yaml": [
        (
            "  - id: soon\n",
            "  - id: routine\n",
            "12:9: care level routine: the id 'routine' is used more than once",
            "22:9: care level routine: the id 'routine' is used more than once",
            "edition.yaml:1:1: edition: there is no care level 'soon'",
        ),
        (
            "if_unsure: self_care\n    summary: [{id: sum-routine",
            "if_unsure: soon\n    summary: [{id: sum-routine",
            "16:16: care level routine: can't be more urgent than the care level itself",
        ),
        (
            "[{id: adv-soon, text: Advice., sources: [nhs]}]",
            "[]",
            "28:13: care level soon: 'advice' needs at least one entry",
        ),
        (
            '\n      - {id: rev-soon, text: "By {date}.", after_days: 14, since_onset: days, sources: [nhs]}',
            " []",
            "30:14: care level soon: 'reviews' needs at least one entry",
        ),
        (
            "{id: rev-soon,",
            "{id: rev-soon, when: {has: {who: [me]}},",
            "31:30: review rev-soon: the last review must hold for everybody",
        ),
        (
            "since_onset: days, sources: [nhs]}\n  - id: routine",
            "since_onset: day, sources: [nhs]}\n  - id: routine",
            "11:78: review rev-self_care: there is no item 'day', did you mean 'days'?",
        ),
        (
            "reviews:\n      - {id: rev-soon,",
            "reviews:\n      - {id: rev-all, text: Now., after_days: 0, sources: [nhs]}\n      - {id: rev-soon,",
            "31:9: review rev-all: holds for everybody, so the reviews after it are never shown",
        ),
        ("after_days: 14", "after_days: -1", "11:61: review rev-self_care: 'after_days' must be from 0 to 3650"),
        (
            "text: Summary.",
            "text: 'Summary {reasn}'",
            "7:41: statement sum-self_care: there is nothing to fill {reasn} with",
        ),
        (
            "text: Summary.",
            "text: 'Summary {date}'",
            "7:41: statement sum-self_care: there is nothing to fill {date} with",
        ),
    ],
    "sheet_blocks.yaml": [
        (
            "[days, caffeine",
            "[days, cafeine",
            "1:61: sheet block course: there is no item or measure 'cafeine', did you mean 'caffeine'?",
        ),
        (
            "still_there]}",
            "still_there], said: {days: '{answr} ago', tea: x}, denied: {tea: x}, as_trigger: [tea]}",
            "1:91: sheet block course: 'tea' is none of the block's subjects",
            "1:98: sheet block course: there is nothing to fill {answr} with, did you mean 'answer'?",
            "1:130: sheet block course: 'tea' is none of the block's subjects",
            "1:152: sheet block course: 'tea' is none of the block's subjects",
        ),
        (
            "still_there]}",
            "still_there], blank: {options: [more], text: 'since ____'}}",
            "1:103: sheet block course: no row of the block has 'more'",
        ),
        ("still_there]", "]", "sections/1-body.yaml:29:9: item still_there: is asked, but nothing uses the answer"),
    ],
    "emergency_numbers.yaml": [
        (
            'number: "144"',
            "number: 144",
            "1:58: emergency number AT: 'number' needs text, not a number: put it in quotes",
        ),
        (
            "[{country: AT,",
            '[{country: AT, name: Again, number: "1", sources: [nhs]}, {country: AT,',
            "1:31: emergency number AT: the country 'AT' is used more than once",
            "1:88: emergency number AT: the country 'AT' is used more than once",
        ),
        (
            "sources: [nhs]",
            "sources: [nsh]",
            "1:75: emergency number AT: there is no source 'nsh', did you mean 'nhs'?",
        ),
    ],
    "sources.yaml": [
        (
            "https://nhs.example/",
            "http://nhs.example/",
            "8:10: source nhs: needs the publisher's link, which starts with https://",
        ),
        (
            "    url: https://nhs.example/twitching\n",
            "",
            "publishers.yaml:2:5: publisher nhs.example: no source leads there",
            "2:5: source nhs: needs the publisher's link, which starts with https://",
        ),
        (
            "https://nhs.example/",
            "https://nsh.example/",
            "publishers.yaml:2:5: publisher nhs.example: no source leads there",
            "8:10: source nhs: leads to 'nsh.example', which is no publisher of publishers.yaml, "
            "did you mean 'nhs.example'?",
        ),
        ("kind: public_body", "kind: paper", "8:10: source nhs: 'NHS' does not publish the kind paper"),
        (
            "kind: public_body",
            "kind: blog",
            "4:11: source nhs: 'blog' is not one of guideline, public_body, society, paper, charity, leaflet, "
            "number_list, press, article, decision",
        ),
        ("title: Twitching", "title: ''", "5:12: source nhs: 'title' is empty"),
        ("    title: Twitching\n", "", "2:5: source nhs: the key 'title' is missing"),
        ("publisher: NHS", "publisher: ' '", "6:16: source nhs: 'publisher' is empty"),
        ("    year: 2023\n", "", "2:5: source nhs: needs a year, or 'undated: true' where the page bears none"),
        ("year: 2023", "year: 20260", "7:11: source nhs: 'year' must be from 1800 to 2200"),
        (
            "    year: 2023\n",
            "    year: 2023\n    undated: true\n",
            "8:14: source nhs: has a year: leave out 'undated'",
        ),
        (
            '    read: {access: copy, on: "2026-11-23", where: mirror.example}\n',
            "",
            "2:5: source nhs: needs 'read': how far it was read, and when",
        ),
        (', on: "2026-11-23"', "", "9:11: source nhs: needs the date it was read, like 2026-11-25"),
        ("2026-11-23", "2026-23-11", "9:30: source nhs: needs the date it was read, like 2026-11-25"),
        ("2026-11-23", "20261123", "9:30: source nhs: needs the date it was read, like 2026-11-25"),
        ("access: copy", "access: not_read", "9:34: source nhs: was not read: leave out the date"),
        (", where: mirror.example", "", "9:11: source nhs: needs 'where': a copy stands somewhere else"),
        (
            "access: copy",
            "access: skimmed",
            "9:20: source nhs: 'skimmed' is not one of original, copy, excerpt, not_read",
        ),
        (
            "publisher: Us, ",
            "publisher: Us, url: https://nhs.example/us, ",
            "10:86: source ours: a source of the kind decision has no link",
        ),
        (
            "  - {id: ours",
            "  - {id: idle, tag: Idle, kind: guideline, title: Idle, publisher: Idle, undated: true, "
            "url: https://www.nhs.example/idle, read: {access: not_read}}\n  - {id: ours",
            "10:5: source idle: is never cited",
            "10:94: source idle: leads to 'www.nhs.example', which is no publisher of publishers.yaml, "
            "did you mean 'nhs.example'?",
        ),
        (
            "  - {id: ours",
            "  - {id: idle, tag: Idle, kind: guideline, title: Idle, publisher: Idle, undated: true, "
            "url: https://NHS.example/Twitching/, read: {access: not_read}}\n  - {id: ours",
            "10:5: source idle: is never cited",
            "10:94: source idle: leads to the page of the source 'nhs'",
        ),
    ],
    "publishers.yaml": [
        (
            "publishers:\n",
            "publishers:\n  - {host: idle.example, name: Idle, publishes: [paper]}\n",
            "2:5: publisher idle.example: no source leads there",
        ),
        (
            "publishers:\n",
            "publishers:\n  - {host: nhs.example, name: Again, publishes: [public_body]}\n",
            "2:12: publisher nhs.example: the host 'nhs.example' is listed more than once",
            "3:12: publisher nhs.example: the host 'nhs.example' is listed more than once",
        ),
        (
            "[guideline, public_body]",
            "[guideline, press, public_bodies]",
            "2:66: publisher nhs.example: 'public_bodies' is not one of guideline, public_body, society, paper, "
            "charity, leaflet, number_list, press, article, decision, did you mean 'public_body'?",
        ),
    ],
    "glossary.yaml": [
        ("names: [Tea]", "names: [Tea, Coffee]", "3:14: glossary: no text uses 'Coffee'"),
        (
            "names: [Tea]",
            "names: [Tea, tea]",
            "3:9: glossary: 'Tea' is listed more than once",
            "3:14: glossary: 'tea' is listed more than once",
        ),
        ("names: [Tea]\n", "", "1:1: glossary: the key 'names' is missing"),
        (
            "hard_words: {",
            "hard_words: {good: 1, ",
            "4:20: glossary: 'good' needs text, not a number: put it in quotes",
        ),
        (
            "{term: calm,",
            "{term: advice,",
            "reassurances.yaml:1:33: statement calm: 'calm' is a hard word: say 'ok', or explain it in glossary.yaml",
        ),
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


def test_the_press_may_speak_for_a_telephone_number_and_for_nothing_else(broken: Broken) -> None:
    paper = (
        "sources.yaml",
        "  - {id: ours",
        "  - {id: daily, tag: Daily, kind: press, title: Call, publisher: Daily, year: 2020, "
        "url: https://daily.example/call, read: {access: original, on: '2026-11-23'}}\n  - {id: ours",
    )
    host = ("publishers.yaml", "publishers:\n", "publishers:\n  - {host: daily.example, name: D, publishes: [press]}\n")
    number = ("emergency_numbers.yaml", "sources: [nhs]", "sources: [nhs, daily]")
    assert broken(paper, host, number) == []
    calm = ("reassurances.yaml", "sources: [nhs]", "sources: [nhs, daily]")
    (told,) = broken(calm)
    assert told.endswith("a source of the kind press may speak for telephone numbers only")

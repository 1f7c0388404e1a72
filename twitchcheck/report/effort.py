"""How much a check asks of a person with these answers: screens, questions, options to read, clicks and keys.

The rules of counting, from the questionnaire and the answers alone:

- Screens are the start, each page with a question that is asked, the review and the result.
- A question is one item that is asked. The rows and amounts that one "none of these" answers are one question
  together, and each row that is ticked asks one more where it has times.
- Options are those to read: of a list all, of rows each row, and the times in sight that a ticked row opens.
  "None of these", "not sure" and tucked times don't count.
- A click is one tick, one time, one "none of these" or "not sure", one field to type in, one unit other than the first,
  and one "Continue". With something ticked, "Continue" alone makes the untouched rows "no". What is typed is no click.
- A key is one press: Down from row to row, Tab from question to question, arrows along times, Space to choose, each
  character that is typed, and Enter to go on. A page begins at its first answer. An amount left at "none of these" is
  not touched.
"""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from twitchcheck.questionnaire.answers import Answers
from twitchcheck.questionnaire.facts import Facts
from twitchcheck.questionnaire.items import NO, NONE, NOT_SURE, AnswerOption, Item, ItemType, Page
from twitchcheck.questionnaire.phrases import has_times

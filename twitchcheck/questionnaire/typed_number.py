"""A number as a person types it: kept as typed, and judged aloud. It never becomes another number."""

import re
from typing import NamedTuple
from unicodedata import decimal

_NUMBER = re.compile(r"(\d+)(?:[.,](\d*))?|[.,](\d+)", re.ASCII)
_SIGNS = str.maketrans(
    {"\N{ARABIC DECIMAL SEPARATOR}": ".", "\N{FULLWIDTH FULL STOP}": ".", "\N{FULLWIDTH COMMA}": ","}
)
_GROUP = 3
"""So many digits behind a point or comma may mean thousands as well as parts."""


class Typed(NamedTuple):
    """What was typed: its `value`, or the `problem` with it in one sentence. Neither where nothing was typed."""

    value: float | None = None
    problem: str = ""


def judged(text: str, name: str, minimum: float, maximum: float) -> Typed:
    """The number in `text`, an answer to what is called `name` ("Age"), from `minimum` to `maximum`.

    A point and a comma are both decimal signs, whatever the language of the system, and decimal digits of every
    script count. With three digits behind the sign it could mean thousands too: that is asked, not guessed.
    """
    typed = text.strip()
    if not typed:
        return Typed()
    plain = "".join(str(decimal(one)) if one.isdecimal() else one for one in typed.translate(_SIGNS))
    found = _NUMBER.fullmatch(plain)
    if found is None:
        return Typed(problem=f"{name} needs a number, such as 5 or 7.5. You typed “{typed}”.")
    if found[2] is not None and len(found[2]) == _GROUP:
        return Typed(problem=f"“{typed}” can be read in two ways. Please type it without the point or comma.")
    value = float(plain.replace(",", "."))
    if value > maximum:
        return Typed(problem=f"{name} goes to {maximum:.10g}. You typed {typed}.")
    if value < minimum:
        return Typed(problem=f"{name} starts at {minimum:.10g}. You typed {typed}.")
    return Typed(value)

"""A problem in a file, said in one line with the place where it is."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from msgspec import Struct
from msgspec.structs import astuple

MAX_QUOTED = 60
"""How much of a word from a file is repeated in a message."""


MAX_MESSAGE = 500
"""How long a message gets, whatever it repeats."""


def printable(text: str) -> str:
    """A text from a file on one line, without control characters."""
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text)


class Problem(Struct, frozen=True, order=True):
    """What is wrong and where; line and column count from 1, 0 when there is no place in the file."""

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        file = printable(self.file)
        place = f"{file}:{self.line}:{self.column}" if self.line else file
        message = printable(self.message)
        return f"{place}: {message[:MAX_MESSAGE]}…" if len(message) > MAX_MESSAGE else f"{place}: {message}"


class ProblemsError(ValueError):
    """Input that can't be used; `problems` holds every problem found, in the order of the file."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = tuple(sorted(problems, key=astuple))

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


def unreadable(name: str, error: OSError) -> Problem:
    """That a file can't be read, and why."""
    return Problem(name, 0, 0, f"can't be read: {error.strerror or error}")


def quoted(word: object) -> str:
    """A word from a file as it may stand in a one-line message."""
    text = printable(str(word))
    return f"'{text[:MAX_QUOTED]}…'" if len(text) > MAX_QUOTED else f"'{text}'"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """ ", did you mean 'x'?" when a known word is near; "" otherwise."""
    near = get_close_matches(word[:MAX_QUOTED], list(known), n=1)
    return f", did you mean '{near[0]}'?" if near else ""

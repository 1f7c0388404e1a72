"""Everything that can be told about a content folder before a person sees it: `twitchcheck check-content`."""

from itertools import chain
from pathlib import Path

from twitchcheck.content.checks import cross_check, loose_ends
from twitchcheck.content.checks.words import word_problems
from twitchcheck.content.entries import file_names
from twitchcheck.content.folder import content_files
from twitchcheck.content.loader import Content, read_folder
from twitchcheck.content.problems import Problem, ProblemsError, did_you_mean
from twitchcheck.content.reading_grade import ReadingGrade


def check(folder: Path) -> tuple[Problem, ...]:
    """Every problem in a content folder, in the order of the files; none when it is ready to be shown.

    The parts are checked against each other once every file has the right form; the reading grade only where its
    library is installed (see `reading_summary`).
    """
    strays = _stray_files(folder)
    try:
        content = read_folder(folder)
    except ProblemsError as error:
        return tuple(sorted((*error.problems, *strays)))
    complaints = chain(
        cross_check(content.protocol),
        loose_ends(content.protocol),
        word_problems(content.protocol, content.glossary),
        _reading_grade(content).problems(),
    )
    return tuple(sorted((*(content.problem(complaint) for complaint in complaints), *strays)))


def reading_summary(folder: Path) -> str:
    """One line about the reading grade: mean and worst, or why it was not measured.

    Raises ProblemsError where a file has not the right form.
    """
    return _reading_grade(read_folder(folder)).summary()


def _reading_grade(content: Content) -> ReadingGrade:
    return ReadingGrade(content.protocol, content.glossary)


def _stray_files(folder: Path) -> list[Problem]:
    """YAML files that nothing reads."""
    known = file_names(folder)
    names = [path.relative_to(folder).as_posix() for path in content_files(folder)]
    return [
        Problem(name, 1, 1, f"is not a file of the content{did_you_mean(name, known)}")
        for name in names
        if name not in known
    ]

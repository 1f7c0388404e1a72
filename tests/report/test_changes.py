"""The list of changes: it is about this version, and as easy to read as everything else that is shown."""

from twitchcheck import __version__
from twitchcheck.content.loader import read_folder
from twitchcheck.content.reading_grade import MOST, ReadingGrade
from twitchcheck.report.changes import releases
from twitchcheck.resource_files import changes_file, content_folder


def test_the_programs_version_is_the_first_entry() -> None:
    newest, *_ = releases(changes_file())
    assert newest.version == __version__


def test_every_version_says_what_it_changed_and_none_is_younger_than_the_one_above_it() -> None:
    found = releases(changes_file())
    assert [one.version for one in found if not one.changes] == []
    assert [one.day for one in found] == sorted((one.day for one in found), reverse=True)


def test_no_change_is_hard_to_read() -> None:
    content = read_folder(content_folder())
    measure = ReadingGrade(content.protocol, content.glossary)
    texts = [change for release in releases(changes_file()) for change in release.changes]
    assert texts
    graded = [
        (text, round(grade.grade, 1))
        for text in (*texts, " ".join(texts))
        for grade in measure._grade(content.protocol.edition, (), text)
    ]
    assert [(text, grade) for text, grade in graded if grade > MOST] == []

"""The words that stand in the code of the window are as easy to read as those of the content."""

import ast
from collections.abc import Iterator
from pathlib import Path

import twitchcheck.gui
from twitchcheck.content.loader import read_folder
from twitchcheck.content.reading_grade import MOST, ReadingGrade
from twitchcheck.resource_files import content_folder

_NO_WORDS = set("{};=<>_")
"""Signs of style sheets, markup and names."""


def words_in_code() -> Iterator[str]:
    """Every sentence or phrase that a module of the window holds, as it is shown."""
    for path in sorted(Path(twitchcheck.gui.__path__[0]).rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        described = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in described:
                text = node.value.replace("&", "").strip()
                if " " in text and text[0].isupper() and not _NO_WORDS & set(text):
                    yield text


def test_no_text_of_the_window_is_hard_to_read() -> None:
    content = read_folder(content_folder())
    measure = ReadingGrade(content.protocol, content.glossary)
    texts = list(words_in_code())
    assert "What you have not saved or printed will be gone." in texts
    together = ". ".join(text.rstrip(".") for text in texts)
    graded = [
        (text, grade.grade)
        for text in (*texts, together)
        for grade in measure._grade(content.protocol.edition, (), text)
    ]
    assert len(graded) > 3
    assert [(text, round(grade, 1)) for text, grade in graded if grade > MOST] == []

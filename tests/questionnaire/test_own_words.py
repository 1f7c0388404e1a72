"""Own words: whatever is pasted, what is kept can be shown, saved and read again."""

import json

from hypothesis import given
from hypothesis import strategies as st

from twitchcheck.content.yaml_source import read_bytes
from twitchcheck.questionnaire.own_words import printable

ANYTHING = st.text(st.characters(codec=None), max_size=40)


def test_a_quotation_mark_of_an_old_program_is_what_was_meant() -> None:
    assert printable("it\x92s a twitch\x85") == "it’s a twitch…"


def test_what_is_no_text_becomes_a_mark_that_is_seen() -> None:
    assert printable("a\x00b\x1b[31mc\x81\ud800") == "a�b�[31mc��"


def test_lines_and_tabs_stay() -> None:
    assert printable("one\r\ntwo\rthree\tfour\n") == "one\ntwo\nthree\tfour\n"


@given(ANYTHING)
def test_what_is_kept_can_be_saved_and_read_again(text: str) -> None:
    kept = printable(text)
    assert printable(kept) == kept
    assert read_bytes(json.dumps({"words": kept}).encode(), "mine").value == {"words": kept}

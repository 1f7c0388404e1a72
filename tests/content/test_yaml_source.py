"""YAML's traps: what stays text, what is refused, and where it is said to be."""

from pathlib import Path

import pytest

from twitchcheck.content.problems import Problem, ProblemsError, did_you_mean, quoted
from twitchcheck.content.yaml_source import Plain, read_bytes, read_file


@pytest.mark.parametrize("text", ["yes", "no", "on", "off", "Yes", "True", "NULL", "12:30", "010", "0x1F", "1_000"])
@pytest.mark.parametrize("form", ["a: {}", '{{"a": {}}}', "{{a: {}}}"])
def test_only_what_json_knows_is_more_than_text(text: str, form: str) -> None:
    assert read_bytes(form.format(text).encode(), "f").value == {"a": text}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2026-11-23", "2026-11-23"),
        (".inf", ".inf"),
        ("NaN", "NaN"),
        ("1.", "1."),
        ("+1", "+1"),
        ("9" * 16, "9" * 16),
        ('"1"', "1"),
        ("'true'", "true"),
        ("! 1", 1),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("0", 0),
        ("-12", -12),
        ("1.50", 1.5),
        ("3.3333333333333335", 3.3333333333333335),
        ("1e3", 1000.0),
        ("1E-2", 0.01),
        ("1e999", float("inf")),
        ("|\n two\n lines\n", "two\nlines\n"),
        (r'"\ud83d\ude00 \u00e9 \/ \\ud83d\\ude00"', "😀 é / \\ud83d\\ude00"),
    ],
)
def test_what_a_value_is_read_as(text: str, value: Plain) -> None:
    assert read_bytes(f"a: {text}".encode(), "f").value == {"a": value}


def test_a_merge_key_is_a_key_like_any_other() -> None:
    assert read_bytes(b"<<: {a: 1}\n", "f").value == {"<<": {"a": 1}}


def test_json_is_read_with_tabs_and_with_a_byte_order_mark() -> None:
    assert read_bytes(b'\xef\xbb\xbf{\n\t"a": [1, {"b": null}],\n\t"c":"x"\n}\n', "f").value == {
        "a": [1, {"b": None}],
        "c": "x",
    }


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (b"", "f: is empty"),
        (b" \n\n", "f: is empty"),
        (b"\xef\xbb\xbf", "f: is empty"),
        (b"# only a comment\n", "f: is empty"),
        (b"a: 1\n---\nb: 2\n", "f:2:1: holds more than one document"),
        (b"a: &x 1\nb: *x", "f:1:4: uses a YAML tag or anchor, which is not allowed here"),
        (b"a: &x [1]", "f:1:4: uses a YAML tag or anchor, which is not allowed here"),
        (b"a: 1\nb: *x", "f:2:4: uses an alias (*), which is not allowed here"),
        (b"*x : 1", "f:1:1: uses an alias (*), which is not allowed here"),
        (b"a: !!python/name:os.system 1", "f:1:4: uses a YAML tag or anchor, which is not allowed here"),
        (b"!!set {a, b}", "f:1:1: uses a YAML tag or anchor, which is not allowed here"),
        (b"? [a]\n: b", "f:1:3: uses a list or mapping as a key"),
        (b"{{a: 1}: b}", "f:1:2: uses a list or mapping as a key"),
        (b"a: 1\nb: {c: 1, c: 2}", "f:2:11: 'c' stands here again (first in line 2)"),
        (b"a:\n  b: 1\na: 2", "f:3:1: 'a' stands here again (first in line 1)"),
        (b"'a': 1\n\"\\x61\": 2", "f:2:1: 'a' stands here again (first in line 1)"),
        (
            b"a: 1\na: *x",
            "f:2:1: 'a' stands here again (first in line 1)\nf:2:4: uses an alias (*), which is not allowed here",
        ),
        (b"a: [1, 2", "f:2:1: is not valid YAML: did not find expected ',' or ']'"),
        (b"a: b: c", "f:1:5: is not valid YAML: mapping values are not allowed in this context"),
        (b"a: 1\n\tb: 2", "f:2:1: is not valid YAML: found a tab character that violates indentation"),
        (b'a: "\\ud800"', "f:1:7: is not valid YAML: found invalid Unicode character escape code"),
        (b'a: "\\ude00\\ud83d"', "f:1:7: is not valid YAML: found invalid Unicode character escape code"),
        (b"a: \x00", "f: is not valid YAML: it holds a character that is not text"),
        (b"a: \x1b[31m", "f: is not valid YAML: it holds a character that is not text"),
        (b"\xff", "f:1:1: is not UTF-8 text"),
        ("a: é\nb: é".encode() + b"\xff", "f:2:5: is not UTF-8 text"),
        (b"\xef\xbb\xbfa\n\xff", "f:2:1: is not UTF-8 text"),
        (b"\xed\xa0\x80", "f:1:1: is not UTF-8 text"),  # a lone surrogate
        (b"\xff\xfea\x00", "f:1:1: is not UTF-8 text"),  # UTF-16
        (b"[" * 31, "f:1:31: is nested more than 30 deep"),
        (b"{a: " * 999_999, "f: is larger than 1 MB"),
        (b"[" + b"1," * 100_001, "f:1:200002: has more than 100000 entries"),
    ],
    ids=lambda value: str(value[:40]),
)
def test_what_is_refused_is_told_with_its_place(raw: bytes, problem: str) -> None:
    with pytest.raises(ProblemsError) as caught:
        read_bytes(raw, "f")
    assert str(caught.value) == problem


def test_thirty_levels_and_a_full_megabyte_are_read() -> None:
    assert read_bytes(b"[" * 30 + b"]" * 30, "f").marks[(0,) * 29] == (1, 30)
    assert read_bytes(b"a: " + b"x" * 999_997, "f").value == {"a": "x" * 999_997}


def test_a_file_is_read_or_the_reason_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"a: 1")
    (tmp_path / "large.yaml").write_bytes(b"#" * 2_000_000)
    assert read_file(tmp_path / "a.yaml", "a.yaml").value == {"a": 1}
    for name, problem in (
        ("missing.yaml", "missing.yaml: can't be read: No such file or directory"),
        (".", ".: can't be read: Is a directory"),
        ("large.yaml", "large.yaml: is larger than 1 MB"),
    ):
        with pytest.raises(ProblemsError) as caught:
            read_file(tmp_path / name, name)
        assert str(caught.value) == problem


def test_a_problem_points_to_the_nearest_part_that_the_file_has() -> None:
    document = read_bytes(b"a:\n  - {b: 1}\n", "f")
    assert str(document.problem(("a", 0, "b", "c"), "x")) == "f:2:9: x"
    assert str(document.problem(("a", 0, "z"), "x")) == "f:2:5: x"
    assert str(document.problem(("z",), "x")) == "f:1:1: x"
    assert str(document.key_problem(("a", 0, "b"), "x")) == "f:2:6: x"


def test_problems_stand_in_the_order_of_the_file() -> None:
    error = ProblemsError([Problem("b", 1, 1, "x"), Problem("a", 10, 1, "y"), Problem("a", 9, 2, "z")])
    assert str(error) == "a:9:2: z\na:10:1: y\nb:1:1: x"


def test_a_word_from_a_file_stays_short_and_on_one_line() -> None:
    assert quoted("a\n\x1b[31m") == "'a\N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}[31m'"
    assert quoted("x" * 61) == "'" + "x" * 60 + "…'"
    assert quoted("x" * 60) == "'" + "x" * 60 + "'"
    assert did_you_mean("coffe", ["tea", "coffee"]) == ", did you mean 'coffee'?"
    assert did_you_mean("beer", ["tea", "coffee"]) == ""


def test_a_problem_stays_short_and_on_one_line_whatever_it_repeats() -> None:
    assert (
        str(Problem("a", 1, 2, "no \n\x1b[31m")) == "a:1:2: no \N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}[31m"
    )
    assert str(Problem("a", 1, 2, "x" * 501)) == "a:1:2: " + "x" * 500 + "…"

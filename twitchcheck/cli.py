"""The same from a terminal, and what a reviewer of the content needs. No display, and no Qt but for a PDF."""

import argparse
import datetime
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from twitchcheck import __version__, terminal
from twitchcheck.content import compiled
from twitchcheck.content.answers_file import answers_from
from twitchcheck.content.folder import content_files
from twitchcheck.content.problems import Problem, ProblemsError, quoted, unreadable
from twitchcheck.content.yaml_source import read_bytes, read_file
from twitchcheck.output_file import write_whole
from twitchcheck.questionnaire.answers import Answers
from twitchcheck.questionnaire.items import NO, NONE
from twitchcheck.records.json_text import plain_from
from twitchcheck.records.reading import record_from
from twitchcheck.records.record import Check, Record, last_told
from twitchcheck.records.stored_file import LARGEST as LARGEST_RECORD
from twitchcheck.report import json_document, plain_text, questionnaire_text, web_page
from twitchcheck.report.doctor_sheet import doctor_sheet
from twitchcheck.report.result_view import result_view
from twitchcheck.resource_files import content_folder, vignettes_folder
from twitchcheck.rules.assessment import assess
from twitchcheck.rules.counterfactuals import what_would_change
from twitchcheck.rules.protocol import TriageProtocol
from twitchcheck.terminal import WHAT_TO_INSTALL, tell

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

DOES_NOT_HOLD = 1
BAD_INPUT = 2
NOBODY_READS = 141
"""What a shell gives for a program whose reader has gone: `| head` has seen enough, and that is worth no message."""

_NOTHING = (NO, (NONE,), 0)
"""Answers that nobody misses where they don't count."""

STREAM = "-"
"""Stands for standard input and standard output."""


class _Parser(argparse.ArgumentParser):
    """Says what argparse has to say through the one way to the terminal."""

    def print_help(self, file: "SupportsWrite[str] | None" = None) -> None:
        """Writes the help as a result."""
        _put(self.format_help())

    def error(self, message: str) -> NoReturn:
        """Ends the program with the usage and what is wrong with the arguments."""
        tell(f"{self.format_usage()}{self.prog}: error: {message}")
        sys.exit(BAD_INPUT)


def parser() -> argparse.ArgumentParser:
    """The command line; without a command the window opens."""
    made = _Parser(
        prog="twitchcheck",
        description="Muscle twitch self-check. Without a command the window opens.",
        epilog="General information, not a diagnosis.",
    )
    made.add_argument("--version", action="store_true", help="show the program's and the content's version")
    made.add_argument("--content", metavar="DIR", type=Path, default=content_folder(), help="use this content folder")
    commands = made.add_subparsers(dest="command", metavar="COMMAND")

    def command(name: str, help_text: str, *formats: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=help_text, description=help_text)
        if formats:
            added.add_argument("--format", choices=formats, default=formats[0])
        return added

    command("questions", "Print the questionnaire.", "text", "json")
    assess_command = command("assess", "Assess an answers file.", "text", "json", "html", "pdf")
    assess_command.description = (
        "Reads answers (YAML or JSON): a mapping of item id to answer under the key 'answers', and an optional "
        "'date'. See 'twitchcheck questions' for the ids. Of a .twitchcheck file the latest "
        "check counts."
    )
    assess_command.add_argument("--check", metavar="DATE", help="the check of this day (2026-11-25, or with T14:32)")
    assess_command.add_argument("file", metavar="FILE", help="the answers file, - for standard input")
    assess_command.add_argument("-o", "--output", metavar="OUT", default=STREAM, help="write here; pdf needs a file")
    history = command("history", "Tell the checks and plans in a .twitchcheck file.", "text", "json")
    history.add_argument("file", metavar="FILE", nargs="?", help="the file, - for standard input")
    history.add_argument("--schema", action="store_true", help="print the JSON Schema of such a file instead")
    check = command("check-content", "Tell every problem in the content, each with its file, line and column.")
    check.add_argument("folder", metavar="DIR", nargs="?", type=Path, help="the content folder")
    check.add_argument("--schema", action="store_true", help="print the JSON Schemas of the content files instead")
    command("prove", "Prove the rules for every possible answer (needs z3).", "text", "json")
    vignettes = command("vignettes", "Measure the accuracy on written cases.", "text", "markdown", "json")
    vignettes.add_argument("folder", metavar="DIR", nargs="?", type=Path, help="the folder with the cases")
    measure = command("measure", "Count screens, words, clicks and minutes of answers files.")
    measure.add_argument("folder", metavar="DIR", nargs="?", type=Path, help="the folder with the answers files")
    explain = command("explain", "Explain questions, rules and statements for a reviewer.", "text", "html")
    explain.add_argument("id", metavar="ID", nargs="?", help="only what has this id")
    return made


def main(argv: Sequence[str], open_window: Callable[[TriageProtocol], int]) -> int:
    """Carries out one command. Results go to standard output, messages to standard error.

    Returns 0, 1 where something checked does not hold, 2 for input that can't be used, a missing extra or an
    output that can't be written, or 141 where nobody reads on.
    """
    try:
        arguments = parser().parse_args(argv)
        for folder in (arguments.content, getattr(arguments, "folder", None)):
            if folder is not None and not folder.is_dir():
                raise ProblemsError([Problem(str(folder), 0, 0, "is not a folder")])
        if arguments.command == "check-content":
            return _check_content(arguments.folder or arguments.content, arguments.schema)
        protocol = compiled.load(arguments.content)
        if arguments.version:
            _put(f"twitchcheck {__version__}, content {protocol.version}\n")
            return 0
        if arguments.command is None:
            return open_window(protocol)
        return _COMMANDS[arguments.command](protocol, arguments)
    except ProblemsError as error:
        tell(str(error))
    except BrokenPipeError:
        return NOBODY_READS
    except OSError as error:  # a folder that can't be looked into
        tell(str(unreadable(str(error.filename), error)))
    return BAD_INPUT


def _questions(protocol: TriageProtocol, arguments: argparse.Namespace) -> int:
    as_json = arguments.format == "json"
    _put(_json(json_document.questionnaire_data(protocol)) if as_json else questionnaire_text.text(protocol))
    return 0


class _Given(NamedTuple):
    """What a file says of the check to assess, and the checks before it. `place` tells where an answer stands."""

    answers: Answers
    on: datetime.date | None
    earlier: tuple[Check, ...]
    place: Callable[[str, str], object]


def _assess(protocol: TriageProtocol, arguments: argparse.Namespace) -> int:
    _spare_input(arguments)
    answers, on, earlier, place = _given(protocol, arguments)
    assessment = assess(protocol, answers, on or datetime.date.today())
    changes = what_would_change(protocol, answers, assessment)
    unanswered = len(assessment.facts.unanswered)
    if unanswered:
        tell(f"note: {unanswered} questions are not answered; each counts as 'not sure'")
    for item_id, answer in answers.items():
        asked_when = protocol.questionnaire.items[item_id].enabled_when
        if item_id not in assessment.facts.enabled and asked_when is not None and answer not in _NOTHING:
            why = f"{item_id} does not count: it is asked only when {questionnaire_text.in_words(asked_when)}"
            tell(f"note: {place(item_id, why)}")
    if arguments.format == "json":
        data = json_document.assessment_data(protocol, answers, assessment, changes)
        _write(_json(data), arguments.output)
        return 0
    view = result_view(protocol, answers, assessment, changes, before=last_told(earlier))
    sheet = doctor_sheet(protocol, answers, assessment, earlier)
    if arguments.format == "text":
        _write(plain_text.text(view, sheet), arguments.output)
    elif arguments.format == "html":
        _write(web_page.result_page(view, sheet), arguments.output)
    elif arguments.output == STREAM:
        raise ProblemsError([Problem("pdf", 0, 0, "needs a file to write to: -o OUT")])
    else:
        try:
            # Only here: every other command works without Qt.
            from twitchcheck.gui.without_window import write_pdf
        except ImportError as error:
            tell(f"pdf can't be written, a system library is missing: {error}. {WHAT_TO_INSTALL}")
            return BAD_INPUT
        with _writing(arguments.output):
            write_pdf(view, sheet, Path(arguments.output))
    return 0


def _given(protocol: TriageProtocol, arguments: argparse.Namespace) -> _Given:
    shown = _shown(arguments.file)
    raw = _bytes(arguments.file)
    record = _record(protocol, raw, shown)
    if record is None:
        document = read_bytes(raw, shown)
        if arguments.check is not None:
            raise ProblemsError([Problem(shown, 0, 0, "holds one check: leave out --check")])
        answers, on = answers_from(protocol.questionnaire, document)
        return _Given(answers, on, (), lambda item_id, why: document.key_problem(("answers", item_id), why))
    place = _chosen(record, arguments.check, shown)
    check = record.checks[place]
    for item_id in check.others:
        tell(f"note: {Problem(shown, 0, 0, f'{quoted(item_id)} is not asked here, or not in this way')}")
    return _Given(check.answers, check.on, record.checks[:place], lambda _, why: Problem(shown, 0, 0, why))


def _record(protocol: TriageProtocol, raw: bytes, shown: str) -> Record | None:
    """The record in a file; None where it holds the answers to one check, as people write them."""
    try:
        plain = plain_from(raw)
    except ValueError:
        plain = read_bytes(raw, shown).value
    if not isinstance(plain, dict) or "checks" not in plain:
        return None
    try:
        return record_from(protocol.questionnaire, plain)
    except ValueError as error:
        raise ProblemsError([Problem(shown, 0, 0, str(error))]) from None


def _chosen(record: Record, wanted: str | None, shown: str) -> int:
    """The place of the check that was asked for: of its day, with its time where the day has two; else the latest."""
    moments = [check.moment for check in record.checks]
    fitting = [place for place, moment in enumerate(moments) if wanted is None or wanted in (moment, moment[:10])]
    if wanted is not None and len(fitting) > 1:
        named = ", ".join(moments[place] for place in fitting)
        raise ProblemsError([Problem(shown, 0, 0, f"has several checks of that day, name one: {named}")])
    if not fitting:
        known = ", ".join(moments) or "none"
        raise ProblemsError([Problem(shown, 0, 0, f"has no such check, it has {known}")])
    return fitting[-1]


def _history(protocol: TriageProtocol, arguments: argparse.Namespace) -> int:
    from twitchcheck.records.schema import schema
    from twitchcheck.report import history

    if arguments.schema:
        _put(_json(schema(protocol.questionnaire)))
        return 0
    if arguments.file is None:
        raise ProblemsError([Problem("history", 0, 0, "needs a file, or --schema")])
    shown = _shown(arguments.file)
    record = _record(protocol, _bytes(arguments.file), shown)
    if record is None:
        raise ProblemsError([Problem(shown, 0, 0, "holds the answers to one check, and no history")])
    today = datetime.date.today()
    as_json = arguments.format == "json"
    _put(_json(history.data(protocol, record, today)) if as_json else history.text(protocol, record, today))
    return 0


def _check_content(folder: Path, schema: bool) -> int:
    from twitchcheck.content.check import check, reading_summary
    from twitchcheck.content.schema import schemas

    if schema:
        _put(_json(schemas()))
        return 0
    problems = check(folder)
    if problems:
        _put("".join(f"{problem}\n" for problem in problems))
        return DOES_NOT_HOLD
    _put(f"No problem found. {reading_summary(folder)}\n")
    return 0


def _prove(protocol: TriageProtocol, arguments: argparse.Namespace) -> int:
    try:
        # Only here: z3 is an extra that only a reviewer of the content needs.
        from twitchcheck.rules.z3_solver import Z3Solver
    except ImportError:
        tell("prove needs the solver z3: pip install 'twitchcheck[proofs]'")
        return BAD_INPUT
    from twitchcheck.report import proof_report
    from twitchcheck.rules.logic import Logic
    from twitchcheck.rules.proofs import prove

    outcomes = prove(Z3Solver(Logic(protocol)))
    as_json = arguments.format == "json"
    _put(_json(proof_report.data(protocol, outcomes)) if as_json else proof_report.text(protocol, outcomes))
    return 0 if all(outcome.holds for outcome in outcomes) else DOES_NOT_HOLD


def _vignettes(protocol: TriageProtocol, arguments: argparse.Namespace) -> int:
    from twitchcheck.content.vignettes_file import vignettes_from
    from twitchcheck.report import accuracy_table
    from twitchcheck.rules.accuracy import Judge, accuracy, judged

    folder = arguments.folder or _written("vignettes")
    found = accuracy(judged(protocol, vignettes_from(protocol, folder), datetime.date.today()))
    if arguments.format == "json":
        _put(_json(accuracy_table.data(protocol, found)))
    else:
        _put({"text": accuracy_table.text, "markdown": accuracy_table.markdown}[arguments.format](protocol, found))
    measures = found.measures[Judge.TOOL]
    missed = measures.urgent_found.of - measures.urgent_found.count
    return DOES_NOT_HOLD if measures.under_triage.count or missed else 0


def _measure(protocol: TriageProtocol, arguments: argparse.Namespace) -> int:
    from twitchcheck.report.effort import METHOD, effort, table

    folder = arguments.folder or _written("stories")
    efforts = {}
    for path in sorted(folder.glob("*.yaml")):
        answers, _ = answers_from(protocol.questionnaire, read_file(path, str(path)))
        efforts[path.stem.replace("_", " ")] = effort(protocol, answers)
    if not efforts:
        raise ProblemsError([Problem(str(folder), 0, 0, "has no file with answers")])
    _put(f"{table(efforts)}\n{METHOD}")
    return 0


def _explain(protocol: TriageProtocol, arguments: argparse.Namespace) -> int:
    from twitchcheck.report import explanation, reviewer_document

    if arguments.format == "html" and not arguments.id:
        _put(reviewer_document.html(protocol, _cases_by_flag(protocol)))
        return 0
    try:
        parts = explanation.with_id(protocol, arguments.id) if arguments.id else explanation.everything(protocol)
    except explanation.UnknownIdError as error:
        tell(str(error))
        return BAD_INPUT
    if arguments.format == "html":
        _put(explanation.html(protocol, parts))
    else:
        _put(explanation.text(protocol, parts))
    return 0


def _cases_by_flag(protocol: TriageProtocol) -> dict[str, tuple[str, ...]]:
    """The written cases that hold each red flag; none where the cases are not there, or are for another content."""
    from twitchcheck.content.vignettes_file import vignettes_from
    from twitchcheck.report.reviewer_document import held_by

    try:
        return held_by(protocol, vignettes_from(protocol, _written("vignettes")))
    except ProblemsError:
        return {}


_COMMANDS: dict[str, Callable[[TriageProtocol, argparse.Namespace], int]] = {
    "questions": _questions,
    "assess": _assess,
    "history": _history,
    "prove": _prove,
    "vignettes": _vignettes,
    "measure": _measure,
    "explain": _explain,
}


def _written(name: str) -> Path:
    """The folder of written cases with this name, which only a checkout has: that of the program or the present one."""
    for folder in (vignettes_folder().parent / name, Path("tests") / name):
        if folder.is_dir():
            return folder
    where = f"come with the source of the program, in tests/{name}: go to its folder, or name that one"
    raise ProblemsError([Problem(name, 0, 0, where)])


def _shown(name: str) -> str:
    return "standard input" if name == STREAM else name


def _bytes(name: str) -> bytes:
    """What is in the file of this name. It may be a pipe, which the shell makes of `<(...)`."""
    try:
        if name != STREAM:
            with Path(name).open("rb") as file:
                return file.read(LARGEST_RECORD + 1)
        if sys.stdin is None:
            raise OSError("it is closed")
        return sys.stdin.buffer.read(LARGEST_RECORD + 1)
    except OSError as error:
        raise ProblemsError([unreadable(_shown(name), error)]) from None


def _spare_input(arguments: argparse.Namespace) -> None:
    """Raises ProblemsError where the output would take the place of what is read, under whatever name."""
    output = Path(arguments.output)
    if arguments.output == STREAM or not output.exists():
        return
    read = [path.stat() for path in content_files(arguments.content) if path.exists()]
    if arguments.file != STREAM:
        if Path(arguments.file).exists():
            read.append(Path(arguments.file).stat())
    elif sys.stdin is not None:
        read.append(os.fstat(sys.stdin.fileno()))
    if any(os.path.samestat(output.stat(), one) for one in read):
        raise ProblemsError([Problem(arguments.output, 0, 0, "can't be written: it is what is to be read")])


def _json(data: object) -> str:
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def _put(text: str) -> None:
    with _writing("standard output"):
        terminal.put(text)


def _write(text: str, output: str) -> None:
    if output == STREAM:
        _put(text)
    else:
        with _writing(output):
            write_whole(text.encode(), output)


@contextmanager
def _writing(place: str) -> Iterator[None]:
    """Blames this place for whatever can't be written meanwhile, but for a reader who has gone."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise ProblemsError([Problem(place, 0, 0, f"can't be written: {error.strerror or error}")]) from None

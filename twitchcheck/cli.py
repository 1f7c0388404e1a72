"""The same from a terminal: the questionnaire, and an assessment of an answers file. No display, no Qt."""

import argparse
import datetime
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from twitchcheck import __version__
from twitchcheck.content.answers_file import answers_from
from twitchcheck.content.problems import Problem, ProblemsError
from twitchcheck.content.yaml_source import MAX_BYTES, Document, read_bytes, read_file
from twitchcheck.report import html_document, json_document, plain_text, questionnaire_text
from twitchcheck.report.doctor_sheet import doctor_sheet
from twitchcheck.report.result_view import result_view
from twitchcheck.rules.assessment import assess
from twitchcheck.rules.counterfactuals import what_would_change
from twitchcheck.rules.protocol import TriageProtocol
from twitchcheck.terminal import put, tell

BAD_INPUT = 2


def parser() -> argparse.ArgumentParser:
    """The command line; without a sub-command the window opens."""
    made = argparse.ArgumentParser(
        prog="twitchcheck",
        description="Muscle twitch self-check. Without a command the window opens.",
        epilog="General information, not a diagnosis.",
    )
    made.add_argument("--version", action="store_true", help="show the program's and the content's version")
    commands = made.add_subparsers(dest="command", metavar="COMMAND")
    questions = commands.add_parser("questions", help="print the questionnaire")
    questions.add_argument("--format", choices=("text", "json"), default="text")
    assess_command = commands.add_parser(
        "assess",
        help="assess an answers file",
        description="Reads answers (YAML or JSON): a mapping of item id to answer under the key 'answers', and an "
        "optional 'date'. See 'twitchcheck questions' for the ids.",
    )
    assess_command.add_argument("file", metavar="FILE", help="the answers file, - for standard input")
    assess_command.add_argument("--format", choices=("text", "json", "html", "pdf"), default="text")
    assess_command.add_argument("-o", "--output", metavar="OUT", help="write to this file; pdf needs one")
    return made


def main(argv: Sequence[str], protocol: TriageProtocol) -> int:
    """Carries out one command. Results go to standard output, messages to standard error.

    Returns 0, or 2 for input that can't be used or an output that can't be written.
    """
    arguments = parser().parse_args(argv)
    try:
        if arguments.version:
            _write(f"twitchcheck {__version__}, content {protocol.version}\n", None)
        elif arguments.command == "questions":
            _write(_questions(protocol, arguments.format), None)
        else:
            _assess(protocol, arguments)
    except ProblemsError as error:
        tell(str(error))
        return BAD_INPUT
    except OSError as error:
        reason = error.strerror or error
        tell(f"{arguments.output or 'standard output'}: can't be written: {reason}")
        return BAD_INPUT
    return 0


def _questions(protocol: TriageProtocol, form: str) -> str:
    if form == "json":
        return _json(json_document.questionnaire_data(protocol))
    return questionnaire_text.text(protocol)


def _assess(protocol: TriageProtocol, arguments: argparse.Namespace) -> None:
    answers, on = answers_from(protocol.questionnaire, _document(arguments.file))
    assessment = assess(protocol, answers, on or datetime.date.today())
    changes = what_would_change(protocol, answers, assessment)
    unanswered = len(assessment.facts.unanswered)
    if unanswered:
        tell(f"note: {unanswered} questions are not answered; each counts as 'not sure'")
    if arguments.format == "json":
        data = json_document.assessment_data(protocol, answers, assessment, changes)
        _write(_json(data), arguments.output)
        return
    view = result_view(protocol, answers, assessment, changes)
    sheet = doctor_sheet(protocol, answers, assessment)
    if arguments.format == "text":
        _write(plain_text.text(view, sheet), arguments.output)
    elif arguments.format == "html":
        made = html_document.person_html(view), html_document.doctor_html(sheet), html_document.explanation_html(view)
        _write(html_document.page(made), arguments.output)
    elif arguments.output is None:
        raise ProblemsError([Problem("pdf", 0, 0, "needs a file to write to: -o OUT")])
    else:
        # Only here: every other command works without Qt.
        from twitchcheck.gui.without_window import write_pdf

        write_pdf(view, sheet, Path(arguments.output))


def _document(name: str) -> Document:
    if name == "-":
        return read_bytes(sys.stdin.buffer.read(MAX_BYTES + 1), "standard input")
    return read_file(Path(name), name)


def _json(data: object) -> str:
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def _write(text: str, output: str | None) -> None:
    if output is None:
        put(text)
    else:
        Path(output).write_text(text, encoding="utf-8")

"""How fast and how large the installed program is, as ratios measured side by side in one run.

Run it with the Python of an environment into which the package was installed with `pip install .`:

    .venv/bin/python tests/benchmark.py [ROUNDS [BEFORE]]

First paint and memory compare the program with a bare QWidget of the same size, started in turn. The other
figures are medians in milliseconds. BEFORE is the Python of an environment with another version: then what takes a
person's time is compared with that version, started in turn, in processor time.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml

BARE = """
import resource, sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
class Bare(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, report)
def report():
    print(time.time() - float(sys.argv[1]), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    app.exit()
app = QApplication([])
window = Bare()
window.resize(1280, 800)
window.show()
app.exec()
"""

PROGRAM = """
import resource, sys, time
begun = float(sys.argv.pop())
import twitchcheck.app
from PySide6.QtWidgets import QApplication, QMainWindow
from PySide6.QtCore import QTimer
def paint(window, event):
    QMainWindow.paintEvent(window, event)
    QTimer.singleShot(0, report)
def report():
    print(time.time() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    QApplication.exit()
from twitchcheck.gui.main_window import MainWindow
MainWindow.paintEvent = paint
sys.exit(twitchcheck.app.main(sys.argv[1:]))
"""

WINDOW = """
import datetime, json, statistics, time
from PySide6.QtCore import QCoreApplication, QEvent
from twitchcheck.content import compiled
from twitchcheck.gui import application
from twitchcheck.questionnaire.answers import Answers
from twitchcheck.resource_files import content_folder

begun = time.process_time()
protocol = compiled.load(content_folder())
today = datetime.date(2026, 11, 23)
app = application.application(["benchmark"])
window = application.make_window(app, protocol, lambda _: None, lambda: today)
window.resize(1280, 800)
window.show()

def turned(clock):
    turns = []
    while window.wizard.nextId() != -1:
        begun = clock()
        window.wizard.next()
        app.processEvents()
        # Of pages that were left. A running event loop does it by itself.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        turns.append((clock() - begun) * 1000)
    return turns
"""
"""The window of any version, when it was begun, and what it takes to turn each page, in milliseconds."""

INSIDE = """
import sys, tempfile
from pathlib import Path
from twitchcheck.gui.paper.printing import handout, page_layout, save_pdf
from twitchcheck.report.doctor_sheet import doctor_sheet
from twitchcheck.report.html_document import person_html
from twitchcheck.report.result_view import result_view
from twitchcheck.report.sheet_html import doctor_html
from twitchcheck.rules.assessment import assess
from twitchcheck.rules.counterfactuals import what_would_change
from PySide6.QtGui import QPageSize

given = json.loads(sys.stdin.read())
answers = Answers({key: tuple(value) if isinstance(value, list) else value for key, value in given.items()})
for item_id, value in answers.items():
    window.session.answer(item_id, value)
app.processEvents()
turns = turned(time.perf_counter)

def median(act, rounds):
    taken = []
    for _ in range(rounds):
        begun = time.perf_counter()
        act()
        taken.append((time.perf_counter() - begun) * 1000)
    return statistics.median(taken)

assessment = assess(protocol, answers, today)
view = result_view(protocol, answers, assessment, what_would_change(protocol, answers, assessment))
sheet = doctor_sheet(protocol, answers, assessment)
path = Path(tempfile.mkdtemp()) / "out.pdf"
layout = page_layout(QPageSize.PageSizeId.A4)
pages = save_pdf(handout((person_html(view), doctor_html(sheet)), view.version, view.disclaimer), path, layout)
print(json.dumps({
    "turning a page": [statistics.median(turns[:-1]), max(turns[:-1])],
    "opening the result": [turns[-1], turns[-1]],
    "one assess": [median(lambda: assess(protocol, answers, today), 300)] * 2,
    "the PDF (%d pages)" % pages: [median(lambda: save_pdf(
        handout((person_html(view), doctor_html(sheet)), view.version, view.disclaimer), path, layout), 15)] * 2,
}))
"""

COMPARED = """
from twitchcheck.questionnaire.facts import Facts
from PySide6.QtTest import QTest

app.processEvents()
figures = {"the start": (time.process_time() - begun) * 1000}

def calm(item):
    ids = [option.id for option in item.options]
    if item.type == "choices":
        return ("calf",) if item.id == "places" else ("none",) if item.none else (ids[0],)
    if item.type == "choice":
        return "no" if "no" in ids else ids[0]
    return None if item.type == "text" else float(max(item.minimum, min(7, item.maximum)))

session = window.session
for page in session.questionnaire.pages():
    for item in page.items:
        if item.id in Facts(session.questionnaire, session.answers).enabled and calm(item) is not None:
            session.answer(item.id, calm(item))

turns = turned(time.process_time)
assert window.wizard.currentPage().objectName() == "page.result"
figures |= {"turning a page": statistics.median(turns[:-1]), "the slowest page": max(turns[:-1])}
figures |= {"all pages": sum(turns[:-1]), "opening the result": turns[-1]}
QTest.qWait(500)
steps = []
for step in (10, 10, -10, -10):
    begun = time.process_time()
    window.theme.step_text_size(step)
    QTest.qWait(1000)  # until what was put off is done too
    steps.append((time.process_time() - begun) * 1000)
figures["a step of text size on the result"] = statistics.median(steps)
print(json.dumps(figures))
"""
"""What is run with both versions: a calm check from the start to the result, in milliseconds of processor time."""

STORY = Path(__file__).parent / "stories" / "calves_for_eight_months.yaml"
"""The answers with which the pages are turned: of the longest of the everyday stories."""


CHECKS = 50
"""The checks in the file that is opened."""


def run(code: str, *arguments: str, given: str = "", python: str = sys.executable) -> str:
    """What a fresh process prints; from a folder without a checkout, with settings of its own.

    It runs offscreen, unless QT_QPA_PLATFORM names another platform.
    """
    with tempfile.TemporaryDirectory() as folder:
        environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "XDG_CONFIG_HOME": folder}
        command = [python, "-E", "-c", code, *arguments]  # the installed program, not a checkout in PYTHONPATH
        return subprocess.run(
            command, env=environment, cwd=folder, input=given, stdout=subprocess.PIPE, text=True, check=True
        ).stdout


def first_paint(code: str, *arguments: str) -> tuple[float, float]:
    """Milliseconds to the first painted page, and the most memory used, in MiB."""
    seconds, mebibytes = run(code, *arguments, repr(time.time())).split()
    return float(seconds) * 1000, float(mebibytes)


def main(rounds: int, say: Callable[[str], object]) -> None:
    """Measures in turn and says the figures."""
    bare, program, opened = [], [], []
    given = yaml.safe_load(STORY.read_text(encoding="utf-8"))["answers"]
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder) / "kept.twitchcheck"
        checks = [{"date": f"2026-{1 + one // 25:02}-{1 + one % 25:02}", "answers": given} for one in range(CHECKS)]
        kept.write_text(json.dumps({"twitchcheck": 2, "checks": checks}), encoding="utf-8")
        for _ in range(rounds + 1):
            bare.append(first_paint(BARE))
            program.append(first_paint(PROGRAM))
            opened.append(first_paint(PROGRAM, str(kept)))
    paint, bare_paint, open_paint = (
        statistics.median(one[0] for one in found[1:]) for found in (program, bare, opened)
    )
    memory, bare_memory = (statistics.median(one[1] for one in found[1:]) for found in (program, bare))
    say(f"first painted page: {paint / bare_paint:.2f} x a bare QWidget ({paint:.0f} and {bare_paint:.0f} ms)\n")
    say(f"opening a file with {CHECKS} checks: {open_paint / paint:.2f} x an empty start ({open_paint:.0f} ms)\n")
    say(f"memory: a bare QWidget + {memory - bare_memory:.0f} MiB ({memory:.0f} and {bare_memory:.0f} MiB)\n")
    for name, (middle, worst) in json.loads(run(WINDOW + INSIDE, given=json.dumps(given))).items():
        say(f"{name}: {middle:.2f} ms" + (f" (slowest {worst:.1f} ms)\n" if worst > middle else "\n"))


def compare(rounds: int, before: str, say: Callable[[str], object]) -> None:
    """Measures both versions in turn and says the ratios of the medians."""
    found: dict[str, list[dict[str, float]]] = {sys.executable: [], before: []}
    for _ in range(rounds + 1):
        for python, figures in found.items():
            figures.append(json.loads(run(WINDOW + COMPARED, python=python)))
    for name in found[before][0]:
        now, then = (statistics.median(one[name] for one in figures[1:]) for figures in found.values())
        say(f"{name}: {now / then:.2f} x the version before ({now:.0f} and {then:.0f} ms of processor time)\n")


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    main(count, sys.stdout.write)
    if len(sys.argv) > 2:
        compare(count, sys.argv[2], sys.stdout.write)

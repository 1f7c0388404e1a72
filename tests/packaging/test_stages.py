"""`.ci/run` tells at its end what each stage took, and which one failed."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

RUN = Path(__file__).parents[2] / ".ci" / "run"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="runs on Debian")


@pytest.mark.parametrize(("last", "code", "told"), [("true", 0, "second"), ("false", 1, "second FAILED")])
def test_the_seconds_of_each_stage_are_told_however_it_ends(last: str, code: int, told: str) -> None:
    beginning, end, _ = RUN.read_text(encoding="utf-8").partition("trap tell_seconds EXIT\n")
    script = f"{beginning}{end}stage first\nSECONDS=70\nstage second\nSECONDS=75\n{last}\n"
    done = subprocess.run(["bash", "-c", script, RUN], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (code, "")
    table = re.findall(r"^ *(\d+)  (.+)$", done.stdout.partition("== Seconds\n")[2], re.MULTILINE)
    assert table == [("70", "first"), ("5", told), ("75", "in all")]

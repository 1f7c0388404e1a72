"""What looks at our pages from outside: a browser without a window, an HTML checker, and the rules of axe-core."""

import html
import json
import re
import subprocess
from pathlib import Path
from typing import Any

from tests.desktop.tools import needs, run

MODULES = Path(__file__).parents[2] / ".venv" / "web" / "node_modules"
"""Where .ci/run puts axe-core and the HTML checker vnu."""

AXE = MODULES / "axe-core" / "axe.min.js"
VNU = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
BROWSER = ("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")

_RUN = """
axe.run(document, {resultTypes: ["violations", "incomplete"]}).then(found => {
  const told = one => ({id: one.id, help: one.help, nodes: one.nodes.map(node => node.html)});
  const mark = document.createElement("pre");
  mark.id = "axe";
  mark.textContent = JSON.stringify({passed: found.passes.length, violations: found.violations.map(told)});
  document.body.append(mark);
});
"""


def html_errors(page: Path) -> str:
    """What the HTML checker has to say; "" when nothing."""
    needs("java", str(VNU))
    command = ("java", "-jar", VNU, "--stdout", "--format", "gnu", page)
    told = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False).stdout
    return told.strip()


def axe(page: Path, style: str = "") -> dict[str, Any]:
    """What axe-core finds on the page in the browser: how many rules passed, and the violations."""
    needs("chromium", str(AXE))
    script = f"{AXE.read_text(encoding='utf-8')}\n{_RUN}".replace("</script", "<\\/script")
    tested = page.with_name(f"axe-{page.name}")
    text = page.read_text(encoding="utf-8").replace("</head>", f"<style>{style}</style></head>")
    tested.write_text(text.replace("</body>", f"<script>{script}</script></body>"), encoding="utf-8")
    shown = run(*BROWSER, "--virtual-time-budget=30000", "--dump-dom", tested.as_uri())
    (found,) = re.findall(r'<pre id="axe">(.*?)</pre>', shown, re.DOTALL)
    told: dict[str, Any] = json.loads(html.unescape(found))
    return told


def printed(page: Path) -> Path:
    """The page on paper, as the browser prints it with our print style."""
    needs("chromium", "pdftotext")
    target = page.with_suffix(".pdf")
    run(*BROWSER, "--no-pdf-header-footer", f"--print-to-pdf={target}", page.as_uri())
    return target

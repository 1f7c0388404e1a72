"""GitHub's workflows and forms, the page for contributors and the hooks: well formed, and what they name exists."""

import re
import shlex
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
FORMS = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))
MADE = ("build/", "dist")
"""What only a build or a failed test makes."""


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def steps(path: Path) -> list[dict[str, Any]]:
    return [step for job in read(path)["jobs"].values() for step in job["steps"]]


def commands(path: Path) -> list[str]:
    return [step["run"] for step in steps(path) if "run" in step]


def readme() -> str:
    return (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", [*WORKFLOWS, *FORMS], ids=lambda path: path.name)
def test_github_would_take_it(path: Path) -> None:
    schema = f"vendor.github-{'workflows' if path in WORKFLOWS else 'issue-forms'}"
    command = (sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, path)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_path_and_module_that_a_workflow_names_exists(path: Path) -> None:
    named = set()
    for command in commands(path):
        words = [word for word in shlex.split(command) if re.fullmatch(r"\.?[\w-]+/[\w./-]+", word)]
        named |= {word for word in words if not word.startswith(MADE)}
        for module in re.findall(r"python -m (\w+)", command):
            assert find_spec(module), command
    for step in steps(path):
        settings = step.get("with", {})
        named |= {settings["cache-dependency-path"]} if "cache-dependency-path" in settings else set()
        assert settings.get("path", "dist").startswith(MADE), step
    assert [name for name in sorted(named) if not (ROOT / name).is_file()] == []


def test_the_tests_run_as_readme_says_with_the_oldest_and_the_newest_python() -> None:
    found = re.search(r"<!-- test command -->\n```sh\n(.+?)\n```", readme())
    assert found
    system, _, rest = found[1].partition(" && python3 -m venv .venv && ")
    python = [part.replace(".venv/bin/", "python -m ") for part in rest.split(" && ")]
    ci = read(ROOT / ".github" / "workflows" / "ci.yml")["jobs"]["test"]
    assert [step["run"] for step in ci["steps"] if "run" in step] == [system, *python]
    assert {name.partition("-")[0] for name in ci["strategy"]["matrix"]["os"]} == {"ubuntu", "windows", "macos"}
    # What pyproject.toml asks for, and the newest that PySide6 6.11 has a name for.
    assert ci["strategy"]["matrix"]["python"] == ["3.11", "3.14"]


def test_the_page_for_contributors_names_only_what_is_there() -> None:
    page = (ROOT / ".github" / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = set(re.findall(r"(?<![\w./])\.?(?:resources|tests|twitchcheck|github|ci)/[\w./-]*", page))
    assert len(named) > 8
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []


def test_the_build_for_linux_has_every_package_that_readme_names() -> None:
    installs = re.compile(r"apt-get install -y --no-install-recommends ([^&]+?) &&")
    named = {package for found in installs.findall(readme()) for package in found.split()}
    (command,) = [one for one in commands(ROOT / ".github" / "workflows" / "release.yml") if "apt-get install" in one]
    assert named <= set(command.split())


@pytest.mark.parametrize("build", ["build-linux", "build_windows.py", "build_macos.py"])
def test_a_build_is_the_same_command_in_readme_and_in_the_release(build: str) -> None:
    (command,) = [one for one in commands(ROOT / ".github" / "workflows" / "release.yml") if build in one]
    assert f"`{command}`" in readme() or f"&& {command}\n" in readme()


def test_every_build_is_tried_before_it_is_kept() -> None:
    for name, job in read(ROOT / ".github" / "workflows" / "release.yml")["jobs"].items():
        told = [step.get("run", step.get("uses", "")) for step in job["steps"]]
        if name != "draft":
            tried = [place for place, one in enumerate(told) if "check_start.py build/onedir/" in one]
            (kept,) = [place for place, one in enumerate(told) if one.startswith("actions/upload-artifact@")]
            assert tried, name
            assert max(tried) < kept, name
    assert any("sha256sum" in one for one in told)


def test_the_hooks_before_a_commit_are_part_of_what_ci_runs() -> None:
    (repository,) = read(ROOT / ".pre-commit-config.yaml")["repos"]
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    for hook in repository["hooks"]:
        _, _, module, *arguments = hook["entry"].split()
        wanted = [one for one in arguments if not one.startswith("--")]
        assert re.search(rf"^\.venv/bin/{' '.join([module, *wanted])}\b", ci, re.MULTILINE), hook["entry"]

"""The requirements are pinned with hashes, name no registry, and fit each other and pyproject.toml."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

CHECKOUT = Path(__file__).parents[2]
FILES = ("requirements.txt", "requirements-dev.txt")
ALL = (*FILES, "requirements-pip.txt")


def entries(name: str) -> dict[str, str]:
    """Return what stands for each distribution, its version, marker and hashes, on one line."""
    text = re.sub(r"(?m)^\s*#.*\n", "", (CHECKOUT / name).read_text()).replace("\\\n", " ")
    return {str(canonicalize_name(line.split("==")[0])): line for line in text.splitlines() if line.strip()}


@pytest.mark.parametrize("name", ALL)
def test_every_requirement_is_one_version_with_hashes(name: str) -> None:
    for line in entries(name).values():
        assert re.match(r"[A-Za-z0-9_.-]+==[^ ]+ ", line), line
        assert "--hash=sha256:" in line


@pytest.mark.parametrize("name", ALL)
def test_no_registry_is_named(name: str) -> None:
    lines = (CHECKOUT / name).read_text().splitlines()
    assert [
        line for line in lines if "://" in line or line.lstrip().startswith(("-i", "--index", "--extra"))
    ] == []


def test_the_tests_run_with_the_versions_that_the_desk_runs_with() -> None:
    run, dev = map(entries, FILES)
    assert {name: dev.get(name) for name in run} == run


def test_the_files_fit_the_project() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())["project"]
    wanted = {
        FILES[0]: project["dependencies"],
        FILES[1]: project["dependencies"] + project["optional-dependencies"]["dev"],
    }
    for name, lines in wanted.items():
        pinned = entries(name)
        for requirement in map(Requirement, lines):
            found = re.match(r"[^=]+==([^ ]+)", pinned[str(canonicalize_name(requirement.name))])
            assert found is not None
            assert requirement.specifier.contains(found[1]), requirement

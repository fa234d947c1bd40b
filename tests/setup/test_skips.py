"""With KULKUL_REQUIRE_ALL=1 a skipped test or module is a failed one; without it a skip stays a skip."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]
SKIPS = {
    "test_mark.py": "import pytest\n@pytest.mark.skip(reason='no server')\ndef test_it() -> None: ...\n",
    "test_call.py": "import pytest\ndef test_it() -> None: pytest.skip('no server')\n",
    "test_module.py": "import pytest\npytest.skip('no server', allow_module_level=True)\n",
}


def _run(folder: Path, require_all: str) -> subprocess.CompletedProcess[str]:
    """A run of one test that passes and three that are skipped, each in its own way."""
    shutil.copy(CHECKOUT / "tests" / "conftest.py", folder / "conftest.py")
    for name, text in SKIPS.items():
        (folder / name).write_text(text)
    (folder / "test_other.py").write_text("def test_other() -> None: ...\n")
    plain = ("--continue-on-collection-errors", "-rA", "-p", "no:cacheprovider", "-n", "0")
    return subprocess.run(
        [sys.executable, "-m", "pytest", *plain, str(folder)],
        env={
            **os.environ,
            "KULKUL_REQUIRE_ALL": require_all,
            "KULKUL_FAILED_CHECKS": "",
            "PYTHONPATH": str(CHECKOUT),  # for what the copy of conftest.py takes from the tests
        },
        cwd=folder,
        text=True,
        capture_output=True,
        check=False,
    )


def test_a_skip_is_a_failure_where_every_test_must_run(tmp_path: Path) -> None:
    run = _run(tmp_path, "1")
    last = run.stdout.splitlines()[-1]
    assert "1 failed, 1 passed, 2 errors" in last
    summary = run.stdout[run.stdout.index("short test summary") :].splitlines()
    for refused in ("ERROR test_mark.py", "FAILED test_call.py", "ERROR test_module.py"):
        assert any(line.startswith(refused) for line in summary), refused
    assert run.stdout.count("skipped where every test must run: ") >= len(SKIPS)
    assert run.stdout.count("no server") >= len(SKIPS)
    assert run.returncode == 1


def test_elsewhere_a_skip_stays_one(tmp_path: Path) -> None:
    run = _run(tmp_path, "0")
    assert "1 passed, 3 skipped" in run.stdout.splitlines()[-1]
    assert "skipped where every test must run" not in run.stdout
    for name in SKIPS:
        assert re.search(rf"SKIPPED \[1\] {name}:\d+: no server", run.stdout), name
    assert run.returncode == 0

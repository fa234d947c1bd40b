"""With KULKUL_REQUIRE_ALL=1 a skipped test or module is a failed one; without it a skip stays a skip."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
SKIPS = {
    "test_mark.py": "import pytest\n@pytest.mark.skip(reason='no server')\ndef test_it() -> None: ...\n",
    "test_call.py": "import pytest\ndef test_it() -> None: pytest.skip('no server')\n",
    "test_module.py": "import pytest\npytest.skip('no server', allow_module_level=True)\n",
}


@pytest.mark.parametrize("name", SKIPS)
@pytest.mark.parametrize(("require_all", "outcome"), [("1", "failed"), ("0", "skipped")])
def test_a_skip_counts_as_asked(tmp_path: Path, name: str, require_all: str, outcome: str) -> None:
    shutil.copy(CHECKOUT / "tests" / "conftest.py", tmp_path / "conftest.py")
    (tmp_path / name).write_text(SKIPS[name])
    (tmp_path / "test_other.py").write_text("def test_other() -> None: ...\n")

    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-rA", "-p", "no:cacheprovider", "-n", "0", str(tmp_path)],
        env={**os.environ, "KULKUL_REQUIRE_ALL": require_all, "KULKUL_FAILED_CHECKS": ""},
        cwd=tmp_path,
        text=True,
        capture_output=True,
        check=False,
    )

    last = run.stdout.splitlines()[-1]
    refused = outcome == "failed"
    assert (f"1 {outcome}" in last or "1 error" in last) if refused else f"1 {outcome}" in last
    assert ("skipped where every test must run" in run.stdout) is refused
    assert "no server" in run.stdout
    assert (run.returncode != 0) is refused

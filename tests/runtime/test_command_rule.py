"""A centre's rules at a terminal: shown, set by an administrator, in force at once, and in the journal."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.runtime import i18n, terminal
from desktop.runtime.settings import Language
from main import main

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(
    training: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    qapp: QApplication,
) -> Iterator[Run]:
    """Give what runs the command at a training centre: its words → exit code, output, complaints."""
    for variable in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(variable, str(tmp_path / variable))

    def call(
        *words: str, command: tuple[str, ...] = ("centre", "rule", "--operator", "latihan")
    ) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main((*command, "--data-dir", str(training.parent), "--language", "en", *words))
        said = capsys.readouterr()
        return code, said.out, said.err

    yield call
    i18n.install(qapp, Language.ENGLISH)


def test_a_rule_that_is_set_holds_and_the_database_still_fits_its_journal(run: Run) -> None:
    assert run("pranks_before_block")[:2] == (terminal.DONE, "pranks_before_block = 5\n")
    for number in ("3", "0"):  # once made, once changed
        assert run("pranks_before_block", number)[:2] == (terminal.DONE, f"pranks_before_block = {number}\n")
    assert run("look_back_days.sick", "30")[0] == terminal.DONE
    shown = run()[1].splitlines()
    assert {"pranks_before_block = 0", "look_back_days.sick = 30", "look_back_days.flood = 365"} < set(shown)
    assert run(command=("verify",))[0] == terminal.DONE


@pytest.mark.parametrize(
    "words",
    [("no_such_rule",), ("no_such_rule", "3"), ("look_back_days.sick", "0"), ("pranks_before_block", "1001")],
)
def test_what_cannot_be_a_rule_is_refused_with_why(run: Run, words: tuple[str, ...]) -> None:
    code, _, complaint = run(*words)
    assert code == terminal.MISUSED
    assert words[0] in complaint

"""What is said of settings that cannot be used."""

from pathlib import Path

import pytest

from desktop.runtime import terminal
from tests.runtime.at_terminal.running import PASSWORD, Run


@pytest.mark.parametrize("command", [("centre", "list"), ("doctor",), ()])
def test_settings_that_are_wrong_are_explained(run: Run, command: tuple[str, ...], place: Path) -> None:
    (place / "s.toml").write_text('city = "atlantis"\n\ntext_sise = 3\n')
    code, said, complaints = run(*command, "--settings", "s.toml", "--text-size", "500")
    expected = [
        "s.toml, baris 3: tidak ada pengaturan bernama text_sise",
        "s.toml, baris 1: city tidak bisa “atlantis”; pilih salah satu: denpasar, makassar",
        "argumen --text-size: text_size tidak bisa “500”; isi dengan bilangan bulat 100 sampai 175",
    ]
    told = said if command == ("doctor",) else complaints
    assert code == (terminal.WRONG if command == ("doctor",) else terminal.MISUSED)
    assert [line for line in expected if line not in told] == []


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--theme", "x"), "argument --theme: theme cannot be “x”; expected is one of: night, day"),
        (
            ("--database", "x"),
            "database cannot be “x”; sqlite:/// and the path of a file, or postgresql://host/database",
        ),
        (("--database", "postgresql://a:b@h/p"), "leave the password out of database: others could read it"),
        (("--database", "postgresql://h/p?sslmode=prefer"), "sslmode may be verify-full"),
        (("--database", "postgresql://h/p?x=y"), "may stand: sslmode, sslrootcert, host, port"),
        (("--settings", "absent"), "absent: the settings file cannot be read"),
        (("--settings", "bad"), "bad, line 1: this is not TOML, as for example: city"),
    ],
)
def test_every_trouble_has_a_sentence(
    run: Run, arguments: tuple[str, ...], sentence: str, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (place / "bad").write_text("city\n")
    assert sentence in run(*arguments, "--language", "en")[2]


def test_a_wrong_variable_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KULKUL_CITTY", "denpasar")
    assert run("centre", "list")[2] == "Kulkul: variabel KULKUL_CITTY: tidak ada pengaturan ini\n"


def test_a_folder_that_cannot_be_written_is_named(
    run: Run, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KULKUL_ADMIN_PASSWORD", PASSWORD)
    (place / "file").write_text("")
    code, _, complaints = run("centre", "new", "--database", "sqlite:///file/a", "--admin-name", "Ketut")
    assert code == 3
    assert f"{place / 'file'}" in complaints

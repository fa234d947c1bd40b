"""Settings: which source wins, what each may hold, and what is said of what it may not."""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from desktop.runtime import paths, settings, settings_check
from desktop.runtime.settings import (
    Language,
    OriginKind,
    Settings,
    SettingsError,
    SettingTrouble,
    Theme,
    gather,
    likely_language,
    load,
)
from desktop.runtime.settings_check import check


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test folders of its own, and make it start there."""
    for variable in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(variable, str(tmp_path / variable))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def written(text: str | bytes) -> Path:
    file = paths.default_settings_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def troubles(arguments: Mapping[str, str] = {}) -> list[SettingTrouble]:
    with pytest.raises(SettingsError) as caught:
        load(arguments)
    return list(caught.value.troubles)


def test_nothing_said_is_the_training_centre_of_denpasar_in_indonesian(place: Path) -> None:
    found = load({})
    assert found == Settings()
    assert (found.city, found.language, found.theme, found.text_size) == ("denpasar", "id", "night", 100)
    assert found.database_file == place / "XDG_DATA_HOME" / "kulkul" / "training-denpasar.sqlite"


def test_arguments_win_over_the_environment_and_that_over_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    file = written('city = "makassar"\ntheme = "day"\n# size\ntext_size = 150\n')
    monkeypatch.setenv("KULKUL_TEXT_SIZE", "125")
    monkeypatch.setenv("KULKUL_LANGUAGE", "en")

    checked = check(gather({"language": "id"}))

    found = checked.settings
    assert (found.city, found.theme, found.text_size) == ("makassar", Theme.DAY, 125)
    assert found.language is Language.INDONESIAN
    origins = {name: (one.kind, one.name, one.line) for name, one in checked.origins.items()}
    assert origins == {
        "city": (OriginKind.FILE, str(file), 1),
        "theme": (OriginKind.FILE, str(file), 2),
        "text_size": (OriginKind.VARIABLE, "KULKUL_TEXT_SIZE", None),
        "language": (OriginKind.ARGUMENT, "--language", None),
        "database": (OriginKind.DEFAULT, "", None),
        "data_dir": (OriginKind.DEFAULT, "", None),
        "lock_minutes": (OriginKind.DEFAULT, "", None),
    }


@pytest.mark.parametrize(
    ("name", "bad"),
    [
        ("city", "atlantis"),
        ("language", "jv"),
        ("theme", "noon"),
        ("text_size", "99"),
        ("text_size", "176"),
        ("text_size", "big"),
        ("database", "pusat.sqlite"),
        ("database", "sqlite:///"),
        ("database", "sqlite:///pusat.sqlite?mode=ro"),
        ("database", "mysql://host/pusat"),
    ],
)
def test_a_bad_value_is_named_with_the_place_where_it_stands(
    name: str, bad: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = bad.split(":", 1)[0] if name == "database" else bad
    said = [(one.code, one.origin.kind, one.setting, one.value) for one in troubles({name: bad})]
    assert said == [("bad", OriginKind.ARGUMENT, name, shown)]

    monkeypatch.setenv(f"KULKUL_{name.upper()}", bad)
    (one,) = troubles()
    assert (one.code, one.origin.name) == ("bad", f"KULKUL_{name.upper()}")
    monkeypatch.delenv(f"KULKUL_{name.upper()}")

    file = written(f"\n\n{name} = '{bad}'\n")
    (one,) = troubles()
    assert (one.code, one.origin.name, one.origin.line) == ("bad", str(file), 3)


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("postgresql://made:rahasia@host/pusat", "with_password"),
        ("postgresql://host/pusat?password=rahasia", "with_password"),
        ("postgresql://host/pusat?sslmode=prefer", "tls"),
        ("postgresql://host/pusat?application_name=x", "option"),
        ("postgresql://made@host", "bad"),
        ("postgresql+asyncpg://h/p", "bad"),
        ("postgres://h/p", "bad"),
    ],
)
def test_an_address_of_a_server_that_is_refused(url: str, code: str) -> None:
    (one,) = troubles({"database": url})
    assert one.code == code
    assert "rahasia" not in repr(one)


def test_a_server_is_named_by_its_address(place: Path) -> None:
    found = load({"database": "postgresql://db1,db2:5433/pusat"})
    assert found.on_server
    assert found.database == "postgresql://db1,db2:5433/pusat"
    file = written('database = "postgresql://db1/pusat?sslrootcert=ca.crt"')
    assert load({}).database == f"postgresql://db1/pusat?sslrootcert={file.parent / 'ca.crt'}"
    assert load({"database": "postgresql://db1/pusat?sslrootcert=ca.crt"}).database.endswith(
        f"={place / 'ca.crt'}"
    )


def test_everything_wrong_is_said_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    file = written('kota = "denpasar"\n[window]\nwidth = 3\n')
    monkeypatch.setenv("KULKUL_CITTY", "denpasar")
    said = [(one.code, one.origin.name, one.origin.line, one.setting) for one in troubles({"theme": "x"})]
    assert said == [
        ("unknown", "KULKUL_CITTY", None, "KULKUL_CITTY"),
        ("unknown", str(file), 1, "kota"),
        ("unknown", str(file), 2, "window"),
        ("bad", "--theme", None, "theme"),
    ]


def test_variables_for_passwords_are_no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KULKUL_ADMIN_PASSWORD", "rahasia-sekali")
    assert load({}) == Settings()
    assert "rahasia-sekali" not in (paths.cache_dir() / "settings-checked.json").read_text()


@pytest.mark.parametrize(
    ("text", "line"),
    [("city =\n", 1), ('theme = "day"\ncity = denpasar\n', 2), (b'theme = "day"\n\n\xff\n', 3)],
)
def test_a_file_that_is_no_toml_is_named_with_its_line(text: str | bytes, line: int) -> None:
    file = written(text)
    (one,) = troubles()
    assert (one.code, one.origin.name, one.origin.line) == ("not_toml", str(file), line)


def test_a_file_with_a_mark_of_its_encoding_is_read() -> None:
    written(b'\xef\xbb\xbfcity = "makassar"\n')
    assert load({}).city == "makassar"


def test_a_file_that_was_named_must_be_there(place: Path) -> None:
    (one,) = troubles({"settings": "absent.toml"})
    assert (one.code, one.origin.name) == ("unreadable", "absent.toml")
    (place / "own.toml").write_text('city = "makassar"\n')
    assert load({"settings": "own.toml"}).city == "makassar"


def test_a_folder_in_place_of_the_file_is_unreadable() -> None:
    paths.default_settings_file().mkdir(parents=True)
    assert [one.code for one in troubles()] == ["unreadable"]


def test_paths_are_meant_from_where_they_are_written(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = written('database = "sqlite:///pusat.sqlite"\ndata_dir = "data"\n')
    found = load({})
    assert found.database_file == file.parent / "pusat.sqlite"
    assert found.database == f"sqlite:///{file.parent / 'pusat.sqlite'}"
    assert found.data_dir == file.parent / "data"
    assert load({"database": "sqlite:///lain.sqlite"}).database_file == place / "lain.sqlite"
    monkeypatch.setenv("HOME", str(place / "home"))
    assert load({"data_dir": "~/d"}).data_dir == place / "home" / "d"
    assert load({"database": f"sqlite:///{place}/x y.sqlite"}).database_file == place / "x y.sqlite"


def test_an_empty_argument_asks_for_the_training_centre() -> None:
    written('database = "sqlite:///pusat.sqlite"\n')
    assert load({"database": ""}).is_training_default


def test_what_was_checked_is_not_checked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = {"city": "makassar", "text_size": "150"}
    first = load(asked)
    monkeypatch.delattr(settings_check, "check")
    assert load(asked) == first


def test_what_changes_is_checked_again(monkeypatch: pytest.MonkeyPatch, place: Path) -> None:
    written("text_size = 110\n")
    assert load({}).text_size == 110
    written("text_size = 120\n")
    assert load({}).text_size == 120
    monkeypatch.setenv("KULKUL_TEXT_SIZE", "130")
    assert load({}).text_size == 130
    (place / "elsewhere").mkdir()
    monkeypatch.chdir(place / "elsewhere")
    assert load({"database": "sqlite:///a"}).database_file == place / "elsewhere" / "a"


def test_a_spoilt_memory_is_no_trouble() -> None:
    load({})
    memory = paths.cache_dir() / "settings-checked.json"
    for text in ("", "[1]", memory.read_text().replace("denpasar", "x").replace('"night"', "1")):
        memory.write_text(text)
        assert load({"theme": "day"}).theme is Theme.DAY
        assert load({}).city in {"denpasar", "x"}  # the user's own file: it hides nothing from the user
    for number in range(20):
        load({"text_size": str(100 + number)})
    assert memory.stat().st_mode & 0o077 == 0 or os.name == "nt" or memory.parent.stat().st_mode & 0o077 == 0
    assert len(settings._remembered()) == 8


def test_a_cache_that_takes_nothing_is_no_trouble(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (place / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(place / "file"))
    assert load({"city": "makassar"}).city == "makassar"


@pytest.mark.parametrize(
    ("arguments", "variable", "text", "language"),
    [
        ({}, "", "", Language.INDONESIAN),
        ({"language": "en"}, "id", "", Language.ENGLISH),
        ({}, "en", "", Language.ENGLISH),
        ({}, "", "language = 'en'  # ours\ncity =", Language.ENGLISH),
        ({"language": "xx"}, "en", "", Language.INDONESIAN),
        ({"settings": "absent.toml", "language": "en"}, "", "", Language.ENGLISH),
    ],
)
def test_the_language_of_complaints_is_guessed_from_settings_that_may_be_wrong(
    arguments: dict[str, str], variable: str, text: str, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(text)
    monkeypatch.setenv("KULKUL_LANGUAGE", variable)
    assert likely_language(arguments) is language

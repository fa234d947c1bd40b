"""City packs that are wrong: every error names file, line and cure, and all are told at once."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.operations.packs import PackError, pack_folder, read_pack

Edit = Callable[[str, str, str], None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "denpasar"
    shutil.copytree(pack_folder("denpasar"), copy)
    return copy


@pytest.fixture
def edit(folder: Path) -> Edit:
    def replace(file: str, old: str, new: str) -> None:
        text = (folder / file).read_text(encoding="utf-8")
        assert old in text
        (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    return replace


def codes(folder: Path) -> list[tuple[str, str, int]]:
    with pytest.raises(PackError) as caught:
        read_pack(folder)
    return [(one.code, one.file, one.line) for one in caught.value.problems]


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        ("units.csv", "engine,induk,Regu Induk,3", "engine,indku,Regu Induk,3", ("unknown_station", 2)),
        ("units.csv", "engine,induk", "fire engine,induk", ("bad_choice", 2)),
        ("units.csv", "Regu Induk,3", "Regu Induk,three", ("bad_number", 2)),
        ("units.csv", "Regu Induk,3", "Regu Induk,3,4", ("cells", 2)),
        ("units.csv", "damkar-2,", "damkar-1,", ("code_again", 3)),
        ("units.csv", "damkar-2,", "damkar 2,", ("bad_code", 3)),
        ("units.csv", "Damkar 2,", "damkar 1,", ("call_sign_again", 3)),
        ("units.csv", "Damkar 2,", ",", ("empty", 3)),
        ("units.csv", "head_count", "heads", ("column_missing", 1)),
        ("areas.csv", "kelurahan,51.71.01,-8.736259", "kelurahan,51.71.09,-8.736259", ("no_kecamatan", 3)),
        ("areas.csv", "kelurahan,51.71.01,-8.736259", "kelurahan,51.71.01,-98.7", ("bad_number", 3)),
        ("areas.csv", "kecamatan,,", "kecamatan,51.71.02,", ("kecamatan_inside", 2)),
        ("areas.csv", "Pedungan", "Serangan", ("name_again", 4)),
        ("categories.csv", "BPBD,PLN DINKES", "DAMKAR,PLN DINKES", ("unknown_agency", 2)),
        ("categories.csv", "PLN DINKES POLRI", "PLN DINKES PLN", ("agency_twice", 2)),
        ("categories.csv", ",P1,BPBD,PLN", ",P1,,PLN", ("support_without_lead", 2)),
        ("categories.csv", "emergency,P1", "gawat,P1", ("bad_choice", 2)),
        ("agencies.csv", "BPBD,112", "BPBD,081200000000", ("number_private", 2)),
        ("stations.csv", "51.71.03.2002", "51.71.03.9999", ("unknown_area", 2)),
        ("outcomes.csv", "taken_to_hospital,R", "taken_to_hospital,T", ("key_again", 3)),
        ("outcomes.csv", "handled,T", "handled,t", ("bad_key", 2)),
        ("clocks.csv", "answer,,,15,20", "answer,,,25,20", ("alarm_first", 2)),
        ("clocks.csv", "on_scene,fire_land,", "on_scene,fire,", ("unknown_category", 12)),
        ("clocks.csv", "on_scene,fire_land,,", "on_scene,fire_land,P1,", ("two_scopes", 12)),
        ("clocks.csv", "first_unit,,P2", "first_unit,,P1", ("target_again", 4)),
        ("look_back.csv", "fire_building,365", "fire_biulding,365", ("unknown_category", 2)),
        ("look_back.csv", "fire_building,365", "fire_building,a year", ("bad_number", 2)),
        ("look_back.csv", "fire_building,365", "fire_building,0", ("bad_number", 2)),
        ("look_back.csv", "fire_building,365", "fire_building,3651", ("bad_number", 2)),
        ("look_back.csv", "fire_vehicle,365", "fire_building,90", ("code_again", 3)),
        ("look_back.csv", "code,days", "code,weeks", ("column_missing", 1)),
        ("plans.csv", "engine:2/3 ambulance:1", "engin:2", ("bad_need", 2)),
        ("plans.csv", "engine:2/3 ambulance:1", "engine:0", ("bad_need", 2)),
        ("plans.csv", "engine:2/3 ambulance:1,PLN", ",", ("empty_plan", 2)),
        ("plans.csv", "engine:2/3 ambulance:1,PLN", ",PNL", ("unknown_agency", 2)),
        ("plans.csv", "fire_building,P2", "fire_building,", ("plan_again", 3)),
        ("dispatch_text.toml", "Arah: {way}", "Arah: {jalan}", ("text_part", 13)),
        ("dispatch_text.toml", "Lokasi: {place|belum jelas}", "Lokasi: {place", ("text_brace", 10)),
        ("dispatch_text.toml", "BAHAYA bagi kru: {hazards}", "BAHAYA bagi kru:", ("text_lacks", 6)),
        ("dispatch_text.toml", 'smoke = "asap"', 'smoke = ""', ("text_word", 69)),
        ("dispatch_text.toml", 'smoke = "asap"', "", ("key_missing", 67)),
        ("dispatch_text.toml", "[access]", "[akses]", ("key_missing", 0)),
        ("dispatch_text.toml", "radio =", "HT =", ("key_unknown", 22)),
        ("shifts.csv", "pagi,Pagi,08:00", "pagi,Pagi,8:00", ("bad_choice", 2)),
        ("centre.toml", 'letters = "DP"', 'letters = "Dps"', ("bad_setting", 3)),
        ("centre.toml", 'zone = "Asia/Makassar"', 'zone = "Asia/Denpasar"', ("bad_setting", 4)),
        ("centre.toml", 'letters = "DP"', "letters = DP", ("bad_toml", 3)),
        ("centre.toml", "local_number", "telephone", ("key_unknown", 6)),
        ("centre.toml", "area_code", "#", ("key_missing", 0)),
    ],
)
def test_an_error_is_told_with_its_line(
    folder: Path, edit: Edit, file: str, old: str, new: str, expected: tuple[str, int]
) -> None:
    edit(file, old, new)
    code, line = expected
    assert (code, file, line) in codes(folder)


def test_all_errors_are_told_at_once(folder: Path, edit: Edit) -> None:
    edit("units.csv", "engine,induk,Regu Induk,3", "engine,indku,Regu Induk,3")
    edit("categories.csv", "emergency,P1", "gawat,P1")
    (folder / "hospitals.csv").unlink()
    with pytest.raises(PackError) as caught:
        read_pack(folder)
    assert str(caught.value).splitlines() == [
        "city pack denpasar:",
        "  categories.csv:2: bad_choice column='class' value='gawat' "
        "known='emergency, urgent, not_urgent, civic'",
        "  hospitals.csv: file_missing",
        "  units.csv:2: unknown_station value='indku'",
    ]


def test_a_bad_line_does_not_draw_errors_elsewhere(folder: Path, edit: Edit) -> None:
    edit("stations.csv", "-8.6768", "south")
    assert codes(folder) == [("bad_number", "stations.csv", 2)]


def test_a_quoted_cell_over_two_lines_keeps_the_count(folder: Path, edit: Edit) -> None:
    edit("hospitals.csv", "Jl. Diponegoro", '"Jl.\nDiponegoro"')
    edit("hospitals.csv", "wangaya,", "bad code,")
    assert codes(folder) == [("bad_code", "hospitals.csv", 4)]


def test_semicolons_and_a_byte_order_mark_are_read(folder: Path) -> None:
    path = folder / "agencies.csv"
    text = path.read_text(encoding="utf-8").replace('"Kecamatan / desa, kelurahan"', "Kecamatan / desa")
    path.write_text("\ufeff" + text.replace(",", ";"), encoding="utf-8")
    assert len(read_pack(folder).agencies) == 16


def test_a_file_that_is_no_text(folder: Path) -> None:
    (folder / "agencies.csv").write_bytes(b"\xff\xfe\x00code")
    assert ("file_unreadable", "agencies.csv", 0) in codes(folder)


def test_a_file_without_lines(folder: Path) -> None:
    (folder / "outcomes.csv").write_text("code,key,name_id,name_en\n", encoding="utf-8")
    assert codes(folder) == [("file_empty", "outcomes.csv", 0)]

"""A list of hospitals: which lines are the centre's own, and which points cannot be right."""

from pathlib import Path

from desktop.domain.board import Reference
from desktop.domain.hospitals import HospitalPlace
from desktop.domain.reference import Area, Hospital
from desktop.gazetteer.hospitals import Found, compare, read_list

LIST = """kode_rs,nama,tempat_tidur,alamat,wilayah,lat,lon
5171001,RS UMUM DAERAH WANGAYA,200,JL. KARTINI,"KOTA DENPASAR, BALI",-8.6525,115.2110
5171002,RS UMUM BHAKTI,62,JL. GATOT,"KOTA DENPASAR, BALI",-2.4185,108.4919
5171003,RS UMUM SURYA,10,,"KOTA DENPASAR, BALI",115.2130,-8.6600
5171004,RSIA BUNDA,20,,"KOTA DENPASAR, BALI",-8.6600,115.2200
5171005,RSIA HARAPAN,20,,"KOTA DENPASAR, BALI",-8.6600,115.2200
5171006,RS UMUM KOSONG,,,"KOTA DENPASAR, BALI",,
7371001,RS UMUM DAYA,90,,"KOTA MAKASSAR, SULAWESI SELATAN",-5.1,119.5
"""


def _reference(*places: HospitalPlace) -> Reference:
    return Reference(
        areas={"a": Area(id="a", name="Dauh Puri", latitude=-8.655, longitude=115.214)},
        hospitals={"wangaya": Hospital(id="wangaya", name="RSUD Wangaya", short_name="RS Wangaya")},
        hospital_places={one.id: one for one in places},
    )


def _compared(tmp_path: Path, reference: Reference, text: str = LIST) -> Found:
    file = tmp_path / "rs.csv"
    file.write_text(text, encoding="utf-8")
    return compare(read_list(file), reference, "Denpasar", None)


def test_points_that_cannot_be_right_are_told_with_their_line_and_left_out(tmp_path: Path) -> None:
    found = _compared(tmp_path, _reference())
    assert [(one.line, one.code) for one in found.doubts] == [
        (3, "outside"),
        (4, "swapped"),
        (5, "same_point"),
        (6, "same_point"),
        (7, "no_point"),
    ]
    assert found.elsewhere == 1
    placed = {one.id: one.point for one in found.places}
    assert {code for code, point in placed.items() if point is not None} == {"wangaya"}, "known by its words"
    assert len(found.hospitals) == 5


def test_imported_again_it_changes_only_what_is_other_and_a_doubt_wipes_no_point_out(tmp_path: Path) -> None:
    place = HospitalPlace(
        id="wangaya",
        hospital="wangaya",
        registry="5171001",
        latitude=-8.6525,
        longitude=115.211,
        beds=200,
        acts={"reference": "x"},
    )
    lines = LIST.splitlines()[:2]
    assert _compared(tmp_path, _reference(place), "\n".join(lines)).known == 1
    moved = _compared(tmp_path, _reference(place), "\n".join(lines).replace("200,", "250,"))
    assert [dict(values) for _, values in moved.changed] == [{"beds": 250}]
    wrong = _compared(tmp_path, _reference(place), "\n".join(lines).replace("-8.6525", "-2.6525"))
    assert [one.code for one in wrong.doubts] == ["outside"]
    assert not wrong.changed

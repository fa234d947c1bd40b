"""Places from a file of map data: offered, taken by key, near a border, and one kept for the next call."""

import json
from pathlib import Path
from typing import Any

from tests.journeys.centres import quiet_centre
from tests.journeys.conftest import StartDesk
from tests.journeys.display import Display
from tests.journeys.screen import Window
from tests.journeys.steps import open_incident, take_call, wait_line

OFFERED, ADDRESS, LANDMARK = "Tempat yang ditawarkan", "Alamat", "Patokan"
KELURAHAN, POINT = "Kelurahan", "Koordinat atau tautan peta"
WEST, MIDDLE, EAST = 115.20, 115.2165, 115.23
"""Two desa meet at the middle; the hospital stands some 70 m west of it."""


def _feature(kind: str, coordinates: Any, **properties: str) -> dict[str, Any]:
    geometry = {"type": kind, "coordinates": coordinates}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def _border(code: str, name: str, west: float, east: float) -> dict[str, Any]:
    ring = [[west, -8.66], [east, -8.66], [east, -8.64], [west, -8.64], [west, -8.66]]
    return _feature("Polygon", [ring], kode=code, nama=name, kode_kecamatan="51.71.04")


def _town(folder: Path) -> Path:
    """Two desa, a street through both, another that crosses it, and a hospital."""
    features = [
        _border("51.71.04.2002", "Dangin Puri Kauh", WEST, MIDDLE),
        _border("51.71.04.2001", "Dangin Puri Kangin", MIDDLE, EAST),
        _feature(
            "LineString",
            [[115.21, -8.65], [115.215, -8.65], [115.22, -8.65]],
            name="Jalan Kartini",
            fclass="secondary",
        ),
        _feature(
            "LineString", [[115.215, -8.648], [115.215, -8.65]], name="Jalan Veteran", fclass="secondary"
        ),
        _feature("Point", [115.2159, -8.6512], name="RSUD Wangaya", amenity="hospital"),
    ]
    file = folder / "town.geojson"
    file.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    return file


def _bring_in(display: Display, folder: Path, database: str) -> None:
    words = ["gazetteer", "import", str(_town(folder)), "--database", database]
    importing = display.start(words, folder / "imported", anew=False)
    assert importing.wait(60) == 0, (folder / "imported").read_text()


def _take(desk: Window, first: str) -> None:
    """Wait until a place is offered first, and take it."""
    desk.wait_items(OFFERED, lambda now: now[0][8:].startswith(first), first)
    desk.keys("Ctrl+1")


def test_places_are_offered_taken_overruled_and_kept(
    display: Display, start_desk: StartDesk, tmp_path: Path
) -> None:
    database = quiet_centre(tmp_path)
    _bring_in(display, tmp_path, database)
    desk = start_desk("--database", database)
    desk.wait_for("F2 terima panggilan")
    take_call(desk, "kecelakaan motor", address="jl kartini no 4 dpn rs wngaya rt 3 rw 1")
    _take(desk, "RSUD Wangaya")
    picture = desk.wait_until(lambda now: now.field(KELURAHAN) == "Dangin Puri Kauh", "the kelurahan")
    assert (picture.field(ADDRESS), picture.field(LANDMARK)) == ("jl kartini no 4", "dpn RSUD Wangaya")
    assert (picture.field("RT/RW"), picture.field(POINT)) == ("3/1", "-8.651200, 115.215900")
    desk.wait_for("dekat batas: Ctrl+H memakai Dangin Puri Kangin")
    desk.keys("Ctrl+h")
    desk.wait_until(lambda now: now.field(KELURAHAN) == "Dangin Puri Kangin", "the neighbour")
    open_incident(desk, "001")
    desk.wait_for("jl kartini no 4, Dangin Puri Kangin")

    take_call(desk, "pohon tumbang", address="simpang kartini veteran")
    _take(desk, "Simpang Kartini")
    desk.wait_until(lambda now: now.field(ADDRESS).startswith("Simpang Kartini – Veteran"), "taken")
    open_incident(desk, "002")

    take_call(desk, "api di warung", address="Jl. Kartini no 9", landmark="dpn warung Bu Komang")
    desk.wait_for("Alamat — belum ada titik")
    desk.keys("Ctrl+Shift+a")
    desk.wait_said(
        "“warung Bu Komang” (tempat) disimpan untuk semua meja. Ctrl+Shift+A sekali lagi menariknya."
    )
    take_call(desk, "api", address="sebelah warung komang")
    wait_line(desk, OFFERED, "warung Bu Komang")
    desk.keys("Down", "1")
    desk.wait_until(lambda now: now.field(LANDMARK) == "sebelah warung Bu Komang", "the kept place")
    assert desk.look().field(ADDRESS) == "Jl. Kartini"

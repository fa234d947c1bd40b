"""A house fire in Denpasar, from the call to the close, with two engines and PLN; then again in English."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.journeys.conftest import StartDesk
from tests.journeys.steps import leave_fields, quiet_centre, take_call

WORDS: Mapping[str, Mapping[str, str]] = {
    "id": {
        "category": "Kebakaran rumah/bangunan",
        "waiting": "menunggu",
        "assigned": "ditugaskan",
        "under_way": "menuju",
        "on_scene": "di lokasi",
        "available": "14 siap",
        "closed": "ditutup",
    },
    "en": {
        "category": "Building fire",
        "waiting": "waiting",
        "assigned": "assigned",
        "under_way": "under way",
        "on_scene": "on scene",
        "available": "available",
        "closed": "closed",
    },
}


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_house_fire_from_ring_to_close(start_desk: StartDesk, tmp_path: Path, language: str) -> None:
    words = WORDS[language]
    desk = start_desk("--database", quiet_centre(tmp_path), "--language", language)
    desk.wait_for("F2")

    take_call(desk, "kebakaran dapur di rumah, api sudah ke atap, ada nenek di dalam")
    leave_fields(desk, 1)
    desk.type("kebak")
    leave_fields(desk, 1)
    desk.wait_for(words["category"], "P1")
    leave_fields(desk, 1)
    desk.type("Gg. Mawar 5, Jl. Hayam Wuruk")
    leave_fields(desk, 3)
    desk.type("sumerta klod")
    leave_fields(desk, 1)
    desk.wait_for("Denpasar Timur")
    desk.keys("Ctrl+Enter")
    desk.wait_for("-001", "Gg. Mawar 5, Jl. Hayam Wuruk", words["waiting"])

    desk.keys("Alt+u")
    desk.type("dam1 dam2")
    desk.keys("Enter")
    desk.wait_for("Damkar 1 · Damkar 2")

    desk.keys("Ctrl+r")
    desk.type("pln")
    desk.keys("Enter")
    desk.wait_for("PLN")

    for said, shown in (("dam1 m", "under_way"), ("dam1 l", "on_scene"), ("dam2 l", "on_scene")):
        desk.keys("Ctrl+u")
        desk.type(said)
        desk.keys("Enter")
        desk.wait_for(words[shown])

    desk.keys("Ctrl+n")
    desk.type("api padam, listrik dipadamkan PLN")
    desk.keys("Enter")
    desk.wait_for("api padam, listrik dipadamkan PLN")

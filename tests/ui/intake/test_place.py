"""Places offered while an address is typed, and taken by keys."""

import asyncio

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView

from desktop.domain.located import Located
from desktop.domain.places import Place, PlaceKind
from desktop.gazetteer.new_places import NewPlace
from desktop.gazetteer.search import Found
from tests.ui.intake.scene import Intake
from ui.intake.fields import AddressLine
from ui.place_keeping import OtherName

KARTINI = Place(
    id="k",
    name="Jalan Kartini",
    kind=PlaceKind.STREET,
    area="51.71.04.2002",
    latitude=-8.65,
    longitude=115.21,
)
WANGAYA = Place(
    id="w",
    name="RSUD Wangaya",
    kind=PlaceKind.HOSPITAL,
    area="51.71.04.2002",
    latitude=-8.6512,
    longitude=115.2123,
    street="Jl. Kartini No.133",
)


def _address(intake: Intake) -> AddressLine:
    field = intake.panel.form.fields["address"]
    assert isinstance(field, AddressLine)
    return field


def _offered(intake: Intake, text: str) -> list[str]:
    """What is offered once a text stands in the address."""
    intake.driver.run(intake.desk.session.places.put([KARTINI, WANGAYA]))
    intake.panel.form.go_to("address")
    intake.driver.press("Ctrl+A")
    intake.driver.type(text)
    intake.until(lambda: _address(intake).offers, "places are offered")
    intake.driver.settle()
    return list(_address(intake).offers)


def test_a_place_that_is_taken_fills_landmark_area_and_point(intake: Intake) -> None:
    intake.answer("kecelakaan")
    assert _offered(intake, "jl kartini dpn rs wangaya rt 3 rw 1")[0].startswith("Ctrl+1  RSUD Wangaya — ")
    intake.driver.press("Ctrl+1")
    assert intake.text("address") == "jl kartini"
    assert intake.text("landmark") == "dpn RSUD Wangaya"
    assert intake.text("rt_rw") == "3/1"
    assert intake.text("point") == "-8.651200, 115.212300"
    assert intake.text("kecamatan") == "Denpasar Utara"
    incident = intake.open().incident
    assert (incident.landmark, incident.area, incident.latitude) == (
        "dpn RSUD Wangaya",
        WANGAYA.area,
        -8.6512,
    )


def test_places_that_come_after_the_address_was_typed_are_offered(intake: Intake) -> None:
    intake.answer("kecelakaan")
    intake.panel.form.go_to("address")
    intake.driver.type("jl kartini no 4")
    intake.driver.settle(0.2)
    assert not _address(intake).offers
    intake.driver.run(intake.desk.session.places.put([KARTINI, WANGAYA]))
    intake.until(lambda: _address(intake).offers, "places are offered")
    assert _address(intake).offers[0].startswith("Ctrl+1  Jalan Kartini")


def test_arrow_and_digit_take_too_and_a_digit_alone_is_only_typed(intake: Intake) -> None:
    intake.answer()
    assert _offered(intake, "kartini")[0].startswith("Ctrl+1  Jalan Kartini")
    intake.driver.type(" 2")
    intake.until(lambda: _address(intake).offers, "still offered")
    assert intake.text("address") == "kartini 2"
    intake.driver.press("Down")
    intake.driver.press("1")
    assert intake.text("address") == "Jalan Kartini 2"


def test_an_arrow_stays_on_its_place_when_those_of_the_last_letters_come(
    intake: Intake, monkeypatch: pytest.MonkeyPatch
) -> None:
    intake.answer()
    _offered(intake, "jl kartini")
    places, gate, begun = intake.desk.session.places, asyncio.Event(), asyncio.Event()
    find = places.find

    async def slowly(text: str, count: int) -> Found:
        begun.set()
        await gate.wait()
        return await find(text, count)

    monkeypatch.setattr(places, "find", slowly)
    intake.driver.type(" 2")
    intake.until(begun.is_set)
    intake.driver.press("Down")
    gate.set()
    intake.driver.settle()
    intake.driver.press("1")
    assert intake.text("address") == "Jalan Kartini 2"


def test_letters_typed_on_a_place_are_typed_and_leave_it(intake: Intake) -> None:
    intake.answer()
    _offered(intake, "jl kartini")
    intake.driver.press("Down")
    intake.driver.type(" no 1")
    assert intake.text("address") == "jl kartini no 1"


def test_what_is_offered_covers_no_field_where_there_is_room_beside_the_panel(intake: Intake) -> None:
    intake.answer()
    intake.window.resize(1366, 768)
    intake.panel.setMaximumWidth(352)
    _offered(intake, "kartini")
    popup = next(one for one in intake.window.findChildren(QListView) if one.isVisible())
    assert popup.x() >= intake.panel.geometry().right()
    address = _address(intake)
    assert popup.y() == address.mapTo(intake.window, address.rect().topLeft()).y()
    intake.driver.press("Tab")
    assert not popup.isVisible()


def test_enter_and_tab_leave_what_was_typed(intake: Intake) -> None:
    intake.answer()
    _offered(intake, "jl kartini no 4")
    intake.driver.press("Return")
    assert (intake.text("address"), intake.text("point")) == ("jl kartini no 4", "")
    assert intake.panel.form.focused() == "landmark"
    assert not _address(intake).offers


def test_what_was_typed_by_hand_is_not_written_over_but_what_another_place_filled_is(intake: Intake) -> None:
    intake.answer()
    intake.fill("landmark", "pagar hijau")
    _offered(intake, "dpn rs wangaya")
    intake.driver.press("Ctrl+1")
    assert (intake.text("landmark"), intake.text("address")) == (
        "pagar hijau",
        "dpn RSUD Wangaya, Jl. Kartini No.133",
    )
    _offered(intake, "jl kartini")
    intake.driver.press("Down")
    intake.driver.press("Return")
    assert intake.text("point") == "-8.650000, 115.210000"
    intake.driver.press("Ctrl+Z")
    assert intake.text("address") == "jl kartini"


def _heard(intake: Intake, narrative: str) -> str:
    """What the empty address says once a place was heard in the narrative."""
    intake.driver.run(intake.desk.session.places.put([KARTINI, WANGAYA]))
    intake.answer(narrative)
    intake.until(lambda: _address(intake).placeholderText(), "a place is heard")
    return _address(intake).placeholderText()


def test_a_place_heard_in_the_narrative_is_taken_by_one_key_and_never_by_itself(intake: Intake) -> None:
    assert "Ctrl+1" in _heard(intake, "ibu saya jatuh di jl kartini no 4 dpn rs wangaya, tolong")
    assert "RSUD Wangaya" in _address(intake).placeholderText()
    assert (intake.text("address"), intake.text("point")) == ("", "")
    intake.driver.press("Ctrl+1")
    assert intake.panel.form.focused() == "narrative", "the caller speaks on"
    assert (intake.text("address"), intake.text("landmark")) == ("jl kartini no 4", "dpn RSUD Wangaya")
    assert intake.open().incident.latitude == WANGAYA.latitude
    assert _address(intake).cursorPosition() == 0  # of a long one the beginning is seen
    intake.driver.press("Alt+L")
    intake.driver.type(" A")
    assert intake.text("address") == "jl kartini no 4 A"


def test_the_kelurahan_said_behind_a_street_is_shown_and_taken(intake: Intake) -> None:
    assert _heard(intake, "banjir di jl kartini renon, selutut") == (
        "Ctrl+1: Jalan Kartini — Renon, Denpasar Selatan"
    )
    intake.driver.press("Ctrl+1")
    assert [intake.text(one) for one in ("address", "area", "point")] == ["Jalan Kartini", "Renon", ""]


def test_a_kelurahan_that_was_taken_is_not_offered_again_although_the_address_stays_empty(
    intake: Intake,
) -> None:
    name = intake.desk.session.reference.areas["51.71.04.2002"].name
    _heard(intake, f"banjir di {name}, sudah selutut")
    intake.driver.press("Ctrl+1")
    assert (intake.text("address"), intake.text("area")) == ("", name)
    assert not _address(intake).placeholderText()


def test_of_an_alley_that_no_map_has_the_words_are_shown_that_would_be_taken(intake: Intake) -> None:
    name = intake.desk.session.reference.areas["51.71.04.2002"].name
    assert f"“gang mawar no 5, {name}”" in _heard(intake, f"banjir di gang mawar no 5, {name}")


def test_a_place_that_is_heard_gives_way_to_what_is_typed_and_to_the_next_call(intake: Intake) -> None:
    _heard(intake, "kebakaran di jl kartini")
    intake.fill("address", "pasar")
    assert not _address(intake).placeholderText()
    intake.driver.press("Ctrl+1")
    assert intake.text("address") == "pasar"
    intake.panel.form.go_to("address")
    intake.driver.press("Ctrl+A")
    intake.driver.press("Delete")
    intake.until(lambda: _address(intake).placeholderText(), "heard again in the empty field")
    intake.answer("halo halo")
    intake.driver.settle(0.3)
    assert not _address(intake).placeholderText()


KAUH, KAJA, KANGIN = "51.71.04.2002", "51.71.04.2003", "51.71.04.2001"
"""Neighbours: Dangin Puri Kauh, Kaja, Kangin."""


def _locate(latitude: float, longitude: float) -> Located:
    """Borders along the parallels: Kauh north of 8.65 south, Kaja below, and another city from 8.7 on."""
    if latitude < -8.7:
        near = (KAJA,) if latitude > -8.701 else ()
        return Located(area=None, near=near, outside="Kuta, Badung", centre="Badung", telephone="112")
    return Located(area=KAUH if latitude > -8.65 else KAJA, near=(KANGIN,) if longitude > 115.3 else ())


def _point(intake: Intake, text: str) -> str:
    """What is said below the kelurahan once a point stands in the form."""
    intake.desk.session.places.set_borders(_locate)
    intake.fill("point", text)
    intake.driver.settle()
    said = intake.panel.form.area_said()
    return "" if said is None else said.text


def test_a_point_brings_its_kelurahan_and_one_key_takes_the_neighbour(intake: Intake) -> None:
    intake.answer()
    assert _point(intake, "-8.64, 115.31") == "near the border: Ctrl+H takes Dangin Puri Kangin"
    assert intake.text("area") == "Dangin Puri Kauh"
    intake.driver.press("Ctrl+H")
    assert intake.text("area") == "Dangin Puri Kangin"
    assert intake.open().incident.area == KANGIN


def test_a_kelurahan_chosen_by_hand_stays_and_what_the_point_says_is_told(intake: Intake) -> None:
    intake.answer()
    intake.fill("area", "dangin puri kauh")
    intake.driver.press("Tab")
    assert _point(intake, "-8.66, 115.2") == "the point lies in Dangin Puri Kaja: Ctrl+H takes it"
    assert intake.text("area") == "Dangin Puri Kauh"
    intake.driver.press("Ctrl+H")
    assert intake.text("area") == "Dangin Puri Kaja"


def test_a_point_outside_the_city_names_the_centre_there_and_is_saved_as_such(intake: Intake) -> None:
    intake.answer("kecelakaan")
    said = _point(intake, "-8.72, 115.17")
    assert said == "the point lies outside the city, in Kuta, Badung: Badung 112."
    incident = intake.open().incident
    assert (incident.outside_city, incident.area) == (True, None)
    assert _point(intake, "-8.7005, 115.17").endswith("Near Dangin Puri Kaja: Ctrl+H takes it.")
    intake.driver.press("Ctrl+H")
    cases = intake.desk.session.board.cases
    intake.until(lambda: cases[incident.id].incident.area == KAJA, "saved")
    assert not cases[incident.id].incident.outside_city


def test_what_of_a_call_can_be_kept_is_its_landmark_or_the_other_name_of_the_place_taken(
    intake: Intake,
) -> None:
    intake.answer()
    intake.fill("address", "Jl. Mawar no 3")
    intake.fill("landmark", "depan warung Bu Komang")
    kept = intake.panel.place_to_keep
    assert isinstance(kept, NewPlace)
    assert (kept.name, kept.street) == ("warung Bu Komang", "Jl. Mawar")
    _offered(intake, "jl kartinni no 4")
    intake.driver.press("Ctrl+1")
    other = intake.panel.place_to_keep
    assert other is None or isinstance(other, NewPlace)
    _offered(intake, "jl krtini no 4")
    intake.driver.press("Ctrl+1")
    assert intake.panel.place_to_keep == OtherName(KARTINI, "jl krtini")


def test_a_key_pressed_before_the_narrative_was_listened_to_takes_what_is_heard(intake: Intake) -> None:
    intake.driver.run(intake.desk.session.places.put([KARTINI, WANGAYA]))
    intake.answer()
    intake.driver.type("orang jatuh di jl kartini")
    intake.driver.press("Ctrl+1")
    assert not intake.said
    intake.until(lambda: intake.text("address") == "Jalan Kartini", "the place is taken")
    assert intake.text("point") == "-8.650000, 115.210000"
    intake.answer()
    intake.driver.type("orang jatuh")
    intake.driver.press("Ctrl+1")
    intake.until(lambda: intake.said, "an answer")
    assert intake.said[-1].startswith("No place is offered or heard")


def test_such_a_key_gives_way_to_what_is_typed_and_means_no_other_call(intake: Intake) -> None:
    intake.driver.run(intake.desk.session.places.put([KARTINI, WANGAYA]))
    intake.answer()
    intake.driver.type("orang jatuh di jl kartini")
    intake.driver.press("Ctrl+1")
    intake.driver.press("Alt+L")
    intake.driver.type("gg 3")
    intake.driver.settle(0.4)
    assert intake.text("address") == "gg 3"
    intake.answer()
    intake.driver.type("orang jatuh di jl kartini")
    intake.driver.press("Ctrl+1")
    intake.driver.press("F2")
    intake.driver.settle(0.4)
    assert intake.text("address") == ""
    assert not intake.said


def test_a_key_pressed_before_places_were_offered_for_the_address_takes_the_first(intake: Intake) -> None:
    intake.driver.run(intake.desk.session.places.put([KARTINI, WANGAYA]))
    intake.answer()
    intake.panel.form.go_to("address")
    _address(intake).setText("rs wangaya")
    _address(intake).textEdited.emit("rs wangaya")
    intake.driver.press("Ctrl+1")
    intake.until(lambda: intake.text("point"), "the place is taken")
    assert not intake.said
    intake.panel.form.go_to("address")
    intake.driver.press("Ctrl+A")
    intake.driver.type("zzz")
    intake.driver.press("Ctrl+1")
    intake.until(lambda: intake.said, "an answer")


@pytest.mark.parametrize(("asked", "in_address"), [("find", True), ("hear", False)])
def test_a_key_that_came_before_a_fault_takes_no_place_by_itself_later(
    intake: Intake, monkeypatch: pytest.MonkeyPatch, asked: str, in_address: bool
) -> None:
    intake.driver.run(intake.desk.session.places.put([KARTINI, WANGAYA]))
    faults: list[object] = []
    intake.driver.loop.set_exception_handler(lambda _loop, context: faults.append(context.get("exception")))

    async def fails(*_given: object) -> None:
        raise RuntimeError("a bug")

    intake.answer()
    if in_address:
        intake.driver.press("Alt+L")
    field = intake.panel.form.fields["address" if in_address else "narrative"]
    assert field.hasFocus()
    with monkeypatch.context() as patch:
        patch.setattr(intake.desk.session.places, asked, fails)
        for letter in "rs wang":  # faster than anything can be found
            QTest.keyClicks(field, letter)
        QTest.keySequence(field, QKeySequence("Ctrl+1"))
        intake.until(lambda: faults, "a report is made")
    intake.driver.type("aya")
    intake.driver.settle(0.4)
    assert (intake.text("address"), intake.text("point")) == ("rs wangaya" if in_address else "", "")

"""Places offered while an address is typed, and taken by keys."""

from desktop.domain.places import Place, PlaceKind
from tests.ui.intake.scene import Intake
from ui.intake.fields import AddressLine

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


def test_arrow_and_digit_take_too_and_a_digit_alone_is_only_typed(intake: Intake) -> None:
    intake.answer()
    assert _offered(intake, "kartini")[0].startswith("Ctrl+1  Jalan Kartini")
    intake.driver.type(" 2")
    intake.until(lambda: _address(intake).offers, "still offered")
    assert intake.text("address") == "kartini 2"
    intake.driver.press("Down")
    intake.driver.press("1")
    assert intake.text("address") == "Jalan Kartini 2"


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

"""Describing a call: choices, numbers, what is wrong, and saving while one types."""

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from sqlalchemy import Connection, select

from desktop.domain.calls import CallType
from desktop.domain.reference import Priority
from desktop.store.tables import access_log
from tests.ui.intake.scene import Intake


def test_a_category_is_chosen_by_any_part_and_brings_its_priority(intake: Intake) -> None:
    intake.answer("api")
    intake.driver.press("Tab")
    intake.driver.type("kebak")
    intake.driver.press("Tab")
    assert intake.text("category") == "Building fire"
    assert intake.text("priority") == "P1"
    intake.driver.type("3")
    assert intake.text("priority") == "P3"
    incident = intake.open().incident
    assert (incident.category, incident.priority) == ("fire_building", Priority.P3)


def test_a_long_category_is_read_from_its_beginning(intake: Intake) -> None:
    intake.answer()
    intake.fill("category", "jenazah")
    field = intake.panel.form.fields["category"]
    assert isinstance(field, QLineEdit)
    assert field.text()
    assert field.cursorPosition() == 0


def test_an_override_is_given_back_to_the_category(intake: Intake) -> None:
    intake.answer()
    intake.fill("category", "kebak")
    intake.panel.form.go_to("priority")
    intake.driver.type("4")
    assert intake.text("priority") == "P4"
    intake.driver.press("Backspace")
    assert intake.text("priority") == "P1"


def test_an_address_typed_into_the_priority_goes_where_it_belongs(intake: Intake) -> None:
    for typed in ("Gg. Mawar 2", "Pulau Kawe 4", "p. Serangan 1", "jl 3"):
        intake.answer()
        intake.fill("category", "kebak")
        intake.panel.form.go_to("priority")
        intake.driver.type(typed)
        assert (intake.text("priority"), intake.text("address")) == ("P1", typed)
        incident = intake.open().incident
        assert (incident.priority, incident.address) == (Priority.P1, typed)


def test_a_priority_may_be_typed_with_its_letter(intake: Intake) -> None:
    intake.answer()
    intake.panel.form.go_to("priority")
    intake.driver.type("p3")
    assert (intake.text("priority"), intake.text("address")) == ("P3", "")


def test_a_kelurahan_fills_its_kecamatan(intake: Intake) -> None:
    intake.answer()
    intake.fill("area", "pemecutan klod")
    assert intake.text("area") == "Pemecutan Kelod"
    assert intake.text("kecamatan") == "Denpasar Barat"
    area = intake.desk.session.reference.areas[str(intake.open().incident.area)]
    assert area.name == "Pemecutan Kelod"


def test_a_kecamatan_narrows_and_stands_for_itself(intake: Intake) -> None:
    intake.answer()
    intake.fill("kecamatan", "denut")
    assert intake.text("kecamatan") == "Denpasar Utara"
    intake.panel.form.go_to("area")
    intake.driver.type("pemecutan")
    field = intake.panel.form._areas.kelurahan
    assert {option.detail for option in field._options} == {"Denpasar Utara"}
    intake.driver.press("Tab")
    assert intake.text("area") == "Pemecutan Kaja"
    intake.panel.form.go_to("area")
    intake.driver.press("Ctrl+A")
    intake.driver.press("Delete")
    intake.driver.press("Tab")
    assert intake.text("kecamatan") == "Denpasar Utara"
    area = intake.desk.session.reference.areas[str(intake.open().incident.area)]
    assert area.name == "Denpasar Utara"


def test_another_kecamatan_takes_a_kelurahan_away_that_lies_elsewhere(intake: Intake) -> None:
    intake.answer()
    intake.fill("area", "renon")
    intake.fill("kecamatan", "dentim")
    assert (intake.text("area"), intake.text("kecamatan")) == ("", "Denpasar Timur")


def test_ctrl_enter_opens_at_once_from_any_field(intake: Intake) -> None:
    for name in ("channel", "narrative", "category", "priority", "address", "area", "name"):
        work = intake.answer()
        intake.panel.form.go_to(name)
        incident = intake.open().incident
        assert (incident.category, incident.priority, incident.address) == (None, Priority.P2, None), name
        assert work in intake.works
        assert work.call.speaking
        intake.until_read("Category — not clear yet")
        assert intake.text("priority") == "P2"


def test_what_is_typed_but_not_taken_yet_counts_when_the_incident_is_opened(intake: Intake) -> None:
    intake.answer("pohon menimpa mobil")
    intake.fill("channel", "whats")
    intake.fill("landmark", "depan Pasar Badung")
    intake.fill("rt_rw", "rt 1 rw 9")
    intake.fill("point", "https://maps.google.com/?q=-8.656300,115.212629")
    intake.fill("people_hurt", "2")
    intake.fill("name", "Ketut")
    intake.driver.press("Ctrl+E")
    intake.driver.type("00:00")
    intake.fill("recording", "rec-1")
    intake.panel.form.go_to("category")
    intake.driver.type("pohon")
    case = intake.open()
    incident = case.incident
    assert incident.category is not None
    assert (incident.rt, incident.rw, incident.people_hurt) == ("1", "9", 2)
    assert (incident.latitude, incident.longitude) == (-8.6563, 115.212629)
    entry = intake.detail(case.id).calls[0]
    assert (entry.call.channel.value, entry.call.recording) == ("whatsapp", "rec-1")
    assert entry.call.rang_at is not None
    assert (entry.private.narrative, entry.private.name) == ("pohon menimpa mobil", "Ketut")


def test_one_bad_field_hinders_no_incident_and_stays(intake: Intake) -> None:
    intake.answer("tabrakan")
    intake.fill("people_hurt", "dua")
    intake.until_read("People hurt: write a number, as 2")
    case = intake.open()
    assert case.incident.people_hurt is None
    assert intake.text("people_hurt") == "dua"
    assert intake.current.call.dirty == {"people_hurt"}
    intake.fill("people_hurt", "2")
    intake.until(lambda: intake.case(case.id).incident.people_hurt == 2)
    assert "write a number" not in intake.read()


def test_what_is_typed_later_is_saved_after_a_pause_in_one_act(intake: Intake) -> None:
    intake.answer("api")
    case = intake.open()
    intake.driver.type(" besar, ada")
    intake.driver.settle(0.3)
    intake.driver.type(" nenek")
    assert intake.count("incident.described") == 0
    intake.until(lambda: not intake.current.call.dirty, "saved after the pause", 3)
    assert intake.count("incident.described") == 1
    assert intake.detail(case.id).calls[0].private.narrative == "api besar, ada nenek"
    intake.until_read("saved")


def test_leaving_a_field_saves_it_at_once_on_top_of_the_last_save(intake: Intake) -> None:
    intake.answer("api")
    case = intake.open()
    intake.fill("address", "Gg. Mawar 5")
    intake.fill("landmark", "dpn balai")
    intake.idle()
    intake.fill("category", "kebak")
    intake.idle()
    incident = intake.case(case.id).incident
    intake.until(lambda: intake.case(case.id).incident.category == "fire_building")
    incident = intake.case(case.id).incident
    assert (incident.address, incident.landmark, incident.priority) == (
        "Gg. Mawar 5",
        "dpn balai",
        Priority.P1,
    )
    assert "not clear yet" not in intake.read()
    assert intake.said == []


def test_a_number_is_shown_as_it_is_said_and_its_history_comes_once(intake: Intake) -> None:
    for key in ("F6", "F7"):
        intake.answer()
        intake.fill("number", "081238112204")
        intake.driver.press(key)
        intake.until(lambda: not intake.works)
    intake.answer()
    intake.fill("number", "+62 812 38112204")
    assert intake.text("number") == "0812 3811 2204"
    intake.until_read("This number: 1 prank, 1 silent")
    intake.panel.form.go_to("number")
    intake.driver.press("Tab")
    intake.driver.settle(0.1)
    assert len(_looks(intake, intake.current.call.id)) == 1
    case = intake.open()
    assert intake.detail(case.id).calls[0].private.number == "081238112204"


def test_a_number_is_looked_up_while_the_cursor_is_still_in_it(intake: Intake) -> None:
    intake.answer()
    intake.panel.form.go_to("number")
    intake.driver.type("081238112204")
    intake.until_read("This number has not called before.")
    assert intake.panel.form.focused() == "number"


def test_a_number_with_digits_missing_is_flagged_and_not_saved(intake: Intake) -> None:
    intake.answer()
    intake.fill("number", "0812 38")
    intake.until_read("Telephone: digits are missing")
    case = intake.open()
    assert intake.detail(case.id).calls[0].private.number is None
    assert intake.text("number") == "0812 38"


def test_coordinates_without_a_minus_are_understood_and_told(intake: Intake) -> None:
    intake.answer()
    intake.fill("point", "8.6563, 115.2126")
    intake.until_read("Point or map link: read as south of the equator")
    assert intake.open().incident.latitude == -8.6563


def test_every_field_has_a_name_and_tab_goes_through_all(intake: Intake) -> None:
    intake.answer()
    intake.driver.press("Ctrl+E")
    form = intake.panel.form
    assert all(field.accessibleName() for field in form.fields.values())
    form.go_to("channel")
    visited = [form.focused()]
    for _ in range(len(form.fields) - 1):
        intake.driver.press("Tab")
        visited.append(form.focused())
    assert visited[:3] == ["channel", "narrative", "category"]
    assert set(visited) == set(form.fields)


@pytest.mark.usefixtures("dressed")
def test_all_is_seen_at_the_design_height(intake: Intake) -> None:
    intake.answer("api")
    intake.fill("number", "081238112204")
    intake.until_read("This number has not called before.")
    intake.open()
    panel = intake.panel
    assert panel.minimumSizeHint().height() <= panel.height()
    for field in panel.form.fields.values():
        if field.isVisible():
            assert isinstance(field, QLineEdit | QPlainTextEdit)
            assert field.height() >= intake.desk.session.look.px(24)
    assert panel.next.geometry().bottom() <= panel.height()


def test_counts_of_genuine_calls_come_from_opening(intake: Intake) -> None:
    intake.answer()
    intake.open()
    board = intake.desk.session.board
    intake.until(lambda: board.ended_today.get(CallType.GENUINE) == 1)


def _looks(intake: Intake, call: str) -> list[str]:
    def query(connection: Connection) -> list[str]:
        found = connection.execute(select(access_log.c.subject).where(access_log.c.call == call))
        return [str(subject) for (subject,) in found]

    return intake.driver.run(intake.desk.services.store.read(query))

"""Closing, reopening, merging, relating and copying by key."""

from dataclasses import replace
from functools import partial

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from desktop.domain.reference import AgencyPart, Role
from desktop.operations.incidents import close_incident
from tests.ui.driver import OpenDesk
from tests.ui.pane.conftest import OpenPane
from tests.ui.pane.scene import Scene, done, trapped_driver


def _problems(opened: OpenPane) -> list[str]:
    return [one.text() for one in opened.prompt._problems.values() if one.isVisible()]


def test_an_incident_is_closed_by_the_letter_of_its_outcome(opened: OpenPane, scene: Scene) -> None:
    opened.show(scene.open())
    opened.driver.press("Ctrl+W")
    letters = next(one.text() for one in opened.prompt.findChildren(QLabel) if "Not\u00a0found" in one.text())
    assert "N\u00a0Not\u00a0found" in letters
    assert "Enter goes on, Esc leaves" in [one.text() for one in opened.prompt.findChildren(QLabel)]
    opened.driver.type("n")
    opened.driver.press("Return")
    opened.driver.type("sudah dicari")
    opened.driver.press("Return")
    opened.driver.until(lambda: "Closed Not found — sudah dicari  Made S." in opened.timeline)
    assert not opened.prompt.isVisible()
    assert "is closed: Not found" in opened.said[-1]
    opened.driver.press("Ctrl+W")
    assert opened.said[-1] == "The incident is already closed."


def test_an_outcome_is_found_by_typing(opened: OpenPane, scene: Scene) -> None:
    opened.show(scene.open())
    opened.driver.press("Ctrl+W")
    opened.driver.type("palsu")
    opened.driver.press("Return")
    opened.driver.press("Return")
    opened.driver.until(lambda: "Closed False report  Made S." in opened.timeline)


def test_an_outcome_left_empty_is_told_beside_its_field_at_the_first_enter(
    opened: OpenPane, scene: Scene
) -> None:
    opened.show(scene.open())
    opened.driver.press("Ctrl+W")
    opened.driver.press("Return")
    assert _problems(opened) == ["Choose an outcome."]
    opened.driver.type("palsu")
    opened.driver.press("Return")
    assert _problems(opened) == []
    opened.driver.press("Return")
    opened.driver.until(lambda: "Closed False report  Made S." in opened.timeline)


def test_while_something_runs_closing_needs_a_reason(opened: OpenPane, scene: Scene) -> None:
    incident = scene.open()
    scene.assign(incident, "A2")
    scene.refer(incident, "PLN", AgencyPart.SUPPORT)
    opened.show(incident)
    opened.driver.press("Ctrl+W")
    opened.driver.type("t")
    opened.driver.press("Return")
    opened.driver.press("Return")
    opened.driver.until(lambda: _problems(opened))
    assert _problems(opened) == ["Units or agencies are still at work: give a reason."]
    opened.driver.type("kru lanjut sendiri")
    opened.driver.press("Return")
    opened.driver.until(lambda: "Closed Handled — kru lanjut sendiri  Made S." in opened.timeline)


def test_who_closed_it_first_is_said_beside_the_field(
    opened: OpenPane, scene: Scene, other_desk: OpenDesk
) -> None:
    incident = scene.open()
    opened.show(incident)
    opened.driver.press("Ctrl+W")
    opened.driver.type("t")
    opened.driver.press("Return")
    seen = scene.case(incident).incident
    done(opened.driver.run(close_incident(other_desk.session.desk, seen, "not_found")))
    opened.driver.press("Return")
    opened.driver.until(lambda: _problems(opened))
    assert "Wayan P." in _problems(opened)[0]


def test_a_closed_incident_is_opened_again_with_a_reason(opened: OpenPane, scene: Scene) -> None:
    incident = scene.open()
    opened.show(incident)
    opened.driver.press("Ctrl+Shift+W")
    assert opened.said[-1] == "The incident is open."
    scene.act(
        opened.driver.run(close_incident(scene.desk.session.desk, scene.case(incident).incident, "handled"))
    )
    opened.driver.until(lambda: not opened.detail.case.incident.is_open)
    opened.driver.press("Ctrl+Shift+W")
    opened.driver.press("Return")
    assert _problems(opened) == ["A reason is needed."]
    opened.driver.type("api menyala lagi")
    opened.driver.press("Return")
    opened.driver.until(lambda: "Opened again api menyala lagi  Made S." in opened.timeline)


def test_a_merge_moves_all_and_goes_on_with_the_other(opened: OpenPane, scene: Scene) -> None:
    target = scene.open(address="Jl. Nangka 1", category="trapped", priority="P1")
    scene.refer(target, "BPBD", AgencyPart.LEAD)
    source = trapped_driver(scene)
    opened.show(source)
    opened.driver.press("Ctrl+N")
    opened.driver.type("setengah catatan")
    opened.driver.press("Ctrl+M")
    opened.driver.type("nangka 1")
    opened.driver.press("Return")
    opened.driver.until(lambda: opened.asked == [target])
    opened.driver.until(lambda: opened.detail.case.id == target)
    assert opened.pane.incident == target
    assert opened.pane.note.field.text() == "setengah catatan"
    assert len(opened.detail.calls) == 3
    assert any("Merged " in text and "callers 2 · units 2 · referrals 1" in text for text in opened.timeline)
    assert any(text.endswith("merged into this one") for text in opened.particulars)


def test_an_incident_merged_elsewhere_is_followed(opened: OpenPane, scene: Scene) -> None:
    target, source = scene.open(address="A"), scene.open(address="B")
    opened.show(source)
    opened.driver.press("Ctrl+M")
    opened.driver.type("001")
    opened.driver.press("Return")
    opened.driver.until(lambda: opened.asked == [target])
    opened.pane.show_case(None)
    opened.asked.clear()
    opened.pane.show_case(source)
    opened.driver.until(lambda: opened.asked == [target])
    opened.driver.until(lambda: opened.pane.detail is not None)
    assert opened.pane.incident == target


def test_a_note_of_a_merged_incident_can_be_struck(opened: OpenPane, scene: Scene) -> None:
    target, source = scene.open(address="A"), scene.open(address="B")
    scene.note(source, "korban dua")
    opened.show(source)
    opened.driver.press("Ctrl+M")
    opened.driver.type("001")
    opened.driver.press("Return")
    opened.driver.until(lambda: opened.pane.incident == target and opened.detail.case.id == target)
    at = opened.timeline.index("Note korban dua  Made S.")
    opened.pane.timeline.setCurrentIndex(opened.pane.timeline.rows_model.index(at, 0))
    opened.driver.press("Ctrl+G")
    opened.driver.press("Delete")
    opened.driver.press("Return")
    opened.driver.until(lambda: "Note korban dua (struck through)  Made S." in opened.timeline)


def test_related_incidents_stay_separate_and_lead_to_each_other(opened: OpenPane, scene: Scene) -> None:
    other = scene.open(address="Jl. Kamboja 3")
    opened.show(scene.open(address="Jl. Kamboja 5"))
    opened.driver.press("Ctrl+Shift+M")
    opened.driver.type("kamboja 3")
    opened.driver.press("Return")
    opened.driver.until(lambda: any(text.endswith("related") for text in opened.particulars))
    beside = opened.pane.particulars
    beside.setFocus()
    beside.setCurrentIndex(beside.rows_model.index_of(f"other:{other}"))
    opened.driver.press("Return")
    assert opened.asked == [other]


def test_escape_leaves_a_question_and_gives_the_focus_back(opened: OpenPane, scene: Scene) -> None:
    opened.show(scene.open())
    opened.driver.press("Ctrl+N")
    opened.driver.press("Ctrl+W")
    assert opened.prompt.isVisible()
    opened.driver.press("Esc")
    assert not opened.prompt.isVisible()
    assert opened.pane.note.field.hasFocus()


def test_a_copy_is_for_agencies_and_the_timeline_says_who_made_it(opened: OpenPane, scene: Scene) -> None:
    caller = {"name": "Putu", "number": "081238112204"}
    opened.show(scene.open(category="trapped", priority="P1", latitude=-8.6385, longitude=115.2231, **caller))
    opened.driver.press("Ctrl+Shift+C")
    text = QGuiApplication.clipboard().text()
    assert text.startswith("*Orang terjepit / terjebak* (P1)")
    assert "https://maps.google.com/?q=-8.638500,115.223100" in text
    assert "Pelapor: Putu, 0812 3811 2204" in text
    opened.driver.until(lambda: "Copied as text for a message  Made S." in opened.timeline)
    assert opened.said[-1].endswith("is copied: paste it into the message.")


def test_a_restricted_incident_is_opened_for_a_reason_that_its_timeline_tells(
    opened: OpenPane, scene: Scene
) -> None:
    session = scene.desk.session
    opened.show(scene.open(restricted=True))
    opened.driver.press("Ctrl+Shift+G")
    assert opened.said[-1] == "You may read this incident."
    author = replace(session.desk.author, roles=frozenset({Role.CALL_TAKER}))
    session.desk = replace(session.desk, author=author)
    opened.driver.press("Ctrl+Shift+G")
    opened.driver.press("Return")
    assert _problems(opened) == ["A reason is needed."]
    opened.driver.type("korban menelepon lagi")
    opened.driver.press("Return")
    opened.driver.until(lambda: any("korban menelepon lagi" in line for line in opened.timeline))
    assert "is open to you" in opened.said[-1]
    assert not opened.prompt.isVisible()


def _told(opened: OpenPane, words: str) -> bool:
    return any(words in line for line in opened.timeline)


def test_an_incident_is_restricted_and_that_is_lifted_for_a_reason(opened: OpenPane, scene: Scene) -> None:
    incident = scene.open()
    scene.open()
    opened.show(incident)
    warning = "This one is restricted: the other becomes so with it."
    for reason in ("anak di bawah umur", "sudah jelas"):
        opened.driver.press("Ctrl+Shift+X")
        opened.driver.press("Return")
        assert _problems(opened) == ["A reason is needed."]
        opened.driver.type(reason)
        opened.driver.press("Return")
        opened.driver.until(partial(_told, opened, f" — {reason}  Made S."))
        opened.driver.press("Ctrl+M")
        shown = [one.text() for one in opened.prompt.findChildren(QLabel) if one.isVisible()]
        assert (warning in shown) == scene.case(incident).incident.restricted
        opened.driver.press("Escape")
    assert not scene.case(incident).incident.restricted

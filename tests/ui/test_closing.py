"""Closing while writes are running loses none."""

from pathlib import Path

from desktop.operations.calls import take_call
from desktop.operations.desk import Done
from desktop.operations.incidents import add_note, open_incident
from desktop.store.making import open_file
from desktop.store.queries_board import read_detail
from tests.ui.driver import Driver, OpenDesk


def test_what_was_begun_before_closing_is_written(driver: Driver, desk: OpenDesk, centre_file: Path) -> None:
    taken = driver.run(take_call(desk.session.desk))
    assert isinstance(taken, Done)
    driver.until(lambda: taken.row in desk.session.board.calls)
    opened = driver.run(open_incident(desk.session.desk, desk.session.board.calls[taken.row], {}))
    assert isinstance(opened, Done)
    driver.until(lambda: opened.row in desk.session.board.cases)
    incident = desk.session.board.cases[opened.row].incident
    for number in range(40):
        desk.session.perform(add_note(desk.session.desk, incident, f"catatan {number}"))
    desk.close()

    store = open_file(centre_file)
    detail = driver.run(store.read(lambda connection: read_detail(connection, opened.row)))
    driver.run(store.close())
    assert detail is not None
    notes = {entry.note for entry in detail.timeline if entry.kind == "note.added"}
    assert notes == {f"catatan {number}" for number in range(40)}

"""Reminders and messages on a whole desk: set by an order, listed, warned of, settled by keys."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt

from desktop.operations.desk import Author, Desk, Done
from desktop.operations.memos import remind, send_message
from tests.ui.orders.seat import Seat


def _lines(seat: Seat) -> list[str]:
    model = seat.view.pages.memos.model
    columns = range(model.columnCount())
    rows = range(model.rowCount())
    return [" | ".join(str(model.data(model.index(row, one))) for one in columns) for row in rows]


def _other(seat: Seat) -> Desk:
    """The same centre as somebody else has it."""
    desk = seat.view.session.desk
    return replace(desk, author=Author("wayan", "Wayan", desk.author.roles))


def test_what_is_to_be_done_is_reminded_of_listed_put_off_and_settled(seat: Seat) -> None:
    driver, session = seat.driver, seat.view.session
    board, bar = session.board, seat.view.top_bar.memos
    seat.type("select 001")
    driver.press("Escape")
    driver.press("Alt+I")
    driver.type("10m call the caller back")
    assert "for all desks: “call the caller back”" in seat.shown[0]
    assert "Gg. Mawar 5" in seat.shown[0]
    driver.press("Return")
    driver.until(lambda: len(board.memos) == 1, "the reminder is on the board")
    assert not bar.text(), "nothing is due yet"
    past = session.clock.now() - timedelta(minutes=1)
    assert isinstance(driver.run(remind(_other(seat), "old work", past, seat.tree.id)), Done)
    driver.until(lambda: bar.text() == "reminders due 1", "it is due")
    assert seat.said[-1] == "Reminder: old work · Alt+P: list"

    driver.press("Alt+D")
    alarms = seat.view.pages.alarms
    due = next(one for one in session.alarms if one.due.kind == "reminder")
    alarms.table.rest_on(due.id)
    row = alarms.table.currentIndex().row()
    told = [str(alarms.model.data(alarms.model.index(row, one))) for one in (2, 5)]
    assert told == ["reminder", "old work · Fallen tree, Jl. Sudirman"]
    warns = alarms.model.data(alarms.model.index(row, 0), Qt.ItemDataRole.ForegroundRole)
    driver.press("Return")
    first, second = _lines(seat)
    assert "Reminder, due | old work" in first
    assert (seat.view.selected() or seat.fire).id == seat.tree.id, "its callers stand in the pane"
    page = seat.view.pages.memos.model
    assert page.data(page.index(0, 0), Qt.ItemDataRole.ForegroundRole) == warns, "it only warns here too"
    assert f"call the caller back | {session.number(seat.fire)}" in second
    driver.press("Return")
    driver.until(lambda: len(board.memos) == 1, "what is done is gone")
    driver.press("+")
    driver.type("+25m")
    driver.press("Return")
    until = next(iter(board.memos.values())).memo.due_at
    driver.until(lambda: next(iter(board.memos.values())).memo.due_at != until, "it is put off")
    driver.press("Alt+Z")
    driver.until(lambda: next(iter(board.memos.values())).memo.due_at == until, "that is taken back")


def test_a_message_is_told_of_below_the_call_and_read_by_a_key(seat: Seat) -> None:
    driver, session = seat.driver, seat.view.session
    seat.type("message wayan; on my way")
    assert "“on my way” · Wayan" in seat.shown[0]
    assert "is at no desk now" in seat.shown[0]
    driver.press("Return")
    driver.until(lambda: len(session.board.memos) == 1, "it is sent")
    driver.press("F2")
    typing = driver.app.focusWidget()
    assert isinstance(driver.run(send_message(_other(seat), "the line is down", "made")), Done)
    driver.until(lambda: seat.view.top_bar.memos.text() == "messages 1", "it came")
    assert "the line is down · Alt+P: list" in seat.said[-1]
    assert driver.app.focusWidget() is typing, "the call goes on"
    driver.press("Alt+P")
    assert "Message, new | the line is down" in _lines(seat)[0]
    driver.press("Return")
    driver.until(lambda: not seat.view.top_bar.memos.text(), "it was read")
    entry = next(one for one in session.board.memos.values() if one.text == "the line is down")
    assert [one.operator for one in entry.reads] == ["made"]

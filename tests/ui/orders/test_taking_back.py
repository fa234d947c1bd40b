"""One key takes the last act back as an act of its own, or says what stands in the way."""

import asyncio

import pytest

from desktop.domain.acts import Act, Refusal, Result
from desktop.domain.phase import Phase
from desktop.domain.referrals import ReferralState
from desktop.domain.units import UnitStatus
from desktop.operations.acted import HAVE_WAY_BACK
from desktop.operations.desk import Author
from desktop.operations.orders.taking_back import _WAYS
from desktop.operations.referrals import answer_referral
from desktop.store.problems import StoreError
from tests.ui.orders.seat import Seat


def _order(seat: Seat, text: str) -> None:
    seat.type(text)
    seat.driver.press("Return")
    seat.driver.until(lambda: not seat.orders.bar.isVisible(), text)


def _take_back(seat: Seat, *said: str) -> None:
    count = len(seat.said)
    seat.driver.press("Alt+Z")
    seat.driver.until(lambda: len(seat.said) > count, "an answer")
    assert all(one in seat.said[-1] for one in said), seat.said[-1]


def test_what_can_be_undone_is_undone_by_an_act_of_its_own(seat: Seat) -> None:
    _take_back(seat, "Nothing was written")
    _order(seat, "send dam1, a1 to 001")
    assert "Alt+Z" in seat.foot
    before = seat.view.session.board.sequence
    _take_back(seat, "Taken back: Damkar 1, A1: assigned → called off · ")
    assert seat.view.session.board.sequence == before + 2
    assert seat.scene.unit("Damkar 1").status is seat.scene.unit("A1").status is UnitStatus.AVAILABLE
    assert seat.scene.case(seat.fire.id).phase is Phase.WAITING
    assert "Alt+Z" not in seat.foot

    _order(seat, "off duty dam1")
    _take_back(seat, "Taken back: Damkar 1: ")
    assert seat.scene.unit("Damkar 1").status is UnitStatus.AVAILABLE
    _order(seat, "move dam1 to juanda")
    _take_back(seat, "stands at")
    assert seat.scene.unit("Damkar 1").station == "induk"
    _order(seat, "refer pln to 001")
    _take_back(seat, "PLN")
    assert [one.state for one in seat.scene.case(seat.fire.id).referrals] == [ReferralState.WITHDRAWN]
    _order(seat, "close 002 as handled")
    _order(seat, "note 001; gas inside")
    _take_back(seat, "“gas inside” struck through")
    _order(seat, "undo")
    seat.driver.until(lambda: seat.scene.case(seat.tree.id).incident.is_open, "open again")


def test_what_stands_in_the_way_is_said_and_nothing_changes(seat: Seat) -> None:
    _order(seat, "send dam1 to 001")
    _order(seat, "refer pln to 001")
    (told,) = seat.scene.case(seat.fire.id).referrals
    accepted = answer_referral(seat.view.session.desk, told, ReferralState.ACCEPTED)
    seat.scene.done(seat.driver.run(accepted))
    _order(seat, "under way dam1")
    _take_back(seat, "Taken back: Damkar 1: under way → assigned")
    assert seat.scene.unit("Damkar 1").status is UnitStatus.ASSIGNED
    assert seat.scene.running("Damkar 1").under_way_at is None
    before = seat.view.session.board.sequence
    _take_back(seat, "PLN: accepted by now")
    _take_back(seat, "Damkar 1 is assigned by now")
    assert seat.view.session.board.sequence == before

    assert set(_WAYS) == HAVE_WAY_BACK
    _order(seat, "distress dam1")
    assert "Alt+Z" not in seat.foot, "nobody takes back that help was called for"
    _order(seat, "note 001; x")
    assert "Alt+Z" in seat.foot
    taking_back = seat.view.taking_back
    taking_back._forgets.stop()
    taking_back._forgets.timeout.emit()  # a timer may be early: what it keeps is let go of later
    assert taking_back._forgets.isActive()
    late = seat.view.taking_back._monotonic() + 16
    seat.view.taking_back._monotonic = lambda: late
    _take_back(seat, "Nothing was written")


def test_the_key_reaches_no_earlier_act_while_one_could_not_be_taken_back(
    seat: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    _order(seat, "send a1 to 002")
    _order(seat, "send dam1, dam2 to 001")
    store, after = seat.view.session.services.store, 1
    submit = store.submit

    async def lost(act: Act, author: Author) -> Result | Refusal:
        nonlocal after
        after -= 1
        if after < 0:
            raise StoreError("unreachable")
        return await submit(act, author)

    monkeypatch.setattr(store, "submit", lost)
    _take_back(seat, "Taken back: Damkar 1: ", "Not taken back: ")
    _take_back(seat, "Not taken back: ")
    monkeypatch.setattr(store, "submit", submit)
    _take_back(seat, "Taken back: Damkar 2: ")
    assert seat.scene.unit("Damkar 2").status is UnitStatus.AVAILABLE
    assert seat.scene.unit("A1").status is UnitStatus.ASSIGNED


@pytest.mark.parametrize(
    ("keys", "kind", "told"),
    [
        (("Ctrl+Return",), "incident.opened", "merge it (Ctrl+M) or close it (Ctrl+W)"),
        (("Ctrl+J",), "call.joined", "Ctrl+Shift+J parts it"),
        (("Ctrl+J", "Ctrl+Shift+J"), "call.parted", "Ctrl+J joins it again"),
        (("F6",), "call.ended", "Shift+F6 takes back"),
    ],
)
def test_the_key_meant_for_what_was_done_with_a_call_calls_no_unit_off(
    seat: Seat, keys: tuple[str, ...], kind: str, told: str
) -> None:
    _order(seat, "select 002")
    _order(seat, "send dam1 to 001")
    done: list[str] = []
    seat.view.session.wrote.connect(lambda acted: done.append(acted.act.kind))
    seat.driver.press("F2")
    seat.driver.type("ada ular")
    for key in keys:
        seat.driver.press(key)
    seat.driver.until(lambda: done[-1:] == [kind], f"{kind}, not {done}")
    assert "Alt+Z" not in seat.foot
    _take_back(seat, told)
    assert seat.scene.unit("Damkar 1").status is UnitStatus.ASSIGNED
    for _ in keys[1:]:
        _take_back(seat)
    _take_back(seat, "Taken back: Damkar 1: ")


def test_the_key_meant_for_a_correction_calls_no_unit_off(seat: Seat) -> None:
    _order(seat, "select 001")
    _order(seat, "send dam1 to 001")
    seat.driver.press("Ctrl+D")
    seat.driver.press("Tab")
    seat.driver.press("Tab")
    seat.driver.type("7")
    seat.driver.press("Return")
    seat.driver.until(lambda: seat.scene.case(seat.fire.id).incident.people_hurt == 7, "corrected")
    seat.driver.until(lambda: "Alt+Z" not in seat.foot, "nothing that the key takes back")
    _take_back(seat, "correct it by hand")
    assert seat.scene.unit("Damkar 1").status is UnitStatus.ASSIGNED
    _take_back(seat, "Taken back: Damkar 1: ")


@pytest.mark.parametrize("refused", [False, True])
def test_the_key_waits_for_what_is_still_being_written(
    seat: Seat, monkeypatch: pytest.MonkeyPatch, refused: bool
) -> None:
    _order(seat, "send dam1 to 001")
    store, gate = seat.view.session.services.store, asyncio.Event()
    submit = store.submit

    async def slowly(act: Act, author: Author) -> Result | Refusal:
        await gate.wait()
        return Refusal("changed") if refused and act.kind == "unit.assigned" else await submit(act, author)

    monkeypatch.setattr(store, "submit", slowly)
    seat.type("send dam2 to 001")
    seat.driver.press("Return")
    seat.driver.press("Alt+Z")
    seat.driver.press("Alt+Z")
    seat.driver.settle(0.1)
    assert seat.scene.unit("Damkar 1").status is UnitStatus.ASSIGNED
    gate.set()
    if not refused:
        seat.driver.until(lambda: any("Taken back: Damkar 2" in one for one in seat.said), str(seat.said))
    seat.driver.settle(0.2)
    assert seat.scene.unit("Damkar 2").status is UnitStatus.AVAILABLE
    assert seat.scene.unit("Damkar 1").status is UnitStatus.ASSIGNED
    monkeypatch.setattr(store, "submit", submit)
    _take_back(seat, "Taken back: Damkar 1")


def test_the_key_holds_nothing_up_where_an_act_is_never_answered(
    seat: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, gate = seat.view.session.services.store, asyncio.Event()
    submit = store.submit

    async def slowly(act: Act, author: Author) -> Result | Refusal:
        if act.kind == "call.ended":
            await gate.wait()
        return await submit(act, author)

    monkeypatch.setattr(store, "submit", slowly)
    monkeypatch.setattr("ui.taking_back.LONGEST", 0.2)
    seat.driver.press("F2")
    (work,) = seat.view.intake.calls.works
    seat.driver.until(lambda: not work.chain.busy, "the call is taken")
    seat.driver.press("F6")
    seat.driver.press("Alt+Z")
    _order(seat, "send dam2 to 001")
    seat.driver.until(lambda: seat.scene.unit("Damkar 2").status is UnitStatus.ASSIGNED, "sent")
    gate.set()
    assert "Not taken back: it is still being written." in seat.said

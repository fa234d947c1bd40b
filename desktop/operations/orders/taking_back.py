"""Taking an act back: the acts that undo it, made from what it wrote and what the board shows now."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from desktop.domain.acts import Act, Op
from desktop.domain.board import Case, case_of
from desktop.domain.kinds_alarms import WELL
from desktop.domain.kinds_incidents import ALARM_SET, CONFIRMED
from desktop.domain.kinds_shifts import SIGNED_ON
from desktop.domain.plans import FIRST_LEVEL
from desktop.domain.referrals import ReferralState
from desktop.domain.units import MOVES, UnitStatus
from desktop.operations.acted import Acted
from desktop.operations.orders.going_back import gone_back
from desktop.operations.orders.picture import Picture
from desktop.operations.orders.plan import Deed, Intended
from desktop.operations.orders.undoing import InTheWay, Undoing


def take_back(acted: Acted, picture: Picture, reason: str) -> Undoing:
    """How an act is taken back. `reason`: what is noted where a reason is needed.

    Only what nobody wrote since: an act in between is named, not undone with it.
    """
    way = _WAYS.get(acted.act.kind)
    return way(acted, picture, reason) if way is not None else Undoing(in_the_way=InTheWay.NO_INVERSE)


def _sent(acted: Acted, picture: Picture, reason: str) -> Undoing:
    """Units that were sent are called off, as long as none has left."""
    units = [picture.units[one] for one in _rows(acted.act, "unit") if one in picture.units]
    changed = next((one for one in units if one.acts.get("status") != acted.act.id), None)
    if changed is not None:
        return Undoing(in_the_way=InTheWay.CHANGED, about=changed)
    found = []
    for unit in units:
        running = picture.running(unit.id)
        if running is None:
            return Undoing(in_the_way=InTheWay.CHANGED, about=unit)
        case = picture.cases.get(running.incident or "")
        found.append(Intended(Deed.CANCEL, case, units=(unit,), running=running, note=reason))
    return Undoing(tuple(found))


def _status(acted: Acted, picture: Picture, reason: str) -> Undoing:
    """A status goes back to the one before: said anew where that may follow, else with its assignment."""
    for row in _rows(acted.act, "unit"):
        before, now = acted.units.get(row), picture.units.get(row)
        if before is None or now is None:
            return Undoing(in_the_way=InTheWay.NO_INVERSE, about=now)
        if now.acts.get("status") != acted.act.id:
            return Undoing(in_the_way=InTheWay.CHANGED, about=now)
        works = any(one.table == "assignment" for one in acted.act.changes)
        if works or before.status not in MOVES[now.status]:
            return gone_back(acted, picture, before, now)
        if before.status is UnitStatus.OUT_OF_SERVICE:
            note, until = before.out_reason or reason, before.back_at
            broken = Intended(Deed.OUT_OF_SERVICE, units=(now,), status=before.status, note=note, until=until)
            return Undoing((broken,))
        return Undoing((Intended(Deed.STATUS, units=(now,), status=before.status),))
    return Undoing(in_the_way=InTheWay.NO_INVERSE)


def _signed_on(acted: Acted, picture: Picture, _reason: str) -> Undoing:
    """Who just signed on is signed off again."""
    for row in _rows(acted.act, "unit"):
        now = picture.units.get(row)
        if now is not None and {now.acts.get("status"), now.acts.get("crew")} == {acted.act.id}:
            return Undoing((Intended(Deed.STATUS, units=(now,), status=UnitStatus.OFF_DUTY),))
        return Undoing(in_the_way=InTheWay.CHANGED, about=now)
    return Undoing(in_the_way=InTheWay.NO_INVERSE)


def _moved(acted: Acted, picture: Picture, _reason: str) -> Undoing:
    for row in _rows(acted.act, "unit"):
        before, now = acted.units.get(row), picture.units.get(row)
        if before is not None and now is not None:
            if now.acts.get("station") != acted.act.id:
                return Undoing(in_the_way=InTheWay.CHANGED, about=now)
            return Undoing((Intended(Deed.MOVE, units=(now,), code=before.station),))
    return Undoing(in_the_way=InTheWay.NO_INVERSE)


def _noted(acted: Acted, picture: Picture, _reason: str) -> Undoing:
    case = _case(acted, picture)
    if case is None:
        return Undoing(in_the_way=InTheWay.NO_INVERSE)
    return Undoing((Intended(Deed.STRIKE, case, text=acted.act.id, note=acted.act.note or ""),))


def _reminded(acted: Acted, picture: Picture, _reason: str) -> Undoing:
    """A reminder that was set is done; one that was put off is due as before."""
    for row in (one.row for one in acted.act.changes if one.table == "memo"):
        before, now = acted.memos.get(row), picture.memos.get(row)
        if now is None:
            return Undoing(in_the_way=InTheWay.CHANGED)
        if now.memo.last_act != acted.act.id:
            return Undoing(in_the_way=InTheWay.CHANGED)
        case = case_of(picture.cases, now.memo.incident)
        if before is None:
            return Undoing((Intended(Deed.DONE, case, memo=now),))
        return Undoing((Intended(Deed.PUT_OFF, case, memo=now, until=before.memo.due_at),))
    return Undoing(in_the_way=InTheWay.NO_INVERSE)


def _undone(acted: Acted, picture: Picture, _reason: str) -> Undoing:
    """A reminder that was done is one again, at the time for which it was set."""
    for change in acted.act.changes:
        before = acted.memos.get(change.row)
        if before is not None:
            acts = {**before.memo.acts, "state": acted.act.id}
            done = replace(before, memo=replace(before.memo, acts=acts))
            case = case_of(picture.cases, before.memo.incident)
            return Undoing((Intended(Deed.PUT_OFF, case, memo=done, until=before.memo.due_at),))
    return Undoing(in_the_way=InTheWay.NO_INVERSE)


def _alarmed(acted: Acted, picture: Picture, _reason: str) -> Undoing:
    case = _case(acted, picture)
    before = acted.cases.get(case.id) if case is not None else None
    if case is None or before is None:
        return Undoing(in_the_way=InTheWay.NO_INVERSE)
    if case.incident.acts.get("alarm") != acted.act.id:
        return Undoing(in_the_way=InTheWay.CHANGED, about=case)
    return Undoing((Intended(Deed.ALARM, case, level=max(before.incident.alarm_level, FIRST_LEVEL)),))


def _referred(acted: Acted, picture: Picture, reason: str) -> Undoing:
    """Agencies that were told are called off, as long as none answered."""
    made = set(_rows(acted.act, "referral"))
    told = [(case, one) for case in picture.cases.values() for one in case.referrals if one.id in made]
    changed = next((one for _, one in told if one.acts.get("state") != acted.act.id), None)
    if changed is not None or len(told) < len(made):
        return Undoing(in_the_way=InTheWay.CHANGED, about=changed)
    state = ReferralState.WITHDRAWN
    return Undoing(
        tuple(Intended(Deed.ANSWER, case, referral=one, state=state, note=reason) for case, one in told)
    )


def _confirmed(acted: Acted, picture: Picture, reason: str) -> Undoing:
    made = set(_rows(acted.act, "referral")) | {one.row for one in acted.act.changes}
    for case in picture.cases.values():
        for one in case.referrals:
            if one.id in made:
                if one.acts.get("confirmation") != acted.act.id:
                    return Undoing(in_the_way=InTheWay.CHANGED, about=one)
                return Undoing((Intended(Deed.UNCONFIRM, case, referral=one, note=reason),))
    return Undoing(in_the_way=InTheWay.NO_INVERSE)


def _well(acted: Acted, picture: Picture, reason: str) -> Undoing:
    """A crew's clock goes back to when it was heard of before: it was another crew that spoke."""
    row = next((one.row for one in acted.act.changes), "")
    now = picture.answers.get(row)
    for case in picture.cases.values():
        for one in case.running:
            if now is None or one.id != now.about or one.unit not in picture.units:
                continue
            if now.acts.get("welfare") != acted.act.id:
                return Undoing(in_the_way=InTheWay.CHANGED, about=picture.units[one.unit])
            before = acted.answers.get(row)
            heard = (before.well_at if before is not None else None) or one.on_scene_at
            if heard is not None:
                units = (picture.units[one.unit],)
                back = Intended(Deed.WELL, case, units=units, running=one, answer=now, note=reason, at=heard)
                return Undoing((back,))
    return Undoing(in_the_way=InTheWay.NO_INVERSE)


def _of_case(deed: Deed, group: str) -> Callable[[Acted, Picture, str], Undoing]:
    def way(acted: Acted, picture: Picture, reason: str) -> Undoing:
        case = _case(acted, picture)
        if case is None:
            return Undoing(in_the_way=InTheWay.NO_INVERSE)
        if case.incident.acts.get(group) != acted.act.id:
            return Undoing(in_the_way=InTheWay.CHANGED, about=case)
        if deed is Deed.CLOSE and (case.running or case.running_referrals):
            return Undoing(in_the_way=InTheWay.CHANGED, about=case)  # nobody is left at work by a key
        before = acted.cases.get(case.id)
        if deed is Deed.RELEASE and before is not None and before.incident.holder is not None:
            return Undoing(in_the_way=InTheWay.NO_INVERSE, about=case)  # nobody gives another his incident
        code = before.incident.outcome or "" if before is not None and deed is Deed.CLOSE else ""
        if deed is Deed.CLOSE and not code:
            return Undoing(in_the_way=InTheWay.NO_INVERSE, about=case)
        return Undoing((Intended(deed, case, code=code, note=_noted_with(deed, reason)),))

    return way


def _noted_with(deed: Deed, reason: str) -> str:
    return reason if deed in (Deed.REOPEN, Deed.CLOSE) else ""


def _case(acted: Acted, picture: Picture) -> Case | None:
    return next((picture.cases[one] for one in _rows(acted.act, "incident") if one in picture.cases), None)


def _rows(act: Act, table: str) -> Iterable[str]:
    """The rows of a table that the act changed, or made where nothing but it makes any."""
    made = table == "referral"
    return [one.row for one in act.changes if one.table == table and (one.op is Op.UPDATE or made)]


_WAYS: Mapping[str, Callable[[Acted, Picture, str], Undoing]] = {
    "unit.assigned": _sent,
    "unit.occupied": _sent,
    "unit.available": _status,
    "unit.out_of_service": _status,
    "unit.off_duty": _status,
    **dict.fromkeys(
        (
            *("unit.under_way", "unit.on_scene", "unit.transporting", "unit.at_hospital"),
            *("unit.returning", "unit.cancelled", "unit.diverted"),
        ),
        _status,
    ),
    "unit.moved": _moved,
    SIGNED_ON: _signed_on,
    "note.added": _noted,
    "referral.made": _referred,
    "reminder.set": _reminded,
    "reminder.put_off": _reminded,
    "reminder.done": _undone,
    CONFIRMED: _confirmed,
    ALARM_SET: _alarmed,
    WELL: _well,
    "incident.closed": _of_case(Deed.REOPEN, "closing"),
    "incident.reopened": _of_case(Deed.CLOSE, "closing"),
    "incident.taken": _of_case(Deed.RELEASE, "holder"),
}

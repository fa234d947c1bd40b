"""A hand-over in words: the same lines on the screen, on paper, and years later."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.domain.board import Reference
from desktop.domain.handover import listed, moment_of
from desktop.domain.phase import Phase
from desktop.domain.shifts import HandoverEntry
from desktop.domain.units import UnitStatus
from ui.marking import QT_TRANSLATE_NOOP
from ui.times import clock_text, date_text
from ui.words import category_name, word

translate = QCoreApplication.translate
_N = QT_TRANSLATE_NOOP

SEPARATOR = " · "
Page = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page; heads stand above those that belong to them."""

    text: str
    head: bool = False


@dataclass(frozen=True, slots=True)
class Reader:
    """In whose words a page is told."""

    reference: Reference
    zone: tzinfo
    centre: str
    now: datetime
    """The day of a page that is not signed yet."""

    def moment(self, moment: datetime | None, today: datetime | None) -> str:
        """A moment as the city's clock shows it, with the day where that is not the page's."""
        if moment is None:
            return ""
        at = clock_text(moment, self.zone, seconds=False)
        same = today is not None and date_text(moment, self.zone) == date_text(today, self.zone)
        return at if same else f"{date_text(moment, self.zone)} {at}"


def page_lines(entry: HandoverEntry, page: Page | None, watch: str | None, reader: Reader) -> list[Line]:
    """The lines of a hand-over. `page` None: it may not be read, or was erased."""
    handover = entry.handover
    found = [*_signatures(entry, reader)]
    if page is None:
        return [*found, Line(translate("Shift", "Not to be read: erased, or not for your role."))]
    said = (watch or "").strip().splitlines() or [translate("Shift", "nothing in particular")]
    found += [Line(translate("Shift", "What to watch"), head=True), *map(Line, said)]
    for name, title, make in _SECTIONS:
        rows = listed(page, name)
        left = _left_out(page, name)
        if not rows and name not in ("cases", "units"):
            continue
        head = translate("Shift", title).format(count=len(rows) + left)
        found.append(Line(head, head=True))
        found += [Line(make(row, reader, handover.given_at or reader.now)) for row in rows]
        if left:
            found.append(Line(translate("Shift", "and {count} more").format(count=left)))
        if not rows:
            found.append(Line(translate("Shift", "none")))
    calls = page.get("calls")
    if isinstance(calls, int) and calls:
        found.append(Line(translate("Shift", "Calls being spoken: {count}").format(count=calls), head=True))
    return found


def _left_out(page: Page, name: str) -> int:
    found = page.get("left_out")
    count = found.get(name, 0) if isinstance(found, Mapping) else 0
    return count if isinstance(count, int) else 0


def signer_text(reference: Reference, signed_for: str | None, by: str | None) -> str:
    """Who signed; where another delivered it after an outage, that it is claimed, and who did."""
    name = reference.operator_name
    if signed_for is None or signed_for == by:
        return name(by)
    text = translate("Shift", "{signer} (delivered by {name})")
    return text.format(signer=name(signed_for), name=name(by))


def _signatures(entry: HandoverEntry, reader: Reader) -> Iterator[Line]:
    handover, reference = entry.handover, reader.reference
    shift = reader.reference.shifts.get(handover.shift or "")
    title = translate("Shift", "Handing over")
    yield Line(SEPARATOR.join(one for one in (title, reader.centre, _shift_text(shift)) if one), head=True)
    given = translate("Shift", "Handed over by {name}, {time}")
    at = _signed_at(handover.given_at, reader)
    giver = signer_text(reference, entry.given_for, handover.given_by)
    yield Line(given.format(name=giver, time=at))
    if handover.taken_at is None:
        yield Line(translate("Shift", "Nobody has received it yet."))
    else:
        taken = translate("Shift", "Received by {name}, {time}")
        taker = signer_text(reference, entry.taken_for, handover.taken_by)
        yield Line(taken.format(name=taker, time=_signed_at(handover.taken_at, reader)))


def _signed_at(moment: datetime | None, reader: Reader) -> str:
    if moment is None:
        return translate("Shift", "not signed")
    return f"{date_text(moment, reader.zone)} {clock_text(moment, reader.zone)}"


def _shift_text(shift: object) -> str:
    name = getattr(shift, "name", "")
    return translate("Shift", "shift {name}").format(name=name) if name else ""


def _text(row: Page, name: str) -> str:
    found = row.get(name)
    return found if isinstance(found, str) else ""


def _texts(row: Page, name: str) -> list[str]:
    found = row.get(name)
    return [one for one in found if isinstance(one, str)] if isinstance(found, list) else []


def _case(row: Page, reader: Reader, today: datetime | None) -> str:
    reference = reader.reference
    category = category_name(reference.categories.get(_text(row, "category")))
    if row.get("restricted") is True:
        category = translate("Shift", "restricted")
    place = ", ".join(one for one in (_text(row, "place"), _text(row, "area")) if one)
    agencies = (reference.agencies.get(one) for one in _texts(row, "agencies"))
    holder = row.get("holder")
    opened = reader.moment(moment_of(row.get("opened_at")), today)
    parts = (
        f"{_text(row, 'number')} {_text(row, 'priority')}",
        _status(Phase, _text(row, "phase")),
        category,
        place,
        translate("Shift", "since {time}").format(time=opened) if opened else "",
        ", ".join(_texts(row, "units")),
        ", ".join(one.short_name for one in agencies if one is not None),
        translate("Shift", "{name} has it").format(name=reference.operator_name(holder))
        if isinstance(holder, str)
        else "",
    )
    return SEPARATOR.join(one for one in parts if one.strip())


def _unit(row: Page, reader: Reader, today: datetime | None) -> str:
    since = reader.moment(moment_of(row.get("since")), today)
    back = reader.moment(moment_of(row.get("back_at")), today)
    parts = (
        _text(row, "call_sign"),
        _status(UnitStatus, _text(row, "status")),
        translate("Shift", "since {time}").format(time=since) if since else "",
        _text(row, "number"),
        _text(row, "about"),
        translate("Shift", "back at {time}").format(time=back) if back else "",
    )
    return SEPARATOR.join(one for one in parts if one)


def _blocked(row: Page, reader: Reader, today: datetime | None) -> str:
    until = reader.moment(moment_of(row.get("until")), today)
    return translate("Shift", "{number}, until {time}").format(number=_ending(row), time=until)


def _lost(row: Page, reader: Reader, today: datetime | None) -> str:
    at = reader.moment(moment_of(row.get("at")), today)
    return translate("Shift", "{number}, called at {time}").format(number=_ending(row), time=at)


def _reminder(row: Page, reader: Reader, today: datetime | None) -> str:
    due = reader.moment(moment_of(row.get("due_at")), today)
    return SEPARATOR.join(one for one in (due, _text(row, "incident"), _text(row, "text")) if one)


def _full(row: Page, reader: Reader, today: datetime | None) -> str:
    known = reader.reference.hospitals.get(_text(row, "hospital"))
    since = reader.moment(moment_of(row.get("since")), today)
    name = known.name if known is not None else _text(row, "hospital")
    return SEPARATOR.join((name, translate("Shift", "since {time}").format(time=since)))


def _ending(row: Page) -> str:
    ending = _text(row, "ending")
    return f"…{ending}" if ending else translate("Shift", "number not told")


def _status(kinds: type[Phase] | type[UnitStatus], code: str) -> str:
    return word(kinds(code)) if code in set(kinds) else code


_Make = Callable[[Page, Reader, datetime | None], str]
_SECTIONS: Sequence[tuple[str, str, _Make]] = (
    ("cases", _N("Shift", "Open incidents ({count})"), _case),
    ("units", _N("Shift", "Units that are out ({count})"), _unit),
    ("reminders", _N("Shift", "Reminders ({count})"), _reminder),
    ("lost", _N("Shift", "Calls to call back ({count})"), _lost),
    ("full", _N("Shift", "Hospitals full, end not known ({count})"), _full),
    ("blocked", _N("Shift", "Blocked callers ({count})"), _blocked),
)

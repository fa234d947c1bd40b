"""The desks of a centre as lines of a table."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from PySide6.QtCore import QCoreApplication

from desktop.domain.presence import AT_WORK, DeskSeen, Pulse
from desktop.operations.outage import Status
from ui.times import age_text, clock_text

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class DeskRow:
    """One desk. `key`: its workstation and login. `holds`: whether acts wait there to be delivered."""

    key: tuple[str, str]
    cells: tuple[str, ...]
    holds: bool


@dataclass(frozen=True, slots=True)
class OwnDesk:
    """This desk, which the server does not tell of. `outage`: None where nothing is kept here."""

    login: str
    version: str
    outage: Status | None


def heads() -> tuple[str, ...]:
    """The columns' heads."""
    return (
        translate("Desks", "Desk"),
        translate("Desks", "Operator"),
        translate("Desks", "Version"),
        translate("Desks", "Last heard"),
        translate("Desks", "Undelivered"),
        translate("Desks", "Undelivered since"),
    )


def desk_rows(pulse: Pulse, own: OwnDesk, name: Callable[[str], str], zone: tzinfo) -> list[DeskRow]:
    """The own desk first, then those with undelivered acts, then the others by number."""
    others = sorted(pulse.desks, key=lambda one: (one.kept == 0, one.number, one.login))
    return [_own(pulse, own, name, zone), *(_row(pulse, one, own.version, name, zone) for one in others)]


def summary(pulse: Pulse, own: OwnDesk) -> str:
    """How many are at work, and how much waits where."""
    kept = [one.kept for one in pulse.desks] + [own.outage.kept if own.outage else 0]
    text = translate("Desks", "{count} at work")
    parts = [text.format(count=len(pulse.at_work()) + 1)]
    if any(kept):
        text = translate("Desks", "{acts} undelivered at {desks} desks")
        parts.append(text.format(acts=sum(kept), desks=sum(map(bool, kept))))
    else:
        parts.append(translate("Desks", "everything delivered"))
    return " · ".join(parts)


def _own(pulse: Pulse, own: OwnDesk, name: Callable[[str], str], zone: tzinfo) -> DeskRow:
    outage = own.outage
    kept, since = (outage.kept, outage.kept_since) if outage else (0, None)
    place = "–" if pulse.number is None else f"S{pulse.number}"
    cells = (
        translate("Desks", "{desk} (this one)").format(desk=place),
        name(own.login),
        own.version,
        translate("Desks", "now"),
        *_kept(pulse.now, kept, since, zone),
    )
    return DeskRow(("", own.login), cells, kept > 0)


def _row(pulse: Pulse, one: DeskSeen, own: str, name: Callable[[str], str], zone: tzinfo) -> DeskRow:
    version = one.version or "–"
    if _figures(one.version) < _figures(own):
        version = translate("Desks", "{version}, older").format(version=version)
    cells = (
        f"S{one.number}",
        name(one.login),
        version,
        _heard(pulse.now, one.seen_at, zone),
        *_kept(pulse.now, one.kept, one.kept_since, zone),
    )
    return DeskRow((one.workstation, one.login), cells, one.kept > 0)


def _heard(now: datetime, at: datetime, zone: tzinfo) -> str:
    if now - at < AT_WORK:
        return translate("Desks", "now")
    text = translate("Desks", "{time}, {age} ago")
    return text.format(time=clock_text(at, zone), age=age_text(now - at))


def _kept(now: datetime, kept: int, since: datetime | None, zone: tzinfo) -> tuple[str, str]:
    if not kept:
        return "0", ""
    if since is None:
        return str(kept), ""
    text = translate("Desks", "{time}, {age}")
    age = age_text(max(now - since, timedelta()))
    return str(kept), text.format(time=clock_text(since, zone), age=age)


def _figures(version: str) -> tuple[int, ...]:
    """A version to be compared; one that is not told is the oldest."""
    return tuple(int(part) for part in version.split(".") if part.isdigit())

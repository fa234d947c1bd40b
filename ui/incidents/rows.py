"""Incidents as rows of the list: their texts, made once for each change."""

from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from desktop.domain.board import Case, DangerKey, UrgencyKey, danger_key, urgency_key
from desktop.domain.centre import Centre
from desktop.domain.disclosure import looks_hidden
from desktop.domain.incidents import Incident
from desktop.domain.phase import Phase
from desktop.domain.reference import Area, Priority, UrgencyClass
from desktop.domain.targets import Limits, Targets
from desktop.live.board import Board
from ui.words import category_name, word

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One incident as the list shows it. Times are aware, in UTC."""

    id: str
    priority: Priority
    number: str
    serial: tuple[date | None, int]
    category: str
    settled: bool
    """Whether the category is known."""
    street: str
    area: str
    opened_at: datetime | None
    ended_at: datetime | None
    """When it was closed; its age stands still from then on."""
    limits: Limits
    phase: Phase
    phase_text: str
    work: tuple[str, ...]
    """Call signs of running assignments and, in brackets, of those that come next; then agencies at work."""
    holder: str
    urgency: UrgencyKey
    urgency_class: UrgencyClass | None
    is_open: bool
    callers: int
    danger: DangerKey
    group: tuple[str, str]
    """Place and category: rows of one group may stand together."""
    search: str
    """What typing is looked for in, in small letters."""

    @property
    def cells(self) -> tuple[object, ...]:
        """What each column shows, to tell which ones changed."""
        return (
            (self.priority, self.number),
            (self.category, self.settled, self.callers),
            (self.street, self.area),
            (self.opened_at, self.ended_at, self.limits),
            self.phase,
            self.work,
            self.holder,
        )

    @property
    def times(self) -> str:
        """How many callers told of it, where that is more than one: `×40`."""
        return f"×{self.callers}" if self.callers > 1 else ""


class RowMaker:
    """Makes rows from cases. Words that many rows share are looked up once."""

    def __init__(self, board: Board, centre: Centre) -> None:
        self._board = board
        self._centre = centre
        self.phases: dict[Phase, str] = {}
        """Words of the phases that occurred."""
        self.editors: dict[str, str] = {}
        """By incident, the name of who edits it at another desk."""
        self.holders: dict[str, str] = {}
        """Names of the holders that occurred, by login."""
        self.longest_number = ""
        """The longest number that occurred: provisional ones take more room."""
        self._categories: dict[str | None, str] = {}
        self._call_signs: dict[str, str] = {}
        self._numbers: dict[tuple[date, int], tuple[str, str]] = {}
        self._targets = Targets(board.reference.targets)

    def forget(self) -> None:
        """Look all words up anew: reference data changed."""
        for cache in (self.phases, self.holders, self._categories, self._call_signs, self._numbers):
            cache.clear()
        self._targets = Targets(self._board.reference.targets)

    def renamed(self, units: frozenset[str]) -> bool:
        """Whether one of these units now has another call sign than rows show."""
        signs, now = self._call_signs, self._board.units
        return any(unit in signs and unit in now and signs[unit] != now[unit].call_sign for unit in units)

    def make(self, case: Case) -> CaseRow:
        """The row of a case."""
        incident, reference = case.incident, self._board.reference
        area = reference.areas.get(incident.area) if incident.area else None
        category = reference.categories.get(incident.category) if incident.category else None
        phase, name = self._phase(case.phase), self._category(incident.category)
        street, area_name = self._place(case, area)
        work, holder = self._work(case), self._holder(incident.holder)
        if case.id in self.editors:
            edits = translate("IncidentList", "{name} edits").format(name=self.editors[case.id])
            holder = " · ".join(filter(None, (holder, edits)))
        kecamatan = reference.kecamatan_of(incident.area)
        number, full_number = self._number_of(incident)
        parts = (
            f"{incident.priority.value} {number} {full_number} {name} {street} {area_name}",
            incident.address or "",
            incident.landmark or "",
            kecamatan.name if kecamatan else "",
            *work,
            *(item.replace(" ", "") for item in work),
            holder,
            phase,
        )
        return CaseRow(
            id=incident.id,
            priority=incident.priority,
            number=number,
            serial=(incident.day, incident.serial),
            category=translate("IncidentList", "restricted") if looks_hidden(incident) else name,
            settled=incident.category is not None,
            street=street,
            area=area_name,
            opened_at=incident.opened_at,
            ended_at=incident.closed_at,
            limits=self._targets.limits(case),
            phase=case.phase,
            phase_text=left_behind_word() if case.is_left_behind else phase,
            work=work,
            holder=holder,
            urgency=urgency_key(case),
            urgency_class=incident.urgency or (category.urgency if category else None),
            is_open=incident.is_open,
            callers=case.callers,
            danger=danger_key(case),
            group=(incident.area or street.casefold() or incident.id, incident.category or ""),
            search=" ".join(parts).casefold(),
        )

    def _number_of(self, incident: Incident) -> tuple[str, str]:
        if incident.day is None:
            return "", ""
        drawn = (incident.day, incident.serial)
        if drawn not in self._numbers:
            number = self._centre.number(*drawn)
            self._numbers[drawn] = (number.short, number.full)
            self.longest_number = max(self.longest_number, number.short, key=len)
        return self._numbers[drawn]

    def _phase(self, phase: Phase) -> str:
        if phase not in self.phases:
            self.phases[phase] = word(phase)
        return self.phases[phase]

    def _category(self, code: str | None) -> str:
        if code not in self._categories:
            known = self._board.reference.categories.get(code) if code else None
            self._categories[code] = category_name(known) if known or code is None else str(code)
        return self._categories[code]

    def _holder(self, login: str | None) -> str:
        if login is None:
            return ""
        if login not in self.holders:
            self.holders[login] = self._board.reference.operator_name(login)
        return self.holders[login]

    def _work(self, case: Case) -> tuple[str, ...]:
        agencies = self._board.reference.agencies
        return (
            *(self._call_sign(one.unit) for one in case.running),
            *(f"({self._call_sign(one.unit)})" for one in case.queued),
            *(
                agencies[one.agency].short_name if one.agency in agencies else one.agency
                for one in case.running_referrals
            ),
        )

    def _call_sign(self, unit: str) -> str:
        found = self._board.units.get(unit)
        self._call_signs[unit] = found.call_sign if found else unit
        return self._call_signs[unit]

    def _place(self, case: Case, area: Area | None) -> tuple[str, str]:
        incident = case.incident
        street = (incident.address or incident.landmark or "").strip()
        where = area.name if area else ""
        if incident.outside_city:
            where = translate("IncidentList", "outside the city")
        if not street and not where:
            if incident.latitude is not None and incident.longitude is not None:
                return f"{incident.latitude:.5f}, {incident.longitude:.5f}", ""
            return "", ""
        return _without(street, where), where


def left_behind_word() -> str:
    """The phase of an incident that waits again because its unit was diverted."""
    return translate("IncidentList", "left behind")


def _without(street: str, area: str) -> str:
    """A street without the kelurahan that was typed at its end: it stands beside it anyway."""
    if area and street.casefold().endswith(area.casefold()):
        rest = street[: -len(area)].rstrip()
        if rest.endswith(","):
            return rest.rstrip(" ,")
    return street

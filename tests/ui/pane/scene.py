"""An incident as an evening leaves it, written through the operations that operators use."""

from dataclasses import dataclass
from datetime import timedelta

from desktop.domain.board import CallEntry, Case, CaseDetail
from desktop.domain.records import Value
from desktop.domain.reference import AgencyPart, Category
from desktop.domain.referrals import ReferralState
from desktop.domain.units import Unit, UnitStatus
from desktop.operations import calls, incidents, referrals, units
from desktop.operations.desk import Done, Outcome
from desktop.operations.reading import read_case
from tests.ui.driver import OpenDesk


def done(outcome: Outcome) -> Done:
    """The outcome, which must be a success."""
    assert isinstance(outcome, Done), outcome
    return outcome


@dataclass
class Scene:
    """Acts at one desk, each waited for until the board shows it."""

    desk: OpenDesk

    def call(self, **values: Value) -> CallEntry:
        """A call that is running; values of its private row may be given."""
        driver, board = self.desk.driver, self.desk.session.board
        taken = done(driver.run(calls.take_call(self.desk.session.desk)))
        driver.until(lambda: taken.row in board.calls)
        if values:
            entry = board.calls[taken.row]
            done(driver.run(calls.describe_call(self.desk.session.desk, entry, values)))
            driver.until(lambda: board.calls[taken.row] != entry)
        return board.calls[taken.row]

    def open(self, **values: Value) -> str:
        """An incident opened from a call of its own; its id."""
        opened = done(
            self.desk.driver.run(incidents.open_incident(self.desk.session.desk, self.call(), values))
        )
        self.desk.driver.until(lambda: opened.row in self.desk.session.board.cases)
        return opened.row

    def case(self, incident: str) -> Case:
        """The case as the board shows it."""
        return self.desk.session.board.cases[incident]

    def detail(self, incident: str) -> CaseDetail:
        """All of an incident, read now."""
        found = self.desk.driver.run(read_case(self.desk.session.desk, incident))
        assert found is not None
        return found

    def unit(self, call_sign: str) -> Unit:
        """A unit by its call sign."""
        return next(one for one in self.desk.session.board.units.values() if one.call_sign == call_sign)

    def act(self, outcome: Outcome) -> Done:
        """Wait until the board has heard of an act."""
        made = done(outcome)
        board = self.desk.session.board
        self.desk.driver.until(lambda: board.sequence >= made.result.sequence)
        return made

    def join(self, incident: str, **values: Value) -> CallEntry:
        """One more caller."""
        entry, driver = self.call(), self.desk.driver
        seen = self.case(incident).incident
        self.act(driver.run(calls.join_call(self.desk.session.desk, entry, seen, values)))
        return entry

    def assign(self, incident: str, *call_signs: str) -> None:
        """Send units."""
        sent = [self.unit(one) for one in call_signs]
        act = units.assign_units(self.desk.session.desk, self.case(incident).incident, sent)
        self.act(self.desk.driver.run(act))

    def status(self, call_sign: str, status: UnitStatus, hospital: str | None = None) -> None:
        """A unit says its status."""
        unit = self.unit(call_sign)
        running = self.desk.session.board.running_assignment(unit.id)
        act = units.set_status(self.desk.session.desk, unit, status, running, hospital=hospital)
        self.act(self.desk.driver.run(act))

    def refer(self, incident: str, agency: str, part: AgencyPart, told_to: str | None = None) -> None:
        """Tell an agency."""
        telling = [referrals.Telling(agency, part)]
        seen = self.case(incident).incident
        act = referrals.refer(self.desk.session.desk, seen, telling, told_to=told_to)
        self.act(self.desk.driver.run(act))

    def answer(self, incident: str, agency: str, state: ReferralState, note: str | None = None) -> None:
        """What an agency says."""
        seen = next(one for one in self.case(incident).referrals if one.agency == agency)
        act = referrals.answer_referral(self.desk.session.desk, seen, state, note)
        self.act(self.desk.driver.run(act))

    def note(self, incident: str, text: str) -> str:
        """A note; the id of its act."""
        act = incidents.add_note(self.desk.session.desk, self.case(incident).incident, text)
        return self.act(self.desk.driver.run(act)).act.id

    def describe(self, incident: str, caller: CallEntry | None = None, **values: Value) -> None:
        """Fill in or correct."""
        seen = self.case(incident).incident
        act = incidents.describe_incident(self.desk.session.desk, seen, values, caller)
        self.act(self.desk.driver.run(act))

    def correct_stamp(self, incident: str, call_sign: str, stamp: str, earlier: timedelta) -> None:
        """Put a stamp back by some time."""
        unit = self.unit(call_sign)
        running = next(one for one in self.case(incident).assignments if one.unit == unit.id)
        moment = getattr(running, f"{stamp}_at") - earlier
        act = units.correct_stamp(self.desk.session.desk, running, stamp, moment, "kata kru lewat HT", unit)
        self.act(self.desk.driver.run(act))

    def area(self, name: str) -> str:
        """The code of a kelurahan by its name."""
        return next(one.id for one in self.desk.session.reference.areas.values() if one.name == name)

    def category(self, code: str) -> Category:
        """A category."""
        return self.desk.session.reference.categories[code]


def trapped_driver(scene: Scene) -> str:
    """An accident with two callers, two units, two agencies, notes and corrections; its id."""
    incident = scene.open(
        category="trapped",
        urgency="emergency",
        priority="P1",
        address="Simpang Gatsu–Nangka",
        area=scene.area("Tonja"),
        number="081238112204",
        name="Putu",
        narrative="mobil lawan motor, pengemudi terjepit, sadar",
    )
    scene.assign(incident, "A2", "Damkar 3")
    scene.status("A2", UnitStatus.UNDER_WAY)
    scene.status("Damkar 3", UnitStatus.UNDER_WAY)
    scene.join(incident, narrative="kabel listrik putus di jalan", number="0361223344", name="Wayan")
    scene.refer(incident, "PLN", AgencyPart.SUPPORT, "Pak Gede")
    scene.answer(incident, "PLN", ReferralState.ACCEPTED, "regu berangkat dari Sanur")
    scene.describe(
        incident, people_hurt=1, landmark="depan pom bensin Gatsu", latitude=-8.6385, longitude=115.2231
    )
    scene.status("A2", UnitStatus.ON_SCENE)
    scene.describe(incident, address="Simpang Gatsu Timur–Nangka Utara")
    scene.note(incident, "RS Wangaya siap menerima, 1 korban sadar")
    return incident

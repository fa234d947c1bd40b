"""An evening at a centre, made by the operations that operators use."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtWidgets import QMainWindow

from desktop.domain.board import Case
from desktop.domain.units import Assignment, Unit, UnitStatus
from desktop.operations import units
from desktop.operations.calls import take_call
from desktop.operations.desk import Desk, Done, Outcome
from desktop.operations.incidents import open_incident
from tests.ui.driver import Driver, OpenDesk
from ui.actions import Actions
from ui.meant import Meant
from ui.session import Session
from ui.units.panel import UnitsPanel

PANEL_WIDTH, PANEL_HEIGHT = 284, 700
"""Where the panel stands at 1366×768."""


@dataclass
class Scene:
    """One desk with what is done at it."""

    driver: Driver
    desk: OpenDesk

    @property
    def session(self) -> Session:
        """Its session."""
        return self.desk.session

    @property
    def now(self) -> datetime:
        """The centre's time."""
        return self.session.clock.now()

    def at(self, ago: timedelta) -> Desk:
        """The desk, for something that happened a while ago."""
        return self.session.desk.claiming(self.now - ago)

    def done(self, outcome: Outcome) -> Done:
        """Let the board follow an outcome that must not be a refusal."""
        assert isinstance(outcome, Done), outcome
        self.driver.until(lambda: self.session.board.sequence >= outcome.result.sequence)
        return outcome

    def open(self, minutes: float = 0, **values: str) -> Case:
        """Open an incident some minutes ago."""
        desk = self.at(timedelta(minutes=minutes))
        call = self.done(self.driver.run(take_call(desk))).row
        entry = self.session.board.calls[call]
        incident = self.done(self.driver.run(open_incident(desk, entry, values))).row
        return self.session.board.cases[incident]

    def unit(self, call_sign: str) -> Unit:
        """A unit as the board has it now."""
        return next(one for one in self.session.board.units.values() if one.call_sign == call_sign)

    def running(self, call_sign: str) -> Assignment:
        """What a unit is sent to now."""
        found = self.session.board.running_assignment(self.unit(call_sign).id)
        assert found is not None
        return found

    def assign(self, case: Case, *call_signs: str, minutes: float = 0) -> None:
        """Send units."""
        sent = [self.unit(one) for one in call_signs]
        desk = self.at(timedelta(minutes=minutes))
        self.done(self.driver.run(units.assign_units(desk, case.incident, sent)))

    def say(
        self, call_sign: str, status: UnitStatus, minutes: float = 0, hospital: str | None = None
    ) -> None:
        """Write a unit's status down."""
        running = self.session.board.running_assignment(self.unit(call_sign).id)
        desk = self.at(timedelta(minutes=minutes))
        act = units.set_status(desk, self.unit(call_sign), status, running, hospital=hospital)
        self.done(self.driver.run(act))

    def case(self, incident: str) -> Case:
        """An incident as the board has it now."""
        return self.session.board.cases[incident]


class Window:
    """A window with nothing but the panel in it."""

    def __init__(self, scene: Scene, selected: Case | None = None) -> None:
        self.scene = scene
        self.window = QMainWindow()
        self.actions = Actions(self.window)
        self.incident = selected.id if selected else ""
        self.panel = UnitsPanel(scene.session, self.actions, Meant(scene.session, self.selected))
        self.said: list[tuple[str, object]] = []
        scene.session.said.connect(lambda text, level: self.said.append((text, level)))
        self.window.setCentralWidget(self.panel)
        scene.driver.show(self.window, PANEL_WIDTH, PANEL_HEIGHT)

    def selected(self) -> Case | None:
        """The incident that is selected."""
        return self.scene.session.board.cases.get(self.incident)

    def status(self, call_sign: str) -> UnitStatus:
        """What the board says of a unit."""
        return self.scene.unit(call_sign).status

    def until_status(self, call_sign: str, status: UnitStatus) -> None:
        """Wait until the board says so and the panel takes the next key."""
        self.scene.driver.until(
            lambda: self.status(call_sign) is status and not self.scene.session.turns.writing,
            f"{call_sign} {self.panel.notes.note}",
        )

    def close(self) -> None:
        """Close it."""
        self.window.close()
        self.window.deleteLater()


def evening(scene: Scene) -> Mapping[str, Case]:
    """Denpasar at night: some units out, one broken, one fetching fuel."""
    cases = {
        "crash": scene.open(16, category="traffic_accident", priority="P1", address="Simpang Gatsu–Nangka"),
        "snake": scene.open(12, category="animal", priority="P3", address="Jl. Tukad Badung 12"),
        "fire": scene.open(1, category="fire_building", priority="P1", address="Gg. Mawar 5"),
    }
    scene.assign(cases["crash"], "A2", "Damkar 3", minutes=15)
    scene.say("A2", UnitStatus.UNDER_WAY, 14)
    scene.say("A2", UnitStatus.ON_SCENE, 9.5)
    scene.say("A2", UnitStatus.TRANSPORTING, 3, "wangaya")
    scene.say("Damkar 3", UnitStatus.UNDER_WAY, 13.9)
    scene.say("Damkar 3", UnitStatus.ON_SCENE, 10)
    scene.assign(cases["snake"], "Damkar 5", minutes=11)
    desk = scene.at(timedelta(minutes=40))
    broken = units.put_out_of_service(
        desk, scene.unit("Damkar 7"), None, "pompa bocor", scene.now + timedelta(hours=2)
    )
    scene.done(scene.driver.run(broken))
    fuel = units.occupy_unit(scene.at(timedelta(minutes=4)), scene.unit("J1"), "isi BBM")
    scene.done(scene.driver.run(fuel))
    scene.say("Perahu 4", UnitStatus.OFF_DUTY, 200)
    return cases

"""A whole desk whose acts are written only once its gate is opened."""

import asyncio
from collections.abc import Sequence

import pytest

from desktop.domain.acts import Act, Refusal, Result
from desktop.domain.board import Case
from desktop.domain.referrals import ReferralState
from desktop.domain.units import UnitStatus
from desktop.operations.desk import Author
from desktop.operations.reading import read_case
from tests.ui.driver import Driver, OpenDesk
from tests.ui.units.scene import Scene
from ui.desk_view import DeskView

_NAMED = ("Return", "Escape", "Up", "Down", "Tab", "Delete", "End", "Home")


class SlowDesk:
    """A desk at which the fire 001 is selected and a fallen tree, 002, stands below it."""

    def __init__(
        self, driver: Driver, view: DeskView, desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.driver, self.view, self.scene = driver, view, Scene(driver, desk)
        self.said: list[str] = []
        self.begun: list[Act] = []
        self.refused: frozenset[str] = frozenset()
        """Kinds of act that are refused."""
        self._gate = asyncio.Event()
        self._gate.set()
        self._store = desk.services.store
        self._submit = self._store.submit
        self.fire = self.scene.open(5, category="fire_building", priority="P1", address="Gg. Mawar 5")
        self.tree = self.scene.open(4, category="fallen_tree", priority="P3", address="Jl. Sudirman")
        desk.session.said.connect(lambda text, _level: self.said.append(text))
        monkeypatch.setattr(self._store, "submit", self._slowly)
        view.list.select(self.fire.id)
        view.list.go()
        driver.until(lambda: view.pane.detail is not None and view.pane.detail.case.id == self.fire.id)

    async def _slowly(self, act: Act, author: Author) -> Result | Refusal:
        self.begun.append(act)
        await self._gate.wait()
        if act.kind in self.refused:
            return Refusal("changed")
        return await self._submit(act, author)

    def hold(self) -> None:
        """From now on acts wait."""
        self._gate.clear()
        self.begun.clear()

    def let_go(self) -> None:
        """Write what waits, and what comes."""
        self._gate.set()

    def let_go_what_waits(self) -> None:
        """Write what waits; what comes behind it waits again."""
        self._gate.set()
        self._gate.clear()

    def keys(self, *keys: str) -> None:
        """Press keys, type texts."""
        for one in keys:
            named = (
                one in _NAMED
                or ("+" in one[1:-1] and " " not in one)
                or (one[:1] == "F" and one[1:].isdigit())
            )
            (self.driver.press if named else self.driver.type)(one)

    def select(self, case: Case) -> None:
        """Select another incident, with the cursor in the list."""
        self.keys("Ctrl+L", "Down" if case.id == self.tree.id else "Up")
        found = self.view.selected()
        assert found is not None
        assert found.id == case.id

    def kinds(self) -> list[str]:
        """The kinds of act that were begun."""
        return [one.kind for one in self.begun]

    def until_kinds(self, *kinds: str) -> None:
        """Wait until these acts, and no others, were begun, and nothing more comes."""
        self.driver.until(lambda: len(self.begun) >= len(kinds), f"{self.kinds()} {self.said}")
        self.driver.settle(0.3)
        assert self.kinds() == list(kinds), self.said

    def until_status(self, call_sign: str, status: UnitStatus) -> None:
        """Wait until a unit has a status."""
        self.driver.until(
            lambda: self.scene.unit(call_sign).status is status,
            f"{call_sign} {self.scene.unit(call_sign).status} {self.said}",
        )

    def sent(self, case: Case) -> list[str]:
        """The call signs of the units at an incident now."""
        units = self.scene.session.board.units
        return sorted(units[one.unit].call_sign for one in self.scene.case(case.id).running)

    def call_sign(self, unit: str) -> str:
        """A unit's call sign."""
        return self.scene.session.board.units[unit].call_sign

    def notes(self, case: Case) -> list[str]:
        """The notes at an incident, in their order."""
        detail = self.driver.run(read_case(self.view.session.desk, case.id))
        assert detail is not None
        return [one.note for one in detail.timeline if one.kind == "note.added" and one.note]

    def agencies(self, case: Case) -> Sequence[tuple[str, ReferralState]]:
        """Agencies and their states at an incident."""
        return [(one.agency, one.state) for one in self.scene.case(case.id).referrals]

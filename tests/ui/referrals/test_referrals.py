"""Referring by key, and what agencies answer."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMainWindow

from desktop.domain.board import Case
from desktop.domain.phase import Phase
from desktop.domain.reference import AgencyPart
from desktop.domain.referrals import Means, Referral, ReferralState
from tests.ui.driver import Driver, OpenDesk, make_centre, open_desk
from tests.ui.units.scene import Scene
from ui.actions import Actions
from ui.meant import Meant
from ui.prompt import Prompt
from ui.referrals.desk import ReferralDesk


class Window:
    """A window with nothing but the prompt in it."""

    def __init__(self, scene: Scene, selected: Case | None) -> None:
        self.scene = scene
        self.window = QMainWindow()
        self.prompt = Prompt(scene.session.look)
        self.incident = selected.id if selected else ""
        self.said: list[str] = []
        scene.session.said.connect(lambda text, _level: self.said.append(text))
        meant = Meant(scene.session, self.case_or_none)
        self.desk = ReferralDesk(scene.session, Actions(self.window), self.prompt, meant)
        self.window.setCentralWidget(self.prompt)
        scene.driver.show(self.window, 700, 300)

    def case_or_none(self) -> Case | None:
        """The selected incident."""
        return self.scene.session.board.cases.get(self.incident)

    @property
    def case(self) -> Case:
        """The selected incident, which there must be."""
        found = self.case_or_none()
        assert found is not None
        return found

    def referral(self, agency: str) -> Referral:
        """The latest referral to an agency."""
        return [one for one in self.case.referrals if one.agency == agency][-1]

    def keys(self, *keys: str) -> int:
        """Press keys and type texts; how many keys that were. `+`, `Return` and `Tab` are keys."""
        count = 0
        for one in keys:
            if one in ("Return", "Tab", "Esc") or one.startswith("Ctrl+"):
                self.scene.driver.press(one)
                count += 1
            else:
                self.scene.driver.type(one)
                count += len(one)
        return count

    def until_state(self, agency: str, state: ReferralState) -> None:
        """Wait until the board says so."""
        self.scene.driver.until(
            lambda: any(one.agency == agency and one.state is state for one in self.case.referrals),
            f"{agency} {state} {[label for label in self.texts() if label]}",
        )

    def until_answered(self) -> None:
        """Wait until an answer is written."""
        turns = self.scene.session.turns
        self.scene.driver.until(lambda: not (self.prompt.asking or turns.writing))

    def texts(self) -> list[str]:
        """What the prompt says, with ordinary spaces."""
        from PySide6.QtWidgets import QLabel

        labels = self.prompt.findChildren(QLabel)
        return [one.text().replace("\xa0", " ") for one in labels if one.isVisible()]

    def close(self) -> None:
        """Close it."""
        self.window.close()
        self.window.deleteLater()


@pytest.fixture
def makassar(driver: Driver, tmp_path: Path) -> Iterator[Scene]:
    """A desk in Makassar, where most is referred."""
    make_centre(tmp_path / "makassar.sqlite", "makassar")
    desk = open_desk(driver, tmp_path / "makassar.sqlite")
    yield Scene(driver, desk)
    desk.close()


@pytest.fixture
def flood(makassar: Scene) -> Iterator[Window]:
    """A flood in Makassar, selected."""
    window = Window(makassar, makassar.open(3, category="flood", priority="P2", address="Jl. Pettarani"))
    yield window
    window.close()


def test_two_keys_refer_to_the_agencies_of_the_category(flood: Window) -> None:
    assert flood.keys("Ctrl+R", "Return") == 2
    flood.until_state("BPBD", ReferralState.TOLD)
    parts = {one.agency: one.part for one in flood.case.referrals}
    assert parts == {
        "BPBD": AgencyPart.LEAD,
        "PU": AgencyPart.SUPPORT,
        "DAMKAR": AgencyPart.SUPPORT,
        "PMI": AgencyPart.SUPPORT,
    }
    assert {one.means for one in flood.case.referrals} == {Means.TELEPHONE}
    assert flood.case.phase is Phase.TOLD
    flood.until_answered()
    assert flood.said[-1].endswith("BPBD, PU, Damkar, PMI told")


def test_others_how_and_to_whom(flood: Window) -> None:
    flood.keys("Ctrl+R")
    assert "lead: BPBD · support: PU, Damkar, PMI" in flood.texts()
    flood.keys("pu, kecam", "Tab", "rad", "Tab", "Pak Camat")
    flood.scene.driver.settle()
    assert any("nobody leads: the incident goes on waiting" in text for text in flood.texts())
    flood.keys("Return")
    flood.until_state("KECAMATAN", ReferralState.TOLD)
    told = flood.referral("KECAMATAN")
    assert (told.means, told.told_to, told.part) == (Means.RADIO, "Pak Camat", AgencyPart.SUPPORT)
    assert flood.case.phase is Phase.WAITING, "a supporting agency never ends the waiting"


def test_a_star_makes_an_agency_lead(flood: Window) -> None:
    flood.keys("Ctrl+R", "pu* pmi", "Return")
    flood.until_state("PU", ReferralState.TOLD)
    assert flood.referral("PU").part is AgencyPart.LEAD
    assert flood.case.phase is Phase.TOLD


def test_what_is_not_clear_is_refused_beside_the_field(flood: Window) -> None:
    flood.keys("Ctrl+R", "dinas xyz", "Return")
    assert any(text.startswith("“dinas” fits ") for text in flood.texts())
    flood.keys("Esc", "Ctrl+R", "xyz", "Return")
    assert "There is no agency “xyz”." in flood.texts()
    flood.keys("Esc", "Ctrl+R", "pmi", "Return")
    flood.until_state("PMI", ReferralState.TOLD)
    flood.until_answered()
    flood.keys("Ctrl+R", "pmi", "Return")
    assert "PMI has been told already: its answer is Ctrl+Shift+R." in flood.texts()
    assert len(flood.case.referrals) == 1


def test_a_referral_is_followed_to_its_end_in_short_lines(flood: Window) -> None:
    flood.keys("Ctrl+R", "Return")
    flood.until_state("BPBD", ReferralState.TOLD)
    flood.until_answered()
    steps = (
        ("bpbd terima", ReferralState.ACCEPTED, Phase.ACCEPTED),
        ("bpbd m dua perahu", ReferralState.DEPARTED, Phase.DEPARTED),
        ("bpbd", ReferralState.ARRIVED, Phase.ARRIVED),
        ("bpbd selesai", ReferralState.FINISHED, Phase.HANDLED),
    )
    for line, state, phase in steps:
        flood.keys("Ctrl+Shift+R", line, "Return")
        flood.until_state("BPBD", state)
        flood.until_answered()
        assert flood.case.phase is phase
    assert flood.said[-1] == "BPBD: finished"


def test_what_is_understood_is_shown_while_typing(flood: Window) -> None:
    flood.keys("Ctrl+R", "Return")
    flood.until_state("PU", ReferralState.TOLD)
    flood.until_answered()
    flood.keys("Ctrl+Shift+R")
    assert any("BPBD told" in text and "PMI told" in text for text in flood.texts())
    flood.keys("pu")
    assert any("— Enter: T accepted · X refused · M departed" in text for text in flood.texts())
    flood.keys(" x banjir di tempat lain")
    assert any(text.endswith("→ X refused banjir di tempat lain") for text in flood.texts())
    flood.keys("Return")
    flood.until_state("PU", ReferralState.REFUSED)


def test_withdrawing_needs_a_reason(flood: Window) -> None:
    flood.keys("Ctrl+R", "pmi", "Return")
    flood.until_state("PMI", ReferralState.TOLD)
    flood.until_answered()
    flood.keys("Ctrl+Shift+R", "b", "Return")
    assert "A reason is needed." in flood.texts()
    flood.keys("air sudah surut", "Return")
    flood.until_state("PMI", ReferralState.WITHDRAWN)


def test_told_again_and_made_to_lead(flood: Window) -> None:
    flood.keys("Ctrl+R", "Return")
    flood.until_state("PU", ReferralState.TOLD)
    flood.until_answered()
    flood.keys("Ctrl+Shift+R", "pu x", "Return")
    flood.until_state("PU", ReferralState.REFUSED)
    flood.until_answered()
    flood.keys("Ctrl+Shift+R", "pu", "Return", "mess", "Tab", "Bu Ani", "Return")
    flood.until_state("PU", ReferralState.TOLD)
    again = flood.referral("PU")
    assert again.told_again_at is not None
    assert (again.means, again.told_to) == (Means.MESSAGE, "Bu Ani")
    flood.until_answered()
    flood.keys("Ctrl+Shift+R", "pu p", "Return")
    flood.scene.driver.until(lambda: flood.referral("PU").part is AgencyPart.LEAD)
    assert flood.referral("BPBD").part is AgencyPart.SUPPORT


def test_with_one_agency_at_work_the_letter_or_enter_is_enough(flood: Window) -> None:
    flood.keys("Ctrl+R", "pmi", "Return")
    flood.until_state("PMI", ReferralState.TOLD)
    flood.until_answered()
    assert flood.keys("Ctrl+Shift+R", "Return") == 2
    flood.until_state("PMI", ReferralState.ACCEPTED)
    flood.until_answered()
    assert flood.keys("Ctrl+Shift+R", "l", "Return") == 3
    flood.until_state("PMI", ReferralState.ARRIVED)


def test_what_cannot_follow_is_refused_beside_the_line(flood: Window) -> None:
    flood.keys("Ctrl+R", "pmi", "Return")
    flood.until_state("PMI", ReferralState.TOLD)
    flood.until_answered()
    flood.keys("Ctrl+Shift+R", "s", "Return")
    flood.until_state("PMI", ReferralState.FINISHED)
    flood.until_answered()
    flood.keys("Ctrl+Shift+R", "pmi l", "Return")
    assert "PMI is finished: “arrived” cannot follow." in flood.texts()
    flood.keys("Esc", "Ctrl+Shift+R", "pmi zz", "Return")
    assert "“zz” is no answer." in flood.texts()


def test_without_an_incident_or_agency_the_message_line_says_so(driver: Driver, desk: OpenDesk) -> None:
    scene = Scene(driver, desk)
    window = Window(scene, None)
    window.keys("Ctrl+R")
    window.keys("Ctrl+Shift+R")
    assert window.said == ["Select an incident first (Ctrl+L)."] * 2
    window.incident = scene.open().id
    window.keys("Ctrl+Shift+R")
    assert window.said[-1] == "No agency has been told yet (Ctrl+R)."
    assert not window.prompt.asking
    window.close()


def test_an_incident_that_is_not_clear_yet_is_referred_to_whom_one_types(
    driver: Driver, desk: OpenDesk
) -> None:
    scene = Scene(driver, desk)
    window = Window(scene, scene.open())
    window.keys("Ctrl+R", "Return")
    assert "Which agencies?" in window.texts()
    window.keys("polisi pln", "Return")
    window.until_state("POLRI", ReferralState.TOLD)
    assert window.referral("POLRI").part is AgencyPart.LEAD
    assert window.referral("PLN").part is AgencyPart.SUPPORT
    window.close()


def test_the_centre_s_own_agency_is_not_told_its_units_are_sent(driver: Driver, desk: OpenDesk) -> None:
    scene = Scene(driver, desk)
    window = Window(scene, scene.open(1, category="fire_building", priority="P1"))
    window.keys("Ctrl+R")
    assert any("nobody leads: the incident goes on waiting" in text for text in window.texts())
    window.keys("bpbd", "Return")
    assert "BPBD is this centre itself: send its units (Alt+U)." in window.texts()
    window.keys("Esc", "Ctrl+R", "Return")
    window.until_state("PLN", ReferralState.TOLD)
    assert all(one.part is AgencyPart.SUPPORT for one in window.case.referrals)
    assert window.case.phase is Phase.WAITING
    window.close()


def test_two_desks_that_refer_at_the_same_moment_tell_an_agency_once(
    driver: Driver, desk: OpenDesk, other_desk: OpenDesk
) -> None:
    made, wayan = Scene(driver, desk), Scene(driver, other_desk)
    fire = made.open(1, category="fire_building", priority="P1")
    driver.until(lambda: fire.id in wayan.session.board.cases)
    one, other = Window(made, fire), Window(wayan, fire)
    for window in (one, other):
        window.desk.refer()
        field = window.prompt._fields["agencies"]
        field.setText("pln")
    for window in (one, other):
        window.prompt._enter(window.prompt._fields["agencies"])
    driver.until(lambda: one.prompt.asking != other.prompt.asking)
    driver.settle()
    loser = one if one.prompt.asking else other
    assert "That agency has been told already." in loser.texts()
    assert len(one.case.referrals) == 1
    loser.keys("Esc")
    for window in (one, other):
        window.close()

"""A supervisor hears of every restricted incident that somebody opened."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from desktop.domain.reference import Role
from desktop.operations.desk import Outcome
from desktop.operations.incidents import break_glass
from tests.ui.driver import Driver, OpenDesk
from tests.ui.pane.scene import Scene
from ui.banner import Banner
from ui.glass_watch import GlassWatch


@pytest.fixture
def banner(desk: OpenDesk) -> Iterator[Banner]:
    """What Made, who has all roles, is told."""
    made = Banner()
    GlassWatch(desk.session, made, made)
    yield made
    made.deleteLater()


def _break(driver: Driver, other_desk: OpenDesk, incident: str) -> Outcome:
    return driver.run(break_glass(other_desk.session.desk, incident, "korban menelepon lagi"))


def test_a_second_opening_does_not_wipe_out_the_first(
    driver: Driver, desk: OpenDesk, other_desk: OpenDesk, banner: Banner
) -> None:
    scene = Scene(desk)
    first, second = scene.open(restricted=True), scene.open(restricted=True)
    numbers = [desk.session.number(scene.case(one)) for one in (first, second)]
    scene.act(_break(driver, other_desk, first))
    scene.act(_break(driver, other_desk, second))
    driver.until(lambda: all(one in banner.text.text() for one in numbers))
    assert banner.text.text().count("Wayan P.") == 2
    banner.hide()
    scene.act(_break(driver, other_desk, second))
    driver.until(lambda: not banner.isHidden())
    assert numbers[0] not in banner.text.text(), "what was put away stays away"


def test_who_becomes_a_supervisor_is_told_from_then_on(
    driver: Driver, desk: OpenDesk, other_desk: OpenDesk
) -> None:
    session, banner = desk.session, Banner()
    everything = session.desk
    session.desk = replace(everything, author=replace(everything.author, roles=frozenset({Role.CALL_TAKER})))
    watch = GlassWatch(session, banner)
    scene = Scene(desk)
    incident = scene.open(restricted=True)
    scene.act(_break(driver, other_desk, incident))
    driver.settle()
    assert banner.isHidden()
    session.desk = everything
    scene.act(_break(driver, other_desk, incident))
    driver.until(lambda: not banner.isHidden())
    watch.deleteLater()
    banner.deleteLater()

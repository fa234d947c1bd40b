"""The units in a window of their own, for a second screen: what it shows, and what is done there by key."""

from pathlib import Path

from tests.journeys.centres import quiet_centre
from tests.journeys.conftest import StartDesk
from tests.journeys.picture import Picture
from tests.journeys.steps import assign, hang_up, hear, open_incident, take_call, wait_row

UNITS, LIST = "Armada per pos", "Kejadian"


def _holds(window: Picture, table: str) -> bool:
    return any((node.role, node.name) == ("table", table) for node in window.nodes)


def test_units_are_sent_and_followed_on_a_second_screen(start_desk: StartDesk, tmp_path: Path) -> None:
    desk = start_desk("--database", quiet_centre(tmp_path))
    desk.wait_for("F2 terima panggilan")
    take_call(desk, "api di dapur", category="kebakaran rumah")
    open_incident(desk, "001")
    hang_up(desk)
    (whole,) = desk.look().windows
    assert _holds(whole, UNITS)

    desk.keys("Ctrl+Shift+y")
    main, apart = desk.wait_until(lambda now: len(now.windows) == 2, "a second window").windows
    assert (_holds(main, LIST), _holds(main, UNITS)) == (True, False)
    assert (_holds(apart, LIST), _holds(apart, UNITS)) == (False, True)
    assert apart.shows("ARMADA", "siap")

    desk.focus_other()
    assign(desk, "dam1")
    wait_row(desk, LIST, "P1 24-001", "ditugaskan", "Damkar 1")
    hear(desk, "dam1 m")
    wait_row(desk, LIST, "P1 24-001", "menuju", "Damkar 1")
    desk.wait_rows(
        UNITS,
        lambda now: any("Damkar 1" in row[0] and "menuju" in " ".join(row) for row in now),
        "the unit under way in the second window",
    )

    desk.keys("Ctrl+Shift+y")
    (whole,) = desk.wait_until(lambda now: len(now.windows) == 1, "one window again").windows
    assert _holds(whole, UNITS)

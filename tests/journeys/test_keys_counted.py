"""The keys of twelve usual tasks beyond the text itself, pressed and counted: docs/keys.md says the same."""

from pathlib import Path

import pytest

from tests.journeys.centres import quiet_centre
from tests.journeys.conftest import StartDesk
from tests.journeys.screen import Window
from tests.journeys.steps import wait_row

LIST = "Kejadian"
PAGE = Path(__file__).parents[2] / "docs" / "keys.md"


class Counted:
    """A desk whose keys are written down; a text that is typed is none."""

    def __init__(self, desk: Window) -> None:
        self.desk = desk
        self.tasks: dict[str, list[str]] = {}

    def begin(self, task: str) -> None:
        """From here on keys belong to a task."""
        self.tasks[task] = []

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        list(self.tasks.values())[-1].extend(keys)
        self.desk.keys(*(key[:-1] + key[-1].lower() if key[-2:-1] == "+" else key for key in keys))

    def call(self, narrative: str = "") -> None:
        """Take a call."""
        before = len(self.desk.look().tabs)
        self.press("F2")
        self.desk.wait_until(lambda now: len(now.tabs) == before + 1, "a tab more")
        self.desk.type(narrative)

    def hang_up(self) -> None:
        """The caller hung up, and his tab goes."""
        before = len(self.desk.look().tabs)
        self.press("F4")
        self.desk.wait_until(lambda now: len(now.tabs) == before - 1, "a tab less")

    def opened(self, number: str) -> None:
        """Open the incident."""
        self.press("Ctrl+Enter")
        self.desk.wait_for(f"-{number}")

    def report(self, narrative: str, address: str, number: str) -> None:
        """Take a call whose category is proposed, write its address, open it."""
        self.call(narrative)
        self.desk.wait_for("Alt+1")
        self.press("Alt+1", "Alt+L")
        self.desk.type(address)
        self.opened(number)

    def send(self, units: str, number: str) -> None:
        """Assign units."""
        self.press("Alt+U")
        self.desk.type(units)
        self.press("Enter")
        self.desk.wait_said(f"{number}: ")


@pytest.mark.timeout(400)  # twelve tasks in one window: starting it for each takes longer
def test_the_keys_of_twelve_tasks_are_those_of_the_page(start_desk: StartDesk, tmp_path: Path) -> None:
    desk = start_desk("--database", quiet_centre(tmp_path))
    desk.wait_for("F2 terima panggilan")
    counted = Counted(desk)
    _junk_and_units(counted)
    _others_calls(counted)
    _two_calls_and_paper(counted)
    rows = [line.split(" | ") for line in PAGE.read_text(encoding="utf-8").splitlines() if " | " in line][1:]
    written = {task.strip("| "): (keys, int(count.strip(" |"))) for task, keys, count in rows}
    assert {task: (" ".join(keys), len(keys)) for task, keys in counted.tasks.items()} == written


def _junk_and_units(counted: Counted) -> None:
    desk = counted.desk
    counted.begin("prank call")
    counted.call()
    counted.press("F6")
    desk.wait_for("F6 Iseng 1")
    for task, narrative, address, units, number in (
        ("ambulance to an address", "orang pingsan di warung", "Jl. Nangka 12", "a1", "001"),
        (
            "fire at a junction, two engines",
            "kebakaran ruko",
            "Simpang Jl. Nangka - Jl. Patimura",
            "dam1 dam2",
            "002",
        ),
        ("body to be fetched by the hearse", "minta ambulans jenazah", "Br. Tegal", "j2", "003"),
    ):
        counted.begin(task)
        counted.report(narrative, address, number)
        counted.send(units, f"24-{number}")
        counted.hang_up()
    counted.begin("complaint on waste, referred to its agency")
    counted.report("sampah menumpuk seminggu", "Jl. Gunung Agung 5", "004")
    counted.press("Ctrl+R")
    desk.wait_for("utama: ")
    counted.press("Enter")
    wait_row(desk, LIST, "dirujuk")
    counted.hang_up()


def _others_calls(counted: Counted) -> None:
    desk = counted.desk
    counted.begin("report of a tourist, in English")
    counted.call("my friend fell from a scooter")
    counted.press("Tab")
    desk.type("kecelakaan")
    counted.press("Alt+L")
    desk.type("Jl. Danau Tamblingan 8")
    counted.opened("005")
    counted.hang_up()
    counted.begin("set up")
    counted.report("banjir setinggi lutut", "Jl. Pura Demak 3", "006")
    counted.hang_up()
    del counted.tasks["set up"]
    for callers, task in enumerate(("flood joined to another call", "wrong join parted"), 2):
        counted.begin(task)
        counted.call("banjir di jalan")
        counted.press("Alt+L")
        desk.type("Jl. Pura Demak 3")
        desk.wait_for("Mungkin sama: ")
        counted.press("Alt+G")
        wait_row(desk, LIST, f"Banjir / genangan, {callers} pelapor")
        if task == "wrong join parted":
            counted.press("Ctrl+Shift+J")
            wait_row(desk, LIST, "Banjir / genangan, 2 pelapor")
            desk.keys("F12")
            desk.wait_for("F2 terima panggilan")
        else:
            counted.hang_up()
            desk.keys("Ctrl+l")


def _two_calls_and_paper(counted: Counted) -> None:
    desk = counted.desk
    _number_ends(desk, "0812 3400 0001", "F7")
    counted.begin("silent call, called back, answered")
    counted.press("Shift+F2")
    desk.wait_for("Panggilan untuk ditelepon balik")
    counted.press("Enter")
    desk.wait_for("Menelepon balik")
    desk.type("jatuh dari tangga")
    counted.opened("007")
    counted.hang_up()
    _number_ends(desk, "0812 3400 0002", "F6")
    desk.keys("Ctrl+b")
    desk.wait_said("Nomor diblokir selama 24 jam.")
    counted.begin("blocked prankster who is real")
    counted.call("rumah saya terbakar")
    counted.press("Alt+N")
    desk.type("081234000002")
    desk.wait_for("Alt+B")
    counted.press("Alt+B")
    desk.wait_said("Dianggap asli")
    counted.opened("008")
    counted.hang_up()
    counted.begin("two calls at once, one on hold")
    counted.call("tabrakan motor")
    counted.call("ular di dapur")
    counted.opened("009")
    counted.hang_up()
    counted.press("Shift+F3")
    desk.wait_until(lambda now: ["ditahan" in tab for tab in now.tabs] == [False], "taken up")
    counted.opened("010")
    counted.hang_up()
    counted.begin("report on paper, entered later")
    counted.press("Ctrl+Shift+E")
    desk.wait_for("Laporan di kertas")
    desk.type("19:05")
    counted.press("Enter", "Enter", "Enter")
    desk.type("pohon tumbang")
    counted.press("Enter")
    desk.type("pohon tumb")
    counted.press("Enter", "Enter", "Enter")
    desk.type("Jl. Sudirman 4")
    counted.press("Ctrl+Enter")
    desk.wait_for("24-011")
    counted.press("Escape")
    desk.wait_gone("Laporan di kertas")


def _number_ends(desk: Window, number: str, key: str) -> None:
    """A call from a number that ends as junk."""
    desk.keys("F2", "Alt+n")
    desk.type(number)
    desk.wait_for("Nomor ini baru pertama")
    desk.keys(key)
    desk.wait_for("F2 terima panggilan")

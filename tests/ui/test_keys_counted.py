"""The keys of twelve usual tasks, from ring to close, pressed and counted: docs/keys.md says the same."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QMainWindow

from desktop.domain.places import Place, PlaceKind
from desktop.runtime import i18n
from desktop.runtime.drafts import DraftStore
from desktop.runtime.settings import Language
from tests.ui.driver import Driver, OpenDesk
from tests.ui.window import Window
from ui.desk_view import DeskView

PLACES = (
    Place(
        id="p",
        name="Pasar Nangka",
        kind=PlaceKind.MARKET,
        area="51.71.04.2002",
        latitude=-8.64,
        longitude=115.22,
    ),
    Place(id="t", name="Jalan Danau Tamblingan", kind=PlaceKind.STREET),
)
"""What the centre knows of places; other addresses are typed."""
PAGE = Path(__file__).parents[2] / "docs" / "keys.md"


@pytest.fixture
def window(driver: Driver, desk: OpenDesk, tmp_path: Path) -> Iterator[Window]:
    """Made's desk, in Indonesian, at the size for which it is designed."""
    app = QApplication.instance()
    assert app is not None
    i18n.install(app, Language.INDONESIAN)
    state = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    drafts = DraftStore(tmp_path / "drafts", tmp_path / "spare")
    main = QMainWindow()
    view = DeskView(main, desk.session, drafts, state)
    main.setCentralWidget(view)
    driver.show(main, 1366, 768)
    main.setUpdatesEnabled(False)  # what is read here are texts: a third of the time would go into pictures
    driver.run(desk.session.places.put(PLACES))
    yield Window(driver, view)
    view.end()
    drafts.close()
    main.hide()
    driver.settle()
    i18n.install(app, Language.ENGLISH)


class Counted:
    """A desk whose keys are written down; a text that is typed is none."""

    def __init__(self, desk: Window) -> None:
        self.desk = desk
        self.tasks: dict[str, list[str]] = {}
        self.then: dict[str, tuple[str, ...]] = {}
        """By task the keys and orders from there until its incident is closed."""

    def begin(self, task: str) -> None:
        """From here on keys belong to a task."""
        self.tasks[task] = []

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        list(self.tasks.values())[-1].extend(keys)
        self.desk.keys(*keys)

    def close(self, task: str, *orders: str, keys: tuple[str, ...] = ()) -> None:
        """Go on until the incident is closed: keys, then orders in the command line."""
        self.desk.keys("Ctrl+K")
        for one in orders[:-1]:
            self.desk.order(one, "Shift+Return")
        self.desk.order(orders[-1])
        self.then[task] = (*keys, *(f"`{one}`" for one in orders))
        self.desk.paint()

    def call(self, narrative: str = "") -> None:
        """Take a call."""
        before = self.desk.calls
        self.press("F2")
        self.desk.wait_calls(before + 1)
        self.desk.type(narrative)

    def hang_up(self) -> None:
        """The caller hung up, and his tab goes."""
        before = self.desk.calls
        self.press("F4")
        self.desk.wait_calls(before - 1)

    def opened(self, number: str) -> None:
        """Open the incident."""
        self.press("Ctrl+Enter")
        self.desk.wait_selected(number)

    def report(self, narrative: str, address: str, number: str) -> None:
        """Take a call whose category is proposed, write its address, open it."""
        self.call(narrative)
        self.desk.wait_for("Alt+1")
        self.press("Alt+1", "Alt+L")
        self.desk.type(address)
        self.opened(number)

    def report_heard(self, narrative: str, place: str, number: str) -> None:
        """Take a call whose category is proposed and whose place is heard, open it."""
        self.call(narrative)
        self.desk.wait_for("Alt+1")
        self.press("Alt+1")
        self.take_heard(place)
        self.opened(number)

    def take_heard(self, place: str) -> None:
        """Take the place that was heard in the narrative."""
        self.desk.wait_for(f"Ctrl+1: {place}")
        self.press("Ctrl+1")
        self.desk.wait_for(place)

    def send(self, units: str, number: str) -> None:
        """Assign units."""
        self.press("Alt+U")
        self.desk.type(units)
        self.press("Enter")
        self.desk.wait_said(f"{number}: ")

    def send_recommended(self, number: str) -> None:
        """Assign what is recommended."""
        self.desk.wait_for("Disarankan untuk")
        self.press("F5")
        self.desk.wait_said(f"{number}: ")


def test_the_keys_of_twelve_tasks_are_those_of_the_page(window: Window) -> None:
    counted = Counted(window)
    _junk_and_units(counted)
    _others_calls(counted)
    _lost_and_others(counted)
    until_hung_up = {task: (" ".join(keys), str(len(keys))) for task, keys in counted.tasks.items()}
    assert until_hung_up == _table(of_columns=3)
    assert {task: _told(counted, task) for task in counted.tasks} == _table(of_columns=5)


def _told(counted: Counted, task: str) -> tuple[str, ...]:
    """What leads to the close, its keys, the letters of its orders, and all keys from the ring."""
    then = counted.then[task]
    orders = [one for one in then if one.startswith("`")]
    keys = len(then) + (1 if orders else 0)  # an order is entered by one key, the first is preceded by Ctrl+K
    letters = sum(len(one.strip("`")) for one in orders)
    return " ".join(then) or "—", str(keys), str(letters), str(len(counted.tasks[task]) + keys)


def _table(of_columns: int) -> dict[str, tuple[str, ...]]:
    """The table of the page that has so many columns: its rows by their first."""
    lines = [line.strip("| ").split(" | ") for line in PAGE.read_text(encoding="utf-8").splitlines()]
    rows = [line for line in lines if len(line) == of_columns][1:]
    return {task: tuple(rest) for task, *rest in rows}


def _junk_and_units(counted: Counted) -> None:
    desk = counted.desk
    counted.begin("prank call")
    counted.call()
    counted.press("F6")
    desk.wait_for("F6 Iseng 1")
    counted.then["prank call"] = ()
    counted.begin("ambulance to a known place")
    counted.report_heard("orang pingsan di pasar nangka", "Pasar Nangka", "001")
    counted.send_recommended("-001")
    counted.hang_up()
    counted.close("ambulance to a known place", "m", "l", "t wangaya", "r", "e", "tutup r")
    for task, narrative, address, units, number, *orders in (
        (
            "fire at a junction, two engines",
            "kebakaran ruko",
            "Simpang Jl. Nangka - Jl. Patimura",
            "dam1 dam2",
            "002",
            *("rujuk pln", "m", "l", "aman pln", "selesai pln", "k", "tutup t"),
        ),
        (
            *("body to be fetched by the hearse", "minta ambulans jenazah", "Br. Tegal", "j2", "003"),
            *("m", "l", "k", "tutup t"),
        ),
    ):
        counted.begin(task)
        counted.report(narrative, address, number)
        counted.send(units, f"-{number}")
        counted.hang_up()
        counted.close(task, *orders)
    counted.begin("complaint on waste, referred to its agency")
    counted.report("sampah menumpuk seminggu", "Jl. Gunung Agung 5", "004")
    counted.press("Ctrl+R")
    desk.wait_for("utama: ")
    counted.press("Enter")
    desk.wait_for("dirujuk")
    counted.hang_up()
    counted.close("complaint on waste, referred to its agency", "selesai dlh kec", "tutup i")


def _others_calls(counted: Counted) -> None:
    desk = counted.desk
    counted.begin("tourist, asked in English")
    counted.call()
    counted.press("Ctrl+I")
    desk.wait_for("What happened?")
    desk.type("turis kecelakaan motor di jl danau tamblingan")
    desk.wait_for("Alt+1")
    counted.press("Alt+1")
    counted.take_heard("Jalan Danau Tamblingan")
    counted.opened("005")
    counted.hang_up()
    counted.close("tourist, asked in English", "kirim a1", "m", "l", "t ngoerah", "r", "e", "tutup r")
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
        desk.wait_for(f"Banjir / genangan, {callers} pelapor")
        if task == "wrong join parted":
            counted.press("Ctrl+Shift+J")
            desk.wait_for("Banjir / genangan, 2 pelapor")
            desk.keys("Ctrl+Return")
            desk.wait_selected("007")
            desk.keys("F4")
            desk.wait_calls(0)
        else:
            counted.hang_up()
            desk.keys("Ctrl+L")
    orders = ("kirim dam3", "m", "l", "k", "tutup t")
    counted.close("wrong join parted", *orders, keys=("Ctrl+Enter", "F4"))
    desk.keys("Ctrl+K")
    desk.order("pilih 6")
    counted.close("flood joined to another call", *orders)


def _lost_and_others(counted: Counted) -> None:
    desk = counted.desk
    _number_ends(desk, "0812 3400 0001", "F7")
    counted.begin("silent call, called back, answered")
    counted.press("Shift+F2")
    desk.wait_for("Panggilan untuk ditelepon balik")
    counted.press("Enter")
    desk.wait_for("Menelepon balik")
    desk.type("jatuh dari tangga")
    counted.opened("008")
    counted.hang_up()
    counted.close("silent call, called back, answered", "kirim a3", "m", "l", "k", "tutup t")
    _two_calls(counted)
    _paper(counted)


def _two_calls(counted: Counted) -> None:
    desk = counted.desk
    _number_ends(desk, "0812 3400 0002", "F6")
    desk.keys("Ctrl+B")
    desk.wait_said("Nomor diblokir selama 24 jam.")
    counted.begin("blocked prankster who is real")
    counted.call("rumah saya terbakar")
    counted.press("Alt+N")
    desk.type("081234000002")
    desk.wait_for("Alt+B")
    counted.press("Alt+B")
    desk.wait_said("Dianggap asli")
    counted.opened("009")
    counted.hang_up()
    orders = ("kirim dam1 dam2", "rujuk pln", "m", "l", "aman pln", "selesai pln", "k", "tutup t")
    counted.close("blocked prankster who is real", *orders)
    counted.begin("two calls at once, one on hold")
    counted.call("tabrakan motor")
    counted.call("ular di dapur")
    counted.opened("010")
    counted.hang_up()
    desk.wait_for("Shift+F3  ")  # the held call is the current one again
    counted.press("Shift+F3")
    desk.wait_for("Ctrl+Enter  ", gone="ditahan")
    counted.opened("011")
    counted.hang_up()
    first = ("kirim a1", "m", "l", "k", "tutup t")
    other = ("kirim dam3 ke 10", "dam3 m", "dam3 l", "dam3 k", "tutup 10 t")
    counted.close("two calls at once, one on hold", *first, *other)


def _paper(counted: Counted) -> None:
    desk = counted.desk
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
    desk.wait_for("Jl. Sudirman 4 · pohon tumbang")
    counted.press("Escape")
    counted.close("report on paper, entered later", "tutup sudirman sebagai t")


def _number_ends(desk: Window, number: str, key: str) -> None:
    """A call from a number that ends as junk."""
    before = desk.calls
    desk.keys("F2")
    desk.wait_calls(before + 1)
    desk.keys("Alt+N")
    desk.type(number)
    desk.wait_for("Nomor ini baru pertama")
    desk.keys(key)
    desk.wait_calls(before)
    desk.wait_for(f"{key} {'Senyap 1' if key == 'F7' else 'Iseng 2'}")

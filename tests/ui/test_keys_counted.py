"""The keys of twelve usual tasks beyond the text itself, pressed and counted: docs/keys.md says the same."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QSettings, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QListView,
    QMainWindow,
    QTableView,
    QWidget,
)

from desktop.domain.places import Place, PlaceKind
from desktop.runtime import i18n
from desktop.runtime.drafts import DraftStore
from desktop.runtime.settings import Language
from tests.ui.driver import Driver, OpenDesk
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


class Window:
    """A whole desk in this process: what is pressed, typed and read on it, with no program between."""

    def __init__(self, driver: Driver, view: DeskView) -> None:
        self._driver = driver
        self._view = view
        self.said = ""
        view.session.said.connect(self._told)

    @property
    def calls(self) -> int:
        """How many calls have a tab."""
        return len(self._view.intake.calls.works)

    def keys(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for one in keys:
            self._driver.press(one.replace("Enter", "Return"))
            self._driver.settle(0.02)

    def type(self, text: str) -> None:
        """Type where the cursor is."""
        self._driver.type(text)

    def wait_for(self, text: str, gone: str | None = None) -> None:
        """Wait until a text can be read somewhere, and another nowhere."""

        def holds() -> bool:
            texts = list(self._texts())
            return any(text in one for one in texts) and not (
                gone is not None and any(gone in one for one in texts)
            )

        try:
            self._driver.until(holds)
        except AssertionError as error:
            raise AssertionError(f"never {text!r}; said {self.said!r}; {list(self._texts())}") from error

    def wait_said(self, text: str) -> None:
        """Wait until the line at the foot of the window says so."""
        self._driver.until(lambda: text in self.said, f"{text!r}; shown: {list(self._texts())}")

    def wait_selected(self, number: str) -> None:
        """Wait until the incident of that number is the selected one."""

        def stands() -> bool:
            case = self._view.selected()
            return case is not None and self._view.session.number(case).endswith(number)

        self._driver.until(stands, number)

    def wait_calls(self, count: int) -> None:
        """Wait until so many calls have a tab."""
        self._driver.until(lambda: self.calls == count, f"{count} calls")

    def _told(self, text: str, _level: object) -> None:
        self.said = text

    def _texts(self) -> Iterator[str]:
        for one in self._view.window().findChildren(QWidget):
            if not one.isVisible():
                continue
            if isinstance(one, QLabel | QAbstractButton):
                yield one.text()
            elif isinstance(one, QLineEdit):
                yield one.text() or one.placeholderText()
            elif isinstance(one, QTableView | QListView) and one.model() is not None:
                columns = one.horizontalHeader().count() if isinstance(one, QTableView) else 1
                for row in range(one.model().rowCount(QModelIndex())):
                    cells = (one.model().index(row, column) for column in range(columns))
                    yield " ".join(str(cell.data(ACCESSIBLE) or cell.data() or "") for cell in cells)


ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole


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

    def begin(self, task: str) -> None:
        """From here on keys belong to a task."""
        self.tasks[task] = []

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        list(self.tasks.values())[-1].extend(keys)
        self.desk.keys(*keys)

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
        self.desk.wait_for(f"Terdengar, Ctrl+1 mengambil: {place}")
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
    counted.begin("ambulance to a known place")
    counted.report_heard("orang pingsan di pasar nangka", "Pasar Nangka", "001")
    counted.send_recommended("-001")
    counted.hang_up()
    for task, narrative, address, units, number in (
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
        counted.send(units, f"-{number}")
        counted.hang_up()
    counted.begin("complaint on waste, referred to its agency")
    counted.report("sampah menumpuk seminggu", "Jl. Gunung Agung 5", "004")
    counted.press("Ctrl+R")
    desk.wait_for("utama: ")
    counted.press("Enter")
    desk.wait_for("dirujuk")
    counted.hang_up()


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
            desk.keys("F12")
            desk.wait_calls(0)
        else:
            counted.hang_up()
            desk.keys("Ctrl+L")


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
    desk.keys("Ctrl+B")
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
    desk.wait_for("Shift+F3  ")  # the held call is the current one again
    counted.press("Shift+F3")
    desk.wait_for("Ctrl+Enter  ", gone="ditahan")
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
    desk.wait_for("Jl. Sudirman 4 · pohon tumbang")
    counted.press("Escape")


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

"""A whole desk with two incidents, at which orders are given."""

from tests.ui.driver import Driver
from tests.ui.units.scene import Scene
from ui.banner import MessageLine
from ui.desk_view import DeskView
from ui.orders.desk import OrderDesk


class Seat:
    """A whole desk with the incident 001, a fire, and 002."""

    def __init__(self, driver: Driver, view: DeskView, scene: Scene) -> None:
        self.driver, self.view, self.scene = driver, view, scene
        self.said: list[str] = []
        view.session.said.connect(lambda text, _level: self.said.append(text))
        self.fire = scene.open(5, category="fire_building", priority="P1", address="Gg. Mawar 5")
        self.tree = scene.open(4, category="fallen_tree", priority="P3", address="Jl. Sudirman")
        view.list.select(self.fire.id)

    @property
    def orders(self) -> OrderDesk:
        """The command line."""
        return self.view.pages.orders

    def type(self, text: str) -> None:
        """Ctrl+K, and a text."""
        self.driver.press("Ctrl+K")
        self.driver.type(text)

    @property
    def shown(self) -> tuple[str, str]:
        """What will happen, and what is wrong."""
        bar = self.orders.bar
        return bar.preview.text(), bar.problem.text()

    @property
    def foot(self) -> str:
        """The keys that are named at the foot of the window."""
        line = self.view.findChild(MessageLine)
        return line.hint.text() if isinstance(line, MessageLine) else ""

"""The accessibility tree of a program, read over the bus on which screen readers ask.

https://gitlab.gnome.org/GNOME/at-spi2-core/-/tree/main/xml
"""

import time
from dataclasses import dataclass, field

from tests.journeys.bus import BUS, BUS_PATH, PROPERTIES, Answer, Connection, Question, Thing
from tests.journeys.picture import Node, Picture

LAUNCHER = Thing("org.a11y.Bus", "/org/a11y/bus")
ROOT = Thing("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
ACCESSIBLE, TEXT, TABLE = (f"org.a11y.atspi.{name}" for name in ("Accessible", "Text", "Table"))
STATES = {7: "editable", 11: "focusable", 12: "focused", 23: "selected", 25: "showing"}
SCROLLED = ("list", "table")
LEAVES = ("label", "push button", "check box", "cell", "column header", "row header", "image")
DEEPEST = 30
TIMES = 20
LAUNCHED_SECONDS = 20


class VanishedError(Exception):
    """A node was gone when it was asked."""


@dataclass(slots=True)
class _Branch:
    """A node being read."""

    thing: Thing
    depth: int
    parent: str
    states: tuple[str, ...] = ()
    role: str = ""
    name: str = ""
    text: str = ""
    columns: int = 0
    children: "list[_Branch]" = field(default_factory=list)


class Tree:
    """Reads what programs show. A level of the tree is asked for in one go: each question alone would cost
    the desk and the bus several times the work.
    """

    def __init__(self, session_bus: str) -> None:
        session = Connection(session_bus)
        try:
            self._bus = Connection(_address(session))
        finally:
            session.close()

    def close(self) -> None:
        """Leave the bus."""
        self._bus.close()

    def read(self, process: int) -> Picture:
        """Everything that a process shows, from the top down; nothing of a process that shows nothing.

        What is scrolled out of view in a list or a table is there too, without the state "showing".
        VanishedError when the tree changes each time that it is read.
        """
        for _ in range(TIMES):
            try:
                return self._read(process)
            except VanishedError:
                time.sleep(0.05)
        raise VanishedError

    def _read(self, process: int) -> Picture:
        top = self._top(process)
        if top is None:
            return Picture(())
        first = _Branch(top, 0, "")
        level = [first]
        while level:
            level = self._read_level(level)
        nodes = list[Node]()
        _put_down(first, nodes)
        return Picture(nodes)

    def _top(self, process: int) -> Thing | None:
        answer = self._bus.ask_one(Question(ROOT, ACCESSIBLE, "GetChildren"))
        programs = answer.things() if answer is not None else []
        member = "GetConnectionUnixProcessID"
        questions = [Question(Thing(BUS, BUS_PATH), BUS, member, (one.owner,)) for one in programs]
        for program, said in zip(programs, self._bus.ask(questions), strict=True):
            if said is not None and said.number() == process:
                return program
        return None

    def _read_level(self, level: list[_Branch]) -> list[_Branch]:
        """Read these; their children, which are to be read next."""
        for branch, said in zip(level, self._every(level, "GetState"), strict=True):
            low, high = said.numbers()
            branch.states = tuple(word for bit, word in STATES.items() if (low | high << 32) >> bit & 1)
        shown = [one for one in level if one.depth < 2 or one.parent in SCROLLED or "showing" in one.states]
        for branch, said in zip(shown, self._every(shown, "GetRoleName"), strict=True):
            branch.role = said.text()
        names = [Question(one.thing, PROPERTIES, "Get", (ACCESSIBLE, "Name")) for one in shown]
        for branch, answer in zip(shown, self._bus.ask(names), strict=True):
            branch.name = _there(answer).variant().text()
        inner = [one for one in shown if one.role not in LEAVES]
        texts = [Question(one.thing, TEXT, "GetText", (0, -1)) for one in inner]
        for branch, answer in zip(inner, self._bus.ask(texts), strict=True):
            branch.text = "" if answer is None else answer.text()
        tables = [one for one in inner if one.role == "table"]
        columns = [Question(one.thing, PROPERTIES, "Get", (TABLE, "NColumns")) for one in tables]
        for branch, answer in zip(tables, self._bus.ask(columns), strict=True):
            branch.columns = _there(answer).variant().number()
        parents = [one for one in inner if one.depth < DEEPEST]
        for branch, said in zip(parents, self._every(parents, "GetChildren"), strict=True):
            things = [thing for thing in said.things() if thing.owner]
            branch.children = [_Branch(thing, branch.depth + 1, branch.role) for thing in things]
        return [child for one in parents for child in one.children]

    def _every(self, branches: list[_Branch], member: str) -> list[Answer]:
        questions = [Question(one.thing, ACCESSIBLE, member) for one in branches]
        return [_there(answer) for answer in self._bus.ask(questions)]


def _address(session: Connection) -> str:
    end = time.monotonic() + LAUNCHED_SECONDS
    owned = Question(Thing(BUS, BUS_PATH), BUS, "NameHasOwner", (LAUNCHER.owner,))
    while not _there(session.ask_one(owned)).number():
        assert time.monotonic() < end, "no accessibility bus"
        time.sleep(0.02)
    return _there(session.ask_one(Question(LAUNCHER, LAUNCHER.owner, "GetAddress"))).text()


def _there(answer: Answer | None) -> Answer:
    if answer is None:
        raise VanishedError
    return answer


def _put_down(branch: _Branch, nodes: list[Node]) -> None:
    if not branch.role:  # it is not shown
        return
    nodes.append(Node(branch.role, branch.name, branch.text, branch.states, branch.depth, branch.columns))
    for child in branch.children:
        _put_down(child, nodes)

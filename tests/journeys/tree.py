"""The accessibility tree of a program, read over the bus on which screen readers ask.

https://gitlab.gnome.org/GNOME/at-spi2-core/-/tree/main/xml
"""

import struct
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from tests.journeys.bus import BUS, BUS_PATH, PROPERTIES, Answer, Connection, Question, Thing, Words, padded
from tests.journeys.picture import Node, Picture

LAUNCHER = Thing("org.a11y.Bus", "/org/a11y/bus")
ROOT = Thing("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
ACCESSIBLE, COLLECTION, TEXT, TABLE = (
    f"org.a11y.atspi.{name}" for name in ("Accessible", "Collection", "Text", "Table")
)
EDITABLE, FOCUSABLE, FOCUSED, SHOWING = 7, 11, 12, 25
"""States."""
WHOLE_STATES = {"showing": SHOWING, "focused": FOCUSED, "focusable": FOCUSABLE}
CHECK_BOX = 7
"""A role."""
SCROLLED = ("list", "table")
TYPED = ("text", "password text")
LEAVES = ("label", "push button", "check box", "list item", "cell", "column header", "image", *TYPED)
WORDLESS = ("row header",)
"""Left out: the desk's rows have no heads, and each would be two questions more."""
DEEPEST = 30
TIMES = 20
LAUNCHED_SECONDS = 20
_CHOICE = "(aiia{ss}iaiiasib)uib"
_NAME, _COLUMNS, _ALL = Words.of(ACCESSIBLE, "Name"), Words.of(TABLE, "NColumns"), Words.of(0, -1)


class VanishedError(Exception):
    """A node was gone when it was asked, or what shows changed while it was read."""


@dataclass(slots=True)
class _Branch:
    """A node being read."""

    thing: Thing
    depth: int
    role: str = ""
    name: str = ""
    text: str = ""
    editable: bool = False
    columns: int = 0
    children: "list[_Branch]" = field(default_factory=list)


class Tree:
    """Reads what programs show. Each question costs the desk, the bus and the reader about as much as drawing
    a word does: none is asked whose answer is known, and those of a level of the tree go out together.
    """

    def __init__(self, session_bus: str) -> None:
        session = Connection(session_bus)
        try:
            self._bus = Connection(_address(session))
        finally:
            session.close()
        self._programs: dict[int, Thing] = {}
        self._scrolled: dict[tuple[int, str, str], Thing] = {}
        # Qt counts its things up and gives none another role: what a path once was, it stays.
        self._roles: dict[Thing, str] = {}

    def close(self) -> None:
        """Leave the bus."""
        self._bus.close()

    def read(self, process: int, enough: Callable[[Picture], bool] | None = None) -> Picture:
        """Everything that a process shows, from the top down; nothing of a process that shows nothing.

        What is scrolled out of view in a list or a table is there too, without the state "showing". Where
        less is `enough`, what stands in lists and tables is left unread, and what has the focus; never said
        then is what can take it.
        VanishedError when the tree changes each time that it is read.
        """
        for _ in range(TIMES):
            try:
                return self._read(process, enough)
            except VanishedError:
                self._programs.pop(process, None)
                time.sleep(0.05)
        raise VanishedError

    def read_one(self, process: int, role: str, name: str) -> Picture | None:
        """A list or a table of that name, with what stands in it, whatever states that has.

        None when it does not show, or was in no picture of the process yet.
        """
        thing = self._scrolled.get((process, role, name))
        if thing is None:
            return None
        one = _Branch(thing, 0)
        try:
            (said,) = self._every([Question(thing, ACCESSIBLE, "GetState")])
            if not said.numbers()[0] >> SHOWING & 1:
                return None
            self._read_roles([one])
            self._read_words([one, *self._read_children([one], None)])
        except VanishedError:
            return None
        return _picture(one, {}, whole=True) if one.name == name else None

    def count(self, process: int, role: int) -> int:
        """How many things of a role a process shows. One question, where a whole look asks hundreds."""
        top = self._top(process)
        if top is None:
            return 0
        answer = self._bus.ask_one(Question(top, COLLECTION, "GetMatches", _in_state(SHOWING, role)))
        return len(answer.things()) if answer is not None else 0

    def focused(self, process: int) -> list[Node]:
        """What has the focus, or says so of itself, and nothing else."""
        top = self._top(process)
        try:
            things = self._states(top, {"focused": FOCUSED})["focused"] if top is not None else ()
            found = [_Branch(one, 1) for one in things]
            self._read_roles(found)
            self._read_words(found)
        except VanishedError:
            return []
        return [node for one in found for node in _picture(one, {"focused": {one.thing}}, whole=True).nodes]

    def _read(self, process: int, enough: Callable[[Picture], bool] | None) -> Picture:
        top = self._top(process)
        if top is None:
            return Picture(())
        states = self._states(top, WHOLE_STATES if enough is None else {"showing": SHOWING})
        first = _Branch(top, 0)
        self._read_roles([first])
        read = self._read_below([first], states["showing"])
        self._read_words([first, *read])
        scrolled = [one for one in read if one.role in SCROLLED]
        self._scrolled.update(((process, one.role, one.name), one.thing) for one in scrolled)
        if scrolled:
            picture = _picture(first, states, whole=False)
            if enough is not None and enough(picture):
                self._still_shows(top, states["showing"])
                return picture
            self._read_words(self._read_children(scrolled, None))
        if enough is not None:
            states |= self._states(top, {"focused": FOCUSED})
        self._still_shows(top, states["showing"])
        return _picture(first, states, whole=True)

    def _still_shows(self, top: Thing, showing: set[Thing]) -> None:
        """VanishedError where words were read of a window that has been changing since it was begun."""
        (said,) = self._every([Question(top, COLLECTION, "GetMatches", _in_state(SHOWING))])
        if set(said.things()) != showing:
            raise VanishedError

    def _top(self, process: int) -> Thing | None:
        if process not in self._programs:
            answer = self._bus.ask_one(Question(ROOT, ACCESSIBLE, "GetChildren"))
            programs = answer.things() if answer is not None else []
            member = "GetConnectionUnixProcessID"
            questions = [Question(Thing(BUS, BUS_PATH), BUS, member, Words.of(one.owner)) for one in programs]
            for program, said in zip(programs, self._bus.ask(questions), strict=True):
                if said is not None:
                    self._programs[said.number()] = program
        return self._programs.get(process)

    def _states(self, top: Thing, wanted: Mapping[str, int]) -> dict[str, set[Thing]]:
        """The things in each state. One question goes through all of a program's things."""
        answers = self._every(
            Question(top, COLLECTION, "GetMatches", _in_state(bit)) for bit in wanted.values()
        )
        return {name: set(said.things()) for name, said in zip(wanted, answers, strict=True)}

    def _read_below(self, level: list[_Branch], showing: set[Thing]) -> list[_Branch]:
        """What is shown below these, but nothing in lists and tables."""
        found = list[_Branch]()
        while level:
            parents = [one for one in level if one.role not in (*SCROLLED, *LEAVES) and one.depth < DEEPEST]
            level = self._read_children(parents, showing)
            found += level
        return found

    def _read_children(self, parents: list[_Branch], showing: set[Thing] | None) -> list[_Branch]:
        """The children of these; None: also those that do not show."""
        answers = self._every(Question(one.thing, ACCESSIBLE, "GetChildren") for one in parents)
        found = list[_Branch]()
        for parent, said in zip(parents, answers, strict=True):
            parent.children = [
                _Branch(thing, parent.depth + 1)
                for thing in said.things()
                if thing.owner and (showing is None or parent.depth == 0 or thing in showing)
            ]
            found += parent.children
        self._read_roles(found)
        return found

    def _read_roles(self, branches: list[_Branch]) -> None:
        new = [one.thing for one in branches if one.thing not in self._roles]
        for thing, said in zip(
            new, self._every(Question(one, ACCESSIBLE, "GetRoleName") for one in new), strict=True
        ):
            self._roles[thing] = said.text()
        for branch in branches:
            branch.role = self._roles[branch.thing]

    def _read_words(self, branches: list[_Branch]) -> None:
        named = [one for one in branches if one.role not in WORDLESS]
        typed = [one for one in branches if one.role in TYPED]
        tables = [one for one in branches if one.role == "table"]
        answers = iter(
            self._every(
                [
                    *(Question(one.thing, PROPERTIES, "Get", _NAME) for one in named),
                    *(Question(one.thing, TEXT, "GetText", _ALL) for one in typed),
                    *(Question(one.thing, ACCESSIBLE, "GetState") for one in typed),
                    *(Question(one.thing, PROPERTIES, "Get", _COLUMNS) for one in tables),
                ]
            )
        )
        for branch in named:
            branch.name = next(answers).variant().text()
        for branch in typed:
            branch.text = next(answers).text()
        for branch in typed:
            branch.editable = bool(next(answers).numbers()[0] >> EDITABLE & 1)
        for branch in tables:
            branch.columns = next(answers).variant().number()

    def _every(self, questions: Iterable[Question]) -> list[Answer]:
        return [_there(answer) for answer in self._bus.ask(list(questions))]


def _address(session: Connection) -> str:
    end = time.monotonic() + LAUNCHED_SECONDS
    owned = Question(Thing(BUS, BUS_PATH), BUS, "NameHasOwner", Words.of(LAUNCHER.owner))
    while not _there(session.ask_one(owned)).number():
        assert time.monotonic() < end, "no accessibility bus"
        time.sleep(0.02)
    return _there(session.ask_one(Question(LAUNCHER, LAUNCHER.owner, "GetAddress"))).text()


def _in_state(bit: int, role: int | None = None) -> Words:
    """All of a program's things in a state, or those of them that have a role: the choice by states,
    attributes, roles and interfaces, of which each list comes with how it is meant (1: all of them); not the
    others; then order, number and depth.
    """
    states = 1 << bit
    body = struct.pack("<IIIiI", 8, states & 0xFFFFFFFF, states >> 32, 1, 0)
    roles = struct.pack("<I", 0) if role is None else struct.pack("<II", 4, 1 << role)
    return Words(
        _CHOICE, padded(body, 8) + struct.pack("<i", 1) + roles + struct.pack("<iIiIIiI", 1, 0, 1, 0, 1, 0, 1)
    )


def _there(answer: Answer | None) -> Answer:
    if answer is None:
        raise VanishedError
    return answer


def _picture(first: _Branch, states: dict[str, set[Thing]], *, whole: bool) -> Picture:
    nodes = list[Node]()

    def put_down(branch: _Branch) -> None:
        if branch.role in WORDLESS:
            return
        held = tuple(name for name, things in states.items() if branch.thing in things)
        held += ("editable",) if branch.editable else ()
        nodes.append(Node(branch.role, branch.name, branch.text, held, branch.depth, branch.columns))
        for child in branch.children:
            put_down(child)

    put_down(first)
    return Picture(nodes, whole)

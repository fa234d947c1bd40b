"""The accessibility tree of a program, read over the bus on which screen readers ask.

https://gitlab.gnome.org/GNOME/at-spi2-core/-/tree/main/xml
"""

import struct
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from tests.journeys.bus import BUS, BUS_PATH, PROPERTIES, Answer, Connection, Question, Thing, Words, padded
from tests.journeys.picture import INSIDE, WINDOW, Node, Picture, UnreadError

LAUNCHER = Thing("org.a11y.Bus", "/org/a11y/bus")
ROOT = Thing("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
ACCESSIBLE, COLLECTION, TEXT, TABLE = (
    f"org.a11y.atspi.{name}" for name in ("Accessible", "Collection", "Text", "Table")
)
EDITABLE, FOCUSABLE, FOCUSED, SHOWING = 7, 11, 12, 25
"""States."""
CHECK_BOX = 7
FRAME, LABEL, LIST, PASSWORD, BUTTON, TABLE_OF_ROWS, FIELD = 23, 29, 31, 40, 43, 55, 61
WORDED = (CHECK_BOX, FRAME, LABEL, LIST, PASSWORD, BUTTON, TABLE_OF_ROWS, FIELD)
"""Roles of what is most often waited for, and of the windows, lists and tables in which it stands."""
SCROLLED = ("list", "table")
IN_SCROLLED = ("list item", "cell", "column header", "row header")
"""What says that it shows also in a list or a table that is hidden."""
TYPED = ("text", "password text")
WORDLESS = ("row header",)
"""Left out: the desk's rows have no heads, and each would be two questions more."""
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
    a word does: none is asked whose answer is known, and as many as can be go out together.
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

    def read(self, process: int, *, closely: bool = False) -> Picture:
        """Everything that a process shows, from the top down; nothing of a process that shows nothing.

        What is scrolled out of view in a list or a table is there too, without the state "showing".
        `closely`: also which of it has the focus or can take it.
        VanishedError when the tree changes each time that it is read.
        """
        return self._until_still(process, lambda top: self._read(process, top, closely=closely))

    def read_enough(self, process: int, enough: Callable[[Picture], bool]) -> Picture:
        """What a process shows, without what stands in lists and tables where that is of no concern for
        whether it is `enough`. VanishedError as for all of it.
        """

        def read(top: Thing) -> Picture:
            picture = self._read_worded(process, top)
            try:
                enough(picture)
            except UnreadError:
                return self._read(process, top)
            return picture

        return self._until_still(process, read)

    def read_worded(self, process: int) -> Picture:
        """What a process shows, but nothing in lists and tables, at a third of the cost of everything.
        VanishedError as for all of it.
        """
        return self._until_still(process, lambda top: self._read_worded(process, top))

    def read_one(self, process: int, role: str, name: str) -> Picture | None:
        """A list or a table of that name, with what stands in it, whatever states that has.

        None when it does not show, or was in no picture of the process yet.
        """
        thing = self._scrolled.get((process, role, name))
        if thing is None:
            return None
        one = _Branch(thing, INSIDE)
        try:
            (said,) = self._every([Question(thing, ACCESSIBLE, "GetState")])
            if not said.numbers()[0] >> SHOWING & 1:
                return None
            self._read_roles([one])
            self._read_words([one, *self._read_children([one])])
        except VanishedError:
            return None
        return _picture([one], {}, whole=True) if one.name == name else None

    def count(self, process: int, role: int) -> int:
        """How many things of a role a process shows. One question, where a whole look asks hundreds."""
        top = self._top(process)
        if top is None:
            return 0
        answer = self._bus.ask_one(_matching(top, SHOWING, (role,)))
        return len(answer.things()) if answer is not None else 0

    def focused(self, process: int) -> list[Node]:
        """What has the focus, or says so of itself, and nothing else."""
        top = self._top(process)
        try:
            things = self._every([_matching(top, FOCUSED)])[0].things() if top is not None else ()
            found = [_Branch(one, INSIDE) for one in things]
            self._read_roles(found)
            self._read_words(found)
        except VanishedError:
            return []
        return list(_picture(found, {"focused": set(things)}, whole=True).nodes)

    def _until_still(self, process: int, read: Callable[[Thing], Picture]) -> Picture:
        for _ in range(TIMES):
            top = self._top(process)
            if top is None:
                return Picture(())
            try:
                return read(top)
            except VanishedError:
                self._programs.pop(process, None)
                time.sleep(0.05)
        raise VanishedError

    def _read_worded(self, process: int, top: Thing) -> Picture:
        choice = _matching(top, SHOWING, WORDED)
        windows, showing = (
            said.things() for said in self._every([Question(top, ACCESSIBLE, "GetChildren"), choice])
        )
        found = [_Branch(one, WINDOW if one in windows else INSIDE) for one in showing]
        self._read_roles(found)
        self._read_words(found, while_still=(choice, showing))
        self._remember_scrolled(process, found)
        return _picture(found, {"showing": set(showing)}, whole=False)

    def _read(self, process: int, top: Thing, *, closely: bool = False) -> Picture:
        states = {"showing": SHOWING, **({"focused": FOCUSED, "focusable": FOCUSABLE} if closely else {})}
        windows, *answers = (
            said.things()
            for said in self._every(
                [Question(top, ACCESSIBLE, "GetChildren"), *(_matching(top, bit) for bit in states.values())]
            )
        )
        showing = answers[0]
        found = [_Branch(one, WINDOW if one in windows else INSIDE) for one in showing]
        self._read_roles(found)
        below = self._read_children([one for one in found if one.role in SCROLLED])
        above = [one for one in found if one.role not in IN_SCROLLED]
        self._read_words([*above, *below], while_still=(_matching(top, SHOWING), showing))
        self._remember_scrolled(process, above)
        return _picture(above, dict(zip(states, map(set, answers), strict=True)), whole=True)

    def _remember_scrolled(self, process: int, found: list[_Branch]) -> None:
        scrolled = [one for one in found if one.role in SCROLLED]
        self._scrolled.update(((process, one.role, one.name), one.thing) for one in scrolled)

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

    def _read_children(self, parents: list[_Branch]) -> list[_Branch]:
        """The children of these, whether they show or not."""
        answers = self._every(Question(one.thing, ACCESSIBLE, "GetChildren") for one in parents)
        found = list[_Branch]()
        for parent, said in zip(parents, answers, strict=True):
            parent.children = [_Branch(thing, parent.depth + 1) for thing in said.things() if thing.owner]
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

    def _read_words(
        self, branches: list[_Branch], *, while_still: tuple[Question, list[Thing]] | None = None
    ) -> None:
        """VanishedError where the question is no longer answered in the same way once they are read: then
        words were read of a window that was changing.
        """
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
                    *([while_still[0]] if while_still else ()),
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
        if while_still and next(answers).things() != while_still[1]:
            raise VanishedError

    def _every(self, questions: Iterable[Question]) -> list[Answer]:
        return [_there(answer) for answer in self._bus.ask(list(questions))]


def _address(session: Connection) -> str:
    end = time.monotonic() + LAUNCHED_SECONDS
    owned = Question(Thing(BUS, BUS_PATH), BUS, "NameHasOwner", Words.of(LAUNCHER.owner))
    while not _there(session.ask_one(owned)).number():
        assert time.monotonic() < end, "no accessibility bus"
        time.sleep(0.02)
    return _there(session.ask_one(Question(LAUNCHER, LAUNCHER.owner, "GetAddress"))).text()


def _matching(top: Thing, bit: int, roles: tuple[int, ...] = ()) -> Question:
    """Which of a program's things, from the top down, are in a state and have one of these roles, or any.

    Sent is the choice by states, attributes, roles and interfaces, of which each list comes with how it is
    meant (1: all of them, 2: any); not the others; then order, number and depth.
    """
    bits, any_of = 1 << bit, sum(1 << role for role in roles)
    body = struct.pack("<IIIiI", 8, bits & 0xFFFFFFFF, bits >> 32, 1, 0)
    chosen = any_of.to_bytes(16 if roles else 0, "little")
    body = padded(body, 8) + struct.pack("<iI", 1, len(chosen)) + chosen
    body += struct.pack("<iIiIIiI", 2 if roles else 1, 0, 1, 0, 1, 0, 1)
    return Question(top, COLLECTION, "GetMatches", Words(_CHOICE, body))


def _there(answer: Answer | None) -> Answer:
    if answer is None:
        raise VanishedError
    return answer


def _picture(branches: Iterable[_Branch], states: dict[str, set[Thing]], *, whole: bool) -> Picture:
    nodes = list[Node]()

    def put_down(branch: _Branch) -> None:
        if branch.role in WORDLESS:
            return
        held = tuple(name for name, things in states.items() if branch.thing in things)
        held += ("editable",) if branch.editable else ()
        nodes.append(Node(branch.role, branch.name, branch.text, held, branch.depth, branch.columns))
        for child in branch.children:
            put_down(child)

    for branch in branches:
        put_down(branch)
    return Picture(nodes, whole)

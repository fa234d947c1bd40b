"""What a window shows at one moment, as the accessibility tree tells it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

AROUND = ("list item", "panel", "filler")
WINDOW, INSIDE = 1, 2
"""Depths: of a window, and of all in it, however deep; of what stands in a list or a table, one more."""


class UnreadError(AssertionError):
    """What is asked for may stand in a list or a table, and what stands in them was left unread."""


@dataclass(frozen=True, slots=True)
class Node:
    """One thing that the window shows."""

    role: str
    name: str
    text: str
    states: tuple[str, ...]
    depth: int
    columns: int
    """Of a table; 0 for anything else."""

    @property
    def shown(self) -> bool:
        """Whether it is in view, not only in the tree."""
        return "showing" in self.states

    @property
    def editable(self) -> bool:
        """Whether something can be typed there."""
        return "editable" in self.states

    @property
    def words(self) -> str:
        """What is to be read there."""
        return self.text or self.name


@dataclass(frozen=True, slots=True)
class Picture:
    """All nodes, from the top of the tree down; those in lists and tables, and what only holds others, only
    where it is `whole`.
    """

    nodes: Sequence[Node]
    whole: bool = True

    def shows(self, *texts: str) -> bool:
        """Whether each of the texts can be read somewhere in view. UnreadError where that is not known."""
        words = [node.words for node in self.nodes if node.shown]
        found = all(any(text in one for one in words) for text in texts)
        if not found and not self.whole:
            raise UnreadError(texts)
        return found

    @property
    def windows(self) -> "list[Picture]":
        """What each window shows that stands on the screen, the main one first."""
        tops = [at for at, node in enumerate(self.nodes) if node.depth == WINDOW]
        parts = [self.nodes[at:end] for at, end in zip(tops, [*tops[1:], len(self.nodes)], strict=True)]
        return [Picture(part, self.whole) for part in parts if part[0].role == "frame" and part[0].shown]

    def items(self, name: str) -> list[str]:
        """What stands in the list of that name, scrolled out of view or not."""
        return [node.words for node in self._inside("list", name)[1]]

    def table(self, name: str) -> list[list[str]]:
        """The rows of the table of that name, scrolled out of view or not."""
        columns, nodes = self._inside("table", name)
        words = [node.words for node in nodes if node.role == "cell"]
        return [words[at : at + columns] for at in range(0, len(words), columns)]

    def field(self, name: str) -> str:
        """What stands in the field of that name. AssertionError when no such field is shown."""
        found = [node.text for node in self.nodes if node.editable and node.name == name]
        assert found, f"no field {name!r} among {[node.name for node in self.nodes if node.editable]}"
        return found[0]

    @property
    def tabs(self) -> list[str]:
        """The tabs of the open calls."""
        return [node.words for node in self.nodes if node.role == "check box"]

    @property
    def said(self) -> str:
        """The words in the line at the foot of the window: what came of the last key."""
        return [node.words for node in self.nodes if node.role == "label" and node.shown][-2]

    def __str__(self) -> str:
        return "\n".join(f"{node.role}: {node.words}" for node in self.nodes if node.words)

    def _inside(self, role: str, name: str) -> tuple[int, list[Node]]:
        nodes = self.nodes
        at = next((at for at, node in enumerate(nodes) if (node.role, node.name) == (role, name)), None)
        assert at is not None, f"no {role} {name!r}"
        if not self.whole:
            raise UnreadError(name)
        top = nodes[at]
        end = next((end for end in range(at + 1, len(nodes)) if nodes[end].depth <= top.depth), len(nodes))
        return top.columns, [node for node in nodes[at + 1 : end] if node.depth == top.depth + 1]


def focus_of(nodes: Iterable[Node]) -> Node | None:
    """The one of those that say so which has the focus: Qt lets each current item say so too, and what
    stands around or in it.
    """
    return next((node for node in nodes if node.role not in ("cell", *AROUND)), None)

"""What a question consists of, and what is given for an answer."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ui.choice_field import Find
from ui.turns import Turns

Check = Callable[[str], str | None]
"""Says what is wrong with a text, in the operator's language, or None."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One field of a question. With `find` it is a choice, else a text. `check` refuses texts."""

    name: str
    label: str
    find: Find | None = None
    text: str = ""
    code: str = ""
    needed: str | None = None
    """What to say when it is left empty; None when it may be."""
    check: Check | None = None
    preview: Callable[[str], str] | None = None
    """Says below the field what is understood of the text so far."""
    select: bool = False
    """Whether typing replaces the text that stands there."""
    hidden: bool = False
    """Whether nobody may read over the shoulder what is typed."""


Answers = Mapping[str, str]
"""For each field: the code of a choice, or the text as typed (stripped)."""


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks, where answers become acts: told of what comes of an answer that had to wait."""

    turns: Turns
    waits: Callable[[bool], None]
    """Whether the question was answered, and that waits for its turn."""
    tell: Callable[[str], None]
    """Say what is wrong with an answer to who has gone on."""
    dropped: Callable[[], None]
    """When its turn came, the answer was not acceptable."""


@dataclass(frozen=True, slots=True)
class Given:
    """An answer as it was given."""

    number: int
    asks: Sequence[Ask]
    texts: Mapping[str, str]
    answers: Answers
    answer: Callable[[Answers], None]
    asker: Asker

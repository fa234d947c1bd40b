"""Drafts: what an operator has typed, into a call or about an incident, and not yet saved as an act."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from desktop.domain.ids import CODE_FORM

_CODE = re.compile(CODE_FORM)

DRAFT_FIELDS = (
    "channel",
    "narrative",
    "category",
    "category_text",
    "priority",
    "address",
    "landmark",
    "area",
    "area_text",
    "kecamatan_text",
    "rt_rw",
    "point",
    "number",
    "name",
    "people_hurt",
    "answers",
    "rang_at",
    "recording",
)
"""What can be typed into a call. `category_text`, `area_text` (of a kelurahan) and `kecamatan_text` are what
was typed to choose one. `answers`: to the questions of cards, as `desktop.operations.answers` has them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The raw text of the fields of one call, exactly as typed, valid or not.

    `saved_at` is aware and of the workstation's clock; `answered_at`, when the call was taken, is of the
    centre's. `incident`: the id of the incident that the call belongs to by now, or None. ValueError for a
    field that a call does not have.
    """

    call: str
    operator: str
    saved_at: datetime
    answered_at: datetime | None = None
    incident: str | None = None
    texts: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse what could not be given back."""
        for moment in (self.saved_at, self.answered_at):
            if moment is not None and moment.tzinfo is None:
                raise ValueError("a time needs an offset")
        unknown = set(self.texts).difference(DRAFT_FIELDS)
        if unknown:
            raise ValueError(f"a call has no field {', '.join(sorted(unknown))}")

    @property
    def key(self) -> str:
        """What the draft is kept under: there is one a call."""
        return self.call

    @property
    def is_empty(self) -> bool:
        """Whether nothing but a channel was given."""
        return not any(text for name, text in self.texts.items() if name != "channel")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What was typed about something that exists already: a note, a correction, the answer to a question.

    `about`: the id of that row, as of an incident. `purpose`: what the texts are for, a code of small
    letters. `texts`: by the names of the fields, exactly as typed. `saved_at` is aware and of the
    workstation's clock. ValueError for a time without an offset, or what could not name a file.
    """

    about: str
    purpose: str
    operator: str
    saved_at: datetime
    texts: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse what could not be given back."""
        if self.saved_at.tzinfo is None:
            raise ValueError("a time needs an offset")
        if not (self.purpose.isidentifier() and _CODE.fullmatch(self.about)):
            raise ValueError("an id and a code make the name of a file")

    @property
    def key(self) -> str:
        """What they are kept under: there is one set of words for each purpose."""
        return words_key(self.about, self.purpose)


def words_key(about: str, purpose: str) -> str:
    """What words are kept under."""
    return f"{about}.{purpose}"


Kept = Draft | Words
"""Whatever is kept on the workstation until it is saved as an act."""

"""Drafts: what an operator has typed into a call and not yet saved as an act."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

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
    "rang_at",
    "recording",
)
"""What can be typed into a call. `category_text`, `area_text` (of a kelurahan) and `kecamatan_text` are what
was typed to choose one."""


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
    def is_empty(self) -> bool:
        """Whether nothing but a channel was given."""
        return not any(text for name, text in self.texts.items() if name != "channel")

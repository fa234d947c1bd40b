"""The timeline as rows: acts in words, those folded together that were typed in one go."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from desktop.domain.acts import Source
from desktop.domain.board import CaseDetail, JournalEntry
from ui.marking import QT_TRANSLATE_NOOP
from ui.pane.changes import FieldChange, field_changes, fold
from ui.pane.names import Names
from ui.pane.pieces import Piece, Pieces, kept_together
from ui.pane.rows import Row, RowKind
from ui.pane.telling import Told, opening_category, tell, tell_changes
from ui.times import clock_text

translate = QCoreApplication.translate
_N = QT_TRANSLATE_NOOP

FOLD_WITHIN = timedelta(minutes=2)
"""What one operator saves while typing, with nothing between and no more than this apart, is one row."""

_SOURCES = {
    Source.OUTAGE: _N("Telling", "written while cut off"),
    Source.PAPER: _N("Telling", "from paper"),
    Source.CORRECTION: _N("Telling", "corrected later"),
    Source.IMPORT: _N("Telling", "imported"),
    Source.AUTOMATIC: _N("Telling", "automatic"),
}

_WITHOUT = {
    "warnings_read": _N("Telling", "a critical warning had not been read"),
    "safe_confirmed": _N("Telling", "not every agency had called it safe"),
    "signed_by_giver": _N("Telling", "another delivered the page as signed by who had it in hand"),
}
"""By a guard what an act was done without."""


@dataclass(slots=True)
class _Typing:
    """Acts that fill in or correct, folded into one row."""

    first: JournalEntry
    last: JournalEntry
    changes: list[FieldChange]
    category: str | None


def timeline_rows(detail: CaseDetail, names: Names) -> tuple[Row, ...]:
    """The rows of an incident's timeline, the oldest first; a heading where another day than today begins."""
    rows: list[Row] = []
    day = names.day if names.today in (None, names.day) else None
    for row, on in _entries(detail.timeline, names):
        if on != day:
            rows.append(_day(on))
            day = on
        rows.append(row)
    return tuple(rows)


def _entries(timeline: Sequence[JournalEntry], names: Names) -> Iterator[tuple[Row, date]]:
    category: str | None = None
    typing: _Typing | None = None
    for entry in timeline:
        given = opening_category(entry, names.shown)
        category = category if given is None else given
        if typing is not None and _goes_on(typing, entry):
            typing.changes = fold(typing.changes, field_changes(entry, names))
            typing.last, typing.category = entry, category
            continue
        if typing is not None:
            yield from _typed(typing, names)
            typing = None
        if entry.kind == "incident.described":
            typing = _Typing(entry, entry, field_changes(entry, names), category)
        else:
            yield _row(entry, tell(entry, names, category), names), _day_of(entry, names)
    if typing is not None:
        yield from _typed(typing, names)


def _goes_on(typing: _Typing, entry: JournalEntry) -> bool:
    last = typing.last
    same = (entry.kind, entry.author, entry.claimed_by, entry.source) == (
        last.kind,
        last.author,
        last.claimed_by,
        last.source,
    )
    quiet = entry.note is None and last.note is None
    return same and quiet and entry.occurred_at is None and entry.at - last.at <= FOLD_WITHIN


def _typed(typing: _Typing, names: Names) -> Iterator[tuple[Row, date]]:
    """Nothing when all came back to what it was."""
    if typing.changes or typing.first.note:
        told = tell_changes(typing.last, typing.changes, names, typing.category)
        yield _row(typing.first, told, names), _day_of(typing.first, names)


def _row(entry: JournalEntry, told: Told, names: Names) -> Row:
    return Row(
        id=entry.id,
        pieces=_with_author(_said(entry, told), _who(entry, names)),
        time=clock_text(entry.at, names.zone),
        what=told.what,
        tone=told.tone,
        note="" if entry.struck_by else entry.note or "",
        act=entry.id,
    )


def _said(entry: JournalEntry, told: Told) -> Pieces:
    pieces = [Piece(told.text)] if told.text else []
    if told.aside:
        pieces.append(Piece(f" · {told.aside}" if pieces else told.aside, "muted"))
    for guard in entry.excused:
        words = translate("Telling", _WITHOUT[guard]) if guard in _WITHOUT else guard
        pieces.append(Piece(f" · {words}", "warning"))
    if entry.note:
        if pieces:
            pieces.append(Piece(" — ", "muted"))
        pieces.append(Piece(entry.note, struck=entry.struck_by is not None))
        if entry.struck_by is not None:
            words = translate("Telling", "struck through")
            pieces.append(Piece(f" ({words})", "warning"))
    return tuple(pieces)


def _with_author(said: Pieces, who: str) -> Pieces:
    """What happened, then who says so; an act that is told by its kind alone begins with its author."""
    return (*said, Piece(f"  {who}" if said else who, "muted"))


def _who(entry: JournalEntry, names: Names) -> str:
    """The author, and whatever is only claimed, told as a claim."""
    parts = [kept_together(names.operator(entry.author))]
    if entry.claimed_by and entry.claimed_by != entry.author:
        words = translate("Telling", "for {operator}, as {author} says")
        parts = [words.format(operator=kept_together(names.operator(entry.claimed_by)), author=parts[0])]
    source = _SOURCES.get(Source(entry.source)) if entry.source in set(Source) else None
    if source is not None:
        parts.append(translate("Telling", source))
    if entry.occurred_at is not None and abs(entry.occurred_at - entry.recorded_at) >= timedelta(seconds=1):
        words = translate("Telling", "time as claimed, written down {time}")
        parts.append(words.format(time=names.time(entry.recorded_at)))
    return " · ".join(parts)


def _day_of(entry: JournalEntry, names: Names) -> date:
    return entry.at.astimezone(names.zone).date()


def _day(day: date) -> Row:
    return Row(f"day:{day}", (Piece(f"{day:%d-%m-%Y}", "muted"),), RowKind.HEAD)

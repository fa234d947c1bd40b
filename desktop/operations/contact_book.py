"""A centre's phone book: written as a table, and kept by an administrator's acts."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from desktop.domain.acts import Change, Op
from desktop.domain.board import Reference
from desktop.domain.contacts import Contact, ContactEntry, ContactPrivate
from desktop.domain.records import Value, table_of
from desktop.operations.desk import Desk, Outcome, change
from desktop.operations.packs_contacts import OPEN, PERSONAL, check_contacts, read_contacts
from desktop.operations.packs_read import PackError, Problems

KIND = "reference.loaded"
_PERSON = ("person", "numbers")


@dataclass(frozen=True, slots=True)
class BookDifference:
    """What another phone book would change: those that are new, changed, and taken out."""

    new: tuple[ContactEntry, ...] = ()
    changed: tuple[tuple[ContactEntry, ContactEntry], ...] = ()
    """Each as it is, and as it shall be."""
    taken_out: tuple[ContactEntry, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.new or self.changed or self.taken_out)


def read_book(file: Path, reference: Reference) -> tuple[ContactEntry, ...]:
    """The contacts of a table as a city pack has it. PackError with all that is wrong, line by line."""
    problems = Problems()
    found, read = read_contacts(file.parent, problems, file.name)
    check_contacts([one for one, _ in found], read, reference.agencies, problems)
    if problems.found:
        raise PackError(file.parent, sorted(problems.found, key=lambda one: one.line))
    return tuple(ContactEntry(*one) for one in found)


def table_of_book(entries: Iterable[ContactEntry]) -> str:
    """The contacts as the table from which they can be read again; with what is personal of what is known."""
    text = StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(("code", *OPEN, *PERSONAL))
    for one in entries:
        if one.contact.listed:
            cells = (
                *(getattr(one.contact, name) for name in OPEN.values()),
                *(getattr(one.private, name) for name in PERSONAL.values()),
            )
            rows.writerow((one.id, *("" if cell is None else cell for cell in cells)))
    return text.getvalue()


def book_difference(present: Sequence[ContactEntry], wanted: Sequence[ContactEntry]) -> BookDifference:
    """What has to change so that the phone book holds the wanted contacts, and no others."""
    known, names = {one.id: one for one in present}, {one.id for one in wanted}
    return BookDifference(
        tuple(one for one in wanted if one.id not in known),
        tuple(
            (known[one.id], one)
            for one in wanted
            if one.id in known and (_open(one) != _open(known[one.id]) or _own(one) != _own(known[one.id]))
        ),
        tuple(one for one in present if one.id not in names and one.contact.listed),
    )


async def bring_book(desk: Desk, other: BookDifference) -> Outcome:
    """Let other contacts hold, all in one act. Who is taken out stays as a row, and is offered to nobody."""
    steps: list[Change] = []
    for one in other.new:
        steps.append(Change("contact", Op.INSERT, one.id, _open(one)))
        steps.append(Change("contact_private", Op.INSERT, one.id, _own(one)))
    for before, after in other.changed:
        steps += changes_of(before, _open(after), _own(after))
    for one in other.taken_out:
        steps.append(change(KIND, one.contact, listed=False))
    return await desk.act(KIND, steps)


def changes_of(before: ContactEntry, values: dict[str, Value], person: dict[str, Value]) -> list[Change]:
    """The changes that bring a contact to other values; a half that stays as it is is left alone."""
    steps: list[Change] = []
    if values != {name: getattr(before.contact, name) for name in values}:
        steps.append(change(KIND, before.contact, **values))
    if person != {name: getattr(before.private, name) for name in person}:
        steps.append(change(KIND, before.private, **person))
    return steps


def entry_of(code: str, values: dict[str, Value], person: dict[str, Value]) -> ContactEntry:
    """A contact with these values."""
    return ContactEntry(Contact.from_row(code, values), ContactPrivate.from_row(code, person))


def _open(one: ContactEntry) -> dict[str, Value]:
    return {name: getattr(one.contact, name) for name in table_of(Contact).by_name}


def _own(one: ContactEntry) -> dict[str, Value]:
    return {name: getattr(one.private, name) for name in _PERSON}

"""A phone book as a table: read, and checked for what no single cell can say."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from pathlib import Path

from desktop.domain.contacts import Contact, ContactPrivate, split_numbers
from desktop.operations.packs_read import Problems, Read, Sheet, read_sheet
from desktop.operations.telephone import read_number

FILE = "contacts.csv"
OPEN = {
    "name": "name",
    "kind": "contact_kind",
    "agency": "agency",
    "place": "place",
    "numbers": "numbers",
    "hours": "hours",
    "note": "note",
    "order": "step",
}
"""Headings, and columns that all who sign in read."""
PERSONAL = {"person": "person", "private_numbers": "numbers"}
"""Headings, and columns that tell of a person."""

CONTACTS = Sheet(FILE, OPEN, beside=tuple(PERSONAL))
_PERSONS = Sheet(FILE, PERSONAL, ranked=False, beside=tuple(OPEN))


def read_contacts(
    folder: Path, problems: Problems, file: str = FILE
) -> tuple[tuple[tuple[Contact, ContactPrivate], ...], Read]:
    """The contacts of a table, each with its person."""
    contacts, read = read_sheet(folder, replace(CONTACTS, file=file), Contact, problems)
    again = Problems()
    persons, _ = read_sheet(folder, replace(_PERSONS, file=file), ContactPrivate, again)
    problems.found += [one for one in again.found if one not in problems.found]
    behind = {one.id: one for one in persons}
    return tuple((one, behind.get(one.id) or ContactPrivate(id=one.id)) for one in contacts), read


def check_contacts(
    contacts: Iterable[Contact], read: Read, agencies: Collection[str], problems: Problems
) -> None:
    """Agencies are known, and what can be dialled is a number."""
    for contact in contacts:
        line = read.lines[contact.id]
        if contact.agency is not None and contact.agency not in agencies:
            problems.add("unknown_agency", read.file, line, value=contact.agency)
        for number in split_numbers(contact.numbers):
            if not is_number(number):
                problems.add("no_number", read.file, line, value=number)


def is_number(text: str) -> bool:
    """Whether a text can be dialled."""
    return read_number(text, "") is not None

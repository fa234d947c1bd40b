"""The phone book's lines in words."""

from collections.abc import Iterable, Sequence
from datetime import tzinfo

from PySide6.QtCore import QCoreApplication

from desktop.domain.board import Case, Reference
from desktop.domain.contacts import ContactEntry, ContactTry, TryResult
from desktop.operations.contacts import RESULTS
from desktop.runtime.contact_words import number_text
from ui.listing import ListRow
from ui.naming import SEPARATOR
from ui.times import clock_text
from ui.words import word

translate = QCoreApplication.translate


def heads() -> tuple[str, ...]:
    """What stands over the columns."""
    return (
        translate("PhoneBook", "Name"),
        translate("PhoneBook", "Agency"),
        translate("PhoneBook", "Turn"),
        translate("PhoneBook", "Numbers"),
        translate("PhoneBook", "Hours"),
        translate("PhoneBook", "Place and note"),
        translate("PhoneBook", "Tried"),
    )


def row_of(entry: ContactEntry, reference: Reference, tries: Iterable[ContactTry], zone: tzinfo) -> ListRow:
    """One contact in a line."""
    contact = entry.contact
    agency = reference.agencies.get(contact.agency or "")
    own = [one for one in tries if one.contact == entry.id]
    return ListRow(
        entry.id,
        (
            SEPARATOR.join(part for part in (contact.name, entry.private.person) if part),
            agency.short_name if agency is not None else word(contact.contact_kind),
            str(contact.step) if agency is not None else "",
            " / ".join(entry.numbers) or translate("PhoneBook", "no number yet"),
            contact.hours,
            SEPARATOR.join(part for part in (contact.place, contact.note) if part),
            _tried_text(own, zone),
        ),
    )


def _tried_text(tries: Sequence[ContactTry], zone: tzinfo) -> str:
    """The last try, and of how many: `no answer 21:03:02 (3×)`."""
    if not tries:
        return ""
    last = max(tries, key=lambda one: (str(one.tried_at), one.id))
    at = clock_text(last.tried_at, zone) if last.tried_at is not None else ""
    times = f"({len(tries)}×)" if len(tries) > 1 else ""
    return " ".join(part for part in (word(last.result), at, times) if part)


def dial_text(entry: ContactEntry, number: int) -> str:
    """Whom to dial, large enough to be read from the telephone: `PLN 0361 123 (2 of 3)`."""
    count = len(entry.numbers)
    text = f"{entry.contact.name}  {number_text(entry, number)}"
    if count > 1:
        text += translate("PhoneBook", "  ({at} of {count})").format(at=number, count=count)
    return text


def results_text() -> str:
    """What one letter logs: `T no answer · S busy · …`."""
    return SEPARATOR.join(f"{RESULTS.letter(one).upper()} {word(one)}" for one in TryResult)


def about_text(case: Case | None, number: str) -> str:
    """For which incident it is telephoned."""
    if case is None:
        return translate("PhoneBook", "For no incident")
    return translate("PhoneBook", "For {number}").format(number=number)

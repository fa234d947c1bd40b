"""The phone book at work: who is meant by what was typed, and what came of telephoning him."""

from collections.abc import Iterable, Mapping, Sequence

from desktop.domain.board import Case, Reference
from desktop.domain.contacts import (
    ContactEntry,
    ContactKind,
    ContactTry,
    Dial,
    TryResult,
    chain_of,
    due,
    split_numbers,
)
from desktop.domain.kinds_contacts import TRIED
from desktop.domain.kinds_erasure import ERASED
from desktop.operations.desk import Desk, Outcome, change, new_row
from desktop.operations.referral_verbs import tellings_for
from desktop.operations.referrals import Telling, proposed
from desktop.operations.spelling import plain_words
from desktop.operations.typed_names import Named, Part, find
from desktop.operations.typed_verbs import Verbs

_R = TryResult

RESULTS = Verbs(
    letters={
        "t": _R.NO_ANSWER,
        "s": _R.BUSY,
        "m": _R.UNREACHABLE,
        "x": _R.WRONG_NUMBER,
        "d": _R.TOLD,
    },
    phrases={
        _R.NO_ANSWER: ("tidak diangkat", "tak diangkat", "tidak dijawab", "no answer"),
        _R.BUSY: ("sibuk", "busy", "engaged"),
        _R.UNREACHABLE: ("mati", "tidak aktif", "di luar jangkauan", "unreachable", "off"),
        _R.WRONG_NUMBER: ("salah nomor", "salah sambung", "wrong number"),
        _R.TOLD: ("diberi tahu", "diberitahu", "told", "informed"),
    },
)
"""What came of a try, by letter and by words."""

KIND_WORDS: Mapping[ContactKind, str] = {
    ContactKind.AGENCY: "instansi dinas agency",
    ContactKind.DUTY_OFFICER: "piket petugas jaga duty officer",
    ContactKind.HOSPITAL: "rumah sakit rs hospital",
    ContactKind.NEIGHBOUR: "tetangga pusat neighbour centre",
    ContactKind.OTHER: "lain other",
}
"""Words by which a kind is looked for."""

_FEWEST_DIGITS = 3
"""Digits from which on a part of a number is looked for (the shortest number has three)."""


def look_for(typed: str, case: Case | None, reference: Reference) -> tuple[ContactEntry, ...]:
    """The contacts that fit what was typed: words in any order, begun, or a part of a number.

    Those of the agencies told of an incident come first, then those that its category brings, then the rest.
    """
    found = [
        one for one in reference.contacts.values() if one.contact.listed and _fits(typed, one, reference)
    ]
    first = _agencies_first(case, reference)
    last = len(first)

    def rank(entry: ContactEntry) -> tuple[int, int, int]:
        contact = entry.contact
        at = first.index(contact.agency) if contact.agency in first else last
        return at, contact.step if at < last else 0, contact.rank

    return tuple(sorted(found, key=rank))


def _fits(typed: str, entry: ContactEntry, reference: Reference) -> bool:
    digits = _digits(typed)
    if len(digits) >= _FEWEST_DIGITS and any(digits in _digits(one) for one in entry.numbers):
        return True
    words = [f" {one}" for one in plain_words(typed)]
    text = " " + " ".join(plain_words(" ".join(_texts(entry, reference))))
    return all(one in text for one in words)


def _texts(entry: ContactEntry, reference: Reference) -> Iterable[str]:
    contact = entry.contact
    agency = reference.agencies.get(contact.agency or "")
    of_agency = (agency.id, agency.short_name, agency.name) if agency is not None else ()
    own = (contact.name, contact.place, contact.note, contact.hours, entry.private.person or "")
    return (*own, *of_agency, KIND_WORDS[contact.contact_kind])


def _digits(text: str) -> str:
    return "".join(one for one in text if one.isdecimal())


def _agencies_first(case: Case | None, reference: Reference) -> list[str]:
    if case is None:
        return []
    category = reference.categories.get(case.incident.category or "")
    told = [one.agency for one in case.running_referrals]
    return [*told, *(one.agency for one in proposed(category, case, reference.agencies))]


def named(reference: Reference) -> Sequence[Named]:
    """Agencies that can be telephoned, and all contacts, as what can be named in an order."""
    listed = [one for one in reference.contacts.values() if one.contact.listed]
    reached = {one.contact.agency for one in listed}
    agencies = [one for one in reference.agencies.values() if one.id in reached]
    return (
        *(Named(f"{_OF_AGENCY}{one.id}", (one.id, one.short_name, one.name)) for one in agencies),
        *(
            Named(one.id, (one.contact.name, one.id, one.contact.place, *_public_digits(one)))
            for one in listed
        ),
    )


def meant_by(typed: str, reference: Reference) -> tuple[tuple[ContactEntry, ...], ...]:
    """Whom a text names: for each that it may be, those who are tried for him in their order.

    An agency's name means all its contacts, a contact's own name him alone.
    """
    entries = reference.contacts
    found: dict[tuple[str, ...], tuple[ContactEntry, ...]] = {}
    ids = find(typed, named(reference))
    for one in ids:
        if one.startswith(_OF_AGENCY):
            code = one.removeprefix(_OF_AGENCY)
            first = next(entry for entry in entries.values() if entry.contact.agency == code)
            chain = chain_of(entries.values(), first.contact)
        elif len(ids) > 1 and entries[one].contact.agency is not None:
            chain = chain_of(entries.values(), entries[one].contact)
        else:
            chain = (entries[one],)
        found[tuple(entry.id for entry in chain)] = chain
    return tuple(found.values())


_OF_AGENCY = "agency "
"""Begins what stands for all contacts of an agency; no contact's id has a blank."""


def _public_digits(entry: ContactEntry) -> Iterable[str]:
    return (_digits(one) for one in split_numbers(entry.contact.numbers))


def due_of(chain: Sequence[ContactEntry], tries: Iterable[ContactTry]) -> tuple[ContactEntry, Dial] | None:
    """What is dialled now of those who are meant."""
    dial = due(chain, tries)
    return next(((one, dial) for one in chain if dial is not None and one.id == dial.contact), None)


def yet_to_refer(
    entry: ContactEntry, result: TryResult, case: Case | None, reference: Reference
) -> tuple[Telling, ...]:
    """The telling that being told of an open incident amounts to, where the agency was not told of it yet."""
    agency = reference.agencies.get(entry.contact.agency or "")
    if case is None or agency is None or agency.own or result is not TryResult.TOLD:
        return ()
    if not case.incident.is_open or any(one.agency == agency.id for one in case.running_referrals):
        return ()
    category = reference.categories.get(case.incident.category or "")
    return tellings_for([Part(agency.id, (agency.id,))], case, category)


async def log_try(
    desk: Desk, dial: Dial, result: TryResult, incident: str | None = None, note: str | None = None
) -> Outcome:
    """Write down that somebody was telephoned, for an incident or for none. `note`: who was told what."""
    row = new_row(
        "contact_try",
        desk.new_id(),
        contact=dial.contact,
        incident=incident,
        number=dial.number,
        result=result,
    )
    return await desk.act(TRIED, [row], note, row.row)


async def erase_person(desk: Desk, entry: ContactEntry, reason: str) -> Outcome:
    """Erase the person behind a contact: his name, his numbers, and the notes of tries to reach him.

    The contact stays, for whoever follows him. The reason stays too, and names nobody.
    """
    return await desk.act(ERASED, [change(ERASED, entry.private)], note=reason)

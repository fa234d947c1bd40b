"""Who is telephoned next, as a table."""

from datetime import UTC, datetime, timedelta

import pytest

from desktop.domain.contacts import (
    Contact,
    ContactEntry,
    ContactPrivate,
    ContactTry,
    TryResult,
    chain_of,
    due,
    next_after,
)

START = datetime(2026, 11, 24, 13, 0, tzinfo=UTC)
RESULTS = {
    "-": TryResult.NO_ANSWER,
    "s": TryResult.BUSY,
    "x": TryResult.WRONG_NUMBER,
    "d": TryResult.TOLD,
}


def _entry(name: str, step: int, numbers: str, own: str = "", agency: str | None = "PLN") -> ContactEntry:
    contact = Contact(id=name, name=name, agency=agency, step=step, numbers=numbers, acts={})
    return ContactEntry(contact, ContactPrivate(id=name, numbers=own or None, acts={}))


BOOK = (
    _entry("officer", 2, "", "0812-1 / 0812-2"),
    _entry("desk", 1, "123"),
    _entry("chief", 3, ""),
    _entry("ward", 1, "0361-9", agency=None),
)


def _tries(text: str) -> list[ContactTry]:
    """`desk1- officer1s`: each with its number and result, one minute after the other."""
    return [
        ContactTry(
            id=str(at),
            contact=one[:-2],
            number=int(one[-2]),
            result=RESULTS[one[-1]],
            tried_at=START + timedelta(minutes=at),
            acts={},
        )
        for at, one in enumerate(text.split())
    ]


@pytest.mark.parametrize(
    ("tries", "dialled", "offered"),
    [
        ("", "desk1", "desk1"),
        ("desk1-", "officer1", "officer1"),
        ("desk1- officer1s", "officer2", "officer2"),
        ("officer2-", "desk1", "desk1"),
        ("desk1- officer1s officer2-", "desk1", "desk1"),
        ("desk1x officer1s officer2-", "officer1", "officer1"),
        ("desk1- officer1s officer2- desk1s", "officer1", "officer1"),
        ("desk1- officer1d", "officer1", ""),
        ("desk1d desk1-", "officer1", "officer1"),
    ],
)
def test_who_is_dialled_and_who_is_offered(tries: str, dialled: str, offered: str) -> None:
    chain = chain_of(BOOK, BOOK[1].contact)
    known = _tries(tries)
    now, then = due(chain, known), next_after(chain, known)
    assert (f"{now.contact}{now.number}" if now else "") == dialled
    assert (f"{then.contact}{then.number}" if then else "") == offered


def test_who_has_no_agency_stands_alone_and_who_has_no_number_is_not_dialled() -> None:
    assert [one.id for one in chain_of(BOOK, BOOK[3].contact)] == ["ward"]
    assert due((BOOK[2],), ()) is None

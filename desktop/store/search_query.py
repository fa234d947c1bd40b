"""What somebody who types into the look-up is looking for: a number, a telephone, words."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

LONGEST_QUERY = 200
"""Characters of a query that are looked at (our choice)."""
SHORTEST_TERM = 3
"""Letters of the shortest part that the index finds: it is made of trigrams."""
_MOST_TERMS = 6
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘`´ʼ", "'"))
_DASHES = re.compile(r"[\u2010-\u2015\u2212]")
_FULL = re.compile(r"(?:([a-z]{2}) ?)?([0-9]{6}) ?- ?([0-9]{1,5})|([a-z]{2}) ?([0-9]{6}) ?([0-9]{3,5})")
_SHORT = re.compile(r"([0-9]{1,2}) ?- ?([0-9]{1,5})")
_PROVISIONAL = re.compile(r"(?:(?:[a-z]{2} ?)?([0-9]{6})|([0-9]{1,2})) ?- ?s ?([0-9]{1,5}) ?- ?([0-9]{1,4})")
_SERIAL = re.compile(r"[0-9]{1,4}")
_TELEPHONE = re.compile(r"[+(]?[0-9][0-9 ().+-]*")
_TELEPHONE_AMONG_WORDS = re.compile(r"(?<![0-9])(?:\+|\(?0|62)[0-9][0-9 ().-]{6,18}[0-9](?![0-9])")
_STREET_WORDS = frozenset({"jalan", "jln", "jl", "gang", "gg", "lorong", "lrg", "lrn", "no", "nomor"})


@dataclass(frozen=True, slots=True)
class NumberAsked:
    """An incident's number, in full, as day of the month and serial, or as a serial alone."""

    serial: int
    day: date | None = None
    day_of_month: int | None = None

    @property
    def says_day(self) -> bool:
        """Whether more than a serial was given."""
        return self.day is not None or self.day_of_month is not None


@dataclass(frozen=True, slots=True)
class Query:
    """A query taken apart. All of `terms` and `short` must be in one text, all in small letters."""

    text: str
    number: NumberAsked | None
    terms: tuple[str, ...]
    """Parts of at least three letters, which the index finds."""
    short: tuple[str, ...]
    """Beginnings of words that are too short for the index, or beyond what it is asked for."""
    telephone: str | None
    """The digits, where the whole query may be a part of a telephone number."""
    provisional: str | None = None
    """How a number ends that a workstation gave in an outage, as `24-S3-01`."""

    @property
    def words(self) -> tuple[str, ...]:
        """All that must be there."""
        return self.terms + self.short


def parse_query(text: str, letters: str) -> Query:
    """Take a query apart; `letters` are the two before the centre's numbers, as DP."""
    plain = unicodedata.normalize("NFKC", text[:LONGEST_QUERY]).lower().translate(_APOSTROPHES)
    plain = _DASHES.sub("-", "".join(c if c.isprintable() else " " for c in plain))
    plain = " ".join(plain.replace('"', " ").split())
    terms, short = _words(_TELEPHONE_AMONG_WORDS.sub(lambda found: f" {_digits(found[0])} ", plain))
    digits = _digits(plain) if _TELEPHONE.fullmatch(plain) else ""
    return Query(
        text=plain,
        number=_number(plain, letters.lower()),
        terms=terms or ((plain,) if len(plain) >= SHORTEST_TERM else ()),
        short=short if terms else (),
        telephone=digits if len(digits) > SHORTEST_TERM else None,
        provisional=_provisional(plain),
    )


def _digits(text: str) -> str:
    """Digits as they are stored: with 0 for Indonesia's country code, where enough follow to tell."""
    digits = re.sub(r"[^0-9]", "", text)
    if text.startswith("+62") or digits.startswith("0062"):
        return "0" + re.sub(r"^(?:00)?620?", "", digits)
    if digits.startswith("628") and len(digits) > 8:
        return "0" + digits[2:]
    return digits[2:] if digits.startswith("00") and len(digits) > 8 else digits


def _words(plain: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    stripped = (word.strip(".,;:!?()[]/") for word in plain.split())
    words = list(dict.fromkeys(word for word in stripped if word))
    # How a street is called in short stands differently in every text: it is not asked for beside its name.
    words = [word for word in words if word not in _STREET_WORDS] or words
    long = sorted((word for word in words if len(word) >= SHORTEST_TERM), key=len, reverse=True)
    rest = [word for word in words if len(word) < SHORTEST_TERM]
    return tuple(long[:_MOST_TERMS]), (*long[_MOST_TERMS:], *rest)


def _provisional(plain: str) -> str | None:
    found = _PROVISIONAL.fullmatch(plain)
    if found is None:
        return None
    return f"{found[1] or found[2].zfill(2)}-S{int(found[3])}-{int(found[4]):02d}"


def _number(plain: str, letters: str) -> NumberAsked | None:
    full = _FULL.fullmatch(plain)
    if full is not None:
        city, day, serial = full[1] or full[4], full[2] or full[5], full[3] or full[6]
        if city not in (None, letters):
            return None
        try:
            return NumberAsked(int(serial), day=date(2000 + int(day[:2]), int(day[2:4]), int(day[4:])))
        except ValueError:
            return None
    short = _SHORT.fullmatch(plain)
    if short is not None:
        return NumberAsked(int(short[2]), day_of_month=int(short[1]))
    return NumberAsked(int(plain)) if _SERIAL.fullmatch(plain) else None

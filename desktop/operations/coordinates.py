"""Coordinates as people write them: signs or letters, points or commas, degrees with or without minutes."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Axis(StrEnum):
    """What a number was said to be."""

    LATITUDE = "latitude"
    LONGITUDE = "longitude"


@dataclass(frozen=True, slots=True)
class Angle:
    """One number in degrees. `signed`: a sign or a hemisphere was written with it."""

    degrees: float
    axis: Axis | None
    signed: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """Two angles as they stand; latitude first when the text names the axes (`named`)."""

    first: Angle
    second: Angle
    named: bool


_HEMISPHERES: Mapping[str, tuple[Axis, int]] = {
    **dict.fromkeys(("lintang utara", "utara", "north", "lu", "n", "u"), (Axis.LATITUDE, 1)),
    **dict.fromkeys(("lintang selatan", "selatan", "south", "ls", "s"), (Axis.LATITUDE, -1)),
    **dict.fromkeys(("bujur timur", "timur", "east", "bt", "e", "t"), (Axis.LONGITUDE, 1)),
    **dict.fromkeys(("bujur barat", "barat", "west", "bb", "w", "b"), (Axis.LONGITUDE, -1)),
}
_LABELS: Mapping[str, Axis] = {
    **dict.fromkeys(("latitude", "lintang", "lat"), Axis.LATITUDE),
    **dict.fromkeys(("longitude", "bujur", "long", "lng", "lon"), Axis.LONGITUDE),
}
_NOISE = re.compile(
    r"^(?:(?:titik|koordinat|koord|coordinates?|gps|lokasi|location|posisi)(?![a-z]) ?[:=]? ?)+"
)
_BRACKETS = "()[]{}<> "
_SURE_DECIMALS = 4
"""Two numbers within a sentence are a point from so many decimals on (11 m): prices and houses have fewer."""


def read_pair(text: str) -> Pair | None:
    """The first pair of coordinates in a text whose quotes, dashes and spaces are plain; None without one."""
    plain = text.lower().replace("''", '"').strip(_BRACKETS)
    plain = _NOISE.sub("", plain).strip(_BRACKETS + ".,;/")
    for pattern in _PATTERNS:
        whole = pattern.fullmatch(plain)
        if whole is not None:
            pair = _pair(whole)
            if pair is not None and _means_a_point(whole, pair):
                return pair
    return next(_embedded(plain), None)


def _embedded(plain: str) -> Iterator[Pair]:
    for pattern in _PATTERNS:
        for match in pattern.finditer(plain):
            before, after = (
                plain[max(0, match.start() - 1) : match.start()],
                plain[match.end() : match.end() + 2],
            )
            if re.fullmatch(r"[\w.,]", before) or re.match(r"[.,]?\w", after):
                continue
            pair = _pair(match)
            if pair is not None and _is_sure(match, pair):
                yield pair


def _any_of(words: Mapping[str, object]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return rf"(?:{'|'.join(longest_first)})(?![a-z])"


def _angle(point: str, n: int) -> str:
    degree, minute = r"(?: ?(?:°|derajat|deg|d|:) ?| )", r"(?: ?(?:'|menit|min|m|:) ?| )"
    fraction = rf"(?:{point}[0-9]{{1,20}})?"
    return (
        rf"(?:(?P<label{n}>{_any_of(_LABELS)}) ?[:=]? ?)?"
        rf"(?:(?P<before{n}>{_any_of(_HEMISPHERES)}) ?[:=]? ?)?"
        rf"(?P<sign{n}>[-+])? ?(?:"
        rf"(?P<dms{n}>[0-9]{{1,3}}{degree}[0-9]{{1,2}}{minute}[0-9]{{1,2}}{fraction})(?: ?(?:\"|detik|sec))?"
        rf"|(?P<dm{n}>[0-9]{{1,3}}{degree}[0-9]{{1,2}}{fraction})(?: ?(?:'|menit|min))?"
        rf"|(?P<d{n}>[0-9]{{1,3}}{fraction})(?: ?(?:°|derajat|deg))?)"
        # A letter before or after, never both: in "S 8.67 E 115.21" the E belongs to the next number.
        rf"(?(before{n})|(?: ?(?P<after{n}>{_any_of(_HEMISPHERES)}))?)"
    )


def _pattern(point: str) -> re.Pattern[str]:
    gap = r"(?: ?[,;/|] ?| dan | and | |(?=[-+])|(?<=[a-z\"'°])|(?=[a-z]))"
    return re.compile(rf"{_angle(point, 1)}{gap}{_angle(point, 2)}")


_PATTERNS = (_pattern(r"\."), _pattern(","))


def _pair(match: re.Match[str]) -> Pair | None:
    """The pair in a match; None where minutes or letters make no sense."""
    first, second = _read_angle(match, 1), _read_angle(match, 2)
    if first is None or second is None or (first.axis is not None and first.axis is second.axis):
        return None
    named = first.axis is not None or second.axis is not None
    if first.axis is Axis.LONGITUDE or second.axis is Axis.LATITUDE:
        first, second = second, first
    return Pair(first, second, named)


def _read_angle(match: re.Match[str], n: int) -> Angle | None:
    written = match[f"dms{n}"] or match[f"dm{n}"] or match[f"d{n}"]
    parts = [float(part.replace(",", ".")) for part in re.findall(r"[0-9]+(?:[.,][0-9]+)?", written)]
    if any(part >= 60 for part in parts[1:]):
        return None
    degrees = sum(part / 60**power for power, part in enumerate(parts))
    axis = _LABELS[match[f"label{n}"]] if match[f"label{n}"] else None
    letter, sign = match[f"before{n}"] or match[f"after{n}"], match[f"sign{n}"]
    if letter:
        side, direction = _HEMISPHERES[letter]
        if axis not in (None, side):
            return None
        return Angle(direction * degrees, side, signed=True)
    return Angle(-degrees if sign == "-" else degrees, axis, signed=sign is not None)


def _means_a_point(match: re.Match[str], pair: Pair) -> bool:
    """Two bare whole numbers may be anything: decimals, seconds, a degree sign or an axis make a point."""
    return (
        bool(match["dms1"] and match["dms2"])
        or pair.named
        or "°" in match[0]
        or bool(re.search(r"[0-9][.,][0-9]", match[0]))
    )


def _is_sure(match: re.Match[str], pair: Pair) -> bool:
    decimals = [
        len(re.split(r"[.,]", match[f"d{n}"])[-1]) if _has_fraction(match[f"d{n}"]) else 0 for n in (1, 2)
    ]
    lettered = all(match[f"before{n}"] or match[f"after{n}"] or match[f"label{n}"] for n in (1, 2))
    return (pair.named and lettered) or min(decimals) >= _SURE_DECIMALS


def _has_fraction(written: str | None) -> bool:
    return written is not None and ("." in written or "," in written)

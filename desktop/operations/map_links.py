"""Points in map links, read from the link alone: Google, Apple, Waze, OpenStreetMap and geo: links."""

import re
from itertools import pairwise
from urllib.parse import unquote

from desktop.operations.coordinates import Pair, read_pair

_SCHEME = r"(?:https?|geo|google\.navigation|comgooglemaps|waze|maps|om|intent)"
_BARE_HOSTS = (
    r"maps\.app\.goo\.gl|goo\.gl|g\.co|g\.page|maps\.google\.[a-z]|google\.[a-z.]{2,6}/maps|maps\.apple|waze\.com"
    r"|openstreetmap\.org|osm\.org"
)
_START = re.compile(rf"(?<![a-z0-9]){_SCHEME}:(?=\S)|(?<![\w@./-])(?:www\.)?(?:{_BARE_HOSTS})", re.IGNORECASE)
_SHORTENED = re.compile(
    r"^(?:https?://)?(?:www\.)?(?:maps\.app\.goo\.gl|goo\.gl|g\.co|g\.page|share\.google|maps\.apple(?:\.com)?/p/"
    r"|(?:[a-z]+\.)?waze\.com/(?:ul/)?h|(?:www\.)?(?:openstreetmap|osm)\.org/go/|w3w\.co|bit\.ly|s\.id|tinyurl\.com"
    r"|t\.co/|[a-z0-9.-]+\.(?:onelink\.me|page\.link|app\.link)|gojek\.link)",
    re.IGNORECASE,
)
_N = r"([-+]?[0-9]{1,3}(?:\.[0-9]{1,20})?)"
_PIN = re.compile(rf"!3d{_N}!4d{_N}")
_EMBEDDED = re.compile(rf"!2d{_N}!3d{_N}")
_WAYPOINT = re.compile(rf"!1d{_N}!2d{_N}")
_KEYS = (
    "destination",
    "daddr",
    "to",
    "q",
    "query",
    "ll",
    "coordinate",
    "viewpoint",
    "cbll",
    "center",
    "map",
    "cp",
)
_KEY = {key: re.compile(rf"[?&#;/]{key}=(?:loc:|ll\.)?([^&#]+)") for key in _KEYS}
_MARKER = (
    (re.compile(rf"[?&#;]mlat={_N}"), re.compile(rf"[?&#;]mlon={_N}")),
    (re.compile(rf"[?&#;](?:lat|latitude)={_N}"), re.compile(rf"[?&#;](?:lon|lng|long|longitude)={_N}")),
)
_VIEW = (
    re.compile(rf"^geo: ?{_N},{_N}"),
    re.compile(rf"@ ?{_N}, ?{_N}"),
    re.compile(rf"#(?:map=)?[0-9.]{{1,5}}/{_N}/{_N}"),
)
_LIKELY = re.compile(r"(?<![0-9.])([-+]?[0-9]{1,2}\.[0-9]{3,20}) ?[,~/ ] ?([-+]?[0-9]{1,3}\.[0-9]{3,20})")


def find_links(text: str) -> tuple[str, ...]:
    """The links in a text, each with what follows it up to the next: people break links with spaces."""
    starts = [match.start() for match in _START.finditer(text) if not _inside_link(text, match.start())]
    return tuple(text[start:end].strip() for start, end in pairwise([*starts, len(text)]))


def _inside_link(text: str, start: int) -> bool:
    """Whether a link begins within another, as in https://www.google.com/url?q=https://maps…"""
    return bool(re.search(r"://\S*$", text[max(0, start - 2000) : start]))


def is_short(link: str) -> bool:
    """Whether the link was made by a shortening service: its point can be had only by opening it."""
    return _SHORTENED.match(link) is not None


def pair_in_link(link: str) -> Pair | None:
    """The point that a link marks, before the middle of the view that it shows; None when it has none."""
    plain = unquote(unquote(link)).replace("+", " ")
    return _marked(plain) or _keyed(plain) or _in_path(plain) or _viewed(plain)


def _marked(plain: str) -> Pair | None:
    for pattern, longitude_first in ((_PIN, False), (_EMBEDDED, True), (_WAYPOINT, True)):
        found = pattern.findall(plain)
        if found:
            first, second = found[-1]
            return _of(second, first) if longitude_first else _of(first, second)
    for latitude, longitude in _MARKER:
        at, along = latitude.search(plain), longitude.search(plain)
        if at and along:
            return _of(at[1], along[1])
    return None


def _keyed(plain: str) -> Pair | None:
    for pattern in _KEY.values():
        for value in pattern.findall(plain):
            pair = read_pair(re.sub(r"\(.*", "", value).replace("~", ",").replace("\u2019", "'"))
            if pair is not None:
                return pair
    return None


def _in_path(plain: str) -> Pair | None:
    path = re.sub(r"[?#].*", "", plain)
    pairs = [read_pair(part) for part in path.split("/")[1:] if not part.startswith("@")]
    return next((pair for pair in reversed(pairs) if pair is not None), None)


def _viewed(plain: str) -> Pair | None:
    for pattern in (*_VIEW, _LIKELY):
        found = pattern.search(plain)
        # geo:0,0 stands for "no point, see the search words".
        if found and (float(found[1]), float(found[2])) != (0, 0):
            return _of(found[1], found[2])
    return None


def _of(latitude: str, longitude: str) -> Pair | None:
    return read_pair(f"{float(latitude):+.9f}, {float(longitude):+.9f}")

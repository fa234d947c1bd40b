"""Patients as they are typed: `2 merah 1 kuning`, each count with a triage colour."""

import re
from collections.abc import Mapping

from desktop.domain.hospitals import PATIENTS_LIMIT, Triage

COLOURS: Mapping[Triage, tuple[str, str]] = {
    Triage.RED: ("merah", "red"),
    Triage.YELLOW: ("kuning", "yellow"),
    Triage.GREEN: ("hijau", "green"),
    Triage.BLACK: ("hitam", "black"),
}
"""The colours as they are typed, in Indonesian and English; two letters are enough."""
COUNT = re.compile(r"(?<!\S)(\d{1,3})\s*([a-z]{2,})(?:\s*,)?(?!\S)", re.IGNORECASE)
NONE = re.compile(r"(?<!\S)(0|nihil|none)\s*$", re.IGNORECASE)

Patients = Mapping[Triage, int]


def read_patients(text: str) -> Patients | None:
    """`2 merah 1 kuning` as counts by colour, `0` as none; None for what says neither."""
    rest = text.strip()
    if NONE.fullmatch(rest):
        return {}
    found: dict[Triage, int] = {}
    for count, word in COUNT.findall(rest):
        colour = colour_of(word)
        if colour is None or int(count) > PATIENTS_LIMIT:
            return None
        found[colour] = int(count)
    return found if found and not COUNT.sub("", rest).strip(" ,") else None


def colour_of(word: str) -> Triage | None:
    """The colour that a word begins, or None."""
    typed = word.casefold()
    fitting = [one for one, names in COLOURS.items() if any(name.startswith(typed) for name in names)]
    return fitting[0] if len(fitting) == 1 else None

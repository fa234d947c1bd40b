"""What is odd in dispatch records, each by name, and how it is treated: nothing is passed over unsaid."""

from collections import Counter, defaultdict
from collections.abc import Mapping

ODDITIES: Mapping[str, tuple[str, str]] = {
    "not_utf8": ("a file that is not UTF-8", "read as Windows-1252"),
    "cells": ("a line with too few or too many cells", "left out"),
    "no_call": ("a line without the call's key", "left out"),
    "no_time": ("a call without any time", "left out"),
    "duplicate_line": ("a line that repeats another", "left out"),
    "unsorted": ("a line received before the line above it", "sorted by time"),
    "midnight": ("a time at midnight, written as 12:…:… AM", "read as 00:…:…"),
    "bad_time": ("a time that cannot be read", "taken for empty"),
    "disagrees": ("lines of one call that say different things of it", "the first line holds"),
    "received_late": ("a call received after its first stamp", "received at that stamp"),
    "opened_late": ("an incident entered after its first unit was sent", "opened when the unit was sent"),
    "no_assigned": ("a unit with stamps, but never sent", "sent at its first stamp"),
    "no_under_way": ("a unit that never left", "left out, as it was"),
    "no_on_scene": ("a unit that never arrived", "left out, as it was"),
    "no_available": ("a unit that never became free", "free at its call's last stamp"),
    "backwards": ("a stamp before the one that it follows", "put at the time of the one before"),
    "scene_skipped": ("a way to hospital without arrival on scene", "on scene at the same moment"),
    "sent_anew_done": ("a unit sent anew before it was free, its work done", "free when it is sent anew"),
    "sent_anew_diverted": ("a unit sent anew before it had arrived", "diverted to the new call"),
    "sent_anew_same": ("a unit sent anew to the same call", "free, then sent again"),
    "stamps_dropped": ("a stamp of a call that the unit had left", "left out"),
    "priority_changed": ("a call whose priority changed", "changed when its first unit was sent"),
    "no_units": ("a call to which nobody was sent", "opened and closed"),
    "no_end": ("a call without any end", "closed an hour after its last stamp"),
    "unknown_kind": ("a kind that the mapping does not know", "opened as unclear"),
    "unknown_priority": ("a priority that the mapping does not know", "the category's"),
    "unknown_unit_type": ("a type of unit that the mapping does not know", "the mapping's default"),
    "unknown_outcome": ("an outcome that the mapping does not know", "closed as other"),
    "no_neighbourhood": ("a call without a neighbourhood", "laid by its address"),
    "no_point": ("a call without coordinates", "laid without a point"),
    "same_second": ("more than ten stamps in one second", "played one after another"),
}
"""Name → (what it is, what is done)."""


WORDS_TOLD = 20
"""Words told of one oddity at most."""


class Oddities:
    """Counts what is odd."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.values: Counter[tuple[str, str]] = Counter()
        """(name, value) of what a mapping did not know."""

    def note(self, name: str, value: str | None = None, times: int = 1) -> None:
        """Count one. KeyError for a name that is not in `ODDITIES`."""
        ODDITIES[name]
        if times:
            self.counts[name] += times
        if value is not None:
            self.values[name, value] += times


def described(counts: Mapping[str, int], unknown: Mapping[tuple[str, str], int] | None = None) -> list[str]:
    """A line for each, the most frequent first, as `17 × a stamp before the one that it follows: put …`.

    `unknown`: words behind an oddity and how often, which are told at the end of its line.
    """
    words: dict[str, list[str]] = defaultdict(list)
    for (name, word), count in sorted((unknown or {}).items(), key=lambda item: (-item[1], item[0])):
        words[name].append(f"{word!r} {count:,}")
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [
        f"{count:,} × {ODDITIES[name][0]}: {ODDITIES[name][1]}"
        + (f" ({', '.join(words[name][:WORDS_TOLD])})" if words[name] else "")
        for name, count in ordered
    ]

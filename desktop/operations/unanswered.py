"""Acts of which is not known whether the database has them: said once more, they are the same."""

import json
from collections.abc import Mapping
from dataclasses import replace
from time import monotonic

from desktop.domain.acts import Act, Op, encode

MOST = 50
"""Acts that are remembered (our bound)."""
SECONDS = 900.0
"""How long: what is said again later is meant again (our bound)."""


class Unanswered:
    """Acts whose answer was lost, by what they mean: without the ids that were made for them alone."""

    def __init__(self) -> None:
        self._acts: dict[str, tuple[Act, float]] = {}

    def same(self, act: Act, row: str) -> tuple[Act, str]:
        """The act that means the same and was not answered, else this one; `row`: what it makes, likewise."""
        if not self._acts:
            return act, row
        earlier, since = self._acts.get(_meaning(act), (None, 0.0))
        if earlier is None or monotonic() - since > SECONDS:
            return act, row
        rows = dict(zip(_made(act), _made(earlier), strict=True))
        return earlier, rows.get(row, row)

    def remember(self, act: Act) -> None:
        """Say that an act was sent and not answered."""
        self._acts[_meaning(act)] = (act, monotonic())
        while len(self._acts) > MOST:
            del self._acts[next(iter(self._acts))]

    def forget(self, act: Act) -> None:
        """Say that an act was answered: what means the same from now on is another."""
        if self._acts:
            self._acts.pop(_meaning(act), None)


def _made(act: Act) -> list[str]:
    return list(dict.fromkeys(change.row for change in act.changes if change.op is Op.INSERT))


def _meaning(act: Act) -> str:
    made: Mapping[str, str] = {row: f"new {place}" for place, row in enumerate(_made(act))}
    changes = [
        replace(
            change,
            row=made.get(change.row, change.row),
            values={name: made.get(str(value), value) for name, value in change.values.items()},
            base={},
        )
        for change in act.changes
    ]
    return json.dumps(encode(replace(act, id="", changes=tuple(changes))), sort_keys=True)

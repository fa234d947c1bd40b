"""The units that dispatch records bring along."""

import re
from dataclasses import dataclass, field

from desktop.domain.reference import UnitType
from desktop.operations.exercise.events import ExtraUnit
from desktop.operations.exercise.mapping import Mapping
from desktop.operations.exercise.oddities import Oddities

_CODE = re.compile(r"[^A-Za-z0-9._-]+")


@dataclass(slots=True)
class Fleet:
    """The units of the records, each with a code and a call sign of its own in this city."""

    prefix: str
    types: Mapping
    taken_signs: frozenset[str]
    oddities: Oddities
    made: dict[str, ExtraUnit] = field(default_factory=dict)
    codes: set[str] = field(default_factory=set)

    def code(self, name: str, unit_type: str) -> str:
        """The code of a unit; it is made when it is seen first, and posts are given out round and round."""
        if name not in self.made:
            known = self.types.unit_types.find(unit_type)
            if known is None:
                self.oddities.note("unknown_unit_type", unit_type)
            plain = f"{self.prefix}-{_CODE.sub('-', name)}"[:60]
            code = plain
            while code.casefold() in self.codes:
                code = f"{plain}.{len(self.codes)}"
            self.codes.add(code.casefold())
            sign = f"{name} {self.prefix}" if name.casefold() in self.taken_signs else name
            self.made[name] = ExtraUnit(code, sign[:40], UnitType(known or UnitType.ENGINE), len(self.made))
        return self.made[name].unit

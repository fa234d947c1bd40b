"""Units named by part of their call sign, as operators type what the radio says."""

from collections.abc import Iterable, Sequence

from desktop.domain.units import FREE, Unit
from desktop.operations.typed_names import Named


def by_call_sign(units: Iterable[Unit]) -> tuple[Named, ...]:
    """Units as what can be named. Order them as suggestions shall come."""
    return tuple(Named(unit.id, (unit.call_sign,)) for unit in units)


def free_first(units: Iterable[Unit]) -> Sequence[Unit]:
    """The same units with those that may be assigned before the rest."""
    return sorted(units, key=lambda unit: unit.status not in FREE)

"""What comes of asking how an act is taken back."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.board import Case
from desktop.domain.referrals import Referral
from desktop.domain.units import Unit
from desktop.operations.orders.plan import Intended


class InTheWay(StrEnum):
    """Why an act is not taken back."""

    NO_INVERSE = "no_inverse"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Undoing:
    """The acts that take one back; or what stands in the way, and about which row."""

    intended: tuple[Intended, ...] = ()
    in_the_way: InTheWay | None = None
    about: Unit | Case | Referral | None = None

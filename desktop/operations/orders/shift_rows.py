"""The lines of the grammar about crews on duty and about handing over."""

from collections.abc import Sequence

from desktop.domain.kinds import NoteRule
from desktop.operations.orders.verbs import OrderVerb, Row, Slot

SHIFT_ROWS: Sequence[Row] = (
    Row(
        OrderVerb.SIGN_ON,
        ("dinas", "on duty"),
        ("dinas", "masuk dinas", "on duty", "sign on"),
        ("dinas dam4 made, wayan, ketut", "on duty dam4 made, wayan, ketut"),
        Slot.CREW,
    ),
    Row(
        OrderVerb.TAKE_OVER,
        ("ambil alih", "take over"),
        ("ambil alih", "take over"),
        ("ambil alih 003; operator sakit", "take over 003; operator is ill"),
        Slot.INCIDENT,
        note=NoteRule.REQUIRED,
    ),
    Row(
        OrderVerb.SHIFT_PAGE,
        ("ganti shift", "change shift"),
        ("ganti shift", "serah shift", "change shift"),
        ("ganti shift", "change shift"),
        Slot.NOTHING,
        note=NoteRule.NONE,
        moment=False,
    ),
    Row(
        OrderVerb.CREWS,
        ("regu", "crews"),
        ("regu", "crews"),
        ("regu", "crews"),
        Slot.NOTHING,
        note=NoteRule.NONE,
        moment=False,
    ),
)

"""The lines of the grammar about hospitals that are full, and crews in distress."""

from collections.abc import Sequence

from desktop.domain.kinds import NoteRule
from desktop.operations.orders.verbs import OrderVerb, Row, Slot

RESCUE_ROWS: Sequence[Row] = (
    Row(
        OrderVerb.DISTRESS,
        ("darurat", "mayday"),
        ("darurat", "mayday", "distress", "crew in distress"),
        ("darurat dam4; atap runtuh", "mayday dam4; roof came down"),
        Slot.UNITS,
    ),
    Row(
        OrderVerb.TAKE_DISTRESS,
        ("tangani darurat", "take distress"),
        ("tangani darurat", "take distress"),
        ("tangani darurat dam4", "take distress dam4"),
        Slot.UNITS,
        note=NoteRule.NONE,
    ),
    Row(
        OrderVerb.CREW_SAFE,
        ("regu aman", "crew safe"),
        ("regu aman", "crew safe"),
        ("regu aman dam4; kata Damkar 2, semua keluar", "crew safe dam4; says Damkar 2, all are out"),
        Slot.UNITS,
        note=NoteRule.REQUIRED,
    ),
    Row(
        OrderVerb.FALSE_ALARM,
        ("alarm palsu", "false alarm"),
        ("alarm palsu", "false alarm"),
        ("alarm palsu dam4; kata danru, tombol tersenggol", "false alarm dam4; says its officer"),
        Slot.UNITS,
        note=NoteRule.REQUIRED,
    ),
    Row(
        OrderVerb.FULL,
        ("penuh", "full"),
        ("penuh", "full"),
        ("penuh wangaya sampai 22:00", "full wangaya until 22:00"),
        Slot.HOSPITAL,
        note=NoteRule.NONE,
        until=True,
    ),
    Row(
        OrderVerb.TAKES_AGAIN,
        ("menerima", "receives"),
        ("menerima", "tidak penuh", "receives", "not full"),
        ("menerima wangaya", "receives wangaya"),
        Slot.HOSPITAL,
        note=NoteRule.NONE,
    ),
)

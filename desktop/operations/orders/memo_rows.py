"""The lines of the grammar about reminders and messages: what follows their verbs is free text."""

from collections.abc import Sequence

from desktop.domain.kinds import NoteRule
from desktop.operations.orders.verbs import OrderVerb, Row, Slot

OWN = frozenset({"saya", "me"})
"""Words for a reminder that is for the operator alone."""
NO_INCIDENT = frozenset({"umum", "general"})
"""Words for a reminder that is about no incident, though one is selected."""
ALL = frozenset({"semua", "all"})
"""Words for all desks."""

MEMO_ROWS: Sequence[Row] = (
    Row(
        OrderVerb.REMIND,
        ("ingatkan", "remind"),
        ("ingatkan", "remind"),
        ("ingatkan 10m telepon balik pelapor", "remind 003 10m; call the caller back"),
        Slot.REMINDING,
        note=NoteRule.NONE,
        moment=False,
    ),
    Row(
        OrderVerb.PUT_OFF,
        ("tunda", "put off"),
        ("tunda", "put off", "postpone"),
        ("tunda telepon balik 10m", "put off call the caller 10m"),
        Slot.PUTTING_OFF,
        note=NoteRule.NONE,
        moment=False,
    ),
    Row(
        OrderVerb.DONE,
        ("beres", "done"),
        ("beres", "done"),
        ("beres telepon balik; tidak diangkat", "done call the caller; no answer"),
        Slot.REMINDER,
        moment=False,
    ),
    Row(
        OrderVerb.MESSAGE,
        ("pesan", "message"),
        ("pesan", "message"),
        ("pesan semua; jalan Gajah Mada banjir", "message all; Gajah Mada street is flooded"),
        Slot.OPERATORS,
        note=NoteRule.REQUIRED,
        moment=False,
    ),
    Row(
        OrderVerb.READ_MESSAGES,
        ("baca pesan", "read messages"),
        ("baca pesan", "read messages"),
        ("baca pesan", "read messages"),
        Slot.NOTHING,
        note=NoteRule.NONE,
        moment=False,
    ),
)

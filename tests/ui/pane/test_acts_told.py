"""Every kind of act has words, in both languages; what was, what is, by whom it concerns."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from desktop.domain.board import JournalEntry
from desktop.domain.registry import KINDS
from desktop.runtime import i18n
from desktop.runtime.settings import Language
from tests.ui.pane.entries import HERE, OPENED, THERE, TONJA, entry, insert, names, update
from ui.pane.telling import KIND_WORDS, tell


@pytest.fixture
def indonesian(qapp: QApplication) -> Iterator[None]:
    """The screen speaks Indonesian."""
    locale = QLocale()
    i18n.install(qapp, Language.INDONESIAN)
    yield
    i18n.install(qapp, Language.ENGLISH)
    QLocale.setDefault(locale)


def test_no_word_is_for_a_kind_that_does_not_exist() -> None:
    assert set(KIND_WORDS) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_told(kind: str) -> None:
    told = tell(entry(kind), names())
    assert told.what
    assert told.what != kind


@pytest.mark.usefixtures("indonesian")
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_told_in_indonesian(kind: str) -> None:
    source, _ = KIND_WORDS[kind]
    assert tell(entry(kind), names()).what == QCoreApplication.translate("Telling", source) != source


def test_a_kind_of_a_later_version_is_told_by_its_name() -> None:
    assert tell(entry("incident.sung"), names()).what == "incident.sung"


_MOMENT = OPENED + timedelta(minutes=5)
TABLE: list[tuple[JournalEntry, str]] = [
    (
        entry(
            "incident.opened",
            insert("incident", HERE, category="trapped", urgency="emergency", priority="P1", area=TONJA),
            update("call", "call", incident=HERE),
            update(
                "call_private", "call", name="Putu", narrative="mobil lawan\nmotor", number="081238112204"
            ),
        ),
        "Opened|Putu: mobil lawan motor|Person trapped · P1 · Tonja, Denpasar Utara",
    ),
    (
        entry("incident.opened", insert("incident", HERE, category="trapped", priority="P3")),
        "Opened||Person trapped · P3 (the category brings P1)",
    ),
    (
        entry(
            "incident.opened",
            insert("incident", HERE, category="trapped", priority="P1", people_hurt=1, outside_city=True),
        ),
        "Opened||Person trapped · P1 · 1 person hurt · Outside the city",
    ),
    (
        entry("call.joined", update("call_private", "call", narrative="kabel putus")),
        "Another call|kabel putus|",
    ),
    (entry("call.ended", update("call", "call", call_type="prank")), "Call ended|Prank|"),
    (
        entry("number.blocked", insert("block", "block", call="call", hours=24)),
        "Number blocked|for 24 hours|",
    ),
    (entry("incident.taken", update("incident", HERE)), "In hand|Made S. has it|"),
    (
        entry("incident.alarm_set", update("incident", HERE, alarm_level=2), before=({"alarm_level": 0},)),
        "Alarm level|1 → 2|",
    ),
    (
        entry("incident.taken", update("incident", HERE), before=({"holder": "wayan"},)),
        "In hand|Made S. has it, before: Wayan P.|",
    ),
    (
        entry("incident.released", update("incident", HERE), before=({"holder": "wayan"},)),
        "Let go|Wayan P. had it|",
    ),
    (entry("incident.closed", update("incident", HERE, outcome="handled")), "Closed|Handled|"),
    (
        entry(
            "incident.merged",
            update("incident", THERE, merged_into=HERE),
            update("call", "c1", incident=HERE),
            update("call", "c2", incident=HERE),
            update("referral", "r1", incident=HERE),
        ),
        "Merged|24-017 into this one · callers 2 · referrals 1|",
    ),
    (entry("incident.merged", update("incident", HERE, merged_into=THERE)), "Merged|24-018 into 24-017|"),
    (
        entry(
            "incident.merged",
            update("incident", HERE, restricted=True),
            update("incident", THERE, merged_into=HERE),
        ),
        "Merged|24-017 into this one · restricted with it|",
    ),
    (
        entry("incident.related", insert("incident_relation", "r", incident=HERE, other=THERE)),
        "Related|24-017|",
    ),
    (
        entry("incident.related", insert("incident_relation", "r", incident=THERE, other=HERE)),
        "Related|24-017|",
    ),
    (
        entry("incident.related", insert("incident_relation", "r", incident=HERE, other="x")),
        "Related|another incident|",
    ),
    (entry("note.struck", insert("strike", "note", incident=HERE)), "Note struck|“korban dua”|"),
    (
        entry(
            "referral.made",
            insert("referral", "r1", incident=HERE, agency="DINKES", part="support", means="telephone"),
            insert(
                "referral",
                "r2",
                incident=HERE,
                agency="PLN",
                part="lead",
                means="telephone",
                told_to="Pak Gede",
            ),
        ),
        "Referred|PLN (lead), Dinkes — telephone, Pak Gede|",
    ),
    (entry("referral.accepted", update("referral", "referral")), "Accepted|PLN|"),
    (
        entry("referral.told_again", update("referral", "referral", means="radio")),
        "Told again|PLN — radio|",
    ),
    (
        entry(
            "referral.leads",
            update("referral", "x", part="support"),
            update("referral", "referral", part="lead"),
        ),
        "Lead agency|PLN|",
    ),
    (
        entry(
            "unit.assigned",
            insert("assignment", "a", incident=HERE, unit="a2"),
            insert("assignment", "b", incident=HERE, unit="d3"),
            update("unit", "a2"),
            update("unit", "d3"),
        ),
        "Assigned|A2 · Damkar 3|",
    ),
    (
        entry("unit.diverted", insert("assignment", "a", incident=THERE, unit="a2"), update("unit", "a2")),
        "Diverted|A2 goes to 24-017|",
    ),
    (
        entry("unit.diverted", insert("assignment", "a", incident=HERE, unit="a2"), update("unit", "a2")),
        "Diverted|A2 comes here|",
    ),
    (
        entry("unit.occupied", insert("assignment", "a", purpose="isi BBM", unit="a2"), update("unit", "a2")),
        "Other duty|A2: isi BBM|",
    ),
    (entry("unit.on_scene", update("unit", "a2"), after=277), "On scene|A2 — 4 m 37 after opening|"),
    (
        entry("unit.transporting", update("assignment", "a", destination="wangaya"), update("unit", "a2")),
        "To hospital|A2 → RS Wangaya|",
    ),
    (
        entry("destination.set", update("assignment", "assignment", destination="wangaya")),
        "Destination|A2 → RS Wangaya|",
    ),
    (
        entry("unit.out_of_service", update("unit", "a2", out_reason="pompa", back_at=_MOMENT)),
        "Out of service|A2: pompa, until 21:03:25|",
    ),
    (
        entry(
            "stamp.corrected",
            update("assignment", "assignment", on_scene_at=OPENED),
            update("unit", "a2", status_at=OPENED),
            before=({"on_scene_at": _MOMENT.isoformat()}, {}),
        ),
        "Time corrected|A2 on scene: 21:03:25 → 20:58:25|",
    ),
    (
        entry(
            "stamp.corrected",
            update("referral", "referral", arrived_at=OPENED + timedelta(days=1)),
            before=({"arrived_at": _MOMENT.isoformat()},),
        ),
        "Time corrected|PLN arrived: 21:03:25 → 25-11-2026 20:58:25|",
    ),
    (
        entry(
            "stamp.corrected",
            update("transport", "assignment", handed_over_at=OPENED),
            before=({"handed_over_at": _MOMENT.isoformat()},),
        ),
        "Time corrected|A2 handed over: 21:03:25 → 20:58:25|",
    ),
    (
        entry("incident.described", update("incident", HERE, people_hurt=0, rt="3", rw="5"), before=({},)),
        "Filled in|People hurt: 0 · RT/RW: RT 3/RW 5|",
    ),
    (
        entry(
            "incident.described",
            update("incident", HERE, address="Gg. Melati 2"),
            before=({"address": "Gg. Mawar 5"},),
        ),
        "Corrected|Address: Gg. Mawar 5 → Gg. Melati 2|",
    ),
    (
        entry("incident.described", update("incident", HERE, landmark=None), before=({"landmark": "pura"},)),
        "Corrected|Landmark: pura → —|",
    ),
    (
        entry(
            "incident.described",
            update("call_private", "call", narrative="api besar, asap tebal"),
            before=({"narrative": "api besar"},),
        ),
        "Filled in|Narrative: api besar, asap tebal|",
    ),
    (
        entry(
            "incident.described",
            update("incident", HERE, latitude=-8.65, longitude=115.21),
            before=({"latitude": -8.6, "longitude": 115.2},),
        ),
        "Corrected|Coordinates: -8.60000, 115.20000 → -8.65000, 115.21000|",
    ),
    (
        entry(
            "call.described",
            update("call", "call", channel="whatsapp"),
            before=({"channel": "112"},),
        ),
        "Corrected|Channel: 112 → WhatsApp|",
    ),
    (
        entry("kept.put_away", insert("put_away", "a", kind="note.struck", author="made", incident=HERE)),
        "Kept act put away|Note struck · Made S.|",
    ),
    (
        entry("incident.taken_over", update("incident", HERE), before=({"holder": "wayan"},), note="sakit"),
        "Taken over|Made S. has it, before: Wayan P.|",
    ),
    (entry("clock.set", insert("clock", "clock", rate=20.0)), "Clock set|runs 20 times as fast|"),
]


@pytest.mark.parametrize(("act", "words"), TABLE, ids=[words for _, words in TABLE])
def test_what_is_told(act: JournalEntry, words: str) -> None:
    told = tell(act, names())
    assert f"{told.what}|{told.text}|{told.aside}" == words


def test_of_several_callers_it_is_told_whose_words_were_corrected() -> None:
    act = entry(
        "incident.described", update("call_private", "call", name="Ketut"), before=({"name": "Putu"},)
    )
    assert tell(act, names(callers={"call": "Ketut"})).text == "Caller (Ketut): Putu → Ketut"


def test_a_number_is_hidden_from_roles_that_do_not_see_it() -> None:
    act = entry("incident.described", update("call_private", "call", number="081238112204"))
    assert tell(act, names()).text == "Telephone: 0812 3811 2204"
    assert tell(act, names(sees_numbers=False)).text == "Telephone: •••"


@pytest.mark.parametrize(
    ("priority", "words"), [("P2", "P1 → P2 (the category brings P1)"), ("P1", "P3 → P1")]
)
def test_a_priority_that_differs_from_the_category_is_said_to(priority: str, words: str) -> None:
    old = "P1" if priority == "P2" else "P3"
    act = entry(
        "incident.described", update("incident", HERE, priority=priority), before=({"priority": old},)
    )
    assert tell(act, names(), "trapped").text == f"Priority: {words}"

"""What an order means on the board, and where it is wrong."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.operations.orders.carrying import carry_out
from desktop.operations.orders.completing import SHOWN, completions, row_at
from desktop.operations.orders.grammar import ROWS, Row
from desktop.operations.orders.plan import ON_SCREEN, Code, Deed
from desktop.operations.orders.reading import read
from tests.operations.orders.evening import Recorder, desk_at, picture

D, C = Deed, Code


def _said(text: str) -> list[str]:
    """What an order means, short: the deed, its incident, its units or agencies, its note, how long ago."""
    now = picture()
    reading = read(text, now)
    assert reading.troubles == (), reading.troubles
    told = []
    for one in reading.intended:
        who = [unit.call_sign for unit in one.units] + [telling.agency for telling in one.tellings]
        who += [one.referral.agency] if one.referral is not None else []
        if one.tried is not None:
            who += [f"{one.tried.dial.contact}{one.tried.dial.number}", one.tried.result]
        who += [each.id for each in one.whom]
        ago = f"-{(now.now - one.at).seconds // 60}m" if one.at is not None else ""
        until = (
            "" if one.until is None or one.until <= now.now else f"+{(one.until - now.now).seconds // 60}m"
        )
        incidents = [now.number(case) for case in (one.case, one.into) if case is not None]
        status = one.status or one.state or (one.means if one.deed is D.TELL else "")
        told.append(
            " ".join(
                part
                for part in (
                    one.deed,
                    *incidents,
                    ",".join(who),
                    status,
                    one.code,
                    ago,
                    until,
                    one.note,
                    one.text,
                )
                if part
            )
        )
    return told


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("kirim dam1, a1 ke 005; hati-hati kabel", []),
        ("kirim dam1, a1 ke 24-005; hati-hati kabel", ["assign 24-005 Damkar 1,A1 hati-hati kabel"]),
        ("send dam1 a1 to sudirman", ["assign 24-005 Damkar 1,A1"]),
        ("kirim a1", ["assign 24-003 A1"]),
        ("tugaskan dam1 ke .", ["assign 24-004 Damkar 1"]),
        (
            "kirim dam4! a1 ke 4 -5m",
            ["assign 24-004 A1 -5m", "divert 24-004 24-003 Damkar 4 -5m"],
        ),
        ("alihkan dam4 ke 4", ["divert 24-004 24-003 Damkar 4"]),
        ("alihkan dam14 ke 4", ["unqueue 24-004 Damkar 14", "divert 24-004 24-003 Damkar 14"]),
        ("antre a2 ke 3; habis dari RS", ["queue 24-003 A2 habis dari RS"]),
        ("queue dam14 to sudirman", ["unqueue 24-004 Damkar 14", "queue 24-005 Damkar 14"]),
        ("batal antre dam14, a3", ["unqueue 24-004 Damkar 14", "unqueue 24-006 A3"]),
        (
            "menuju dam4; lewat Jl. Kecubung",
            ["status 24-003 Damkar 4 under_way lewat Jl. Kecubung"],
        ),
        ("kembali dam14, a2", ["status 24-003 Damkar 14 returning", "status 24-004 A2 returning"]),
        ("di lokasi dam4 pukul 20:55", ["status 24-003 Damkar 4 on_scene -5m"]),
        ("dam4 l", ["status 24-003 Damkar 4 on_scene"]),
        ("menuju", ["status 24-003 Damkar 4 under_way"]),
        ("l -5m", ["status 24-003 Damkar 4 on_scene -5m"]),
        ("k", ["status 24-003 Damkar 14 returning"]),
        ("batal; padam", ["cancel 24-003 Damkar 4 padam", "cancel 24-003 Damkar 14 padam"]),
        ("a2 ke rs wangaya", ["status 24-004 A2 transporting wangaya"]),
        ("bawa a2 ke wangaya", ["status 24-004 A2 transporting wangaya"]),
        ("bawa a2 wangaya", ["status 24-004 A2 transporting wangaya"]),
        ("rusak dam1 +30m; pompa bocor", ["out_of_service Damkar 1 out_of_service +30m pompa bocor"]),
        ("dam1 x pompa bocor", ["out_of_service Damkar 1 out_of_service pompa bocor"]),
        ("batal dam4; salah alamat", ["cancel 24-003 Damkar 4 salah alamat"]),
        ("pindah dam1 ke juanda", ["move Damkar 1 juanda"]),
        ("p dam1 ke juanda", ["move Damkar 1 juanda"]),  # Perahu 4 begins with that letter
        ("p 4 x bocor", ["out_of_service Perahu 4 out_of_service bocor"]),
        ("rujuk polisi ke 3; Pak Made", ["refer 24-003 POLRI Pak Made"]),
        ("rujuk ke 5 sudirman", []),
        ("telepon pln; tidak diangkat", ["phone 24-003 pln1,no_answer"]),
        (
            "telepon piket; d Pak Made, listrik padam",
            ["phone 24-003 pln-piket1,told Pak Made, listrik padam"],
        ),
        ("phone igd for 4 -5m; busy", ["phone 24-004 igd1,busy -5m"]),
        (
            "telepon 123 untuk 4; diberi tahu",
            ["phone 24-004 pln1,told", "refer 24-004 PLN"],
        ),
        ("terima pln", ["answer 24-003 PLN accepted"]),
        ("menuju pln dari 3", ["answer 24-003 PLN departed"]),
        ("catat 4; pintu terkunci", ["note 24-004 pintu terkunci"]),
        ("catat 4 pintu terkunci", ["note 24-004 pintu terkunci"]),
        ("catat pintu terkunci", ["note 24-003 pintu terkunci"]),
        ("tutup 23-005 sebagai tertangani", ["close 23-005 handled"]),
        ("tutup 23-005 d", ["close 23-005 not_found"]),
        ("tutup gunung agung sebagai t", ["close 23-005 handled"]),
        ("tutup 3 t; api padam", ["close 24-003 handled api padam"]),
        ("tutup t; api padam", ["close 24-003 handled api padam"]),  # nor that at Teuku Umar
        ("buka kembali 7; api lagi", ["reopen 24-007 api lagi"]),
        ("satukan 24-005 ke 4", ["merge 24-005 24-004"]),
        ("baca 6", ["read 24-006"]),
        ("ambil alarm 6", ["take_alarm 24-006"]),
        ("dam14 aman; lewat HT", ["well 24-003 Damkar 14 lewat HT"]),
        ("beritahu dam4, pln lewat radio", ["tell 24-003 Damkar 4-i3-24 radio", "tell 24-003 r3 radio"]),
        ("tell dam4 a2 by phone", ["tell 24-003 Damkar 4-i3-24 telephone", "tell 24-004 A2-i4-24 telephone"]),
        ("beritahu", ["tell 24-003 Damkar 4-i3-24 message"]),
        ("beritahu ke 003 via ht -5m", ["tell 24-003 Damkar 4-i3-24 radio -5m"]),
        ("rujuk polisi ke 3 lewat wa", ["refer 24-003 POLRI"]),
        ("alarm 3 ke 2", ["alarm 24-003"]),
        ("alarm", ["alarm 24-003"]),
        ("koreksi dam14 di lokasi pukul 20:58; salah", ["correct 24-003 Damkar 14 on_scene salah on_scene"]),
        ("correct dam14 -3m; misheard", ["correct 24-003 Damkar 14 on_scene misheard on_scene"]),
        ("ingatkan 10m telepon balik pelapor", ["remind 24-003 +10m telepon balik pelapor"]),
        ("ingatkan 4 10m ; telepon balik", ["remind 24-004 +10m telepon balik"]),
        ("ingatkan gatsu 1j30; cek; lagi", ["remind 24-004 +90m cek; lagi"]),
        ("ingatkan saya umum 2 jam isi BBM", ["remind +120m isi BBM"]),
        ("remind telepon balik at 21:05", ["remind 24-003 +5m telepon balik"]),
        ("ingatkan pukul 2130 3 mobil tiba", ["remind 24-003 +30m 3 mobil tiba"]),
        ("tunda telepon 15m", ["put_off 24-004 +15m"]),
        ("tunda 4 15m", ["put_off 24-004 +15m"]),
        ("beres bbm; sudah", ["done sudah"]),
        ("pesan laksmi; banjir, jalan tutup", ["message banjir, jalan tutup"]),
        ("pesan komang sudah makan?", ["message sudah makan?"]),
        ("pesan komang, semua; x", ["message x", "message x"]),
        ("baca pesan", ["read_message"]),
        ("k1 4; cepat", ["assign 24-004 Damkar 1,A1 cepat"]),
        ("K1 gatsu -5m", ["assign 24-004 Damkar 1,A1 -5m"]),
        ("pp semua", ["message pulang semua"]),
        ("singkat pk = catat .; pintu", ["abbreviate pk catat .; pintu"]),
        ("singkat k1 =", ["abbreviate k1"]),
        ("dinas perahu4 made, wayan dan ketut -5m", ["sign_on Perahu 4 -5m made, wayan, ketut"]),
        ("on duty damkar 4 3; tukar", ["sign_on Damkar 4 tukar"]),
        ("ambil alih 6; operator sakit", ["take_over 24-006 operator sakit"]),
        ("pilih gatsu", ["select 24-004"]),
        ("cari jl; mawar", ["search jl; mawar"]),
        ("saring", ["filter"]),
    ],
)
def test_an_order_is_understood(text: str, meant: list[str]) -> None:
    if meant:
        assert _said(text) == meant
    else:
        assert read(text, picture()).troubles


@pytest.mark.parametrize(
    ("text", "code", "wrong"),
    [
        ("xyz dam4", C.NO_VERB, "xyz"),
        ("; x", C.NO_VERB, "; x"),
        ("se dam4", C.SEVERAL_VERBS, "se"),
        ("kirim dam9 ke 3", C.UNKNOWN, "dam9"),
        ("kirim dam ke 3", C.SEVERAL, "dam"),
        ("kirim a1 ke 005", C.SEVERAL, "005"),
        ("kirim a1 ke 99", C.UNKNOWN, "99"),
        ("kirim a1 ke 7", C.CLOSED, "7"),
        ("kirim a1 ke 6", C.UNREAD, "6"),
        ("kirim dam4 ke 4", C.BUSY, "dam4"),
        ("kirim r1 ke 4", C.FIRST_FREE, "r1"),
        ("kirim dam4 ke 3", C.THERE_ALREADY, "dam4"),
        ("kirim ke 3", C.MISSING, ""),
        ("beritahu a1", C.NOT_SENT, "a1"),
        ("beritahu dam4 ke 4", C.ELSEWHERE, "dam4"),
        ("beritahu 4", C.SEVERAL, "4"),
        ("beritahu polisi", C.NOT_TOLD, "polisi"),
        ("beritahu dam4 lewat pos", C.BAD_MEANS, "lewat pos"),
        ("beritahu ke gatsu", C.ALL_TOLD, "gatsu"),
        ("menuju a1", C.CANNOT_FOLLOW, "a1"),
        ("di lokasi dam4 -15m", C.TOO_EARLY, "dam4"),
        ("di lokasi dam4 pukul 25:99", C.BAD_TIME, "pukul 25:99"),
        ("di lokasi dam4 pukul", C.BAD_TIME, "pukul"),
        ("batal dam4", C.NO_REASON, ""),
        ("tutup 3 t", C.AT_WORK, ""),
        ("tutup 3 sebagai hilang", C.UNKNOWN, "hilang"),
        ("tutup 3", C.MISSING, ""),
        ("rujuk pln ke 3", C.TOLD_ALREADY, "pln"),
        ("rujuk bpbd", C.OWN_AGENCY, "bpbd"),
        ("rujuk , ke 3", C.MISSING, ""),
        ("terima polisi", C.NOT_TOLD, "polisi"),
        ("telepon pln", C.NO_RESULT, ""),
        ("t wangaya", C.MISSING, ""),
        ("di rs", C.MISSING, ""),
        ("telepon pln; Pak Made", C.NO_RESULT, "Pak Made"),
        ("telepon polisi; t", C.NO_NUMBER, "polisi"),
        ("telepon hansip; t", C.UNKNOWN, "hansip"),
        ("buka kembali 3; lagi", C.OPEN, "3"),
        ("satukan 4 ke 4", C.SAME, "4"),
        ("pegang 3; x", C.NO_NOTE_HERE, "x"),
        ("menuju dam4 ke 3", C.UNKNOWN, "3"),
        ("catat 3;", C.NO_REASON, ""),
        ("baca 4", C.NOTHING_TO_READ, "4"),
        ("ambil alarm 4", C.NO_ALARM, "4"),
        ("aman dam4", C.CANNOT_FOLLOW, "dam4"),
        ("alarm 3 ke 3", C.NO_LEVEL, "3"),
        ("alarm 4", C.NO_LEVEL, "4"),
        ("koreksi dam4 di lokasi pukul 20:58; x", C.NO_STAMP, "dam4 di lokasi"),
        ("koreksi dam14 di lokasi; x", C.MISSING, ""),
        ("ingatkan 10m", C.NO_TEXT, ""),
        ("ingatkan telepon balik", C.MISSING, ""),
        ("ingatkan 99 10m; x", C.UNKNOWN, "99"),
        ("ingatkan pukul 99 x", C.BAD_TIME, "pukul 99 x"),
        (f"ingatkan 10m {'x' * 501}", C.TOO_MANY_WORDS, "x"),
        ("tunda bbm", C.MISSING, ""),
        ("beres milik", C.UNKNOWN, "milik"),
        ("beres", C.MISSING, ""),
        ("pesan k; x", C.SEVERAL, "k"),
        ("pesan made; x", C.ONESELF, "made"),
        ("pesan komang", C.NO_TEXT, ""),
        ("k1 99", C.UNKNOWN, "99"),
        ("singkat kirim = catat", C.TAKEN, "kirim"),
        ("singkat a1 = catat", C.TAKEN, "a1"),
        ("singkat 1k = catat", C.NO_WORD, "1k"),
        ("singkat kx = k1 3", C.NO_VERB, "k1"),
        ("singkat kx", C.MISSING, ""),
        ("singkat k1", C.ABBREVIATED, "k1"),
        ("koreksi dam99 pukul 20:58; x", C.UNKNOWN, "dam99"),
    ],
)
def test_what_is_wrong_is_told_where_it_stands(text: str, code: Code, wrong: str) -> None:
    reading = read(text, picture())
    assert not reading.ready
    found = [(one.code, text[one.start : one.end]) for one in reading.troubles]
    assert (code, wrong) in found, found


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.verb)
@pytest.mark.parametrize("language", [0, 1], ids=["id", "en"])
def test_every_verb_can_be_typed_and_its_example_is_its_own(row: Row, language: int) -> None:
    assert read(row.example[language], picture()).row is row
    assert row.example[language].startswith(row.word[language])
    assert row.word[language] in row.phrases
    offered = completions(row.word[language][:2], 2, picture(), indonesian=not language)
    assert row.word[language] in [one.text for one in offered] or len(offered) == SHOWN
    assert row_at(row.example[language], 1) is not None


def test_a_letter_is_said_of_the_units_behind_it_where_no_incident_is_selected() -> None:
    assert read("l dam4", picture(selected=None)).ready
    assert not read("l", picture(selected=None)).ready


def test_an_agency_is_asked_of_an_empty_board() -> None:
    reading = read("terima pln", picture(cases={}, selected=None))
    assert [one.code for one in reading.troubles] == [C.NOT_TOLD]


def test_without_a_role_or_a_screen_it_is_said_so() -> None:
    nobody = read("kirim a1", picture(roles=frozenset()))
    assert [one.code for one in nobody.troubles] == [C.ROLE]
    blind = read("pilih 3", picture(on_screen=False))
    assert [one.code for one in blind.troubles] == [C.NO_SCREEN]


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("kir", ["kirim"]),
        ("kirim ", ["Damkar 1", "A1", "A3"]),
        ("kirim dam1, a", ["A1", "A3", "A2"]),
        ("kirim a1 ke ", ["24-003", "24-004", "23-005", "24-005", "24-006"]),
        ("kirim a1 ke gat", ["24-004"]),
        ("bawa a2 ke w", ["Wangaya"]),
        ("t a2 ke te", ["terdekat"]),
        ("l dam", ["Damkar 1", "Damkar 4", "Damkar 14"]),
        ("tutup 3 sebagai t", ["Tertangani"]),
        ("buka kembali ", ["24-007"]),
        ("terima p", ["PLN", "Polisi"]),
        ("k1 gat", ["24-004"]),
        ("singkat k", ["k1 = kirim dam1, a1 ke"]),
        ("pesan a", ["Ayu Laksmi", "Kadek Ayu"]),
        ("beres ", ["Isi BBM", "Telepon balik Bu Ayu"]),
        ("telepon pi", []),
        ("telepon p", ["PLN", "Piket PLN", "Polresta"]),
        ("kirim a1; dam", []),
    ],
)
def test_what_may_stand_there_is_offered(text: str, offered: list[str]) -> None:
    found = completions(text, len(text), picture(), indonesian=True)
    assert sorted(one.text for one in found) == sorted(offered)
    for one in found:
        assert one.text != text[one.start :]


_WORDS = st.sampled_from(
    [phrase for row in ROWS for phrase in row.phrases]
    + ["dam4", "a2", "dam", "pln", "polisi*", "ke", "to", "3", "005", "24-005", "sebagai", "t", "."]
    + ["k1", "pp", "=", "saya", "10m", "semua", "komang", "telepon", "bbm"]
    + ["-5m", "+30m", "pukul", "20:55", "at", ";", ",", "!", "wangaya", "juanda", "x", "gatsu", "m", "l"]
)
_TEXTS = st.lists(_WORDS, max_size=8).map(" ".join) | st.text(max_size=40)


@given(text=_TEXTS, cursor=st.integers(0, 60))
async def test_no_text_breaks_it_and_only_what_was_said_is_done(text: str, cursor: int) -> None:
    now = picture()
    reading = read(text, now)
    completions(text, cursor, now, indonesian=True)
    for trouble in reading.troubles:
        assert 0 <= trouble.start <= trouble.end <= len(text)
    if not reading.ready:
        assert reading.troubles or not text.strip()
        return
    recorder = Recorder()
    for one in reading.intended:
        if one.deed not in (*ON_SCREEN, D.MERGE, D.TELL):  # these read what moves, or what is told
            await carry_out(desk_at(recorder), one)
    said = [one for one in reading.intended if one.deed not in (*ON_SCREEN, D.MERGE, D.TELL)]
    assert [act.kind for act in recorder.acts] == [one.kind for one in said]
    for act, one in zip(recorder.acts, said, strict=True):
        units = {change.row for change in act.changes if change.table == "unit"}
        assert units <= {unit.id for unit in one.units}
        incidents = {change.row for change in act.changes if change.table == "incident"}
        incidents |= {str(change.values["incident"]) for change in act.changes if "incident" in change.values}
        assert incidents <= {case.id for case in (one.case, one.into) if case is not None}
        assert (act.note or "") in ("", one.note.strip())
        assert act.occurred_at == one.at


def test_what_stands_whole_is_not_offered_again_and_so_hides_no_trouble() -> None:
    text = "tutup 6 sebagai tertangani"
    assert [one.code for one in read(text, picture()).troubles] == [C.NOT_SAFE]
    assert completions(text, len(text), picture(), indonesian=True) == ()


def test_a_place_is_called_safe_where_that_is_waited_for_though_the_agency_works_elsewhere() -> None:
    now = picture()
    away = replace(now.cases["i4-24"], referrals=now.cases["i3-24"].referrals)
    waits = now.cases["i6-24"]
    elsewhere = picture(cases={one.id: one for one in (away, waits)}, selected=waits)
    assert [one.case for one in read("aman pln; kata petugas", elsewhere).intended] == [waits]

"""docs/commands.md is what the grammar says, and every verb has its help."""

from desktop.operations.orders.grammar import ROWS
from desktop.operations.orders.plan import Code
from desktop.operations.orders.reading import read
from desktop.runtime.order_help import DOES, help_text
from desktop.runtime.order_troubles import trouble_text
from desktop.runtime.order_words import preview_lines
from tests.operations.orders.evening import picture
from tools.commands import PAGE, page


def test_the_page_is_in_step_with_the_grammar() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "python -m tools.commands"


def test_every_verb_and_every_trouble_has_words() -> None:
    assert set(DOES) == {row.verb for row in ROWS}
    for row in ROWS:
        assert help_text(row).startswith(row.word[1])
    now, met = picture(), set[Code]()
    for text in _TROUBLES:
        for trouble in read(text, now).troubles:
            met.add(trouble.code)
            assert trouble_text(trouble, now)
    for text in _ORDERS:
        reading = read(text, now)
        assert reading.ready, (text, reading.troubles)
        assert all(preview_lines(reading.intended, now))
    unmet = set(Code) - met
    elsewhere = {Code.NO_INCIDENT, Code.WHICH_INCIDENT, Code.ROLE, Code.NO_SCREEN, Code.NO_TEXTS}
    assert unmet == {Code.IN_DISTRESS, *elsewhere, Code.NOTHING_NEW, Code.TOO_MANY}


_TROUBLES = (
    *("xyz", "se dam4", "dam4", "kirim dam ke 3", "kirim dam9", "kirim a1 ke 7", "kirim a1 ke 6"),
    *("kirim dam4 ke 4", "kirim dam4 ke 3", "kirim r1", "menuju a1", "terima pln pukul 99", "tutup 3"),
    *("di lokasi dam4 -15m", "batal dam4", "tutup 3 t", "rujuk pln", "rujuk bpbd", "terima polisi"),
    *("telepon pln", "telepon polisi; t"),
    *(
        *("buka kembali 3; x", "alarm 4", "koreksi a1 -1m; x"),
        "satukan 4 ke 4",
        "pegang 3; x",
        "pilih 3 -5m",
        "baca 4",
        *(
            "beritahu a1",
            "beritahu 4",
            "beritahu ke gatsu",
            "beritahu dam4 ke 4",
            "beritahu dam4 lewat pos",
        ),
        "lepaskan 4",
        "lepaskan 6",
        "tutup 6 t",
        *("antre a1 ke 4", "antre dam14 ke 4", "antre dam4 ke 3", "berikutnya a1"),
        "ambil alarm 4",
        *("pegang 6", "ambil alih 4; x", "dinas a1 0", "dinas"),
        "x" * 1001,
        *("singkat kirim = catat", "singkat 1k = catat", "singkat k1", "singkat"),
        *("ingatkan 10m", f"ingatkan 10m {'x' * 501}", "beres", "tunda bbm", "pesan made; x", "pesan k; x"),
        *("menerima wangaya", "penuh wangaya +50j", "bawa a2 ke terdekat", "tangani darurat dam1"),
    ),
)
_ORDERS = (
    *("kirim dam1", "alihkan dam4 ke 4", "menuju dam4", "bawa a2 ke wangaya", "rusak dam1 +30m; pompa"),
    *("beritahu dam4, pln lewat radio", "beritahu a2"),
    *(
        "sibuk a1; bbm",
        "antre a2 ke 3",
        "batal antre a3",
        "batal dam4; x",
        "pindah a1 ke juanda",
        "rujuk polisi",
        "terima pln",
        "utama pln",
        "aman pln",
    ),
    *("ingatkan 10m x", "ingatkan saya umum 10m x", "tunda bbm 5m", "beres bbm", "baca pesan"),
    *("singkat kx = catat", "singkat k1 =", "k1 4"),
    *("pesan komang; x", "pesan laksmi; x", "pesan semua; x"),
    *("telepon pln; t", "telepon igd ke 4; d Ibu Sari"),
    *("penuh wangaya +2j", "pasien a2 1 merah", "pasien a2 0", "kabari rs a2 ke wangaya", "darurat dam1"),
    *("catat; x", "alarm", "koreksi dam14 -1m; x", "baca 6", "pegang 4", "lepaskan 3"),
    *("tutup 23-005 t", "buka kembali 7; x", "urungkan"),
    *("ambil alarm", "ambil alarm 24-005", "aman dam14"),
    *("dinas a1 made, wayan", "regu", "ganti shift", "ambil alih 6; sakit"),
    *("satukan 24-005 ke 4", "kaitkan 4 dengan 3", "pilih 4", "saring x", "cari x", "panggilan x"),
)

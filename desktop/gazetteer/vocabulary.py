"""The words that stand around names in addresses, as they are said, written and shortened.

From how callers of 112 centres, citizens and crews write addresses. A word that means several things (tk:
Tukad, Teuku, tingkat) is listed with all of them.
"""

from collections.abc import Mapping
from enum import Enum, auto

from desktop.domain.places import PlaceKind


class Mark(Enum):
    """What a word announces of those behind it."""

    STREET = auto()
    ALLEY = auto()
    HOUSE = auto()
    BLOCK = auto()
    KM = auto()
    RT = auto()
    RW = auto()
    AREA = auto()
    DISTRICT = auto()
    BESIDE = auto()
    JUNCTION = auto()
    AND = auto()
    ENTER = auto()
    """Behind it stands the street from which one comes to the place: masuk dari, enter from."""


MARKS: Mapping[str, Mark] = {
    **dict.fromkeys(("jl", "jln", "jalan", "jaln", "jlan", "jalam", "jlm", "street"), Mark.STREET),
    **dict.fromkeys(
        ("gg", "gang", "gng", "lr", "lrg", "lrn", "lorong", "stp", "setapak", "stpk"), Mark.ALLEY
    ),
    **dict.fromkeys(("no", "nomor", "nomer", "nmr", "nr"), Mark.HOUSE),
    **dict.fromkeys(("blok", "blk", "kav", "kavling", "kapling"), Mark.BLOCK),
    **dict.fromkeys(("km", "kilometer"), Mark.KM),
    "rt": Mark.RT,
    "rw": Mark.RW,
    **dict.fromkeys(("kel", "kelurahan", "ds", "desa", "lurah"), Mark.AREA),
    **dict.fromkeys(("kec", "kecamatan", "camat"), Mark.DISTRICT),
    **dict.fromkeys(
        (
            *("depan", "dpn", "dpan", "didepan", "didpn", "seberang", "sebrang", "sbrg", "sebrangan"),
            *("dekat", "deket", "dkt", "dket", "sekitar", "sktr", "samping", "disamping", "smp", "smpg"),
            *("smping", "sebelah", "sblh", "disebelah", "belakang", "dibelakang", "blkg", "blkng", "blakang"),
            *("patokan", "patokannya", "didalam"),
        ),
        Mark.BESIDE,
    ),
    **dict.fromkeys(
        (
            *("simpang", "simp", "sp", "persimpangan", "perempatan", "prapatan", "prempatan", "perapatan"),
            *("pertigaan", "prtigaan", "bundaran", "tl", "lamer", "pojok", "pojokan"),
        ),
        Mark.JUNCTION,
    ),
    **dict.fromkeys(("dan", "dgn", "dengan", "sama", "ama", "ketemu", "vs"), Mark.AND),
    "masukdari": Mark.ENTER,
}

IN = frozenset(("di", "ring", "ri"))
"""In, in Indonesian, Balinese and Makassarese: what follows may be a place, or a kitchen."""

QUALIFIERS = frozenset((Mark.HOUSE, Mark.BLOCK, Mark.KM, Mark.RT, Mark.RW))
"""Marks that announce figures, not names."""

LONG_MARKS = ("perempatan", "pertigaan", "persimpangan", "kelurahan", "kecamatan", "sebelah", "belakang")
"""Marks long enough to be known in spite of a slip of the keyboard."""

FILLERS = frozenset(
    (
        *(
            "di",
            "ke",
            "dari",
            "arah",
            "menuju",
            "yang",
            "yg",
            "itu",
            "nya",
            "pas",
            "persis",
            "tepat",
            "tepatnya",
        ),
        *("ada", "lokasi", "tkp", "sini", "situ", "ya", "nih"),
        *("the", "of", "lewat"),
    )
)
"""Words that say nothing about which place it is."""

PHRASES: Mapping[tuple[str, ...], tuple[str, ...]] = {
    ("rumah", "sakit"): ("rs",),
    ("ibu", "dan", "anak"): ("rsia",),
    ("panglima", "besar"): ("pb",),
    ("pangeran", "besar"): ("pb",),
    ("ida", "bagus"): ("ib",),
    ("i", "gusti"): ("igst",),
    ("i", "gst"): ("igst",),
    ("gatot", "subroto"): ("gatsu",),
    ("lampu", "merah"): ("tl",),
    ("traffic", "light"): ("tl",),
    ("by", "pass"): ("bypass",),
    ("balai", "banjar"): ("banjar",),
    ("kantor", "lurah"): ("kantor", "kelurahan."),
    ("kantor", "camat"): ("kantor", "kecamatan."),
    ("kantor", "kelurahan"): ("kantor", "kelurahan."),
    ("kantor", "kecamatan"): ("kantor", "kecamatan."),
    ("kantor", "desa"): ("kantor", "desa."),
    **{
        (enter, way): ("masukdari",)
        for enter in ("masuk", "msk", "masuknya", "akses", "aksesnya", "enter")
        for way in ("dari", "dr", "lewat", "lwt", "via", "melalui", "from")
    },
}
"""Words said together, in the form in which names and texts are compared. A dot: the word is no mark here."""

SHORT: Mapping[str, tuple[str, ...]] = {
    "gn": ("gunung",),
    "gng": ("gunung",),
    "gnung": ("gunung",),
    "p": ("pulau",),
    "pl": ("pulau",),
    "pul": ("pulau",),
    "tkd": ("tukad",),
    "tengku": ("teuku", "tengku"),
    "tuku": ("teuku",),
    "tk": ("tukad", "teuku", "tk"),
    "dn": ("danau",),
    "pb": ("pb",),
    "dg": ("daeng",),
    "dng": ("daeng",),
    "s": ("sungai", "s"),
    "abd": ("abdul", "abdullah"),
    "hos": ("hos",),
    "denbar": ("denpasar barat",),
    "densel": ("denpasar selatan",),
    "dentim": ("denpasar timur",),
    "denut": ("denpasar utara",),
    "dps": ("denpasar",),
    "mks": ("makassar",),
    "pkm": ("puskesmas",),
    "puskes": ("puskesmas",),
    "psr": ("pasar",),
    "br": ("banjar",),
    "bjr": ("banjar",),
    "jend": ("jenderal",),
    "jendral": ("jenderal",),
    "sltn": ("selatan",),
    "tmr": ("timur",),
    "brt": ("barat",),
    "utr": ("utara",),
    "klod": ("kelod",),
    "klot": ("kelod",),
    "unhas": ("universitas hasanuddin",),
    "sman": ("sma",),
    "smun": ("sma",),
    "smpn": ("smp",),
    "sdn": ("sd",),
    "smkn": ("smk",),
    "tkn": ("tk",),
    "mesjid": ("masjid",),
    "musholla": ("mushola",),
    "jbt": ("jembatan",),
    "jemb": ("jembatan",),
    "rsu": ("rs",),
    "rsud": ("rs",),
    "rsup": ("rs",),
    "rsk": ("rs",),
    "rsj": ("rs",),
    "rumkit": ("rs",),
    "hospital": ("rs",),
    "pom": ("spbu", "pom"),
    "satu": ("1",),
    "dua": ("2",),
    "tiga": ("3",),
    "empat": ("4",),
    "lima": ("5",),
    "sepuluh": ("10",),
    "sebelas": ("11",),
}
"""What a short or other word may stand for; several words with a blank between."""

KINDS: Mapping[str, PlaceKind] = {
    "rs": PlaceKind.HOSPITAL,
    "rsad": PlaceKind.HOSPITAL,
    "rsia": PlaceKind.HOSPITAL,
    "puskesmas": PlaceKind.PUSKESMAS,
    "pustu": PlaceKind.PUSKESMAS,
    "pasar": PlaceKind.MARKET,
    "pura": PlaceKind.TEMPLE,
    "vihara": PlaceKind.TEMPLE,
    "masjid": PlaceKind.MOSQUE,
    "mushola": PlaceKind.MOSQUE,
    "banjar": PlaceKind.BANJAR,
    "jembatan": PlaceKind.BRIDGE,
    "sd": PlaceKind.SCHOOL,
    "smp": PlaceKind.SCHOOL,
    "sma": PlaceKind.SCHOOL,
    "smk": PlaceKind.SCHOOL,
    "kantor": PlaceKind.OFFICE,
    "hotel": PlaceKind.HOTEL,
    "pantai": PlaceKind.BEACH,
}
"""Words that name the kind of a place, where a name has them or a caller says them."""

WEAK = frozenset(
    (
        *("umum", "khusus", "daerah", "negeri", "kota", "provinsi", "kabupaten", "raya", "dr", "prof", "ir"),
        *(
            "h",
            "hj",
            "letda",
            "letjen",
            "letkol",
            "kapten",
            "mayor",
            "mayjen",
            "brigjen",
            "jenderal",
            "kol",
            "tk",
        ),
        *(
            "the",
            "dan",
            "di",
            "rumah",
            "rmh",
            "toko",
            "warung",
            "pak",
            "bu",
            "parkir",
            "parkiran",
            "sakit",
            "ibu",
            "anak",
            "dinas",
            "bin",
            "kav",
            "komplek",
            "perum",
            "btn",
        ),
        *("ii", "islam", "kepolisian", "tingkat", "bapak", "ny", "igst", "prov"),
    )
)
"""Words of names that are mostly left out when they are said."""

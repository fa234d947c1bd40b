"""What happens in the exercises of a surge, where, and what callers say of it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """What happens in many places at once. `share` of the incidents; `callers`: of one, at most."""

    category: str
    share: int
    callers: int
    says: tuple[str, ...]
    hurt: int = 0


@dataclass(frozen=True)
class Surge:
    """One exercise. `calls`: how many come in each minute, at the worst 100."""

    file: str
    title: str
    city: str
    shake: int
    """Second of the day at which it begins."""
    calls: tuple[int, ...]
    real: float
    """Share of the calls that are about an incident."""
    kinds: tuple[Kind, ...]
    places: tuple[tuple[str, str], ...]
    asks: tuple[str, ...]
    junk: tuple[str, ...]


EARTHQUAKE = Surge(
    file="denpasar-gempa.toml",
    title="Gempa di Denpasar",
    city="denpasar",
    shake=14 * 3600 + 32 * 60,
    calls=(
        4,
        38,
        82,
        100,
        96,
        84,
        70,
        60,
        52,
        45,
        40,
        36,
        32,
        29,
        26,
        24,
        22,
        20,
        19,
        18,
        16,
        15,
        14,
        13,
        12,
        12,
        11,
        10,
        10,
        9,
    ),
    real=0.42,
    kinds=(
        Kind(
            "collapse",
            8,
            9,
            (
                "tembok rumah roboh kena orang, masih tertimbun",
                "atap warung ambruk, ada yang kejatuhan genteng",
                "bangunan tua miring, takut roboh, orang masih di dalam",
                "penyengker pura roboh menutup jalan, ada motor di bawahnya",
            ),
            3,
        ),
        Kind(
            "sick",
            6,
            3,
            (
                "ibu saya pingsan waktu lari keluar, belum sadar",
                "orang tua sesak napas sehabis gempa, ada sakit jantung",
                "jatuh di tangga waktu lari, kakinya bengkok",
            ),
            1,
        ),
        Kind(
            "fire_building",
            4,
            12,
            (
                "kompor jatuh waktu gempa, dapur terbakar",
                "asap hitam dari ruko, api di lantai dua",
                "gudang terbakar setelah gempa, apinya besar",
            ),
            0,
        ),
        Kind(
            "gas",
            3,
            4,
            (
                "bau gas menyengat di dapur restoran, tabungnya terguling",
                "pipa elpiji bocor, semua sudah keluar",
            ),
            0,
        ),
        Kind(
            "trapped",
            3,
            5,
            (
                "orang terjebak di lift hotel, listrik mati",
                "pintu kamar macet tertimpa lemari, anak di dalam",
            ),
            2,
        ),
        Kind(
            "power",
            3,
            6,
            (
                "tiang listrik miring, kabelnya jatuh di jalan, masih berapi",
                "listrik mati satu banjar, kabel putus di atas rumah",
            ),
            0,
        ),
        Kind(
            "traffic_accident", 3, 4, ("motor tabrakan waktu orang-orang lari ke jalan, satu luka kepala",), 1
        ),
        Kind("water", 1, 2, ("pipa air pecah setelah gempa, air masuk rumah",), 0),
        Kind("road", 1, 2, ("jalan retak lebar, mobil tidak bisa lewat",), 0),
    ),
    places=(
        ("Gg. Mawar 5, Jl. Hayam Wuruk", "Sumerta Kelod"),
        ("Jl. Tukad Badung 40", "Renon"),
        ("Br. Kaja, Jl. Raya Sesetan", "Sesetan"),
        ("Jl. Pura Demak, Gg. Puri", "Pemecutan Kelod"),
        ("Jl. Teuku Umar, ruko dekat lampu merah", "Dauh Puri Kelod"),
        ("Jl. Ratna 21", "Tonja"),
        ("Jl. Cokroaminoto, dekat terminal", "Ubung"),
        ("Jl. Tukad Barito", "Panjer"),
        ("Jl. Danau Tamblingan", "Sanur"),
        ("Jl. Hang Tuah", "Sanur Kaja"),
        ("Jl. Gunung Soputan 44", "Padangsambian Kelod"),
        ("Jl. Gunung Tangkuban Perahu", "Padangsambian"),
        ("Jl. WR Supratman", "Kesiman"),
        ("Jl. Waribang 20", "Kesiman Petilan"),
        ("Jl. Ahmad Yani Utara", "Peguyangan"),
        ("Jl. Kartini, belakang pasar", "Dangin Puri Kangin"),
        ("Jl. Gunung Agung", "Pemecutan Kaja"),
        ("Jl. Pulau Moyo", "Pedungan"),
        ("Jl. Sidakarya, Gg. Taman", "Sidakarya"),
        ("Jl. Nangka, Gg. Nuri", "Dangin Puri Kaja"),
    ),
    asks=(
        "tanya apakah akan ada tsunami",
        "tanya gempa susulan, boleh masuk rumah atau belum",
        "tanya kekuatan gempa",
        "tanya nomor rumah sakit",
        "tanya sekolah dipulangkan atau tidak",
    ),
    junk=("suara orang panik, terputus", "teriak gempa lalu ditutup"),
)

FLOOD = Surge(
    file="makassar-banjir.toml",
    title="Banjir di Makassar",
    city="makassar",
    shake=5 * 3600 + 10 * 60,
    calls=(
        6,
        14,
        26,
        40,
        58,
        76,
        92,
        100,
        98,
        94,
        88,
        80,
        74,
        66,
        60,
        54,
        50,
        44,
        40,
        36,
        32,
        30,
        26,
        24,
        22,
        20,
        18,
        16,
        15,
        14,
    ),
    real=0.62,
    kinds=(
        Kind(
            "flood",
            12,
            40,
            (
                "air sudah selutut di dalam rumah, naik terus",
                "banjirmi di sini, tidak bisami keluar motor",
                "air masuk rumah, ada orang tua sakit tidak bisa jalan",
                "kompleks terendam sepinggang, minta perahu karet",
                "banjir setinggi dada, anak-anak di atas lemari",
            ),
            0,
        ),
        Kind(
            "drowning",
            2,
            5,
            ("anak hanyut di kanal waktu banjir", "orang terseret arus di dekat jembatan"),
            1,
        ),
        Kind(
            "power",
            3,
            5,
            ("kabel listrik jatuh ke air, warga takut tersengat", "gardu listrik terendam, minta dipadamkan"),
            0,
        ),
        Kind(
            "sick",
            4,
            3,
            (
                "ibu melahirkan, ambulans tidak bisa masuk karena banjir",
                "orang tua pakai oksigen, listrik mati, air masuk",
                "sesak napas, demam, tidak bisa keluar rumah",
            ),
            1,
        ),
        Kind("fallen_tree", 2, 3, ("pohon tumbang menutup jalan di tengah hujan",), 0),
        Kind("animal", 2, 2, ("ular masuk rumah terbawa banjir",), 0),
        Kind("drainage", 2, 4, ("got mampet, air meluap ke jalan",), 0),
    ),
    places=(
        ("BTN Kodam III Blok A9 No. 8", "Paccerakkang"),
        ("Jl. Paccerakkang, dekat masjid", "Katimbang"),
        ("Perumnas Antang Blok 8", "Manggala"),
        ("Perumnas Antang Blok 10", "Bitowa"),
        ("Jl. Batua Raya, Lr. 3", "Batua"),
        ("Jl. Leimena", "Tello Baru"),
        ("Jl. Borong Raya", "Borong"),
        ("Bumi Tamalanrea Permai Blok M", "Tamalanrea"),
        ("Jl. Perintis Kemerdekaan KM 9", "Tamalanrea Indah"),
        ("Jl. Sultan Alauddin, Lrg. 2", "Gunung Sari"),
        ("Jl. Daeng Tata, Lr. 4", "Parang Tambung"),
        ("Jl. Rappocini Raya, Lrg. 306 No. 12", "Rappocini"),
        ("Jl. Pampang I, pinggir kanal", "Pampang"),
        ("Jl. Sudiang Raya", "Sudiang Raya"),
        ("Jl. Bonto Duri 7 Lrn. 3", "Bonto Duri"),
    ),
    asks=(
        "tanya jalan mana yang bisa dilewati",
        "tanya tempat pengungsian",
        "tanya kapan air surut",
        "tanya bantuan makanan",
    ),
    junk=("suara hujan, terputus", "hanya suara air"),
)

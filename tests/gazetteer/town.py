"""A small town to find places in."""

from desktop.domain.places import JOINT, Place, PlaceKind
from desktop.domain.reference import Area, AreaLevel
from desktop.gazetteer.search import Gazetteer

AREAS = (
    Area(id="51.71.03", name="Denpasar Barat", level=AreaLevel.KECAMATAN),
    Area(id="51.71.01", name="Denpasar Selatan", level=AreaLevel.KECAMATAN),
    Area(id="51.71.03.1004", name="Pemecutan", parent="51.71.03"),
    Area(id="51.71.03.1006", name="Pemecutan Kelod", parent="51.71.03"),
    Area(id="51.71.03.2011", name="Tegal Kertha", parent="51.71.03"),
    Area(id="51.71.01.1003", name="Sesetan", parent="51.71.01"),
    Area(id="73.71.10.1008", name="Pa'baeng-Baeng", parent="51.71.01"),
)
PEMECUTAN, KELOD, SESETAN = "51.71.03.1004", "51.71.03.1006", "51.71.01.1003"

_ROADS: tuple[tuple[str, PlaceKind, str], ...] = (
    ("Jalan Teuku Umar", PlaceKind.STREET, PEMECUTAN),
    ("Jalan Teuku Umar Barat", PlaceKind.STREET, KELOD),
    ("Jalan Imam Bonjol", PlaceKind.STREET, PEMECUTAN),
    ("Jalan Gunung Agung", PlaceKind.STREET, PEMECUTAN),
    ("Jl. Gn Karang I", PlaceKind.STREET, KELOD),
    ("Jalan Mahendradatta", PlaceKind.STREET, KELOD),
    ("Jl. Waturenggong", PlaceKind.STREET, SESETAN),
    ("Jalan Tukad Banyusari", PlaceKind.STREET, SESETAN),
    ("Jalan Hasanuddin", PlaceKind.STREET, PEMECUTAN),
    ("Jalan Marlboro VII", PlaceKind.STREET, KELOD),
    ("Jalan Marlboro", PlaceKind.STREET, KELOD),
    ("Jalan Gunung Kalimutu Gang V", PlaceKind.ALLEY, KELOD),
    ("Jalan Gunung Kalimutu", PlaceKind.STREET, KELOD),
)
_PLACES: tuple[tuple[str, PlaceKind, str, str], ...] = (
    ("RS UMUM BALIMED", PlaceKind.HOSPITAL, KELOD, "Jl. Mahendradatta No.57"),
    ("RS Umum Daerah Wangaya", PlaceKind.HOSPITAL, PEMECUTAN, "Jl. Kartini No.133"),
    ("Puskesmas Denpasar Selatan IV", PlaceKind.PUSKESMAS, SESETAN, "Jl. Gurita"),
    ("SMPN 10 Denpasar", PlaceKind.SCHOOL, PEMECUTAN, ""),
    ("Gang Kenanga", PlaceKind.ALLEY, SESETAN, "Jalan Tukad Banyusari"),
    ("Banjar Tegal", PlaceKind.BANJAR, KELOD, ""),
)


def town() -> Gazetteer:
    """All of it, with the junctions of Jalan Imam Bonjol and two alleys of one name."""
    gazetteer = Gazetteer(AREAS)
    for name, kind, area in _ROADS:
        gazetteer.put(Place(id=name, name=name, kind=kind, area=area))
    for name, kind, area, street in _PLACES:
        gazetteer.put(Place(id=name, name=name, kind=kind, area=area, street=street))
    for other in ("Jalan Teuku Umar", "Jalan Gunung Agung", "Jalan Hasanuddin"):
        name = f"Jalan Imam Bonjol{JOINT}{other}"
        gazetteer.put(Place(id=name, name=name, kind=PlaceKind.JUNCTION, area=PEMECUTAN))
    gazetteer.put(
        Place(
            id="other kenanga",
            name="Gang Kenanga",
            kind=PlaceKind.ALLEY,
            area=KELOD,
            street="Jalan Teuku Umar Barat",
        )
    )
    return gazetteer

"""Points in all the ways in which callers and their telephones write them."""

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.operations.points import Noticed, Point, PointProblem, read_point

HERE = Point(-8.6705, 115.2126)
MAKASSAR = Point(-5.14, 119.43)

COORDINATES = (
    "-8.6705, 115.2126",
    "-8.6705,115.2126",
    "-8.6705 115.2126",
    "(-8.6705; 115.2126)",
    "\u22128.6705, 115.2126",
    "-8,6705, 115,2126",
    "-8,6705,115,2126",
    "-8,6705 115,2126",
    "8,6705 S 115,2126 E",
    "8.6705S115.2126E",
    "S 8.6705 E 115.2126",
    "S8.6705, E115.2126",
    "115.2126 E 8.6705 S",
    "8.6705 LS 115.2126 BT",
    "LS 8,6705 BT 115,2126",
    "8,6705 lintang selatan, 115,2126 bujur timur",
    "lintang 8.6705 selatan bujur 115.2126 timur",
    "Latitude: -8.6705 Longitude: 115.2126",
    "lat -8.6705, lng 115.2126",
    "lon=115.2126 lat=-8.6705",
    "Koordinat: -8.6705, 115.2126",
    "-08.6705+115.2126/",
    "di depan balai banjar -8.6705, 115.2126 tolong",
)

LINKS = (
    "https://www.google.com/maps/@-8.6705,115.2126,17z",
    "https://www.google.com/maps/place/RS/@-8.6,115.3,17z/data=!3m1!4b1!4m6!3m5!1s0x2dd!8m2!3d-8.6705!4d115.2126!16s",
    "https://www.google.com/maps/embed?pb=!1m18!1m12!1m3!1d3944.0!2d115.2126!3d-8.6705!2m3",
    "https://www.google.com/maps/dir//RS/@-8.6,115.3,14z/data=!4m9!4m8!1m0!1m5!1m1!1s0x2d!2m2!1d115.2126!2d-8.6705!3e0",
    "https://www.google.com/maps/search/?api=1&query=-8.6705,115.2126",
    "https://www.google.com/maps/search/-8.6705,+115.2126?entry=tts",
    "https://www.google.com/maps/dir/?api=1&destination=-8.6705%2C115.2126&travelmode=driving",
    "https://www.google.com/maps/dir/-8.65,115.20/-8.6705,115.2126/@-8.66,115.2,14z",
    "https://maps.google.com/?q=-8.6705,115.2126",
    "https://maps.google.com/?q=-8.6705, 115.2126",
    "https://maps.google.com/maps?q=-8.6705%2C115.2126&z=17&hl=id",
    "https://maps.google.com/maps?q=Pasar+Badung&ll=-8.6705,115.2126",
    "https://maps.google.com/maps?q=loc:-8.6705,115.2126",
    "https://maps.google.com/?daddr=-8.6705,115.2126",
    "https://www.google.com/url?q=https://maps.google.com/?q%3D-8.6705,115.2126",
    "maps.google.com/?q=-8.6705,115.2126",
    "geo:-8.6705,115.2126",
    "geo:-8.6705,115.2126;u=35",
    "geo:0,0?q=-8.6705,115.2126(Rumah%20Made)",
    "https://www.openstreetmap.org/#map=17/-8.6705/115.2126",
    "https://www.openstreetmap.org/?mlat=-8.6705&mlon=115.2126#map=17/-8.5/115.1",
    "https://maps.apple.com/?ll=-8.6705,115.2126&q=Pin",
    "https://maps.apple.com/place?coordinate=-8.6705,115.2126&name=Pin",
    "https://waze.com/ul?ll=-8.6705%2C115.2126&navigate=yes",
    "https://www.waze.com/live-map/directions?to=ll.-8.6705%2C115.2126",
    "https://www.bing.com/maps?cp=-8.6705~115.2126&lvl=16",
    "Lokasi -8.6705,115.2126 https://maps.app.goo.gl/AbCd123",
    "https://maps.app.goo.gl/AbCd123 https://maps.google.com/?q=-8.6705,115.2126",
    "tolong pak maps.google.com/?q=-8.6705,115.2126 cepat",
)


@pytest.mark.parametrize("text", COORDINATES + LINKS)
def test_every_way_of_writing_gives_the_same_point(text: str) -> None:
    assert read_point(text) == HERE


@pytest.mark.parametrize(
    "text",
    [
        "8°40'13.8\"S 115°12'45.36\"E",
        "8°40′13.8″S 115°12′45.36″E",
        "8º40’13,8”LS, 115º12’45,36”BT",
        "8°40'13.8''S 115°12'45.36''E",
        "-8°40'13.8\", 115°12'45.36\"",
        "8 40 13.8 S 115 12 45.36 E",
        "-8 40 13.8 115 12 45.36",
        "8:40:13.8 S 115:12:45.36 E",
        "8°40.23' S, 115°12.756' E",
        "8 derajat 40 menit 13.8 detik lintang selatan 115 derajat 12 menit 45.36 detik bujur timur",
        "https://www.google.com/maps/place/8%C2%B040'13.8%22S+115%C2%B012'45.4%22E/@-8.6,115.2,15z",
    ],
)
def test_degrees_and_minutes(text: str) -> None:
    point = read_point(text)
    assert isinstance(point, Point)
    assert (point.latitude, point.longitude) == pytest.approx((HERE.latitude, HERE.longitude), abs=2e-5)


@pytest.mark.parametrize(
    ("text", "noticed"),
    [
        ("115.2126, -8.6705", (Noticed.SWAPPED,)),
        ("8.6705, 115.2126", (Noticed.SOUTH,)),
        ("115,2126 8,6705", (Noticed.SWAPPED, Noticed.SOUTH)),
        ("https://maps.google.com/?q=115.2126,-8.6705", (Noticed.SWAPPED,)),
    ],
)
def test_what_only_makes_sense_otherwise_is_mended_and_said(text: str, noticed: tuple[Noticed, ...]) -> None:
    assert read_point(text) == Point(HERE.latitude, HERE.longitude, noticed)


@pytest.mark.parametrize(
    "text",
    [
        "6P3Q86H7+R2",
        "6p3q86h7+r2",
        "86H7+R2 Denpasar, Kota Denpasar, Bali",
        "plus code 86H7+R25",
        "https://plus.codes/6P3Q86H7+R2",
        "https://www.google.com/maps/place/86H7%2BR2+Denpasar",
    ],
)
def test_plus_codes_are_read(text: str) -> None:
    point = read_point(text, Point(-8.65, 115.21))
    assert isinstance(point, Point)
    assert (point.latitude, point.longitude) == pytest.approx((HERE.latitude, HERE.longitude), abs=1e-4)


@pytest.mark.parametrize("text", ["86H7+R2", "0812+38", "RT 3+RW 4", "6P3Q86H7", "22222222+2"])
def test_what_is_no_plus_code_or_short_without_a_city_is_no_point(text: str) -> None:
    assert read_point(text) is None


def test_a_city_near_the_equator_decides_about_the_missing_minus() -> None:
    assert read_point("5.13, 119.42") == Point(5.13, 119.42)
    assert read_point("5.13, 119.42", MAKASSAR) == Point(-5.13, 119.42, (Noticed.SOUTH,))
    assert read_point("3.59, 98.67", MAKASSAR) == Point(3.59, 98.67)
    assert read_point("5.13 LU, 119.42 BT", MAKASSAR) == Point(5.13, 119.42)


def test_points_abroad_stay_as_written() -> None:
    assert read_point("40.7128, -74.006") == Point(40.7128, -74.006)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("https://maps.app.goo.gl/AbCd123", PointProblem.SHORT_LINK),
        ("maps.app.goo.gl/AbCd123?g_st=iw", PointProblem.SHORT_LINK),
        ("lokasi: goo.gl/maps/xyz", PointProblem.SHORT_LINK),
        ("https://waze.com/ul/hqw8h1p2z", PointProblem.SHORT_LINK),
        ("https://www.google.com/maps/place/RSUP+Sanglah", PointProblem.LINK_WITHOUT_POINT),
        ("geo:0,0?q=Jalan%20Diponegoro", PointProblem.LINK_WITHOUT_POINT),
        ("-98.2, 300.1", PointProblem.IMPOSSIBLE),
        ("https://maps.google.com/?q=-98.2,300.1", PointProblem.IMPOSSIBLE),
    ],
)
def test_what_means_a_point_and_gives_none(text: str, problem: PointProblem) -> None:
    assert read_point(text) is problem


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Jl. Mawar 5, 10",
        "5, 10",
        "RT 5/RW 3",
        "-8.67",
        "0812 3811 2204",
        "Rp 5.000, 120.000",
        "8°70' S 115°12' E",
        "8.67 S 9.21 S",
        "Lrg. 306 No. 12",
        "KM.9 depan Kantor RT 1 RW 9",
    ],
)
def test_what_is_no_point(text: str) -> None:
    assert read_point(text) is None


latitudes = st.floats(-11, 6.5).map(lambda value: round(value, 6))
longitudes = st.floats(95, 141).map(lambda value: round(value, 6))


def _letters(latitude: float, longitude: float) -> str:
    return f"{abs(latitude):.6f} {'LS' if latitude < 0 else 'LU'} {longitude:.6f} BT"


def _dms(latitude: float, longitude: float) -> str:
    def angle(degrees: float) -> str:
        # In ten-millionths of a second, so that no part is rounded up to sixty.
        rest = round(abs(degrees) * 3600e7)
        return f"{int(rest // 3600e7)}°{int(rest // 60e7 % 60)}'{rest % 60e7 / 1e7:.7f}\""

    return f"{angle(latitude)}{'S' if latitude < 0 else 'N'} {angle(longitude)}E"


def _written(latitude: float, longitude: float) -> tuple[str, ...]:
    pair = f"{latitude:+.6f},{longitude:.6f}"
    return (
        pair,
        f"{latitude:+.6f}, {longitude:.6f}".replace(".", ","),
        _letters(latitude, longitude),
        _dms(latitude, longitude),
        f"https://maps.google.com/?q={quote(pair.lstrip('+'))}",
        f"https://www.google.com/maps/@{pair.lstrip('+')},17z",
        f"geo:{pair.lstrip('+')}",
        f"https://www.openstreetmap.org/#map=17/{latitude:.6f}/{longitude:.6f}",
        f"{longitude:.6f}, {latitude:+.6f}",
    )


@given(latitudes, longitudes)
def test_round_trips(latitude: float, longitude: float) -> None:
    for text in _written(latitude, longitude):
        point = read_point(text)
        assert isinstance(point, Point), text
        assert (point.latitude, point.longitude) == pytest.approx((latitude, longitude), abs=1e-6), text


_PIECES = (
    *COORDINATES,
    *LINKS,
    "°",
    "'",
    '"',
    "S",
    "BT",
    ",",
    ".",
    "-",
    "8",
    "115",
    "!3d",
    "@",
    "q=",
    "geo:",
    "%",
    "+",
)


@given(st.text() | st.lists(st.sampled_from(_PIECES), max_size=12).map("".join))
def test_no_text_raises(text: str) -> None:
    point = read_point(text, MAKASSAR)
    if isinstance(point, Point):
        assert abs(point.latitude) <= 90
        assert abs(point.longitude) <= 180

"""Points in plus codes (Open Location Code), as Google Maps shows them for places without an address.

The code names a square of some 14 m; its middle is the point. A short one ("86H7+R2 Denpasar") needs to know
the city.
"""

import re

from pluscodes.openlocationcode import decode, isFull, isShort, recoverNearest

_CODE = re.compile(
    r"(?<![0-9a-z+])(?:[23456789cfghjmpqrvwx]{4}){1,2}\+[23456789cfghjmpqrvwx]{2,4}(?![0-9a-z])",
    re.IGNORECASE,
)


def read_code(text: str, near: tuple[float, float] | None) -> tuple[float, float] | None:
    """The latitude and longitude of the first plus code in a text; None without one, or a short one afar.

    `near`: the middle of the city, in degrees.
    """
    for match in _CODE.finditer(text.replace("%2B", "+")):
        code = match[0].upper()
        if isShort(code) and near is not None:
            code = recoverNearest(code, *near)
        if isFull(code):
            area = decode(code)
            return area.latitudeCenter, area.longitudeCenter
    return None

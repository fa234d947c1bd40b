"""Telephone numbers as operators type, paste and hear them, brought to one normal form.

Figures: mobile numbers have 10 to 13 digits with their 0, fixed ones 6 to 8 behind the area code; lengths of
area codes and validity abroad as `phonenumbers` carries them.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import unquote

SHORT_CODES = frozenset({"110", "112", "113", "115", "117", "118", "119", "123", "129"})
"""Public short codes: police, emergency, fire, Basarnas, disaster, ambulance, PSC, PLN, SAPA."""

_COUNTRY = "62"
_TWO_DIGIT_AREAS = ("021", "022", "024", "031", "061")
_SERVICE = re.compile(r"080[0479]")
_MOBILE_DIGITS = range(10, 14)
_LOCAL_DIGITS = range(6, 9)
_LONGEST_NATIONAL = 13
_LONGEST_TEXT = 400
_NATIONAL_CALL = re.compile(r"14[0-9]{3}|1500[0-9]{3}|150264")
_LINK = re.compile(
    r"^(?:https?://)?(?:www\.)?(?:wa\.me/|(?:api\.|web\.)?whatsapp(?:\.com/|://)send/?\?(?:.*&)?phone=)"
)
_LABEL = re.compile(r"^(?:tel|telp|tlp|telepon|telpon|hp|wa|no|nomor|sms|sip|callto|phone)[\s.:/]+(?=.)")
_TAIL = re.compile(r"[;@?&/#].*$")
_FILLING = re.compile(r"[\s().\-]")


class NumberKind(StrEnum):
    """What a number belongs to."""

    MOBILE = "mobile"
    FIXED = "fixed"
    FOREIGN = "foreign"
    SHORT = "short"


@dataclass(frozen=True, slots=True)
class TelephoneNumber:
    """A number read from text.

    `normal` is stored and compared: national with its 0 in Indonesia (081238112204, 0361223333), E.164 abroad
    (+61412345678), short codes as they are. `complete` is false while digits are missing; a number that is
    complete may still grow by a digit, so look its history up only when typing pauses.
    """

    normal: str
    display: str
    kind: NumberKind
    complete: bool


def read_number(text: str, area_code: str) -> TelephoneNumber | None:
    """Read a number typed, pasted or taken from a link; `area_code` is the centre's, as 0361.

    None when the text is empty or can never become a number. Nothing is raised for any text.
    """
    cleaned = _clean(text)
    if cleaned is None:
        return None
    international, digits = cleaned
    if international:
        return _international(digits)
    if digits.startswith("0"):
        return _national(digits, area_code)
    if digits.startswith("1"):
        return _short(digits)
    return _without_prefix(digits, area_code)


def _clean(text: str) -> tuple[bool, str] | None:
    """(whether the country code comes first, digits), or None when the text is no number."""
    if len(text) > _LONGEST_TEXT:
        return None
    # Contacts copied from WhatsApp are wrapped in invisible marks and use other dashes and spaces.
    plain = "".join(c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c) != "Cf")
    plain = "".join("-" if unicodedata.category(c) == "Pd" else c for c in plain).replace("\u2212", "-")
    plain = unquote(plain).strip().lower()
    link = _LINK.match(plain)
    body = plain[link.end() :] if link else plain
    while label := _LABEL.match(body):
        body = body[label.end() :]
    body = _FILLING.sub("", _TAIL.sub("", body) if link or body != plain else body)
    if not re.fullmatch(r"\+?[0-9]*", body) or not body:
        return None
    if body.startswith("+"):
        return True, body[1:]
    if body.startswith("00"):
        return (True, body[2:]) if len(body) > 2 else (False, body)
    if link and not body.startswith("0"):
        return True, body
    return False, body


def _international(digits: str) -> TelephoneNumber | None:
    if digits.startswith(_COUNTRY):
        # People write +62 (0)361 and +62 0812 as well.
        return _national("0" + digits[len(_COUNTRY) :].lstrip("0"), "")
    return _foreign(digits)


def _national(digits: str, area_code: str) -> TelephoneNumber | None:
    if len(digits) > _LONGEST_NATIONAL:
        return None
    if digits.startswith("08") and not _SERVICE.match(digits):
        return TelephoneNumber(digits, _grouped(digits), NumberKind.MOBILE, len(digits) in _MOBILE_DIGITS)
    area = _area_of(digits, area_code)
    local = digits[len(area) :]
    complete = len(local) >= _LOCAL_DIGITS.start and _valid(digits)
    if not complete and len(local) >= _LOCAL_DIGITS.stop:
        return None
    return TelephoneNumber(digits, f"{area} {local}".strip(), NumberKind.FIXED, complete)


def _area_of(digits: str, area_code: str) -> str:
    if area_code and digits.startswith(area_code):
        return area_code
    return digits[:3] if digits.startswith(_TWO_DIGIT_AREAS) else digits[:4]


def _grouped(digits: str) -> str:
    middle = 7 if len(digits) in (10, 11) else 8
    return " ".join(part for part in (digits[:4], digits[4:middle], digits[middle:]) if part)


def _valid(national: str) -> bool:
    import phonenumbers  # here and below: a desk opens some 20 ms sooner without it

    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(national, "ID"))
    except phonenumbers.NumberParseException:
        return False


def _short(digits: str) -> TelephoneNumber | None:
    complete = digits in SHORT_CODES or bool(_NATIONAL_CALL.fullmatch(digits))
    begun = any(code.startswith(digits) for code in SHORT_CODES) or bool(
        re.fullmatch(r"14[0-9]{0,3}|15|150|1500[0-9]{0,3}|1502|15026", digits)
    )
    if complete or begun:
        return TelephoneNumber(digits, digits, NumberKind.SHORT, complete)
    # No area has so long a number: what a trunk delivers of a caller from North America.
    return _foreign(digits) if len(digits) > _LOCAL_DIGITS[-1] else None


def _without_prefix(digits: str, area_code: str) -> TelephoneNumber | None:
    """Digits that begin with neither 0 nor 1: local, or national or international without the prefix."""
    if digits.startswith(_COUNTRY) and (len(digits) > _LOCAL_DIGITS[-1] or digits.startswith("628")):
        return _international(digits)
    if len(digits) < _LOCAL_DIGITS.start:
        return TelephoneNumber(area_code + digits, f"{area_code} {digits}", NumberKind.FIXED, False)
    if len(digits) in _LOCAL_DIGITS:
        return TelephoneNumber(area_code + digits, f"{area_code} {digits}", NumberKind.FIXED, True)
    if digits.startswith("8") and len(digits) < _LONGEST_NATIONAL:
        return _national("0" + digits, area_code)
    if digits.startswith(area_code.lstrip("0")) and _valid("0" + digits):
        return _national("0" + digits, area_code)
    return _foreign(digits)


def _foreign(digits: str) -> TelephoneNumber | None:
    import phonenumbers

    normal = "+" + digits
    try:
        number = phonenumbers.parse(normal, None)
    except phonenumbers.NumberParseException:
        return TelephoneNumber(normal, normal, NumberKind.FOREIGN, False) if _begins_abroad(digits) else None
    if phonenumbers.is_valid_number(number):
        shown = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
        normal = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
        return TelephoneNumber(normal, shown, NumberKind.FOREIGN, True)
    if phonenumbers.is_possible_number_with_reason(number) == phonenumbers.ValidationResult.TOO_LONG:
        return None
    return TelephoneNumber(normal, normal, NumberKind.FOREIGN, False)


def _begins_abroad(digits: str) -> bool:
    import phonenumbers

    codes = [str(code) for code in phonenumbers.COUNTRY_CODE_TO_REGION_CODE]
    return any(
        code.startswith(digits) or (digits.startswith(code) and len(digits) <= len(code) + 1)
        for code in codes
    )

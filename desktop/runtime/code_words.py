"""Codes of the domain in words: those of the screen, also where a command tells of them."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QLocale

from desktop.domain.calls import CallType, Channel
from desktop.domain.contacts import ContactKind, TryResult
from desktop.domain.hospitals import Triage
from desktop.domain.phase import Phase
from desktop.domain.places import PlaceKind
from desktop.domain.reference import AgencyPart, AreaLevel, Category, Outcome, UnitType, UrgencyClass
from desktop.domain.referrals import Means, ReferralState
from desktop.domain.units import UnitStatus
from desktop.domain.warnings import WarningKind
from desktop.runtime.marking import QT_TRANSLATE_NOOP

_STATUSES: Mapping[UnitStatus, str] = {
    UnitStatus.AVAILABLE: QT_TRANSLATE_NOOP("Words", "available"),
    UnitStatus.ASSIGNED: QT_TRANSLATE_NOOP("Words", "assigned"),
    UnitStatus.UNDER_WAY: QT_TRANSLATE_NOOP("Words", "under way"),
    UnitStatus.ON_SCENE: QT_TRANSLATE_NOOP("Words", "on scene"),
    UnitStatus.TRANSPORTING: QT_TRANSLATE_NOOP("Words", "to hospital"),
    UnitStatus.AT_HOSPITAL: QT_TRANSLATE_NOOP("Words", "at hospital"),
    UnitStatus.RETURNING: QT_TRANSLATE_NOOP("Words", "returning"),
    UnitStatus.OUT_OF_SERVICE: QT_TRANSLATE_NOOP("Words", "out of service"),
    UnitStatus.OFF_DUTY: QT_TRANSLATE_NOOP("Words", "off duty"),
}
_PHASES: Mapping[Phase, str] = {
    Phase.WAITING: QT_TRANSLATE_NOOP("Words", "waiting"),
    Phase.TOLD: QT_TRANSLATE_NOOP("Words", "referred"),
    Phase.ACCEPTED: QT_TRANSLATE_NOOP("Words", "accepted"),
    Phase.DEPARTED: QT_TRANSLATE_NOOP("Words", "departed"),
    Phase.ARRIVED: QT_TRANSLATE_NOOP("Words", "arrived"),
    Phase.ASSIGNED: QT_TRANSLATE_NOOP("Words", "assigned"),
    Phase.UNDER_WAY: QT_TRANSLATE_NOOP("Words", "under way"),
    Phase.ON_SCENE: QT_TRANSLATE_NOOP("Words", "on scene"),
    Phase.TRANSPORTING: QT_TRANSLATE_NOOP("Words", "to hospital"),
    Phase.AT_HOSPITAL: QT_TRANSLATE_NOOP("Words", "at hospital"),
    Phase.HANDLED: QT_TRANSLATE_NOOP("Words", "handled"),
    Phase.CLOSED: QT_TRANSLATE_NOOP("Words", "closed"),
    Phase.MERGED: QT_TRANSLATE_NOOP("Words", "merged"),
}
_TYPES: Mapping[CallType, str] = {
    CallType.GENUINE: QT_TRANSLATE_NOOP("Words", "genuine"),
    CallType.PRANK: QT_TRANSLATE_NOOP("Words", "Prank"),
    CallType.SILENT: QT_TRANSLATE_NOOP("Words", "Silent"),
    CallType.DROPPED: QT_TRANSLATE_NOOP("Words", "Dropped"),
    CallType.INFORMATION: QT_TRANSLATE_NOOP("Words", "Information"),
    CallType.WRONG_NUMBER: QT_TRANSLATE_NOOP("Words", "Wrong number"),
    CallType.OUTSIDE_AREA: QT_TRANSLATE_NOOP("Words", "Outside area"),
    CallType.MISTAKE: QT_TRANSLATE_NOOP("Words", "Mistake or test"),
}
_CHANNELS: Mapping[Channel, str] = {
    Channel.TRUNK_112: QT_TRANSLATE_NOOP("Words", "112"),
    Channel.LOCAL_NUMBER: QT_TRANSLATE_NOOP("Words", "Local number"),
    Channel.WHATSAPP: QT_TRANSLATE_NOOP("Words", "WhatsApp"),
    Channel.RADIO: QT_TRANSLATE_NOOP("Words", "Radio"),
    Channel.WALK_IN: QT_TRANSLATE_NOOP("Words", "Walk-in"),
    Channel.APP: QT_TRANSLATE_NOOP("Words", "App"),
    Channel.CCTV: QT_TRANSLATE_NOOP("Words", "CCTV"),
}
_REFERRALS: Mapping[ReferralState, str] = {
    ReferralState.TOLD: QT_TRANSLATE_NOOP("Words", "told"),
    ReferralState.ACCEPTED: QT_TRANSLATE_NOOP("Words", "accepted"),
    ReferralState.REFUSED: QT_TRANSLATE_NOOP("Words", "refused"),
    ReferralState.DEPARTED: QT_TRANSLATE_NOOP("Words", "departed"),
    ReferralState.ARRIVED: QT_TRANSLATE_NOOP("Words", "arrived"),
    ReferralState.FINISHED: QT_TRANSLATE_NOOP("Words", "finished"),
    ReferralState.WITHDRAWN: QT_TRANSLATE_NOOP("Words", "called off"),
}
_MEANS: Mapping[Means, str] = {
    Means.TELEPHONE: QT_TRANSLATE_NOOP("Words", "telephone"),
    Means.RADIO: QT_TRANSLATE_NOOP("Words", "radio"),
    Means.MESSAGE: QT_TRANSLATE_NOOP("Words", "message"),
}
_PARTS: Mapping[AgencyPart, str] = {
    AgencyPart.LEAD: QT_TRANSLATE_NOOP("Words", "lead"),
    AgencyPart.SUPPORT: QT_TRANSLATE_NOOP("Words", "support"),
}
_TYPES_OF_UNIT: Mapping[UnitType, str] = {
    UnitType.ENGINE: QT_TRANSLATE_NOOP("Words", "fire engine"),
    UnitType.TANKER: QT_TRANSLATE_NOOP("Words", "tanker"),
    UnitType.AMBULANCE: QT_TRANSLATE_NOOP("Words", "ambulance"),
    UnitType.HEARSE: QT_TRANSLATE_NOOP("Words", "hearse"),
    UnitType.BOAT: QT_TRANSLATE_NOOP("Words", "boat"),
    UnitType.RESCUE: QT_TRANSLATE_NOOP("Words", "rescue"),
    UnitType.HOME_CARE: QT_TRANSLATE_NOOP("Words", "Home Care car"),
    UnitType.QUICK_REACTION: QT_TRANSLATE_NOOP("Words", "quick reaction"),
}
_URGENCIES: Mapping[UrgencyClass, str] = {
    UrgencyClass.EMERGENCY: QT_TRANSLATE_NOOP("Words", "emergency"),
    UrgencyClass.URGENT: QT_TRANSLATE_NOOP("Words", "urgent"),
    UrgencyClass.NOT_URGENT: QT_TRANSLATE_NOOP("Words", "not urgent"),
    UrgencyClass.CIVIC: QT_TRANSLATE_NOOP("Words", "civic work"),
}
_PLACES: Mapping[PlaceKind, str] = {
    PlaceKind.STREET: QT_TRANSLATE_NOOP("Words", "street"),
    PlaceKind.ALLEY: QT_TRANSLATE_NOOP("Words", "alley"),
    PlaceKind.JUNCTION: QT_TRANSLATE_NOOP("Words", "junction"),
    PlaceKind.PUSKESMAS: QT_TRANSLATE_NOOP("Words", "puskesmas"),
    PlaceKind.HOSPITAL: QT_TRANSLATE_NOOP("Words", "hospital"),
    PlaceKind.SCHOOL: QT_TRANSLATE_NOOP("Words", "school"),
    PlaceKind.MARKET: QT_TRANSLATE_NOOP("Words", "market"),
    PlaceKind.TEMPLE: QT_TRANSLATE_NOOP("Words", "temple"),
    PlaceKind.MOSQUE: QT_TRANSLATE_NOOP("Words", "mosque"),
    PlaceKind.BANJAR: QT_TRANSLATE_NOOP("Words", "banjar"),
    PlaceKind.BRIDGE: QT_TRANSLATE_NOOP("Words", "bridge"),
    PlaceKind.OFFICE: QT_TRANSLATE_NOOP("Words", "office"),
    PlaceKind.HOTEL: QT_TRANSLATE_NOOP("Words", "hotel"),
    PlaceKind.BEACH: QT_TRANSLATE_NOOP("Words", "beach"),
    PlaceKind.AREA: QT_TRANSLATE_NOOP("Words", "area"),
    PlaceKind.OTHER: QT_TRANSLATE_NOOP("Words", "place"),
}
_LEVELS: Mapping[AreaLevel, str] = {
    AreaLevel.KECAMATAN: QT_TRANSLATE_NOOP("Words", "kecamatan"),
    AreaLevel.KELURAHAN: QT_TRANSLATE_NOOP("Words", "kelurahan"),
    AreaLevel.DESA: QT_TRANSLATE_NOOP("Words", "desa"),
}

_WARNINGS: Mapping[WarningKind, str] = {
    WarningKind.ANIMAL: QT_TRANSLATE_NOOP("Words", "aggressive animal"),
    WarningKind.GAS: QT_TRANSLATE_NOOP("Words", "gas or explosives"),
    WarningKind.ARMED: QT_TRANSLATE_NOOP("Words", "armed person"),
    WarningKind.PATIENT: QT_TRANSLATE_NOOP("Words", "patient"),
    WarningKind.NARROW: QT_TRANSLATE_NOOP("Words", "narrow alley: no engine"),
    WarningKind.OTHER: QT_TRANSLATE_NOOP("Words", "other danger"),
}
_CONTACTS: Mapping[ContactKind, str] = {
    ContactKind.AGENCY: QT_TRANSLATE_NOOP("Words", "agency"),
    ContactKind.DUTY_OFFICER: QT_TRANSLATE_NOOP("Words", "duty officer"),
    ContactKind.HOSPITAL: QT_TRANSLATE_NOOP("Words", "hospital"),
    ContactKind.NEIGHBOUR: QT_TRANSLATE_NOOP("Words", "neighbouring centre"),
    ContactKind.OTHER: QT_TRANSLATE_NOOP("Words", "other"),
}
_TRIES: Mapping[TryResult, str] = {
    TryResult.NO_ANSWER: QT_TRANSLATE_NOOP("Words", "no answer"),
    TryResult.BUSY: QT_TRANSLATE_NOOP("Words", "busy"),
    TryResult.UNREACHABLE: QT_TRANSLATE_NOOP("Words", "unreachable"),
    TryResult.WRONG_NUMBER: QT_TRANSLATE_NOOP("Words", "not his number"),
    TryResult.TOLD: QT_TRANSLATE_NOOP("Words", "told"),
}

_TRIAGE: Mapping[Triage, str] = {
    Triage.RED: QT_TRANSLATE_NOOP("Words", "red"),
    Triage.YELLOW: QT_TRANSLATE_NOOP("Words", "yellow"),
    Triage.GREEN: QT_TRANSLATE_NOOP("Words", "green"),
    Triage.BLACK: QT_TRANSLATE_NOOP("Words", "black"),
}

Code = (
    UnitStatus
    | Phase
    | CallType
    | Channel
    | ReferralState
    | Means
    | AgencyPart
    | UnitType
    | UrgencyClass
    | PlaceKind
    | AreaLevel
    | WarningKind
    | Triage
    | ContactKind
    | TryResult
)
_WORDS: Mapping[tuple[type, str], str] = {
    (type(code), str(code)): source
    for table in (
        _STATUSES,
        _PHASES,
        _TYPES,
        _CHANNELS,
        _REFERRALS,
        _MEANS,
        _PARTS,
        _TYPES_OF_UNIT,
        _URGENCIES,
        _PLACES,
        _LEVELS,
        _WARNINGS,
        _TRIAGE,
        _CONTACTS,
        _TRIES,
    )
    for code, source in table.items()
}


def word(code: Code) -> str:
    """The word for a code in the operator's language."""
    return QCoreApplication.translate("Words", _WORDS[type(code), str(code)])


def speaks_indonesian() -> bool:
    """Whether the screen speaks Indonesian."""
    return QLocale().language() == QLocale.Language.Indonesian


def category_name(category: Category | None) -> str:
    """A category's name in the operator's language; `belum jelas` without one."""
    if category is None:
        return QCoreApplication.translate("Words", "not clear yet")
    return category.name_id if speaks_indonesian() else category.name_en


def outcome_name(outcome: Outcome | None) -> str:
    """An outcome's name in the operator's language."""
    if outcome is None:
        return ""
    return outcome.name_id if speaks_indonesian() else outcome.name_en

"""What a line of the grammar is made of: verbs, what may stand at a place, and the line itself."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.kinds import NoteRule
from desktop.operations.referral_verbs import ReferralVerb
from desktop.operations.unit_verbs import UnitVerb


class OrderVerb(StrEnum):
    """What can be ordered beside what is said of a unit or an agency."""

    SEND = "send"
    DIVERT = "divert"
    QUEUE = "queue"
    NEXT = "next"
    UNQUEUE = "unqueue"
    REFER = "refer"
    PHONE = "phone"
    TELL = "tell"
    NOTE = "note"
    READ = "read"
    TAKE = "take"
    TAKE_ALARM = "take_alarm"
    RELEASE = "release"
    ALARM = "alarm"
    CORRECT = "correct"
    CLOSE = "close"
    REOPEN = "reopen"
    MERGE = "merge"
    RELATE = "relate"
    SELECT = "select"
    FILTER = "filter"
    SEARCH = "search"
    REMIND = "remind"
    PUT_OFF = "put_off"
    DONE = "done"
    MESSAGE = "message"
    READ_MESSAGES = "read_messages"
    ABBREVIATE = "abbreviate"
    FULL = "full"
    TAKES_AGAIN = "takes_again"
    DISTRESS = "distress"
    TAKE_DISTRESS = "take_distress"
    CREW_SAFE = "crew_safe"
    FALSE_ALARM = "false_alarm"
    SIGN_ON = "sign_on"
    TAKE_OVER = "take_over"
    SHIFT_PAGE = "shift_page"
    CREWS = "crews"
    CALL = "call"
    UNDO = "undo"


class Slot(StrEnum):
    """What may stand at a place of an order."""

    UNITS = "units"
    AGENCIES = "agencies"
    AGENCY = "agency"
    CONTACT = "contact"
    WHOM = "whom"
    INCIDENT = "incident"
    CLOSED = "closed"
    ANY_INCIDENT = "any_incident"
    HOSPITAL = "hospital"
    STATION = "station"
    OUTCOME = "outcome"
    LEVEL = "level"
    STAMP = "stamp"
    TIME = "time"
    REMINDER = "reminder"
    REMINDING = "reminding"
    PUTTING_OFF = "putting_off"
    OPERATORS = "operators"
    ABBREVIATION = "abbreviation"
    UNTIL = "until"
    PATIENTS = "patients"
    CREW = "crew"
    TEXT = "text"
    NOTHING = "nothing"


Verb = OrderVerb | UnitVerb | ReferralVerb


@dataclass(frozen=True, slots=True)
class Row:
    """One verb. `word`, `example`: in Indonesian and English; `phrases`: all that is understood.

    `subject` follows the verb, `target` a connecting word. `moment`: whether a time may be given at which it
    happened; `until`: one until which it holds; `means`: whether it may be said how somebody was told.
    """

    verb: Verb
    word: tuple[str, str]
    phrases: tuple[str, ...]
    example: tuple[str, str]
    subject: Slot
    target: Slot | None = None
    target_needed: bool = False
    note: NoteRule = NoteRule.OPTIONAL
    moment: bool = True
    until: bool = False
    means: bool = False

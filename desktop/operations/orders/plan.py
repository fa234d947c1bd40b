"""What an order means: the acts that it will write, in their order, or what is wrong and where.

The screen tells this before Enter, and nothing but this is carried out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from desktop.domain.alarm_answers import AlarmAnswer
from desktop.domain.alarms import Alarm
from desktop.domain.board import Case
from desktop.domain.contacts import ContactEntry, Dial, TryResult
from desktop.domain.hospitals import Triage
from desktop.domain.kinds_alarms import TAKEN, WELL
from desktop.domain.kinds_contacts import TRIED
from desktop.domain.kinds_distress import RAISED
from desktop.domain.kinds_hospitals import FULL, TAKES_AGAIN
from desktop.domain.kinds_incidents import ALARM_SET, CONFIRMED, UNCONFIRMED
from desktop.domain.kinds_shifts import RELIEVED, SIGNED_ON, TAKEN_OVER
from desktop.domain.kinds_told import TEXT_TOLD
from desktop.domain.kinds_units import GONE_BACK, QUEUED, UNQUEUED
from desktop.domain.memos import MemoEntry
from desktop.domain.recommendation import Recommendation
from desktop.domain.records import Record
from desktop.domain.referrals import Means, Referral, ReferralState
from desktop.domain.shifts import Shift
from desktop.domain.units import Assignment, Unit, UnitStatus
from desktop.domain.warnings import WarningEntry
from desktop.operations.dispatch_text import Around
from desktop.operations.orders.grammar import Row
from desktop.operations.referrals import Telling
from desktop.operations.telling import AtWork


class Deed(StrEnum):
    """The kinds of thing that an order does; each but those `ON_SCREEN` writes one act."""

    ASSIGN = "assign"
    DIVERT = "divert"
    QUEUE = "queue"
    UNQUEUE = "unqueue"
    GO_BACK = "go_back"
    STATUS = "status"
    CANCEL = "cancel"
    OUT_OF_SERVICE = "out_of_service"
    OCCUPY = "occupy"
    DESTINATION = "destination"
    MOVE = "move"
    WELL = "well"
    TOLD = "told"
    CONFIRMED = "confirmed"
    PATIENTS = "patients"
    HAND_OVER = "hand_over"
    FULL = "full"
    TAKES_AGAIN = "takes_again"
    DISTRESS = "distress"
    TAKE_DISTRESS = "take_distress"
    CREW_SAFE = "crew_safe"
    FALSE_ALARM = "false_alarm"
    REFER = "refer"
    PHONE = "phone"
    ANSWER = "answer"
    TELL_AGAIN = "tell_again"
    LEAD = "lead"
    CONFIRM = "confirm"
    UNCONFIRM = "unconfirm"
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
    STRIKE = "strike"
    REMIND = "remind"
    PUT_OFF = "put_off"
    DONE = "done"
    MESSAGE = "message"
    READ_MESSAGE = "read_message"
    ABBREVIATE = "abbreviate"
    SIGN_ON = "sign_on"
    TAKE_OVER = "take_over"
    SHIFT_PAGE = "shift_page"
    CREWS = "crews"
    SELECT = "select"
    FILTER = "filter"
    SEARCH = "search"
    CALL = "call"
    UNDO = "undo"


ON_SCREEN = frozenset(
    {
        Deed.SELECT,
        Deed.FILTER,
        Deed.SEARCH,
        Deed.CALL,
        Deed.UNDO,
        Deed.ABBREVIATE,
        Deed.SHIFT_PAGE,
        Deed.CREWS,
    }
)
"""Deeds of the screen: by themselves they write nothing."""

_KINDS: Mapping[Deed, str] = {
    Deed.ASSIGN: "unit.assigned",
    Deed.DIVERT: "unit.diverted",
    Deed.QUEUE: QUEUED,
    Deed.UNQUEUE: UNQUEUED,
    Deed.GO_BACK: GONE_BACK,
    Deed.CANCEL: "unit.cancelled",
    Deed.OUT_OF_SERVICE: "unit.out_of_service",
    Deed.OCCUPY: "unit.occupied",
    Deed.DESTINATION: "destination.set",
    Deed.MOVE: "unit.moved",
    Deed.WELL: WELL,
    Deed.TOLD: "hospital.told",
    Deed.CONFIRMED: "hospital.confirmed",
    Deed.PATIENTS: "patients.counted",
    Deed.HAND_OVER: "unit.handed_over",
    Deed.FULL: FULL,
    Deed.TAKES_AGAIN: TAKES_AGAIN,
    Deed.DISTRESS: RAISED,
    Deed.TAKE_DISTRESS: "distress.taken",
    Deed.CREW_SAFE: "distress.over",
    Deed.FALSE_ALARM: "distress.false_alarm",
    Deed.REFER: "referral.made",
    Deed.PHONE: TRIED,
    Deed.TELL_AGAIN: "referral.told_again",
    Deed.LEAD: "referral.leads",
    Deed.CONFIRM: CONFIRMED,
    Deed.UNCONFIRM: UNCONFIRMED,
    Deed.TELL: TEXT_TOLD,
    Deed.NOTE: "note.added",
    Deed.READ: "warning.read",
    Deed.TAKE: "incident.taken",
    Deed.TAKE_ALARM: TAKEN,
    Deed.RELEASE: "incident.released",
    Deed.ALARM: ALARM_SET,
    Deed.CORRECT: "stamp.corrected",
    Deed.CLOSE: "incident.closed",
    Deed.REOPEN: "incident.reopened",
    Deed.MERGE: "incident.merged",
    Deed.RELATE: "incident.related",
    Deed.STRIKE: "note.struck",
    Deed.REMIND: "reminder.set",
    Deed.PUT_OFF: "reminder.put_off",
    Deed.DONE: "reminder.done",
    Deed.MESSAGE: "message.sent",
    Deed.READ_MESSAGE: "message.read",
    Deed.TAKE_OVER: TAKEN_OVER,
}


@dataclass(frozen=True, slots=True)
class Tried:
    """Whom somebody telephoned, by which of his numbers, and what came of it."""

    entry: ContactEntry
    dial: Dial
    result: TryResult


@dataclass(frozen=True, slots=True)
class Intended:
    """One thing that will be done, with the rows as they were seen.

    `case`: the incident that it is about; `into`: the other one of a merge or relation, or the one that a
    diverted unit leaves. `queued`: what begins, or is not waited for any more. `back`: rows as seen, and as
    they were before. `code`: a hospital, station or outcome. `note`: a note, reason or purpose.
    `text`: what is filtered, searched or said, the act of a
    note, or a stamp. `at`: when it happened, `until`: how long it holds, or the stamp as it is right (aware).
    `level`: of the alarm. `recommended`: what was recommended for the incident, kept beside what is done.
    `unseen`: whether it would finish work for an incident at which the unit never was. `memo`: the
    reminder or message that it is about. `recipient`: the login of whom one is for, None for all.
    `seen`: the row that is changed, where it is none of those. `patients`: how many of each colour.
    `whom`: who is told, in words made of what is `around`; `critical`: the critical warnings that agencies
    are told.
    `people`: of a crew that signs on for `shift`, whose names are in `text`.
    """

    deed: Deed
    case: Case | None = None
    into: Case | None = None
    units: tuple[Unit, ...] = ()
    running: Assignment | None = None
    queued: tuple[Assignment, ...] = ()
    back: tuple[tuple[Unit | Assignment, Unit | Assignment], ...] = ()
    status: UnitStatus | None = None
    referral: Referral | None = None
    state: ReferralState | None = None
    leading: Referral | None = None
    tellings: tuple[Telling, ...] = ()
    warnings: tuple[WarningEntry, ...] = ()
    means: Means = Means.TELEPHONE
    code: str = ""
    text: str = ""
    note: str = ""
    at: datetime | None = None
    until: datetime | None = None
    unseen: bool = False
    level: int = 0
    tried: Tried | None = None
    people: int = 0
    shift: Shift | None = None
    recommended: Recommendation | None = None
    memo: MemoEntry | None = None
    recipient: str | None = None
    alarm: Alarm | None = None
    answer: AlarmAnswer | None = None
    """What was answered before to the alarm, or of the crew."""
    seen: Record | None = None
    patients: tuple[tuple[Triage, int], ...] = ()
    whom: tuple[AtWork, ...] = ()
    around: Around | None = None
    critical: Mapping[str, str] = field(default_factory=dict)

    @property
    def unit(self) -> Unit:
        """The one unit that it is about. IndexError for what is about none."""
        return self.units[0]

    @property
    def kind(self) -> str:
        """The kind of act that it writes; empty for a deed of the screen."""
        if self.deed is Deed.STATUS and self.status is not None:
            return f"unit.{self.status.value}"
        if self.deed is Deed.ANSWER and self.state is not None:
            return f"referral.{self.state.value}"
        if self.deed is Deed.SIGN_ON:
            return SIGNED_ON if self.unit.status is UnitStatus.OFF_DUTY else RELIEVED
        return _KINDS.get(self.deed, "")


class Code(StrEnum):
    """What can be wrong with an order."""

    NO_VERB = "no_verb"
    SEVERAL_VERBS = "several_verbs"
    TOO_LONG = "too_long"
    MISSING = "missing"
    UNKNOWN = "unknown"
    SEVERAL = "several"
    NO_INCIDENT = "no_incident"
    CLOSED = "closed"
    OPEN = "open"
    SAME = "same"
    THERE_ALREADY = "there_already"
    IS_FREE = "is_free"
    WAITED_FOR = "waited_for"
    NOTHING_WAITS = "nothing_waits"
    BUSY = "busy"
    FIRST_FREE = "first_free"
    CANNOT_FOLLOW = "cannot_follow"
    UNREAD = "unread"
    NOTHING_TO_READ = "nothing_to_read"
    OWN_AGENCY = "own_agency"
    TOLD_ALREADY = "told_already"
    NOT_TOLD = "not_told"
    NO_RESULT = "no_result"
    NO_NUMBER = "no_number"
    WHICH_INCIDENT = "which_incident"
    NO_REASON = "no_reason"
    AT_WORK = "at_work"
    NOT_SAFE = "not_safe"
    NO_NOTE_HERE = "no_note_here"
    BAD_TIME = "bad_time"
    NO_TIME_HERE = "no_time_here"
    TOO_EARLY = "too_early"
    ROLE = "role"
    NO_SCREEN = "no_screen"
    NO_LEVEL = "no_level"
    NO_STAMP = "no_stamp"
    HELD_BY_NOBODY = "held_by_nobody"
    NO_TEXT = "no_text"
    TOO_MANY_WORDS = "too_many_words"
    ONESELF = "oneself"
    NOTHING_NEW = "nothing_new"
    NO_ALARM = "no_alarm"
    NO_WORD = "no_word"
    TAKEN = "taken"
    TOO_MANY = "too_many"
    ABBREVIATED = "abbreviated"
    IN_DISTRESS = "in_distress"
    NOT_IN_DISTRESS = "not_in_distress"
    NOT_FULL = "not_full"
    TOO_LATE = "too_late"
    NO_NEAREST = "no_nearest"
    NOT_SENT = "not_sent"
    ALL_TOLD = "all_told"
    ELSEWHERE = "elsewhere"
    NO_TEXTS = "no_texts"
    BAD_MEANS = "bad_means"
    IN_ANOTHERS_HAND = "in_anothers_hand"
    NOT_ANOTHERS = "not_anothers"
    NO_CREW = "no_crew"


OF_HOLDING = frozenset({Code.IN_ANOTHERS_HAND, Code.NOT_ANOTHERS, Code.HELD_BY_NOBODY})
"""What is wrong with an incident that was understood: typing more of its number would not mend it."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong, from `start` to `end` of the text. `about`: the rows and texts that it names."""

    code: Code
    start: int
    end: int
    typed: str = ""
    about: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as understood. While there is trouble nothing is carried out, also not what is clear of it.

    `expanded`: the text with the operator's abbreviation written out, where it began with one.
    """

    text: str
    row: Row | None = None
    intended: tuple[Intended, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    expanded: str = ""

    @property
    def ready(self) -> bool:
        """Whether Enter carries it out."""
        return bool(self.intended) and not self.troubles

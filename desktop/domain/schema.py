"""All tables that acts write, in an order in which each refers only to itself or to those before it."""

from collections.abc import Mapping

from desktop.domain.alarm_answers import AlarmAnswer
from desktop.domain.calling_back import CallBack, Silence
from desktop.domain.calls import Block, Call, CallPrivate
from desktop.domain.cards import CardApproval
from desktop.domain.clock import TrainingClock
from desktop.domain.contacts import Contact, ContactPrivate, ContactTry
from desktop.domain.distress import Distress
from desktop.domain.hospitals import HospitalPlace, HospitalState, Transport
from desktop.domain.incidents import (
    ErasedNote,
    ExternalReference,
    Glass,
    Incident,
    IncidentAlias,
    IncidentPrivate,
    IncidentRelation,
    Strike,
)
from desktop.domain.memos import Memo, MemoPrivate, MemoRead
from desktop.domain.places import KeptPlace
from desktop.domain.plans import PlanVersion, ResponsePlan
from desktop.domain.records import Record, Table, table_of
from desktop.domain.reference import Agency, Area, Category, CityRule, Hospital, Outcome, Station, Target
from desktop.domain.referrals import Referral
from desktop.domain.restores import PutAway, RestoreDecision
from desktop.domain.shifts import CrewSign, CrewSignPrivate, Handover, HandoverPrivate, Shift
from desktop.domain.told import Told
from desktop.domain.units import Assignment, Recommended, Unit
from desktop.domain.warnings import PlaceWarning, PlaceWarningPrivate, WarningRead

RECORDS: tuple[type[Record], ...] = (
    TrainingClock,
    Area,
    Agency,
    Category,
    Station,
    Hospital,
    HospitalPlace,
    HospitalState,
    Outcome,
    Target,
    CityRule,
    ResponsePlan,
    Contact,
    ContactPrivate,
    PlanVersion,
    Shift,
    CardApproval,
    Unit,
    Incident,
    IncidentPrivate,
    IncidentAlias,
    IncidentRelation,
    Strike,
    ErasedNote,
    Glass,
    Call,
    CallPrivate,
    Block,
    CallBack,
    Silence,
    ExternalReference,
    Assignment,
    Transport,
    Distress,
    Recommended,
    Referral,
    RestoreDecision,
    PutAway,
    KeptPlace,
    PlaceWarning,
    PlaceWarningPrivate,
    WarningRead,
    Memo,
    MemoPrivate,
    MemoRead,
    AlarmAnswer,
    ContactTry,
    Told,
    CrewSign,
    CrewSignPrivate,
    Handover,
    HandoverPrivate,
)

TABLES: Mapping[str, Table] = {table_of(cls).name: table_of(cls) for cls in RECORDS}
"""Tables by name."""

BOARD_TABLES = ("incident", "unit", "call", "place_warning", "memo")
"""Rows of these tables make up the board; desks compare them by the act that wrote each last."""

SUBJECT_TABLES = (*BOARD_TABLES, "contact", "crew_sign", "handover")
"""Rows of these tables carry, as `last_act`, the last act that was about them, written by it or not.
They are locked in this order, each table by id."""

SIDE_TABLES: Mapping[str, str] = {
    "call_private": "call",
    "incident_private": "incident",
    "place_warning_private": "place_warning",
    "memo_private": "memo",
    "contact_private": "contact",
    "crew_sign_private": "crew_sign",
    "handover_private": "handover",
}
"""Personal side tables and the tables whose ids they share."""

"""Every kind of act by name, checked against the tables when loaded."""

from collections.abc import Mapping

from desktop.domain.kinds import ActKind, check
from desktop.domain.kinds_alarms import ALARM_KINDS
from desktop.domain.kinds_calls import CALL_KINDS
from desktop.domain.kinds_cards import CARD_KINDS
from desktop.domain.kinds_contacts import CONTACT_KINDS
from desktop.domain.kinds_distress import DISTRESS_KINDS
from desktop.domain.kinds_erasure import ERASURE_KINDS
from desktop.domain.kinds_hospitals import HOSPITAL_KINDS
from desktop.domain.kinds_incidents import INCIDENT_KINDS, REFERRAL_KINDS
from desktop.domain.kinds_memos import MEMO_KINDS
from desktop.domain.kinds_places import PLACE_KINDS
from desktop.domain.kinds_plans import PLAN_KINDS
from desktop.domain.kinds_shifts import SHIFT_KINDS
from desktop.domain.kinds_told import TOLD_KINDS
from desktop.domain.kinds_units import CENTRE_KINDS, STAMP_KINDS, UNIT_KINDS
from desktop.domain.kinds_warnings import WARNING_KINDS

_ALL = (
    *CALL_KINDS,
    *INCIDENT_KINDS,
    *REFERRAL_KINDS,
    *UNIT_KINDS,
    *STAMP_KINDS,
    *CENTRE_KINDS,
    *ERASURE_KINDS,
    *PLACE_KINDS,
    *PLAN_KINDS,
    *WARNING_KINDS,
    *CARD_KINDS,
    *HOSPITAL_KINDS,
    *DISTRESS_KINDS,
    *MEMO_KINDS,
    *ALARM_KINDS,
    *CONTACT_KINDS,
    *TOLD_KINDS,
    *SHIFT_KINDS,
)
for _kind in _ALL:
    check(_kind)

KINDS: Mapping[str, ActKind] = {kind.name: kind for kind in _ALL}

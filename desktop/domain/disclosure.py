"""Who is told what: a caller's number, and what lies behind a restriction."""

from desktop.domain.incidents import Incident
from desktop.domain.kinds_calls import SENDERS, TAKERS
from desktop.domain.kinds_shifts import TAKEN_OVER
from desktop.domain.kinds_told import TEXT_TOLD
from desktop.domain.kinds_units import RESTORE_DECIDED
from desktop.domain.reference import Role
from desktop.domain.registry import KINDS


def may_see_numbers(roles: frozenset[Role]) -> bool:
    """Whether these roles see callers' numbers on the screen."""
    return bool(roles & TAKERS)


def may_take_calls(roles: frozenset[Role]) -> bool:
    """Whether these roles speak with callers."""
    return bool(roles & TAKERS)


def may_pass_on_numbers(roles: frozenset[Role]) -> bool:
    """Whether these roles give callers' numbers to agencies."""
    return bool(roles & SENDERS)


def may_tell(roles: frozenset[Role]) -> bool:
    """Whether these roles tell units and agencies of incidents."""
    return bool(roles & KINDS[TEXT_TOLD].roles)


READER_ROLES = frozenset({Role.CALL_TAKER, Role.DISPATCHER, Role.SUPERVISOR, Role.AUDITOR})
"""Who may read what is personal: a wall shows none of it, an administrator needs none."""

CONTACT_READERS = READER_ROLES | {Role.ADMINISTRATOR}
"""Who reads the private numbers of the phone book: also the administrator, who keeps them."""

RESTRICTED_READERS = frozenset({Role.DISPATCHER, Role.SUPERVISOR, Role.AUDITOR})
"""Who reads restricted incidents that others work on, without breaking a glass."""


def may_lift_restriction(roles: frozenset[Role]) -> bool:
    """Whether these roles make a restricted incident readable for all again."""
    return Role.SUPERVISOR in roles


def reads_restricted(roles: frozenset[Role]) -> bool:
    """Whether these roles read every restricted incident."""
    return bool(roles & RESTRICTED_READERS)


def may_take_over(roles: frozenset[Role]) -> bool:
    """Whether these roles take an incident out of another's hand."""
    return bool(roles & KINDS[TAKEN_OVER].roles)


def may_decide_of_restore(roles: frozenset[Role]) -> bool:
    """Whether these roles decide of what desks have from before the centre was restored."""
    return bool(roles & KINDS[RESTORE_DECIDED].roles)


def looks_hidden(incident: Incident) -> bool:
    """Whether all that a restriction hides is missing from a restricted incident."""
    known = (incident.category, incident.address, incident.landmark, incident.latitude, incident.people_hurt)
    return incident.restricted and all(one is None for one in known)

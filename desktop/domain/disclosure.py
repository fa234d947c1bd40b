"""Who is told a caller's number: those who speak with callers see it, those who send pass it on."""

from desktop.domain.kinds_calls import SENDERS, TAKERS
from desktop.domain.reference import Role


def may_see_numbers(roles: frozenset[Role]) -> bool:
    """Whether these roles see callers' numbers on the screen."""
    return bool(roles & TAKERS)


def may_pass_on_numbers(roles: frozenset[Role]) -> bool:
    """Whether these roles give callers' numbers to agencies."""
    return bool(roles & SENDERS)

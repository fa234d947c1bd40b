"""Agencies, their parts and answers in the words of the screen."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication

from desktop.domain.board import Reference
from desktop.domain.referrals import Referral
from desktop.operations.referral_verbs import STATE_OF, VERBS, ReferralVerb, legal, likely
from desktop.operations.typed_names import Part
from ui.marking import QT_TRANSLATE_NOOP
from ui.naming import Thing, choices_text, lettered, unclear_text
from ui.words import word

translate = QCoreApplication.translate
_N = QT_TRANSLATE_NOOP

_VERBS: Mapping[ReferralVerb, str] = {
    ReferralVerb.TOLD_AGAIN: _N("Referrals", "told again"),
    ReferralVerb.WITHDRAWN: _N("Referrals", "called off"),
    ReferralVerb.LEADS: _N("Referrals", "leads"),
    ReferralVerb.CONFIRMED: _N("Referrals", "calls it safe"),
    ReferralVerb.UNCONFIRMED: _N("Referrals", "not safe yet"),
}


def agency_name(reference: Reference, code: str) -> str:
    """An agency's short name; its code when nobody knows it."""
    known = reference.agencies.get(code)
    return known.short_name if known is not None else code


def agency_names(reference: Reference, codes: Iterable[str]) -> str:
    """Short names in a row."""
    return ", ".join(agency_name(reference, code) for code in codes)


def verb_word(verb: ReferralVerb) -> str:
    """An answer in the operator's language."""
    return translate("Referrals", _VERBS[verb]) if verb in _VERBS else word(STATE_OF[verb])


def verb_text(verb: ReferralVerb) -> str:
    """An answer with its letter, kept in one line: `T accepted`."""
    return lettered(VERBS.letter(verb), verb_word(verb))


def options_text(referral: Referral) -> str:
    """What can be said of a referral now, the likely first: `Enter: T accepted · X refused · …`."""
    first = likely(referral)
    rest = [verb_text(one) for one in legal(referral) if one is not first]
    return choices_text(verb_text(first) if first else "", rest)


def unclear_agency(reference: Reference, part: Part) -> str:
    """That no agency is called so, or which ones may be meant."""
    return unclear_text(Thing.AGENCY, part, [agency_name(reference, code) for code in part.ids])

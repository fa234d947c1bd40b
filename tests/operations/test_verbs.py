"""What is said of units and agencies in one line."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.board import Case
from desktop.domain.incidents import Incident
from desktop.domain.reference import AgencyPart, Category
from desktop.domain.referrals import REFERRAL_MOVES, Referral, ReferralState
from desktop.domain.units import BUSY, FREE, MOVES, Assignment, Unit, UnitStatus
from desktop.operations import referral_verbs, unit_verbs
from desktop.operations.call_signs import by_call_sign
from desktop.operations.referral_verbs import ReferralVerb, tellings_for
from desktop.operations.typed_names import Named, Part
from desktop.operations.typed_verbs import Verbs, read_line
from desktop.operations.unit_verbs import UnitVerb

FLEET = by_call_sign(
    Unit(id=one, call_sign=one, acts={})
    for one in ("Damkar 1", "Damkar 4", "Perahu 4", "A1", "A3", "J1", "PSC 1", "PSC Cepat", "HC Dahlia")
)
V = UnitVerb


@pytest.mark.parametrize(
    ("text", "unit", "verb", "rest"),
    [
        ("dam4 m", "Damkar 4", V.UNDER_WAY, ""),
        ("dam4", "Damkar 4", None, ""),
        ("dam4m", "Damkar 4", V.UNDER_WAY, ""),
        ("a3l", "A3", V.ON_SCENE, ""),
        ("damkar 4 menuju", "Damkar 4", V.UNDER_WAY, ""),
        ("A3 ke RS Wangaya", "A3", V.TRANSPORTING, "Wangaya"),
        ("a3 t wangaya", "A3", V.TRANSPORTING, "wangaya"),
        ("a3 di rs", "A3", V.AT_HOSPITAL, ""),
        ("a3 di lokasi", "A3", V.ON_SCENE, ""),
        ("a3 lok", "A3", V.ON_SCENE, ""),
        ("j1 k", "J1", V.RETURNING, ""),
        ("psc c", "PSC Cepat", None, ""),
        ("psc c c", "PSC Cepat", V.CANCEL, ""),
        ("psc 1 s", "PSC 1", V.AVAILABLE, ""),
        ("dam4 x Pompa bocor", "Damkar 4", V.OUT_OF_SERVICE, "Pompa bocor"),
        ("dam4 lepas dinas", "Damkar 4", V.OFF_DUTY, ""),
        ("dam4 under way", "Damkar 4", V.UNDER_WAY, ""),
        ("dam4 out of service pump", "Damkar 4", V.OUT_OF_SERVICE, "pump"),
        ("dam4 at hospital", "Damkar 4", V.AT_HOSPITAL, ""),
        ("dam4 i isi bbm", "Damkar 4", V.OCCUPY, "isi bbm"),
        ("hc d", "HC Dahlia", None, ""),
        ("hc s", "HC Dahlia", V.AVAILABLE, ""),
        ("dahlia p batua", "HC Dahlia", V.MOVE, "batua"),
    ],
)
def test_a_line_about_a_unit(text: str, unit: str, verb: UnitVerb | None, rest: str) -> None:
    saying = read_line(text, FLEET, unit_verbs.VERBS)
    assert (saying.part.id, saying.verb, saying.rest, saying.unread) == (unit, verb, rest, "")


def test_what_is_not_clear_in_a_line_is_told() -> None:
    several = read_line("4 m", FLEET, unit_verbs.VERBS)
    assert set(several.part.ids) == {"Damkar 4", "Perahu 4"}
    assert several.verb is V.UNDER_WAY
    assert read_line("dam14 m", FLEET, unit_verbs.VERBS).part == Part("dam14", ())
    assert read_line("damkar 14 m", FLEET, unit_verbs.VERBS).part == Part("damkar 14", ())
    unknown = read_line("dam4 zzz", FLEET, unit_verbs.VERBS)
    assert (unknown.part.id, unknown.unread) == ("Damkar 4", "zzz")
    begun = read_line("dam4 di", FLEET, unit_verbs.VERBS)
    assert set(begun.verbs) == {V.ON_SCENE, V.AT_HOSPITAL}
    assert begun.verb is None


@pytest.mark.parametrize(
    ("verbs", "all_verbs"), [(unit_verbs.VERBS, UnitVerb), (referral_verbs.VERBS, ReferralVerb)]
)
def test_every_verb_has_a_letter_and_every_letter_reads_as_its_verb(
    verbs: Verbs[UnitVerb], all_verbs: type[UnitVerb]
) -> None:
    assert {verbs.letter(verb) for verb in all_verbs} <= set(verbs.letters)
    for letter, verb in verbs.letters.items():
        assert verbs.read(letter) == ((verb,), "")


def test_no_two_verbs_share_a_phrase() -> None:
    with pytest.raises(ValueError, match="siap"):
        Verbs({"a": 1, "b": 2}, {1: ("siap",), 2: ("siap",)})


@pytest.mark.parametrize("status", UnitStatus)
def test_what_is_offered_of_a_unit_are_its_legal_moves(status: UnitStatus) -> None:
    unit = Unit(id="a1", call_sign="A1", status=status, acts={})
    running = Assignment(id="1", unit="a1", incident="2", acts={}) if status in BUSY else None
    offered = unit_verbs.legal(unit, running)
    leads_to = {unit_verbs.STATUS_OF[verb] for verb in offered if verb in unit_verbs.STATUS_OF}
    assert leads_to == MOVES[status] - {UnitStatus.ASSIGNED}
    assert (V.CANCEL in offered) == (V.DESTINATION in offered) == (status in BUSY)
    assert (V.OCCUPY in offered) == (status in FREE)
    assert V.MOVE in offered
    next_one = unit_verbs.likely(unit, running)
    assert next_one is None or next_one in offered
    assert (next_one is None) == (status is UnitStatus.AVAILABLE)


def test_a_unit_on_the_road_to_hospital_that_is_told_so_goes_to_another() -> None:
    unit = Unit(id="a1", status=UnitStatus.TRANSPORTING, acts={})
    assert unit_verbs.meant(V.TRANSPORTING, unit) is V.DESTINATION
    assert unit_verbs.meant(V.AT_HOSPITAL, unit) is V.AT_HOSPITAL


def test_work_that_no_one_saw_is_not_finished_without_a_word() -> None:
    unit = Unit(id="a1", status=UnitStatus.UNDER_WAY, acts={})
    running = Assignment(id="1", unit="a1", incident="2", acts={})
    assert unit_verbs.ends_unseen(V.AVAILABLE, unit, running)
    assert not unit_verbs.ends_unseen(V.ON_SCENE, unit, running)
    there = Assignment(id="1", unit="a1", incident="2", on_scene_at=datetime.now(UTC), acts={})
    assert not unit_verbs.ends_unseen(V.AVAILABLE, unit, there)
    assert not unit_verbs.ends_unseen(
        V.AVAILABLE, unit, Assignment(id="1", unit="a1", purpose="isi BBM", acts={})
    )


def test_what_is_busy_with_no_incident_is_next_free() -> None:
    unit = Unit(id="a1", status=UnitStatus.ASSIGNED, acts={})
    assert unit_verbs.likely(unit, Assignment(id="1", unit="a1", purpose="isi BBM", acts={})) is V.AVAILABLE
    assert unit_verbs.likely(unit, Assignment(id="1", unit="a1", incident="2", acts={})) is V.UNDER_WAY


@pytest.mark.parametrize("state", ReferralState)
def test_what_is_offered_of_a_referral_are_its_legal_moves(state: ReferralState) -> None:
    referral = Referral(id="1", agency="PLN", state=state, acts={})
    offered = referral_verbs.legal(referral)
    leads_to = {referral_verbs.STATE_OF[verb] for verb in offered if verb in referral_verbs.STATE_OF}
    assert leads_to == REFERRAL_MOVES[state]
    next_one = referral_verbs.likely(referral)
    assert next_one is None or next_one in offered


def test_of_an_agency_told_twice_the_referral_at_work_answers() -> None:
    refused = Referral(id="1", agency="PLN", state=ReferralState.REFUSED, acts={})
    told = Referral(id="2", agency="PLN", state=ReferralState.TOLD, acts={})
    done = Referral(id="3", agency="PMI", state=ReferralState.FINISHED, acts={})
    case = Case(Incident(id="9", acts={}), referrals=(told, done, refused))
    assert referral_verbs.answering(case) == (told, done)


AGENCIES = (Named("POLRI", ("POLRI", "Polisi")), Named("PLN", ("PLN",)))
FIRE = Category(id="fire", lead="BPBD", support="PLN POLRI", acts={})


@pytest.mark.parametrize(
    ("typed", "category", "running", "lead"),
    [
        (("PLN", "POLRI"), FIRE, None, None),
        (("PLN", "BPBD"), FIRE, None, "BPBD"),
        (("PLN", "POLRI"), None, None, "PLN"),
        (("PLN", "POLRI*"), FIRE, None, "POLRI"),
        (("PLN", "POLRI*"), FIRE, "BPBD", None),
        (("PLN",), Category(id="x", acts={}), None, "PLN"),
        ((), FIRE, None, None),
    ],
)
def test_no_agency_leads_by_chance(
    typed: tuple[str, ...], category: Category | None, running: str | None, lead: str | None
) -> None:
    case = Case(Incident(id="9", acts={}))
    if running:
        case = Case(
            case.incident, referrals=(Referral(id="1", agency=running, part=AgencyPart.LEAD, acts={}),)
        )
    chosen = [Part(one, (one.rstrip("*"),)) for one in typed]
    tellings = tellings_for(chosen, case, category)
    assert [one.agency for one in tellings] == [one.rstrip("*") for one in typed]
    assert [one.agency for one in tellings if one.part is AgencyPart.LEAD] == ([lead] if lead else [])


@given(st.text(max_size=25))
def test_any_text_is_understood_somehow(text: str) -> None:
    saying = read_line(text, FLEET, unit_verbs.VERBS)
    assert saying.verb is None or not saying.unread


def test_a_sign_behind_a_word_is_no_part_of_it() -> None:
    assert unit_verbs.VERBS.read("siap .") == ((V.AVAILABLE,), ".")

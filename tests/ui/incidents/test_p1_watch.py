"""Which P1 is new, and which call for somebody."""

from dataclasses import replace

from desktop.domain.board import Case, make_case
from desktop.domain.incidents import Incident
from desktop.domain.reference import Priority
from tests.ui.incidents.boards import called_back, case, incident
from ui.incidents.p1_watch import P1Watch

FIRE = incident(1, "P1", category="fire_building")


class Ears:
    """A watch over a board that the test changes."""

    def __init__(self, *cases: Case) -> None:
        self.cases = {one.id: one for one in cases}
        self.watch = P1Watch()
        self.watch.begin(self.cases)

    def bring(self, *cases: Case) -> list[str]:
        self.cases.update({one.id: one for one in cases})
        return list(self.watch.look([one.id for one in cases], self.cases))


def _with(of: Incident, **values: object) -> Case:
    return make_case(replace(of, **values), (), (), 1)  # type: ignore[arg-type]  # - fields of an incident


def test_a_new_p1_is_new_once() -> None:
    ears = Ears()
    assert ears.bring(case(FIRE), case(incident(2, "P2"))) == ["i001"]
    assert ears.bring(_with(FIRE, address="Jl. Sudirman")) == []


def test_raised_to_p1_or_opened_again_is_new() -> None:
    ears = Ears(case(incident(2, "P2")), case(replace(FIRE, closed_at=FIRE.opened_at)))
    assert ears.bring(_with(incident(2), priority=Priority.P1)) == ["i002"]
    assert ears.bring(case(FIRE)) == ["i001"]


def test_taking_it_or_sending_to_it_ends_the_calling() -> None:
    for answer in (_with(FIRE, holder="made"), case(FIRE, "damkar-1"), case(FIRE, told=("PLN",))):
        ears = Ears(case(FIRE))
        assert ears.watch.calling == {"i001"}
        ears.bring(answer)
        assert not ears.watch.calling


def test_let_go_or_called_back_it_calls_again() -> None:
    ears = Ears(_with(FIRE, holder="made"))
    assert ears.bring(case(FIRE)) == []
    sent = case(FIRE, "damkar-1")
    ears.bring(sent)
    assert not ears.watch.calling
    ears.bring(called_back(sent))
    assert ears.watch.calling == {"i001"}


def test_what_left_the_board_calls_no_more() -> None:
    ears = Ears(case(FIRE))
    ears.cases.clear()
    ears.watch.look(["i001"], ears.cases)
    assert not ears.watch.calling
    assert ears.bring(case(FIRE)) == ["i001"]

"""Which P1 is heard, and when again."""

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

    def bring(self, now: float, *cases: Case) -> list[str]:
        self.cases.update({one.id: one for one in cases})
        return list(self.watch.look([one.id for one in cases], self.cases, now))


def _with(of: Incident, **values: object) -> Case:
    return make_case(replace(of, **values), (), (), 1)  # type: ignore[arg-type]  # - fields of an incident


def test_a_new_p1_is_heard_once() -> None:
    ears = Ears()
    assert ears.bring(0, case(FIRE), case(incident(2, "P2"))) == ["i001"]
    assert ears.bring(1, _with(FIRE, address="Jl. Sudirman")) == []


def test_what_stood_on_the_board_is_not_new_but_calls_at_once() -> None:
    ears = Ears(case(FIRE))
    assert ears.watch.due_again(0)
    assert not ears.watch.due_again(14.9)
    assert ears.watch.due_again(15)


def test_raised_to_p1_or_opened_again_is_new() -> None:
    ears = Ears(case(incident(2, "P2")), case(replace(FIRE, closed_at=FIRE.opened_at)))
    assert ears.bring(0, _with(incident(2), priority=Priority.P1)) == ["i002"]
    assert ears.bring(1, case(FIRE)) == ["i001"]


def test_a_p1_is_heard_again_every_15_seconds_while_it_waits_in_nobodys_hands() -> None:
    ears = Ears()
    ears.bring(100, case(FIRE))
    assert [second for second in range(100, 161) if ears.watch.due_again(second)] == [115, 130, 145, 160]


def test_taking_it_or_sending_to_it_ends_the_calling() -> None:
    for answer in (_with(FIRE, holder="made"), case(FIRE, "damkar-1"), case(FIRE, told=("PLN",))):
        ears = Ears(case(FIRE))
        ears.bring(1, answer)
        assert not ears.watch.due_again(100)
        assert not ears.watch.calling


def test_let_go_or_called_back_it_calls_again_at_once() -> None:
    ears = Ears(_with(FIRE, holder="made"))
    assert not ears.watch.due_again(10)
    assert ears.bring(100, case(FIRE)) == []
    assert ears.watch.due_again(101)
    sent = case(FIRE, "damkar-1")
    ears.bring(102, sent)
    ears.bring(120, called_back(sent))
    assert ears.watch.calling == {"i001"}
    assert ears.watch.due_again(121)


def test_what_left_the_board_calls_no_more() -> None:
    ears = Ears(case(FIRE))
    ears.cases.clear()
    ears.watch.look(["i001"], ears.cases, 1)
    assert not ears.watch.due_again(100)
    assert ears.bring(101, case(FIRE)) == ["i001"]


def test_several_make_one_sound_and_a_new_one_puts_the_next_off() -> None:
    ears = Ears(case(FIRE))
    assert ears.watch.due_again(0)
    ears.bring(10, case(incident(3, "P1")))
    assert not ears.watch.due_again(15)
    assert ears.watch.due_again(25)

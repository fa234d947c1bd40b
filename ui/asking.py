"""A question whose answer becomes an act."""

from collections.abc import Awaitable, Callable, Sequence

from desktop.operations.desk import Done, Outcome
from ui.prompt import Answers, Ask, Prompt
from ui.session import Level, Session


def ask_and_act(
    session: Session,
    prompt: Prompt,
    title: str,
    asks: Sequence[Ask],
    act: Callable[[Answers], Awaitable[Outcome] | None],
    done: Callable[[Done, Answers], None],
    *,
    at_once: bool = False,
) -> None:
    """Ask, carry out what `act` makes of the answers, and end the question once that is written.

    `act` returns None when it has said itself why not, or asks something else. A refusal stands beside the
    last field, or in the message line when the question was left meanwhile. A second Enter while the first
    one is being written does nothing.
    """
    under_way = False

    def answered(answers: Answers) -> None:
        nonlocal under_way
        if under_way:
            return
        intention = act(answers)
        if intention is None:
            return
        under_way = True
        session.perform(intention, done=lambda result: accepted(result, answers), refused=refused)

    def accepted(result: Done, answers: Answers) -> None:
        prompt.done(number)
        done(result, answers)

    def refused(text: str) -> None:
        nonlocal under_way
        under_way = False
        if not prompt.problem(text, number=number):
            session.said.emit(text, Level.PROBLEM)

    number = prompt.ask(title, asks, answered, at_once=at_once)

"""A question whose answer becomes an act."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject

from desktop.operations.desk import Done, Outcome
from ui.prompt import Answers, Ask, Prompt
from ui.session import Level, Session


@dataclass(frozen=True, slots=True)
class Topic:
    """What a question is about, so that what is typed into it outlives the desk.

    `about`: the id of a row, as of an incident; `purpose`: what is asked, a code of small letters.
    """

    about: str
    purpose: str


def ask_and_act(
    session: Session,
    prompt: Prompt,
    topic: Topic,
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
    one is being written does nothing. What a desk that died had been told comes back, marked, when the same
    is asked again.
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

    texts = session.unsaved.texts(topic.about, topic.purpose)
    asks = [_with(ask, texts) for ask in asks]
    number = prompt.ask(title, asks, answered, at_once=at_once, brought_back=bool(texts))
    if number:
        _Keeping(session, prompt, topic, number)


def _with(ask: Ask, texts: Mapping[str, str]) -> Ask:
    """The field with the text that was typed before."""
    if ask.name not in texts:
        return ask
    return replace(ask, text=texts[ask.name], code=texts.get(f"{ask.name}_code", ""), select=False)


class _Keeping(QObject):
    """Keeps what is typed into one question as long as that stands."""

    def __init__(self, session: Session, prompt: Prompt, topic: Topic, number: int) -> None:
        super().__init__(prompt)
        self._unsaved = session.unsaved
        self._prompt = prompt
        self._topic = topic
        self._number = number
        prompt.typed.connect(self._typed)
        prompt.over.connect(self._over)

    def _typed(self) -> None:
        if self._prompt.number == self._number and self._prompt.asking:
            self._unsaved.keep(self._topic.about, self._topic.purpose, self._prompt.texts())

    def _over(self, number: int) -> None:
        if number == self._number:
            self._unsaved.forget(self._topic.about, self._topic.purpose)
            self.deleteLater()

"""A question whose answer becomes an act."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject

from desktop.operations.desk import Done, Outcome
from ui.asks import Asker
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
    last field, or in the message line when the question was left meanwhile; what was typed comes back then
    when the same is asked again, as what a desk that died had been told does. A second Enter while the first
    one is being written does nothing.
    """

    def answered(answers: Answers) -> None:
        if keeping.under_way:
            return
        intention = act(answers)
        if intention is None:
            keeping.settle(refused=True)
            return
        keeping.waits = keeping.under_way = True
        prompt.written(number)
        session.perform(intention, done=lambda result: accepted(result, answers), refused=refused)

    def accepted(result: Done, answers: Answers) -> None:
        keeping.settle(refused=False)
        prompt.done(number)
        done(result, answers)

    def refused(text: str) -> None:
        if not prompt.problem(text, number=number):
            session.said.emit(text, Level.PROBLEM)
        keeping.settle(refused=True)

    prompt.give_way()
    texts = session.unsaved.texts(topic.about, topic.purpose)
    asks = [_with(ask, texts) for ask in asks]
    keeping = _Keeping(session, prompt, topic)
    number = prompt.ask(
        title, asks, answered, at_once=at_once, brought_back=bool(texts), asker=keeping.asker()
    )
    keeping.begin(number)


def _with(ask: Ask, texts: Mapping[str, str]) -> Ask:
    """The field with the text that was typed before."""
    if ask.name not in texts:
        return ask
    return replace(ask, text=texts[ask.name], code=texts.get(f"{ask.name}_code", ""), select=False)


class _Keeping(QObject):
    """Keeps what is typed into one question as long as that stands."""

    def __init__(self, session: Session, prompt: Prompt, topic: Topic) -> None:
        super().__init__(prompt)
        self._session = session
        self._unsaved = session.unsaved
        self._prompt = prompt
        self._topic = topic
        self._number = 0
        self.waits = False
        """Whether the question was answered, and it is not known yet what comes of that."""
        self.under_way = False
        """Whether the answer is being written."""
        self._left: Mapping[str, str] | None = None
        """What stood there when the question was left meanwhile."""

    def asker(self) -> Asker:
        """Who is told of an answer that has to wait."""
        said = self._session.said
        return Asker(
            self._session.turns,
            self._wait,
            lambda text: said.emit(text, Level.PROBLEM),
            lambda: self.settle(refused=True),
        )

    def begin(self, number: int) -> None:
        """The question stands, by that number; with 0 it does not."""
        self._number = number
        if not number:
            self.deleteLater()
            return
        self._prompt.typed.connect(self._typed)
        self._prompt.over.connect(self._over)

    def _wait(self, now: bool) -> None:
        self.waits = now

    def _typed(self) -> None:
        if self._prompt.number == self._number and self._prompt.asking:
            self._unsaved.keep(self._topic.about, self._topic.purpose, self._prompt.texts())

    def settle(self, *, refused: bool) -> None:
        """The answer was written, or refused: where the question was left, that waits to be asked again."""
        self.waits = self.under_way = False
        if self._left is None:
            return
        about, purpose = self._topic.about, self._topic.purpose
        if refused and not self._unsaved.texts(about, purpose):
            self._unsaved.keep(about, purpose, self._left)
        self.deleteLater()

    def _over(self, number: int) -> None:
        if number == self._number:
            texts = self._unsaved.texts(self._topic.about, self._topic.purpose)
            self._unsaved.forget(self._topic.about, self._topic.purpose)
            if self.waits:
                self._left = texts
            else:
                self.deleteLater()

"""A key that is pressed again, because its act is not written yet, writes nothing more."""

from collections.abc import Awaitable, Callable, Hashable

from desktop.operations.desk import Done, Outcome
from ui.session import Level, Session


class Once:
    """Carries out one intention about a thing at a time; once that is written or refused, the next."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._under_way: set[Hashable] = set()

    @property
    def under_way(self) -> bool:
        """Whether anything is being written."""
        return bool(self._under_way)

    def perform(
        self,
        thing: Hashable,
        intend: Callable[[], Awaitable[Outcome]],
        done: Callable[[Done], None] = lambda _done: None,
    ) -> bool:
        """Carry it out, unless one about the same is being written; whether it is carried out."""
        if thing in self._under_way:
            return False
        self._under_way.add(thing)

        def over(outcome: Done) -> None:
            self._under_way.discard(thing)
            done(outcome)

        def refused(text: str) -> None:
            self._under_way.discard(thing)
            self._session.said.emit(text, Level.PROBLEM)

        self._session.perform(intend(), done=over, refused=refused)
        return True

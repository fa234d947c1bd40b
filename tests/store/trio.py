"""Three judges side by side: tables in memory, SQLite, PostgreSQL."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from itertools import takewhile

from desktop.domain.acts import Act, Refusal, Result
from tests.domain.world import World
from tests.store.backends import PostgresBackend, SqliteBackend, Written


class Trio:
    """Both databases, to be compared with each other and with a world."""

    def __init__(self, sqlite: SqliteBackend, postgres: PostgresBackend) -> None:
        self.sqlite = sqlite
        self.postgres = postgres
        self._begun: list[Written] = []
        """The acts of a world that both databases have, beyond the reference data that they are made with."""
        self._marks: list[AbstractContextManager[None]] = []
        """One before each of them, and one behind them: it takes back all that was written since."""
        self._mark()

    def submit(self, act: Act, login: str) -> Result | Refusal:
        """The answer of both databases, which must be equal."""
        return self.submit_each([(act, login)])[0]

    def submit_each(self, acts: Sequence[Written]) -> list[Result | Refusal]:
        """The answers of both databases to acts one after another, which must be equal."""
        answers = self.sqlite.submit_each(acts)
        for (act, _), one, other in zip(acts, answers, self.postgres.submit_each(acts), strict=True):
            if isinstance(one, Result) and isinstance(other, Result):
                assert (one.act, one.again, one.numbers) == (other.act, other.again, other.numbers)
                assert one.recorded_at == other.recorded_at or act.kind == "clock.set"
            else:
                assert one == other, act
        return answers

    def begin(self, world: World) -> None:
        """Bring both databases into the state of a world, whatever was written before.

        Worlds begin alike, and what they have in common stays: most of the time went into writing it anew.
        """
        wanted = world.done[1:]
        common = takewhile(lambda pair: pair[0] == pair[1], zip(self._begun, wanted, strict=False))
        same = sum(1 for _ in common)
        self._take_back(same)
        for one in wanted[same:]:
            self._mark()
            answer = self.submit(*one)
            assert isinstance(answer, Result), answer
            self._begun.append(one)
        self._mark()

    def close(self) -> None:
        """Take everything back."""
        self._take_back(0)

    def _mark(self) -> None:
        mark = self._marked()
        mark.__enter__()
        self._marks.append(mark)

    def _take_back(self, left: int) -> None:
        while len(self._marks) > left:
            self._marks.pop().__exit__(None, None, None)
        del self._begun[left:]

    @contextmanager
    def _marked(self) -> Iterator[None]:
        with self.sqlite.marked(), self.postgres.marked():
            yield

    def same_as(self, world: World) -> None:
        """State and journal are equal everywhere."""
        assert self.sqlite.state() == world.rows.tables
        assert self.postgres.state() == world.rows.tables
        assert self.sqlite.journal() == self.postgres.journal()

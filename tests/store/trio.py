"""Three judges side by side: tables in memory, SQLite, PostgreSQL."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from desktop.domain.acts import Act, Refusal, Result
from tests.domain.world import World, furnished
from tests.store.backends import PostgresBackend, SqliteBackend, Written


class Trio:
    """Both databases, to be compared with each other and with a world."""

    def __init__(self, sqlite: SqliteBackend, postgres: PostgresBackend) -> None:
        self.sqlite = sqlite
        self.postgres = postgres
        self._had = 1
        """Acts that every world begins with and both databases have: at first the reference data."""
        self.replay(furnished())
        self._had = len(furnished().done)

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

    def replay(self, world: World) -> None:
        """Give both databases what the world has accepted beyond what they have."""
        answers = self.submit_each(world.done[self._had :])
        assert all(isinstance(answer, Result) for answer in answers), answers

    @contextmanager
    def marked(self) -> Iterator[None]:
        """Take back from both what is written meanwhile."""
        with self.sqlite.marked(), self.postgres.marked():
            yield

    def same_as(self, world: World) -> None:
        """State and journal are equal everywhere."""
        assert self.sqlite.state() == world.rows.tables
        assert self.postgres.state() == world.rows.tables
        assert self.sqlite.journal() == self.postgres.journal()

"""Playing an exercise into a training centre: at once up to a moment, then live on the centre's own clock."""

import asyncio
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from desktop.domain.acts import Refusal
from desktop.domain.clock import CLOCK_ID, TrainingClock
from desktop.domain.records import Record, Value
from desktop.domain.units import Unit
from desktop.operations.desk import Desk, Outcome, StoreError, change, new_row
from desktop.operations.exercise.events import Event, Exercise
from desktop.operations.exercise.ids import ExerciseIds
from desktop.operations.exercise.morning import clear_away
from desktop.operations.exercise.perform import perform
from desktop.operations.exercise.problems import ExerciseError, ExerciseProblem
from desktop.operations.exercise.scene import MissingError, Scene
from desktop.operations.packs import reference_change

LOOK_SECONDS = 1.0
"""How often, while it waits, the player looks whether somebody set the clock."""

BEHIND = timedelta(seconds=30)
"""How far the clock may stand behind an event when playing as fast as possible, so that not each event needs
an act of its own to set it. Never before it: what just happened would look old and late."""

DAYS_BACK = 40
"""How far back a day is looked for on which an exercise was begun: acts older than that are not taken."""

TRIES = 5
"""How often an event is tried when operators write the same rows at the same time."""

EXAMPLES = 50
"""Refused events of which the report keeps the details."""

_CLOCK_COLUMNS = ("anchor_real", "anchor_training", "rate")
_PASSING = ("busy", "unreachable")


@dataclass(slots=True)
class PlayReport:
    """What came of playing."""

    played: Counter[str] = field(default_factory=Counter)
    """Events done, by their class."""
    refused: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Events not done, by their class and the refusal's code or `missing …`."""
    examples: list[tuple[int, str, str]] = field(default_factory=list)
    """(event, class, code) of the first refused ones."""
    again: int = 0
    """Events found done already when an exercise was taken up again."""
    cleared: int = 0
    """Acts that cleared away what an earlier evening had left."""
    clock_set: int = 0
    late: timedelta = timedelta()
    """How far playing fell behind the clock at worst, in the exercise's time."""
    seconds: float = 0.0

    @property
    def acts(self) -> int:
        """Acts written, those that set the clock or cleared away included."""
        return self.played.total() + self.clock_set + self.cleared


class Player:
    """Plays one exercise on one day. The desk's author needs every role but auditor and wall."""

    def __init__(
        self,
        desk: Desk,
        exercise: Exercise,
        first_day: date,
        *,
        real: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        centre = desk.store.centre
        if not centre.training:
            raise ExerciseError([ExerciseProblem("not_training", exercise.name)])
        self.exercise = exercise
        self.first_day = first_day
        self.report = PlayReport()
        self._ids = ExerciseIds(exercise.digest, first_day, centre.id)
        self._desk = replace(desk, new_id=self._ids.new)
        self._own_id = desk.new_id
        self._scene = Scene(desk.store)
        self._midnight = datetime.combine(first_day, time(), centre.zone)
        self._real = real
        self._clock: TrainingClock | None = None
        self._next = 0

    @property
    def done(self) -> bool:
        """Whether every event was played."""
        return self._next >= len(self.exercise.events)

    def moment(self, after: timedelta) -> datetime:
        """The moment of an event, in UTC."""
        return (self._midnight + after).astimezone(UTC)

    async def prepare(self, traces: Sequence[Record] | None = None) -> bool:
        """Look how far the exercise came (`traces`: see `Scene`); returns whether it was begun before."""
        await self._scene.start()
        self._clock = await self._scene.clock()
        rows = await self._scene.traces() if traces is None else traces
        self._next = self._scene.resume(rows, self.exercise.events, self._ids)
        return self._next > 0

    async def begin(self, rate: float = 1.0) -> None:
        """Put the clock at the exercise's start and let all that lies before have happened.

        A written evening begins with a clean board: what an earlier one left is cleared away first.
        """
        await self.set_clock(self.exercise.start, rate)
        if self.exercise.first_day is None:
            desk = replace(self._desk, new_id=self._own_id, occurred_at=self.moment(self.exercise.opening))
            self.report.cleared += await clear_away(desk)
        await self._load_units()
        await self.play_until(self.exercise.start, stepping=self.exercise.first_day is None)
        if self.report.clock_set > 1:
            await self.set_clock(self.exercise.start, rate)

    async def play_until(self, after: timedelta, *, stepping: bool = False) -> None:
        """Play, as fast as possible, what happens before that moment; the clock stands there or later.

        `stepping`: the clock is put to each event first, so that what happened and what was written down have
        one time and nothing looks like a claim.
        """
        started = self._real()
        while not self.done and self._coming().after < after:
            if stepping:
                await self.set_clock(self._coming().after, 0.0)
            await self._play_one()
        self.report.seconds += (self._real() - started).total_seconds()

    async def run(self) -> None:
        """Play what is left, each event when the clock comes to it. Cancel to stop; run again to go on."""
        while not self.done:
            at = self.moment(self._coming().after)
            self._clock = await self._scene.clock()
            while (wait := self._seconds_until(at)) > 0:
                await asyncio.sleep(min(wait, LOOK_SECONDS))
                self._clock = await self._scene.clock()
            self.report.late = max(self.report.late, self._now() - at)
            await self._play_one()

    async def run_fast(self) -> None:
        """Play what is left as fast as the database takes it, the clock put forward as needed.

        In the end it stands at the last event or, where it was there already, later.
        """
        started = self._real()
        self._clock = await self._scene.clock()
        while not self.done:
            after = self._coming().after
            is_last = self._next + 1 == len(self.exercise.events)
            if self.moment(after) > self._now() + (timedelta() if is_last else BEHIND):
                await self.set_clock(after, 1.0)
            await self._play_one()
        self.report.seconds += (self._real() - started).total_seconds()

    async def set_clock(self, after: timedelta, rate: float) -> None:
        """Put the training clock to a moment of the exercise; from there it runs `rate` times as fast."""
        kind = "clock.set"
        while True:
            seen = await self._scene.clock()
            real = self._real()
            wanted = TrainingClock(
                id=CLOCK_ID, anchor_real=real, anchor_training=self.moment(after), rate=rate
            )
            values: dict[str, Value] = {name: getattr(wanted, name) for name in _CLOCK_COLUMNS}
            one = new_row("clock", CLOCK_ID, **values) if seen is None else change(kind, seen, **values)
            outcome = await replace(self._desk, new_id=self._own_id, occurred_at=None).act(kind, [one])
            if isinstance(outcome, Refusal) and outcome.code in ("changed", "row_exists"):
                continue
            _accepted(outcome)
            self.report.clock_set += 1
            self._clock = wanted
            return

    def _now(self) -> datetime:
        real = self._real()
        return real if self._clock is None else self._clock.at(real)

    def _seconds_until(self, at: datetime) -> float:
        away = (at - self._now()).total_seconds()
        rate = 1.0 if self._clock is None else self._clock.rate
        if away <= 0:
            return 0.0
        return away / rate if rate > 0 else LOOK_SECONDS

    def _coming(self) -> Event:
        return self.exercise.events[self._next]

    async def _play_one(self) -> None:
        event = self._coming()
        kind, at = type(event).__name__, self.moment(event.after)
        try:
            outcome = await self._perform(event, at)
        except MissingError as error:
            self._refuse(kind, f"missing {error.what}")
        else:
            if isinstance(outcome, Refusal) and outcome.code == "id_used":
                self.report.again += 1
            elif isinstance(outcome, Refusal):
                self._refuse(kind, outcome.code)
            else:
                self.report.played[kind] += 1
        self._next += 1

    async def _perform(self, event: Event, at: datetime) -> Outcome:
        desk = replace(self._desk, occurred_at=at)
        tries = 1
        while True:
            self._ids.begin(self._next, at)
            try:
                outcome = await perform(desk, self._scene, event, self._midnight)
            except StoreError as error:
                if error.code not in _PASSING:
                    raise
                await asyncio.sleep(LOOK_SECONDS)
                continue
            if isinstance(outcome, Refusal) and outcome.code == "changed" and tries < TRIES:
                tries += 1
                continue
            return outcome

    def _refuse(self, kind: str, code: str) -> None:
        self.report.refused[kind, code] += 1
        if len(self.report.examples) < EXAMPLES:
            self.report.examples.append((self._next, kind, code))

    async def _load_units(self) -> None:
        """Bring along the exercise's own units, spread over the city's posts."""
        known, posts = await self._scene.unit_ids(), await self._scene.stations()
        made = [
            Unit(
                id=one.unit,
                call_sign=one.call_sign,
                unit_type=one.unit_type,
                home_station=posts[one.home % len(posts)],
                rank=1000 + number,
            )
            for number, one in enumerate(self.exercise.extra_units)
            if one.unit not in known
        ]
        if made:
            desk = replace(self._desk, new_id=self._own_id, occurred_at=self.moment(self.exercise.opening))
            _accepted(await desk.act("reference.loaded", [reference_change(unit) for unit in made]))


async def open_exercise(desk: Desk, exercise: Exercise, rate: float = 1.0) -> Player:
    """The exercise as it stands in this centre: gone on with where it was begun before, else begun.

    An evening is laid on the latest day on which its start has passed by the wall's clock, a file of records
    on the centre's present day. What is left is played by `Player.run`.
    """
    scene, centre, now = Scene(desk.store), desk.store.centre, datetime.now(UTC)
    if not centre.training:
        raise ExerciseError([ExerciseProblem("not_training", exercise.name)])
    clock, traces = await scene.clock(), await scene.traces()
    present = (now if clock is None else clock.at(now)).astimezone(centre.zone).date()
    for day in (present - timedelta(days=back) for back in range(DAYS_BACK)):
        ids = ExerciseIds(exercise.digest, day, centre.id)
        if any(ids.event_of(row.id) is not None for row in traces):
            player = Player(desk, exercise, day)
            await player.prepare(traces)
            return player
    player = Player(desk, exercise, _day_for(exercise, now.astimezone(centre.zone), present))
    await player.prepare(traces)
    await player.begin(rate)
    return player


def opening_moment(exercise: Exercise, now: datetime, zone: tzinfo) -> datetime:
    """Since when, in a training centre made for this exercise, the units stand at their posts; in UTC."""
    local = now.astimezone(zone)
    midnight = datetime.combine(_day_for(exercise, local, local.date()), time(), zone)
    return (midnight + exercise.opening).astimezone(UTC)


def _day_for(exercise: Exercise, now: datetime, present: date) -> date:
    if exercise.first_day is not None:
        return present
    begins = datetime.combine(now.date(), time(), now.tzinfo) + exercise.start
    return now.date() if begins <= now else now.date() - timedelta(days=1)


def _accepted(outcome: Outcome) -> None:
    """Setting the clock and loading units cannot be refused to the exercise's author: a bug otherwise."""
    if isinstance(outcome, Refusal):
        raise RuntimeError(f"the exercise was refused: {outcome}")

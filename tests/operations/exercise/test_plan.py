"""Whatever records say, what is planned from them is lawful: no desk refuses any of it."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from desktop.operations.exercise.load import load_exercise
from desktop.operations.exercise.player import Player
from tests.examples import examples
from tests.operations.exercise.rig import DAY, make_rig, pack_of
from tests.operations.exercise.samples import sffd_file, sffd_line

MORNING = datetime(2020, 4, 8, 9, 0, tzinfo=UTC)
_clock = some.one_of(some.none(), some.integers(0, 40))
_stamps = some.tuples(some.integers(0, 40), *([_clock] * 7))
_line = some.tuples(some.sampled_from("123"), some.sampled_from(["E1", "E2", "85", ""]), _stamps)
_files = some.lists(_line, min_size=1, max_size=7)


def text_of(lines: list[tuple[str, str, tuple[int | None, ...]]]) -> str:
    """Lines whose stamps lie anywhere within forty minutes, or nowhere."""

    def clock(minute: int | None) -> str:
        return "" if minute is None else f"{MORNING + timedelta(minutes=minute):%I:%M:%S %p}"

    return sffd_file(*(sffd_line(call, unit, *map(clock, stamps)) for call, unit, stamps in lines))


@settings(
    max_examples=examples(5),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(_files)
async def test_any_records_play_without_a_refusal(
    tmp_path: Path, lines: list[tuple[str, str, tuple[int | None, ...]]]
) -> None:
    path = tmp_path / "calls.csv"
    path.write_text(text_of(lines), encoding="utf-8")
    exercise = load_exercise(path, pack_of("denpasar"))
    rig = make_rig(tmp_path, "denpasar")
    try:
        player = Player(rig.desk, exercise, DAY)
        await player.prepare()
        await player.begin()
        await player.run_fast()
        assert not player.report.refused
        assert not await rig.open_cases()
        assert not (await rig.snapshot()).calls
        assert {unit.status.value for unit in (await rig.snapshot()).units} == {"available"}
    finally:
        await rig.store.close()

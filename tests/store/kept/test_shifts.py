"""Crews that sign on, and a hand-over that is signed, while a desk is cut off, reach the database."""

from pathlib import Path

from desktop.domain.acts import Result
from desktop.store import tables
from desktop.store.kept.status import Reach
from desktop.store.queries_shifts import read_crews, read_handovers
from tests.domain.shift_acts import CREW, PAGE, WATCH, given, signed, taken
from tests.domain.world import World
from tests.live.followed import until
from tests.store.kept.test_kept_store import is_clean, journal, must, new_acts, there
from tests.store.kept.wire import KeptDesk


async def test_crews_and_a_hand_over_signed_while_cut_off_reach_the_database(
    desk: KeptDesk, world: World, file: Path
) -> None:
    desk.wire.cut()
    await desk.reaches(Reach.CUT_OFF)
    await must(desk, new_acts(world, signed) + new_acts(world, lambda w: w.must("ani", given(w))))
    await until(lambda: desk.follower.board.units["E1"].head_count == 3)
    crews = await desk.store.read(read_crews)
    assert {unit: one.private.names for unit, one in crews.items()} == {"E1": CREW}
    (page,) = await desk.store.read(read_handovers)
    assert page.waits
    assert desk.store.status.kept == 2
    desk.wire.mend()
    await desk.reaches(Reach.ONLINE)
    assert [one.kind for one in await journal(file)][-2:] == ["crew.relieved", "handover.given"]
    assert await there(file, tables.TABLES["crew_sign_private"].c.names) == [(CREW,)]
    private = tables.TABLES["handover_private"].c
    assert await there(file, private.page, private.watch) == [(PAGE, WATCH)]
    assert await is_clean(file)


async def test_a_hand_over_that_two_signed_at_one_desk_while_cut_off_reaches_the_database(
    desk: KeptDesk, world: World, file: Path
) -> None:
    desk.wire.cut()
    await desk.reaches(Reach.CUT_OFF)
    gives, takes = new_acts(world, lambda w: (w.must("ani", given(w)), w.must("budi", taken()(w))))
    for act, login in ((gives, "ani"), (takes, "budi")):
        assert isinstance(await desk.submit(act, login), Result)
    desk.wire.mend()
    await desk.reaches(Reach.ONLINE)
    assert [one.refusal for one in desk.store.waiting] == []
    told = [(one.kind, one.author, one.claimed_by) for one in await journal(file)][-2:]
    assert told == [("handover.given", "hana", "ani"), ("handover.taken", "hana", "budi")]
    (page,) = await desk.store.read(read_handovers)
    assert (page.giver, page.taken_for) == ("ani", "budi"), "who signed, not who delivered it twice"
    assert await is_clean(file)

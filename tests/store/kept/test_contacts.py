"""A desk that is cut off telephones from the phone book, and what came of it reaches the database."""

from pathlib import Path

from desktop.domain.acts import Result
from desktop.store import tables
from desktop.store.kept.status import Reach
from desktop.store.making import open_file
from tests.domain.contact_acts import kept_act, tried
from tests.domain.world import World, named, open_incident
from tests.live.followed import until
from tests.store.backends import author_of
from tests.store.kept.test_kept_store import is_clean, must, new_acts, there
from tests.store.kept.wire import KeptDesk


async def test_the_phone_book_is_there_while_cut_off_and_a_try_comes_to_the_database(
    desk: KeptDesk, world: World, file: Path
) -> None:
    world.must("dewa", (book := kept_act(world)))
    store = open_file(file)
    assert isinstance(await store.submit(book, author_of("dewa")), Result)
    await store.close()
    await must(desk, new_acts(world, open_incident))
    await until(lambda: named("i1") in desk.follower.board.cases)
    await until(lambda: "pln-piket" in desk.follower.board.reference.contacts)
    desk.wire.cut()
    await desk.reaches(Reach.CUT_OFF)
    await must(desk, [tried("pln-piket", "told", note="Pak Made")(world)])
    await until(lambda: desk.follower.board.cases[named("i1")].tries)
    assert desk.follower.board.reference.contacts["pln-piket"].private.numbers == "0812-3400-0001"
    desk.wire.mend()
    await desk.reaches(Reach.ONLINE)
    assert await there(file, tables.TABLES["contact_try"].c.result) == [("told",)]
    assert await is_clean(file)

"""What a server confirmed that is gone comes to the next with the numbers that were said."""

from datetime import date

from desktop.domain.acts import Result
from desktop.store.postgres.making import open_postgres, verify_server
from tests.domain.world import furnished, insert, named, open_incident
from tests.store.backends import author_of
from tests.store.server import Server

DAY = date(2026, 11, 24)


async def test_a_number_that_was_said_is_kept_where_it_is_free(server: Server, database: str) -> None:
    world = furnished()
    hana = await open_postgres(server.url(database, "hana"))
    for act, _ in world.done[1:]:
        assert isinstance(await hana.submit(act, author_of("hana")), Result)

    async def opened(name: str, said: tuple[date, int]) -> int:
        before = len(world.done)
        open_incident(world, f"i{name}", f"c{name}")
        take, opening = (act for act, _ in world.done[before:])
        assert isinstance(await hana.submit(take, author_of("hana")), Result)
        answer = await hana.resubmit(opening, author_of("hana"), {named(f"i{name}"): said})
        assert isinstance(answer, Result)
        return answer.numbers[named(f"i{name}")][1]

    try:
        assert await opened("1", (DAY, 7)) == 7
        assert await opened("2", (DAY, 5)) == 5
        assert await opened("3", (DAY, 7)) == 8, "another has it"
        assert await opened("4", (date(2026, 11, 23), 3)) == 9, "of another day"
        assert await opened("5", (DAY, 5000)) == 10, "nobody can have said it"
        assert await opened("6", (DAY, -29_999)) == 11, "provisional"
        also = insert(
            "incident_alias",
            "alias",
            day=DAY,
            number="DP 261124-020",
            incident=named("i1"),
            reason="official",
        )
        numbered = world.must("hana", world.act("incident.numbered", also))
        assert isinstance(await hana.submit(numbered, author_of("hana")), Result)
        assert await opened("7", (DAY, 20)) == 12, "by that number another was spoken of"
        assert (await verify_server(server.url(database))).clean
    finally:
        await hana.close()

"""The look-up and a number's history, on both databases."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, func, select

from desktop.domain.calls import CallType
from desktop.domain.lookup import Hit
from desktop.domain.reference import Priority
from desktop.store.hits import SNIPPET, snippet
from desktop.store.queries_history import log_look, number_history, running_block
from desktop.store.search_query import parse_query
from desktop.store.tables import TABLES, access_log
from tests.domain.world import CENTRE
from tests.examples import examples
from tests.store.looked_up import Run, furnished_database, furnished_file, in_file, look, on_server
from tests.store.two_years import ACT, NOW, key, put_call

__all__ = ["furnished_database", "furnished_file"]


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def run(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    """A centre in each database, with what `furnish` writes: for tests that only read."""
    if request.param == "sqlite":
        path = tmp_path_factory.mktemp("read") / "centre.sqlite"
        with in_file(path, request.getfixturevalue("furnished_file")) as made:
            yield made
    else:
        with on_server(
            request.getfixturevalue("server"), request.getfixturevalue("furnished_database")
        ) as made:
            yield made


@pytest.fixture(params=["sqlite", "postgres"])
def own(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Run]:
    """The same, of the test's own, which may write."""
    if request.param == "sqlite":
        with in_file(tmp_path / "centre.sqlite", request.getfixturevalue("furnished_file")) as made:
            yield made
    else:
        with on_server(
            request.getfixturevalue("server"), request.getfixturevalue("furnished_database")
        ) as made:
            yield made


def rows(hits: tuple[Hit, ...]) -> list[str]:
    """Names of the rows found, in order."""
    names = ("old", "old call", "market", "market 1", "market 2", "double", "secret", "prank")
    known = {key(name): name for name in names}
    return [known[hit.row] for hit in hits]


@pytest.mark.parametrize(
    "query", ["DP 261124-018", "dp261124018", "261124-018", "DP 261124–018", " dp 261124 - 18 "]
)
def test_a_full_number_finds_its_incident_alone(run: Run, query: str) -> None:
    (hit,) = look(run, query)
    assert (hit.table, hit.row, hit.incident, hit.asked) == ("incident", key("market"), key("market"), None)
    assert hit.number is not None
    assert hit.number.full == "DP 261124-018"
    assert (hit.category, hit.priority, hit.closed, hit.restricted) == ("fire", Priority.P1, True, False)
    assert hit.place == "Pasar Badung"
    assert hit.at == NOW
    assert hit.snippet == "Asap tebal dari lantai dua, banyak pedagang"


def test_a_short_number_finds_the_newest_first(run: Run) -> None:
    assert rows(look(run, "24-018")) == ["market", "old"]
    assert rows(look(run, "24-18", limit=1)) == ["market"]
    assert rows(look(run, "018"))[:2] == ["market", "old"]


def test_a_number_of_another_city_or_of_no_day_finds_no_incident(run: Run) -> None:
    assert look(run, "MK 261124-018") == ()
    assert look(run, "DP 261341-018") == ()


def test_a_merged_incident_leads_to_the_surviving_one_and_says_what_was_asked(run: Run) -> None:
    (hit,) = look(run, "24-019")
    assert (hit.row, hit.incident, hit.asked) == (key("double"), key("market"), "DP 261124-019")
    assert hit.number is not None
    assert hit.number.short == "24-018"
    assert hit.place == "Pasar Badung"
    (by_words,) = look(run, "gajah mada")
    assert (by_words.incident, by_words.asked) == (key("market"), "DP 261124-019")


def test_an_alias_finds_its_incident(run: Run) -> None:
    (hit,) = look(run, "psc-77/2026")
    assert (hit.incident, hit.asked, hit.restricted) == (key("secret"), "PSC-77/2026", True)


@pytest.mark.parametrize(
    "said", ["24-s3-01", "24-S3-1", "dp 261124-s3-01", "DP261124-S3-01", "261124 - s3 - 1", "24–s3–01"]
)
def test_a_number_given_in_an_outage_finds_its_incident(run: Run, said: str) -> None:
    (hit,) = look(run, said)
    assert (hit.incident, hit.asked) == (key("market"), "DP 261124-S3-01")
    assert look(run, "24-s4-01") == look(run, "4-s3-01") == ()


def test_one_or_two_letters_find_by_number_only(run: Run) -> None:
    assert rows(look(run, "18")) == ["market", "old"]
    assert rows(look(run, "24")) == ["secret", "double", "market"]
    assert rows(look(run, "2")) == ["secret", "double", "market"]
    assert rows(look(run, "dp")) == ["secret", "double", "market", "old"]
    assert look(run, "as") == look(run, "") == look(run, "7") == ()


@pytest.mark.parametrize(
    "query",
    [
        "081238112204",
        "0812 3811 2204",
        "+62 812-3811-2204",
        "6281238112204",
        "(0812) 3811.2204",
        "3811 2204",
        "2204",
    ],
)
def test_a_telephone_finds_its_calls_however_it_is_written(run: Run, query: str) -> None:
    assert set(rows(look(run, query))) == {"market 1", "prank"}


def test_a_telephone_may_stand_among_words(run: Run) -> None:
    assert rows(look(run, "asap 0812-3811-2204")) == ["market 1"]


def test_words_are_found_in_any_order_newest_first(run: Run) -> None:
    assert rows(look(run, "tumbang pohon")) == ["old call"]
    assert rows(look(run, "TEBAL lant")) == ["market 1"]
    assert rows(look(run, "jalan gatot subroto no 9")) == ["old"]
    assert rows(look(run, "umbang")) == ["old call"]
    assert look(run, "tebal tumbang") == ()


def test_one_hit_for_an_incident_with_the_words_of_the_newest_call(run: Run) -> None:
    (hit,) = look(run, "asap")
    assert (hit.table, hit.row, hit.incident) == ("call", key("market 2"), key("market"))
    assert hit.at == NOW + timedelta(minutes=1)
    assert hit.snippet == "Asap hitam, tolong cepat"


def test_words_of_an_incident_and_its_calls_together(run: Run) -> None:
    assert rows(look(run, "pasar pedagang")) == ["market"]
    assert rows(look(run, "hitam pedagang badung")) == ["market"]
    assert rows(look(run, "pemecutan tumbang")) == ["old"]
    assert look(run, "pasar tumbang") == ()


def test_a_call_without_incident_says_what_it_was(run: Run) -> None:
    (hit,) = look(run, "tertawa")
    assert (hit.table, hit.row, hit.incident, hit.number) == ("call", key("prank"), None, None)
    assert (hit.call_type, hit.snippet, hit.place) == (CallType.PRANK, "Tertawa, bilang rumah terbakar", "")


def test_signs_of_the_query_language_are_only_letters(run: Run) -> None:
    for query in (
        '"',
        '" OR "',
        "asap AND",
        "100% asap",
        "a_b_c",
        "pos*",
        "(((",
        "\\\\\\",
        "nul\x00nul",
        "NEAR(a b)",
    ):
        look(run, query)
    assert look(run, "as_p") == look(run, "%%%") == ()


@settings(max_examples=examples(15))
@given(query=st.text(max_size=250))
def test_a_query_of_any_text_can_be_taken_apart(query: str) -> None:
    asked = parse_query(query, "DP")
    assert all(len(term) >= 3 for term in asked.terms)
    assert len(asked.terms) <= 6


def test_many_texts_are_read_by_page_and_give_one_hit_each(own: Run) -> None:
    def many(connection: Connection) -> None:
        for n in range(130):
            put_call(
                connection, f"lamp {n}", "old", narrative=f"lampu jalan mati {n}", at=NOW - timedelta(days=n)
            )
        for n in range(5):
            put_call(connection, f"dark {n}", None, None, f"lampu padam {n}", NOW, CallType.INFORMATION)
            put_call(connection, f"pole {n}", None, None, f"lampu gg 12{n}", NOW, CallType.INFORMATION)

    own(many)
    found = look(own, "lampu")
    assert len(found) == 11
    assert len(look(own, "lampu", limit=3)) == 3
    assert len(look(own, "lampu 12")) == 6
    assert len(look(own, "lampu padam")) == 5
    assert [hit.at for hit in found] == sorted((hit.at for hit in found if hit.at), reverse=True)


def test_snippets_stand_about_the_words() -> None:
    long = "awal " * 40 + "ular di dapur " + "akhir " * 40
    told = snippet(long, ["ular"])
    assert "ular di dapur" in told
    assert told.startswith("…")
    assert told.endswith("…")
    assert len(told) <= SNIPPET + 2
    assert snippet("Api\n besar", ["zzz"]) == "Api besar"
    assert snippet("", ["x"]) == ""


def test_the_history_of_a_number(own: Run) -> None:
    def more(connection: Connection) -> None:
        put_call(connection, "now", None, "081238112204", at=NOW + timedelta(hours=1), call_type=None)
        put_call(
            connection, "test", None, "081238112204", at=NOW - timedelta(hours=1), call_type=CallType.MISTAKE
        )

    own(more)
    history = own.as_operator(lambda c: number_history(c, "081238112204", CENTRE, NOW, besides=key("now")))
    assert history.counts == {CallType.GENUINE: 1, CallType.PRANK: 1}
    assert history.total == 2
    assert history.block is None
    assert {call.call for call in history.calls[:2]} == {key("market 1"), key("prank")}
    assert history.calls[2].call_type is CallType.MISTAKE
    about = next(call for call in history.calls if call.call == key("market 1"))
    assert (about.at, about.call_type, about.incident, about.category) == (
        NOW,
        CallType.GENUINE,
        key("market"),
        "fire",
    )
    assert about.number == CENTRE.number(date(2026, 11, 24), 18)
    newest = own.as_operator(lambda c: number_history(c, "081238112204", CENTRE, NOW, limit=1))
    assert [call.call for call in newest.calls] == [key("now")]
    assert newest.total == 2
    assert own.as_operator(lambda c: number_history(c, "0800", CENTRE, NOW)).calls == ()


def test_a_block_runs_until_its_hours_are_over_or_it_is_lifted(own: Run) -> None:
    def block(
        connection: Connection, name: str, call: str, at: datetime, lifted: datetime | None = None
    ) -> None:
        connection.execute(
            TABLES["block"]
            .insert()
            .values(id=key(name), call=key(call), blocked_at=at, hours=24, lifted_at=lifted, last_act=ACT)
        )

    def running(at: datetime) -> str | None:
        found = own.as_operator(lambda c: running_block(c, "081238112204", at))
        return found.id if found else None

    own(lambda c: block(c, "first", "prank", NOW - timedelta(hours=30)))
    assert running(NOW) is None
    own(lambda c: block(c, "lifted", "market 1", NOW - timedelta(hours=2), NOW - timedelta(hours=1)))
    assert running(NOW) is None
    own(lambda c: block(c, "second", "prank", NOW - timedelta(hours=3)))
    assert running(NOW) == key("second")
    assert running(NOW + timedelta(hours=21)) is None
    history = own.as_operator(lambda c: number_history(c, "081238112204", CENTRE, NOW))
    assert history.block is not None
    assert (history.block.id, history.block.last_act) == (key("second"), ACT)


def test_a_look_is_logged_once_for_each_call_and_subject(own: Run) -> None:
    def look_on(connection: Connection) -> None:
        for n, (call, subject) in enumerate([("a", "0811"), ("a", "0811"), ("a", "0812"), ("b", "0811")]):
            log_look(connection, "ani", "number_history", subject, key(call), key(f"look {n}"), NOW)
        for n in range(2):
            log_look(connection, "ani", "number_history", "0811", None, key(f"alone {n}"), NOW)

    own.as_operator(look_on)
    assert own(lambda c: c.execute(select(func.count()).select_from(access_log)).scalar()) == 5

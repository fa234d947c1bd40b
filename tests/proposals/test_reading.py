"""A lexicon's files: what is read of them, and what is told when something is wrong."""

from pathlib import Path

import pytest

from desktop.proposals.problems import LexiconError
from desktop.proposals.proposal import Proposal
from desktop.proposals.reading import lexicon_files, read_lexicon

SMALL = """
endings = "ki"
masked = "ikan bakar"
[short]
tdk = "tidak"
[deny]
tidak = 1
[groups]
house = "rumah, ruko"
[categories.fire]
sure = "bakar @house, kapal_api"
strong = "api"
against = "sampah"
[categories.stuck]
sure = "!keluar"
[nothing]
fair = "promo"
"""


def _problems(folder: Path, *texts: str) -> list[str]:
    paths = []
    for at, text in enumerate(texts):
        paths.append(folder / f"{at}.toml")
        paths[-1].write_text(text, "utf-8")
    with pytest.raises(LexiconError) as caught:
        read_lexicon(paths, {"fire"})
    return [str(one).partition("/")[2] for one in caught.value.problems]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("x = ?", ["0.toml:1: not_toml"]),
        ("x = 1", ["0.toml: unknown_key key='x'"]),
        ("masked = 3", ["0.toml: bad_text key='masked'"]),
        ("short = 3", ["0.toml: bad_table key='short'"]),
        ("[short]\na = 1", ["0.toml: bad_text key='short.a'"]),
        ("[deny]\na = 10", ["0.toml: bad_count key='deny.a'"]),
        ("[categories.fire]\nvery = 'a'", ["0.toml: unknown_key key='fire.very'"]),
        ("[categories.flood]\nsure = 'air'", ["0.toml: unknown_category value='flood'"]),
        ("[categories.fire]\nsure = 'a @b'", ["0.toml: unknown_group value='@b' key='a @b'"]),
        ("[categories.fire]\nsure = 'a&'", ["0.toml: bad_word value='a&'"]),
        ("[groups]\na = 'b c'", ["0.toml: space_in_group value='b c' key='groups.a'"]),
        ("unchecked = 'puun'", ["0.toml: unused_word value='puun'"]),
    ],
)
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, text: str, told: list[str]) -> None:
    assert _problems(tmp_path, text) == told


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    assert len(_problems(tmp_path, "x = 1\ny = 2", "z = 3")) == 3


@pytest.mark.parametrize(
    ("text", "proposed"),
    [
        ("rumah saya terbakar", ["fire"]),
        ("RUMAHNYA kebakaran!!", ["fire"]),
        ("terbakarki rumahku", ["fire"]),
        ("tdk terbakar rumahnya", []),
        ("di rumah kami makan ikan bakar", []),
        ("kapal api", ["fire"]),
        ("ada apiii", ["fire"]),
        ("api promo", []),
        ("api di sampah", []),
        ("tidak bisa keluar", ["stuck"]),
        ("mau keluar", []),
        ("rumha terbakar", ["fire"]),
        ("rum\u00e1h terbaka\u0301r", ["fire"]),
        ("\u0130stanbul: rumah terbakar", ["fire"]),
        ("bakar satu dua tiga empat lima enam tujuh delapan rumah", []),
        ("", []),
    ],
)
def test_patterns_are_found_as_people_speak(tmp_path: Path, text: str, proposed: list[str]) -> None:
    file = tmp_path / "a.toml"
    file.write_text(f'passed = "bisa"\n{SMALL}', "utf-8")
    assert [one.category for one in read_lexicon([file]).propose(text)] == proposed


def test_a_city_adds_to_what_all_share(tmp_path: Path) -> None:
    shared, own = tmp_path / "a.toml", tmp_path / "b.toml"
    shared.write_text(SMALL, "utf-8")
    own.write_text('[groups]\nhouse = "umah"\n[categories.fire]\nsure = "puun @house"', "utf-8")
    proposal = read_lexicon([shared, own]).propose("umahe puun, api")[0]
    assert (proposal.category, proposal.words) == ("fire", ("umahe", "puun", "api"))
    assert read_lexicon([shared, own]).propose("umahe puun", among={"flood"}) == ()


def test_a_city_without_words_of_its_own_has_those_of_all() -> None:
    assert lexicon_files("nowhere")
    assert {path.parent.name for path in lexicon_files("denpasar")} == {"lexicon", "denpasar"}


@pytest.mark.parametrize(
    ("text", "proposed"),
    [
        ("kawat lepas", []),
        ("kawat kendur lepas", ["power"]),
        ("kabel depan", ["power"]),
        ("tiang depan", []),
    ],
)
def test_words_said_of_little_else_lean_towards_it_but_never_propose_alone(
    tmp_path: Path, text: str, proposed: list[str]
) -> None:
    file = tmp_path / "a.toml"
    phrases = "kawat tiang depan, kawat putus depan, kendur tiang, kendur putus depan, kabel depan"
    file.write_text(f'unsaying = "depan"\n[categories.power]\nsure = "{phrases}"', "utf-8")
    assert [one.category for one in read_lexicon([file]).propose(text)] == proposed


def test_what_is_passed_over_is_denied_with_the_word_after_it(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text('passed = "ada"\n[deny]\ntidak = 1\n[categories.faint]\nsure = "nadi !ada"', "utf-8")
    assert read_lexicon([file]).propose("nadinya tidak ada")
    assert not read_lexicon([file]).propose("nadinya ada")


def test_an_abbreviation_is_known_with_an_ending(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text('[short]\nyeh = "air"\n[categories.flood]\nsure = "air naik"', "utf-8")
    assert read_lexicon([file]).propose("yehe naik")


@pytest.mark.parametrize(
    ("text", "proposed"),
    [
        ("kebakaran", ["fire"]),
        ("kebakaran pak", ["fire"]),
        ("kenapa kebakaran pak", []),
        ("pak kenapa kebakaran", []),
        ("kebakaran, kenapa", ["fire"]),
        ("ada kebakaran sih pak", []),
        ("sih kebakaran", ["fire"]),
        ("kebakaran tidak sih", []),
        ("makasih kebakaran sudah beres", []),
        ("makasih ada kebakaran", ["fire"]),
        ("cepat kebakaran", ["fire"]),
    ],
)
def test_what_stands_first_or_last_tells_a_question_from_a_report(
    tmp_path: Path, text: str, proposed: list[str]
) -> None:
    file = tmp_path / "a.toml"
    file.write_text(
        'addresses = "pak"\n[deny]\ntidak = 1\n[categories.fire]\nsure = "=kebakaran"\n'
        '[nothing]\nwhole = "makasih beres"\nsure = "^kenapa, sih$"\nagainst = "cepat"',
        "utf-8",
    )
    assert [one.category for one in read_lexicon([file]).propose(text)] == proposed


@pytest.mark.parametrize(
    "text", ["tidak bisa keluar", "tidak bisa langsung keluar", "tidak mampu keluar", "tidak mampu ia keluar"]
)
def test_what_denies_a_word_passed_over_denies_the_next_one_too(tmp_path: Path, text: str) -> None:
    file = tmp_path / "a.toml"
    words = 'passed = "bisa, mampu"\n[deny]\ntidak = 1'
    file.write_text(f"{words}\n[categories.stuck]\nsure = '!bisa keluar, !mampu keluar'", "utf-8")
    assert read_lexicon([file]).propose(text)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("stuck elevator", "we are stuck in the elevator"),
        ("=elevator", "elevator"),
        ("stuck_in_elevator", "stuck in elevator"),
        ("urus kk", "mau urus kk"),
        ("rame+", "rame rame"),
        ("^elevator", "elevator stuck"),
        ("^kk", "kk hilang"),
        ("kk$", "hilang kk"),
    ],
)
def test_an_abbreviation_in_a_phrase_is_heard_as_it_is_in_a_narrative(
    tmp_path: Path, phrase: str, text: str
) -> None:
    file = tmp_path / "a.toml"
    short = '[short]\nelevator = "lift"\nkk = "kartu keluarga"\nrame = "ramai"'
    file.write_text(f"{short}\n[categories.stuck]\nsure = '{phrase}'", "utf-8")
    assert read_lexicon([file]).propose(text)


def test_the_same_text_brings_the_same_proposals_in_whatever_order_phrases_are_tried(tmp_path: Path) -> None:
    def proposed(phrases: str) -> tuple[Proposal, ...]:
        file = tmp_path / "a.toml"
        both = "\n".join(f"[categories.{one}]\nsure = '{phrases}'" for one in ("fire", "flood"))
        file.write_text(both, "utf-8")
        return read_lexicon([file]).propose("api besar merah panas")

    one = proposed("api besar, merah besar, merah panas")
    assert one == proposed("api besar, merah panas, merah besar")
    assert [found.category for found in one] == ["fire", "flood"]


def test_a_word_that_says_nothing_is_no_other_word_mistyped(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text('[categories.tree]\nsure = "ranting"', "utf-8")
    assert read_lexicon([file]).propose("rantnig")
    assert read_lexicon([file]).propose("ranking")
    file.write_text('unsaying = "ranking"\n[categories.tree]\nsure = "ranting"', "utf-8")
    assert not read_lexicon([file]).propose("ranking")

"""Cards as files: those that come with the desk, and what is wrong with others."""

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.domain.facts import VALUES, Fact, Hazard
from desktop.operations.cards import SOURCES, Cards, read_cards, shipped_folder
from desktop.operations.cards_read import CardError
from desktop.operations.packs import available_packs, pack_folder, read_pack

WANTED = """
    animal bleeding body breathing childbirth congestion drowning earthquake electricity fallen_tree fire
    flood gas home_care mental missing_person street_light traffic_accident trapped unconscious violence waste
"""


@pytest.fixture(scope="module")
def cards() -> Cards:
    return read_cards()


def test_the_cards_that_come_with_the_desk(cards: Cards) -> None:
    assert sorted(cards.by_code) == WANTED.split()
    assert {one.compressions for one in cards.all if one.code in ("unconscious", "drowning")} == {True}
    for city in available_packs():
        codes = {one.id for one in read_pack(pack_folder(city)).categories}
        assert {code for one in cards.all for code in one.categories} <= codes, city


def test_every_instruction_names_what_was_read_and_every_source_is_used(cards: Cards) -> None:
    used = {source.title for one in cards.all for source in one.sources}
    text = (shipped_folder() / SOURCES).read_text("utf-8")
    assert len(used) == text.count("\naddress = ") == text.count("\nread = ")
    assert all(one.source.address and one.source.read for card in cards.all for one in card.instructions)


def test_every_fact_can_be_answered(cards: Cards) -> None:
    answers = [one for card in cards.all for question in card.questions for one in question.answers]
    told = {(fact, value) for one in answers for fact, value in one.facts.items()}
    assert told == {(fact, value) for fact, values in VALUES.items() for value in values}
    assert {one for answer in answers for one in answer.hazards} == set(Hazard)
    assert set(VALUES) == set(Fact)


CARD = """
code = "fire"
id = "Kebakaran"
en = "Fire"
categories = ["fire_building"]

[[questions]]
code = "inside"
id = "Ada orang?"
en = "Anybody?"
answers = [
    { code = "yes", id = "Y", en = "Y", facts = { people_inside = "yes" }, at_least = "P1", tells = ["out"] },
    { code = "no", id = "Tidak", en = "No" },
]

[[instructions]]
code = "out"
id = "Keluar."
en = "Get out."
source = "book"
"""
BOOK = """
[book]
title = "Buku"
publisher = "PMI"
year = 2020
address = "https://example.org/buku"
read = 2026-11-29
"""


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., Path]:
    """Writes a folder with one card, changed as wanted."""

    def write(
        old: str = "", new: str = "", *, card: str = CARD, book: str = BOOK, name: str = "fire"
    ) -> Path:
        assert old in card + book
        (tmp_path / f"{name}.toml").write_text(card.replace(old, new, 1), "utf-8")
        (tmp_path / SOURCES).write_text(book.replace(old, new, 1), "utf-8")
        return tmp_path

    return write


@pytest.mark.parametrize(
    ("old", "new", "code", "where"),
    [
        ('code = "fire"\n', "", "key_missing", "code"),
        ('code = "fire"\n', 'code = "flood"\n', "other_name", "code"),
        ('code = "fire"\n', 'code = "Fire 1"\n', "bad_code", "code"),
        ('en = "Fire"\n', 'en = ""\n', "bad_text", "en"),
        ('en = "Fire"\n', f'en = "{"x" * 200}"\n', "bad_text", "en"),
        ('en = "Fire"\n', 'en = "Fire"\ncolour = "red"\n', "key_unknown", "colour"),
        ('["fire_building"]', "[]", "count", "categories"),
        ('["fire_building"]', "[", "bad_toml", ""),
        ('code = "inside"\n', "", "key_missing", "questions.1.code"),
        ('code = "inside"\n', 'code = ["inside"]\n', "bad_code", "questions.['inside'].code"),
        ('{ code = "no", id = "Tidak", en = "No" },', "", "count", "questions.inside.answers"),
        ('code = "no"', 'code = "yes"', "code_again", "questions.inside.answers.yes"),
        (
            'people_inside = "yes"',
            'people_inside = "many"',
            "bad_choice",
            "questions.inside.answers.yes.facts.people_inside",
        ),
        ("people_inside", "mood", "bad_choice", "questions.inside.answers.yes.facts"),
        ('"P1"', '"P7"', "bad_choice", "questions.inside.answers.yes.at_least"),
        ('facts = { people_inside = "yes" }, ', "", "no_reason", "questions.inside.answers.yes"),
        ('["out"]', '["out", "run"]', "no_instruction", "questions.inside.answers.yes"),
        ('["out"]', "[]", "never_told", "instructions.out"),
        ('source = "book"', 'source = "hearsay"', "no_source", "instructions.out.source"),
        ('source = "book"', "", "key_missing", "instructions.out.source"),
        ('"https://example.org/buku"', '"di rak"', "bad_address", "book.address"),
        ("read = 2026-11-29", "", "key_missing", "book.read"),
        ("read = 2026-11-29", 'read = "kemarin"', "bad_date", "book.read"),
        ("year = 2020", "year = 20200", "bad_number", "book.year"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(
    folder: Callable[..., Path], tmp_path: Path, old: str, new: str, code: str, where: str
) -> None:
    with pytest.raises(CardError) as wrong:
        read_cards(shipped=folder(old, new))
    assert (code, where) in [(one.code, one.where) for one in wrong.value.problems]


def test_two_cards_of_one_category(folder: Callable[..., Path]) -> None:
    folder()
    with pytest.raises(CardError, match="category_again"):
        read_cards(shipped=folder('code = "fire"', 'code = "blaze"', name="blaze"))


def test_a_citys_own_card_is_taken_instead_and_is_another_version(
    folder: Callable[..., Path], cards: Cards
) -> None:
    found = read_cards(own=folder('id = "Keluar."', 'id = "Keluar semua."'))
    assert sorted(found.by_code) == sorted(cards.by_code)
    assert found.by_code["fire"].instructions[0].words.indonesian == "Keluar semua."
    assert found.by_code["fire"].digest != read_cards(own=folder()).by_code["fire"].digest
    assert found.by_code["flood"] == cards.by_code["flood"]


def test_a_remark_in_the_file_makes_no_other_version(folder: Callable[..., Path]) -> None:
    first = read_cards(shipped=folder()).by_code["fire"]
    assert read_cards(shipped=folder(card="# rapat 3 Mei\n" + CARD)).by_code["fire"] == first

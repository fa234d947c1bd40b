"""What is wrong with question cards, in words: every code, with its cure, in both languages."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.operations.cards_read import CardError, CardProblem
from desktop.runtime import card_words, i18n
from desktop.runtime.commands import doctor
from desktop.runtime.settings import Language, Settings

OPERATIONS = Path(__file__).parents[2] / "desktop" / "operations"


@pytest.fixture(params=Language)
def spoken(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Language]:
    """The program speaks one language, and English afterwards."""
    i18n.install(qapp, request.param)
    yield request.param
    i18n.install(qapp, Language.ENGLISH)


def test_every_code_has_words_and_no_other() -> None:
    text = "".join((OPERATIONS / name).read_text("utf-8") for name in ("cards.py", "cards_read.py"))
    codes = set(re.findall(r"(?:\.wrong\(|CardProblem\()\s*\"(\w+)\"", text))
    assert codes == set(card_words._texts())


def test_what_is_wrong_and_its_cure(spoken: Language) -> None:
    problem = CardProblem("no_source", "fire.toml", "instructions.out.source", {"value": "hearsay"})
    wanted = {
        Language.ENGLISH: "there is no publication “hearsay”: add what was read to sources.toml; "
        "what was not read may not be told",
        Language.INDONESIAN: "tidak ada terbitan “hearsay”: tambahkan yang dibaca ke sources.toml; "
        "yang tidak dibaca tidak boleh disampaikan",
    }
    assert card_words.of_cards(CardError([problem])) == [
        f"fire.toml, instructions.out.source: {wanted[spoken]}"
    ]


def test_the_doctor_tells_of_a_citys_cards(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path)
    assert [one.is_wrong for one in doctor._cards(settings)] == [False]
    settings.places.cards.mkdir()
    (settings.places.cards / "fire.toml").write_text('code = "fire"\n', "utf-8")
    told = list(doctor._cards(settings))
    assert all(one.is_wrong for one in told)
    assert any(one.text.startswith("fire.toml, categories: ") for one in told)

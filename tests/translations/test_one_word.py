"""One word for one thing: in every panel the same Indonesian, and in English the same too.

The words are those of docs/glossary.md.
"""

import re
from collections import defaultdict
from dataclasses import dataclass

import pytest

from tests.translations.catalogue import Message, read
from tools.translations import QT, TRANSLATIONS, sources


@dataclass(frozen=True, slots=True)
class Term:
    """What says a thing in the source texts, what says it in Indonesian, and words that must not."""

    english: str
    indonesian: str
    never: str = ""
    """Wrong where the English word stands."""
    nowhere: str = ""
    """Wrong in any text: the word has no other use on the screen."""


TERMS = (
    Term(r"a reason is needed", "wajib diisi", nowhere=r"harus diisi|perlu alasan"),
    Term(r"give a reason", "isi alasannya", nowhere="beri alasan"),
    Term(r"correct(ed|ing|ion|ions)?\b", "koreksi", nowhere="betulkan jam|mengoreksi|perbaiki data"),
    Term(r"(which|right|correct an?|write an?|no) time|time (corrected|ahead|up to)", "waktu", r"\bjam\b"),
    Term("timeline", "kronologi", nowhere="linimasa"),
    Term(r"refer(red|rals?)?( to agencies| )?$", "rujuk", nowhere="disposisi|diteruskan"),
    Term(r"merged?\b", "satukan", "gabung"),
    Term(r"join\b", "gabung", "satukan"),
    Term("mistake or test", "salah buka( / | atau )uji", nowhere="keliru atau|uji coba"),
    Term("outside (the )?area", "luar wilayah"),
    Term(r"outside the city", "di luar kota"),
    Term(r"called off", "batal", nowhere="ditarik|dicabut dari"),
    Term(r"(agency|agencies|instansi).*\btold\b|^told( again)?$", "diberi tahu", "dirujuk"),
    Term(r"(take|taken|takes) (it )?back|taken back", "urung", "batal"),
    Term(r"open .*\bagain|opened again|open again", "buka kembali", "lagi"),
    Term(r"\bcaller\b", "pelapor", nowhere="penelepon"),
    Term(r"\bchannel\b", "kanal", nowhere="saluran"),
    Term(r"\bdrafts?\b", "draf", nowhere="konsep"),
    Term(r"at work", "bertugas", "bekerja"),
    Term(r"^leads$|lead agency|leads already", "utama", nowhere="memimpin"),
    Term(r"\bincident\b", "kejadian", nowhere="insiden"),
    Term(r"\bunits?\b", "armada", nowhere=r"\bunit\b"),
    Term(r"\bagenc(y|ies)\b", "instansi", nowhere="lembaga|dinas terkait"),
    Term(r"\bpriority\b", "prioritas"),
    Term(r"\bcategory\b", "kategori"),
    Term(r"\bphase\b", "tahap"),
    Term(r"\blandmark\b", "patokan"),
    Term(r"\bpeople hurt\b", "korban", nowhere="terluka"),
    Term(r"\bblock(ed)?\b", "blokir", nowhere="cekal"),
    Term(r"\bprank\b", "iseng"),
    Term(r"on the board", "di daftar", nowhere="di papan"),
)

ANOTHER_ENGLISH = {
    "cancelled": "called off",
    "withdrawn": "called off",
    "choose an incident first": "select an incident first",
    "place not known": "place not clear yet",
    "outside the area": "outside area",
    "caller's name": "caller",
    "disposition": "referral",
    "vehicle": "unit",
}
"""Source texts that said what another says too, and the one that stayed."""

TWO_MEANINGS = {
    "hours": "how many, and between which somebody is there",
    "no answer": "an agency did not say, and nobody took the telephone up",
    "hospital": "the place, and the verb that names where a unit goes",
    "telephone": "the number of a caller, and the means by which an agency was told",
}
"""English texts that say two things, which Indonesian tells apart."""

MESSAGES = [
    one for name in sorted(sources()) if name != QT for one in read(TRANSLATIONS / "id" / f"{name}.ts")
]


def _says(pattern: str, text: str) -> bool:
    return bool(pattern) and re.search(pattern, text, re.IGNORECASE) is not None


def _bare(text: str) -> str:
    """A text without its placeholders, whose names are English."""
    return re.sub(r"\{[^{}]*\}", "", text)


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.indonesian)
def test_a_thing_has_one_word_in_all_panels(term: Term) -> None:
    meant = [one for one in MESSAGES if _says(term.english, _bare(one.source))]
    assert meant, "no text says this: the table is behind the code"
    wrong = [
        (one.context, one.source, form)
        for one in meant
        for form in one.forms
        if not _says(term.indonesian, form) or _says(term.never, _bare(form))
    ]
    assert wrong == []


@pytest.mark.parametrize("term", [one for one in TERMS if one.nowhere], ids=lambda term: term.nowhere)
def test_no_text_uses_another_word_for_it(term: Term) -> None:
    found = [
        (one.context, form) for one in MESSAGES for form in one.forms if _says(term.nowhere, _bare(form))
    ]
    assert found == []


def test_what_is_the_same_in_english_is_the_same_in_indonesian() -> None:
    forms: dict[str, dict[str, Message]] = defaultdict(dict)
    for one in MESSAGES:
        forms[_key(one.source)].setdefault(_key("|".join(one.forms)), one)
    apart = {
        source: {text: one.context for text, one in found.items()}
        for source, found in forms.items()
        if len(found) > 1 and source not in TWO_MEANINGS
    }
    assert apart == {}


def _key(text: str) -> str:
    return text.strip().rstrip(".…:").casefold()


def test_english_has_one_word_too() -> None:
    found = {one.source: other for one in MESSAGES if (other := ANOTHER_ENGLISH.get(_key(one.source)))}
    assert found == {}

"""A desk's lexicon: read when it is first asked, and again once its files are others."""

import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from desktop.proposals import reading
from desktop.proposals.desk import ProposalSearch
from desktop.proposals.lexicon import Lexicon
from desktop.proposals.reading import read_lexicon


async def _proposed(text: str) -> list[str]:
    search = ProposalSearch("denpasar")
    try:
        return [one.category for one in await search.find(text, {"fire", "flood"})]
    finally:
        search.close()


async def test_a_file_is_read_once_until_it_is_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, readings = tmp_path / "words.toml", list[int]()

    def counted(paths: Iterable[Path]) -> Lexicon:
        readings.append(1)
        return read_lexicon(paths)

    monkeypatch.setattr(reading, "lexicon_files", lambda _city: (file,))
    monkeypatch.setattr(reading, "read_lexicon", counted)
    file.write_text('[categories.fire]\nsure = "asap"\n', encoding="utf-8")
    assert await _proposed("asap") == ["fire"]
    assert await _proposed("banjir") == []
    assert len(readings) == 1
    file.write_text('[categories.flood]\nsure = "banjir"\n', encoding="utf-8")
    os.utime(file, ns=(1, 1))
    assert await _proposed("banjir") == ["flood"]
    assert len(readings) == 2

"""`lexicon try`: what a city sees of its lexicon."""

import json
from pathlib import Path

import pytest

from desktop.runtime.commands import lexicon_try
from desktop.runtime.settings import load


def test_each_line_is_printed_with_its_proposals(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "said.txt"
    file.write_text("kebakaran rumah\n\nhalo\n", "utf-8")
    settings = load({"city": "makassar", "data_dir": str(tmp_path)})
    assert lexicon_try.run(settings, file) == 0
    first, second = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert second == {"text": "halo", "proposals": []}
    proposal = first["proposals"][0]
    assert (first["text"], proposal["category"]) == ("kebakaran rumah", "fire_building")
    assert proposal["words"] == ["kebakaran", "rumah"]
    assert 0 < proposal["score"] <= 1

"""Drafts: nothing typed is lost, whatever happens to the process, the disk or the folder."""

import errno
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.drafts import DRAFT_FIELDS, Draft, Kept, Words, words_key
from desktop.runtime import drafts
from desktop.runtime.draft_files import read_drafts, write_draft
from desktop.runtime.draft_folder import DAMAGED_KEPT_S
from desktop.runtime.drafts import DraftPlace, DraftStore
from desktop.runtime.ids import new_id
from desktop.runtime.privacy import ROOT

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def draft(call: str | None = None, minutes: int = 0, **texts: str) -> Draft:
    at = NOON + timedelta(minutes=minutes)
    return Draft(call=call or new_id(), operator="made", saved_at=at, texts=texts)


class Desk:
    """A desk's drafts in folders of a test."""

    def __init__(self, place: Path) -> None:
        self.folder, self.spare = place / "drafts", place / "spare"
        self.told: list[DraftPlace] = []
        self.store = DraftStore(self.folder, self.spare, self.told.append)

    def files(self, base: Path | None = None) -> list[Path]:
        return sorted((base or self.folder).glob("*/*.json"))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.store.close()


def test_a_draft_goes_to_the_disk_by_itself(desk: Desk) -> None:
    saved = draft(narrative="api di dapur " * 100, number="0812")
    desk.store.save(saved)
    _wait(desk.files)
    (file,) = desk.files()
    assert read_drafts(file.parent) == [saved]
    if sys.platform != "win32":
        assert file.stat().st_mode & 0o777 == 0o600
        assert file.parent.stat().st_mode & 0o777 == file.parent.parent.stat().st_mode & 0o777 == 0o700


def _wait(holds: Callable[[], object]) -> None:
    for _ in range(1000):
        if holds():
            return
        time.sleep(0.01)
    raise AssertionError("never")


def test_of_many_that_wait_only_the_last_is_written(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    gate, written = threading.Event(), list[str]()

    def slow(folder: Path, one: Kept) -> None:
        gate.wait(5)
        written.append(one.texts["narrative"])
        write_draft(folder, one)

    monkeypatch.setattr(drafts, "write_draft", slow)
    call = new_id()
    desk.store.save(draft(call, narrative="a"))
    while desk.store._pending:
        time.sleep(0.001)
    for text in "bcd":
        desk.store.save(draft(call, narrative=text))
    assert not desk.store.flush(0.01)
    gate.set()
    assert desk.store.flush(5)
    assert written == ["a", "d"]


def test_a_removed_draft_is_gone(desk: Desk) -> None:
    one, other = draft(address="Jl. Nangka"), draft(name="Putu")
    for each in (one, other):
        desk.store.save(each)
    desk.store.remove(one.call)
    desk.store.remove(new_id())
    assert desk.store.flush(5)
    assert [path.stem for path in desk.files()] == [other.call]


def test_closing_leaves_drafts_for_the_next_desk_and_nothing_else(desk: Desk, tmp_path: Path) -> None:
    late, early = draft(minutes=5, narrative="b"), draft(narrative="a")
    desk.store.save(late)
    desk.store.save(early)
    assert desk.store.close()
    desk.store.save(draft(narrative="too late"))

    second = Desk(tmp_path)
    assert second.store.load_all("made") == (early, late)
    assert second.store.load_all("made") == ()  # they are its own now
    second.store.remove(late.call)
    second.store.remove(early.call)
    assert second.store.close()
    assert list(desk.folder.iterdir()) == []


def test_two_desks_on_one_machine_leave_each_other_alone(desk: Desk, tmp_path: Path) -> None:
    mine = draft(narrative="mine")
    desk.store.save(mine)
    desk.store.flush(5)
    other = Desk(tmp_path)
    assert other.store.load_all("made") == ()
    other.store.save(draft(narrative="theirs"))
    other.store.close()
    assert [one.texts["narrative"] for one in desk.store.load_all("made")] == ["theirs"]
    assert len(desk.files()) == 2


def test_words_about_a_unit_are_kept_whatever_its_code(desk: Desk, tmp_path: Path) -> None:
    words = Words(about="DMK_4.a", purpose="cancel", operator="made", saved_at=NOON, texts={"reason": "x"})
    desk.store.save(words)
    desk.store.close()
    assert Desk(tmp_path).store.load_all("made") == (words,)


def test_words_about_an_incident_are_kept_beside_the_drafts_of_calls(desk: Desk, tmp_path: Path) -> None:
    about = new_id()
    note = Words(about=about, purpose="note", operator="made", saved_at=NOON, texts={"note": "air naik ½"})
    correction = Words(about=about, purpose="correction", operator="made", saved_at=NOON, texts={"name": ""})
    call = draft(minutes=1, narrative="api")
    for kept in (note, correction, call):
        desk.store.save(kept)
    desk.store.close()
    second = Desk(tmp_path)
    found = second.store.load_all("made")
    assert {one.key: one for one in found} == {note.key: note, correction.key: correction, call.key: call}
    second.store.remove(words_key(about, "note"))
    second.store.close()
    assert {one.key for one in Desk(tmp_path).store.load_all("made")} == {correction.key, call.key}


def test_another_operators_drafts_stay_for_him(desk: Desk, tmp_path: Path) -> None:
    desk.store.save(draft(narrative="mine"))
    theirs = Words(about=new_id(), purpose="note", operator="wayan", saved_at=NOON, texts={"note": "his"})
    desk.store.save(theirs)
    desk.store.close()
    second = Desk(tmp_path)
    assert [one.operator for one in second.store.load_all("made")] == ["made"]
    second.store.close()
    third = Desk(tmp_path)
    assert third.store.load_all("wayan") == (theirs,)
    third.store.close()
    assert [one.operator for one in Desk(tmp_path).store.load_all("made")] == ["made"]


@pytest.mark.parametrize("about", ["../x", "", "a b"])
def test_words_about_what_could_not_name_a_file_are_refused(about: str) -> None:
    with pytest.raises(ValueError, match="name of a file"):
        Words(about=about, purpose="note", operator="made", saved_at=NOON)


KILLED = """
import sys, time
from pathlib import Path
from tests.runtime.test_drafts import Desk, draft
desk = Desk(Path(sys.argv[1]))
call = sys.argv[2]
for number in range(100_000):
    desk.store.save(draft(call, number // 60, narrative="x" * number))
    time.sleep(0.002)
    if number == 20:
        desk.store.flush(5)
        print("typing", flush=True)
"""


def test_after_kill_9_the_next_desk_has_what_was_typed(tmp_path: Path) -> None:
    call = new_id()
    command = [sys.executable, "-c", KILLED, str(tmp_path), call]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as typing:
        assert typing.stdout is not None
        assert typing.stdout.readline() == "typing\n"
        assert Desk(tmp_path).store.load_all("made") == ()
        (file,) = Desk(tmp_path).files()
        _wait(lambda: "x" * 22 in file.read_text())
        typing.send_signal(signal.SIGKILL) if sys.platform != "win32" else typing.kill()
    (found,) = Desk(tmp_path).store.load_all("made")
    assert (found.key, found.operator) == (call, "made")
    assert len(found.texts["narrative"]) > 21


def test_what_was_half_written_is_finished_or_dropped(desk: Desk, tmp_path: Path) -> None:
    whole, half = draft(narrative="old"), draft(narrative="kept")
    desk.store.save(whole)
    desk.store.save(half)
    desk.store.close()
    newer = draft(whole.call, 1, narrative="new")
    (tmp_path / "other").mkdir()
    write_draft(tmp_path / "other", newer)
    folder = desk.files()[0].parent
    (tmp_path / "other" / f"{whole.call}.json").rename(folder / f"{whole.call}.unfinished")
    (folder / f"{half.call}.unfinished").write_text('{"format": 1, "ca')

    second = Desk(tmp_path)
    assert second.store.load_all("made") == (half, newer)
    assert not list(second.folder.glob("*/*.unfinished"))
    second.store.close()


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"[]", b"{}", b'{"texts": 3}', b"[" * 100_000, b'"x"'])
def test_a_damaged_file_is_set_aside(desk: Desk, tmp_path: Path, content: bytes) -> None:
    good = draft(narrative="good")
    desk.store.save(good)
    desk.store.close()
    folder = desk.files()[0].parent
    (folder / "broken.json").write_bytes(content)
    second = Desk(tmp_path)
    assert second.store.load_all("made") == (good,)
    second.store.close()
    assert (folder / "broken.damaged").read_bytes() == content
    assert Desk(tmp_path).store.load_all("made") == (good,)
    old = time.time() - DAMAGED_KEPT_S - 60
    os.utime(folder / "broken.damaged", (old, old))
    assert Desk(tmp_path).store.load_all("made") == (good,)
    assert not folder.exists()


def test_of_two_drafts_of_one_call_the_newer_counts(tmp_path: Path) -> None:
    call = new_id()
    for minutes in (1, 3, 2):
        folder = tmp_path / "drafts" / new_id()
        folder.mkdir(parents=True)
        write_draft(folder, draft(call, minutes, narrative=f"{minutes}"))
    first = Desk(tmp_path)
    assert [one.texts["narrative"] for one in first.store.load_all("made")] == ["3"]
    first.store.close()
    assert [one.texts["narrative"] for one in Desk(tmp_path).store.load_all("made")] == ["3"]


def test_a_folder_that_cannot_be_read_keeps_nobody_from_the_others(tmp_path: Path) -> None:
    unreadable, good = tmp_path / "drafts" / "0-unreadable", tmp_path / "drafts" / "1-good"
    (unreadable / "draft.unfinished").mkdir(parents=True)
    good.mkdir()
    left = draft(narrative="orang pingsan")
    write_draft(good, left)
    assert Desk(tmp_path).store.load_all("made") == (left,)


class Trouble:
    """Makes writing below one folder fail with an error of the system, until it is over."""

    def __init__(self, base: Path, number: int, monkeypatch: pytest.MonkeyPatch) -> None:
        self.over = False
        self._base, self._number = base, number
        monkeypatch.setattr(drafts, "write_draft", self._write)

    def _write(self, folder: Path, one: Kept) -> None:
        if not self.over and folder.is_relative_to(self._base):
            raise OSError(self._number, os.strerror(self._number))
        write_draft(folder, one)


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "full"),
        (errno.EROFS, "read_only"),
        (errno.EACCES, "read_only"),
        (errno.EIO, "unreachable"),
    ],
)
def test_a_folder_that_takes_none_is_left_for_the_spare_one_and_taken_again(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    trouble = Trouble(desk.folder, number, monkeypatch)
    one = draft(narrative="first")
    desk.store.save(one)
    assert desk.store.flush(5)
    assert desk.told == [DraftPlace(desk.spare, code)]
    assert [path.stem for path in desk.files(desk.spare)] == [one.call]

    trouble.over = True
    again = draft(one.call, 1, narrative="again")
    desk.store.save(again)
    assert desk.store.flush(5)
    assert desk.told[-1] == desk.store.place == DraftPlace(desk.folder)
    assert (len(desk.files()), desk.files(desk.spare)) == (1, [])


def test_drafts_in_the_spare_folder_come_back(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Trouble(desk.folder, errno.ENOSPC, monkeypatch)
    one = draft(narrative="a")
    desk.store.save(one)
    desk.store.close()
    assert Desk(tmp_path).store.load_all("made") == (one,)


def test_a_folder_that_cannot_even_be_made_is_no_end(tmp_path: Path) -> None:
    (tmp_path / "drafts").write_text("in the way")
    desk = Desk(tmp_path)
    desk.store.save(draft(narrative="a"))
    assert desk.store.flush(5)
    assert desk.told == [DraftPlace(desk.spare, "unreachable")]
    assert desk.store.load_all("made") == ()
    desk.store.close()


def test_with_no_folder_at_all_drafts_wait_in_memory_and_are_tried_again(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drafts, "RETRY_S", 0.02)
    trouble = Trouble(tmp_path, errno.ENOSPC, monkeypatch)
    desk.store.save(draft(narrative="a"))
    assert not desk.store.flush(0.1)
    assert desk.store.place == DraftPlace(None, "full")
    trouble.over = True
    assert desk.store.flush(5)
    assert desk.store.place == DraftPlace(desk.folder)
    assert [one.folder for one in desk.told] == [None, desk.folder]


def test_a_failed_write_leaves_the_draft_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = draft(narrative="whole")
    write_draft(tmp_path, one)

    def fail(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="full"):
        write_draft(tmp_path, draft(one.call, 1, narrative="half"))
    assert read_drafts(tmp_path) == [one]
    assert [path.suffix for path in tmp_path.iterdir()] == [".json"]


ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=200)


@given(
    texts=st.dictionaries(st.sampled_from(DRAFT_FIELDS), ANY_TEXT),
    incident=st.none() | st.uuids().map(str),
    operator=ANY_TEXT,
    saved_at=st.datetimes(timezones=st.just(UTC)),
    answered_at=st.none() | st.datetimes(timezones=st.just(UTC)),
)
def test_every_draft_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory,
    texts: dict[str, str],
    incident: str | None,
    operator: str,
    saved_at: datetime,
    answered_at: datetime | None,
) -> None:
    folder = tmp_path_factory.mktemp("drafts")
    one = Draft(
        call=new_id(),
        operator=operator,
        saved_at=saved_at,
        answered_at=answered_at,
        incident=incident,
        texts=texts,
    )
    write_draft(folder, one)
    assert read_drafts(folder) == [one]


def test_a_draft_of_another_version_keeps_what_is_known(tmp_path: Path) -> None:
    one = draft(narrative="a")
    write_draft(tmp_path, one)
    file = tmp_path / f"{one.call}.json"
    file.write_text(file.read_text().replace('"narrative"', '"a_later_field": "x", "narrative"'))
    assert read_drafts(tmp_path) == [one]


def test_a_draft_needs_a_time_with_an_offset_and_fields_that_exist() -> None:
    with pytest.raises(ValueError, match="offset"):
        Draft(call="x", operator="made", saved_at=NOON.replace(tzinfo=None))
    with pytest.raises(ValueError, match="shoe_size"):
        draft(shoe_size="42")
    assert draft(channel="112", narrative="").is_empty
    assert not draft(rt_rw="03/07").is_empty

"""The encrypted files: torn, changed, another's, full; who may open them, and for how long."""

import errno
import os
import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.domain.acts import Act, Refusal, Result
from desktop.store.kept.items import Item, State
from desktop.store.kept.keys import PIN_LASTS, TRIES, Keyring
from desktop.store.kept.outbox import CONFIRMED_STAY, PUT_AWAY_STAYS, Outbox
from desktop.store.problems import StoreError
from tests.domain.world import CENTRE, NOW, furnished, named, open_incident
from tests.store.backends import author_of
from tests.store.kept.wire import CHEAP, holder_of, readers

SOON = datetime(2026, 11, 24, 15, tzinfo=UTC)


def items() -> list[Item]:
    """Two acts of one evening."""
    world = furnished()
    open_incident(world)
    numbers = {named("i1"): (NOW.date(), -39_999)}
    return [
        Item(act, author_of("ani"), SOON + timedelta(seconds=at), NOW, at == 1, numbers if at else {})
        for at, (act, _) in enumerate(world.done[-2:])
    ]


def opened(folder: Path, login: str = "ani", now: datetime = SOON, others: tuple[str, ...] = ()) -> Outbox:
    """The outbox in a folder, at some moment."""
    return Outbox.open(folder, CENTRE.id, holder_of(login), readers(*others), now)


def the_file(folder: Path) -> Path:
    """The only file of acts in a folder."""
    (file,) = folder.glob("*.kept")
    return file


def left_in(folder: Path, kept: list[Item], others: tuple[str, ...] = ()) -> Path:
    """A folder with the outbox of a desk that died."""
    outbox = opened(folder, others=others)
    outbox.keep(kept[:1])
    outbox.keep(kept[1:])
    outbox.close()
    return the_file(folder)


def test_what_was_kept_is_there_again(tmp_path: Path) -> None:
    kept = items()
    left_in(tmp_path, kept)
    outbox = opened(tmp_path)
    assert list(outbox.items(State.KEPT)) == kept
    assert outbox.given(-40_000) == {NOW.date(): -39_999}
    assert outbox.given(-50_000) == {NOW.date(): -39_999}
    assert outbox.given(-39_990) == {}
    waits = kept[1].becomes(State.REFUSED, SOON, refusal=Refusal("changed", "incident", "x", "place", "y"))
    outbox.mark([kept[0].becomes(State.CONFIRMED, SOON), waits])
    outbox.reach(4)
    outbox.close()
    outbox = opened(tmp_path)
    assert outbox.items(State.REFUSED) == (waits,)
    assert outbox.epoch == 4
    outbox.close()


def test_nothing_readable_lies_on_the_disk(tmp_path: Path) -> None:
    file = left_in(tmp_path, items())
    content = file.read_bytes()
    for word in (b"Mawar", b"0812", b"call.taken", named("i1").encode()):
        assert word not in content
    assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("cut", [1, 3, 30, 200])
def test_a_torn_end_loses_only_what_was_not_confirmed(tmp_path: Path, cut: int) -> None:
    kept = items()
    file = left_in(tmp_path, kept)
    content = file.read_bytes()
    file.write_bytes(content[:-cut])
    outbox = opened(tmp_path)
    assert list(outbox.items(State.KEPT)) == kept[:1]
    assert outbox.damaged == 0
    outbox.close()


@pytest.mark.parametrize(
    "tail", [b"\x00" * 4096, b"\x00\x00", b"\x00\x00\x00\x30" + b"\x00" * 48, b"\xff" * 64]
)
def test_what_a_power_cut_leaves_after_the_end(tmp_path: Path, tail: bytes) -> None:
    kept = items()
    file = left_in(tmp_path, kept)
    with file.open("ab") as end:
        end.write(tail)
    outbox = opened(tmp_path)
    assert list(outbox.items(State.KEPT)) == kept
    outbox.close()


@pytest.mark.parametrize("place", [-20, -1100])
def test_a_changed_record_is_told_and_set_aside(tmp_path: Path, place: int) -> None:
    kept = items()
    file = left_in(tmp_path, kept)
    content = bytearray(file.read_bytes())
    content[place] ^= 1
    file.write_bytes(content)
    outbox = opened(tmp_path)
    assert outbox.damaged == 1
    assert len(outbox.items(State.KEPT)) == 1
    assert [one.read_bytes() for one in tmp_path.glob("*.damaged")] == [bytes(content)]
    outbox.close()


def test_a_length_that_was_changed_is_told_and_what_comes_after_it_set_aside(tmp_path: Path) -> None:
    kept = items()
    outbox = opened(tmp_path)
    outbox.keep(kept[:1])
    end = the_file(tmp_path).stat().st_size
    outbox.keep(kept[1:])
    outbox.close()
    file = the_file(tmp_path)
    content = bytearray(file.read_bytes())
    content[end] ^= 0x80
    file.write_bytes(content)
    outbox = opened(tmp_path)
    assert outbox.damaged == 1
    assert list(outbox.items(State.KEPT)) == kept[:1]
    assert [one.read_bytes() for one in tmp_path.glob("*.damaged")] == [bytes(content)]
    outbox.close()


def test_nothing_is_held_open_between_writes(tmp_path: Path) -> None:
    """Windows replaces and removes no file that is open."""
    outbox = opened(tmp_path)
    outbox.keep(items())
    held = [one.readlink() for one in Path("/proc/self/fd").iterdir() if one.is_symlink()]
    assert not [file for file in held if file.is_relative_to(tmp_path) and file.suffix != ".lock"]
    outbox.close()


def test_what_another_desk_takes_meanwhile_hinders_nobody(tmp_path: Path) -> None:
    """It is in the list of files, and gone when it is looked at."""
    (tmp_path / "gone.kept").symlink_to(tmp_path / "nowhere")
    outbox = opened(tmp_path)
    outbox.keep(items())
    assert not outbox.locked
    outbox.close()


def test_what_is_no_outbox_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / "x.kept").write_bytes(b"something else")
    outbox = opened(tmp_path)
    assert not outbox.items(State.KEPT)
    assert len(list(tmp_path.glob("*.damaged"))) == 1
    outbox.close()


def test_anothers_outbox_stays_until_somebody_can_open_it(tmp_path: Path) -> None:
    kept = items()
    file = left_in(tmp_path, kept, ("budi",))
    before = file.read_bytes()
    outbox = opened(tmp_path, "citra")
    assert not outbox.items(State.KEPT)
    assert [(one.path, one.logins) for one in outbox.locked] == [(file, ("ani", "budi"))]
    outbox.close()
    assert file.read_bytes() == before
    colleague = opened(tmp_path, "budi", others=("citra",))
    assert list(colleague.items(State.KEPT)) == kept
    assert not file.exists()
    colleague.close()


def test_who_takes_the_seat_can_open_it_too(tmp_path: Path) -> None:
    outbox = opened(tmp_path)
    outbox.keep(items())
    outbox.admit(readers("ani", "citra"), SOON)
    outbox.keep([replace(items()[0], act=replace(items()[0].act, id=named("later")))])
    outbox.close()
    colleague = opened(tmp_path, "citra")
    assert len(colleague.items(State.KEPT)) == 3
    colleague.close()


def test_desks_beside_each_other_have_files_of_their_own(tmp_path: Path) -> None:
    first, second = opened(tmp_path), opened(tmp_path)
    assert (first.beside, second.beside) == (0, 1)
    first.keep(items())
    assert not second.items(State.KEPT)
    first.close()
    second.close()
    third = opened(tmp_path)
    assert len(third.items(State.KEPT)) == 2
    assert len(list(tmp_path.glob("*.kept"))) == 1
    third.close()


def test_a_disk_that_fills_confirms_nothing_and_spoils_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = items()
    outbox = opened(tmp_path)
    outbox.keep(kept[:1])

    def half(handle: int, content: bytes) -> None:
        os.write(handle, content[: len(content) // 2])
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("desktop.store.kept.boxes.write_whole", half)
        with pytest.raises(StoreError, match="full"):
            outbox.keep(kept[1:])
    assert list(outbox.items(State.KEPT)) == kept[:1]
    again = replace(kept[1], act=replace(kept[1].act, id=named("again")))
    outbox.keep([again])
    outbox.close()
    outbox = opened(tmp_path)
    assert list(outbox.items(State.KEPT)) == [kept[0], again]
    outbox.close()


def test_what_is_over_goes_after_a_while(tmp_path: Path) -> None:
    kept = items()
    outbox = opened(tmp_path)
    outbox.keep(kept)
    away = kept[0].becomes(State.PUT_AWAY, SOON, decided_by="ani", reason="dua kali")
    outbox.mark([away])
    known = Act(named("known"), "note.added", kept[0].act.changes, "Catatan")
    outbox.confirm(known, author_of("ani"), Result(known.id, 5, NOW), SOON)
    outbox.close()
    states = (State.CONFIRMED, State.PUT_AWAY, State.KEPT)
    for later, left in (
        (CONFIRMED_STAY - timedelta(minutes=1), 3),
        (CONFIRMED_STAY, 2),
        (PUT_AWAY_STAYS - timedelta(minutes=1), 2),
        (PUT_AWAY_STAYS, 1),
        (timedelta(days=400), 1),
    ):
        outbox = opened(tmp_path, now=SOON + later)
        assert len(outbox.items(*states)) == left, later
        outbox.close()


def test_what_was_confirmed_goes_also_while_the_desk_is_open(tmp_path: Path) -> None:
    outbox = opened(tmp_path)
    acts = [Act(named(f"act {at}"), "note.added", items()[0].act.changes, "Catatan") for at in range(3)]
    for act, at in zip(acts, (timedelta(), CONFIRMED_STAY - timedelta(hours=3), CONFIRMED_STAY), strict=True):
        outbox.confirm(act, author_of("ani"), Result(act.id, 5, NOW), SOON + at)
    assert [item.act for item in outbox.items(State.CONFIRMED)] == acts[1:]
    outbox.close()
    outbox = opened(tmp_path)
    assert [item.act for item in outbox.items(State.CONFIRMED)] == acts[1:]
    outbox.close()


def test_a_copy_taken_while_one_was_written_anew_does_no_harm(tmp_path: Path) -> None:
    file = left_in(tmp_path, items())
    copy = file.with_name("00000000-0000-4000-8000-000000000000.kept")
    shutil.copy2(file, copy)
    outbox = opened(tmp_path)
    assert list(outbox.items(State.KEPT)) == items()
    outbox.close()


@pytest.fixture
def ring(tmp_path: Path) -> Keyring:
    """A keyring whose locks cost little."""
    return Keyring(tmp_path / "keys.json", CHEAP, CHEAP)


def test_a_password_opens_the_same_key_again(ring: Keyring) -> None:
    first = ring.sign_in(author_of("ani"), "Sandi rahasia 1", SOON)
    assert ring.sign_in(author_of("ani"), "Sandi rahasia 1", SOON).secret == first.secret
    other = ring.sign_in(author_of("ani"), "Sandi baru 2", SOON)
    assert other.secret != first.secret, "the password was reset: what was locked with the old one stays so"
    assert set(ring.lately(SOON)) == {"ani"}


def test_a_pin_holds_twelve_hours(ring: Keyring, tmp_path: Path) -> None:
    holder = ring.sign_in(author_of("budi"), "Sandi rahasia 1", SOON)
    with pytest.raises(StoreError, match="sign_in"):
        ring.sign_in_cut_off("budi", "482913", SOON)
    ring.set_pin(holder, "482913", SOON)
    last = SOON + PIN_LASTS
    found = ring.sign_in_cut_off("budi", "482913", last)
    assert (found.secret, found.author) == (holder.secret, author_of("budi"))
    assert set(ring.with_pin(last)) == {"budi"}
    late = last + timedelta(seconds=1)
    assert not ring.with_pin(late)
    with pytest.raises(StoreError, match="sign_in"):
        ring.sign_in_cut_off("budi", "482913", late)
    content = (tmp_path / "keys.json").read_text(encoding="utf-8")
    assert "482913" not in content
    assert "Sandi" not in content


def test_a_pin_can_be_guessed_a_few_times_only(ring: Keyring) -> None:
    holder = ring.sign_in(author_of("budi"), "Sandi rahasia 1", SOON)
    ring.set_pin(holder, "482913", SOON)
    for guess in range(TRIES - 1):
        with pytest.raises(StoreError, match="sign_in"):
            ring.sign_in_cut_off("budi", f"11223{guess}", SOON)
    ring.sign_in_cut_off("budi", "482913", SOON)
    for guess in range(TRIES):
        with pytest.raises(StoreError, match="sign_in"):
            ring.sign_in_cut_off("budi", f"11223{guess}", SOON)
    with pytest.raises(StoreError, match="sign_in"):
        ring.sign_in_cut_off("budi", "482913", SOON)
    ring.set_pin(ring.sign_in(author_of("budi"), "Sandi rahasia 1", SOON), "482913", SOON)
    ring.sign_in_cut_off("budi", "482913", SOON)


@pytest.mark.parametrize("pin", ["12345", "1111111", "abcdef", "12 456", "١٢٣٤٥٦", ""])
def test_what_is_no_pin(ring: Keyring, pin: str) -> None:
    holder = ring.sign_in(author_of("budi"), "Sandi rahasia 1", SOON)
    with pytest.raises(ValueError, match="PIN"):
        ring.set_pin(holder, pin, SOON)


def test_a_damaged_keyring_begins_anew(ring: Keyring, tmp_path: Path) -> None:
    ring.sign_in(author_of("ani"), "Sandi rahasia 1", SOON)
    damaged = (tmp_path / "keys.json").read_bytes()[:-2]
    (tmp_path / "keys.json").write_bytes(damaged)
    ring.sign_in(author_of("ani"), "Sandi rahasia 1", SOON)
    assert set(ring.lately(SOON)) == {"ani"}
    assert (tmp_path / "keys.json.damaged").read_bytes() == damaged, (
        "a key lost here takes along what it locks"
    )


def test_the_key_that_costs_what_it_should(tmp_path: Path) -> None:
    ring = Keyring(tmp_path / "keys.json")
    ring.sign_in(author_of("ani"), "Sandi rahasia 1", SOON)
    content = (tmp_path / "keys.json").read_text(encoding="utf-8")
    assert '"passes": 3, "memory": 65536' in content

"""The outbox: acts that the database has not, and for a day those that it has, in one encrypted file."""

import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

from filelock import FileLock, Timeout
from nacl.public import PrivateKey, PublicKey

from desktop.domain.acts import Act, Result
from desktop.store.kept.boxes import BoxFile, read_boxes, read_header
from desktop.store.kept.disk import sync_folder, told
from desktop.store.kept.items import Item, State, item_from, item_json, mark_json, marked
from desktop.store.kept.keys import Holder
from desktop.store.kept.looks import Look
from desktop.store.problems import StoreError
from desktop.store.submit_sqlite import Author

SUFFIX = ".kept"
DAMAGED = ".damaged"
SETTLED = ".settled"
"""Beside a file in which nothing waits: who cannot open it need not look for somebody who can."""
CONFIRMED_STAY = timedelta(hours=24)
"""How long acts that the database has stay here: a server that is promoted may not have them (wanted so)."""
PUT_AWAY_STAYS = timedelta(days=30)
"""How long an act stays that somebody put away (our choice)."""
COMPACT_BYTES = 16 * 1024 * 1024
"""Bytes from which the file is written anew without what has expired (our choice)."""
ANEW = timedelta(hours=1)
"""After so long it is, too, with the next act that the database has: desks stay open for weeks (ours)."""


Carried = Item | Look
"""What comes from another workstation."""


@dataclass(frozen=True, slots=True)
class Locked:
    """A file that this operator cannot open. `logins`: who can."""

    path: Path
    logins: tuple[str, ...]


class Outbox:
    """See the module. Its functions write to the disk, and may be called from any thread."""

    def __init__(self, folder: Path, about: Mapping[str, Any], readers: Mapping[str, PublicKey]) -> None:
        self._folder = folder
        self._own = folder / f"{uuid4()}{SUFFIX}"
        self._about = about
        self._readers = readers
        self._guard = threading.RLock()
        self._items: dict[str, Item] = {}
        self._open_items: tuple[Item, ...] = ()
        self._looks: dict[str, Look] = {}
        self._file: BoxFile | None = None
        self._lock: FileLock | None = None
        self._epoch = 0
        self._written_at = datetime.min.replace(tzinfo=UTC)
        self.locked: tuple[Locked, ...] = ()
        """Files whose acts this operator cannot deliver."""
        self.beside = 0
        """How many desks run beside this one on the same workstation."""
        self.damaged = 0
        """Records that could not be read; the file that holds them was set aside."""

    @classmethod
    def open(
        cls,
        folder: Path,
        centre: str,
        holder: Holder,
        readers: Mapping[str, PublicKey],
        now: datetime,
    ) -> "Outbox":
        """Take over what lies in a folder and is used by no running desk. `centre`: its id.

        `readers`: for whom it is encrypted from now on, by login. StoreError of the disk.
        """
        own = {holder.author.login: holder.secret.public_key}
        outbox = cls(folder, {"centre": centre}, {**readers, **own})
        with told():
            outbox._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            outbox._lock = _lock(outbox._own)
            outbox.take_over(holder.secret, now)
        return outbox

    @property
    def open_items(self) -> tuple[Item, ...]:
        """What the database has not yet, or refused. Waits for no disk: the screen asks for it."""
        return self._open_items

    def take_over(self, secret: PrivateKey, now: datetime) -> None:
        """Take what desks left that run no more: when opened, and once another has left the seat. OSError."""
        with self._guard:
            self._take_over(secret, now)

    def _take_over(self, secret: PrivateKey, now: datetime) -> None:
        taken: list[tuple[Path, FileLock]] = []
        locked = []
        self.beside = 0
        others = [path for path in self._folder.glob(f"*{SUFFIX}") if path != self._own]
        for path in sorted(others, key=_written):
            lock = _lock(path)
            if lock is None:
                self.beside += 1
            elif (reason := self._take(path, secret)) is not None:
                waits = reason.logins and not path.with_suffix(SETTLED).exists()
                locked += [reason] if waits else []
                lock.release()
            else:
                taken.append((path, lock))
        self.locked = tuple(locked)
        self._write_anew(self._own, now)
        for path, lock in taken:
            path.unlink(missing_ok=True)
            path.with_suffix(SETTLED).unlink(missing_ok=True)
            lock.release()
            with suppress(OSError):
                Path(lock.lock_file).unlink(missing_ok=True)
        sync_folder(self._folder)

    def _take(self, path: Path, secret: PrivateKey) -> Locked | None:
        """Take what is in a file; what is left there instead, when it cannot be opened or is no such file."""
        logins: tuple[str, ...] = ()
        try:
            logins = tuple(sorted(read_header(path)["keys"]))
            found = read_boxes(path, secret)
        except StoreError as error:
            if error.code == "sealed_otherwise":
                return Locked(path, logins)
            path.replace(path.with_suffix(DAMAGED))
            return Locked(path, ())
        except FileNotFoundError:  # another desk has just taken it
            return Locked(path, ())
        unread = found.damaged
        for entry in found.entries:
            try:
                self._fold(entry)
            except (KeyError, TypeError, ValueError):
                unread += 1
        if unread:
            self.damaged += unread
            aside = path.with_suffix(DAMAGED)
            aside.write_bytes(path.read_bytes())
            aside.chmod(0o600)
        return None

    def _fold(self, entry: Mapping[str, Any]) -> None:
        match entry["what"]:
            case "item":
                item = item_from(entry)
                self._items[item.act.id] = item
            case "mark":
                self._items[entry["id"]] = marked(self._items[entry["id"]], entry)
            case "look":
                look = Look.from_json(entry["look"])
                self._looks[look.id] = look
            case "told":
                for told_look in entry["looks"]:
                    self._looks.pop(told_look, None)
            case "epoch":
                self._epoch = max(self._epoch, int(entry["epoch"]))

    def _write_anew(self, path: Path, now: datetime) -> None:
        self._items = {key: item for key, item in self._items.items() if _stays(item, now)}
        entries: list[Any] = [{"what": "epoch", "epoch": self._epoch}]
        entries += [item_json(item) for item in self._items.values()]
        entries += [look_json(look) for look in self._looks.values()]
        self._file = BoxFile.make(path, self._readers, self._about, entries)
        self._written_at = now
        self._sort_out()

    def _sort_out(self) -> None:
        open_states = (State.KEPT, State.REFUSED, State.HELD)
        self._open_items = tuple(item for item in self._items.values() if item.state in open_states)

    def admit(self, readers: Mapping[str, PublicKey], now: datetime) -> None:
        """Encrypt all of it anew, for other operators: when one takes the seat."""
        with self._guard:
            self._readers = readers
            self._write_anew(self._opened().path, now)

    def keep(self, items: Sequence[Item]) -> None:
        """Keep acts; on the disk when this returns. StoreError of the disk: then none is kept."""
        with self._guard:
            self._opened().append([item_json(item) for item in items], sync=True)
            self._items.update({item.act.id: item for item in items})
            self._sort_out()

    def confirm(self, act: Act, author: Author, result: Result, now: datetime) -> Item:
        """Remember an act that the database has, for as long as a promoted server may miss it."""
        item = Item(act, author, now, result.recorded_at, numbers=result.numbers)
        item = item.becomes(State.CONFIRMED, now, drawn=result.numbers)
        with self._guard:
            self._opened().append([item_json(item)], sync=False)
            self._items[act.id] = item
            if self._opened().length > COMPACT_BYTES or now - self._written_at > ANEW:
                self._write_anew(self._opened().path, now)
        return item

    def take_in(self, carried: Sequence[Carried]) -> int:
        """Keep acts and looks that come from another workstation; how many acts were not known here."""
        items = [one for one in carried if isinstance(one, Item)]
        with self._guard:
            self.keep_looks([one for one in carried if isinstance(one, Look)])
            new = [item.becomes(State.KEPT, item.kept_at) for item in items if item.act.id not in self._items]
            self.keep(new)
        return len(new)

    def mark(self, items: Sequence[Item]) -> None:
        """Write down what became of acts; that one was delivered could be found out again."""
        sync = any(item.state is not State.CONFIRMED for item in items)
        with self._guard:
            self._opened().append([mark_json(item) for item in items], sync=sync)
            self._items.update({item.act.id: item for item in items})
            self._sort_out()

    @property
    def looks(self) -> tuple[Look, ...]:
        """Looks that the database's log has not, in order."""
        with self._guard:
            return tuple(self._looks.values())

    def keep_looks(self, looks: Sequence[Look]) -> None:
        """Keep looks; on the disk when this returns. StoreError of the disk."""
        if looks:
            with self._guard:
                self._opened().append([look_json(look) for look in looks], sync=True)
                self._looks.update({look.id: look for look in looks})

    def told_looks(self, looks: Sequence[Look]) -> None:
        """Forget looks that the database's log has."""
        if looks:
            with self._guard:
                ids = [look.id for look in looks]
                self._opened().append([{"what": "told", "looks": ids}], sync=False)
                for look in ids:
                    self._looks.pop(look, None)

    @property
    def epoch(self) -> int:
        """The highest epoch of a server to which this outbox delivered; 0 before the first."""
        return self._epoch

    def reach(self, epoch: int) -> None:
        """Remember the epoch of a server that has all that is confirmed."""
        with self._guard:
            if epoch > self._epoch:
                self._opened().append([{"what": "epoch", "epoch": epoch}], sync=True)
                self._epoch = epoch

    def item(self, act: str) -> Item:
        """The item of an act. KeyError when there is none."""
        with self._guard:
            return self._items[act]

    def items(self, *states: State) -> tuple[Item, ...]:
        """The items in these states, in the order in which they were kept."""
        with self._guard:
            return tuple(item for item in self._items.values() if item.state in states)

    def given(self, floor: int) -> Mapping[date, int]:
        """The last provisional serial given on each day, of those counted from a floor (see `Number`)."""
        last: dict[date, int] = {}
        with self._guard:
            numbers = [number for item in self._items.values() for number in item.numbers.values()]
        for day, serial in numbers:
            if floor <= serial < 0:
                last[day] = max(serial, last.get(day, floor))
        return last

    def close(self) -> None:
        """Let go of the file; one with nothing in it but the past stays for the next desk."""
        with self._guard:
            if self._file is not None:
                if not self._open_items and not self._looks:
                    with suppress(OSError):
                        self._own.with_suffix(SETTLED).touch(0o600)
                self._file = None
            if self._lock is not None:
                self._lock.release()

    def _opened(self) -> BoxFile:
        if self._file is None:
            raise StoreError("unreachable", "the outbox is closed")
        return self._file


def _stays(item: Item, now: datetime) -> bool:
    age = now - (item.changed_at or item.kept_at)
    if item.state is State.CONFIRMED:
        return now - item.kept_at < CONFIRMED_STAY
    return item.state is not State.PUT_AWAY or age < PUT_AWAY_STAYS


def look_json(look: Look) -> dict[str, Any]:
    """A look whole."""
    return {"what": "look", "look": look.as_json()}


def carried_from(entry: Mapping[str, Any]) -> Carried:
    """What is in JSON. KeyError, TypeError or ValueError when it is neither."""
    return Look.from_json(entry["look"]) if entry["what"] == "look" else item_from(entry)


def _written(path: Path) -> float:
    """When a file was last written, so that what was kept first comes first; nothing for one that is gone."""
    with suppress(FileNotFoundError):
        return path.stat().st_mtime
    return 0.0


def _lock(path: Path) -> FileLock | None:
    """The lock of a file, or None while another desk holds it."""
    lock = FileLock(f"{path}.lock", thread_local=False)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return None
    return lock

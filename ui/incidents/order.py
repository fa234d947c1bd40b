"""Ids in the order of their keys, in which rows are found, put and taken out by halving."""

from bisect import bisect_left
from collections.abc import Iterable
from typing import Any, Generic, TypeVar

K = TypeVar("K", bound=Any)


class Order(Generic[K]):
    """Ids sorted by keys of which no two are equal."""

    def __init__(self) -> None:
        self.ids: list[str] = []
        self._keys: list[K] = []
        self._key_of: dict[str, K] = {}

    def __len__(self) -> int:
        return len(self.ids)

    def __contains__(self, one: str) -> bool:
        return one in self._key_of

    def fill(self, entries: Iterable[tuple[K, str]]) -> None:
        """Hold these (key, id) and no others."""
        ordered = sorted(entries, key=lambda entry: entry[0])
        self._keys = [key for key, _ in ordered]
        self.ids = [one for _, one in ordered]
        self._key_of = {one: key for key, one in ordered}

    def key(self, one: str) -> K:
        """The key under which an id stands. KeyError when it does not."""
        return self._key_of[one]

    def row(self, one: str) -> int | None:
        """The row of an id."""
        key = self._key_of.get(one)
        return None if key is None else bisect_left(self._keys, key)

    def row_for(self, key: K) -> int:
        """The row that an id with this key would get."""
        return bisect_left(self._keys, key)

    def put(self, row: int, key: K, one: str) -> None:
        """Put an id at the row that `row_for` gave."""
        self._keys.insert(row, key)
        self.ids.insert(row, one)
        self._key_of[one] = key

    def take(self, row: int) -> str:
        """Take out the id of a row."""
        del self._keys[row]
        one = self.ids.pop(row)
        del self._key_of[one]
        return one

"""How an act lies in the journal: what is personal apart from the rest."""

import hashlib
import hmac
import json
from collections.abc import Mapping, Sequence
from typing import Any

from desktop.domain.acts import Act, encode, encode_value
from desktop.domain.records import Row
from desktop.domain.schema import TABLES

Json = dict[str, Any]


def canonical(act: Act) -> bytes:
    """The act's content as bytes: equal for equal acts."""
    return json.dumps(encode(act), sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def is_beyond(act: Act, content: bytes, most: int) -> bool:
    """Whether an act of this `content` (see `canonical`) has more bytes than that, by `size`."""
    return 2 * len(content) > most and size(act) > most  # `size` adds blanks, one a character at most


def size(act: Act) -> int:
    """Bytes of the act's JSON with a blank after each comma and colon, as PostgreSQL's jsonb counts them."""
    return len(json.dumps(encode(act), ensure_ascii=False).encode())


def digest(key: bytes, content: bytes) -> bytes:
    """A keyed digest of an act's content: it tells whether a repeated act is the same, and nothing else."""
    return hmac.new(key, content, hashlib.sha256).digest()


def split(items: Sequence[Json]) -> tuple[list[Json], list[Json]]:
    """Encoded changes as (open, personal); both keep the order in which they stood by `at`."""
    numbered = [{"at": at, **item} for at, item in enumerate(items)]
    personal = [item for item in numbered if TABLES[item["table"]].personal]
    return [item for item in numbered if not TABLES[item["table"]].personal], personal


def join(open_items: Sequence[Json], personal: Sequence[Json]) -> list[Json]:
    """Both halves again in their order."""
    return sorted((*open_items, *personal), key=lambda item: int(item["at"]))


def before_items(act: Act, before: Sequence[Row]) -> list[Json]:
    """The values that each change replaced, as JSON beside their table."""
    return [
        {"table": change.table, "values": {name: encode_value(value) for name, value in old.items()}}
        for change, old in zip(act.changes, before, strict=True)
    ]


def numbers_json(numbers: Mapping[str, tuple[Any, int]]) -> Json:
    """Numbers drawn, as JSON: incident id → [day, serial]."""
    return {row: [encode_value(day), serial] for row, (day, serial) in numbers.items()}

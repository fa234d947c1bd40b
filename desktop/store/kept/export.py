"""Acts of a workstation that will not come back, carried in a file to another desk.

The file is encrypted for the centre's public key: only who has the secret one opens it.
"""

import json
from pathlib import Path

from desktop.store import sealing
from desktop.store.kept.disk import new_file, sync_folder, told
from desktop.store.kept.items import State, item_json
from desktop.store.kept.outbox import Carried, Outbox, carried_from, look_json
from desktop.store.problems import StoreError


def export_kept(outbox: Outbox, centre: str, key_file: Path, target: Path) -> int:
    """Write all acts that are not delivered, and looks that were not told, into a new file; how many acts.

    They stay in the outbox, too.

    `centre`: its id. `key_file`: with the public key. StoreError `exists`, `bad_key`, and of the disk.
    """
    if target.exists():
        raise StoreError("exists", str(target))
    items = outbox.items(State.KEPT, State.REFUSED, State.HELD)
    lines = [{"centre": centre}, *(item_json(item) for item in items)]
    lines += [look_json(look) for look in outbox.looks]
    content = (json.dumps(line, ensure_ascii=False).encode() + b"\n" for line in lines)
    with told():
        handle = new_file(target)
        with open(handle, "wb") as file:  # noqa: PTH123 - a handle, for the file is private from its first moment
            sealing.seal(content, key_file, file)
        sync_folder(target.parent)
    return len(items)


def read_export(file: Path, centre: str, key_file: Path) -> tuple[Carried, ...]:
    """The acts and looks in a file, to be delivered. `key_file`: with the secret key.

    StoreError `bad_key`, `sealed_otherwise`, `damaged_backup`; `not_a_centre` for those of another centre.
    """
    with told(), file.open("rb") as source:
        content = b"".join(sealing.unseal(source, key_file))
    try:
        lines = [json.loads(line) for line in content.splitlines()]
        if lines[0]["centre"] != centre:
            raise StoreError("not_a_centre", lines[0]["centre"])
        found = [carried_from(line) for line in lines[1:]]
    except (IndexError, KeyError, TypeError, ValueError) as error:
        raise StoreError("damaged_backup", str(file)) from error
    return tuple(found)

"""The lines of both tables about the phone book."""

from desktop.domain.acts import Act
from desktop.domain.records import Value
from tests.domain.guarded import Guarded
from tests.domain.lawful import Lawful, Make
from tests.domain.world import World, close, insert, named, open_incident


def kept_act(world: World) -> Act:
    """Two contacts of one agency, one of them a person."""
    return world.act(
        "reference.loaded",
        insert("contact", "pln", name="PLN", contact_kind="agency", agency="PLN", numbers="123"),
        insert("contact_private", "pln"),
        insert("contact", "pln-piket", name="Piket PLN", contact_kind="duty_officer", agency="PLN", step=2),
        insert("contact_private", "pln-piket", person="Made Sari", numbers="0812-3400-0001"),
    )


def kept(world: World) -> object:
    """Have them."""
    return world.must("dewa", kept_act(world))


def tried(contact: str, result: str, incident: str | None = "i1", row: str = "t1", note: str = "") -> Make:
    """Telephoning a contact."""

    def make(world: World) -> Act:
        values: dict[str, Value] = {"contact": contact, "number": 1, "result": result}
        if incident is not None:
            values["incident"] = named(incident)
        return world.act("contact.tried", insert("contact_try", row, **values), note=note or None)

    return make


def _tried(world: World) -> object:
    return world.must("ani", tried("pln-piket", "told", note="Pak Made tahu")(world))


def _erased(world: World) -> Act:
    kind = "personal.erased"
    return world.act(kind, world.update(kind, "contact_private", "pln-piket"), note="pindah tugas")


def _erase(world: World) -> object:
    return world.must("citra", _erased(world))


def _another(world: World) -> Act:
    kind = "reference.loaded"
    return world.act(kind, world.update(kind, "contact_private", "pln-piket", person="Ketut"))


LAWFUL_CONTACTS = (
    Lawful("contacts kept", (), "dewa", kept_act),
    Lawful("a contact told", (kept, open_incident), "budi", tried("pln-piket", "told", note="Pak Made")),
    Lawful("a contact tried without an incident", (kept,), "citra", tried("pln", "busy", None)),
    Lawful("a contact tried when all is over", (kept, open_incident, close), "ani", tried("pln", "told")),
    Lawful("a contact's person erased", (kept, open_incident, _tried), "citra", _erased),
    Lawful("another person after that", (kept, _erase), "dewa", _another),
)

GUARDED_CONTACTS = (
    Guarded(
        "a contact without its personal half",
        (),
        "dewa",
        lambda world: world.act("reference.loaded", insert("contact", "x", name="X")),
        "side_rows",
        "contact_private",
    ),
)

"""The lines of both tables about the approval of question cards."""

from desktop.domain.acts import Act
from tests.domain.guarded import Guarded
from tests.domain.lawful import Lawful, Make
from tests.domain.world import World, insert

DIGEST = "0123456789abcdef"
ROW = f"fire.{DIGEST}"


def _approves(row: str = ROW, card: str = "fire", digest: str = DIGEST) -> Make:
    def make(world: World) -> Act:
        made = insert("card_approval", row, card=card, version=digest)
        return world.act("card.approved", made, note="dr. Sari, 29-11-2026")

    return make


def _again(kind: str) -> Make:
    return lambda world: world.act(kind, world.update(kind, "card_approval", ROW), note="diperiksa ulang")


def _approve(world: World) -> object:
    return world.must("citra", _approves()(world))


def _withdraw(world: World) -> object:
    return world.must("citra", _again("card.withdrawn")(world))


APPROVES = _approves()

LAWFUL_CARDS = (
    Lawful("a card approved", (), "citra", APPROVES),
    Lawful("a card's approval withdrawn", (_approve,), "citra", _again("card.withdrawn")),
    Lawful("a card approved once more", (_approve, _withdraw), "citra", _again("card.approved")),
)

GUARDED_CARDS = (
    Guarded(
        "an approval under another name",
        (),
        "citra",
        _approves(row="flood.0123456789abcdef"),
        "approval_named",
        "card_approval",
        "flood.0123456789abcdef",
    ),
    Guarded(
        "an approval of no card",
        (),
        "citra",
        _approves(row=f"Fire.{DIGEST}", card="Fire"),
        "approval_named",
        "card_approval",
        f"Fire.{DIGEST}",
    ),
    Guarded(
        "an approval of no version",
        (),
        "citra",
        _approves(row="fire.0123", digest="0123"),
        "approval_named",
        "card_approval",
        "fire.0123",
    ),
    Guarded(
        "approved what is approved",
        (_approve,),
        "citra",
        _again("card.approved"),
        "approval_changes",
        "card_approval",
        ROW,
    ),
    Guarded(
        "withdrawn what is withdrawn",
        (_approve, _withdraw),
        "citra",
        _again("card.withdrawn"),
        "approval_changes",
        "card_approval",
        ROW,
    ),
)

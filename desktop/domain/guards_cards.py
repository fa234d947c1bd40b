"""Guards about the approval of question cards."""

import re
from collections.abc import Callable

from desktop.domain.acts import Op, Refusal
from desktop.domain.cards import CARD_FORM, DIGEST_FORM, approval_id
from desktop.domain.view import View

_CARD, _DIGEST = re.compile(CARD_FORM), re.compile(DIGEST_FORM)


def approval_named(view: View) -> Refusal | None:
    """A decision lies under the code of its card and the digest of its version."""
    for step in view.of("card_approval", Op.INSERT):
        card, digest = str(step.after["card"]), str(step.after["version"])
        fits = _CARD.fullmatch(card) and _DIGEST.fullmatch(digest)
        if not fits or step.change.row != approval_id(card, digest):
            return Refusal("approval_named", "card_approval", step.change.row)
    return None


def approval_changes(view: View) -> Refusal | None:
    """What was decided so already is not decided so again."""
    for step in view.of("card_approval", Op.UPDATE):
        before = step.before or {}
        if before["state"] == step.after["state"]:
            return Refusal(
                "approval_changes", "card_approval", step.change.row, act=str(before["approval_act"])
            )
    return None


CARD_GUARDS: tuple[Callable[[View], Refusal | None], ...] = (approval_named, approval_changes)

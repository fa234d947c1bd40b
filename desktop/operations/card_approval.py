"""What the city's medical officer decided of question cards, as a supervisor writes it down."""

from desktop.domain.cards import Card, CardApproval
from desktop.domain.kinds_cards import APPROVED, WITHDRAWN
from desktop.operations.desk import Desk, Outcome, change, new_row


async def approve_card(desk: Desk, card: Card, seen: CardApproval | None, note: str) -> Outcome:
    """Approve this version of a card. `note`: who decided, and when. `seen`: an earlier decision on it."""
    if seen is not None:
        return await desk.act(APPROVED, [change(APPROVED, seen)], note)
    row = new_row("card_approval", card.approval_id, card=card.code, version=card.digest)
    return await desk.act(APPROVED, [row], note)


async def withdraw_approval(desk: Desk, seen: CardApproval, note: str) -> Outcome:
    """Withdraw the approval of a version; it is proposed again. `note`: who decided, and why."""
    return await desk.act(WITHDRAWN, [change(WITHDRAWN, seen)], note)

"""What stands above everything while a crew is in distress."""

from time import monotonic

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop.domain.distress import Distress
from desktop.domain.rescue import longest_waiting
from ui.distress.helping import Helping
from ui.distress.words import card_lines, folded_text, head_text, help_text, state_text
from ui.overlay import IN_SIGHT
from ui.panel import dress, label
from ui.session import Session

SEEN_SECONDS = 0.5
"""How long it takes to see that another crew is shown (ours)."""


class DistressStrip(QFrame):
    """Shows the crew whose distress nobody has taken, else the one in distress longest; others in a line.

    What somebody took is one line until its card is asked for: the room belongs to the other incidents.
    """

    def __init__(self, session: Session, helping: Helping, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("dress", "banner")
        self.setProperty(IN_SIGHT, True)
        self._session = session
        self._helping = helping
        self._opened = ""
        """The distress whose card was asked for after somebody had taken it."""
        self._turned: tuple[str, float] = ("", 0.0)
        """Which one is shown, and since when."""
        self.head = label("", "distress")
        self.state = label("", "alarm")
        self.card = label("", "plain")
        self.help = label("", "strip-head")
        self.others = label("", "alarm")
        column = QVBoxLayout(self)
        self._column = column
        for one in (self.head, self.state, self.card, self.help, self.others):
            one.setWordWrap(True)
            column.addWidget(one)
        self._size()
        session.board_changed.connect(lambda change: self.look() if change.distress or change.cases else None)
        session.ticked.connect(self._tick)
        session.look_changed.connect(self._size)
        helping.changed.connect(self.look)
        self.hide()
        self.look()

    @property
    def shown(self) -> Distress | None:
        """The one that keys are about."""
        found = longest_waiting(self._session.board.distress.values())
        return found[0] if found else None

    @property
    def just_turned(self) -> bool:
        """Whether another was shown until now: a key that is pressed now may be meant for that one."""
        return monotonic() - self._turned[1] < SEEN_SECONDS

    def turn_card(self) -> None:
        """Show the card of one that somebody took, or put it away again."""
        one = self.shown
        if one is not None:
            self._opened = "" if self._opened == one.id else one.id
            self.look()

    def look(self) -> None:
        """Show what the board has."""
        one = self.shown
        if one is not None and one.id != self._turned[0]:
            self._turned = (one.id, monotonic() if self.isVisible() else 0.0)
        self._helping.follow(one)
        if one is None:
            self.hide()
            return
        session = self._session
        _set(self.head, head_text(session, one))
        self._say_state(one)
        dress(self.state, "alarm" if one.waits else "warning")
        _set(self.card, "\n".join(card_lines(session, one)))
        _set(self.help, help_text(session, one, self._helping.found))
        rest = longest_waiting(session.board.distress.values())[1:]
        _set(self.others, "\n".join(head_text(session, each) for each in rest))
        for part in (self.head, self.card, self.help):
            part.setVisible(not self._is_folded(one))
        self.others.setVisible(bool(rest))
        self.show()

    def _tick(self) -> None:
        one = self.shown
        if one is not None:
            self._say_state(one)

    def _is_folded(self, one: Distress) -> bool:
        return not one.waits and self._opened != one.id

    def _say_state(self, one: Distress) -> None:
        _set(self.state, (folded_text if self._is_folded(one) else state_text)(self._session, one))

    def _size(self) -> None:
        px = self._session.look.px
        self._column.setContentsMargins(px(10), px(4), px(10), px(5))
        self._column.setSpacing(px(2))


def _set(target: QLabel, text: str) -> None:
    if target.text() != text:
        target.setText(text)

"""Two places for words that belong to no field: a banner for outages and faults, a line for what was done."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from ui.panel import dress, label
from ui.session import Level, Session
from ui.taking_back import TakingBack

MESSAGE_SECONDS = 12
"""How long a message stays on the line."""


class Banner(QFrame):
    """Stays until what it tells of is over, or until it is put away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("dress", "banner")
        self.text = label("", "alarm")
        self.text.setWordWrap(True)
        self._away = QPushButton(self.tr("Put away"))
        self._away.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 10, 4)
        row.addWidget(self.text, 1)
        row.addWidget(self._away)
        self.hide()

    def tell(self, text: str, *, can_be_put_away: bool) -> None:
        """Show a text."""
        self.text.setText(text)
        self._away.setVisible(can_be_put_away)
        self.show()


class MessageLine(QWidget):
    """The line at the bottom: the last message on the left, the key sheet's key on the right."""

    def __init__(self, session: Session, taking_back: TakingBack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._taking_back = taking_back
        self.text: QLabel = label("", "muted")
        self.hint = hint = label(self.tr("F1 keys"), "hint")
        hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 10, 2)
        row.addWidget(self.text, 1)
        row.addWidget(hint)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.text.clear)
        session.said.connect(self.tell)
        session.unsaid.connect(self._withdraw)
        taking_back.changed.connect(self._offer)

    def tell(self, text: str, level: Level) -> None:
        """Show a message for a while."""
        dress(self.text, "alarm" if level is Level.PROBLEM else "good")
        self.text.setText(text)
        self._timer.start(MESSAGE_SECONDS * 1000)

    def _withdraw(self, text: str) -> None:
        if self.text.text() == text:
            self._timer.stop()
            self.text.clear()

    def _offer(self) -> None:
        """Name the key that takes back, as long as there is something for it."""
        keys = (self._taking_back.hint, self.tr("F1 keys"))
        self.hint.setText(" · ".join(one for one in keys if one))

"""What the call panel shows while no call is open."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.calls import UNCOUNTED_TYPES, CallType
from ui.actions import BY_ID, key_text
from ui.panel import label
from ui.session import Session


class EmptyPage(QWidget):
    """Tells the key that takes a call, and how the day has been."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._layout = QVBoxLayout(self)
        key = key_text(BY_ID["call.new"])
        self._title = label(self.tr("{key} takes a call").format(key=key), "title")
        self._hint = label(self.tr("From anywhere on the desk; the cursor is then where you write."), "muted")
        self._today = label("", "muted")
        self._layout.addStretch(2)
        for one in (self._title, self._hint, self._today):
            one.setWordWrap(True)
            self._layout.addWidget(one)
        self._layout.addStretch(3)
        self.fit()
        self.refresh()

    def fit(self) -> None:
        """Take the present text size."""
        self._layout.setSpacing(self._session.look.px(6))

    def refresh(self) -> None:
        """Show today's calls."""
        counts = self._session.board.ended_today
        genuine = counts.get(CallType.GENUINE, 0)
        others = sum(
            count for kind, count in counts.items() if kind not in (CallType.GENUINE, *UNCOUNTED_TYPES)
        )
        text = self.tr("Today: {genuine} with an incident, {others} without").format(
            genuine=genuine, others=others
        )
        if self._today.text() != text:
            self._today.setText(text)

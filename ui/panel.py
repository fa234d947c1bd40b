"""The frame that all panels share: a head with a hint on its right, and room below."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.theme import Look


def label(text: str = "", dress: str = "label", parent: QWidget | None = None) -> QLabel:
    """A label in one of the style sheet's dresses; its text is plain, never markup."""
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("dress", dress)
    return made


def dress(widget: QWidget, name: str) -> None:
    """Give a widget another dress and let it be painted so."""
    if widget.property("dress") != name:
        widget.setProperty("dress", name)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class Panel(QFrame):
    """One panel of the desk. Subclasses add their widgets to `body`."""

    def __init__(self, look: Look, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("dress", "panel")
        self.title = label(title.upper(), "head")
        self.hint = label("", "hint")
        self.hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.head = QHBoxLayout()
        self.head.addWidget(self.title)
        self.head.addStretch(1)
        self.head.addWidget(self.hint)
        self.body = QVBoxLayout(self)
        margin = look.px(10)
        self.body.setContentsMargins(margin, look.px(7), margin, margin)
        self.body.setSpacing(look.px(4))
        self.body.addLayout(self.head)

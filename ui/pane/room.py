"""Who gives way in the pane while a question stands there."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.pane.pieces import PiecesLine
from ui.panel import Panel
from ui.place_warnings.strip import WarningStrip
from ui.prompt import Prompt


def make_room(pane: Panel, title: int, prompt: Prompt, parts: Sequence[QWidget]) -> None:
    """A question is never cut: where it does not fit, what stands around it goes until it is answered.

    `title`: the height of the pane's title; `parts`: what goes, the last of them first.
    """
    asking = prompt.asking and prompt.parentWidget() is pane
    margins = pane.body.contentsMargins()
    spare = pane.height() - margins.top() - margins.bottom() - title - 5 * pane.body.spacing()
    spare -= prompt.minimumHeight() if asking else 0
    width = pane.width() - margins.left() - margins.right()
    for widget in parts:
        line = widget.hasHeightForWidth()
        spare -= widget.heightForWidth(width) if line else widget.minimumSizeHint().height()
        empty = isinstance(widget, PiecesLine | WarningStrip) and not widget.text
        typed_in = widget.isAncestorOf(pane.window().focusWidget())  # hidden, its keys would go elsewhere
        widget.setVisible(not empty and (spare >= 0 or not asking or typed_in))

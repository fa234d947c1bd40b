"""The words above the list: what is shown and how sorted, what waits there, what no filter may hide."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout, QLabel

from ui.incidents.columns import order_words
from ui.incidents.filters import count_words
from ui.incidents.model import CaseModel
from ui.panel import label


class Heading(QObject):
    """Labels in the panel's head. Nothing moves when they come and go but themselves."""

    def __init__(self, row: QHBoxLayout, hint: QLabel, parent: QObject) -> None:
        super().__init__(parent)
        self._hint = hint
        self.strip = label("", "next")
        self.notice = label("", "warning")
        self.hidden = label("", "alarm")
        for at, widget in enumerate((self.strip, self.hidden, self.notice), 1):
            row.insertWidget(at, widget)
            widget.hide()

    def tell(self, model: CaseModel, *, heard: bool | None) -> None:
        """Say what the list shows. `heard`: whether sounds are heard, None while nobody knows."""
        count = str(model.rowCount())
        if model.words:
            count = self.tr("{shown} of {all}").format(shown=count, all=model.in_view)
        sorting = model.sorting
        order = order_words(sorting.column)
        if sorting.backwards:
            order = self.tr("{order}, reversed").format(order=order)
        parts = [count_words(model.view, count), order]
        parts.append(self.tr("Esc clears") if model.words else self.tr("/ filter"))
        if heard is False:
            parts.append(self.tr("no sound"))
        show(self._hint, " · ".join(parts))
        above = len(model.waiting_above)
        show(self.strip, self.tr("{count} new above").format(count=above) if above else "")

    def tell_hidden(self, numbers: Sequence[str]) -> None:
        """Name the waiting P1 that the filter hides."""
        words = self.tr("P1 outside this filter: {numbers}")
        show(self.hidden, words.format(numbers=", ".join(numbers)) if numbers else "")


def show(widget: QLabel, text: str) -> None:
    """Show a text, or nothing for an empty one; touches the widget only for a change."""
    if widget.text() != text:
        widget.setText(text)
        widget.setVisible(bool(text))

"""The words above the list: what is shown and how sorted, what waits there, what no filter may hide."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout, QLabel

from ui.actions import BY_ID, key_text
from ui.incidents.columns import order_words
from ui.incidents.filters import count_words
from ui.incidents.model import CaseModel
from ui.panel import label

_NAMED = 2
"""Hidden P1 that are named; the rest is counted."""


class Heading(QObject):
    """Labels in the panel's head. Nothing moves when they come and go but themselves."""

    def __init__(self, row: QHBoxLayout, hint: QLabel, parent: QObject) -> None:
        super().__init__(parent)
        self._hint = hint
        hint.setMinimumWidth(1)  # rather than widen the panel
        self.strip = label("", "strip-head")
        self.notice = label("", "warning")
        self.hidden = label("", "alarm")
        self.offer = label("", "warning")
        for at, widget in enumerate((self.strip, self.hidden, self.notice, self.offer), 1):
            row.insertWidget(at, widget)
            widget.hide()

    def tell(self, model: CaseModel, *, hidden: Sequence[str], heard: bool | None, surge: bool) -> None:
        """Say what the list shows.

        `hidden`: numbers of the waiting P1 that are not in view. `heard`: whether sounds are heard, None
        while nobody knows. `surge`: so many calls come that grouping helps.
        """
        above = len(model.waiting_above)
        show(self.strip, self.tr("{count} new above").format(count=above) if above else "")
        show(self.hidden, self._hidden_words(hidden))
        show(self._hint, " · ".join(self._hints(model, heard, crowded=bool(above or hidden or model.words))))
        if surge and not model.sorting.grouped:
            key = key_text(BY_ID["list.group"])
            show(self.offer, self.tr("many calls: {key} groups").format(key=key))
        else:
            show(self.offer, "")

    def _hints(self, model: CaseModel, heard: bool | None, *, crowded: bool) -> Iterator[str]:
        """What is shown and how; where it gets crowded, what goes without saying is left out."""
        count, sorting = str(model.fitting), model.sorting
        if model.words:
            count = self.tr("{shown} of {all}").format(shown=count, all=model.in_view)
        yield count_words(model.view, count)
        if sorting.grouped:
            yield self.tr("by danger, in groups")
        elif sorting.column is not None or not crowded:
            order = order_words(sorting.column)
            yield self.tr("{order}, reversed").format(order=order) if sorting.backwards else order
        if model.words:
            yield self.tr("Esc clears")
        elif not crowded:
            yield self.tr("/ filter")
        if heard is False:
            yield self.tr("no sound")

    def _hidden_words(self, numbers: Sequence[str]) -> str:
        if not numbers:
            return ""
        named = ", ".join(numbers[:_NAMED]) + (f" +{len(numbers) - _NAMED}" if len(numbers) > _NAMED else "")
        return self.tr("P1 hidden: {numbers}").format(numbers=named)


def show(widget: QLabel, text: str) -> None:
    """Show a text, or nothing for an empty one; touches the widget only for a change."""
    if widget.text() != text:
        widget.setText(text)
        widget.setVisible(bool(text))

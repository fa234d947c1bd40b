"""A page of one list, which its key shows and puts away."""

from ui.listing import ListTable
from ui.overlay import Overlay


class ListPage(Overlay):
    """Lies over the desk; the cursor rests in its list."""

    table: ListTable

    def toggle(self) -> None:
        """Show the list, or put it away."""
        if self.isVisible():
            self.leave()
        elif self._may_be_seen():
            self._show()
            self.lie_over(self.table)
            self.table.rest_on(None)

    def _may_be_seen(self) -> bool:
        """Whether it is for this operator; says why where it is not."""
        return True

    def _show(self) -> None:
        """Put what holds now into the list."""
        raise NotImplementedError

    def _refresh(self) -> None:
        if self.isVisible():
            self._show()

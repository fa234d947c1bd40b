"""Telling a supervisor who opened a restricted incident."""

from PySide6.QtCore import QObject

from desktop.domain.reference import Role
from desktop.live.board import BoardChange
from ui.banner import Banner
from ui.session import Session

BROKEN = "incident.glass_broken"
"""The kind of act that opens a restricted incident."""


class GlassWatch(QObject):
    """Shows at a supervisor's desk who opened which restricted incident, until it is put away."""

    def __init__(self, session: Session, banner: Banner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._banner = banner
        if Role.SUPERVISOR in session.desk.author.roles:
            session.board_changed.connect(self._changed)

    def _changed(self, change: BoardChange) -> None:
        own = self._session.desk.author.login
        authors = [author for _act, kind, author in change.acts if kind == BROKEN and author != own]
        if not authors:
            return
        cases = [self._session.board.cases[one] for one in change.named if one in self._session.board.cases]
        numbers = ", ".join(sorted(self._session.number(case) for case in cases if case.incident.restricted))
        names = ", ".join(sorted({self._session.reference.operator_name(one) for one in authors}))
        text = self.tr("{name} opened a restricted incident ({number}). The reason stands in its timeline.")
        self._banner.tell(text.format(name=names, number=numbers), can_be_put_away=True)

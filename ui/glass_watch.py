"""Telling a supervisor who opened a restricted incident."""

from PySide6.QtCore import QObject

from desktop.domain.reference import Role
from desktop.live.board import BoardChange
from ui.banner import Banner
from ui.session import Session

BROKEN = "incident.glass_broken"
"""The kind of act that opens a restricted incident."""


class GlassWatch(QObject):
    """Shows at a supervisor's desk who opened which restricted incidents, until it is put away."""

    def __init__(self, session: Session, banner: Banner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._banner = banner
        self._told: dict[str, None] = {}
        session.board_changed.connect(self._changed)

    def _changed(self, change: BoardChange) -> None:
        author = self._session.desk.author
        if Role.SUPERVISOR not in author.roles:
            return
        others = {by for _act, kind, by in change.acts if kind == BROKEN and by != author.login}
        if not others:
            return
        if self._banner.isHidden():
            self._told.clear()
        self._told[self._words(others, change.named)] = None
        self._banner.tell("\n".join(self._told), can_be_put_away=True)

    def _words(self, authors: set[str], incidents: frozenset[str]) -> str:
        board = self._session.board
        cases = [board.cases[one] for one in incidents if one in board.cases]
        numbers = ", ".join(sorted(self._session.number(case) for case in cases if case.incident.restricted))
        names = ", ".join(sorted(board.reference.operator_name(one) for one in authors))
        if not numbers:
            text = self.tr("{name} opened an earlier restricted incident. The reason stands in its timeline.")
            return text.format(name=names)
        text = self.tr("{name} opened a restricted incident ({number}). The reason stands in its timeline.")
        return text.format(name=names, number=numbers)

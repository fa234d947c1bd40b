"""Tells, on the message line, that a message came or a reminder became due: once each, over nothing."""

from PySide6.QtCore import QObject

from desktop.domain.memos import MemoEntry, due_of, unread_of
from desktop.live.board import BoardChange
from ui.actions import BY_ID, key_text
from ui.session import Level, Session


class MemoWatch(QObject):
    """What waited already when the desk began is told by the top bar's figures alone."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._told = {(one.id, one.memo.acts.get("due")) for one in (*self._unread(), *self._due())}
        session.board_changed.connect(self._board_changed)
        session.ticked.connect(self._tell)

    def _unread(self) -> tuple[MemoEntry, ...]:
        return unread_of(self._session.memos, self._session.desk.author.login)

    def _due(self) -> tuple[MemoEntry, ...]:
        session = self._session
        return due_of(session.memos, session.desk.author.login, session.clock.now())

    def _board_changed(self, change: BoardChange) -> None:
        if change.memos:
            self._tell()

    def _tell(self) -> None:
        new = [
            one
            for one in (*self._due(), *self._unread())
            if (one.id, one.memo.acts.get("due")) not in self._told
        ]
        if not new:
            return
        self._told.update((one.id, one.memo.acts.get("due")) for one in new)
        texts = [self._text(one) for one in new]
        key = self.tr("{key}: list").format(key=key_text(BY_ID["desk.memos"]))
        is_due = any(one.memo.due_at is not None for one in new)
        self._session.said.emit(" · ".join((*texts, key)), Level.PROBLEM if is_due else Level.DONE)

    def _text(self, entry: MemoEntry) -> str:
        said = " ".join(entry.text.split())
        if entry.memo.due_at is not None:
            return self.tr("Reminder: {text}").format(text=said)
        who = self._session.reference.operator_name(entry.memo.made_by)
        return self.tr("Message from {who}: {text}").format(who=who, text=said)

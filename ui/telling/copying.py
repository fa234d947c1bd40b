"""Copying the text of an incident for nobody in particular."""

from PySide6.QtGui import QGuiApplication

from desktop.domain.board import CaseDetail
from desktop.domain.referrals import Means
from desktop.operations.incidents import log_copy
from desktop.operations.packs_texts import Form, Texts
from desktop.operations.telling import words_for
from ui.session import Level, Session
from ui.telling.stands import around_of, told_text


def copy_only(session: Session, detail: CaseDetail, texts: Texts) -> None:
    """Put the text where it can be pasted, and say so on the timeline."""
    words = words_for(detail, (), Form.MESSAGE, around_of(session, detail.case, texts))
    QGuiApplication.clipboard().setText(words.text)
    session.perform(
        log_copy(session.desk, detail.case.incident),
        done=lambda _done: session.said.emit(told_text(session, words, Means.MESSAGE), Level.DONE),
    )

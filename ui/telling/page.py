"""Telling the units and agencies of an incident: whom, the words, and how; one key each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.domain.board import CaseDetail
from desktop.domain.referrals import Means
from desktop.domain.to_tell import Recipient, Stand
from desktop.domain.units import Assignment
from desktop.live.board import BoardChange
from desktop.operations.incidents import log_copy
from desktop.operations.packs_texts import Form
from desktop.operations.telling import FORMS, AtWork, Words, log_told, words_for
from ui.overlay import Overlay
from ui.pane.feed import CaseFeed
from ui.pane.names import full_number
from ui.panel import label
from ui.place_warnings.reading import Reading
from ui.session import Level, Session
from ui.telling.stands import around_of, recipient_name, recipients_of, stand_text, told_text
from ui.words import word

WIDTH, HEIGHT = 1180, 620
_LARGE = (28, 24, 20, 17)
"""Sizes of what is read out, in pixels of the design: the largest at which all of it is seen."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of the list: who would be told together. Nobody: the text is only copied."""

    names: str
    note: str = ""
    whom: tuple[AtWork, ...] = ()

    @property
    def text(self) -> str:
        """All that the line says."""
        return " — ".join(part for part in (self.names, self.note) if part)

    @property
    def ids(self) -> tuple[str, ...]:
        """Whom it is about, whatever has become of them."""
        return tuple(one.id for one in self.whom)


class TellingPage(Overlay):
    """Lies over the desk: who is to be told on the left, the words on the right.

    While something is read out, the words take all of it, in large letters.
    """

    def __init__(self, session: Session, over: QWidget) -> None:
        super().__init__(session.look, over, WIDTH, HEIGHT)
        self._session = session
        self._reading = Reading(session, lambda: None, self)
        self._detail: CaseDetail | None = None
        self._rows: tuple[_Row, ...] = ()
        self._means: Means | None = None
        """By what is read out; None while somebody is chosen."""
        self._words: Words | None = None
        self._logged = ""
        """What was told already, and is only read out."""
        self._writing: tuple[Words, Means] | None = None
        self._next: list[tuple[Words, Means]] = []
        """What is to be written after that: it was told while that was being written."""
        self.title = label("", "title")
        self.list = _List(self)
        self.list.setAccessibleName(self.tr("Whom to tell"))
        self.text = _Text(self)
        self.trouble = label("", "problem")
        self.trouble.setWordWrap(True)
        self.hint = label("", "hint")
        across = QHBoxLayout()
        across.addWidget(self.list, 40)
        across.addWidget(self.text, 60)
        column = QVBoxLayout(self)
        column.addWidget(self.title)
        column.addLayout(across, 1)
        column.addWidget(self.trouble)
        column.addWidget(self.hint)
        self.feed = CaseFeed(session, self)
        self.feed.arrived.connect(self._arrived)
        self.feed.missing.connect(lambda _incident: self.put_away())
        self.list.currentRowChanged.connect(lambda _row: self._show_words())
        session.board_changed.connect(self._board_changed)

    def open(self, detail: CaseDetail) -> None:
        """Ask who is told of an incident."""
        self._detail, self._logged = detail, ""
        self._choose()
        self._show_rows(0)
        self.feed.watch(detail.case.id)
        self.lie_over(self.list)

    def read_out(self, text: str, title: str) -> None:
        """Show words large that were logged already, as by the command line."""
        self._detail, self._words, self._logged = None, None, text
        self.feed.watch(None)
        self._enlarge(title, self.tr("Esc: back"))
        self.lie_over(self.text)
        self._fit(text)

    def put_away(self) -> None:
        """Go back to where the focus was."""
        self.feed.watch(None)
        self.leave()

    def key(self, key: int) -> bool:
        """Do what a key does in the list or beside the words; whether it does anything."""
        if key == Qt.Key.Key_Escape:
            self._back()
        elif key in _ENTER and self._logged:
            self.put_away()
        elif key in _ENTER:
            self._tell(self._means or Means.MESSAGE)
        elif key in _READ_OUT and self._means is None and not self._logged:
            self._begin_reading(_READ_OUT[Qt.Key(key)])
        else:
            return False
        return True

    def _back(self) -> None:
        """From what is read out to the list; from there to the desk."""
        if self._means is None or self._logged:
            self.put_away()
            return
        self._choose()
        self._show_words()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self) -> None:
        self._means = None
        self.trouble.hide()
        self.list.show()
        self.text.setFont(self._session.look.font())
        self.text.setAccessibleName(self.tr("The words"))
        number = full_number(self._detail.case.incident, self._session.centre) if self._detail else ""
        self.title.setText(self.tr("Tell of {number}").format(number=number))
        self.hint.setText(
            self.tr("Enter: copy for WhatsApp · R: read out by radio · T: read out by telephone · Esc: back")
        )

    def _begin_reading(self, means: Means) -> None:
        row = self._row()
        if row is None or not row.whom:
            return
        self._means = means
        title = self.tr("Read out to {names} by {means}").format(names=row.names, means=word(means))
        self._enlarge(title, self.tr("Enter: it was told · Esc: back, it was not"))
        self._show_words()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enlarge(self, title: str, hint: str) -> None:
        self.trouble.hide()
        self.list.hide()
        self.title.setText(title)
        self.text.setAccessibleName(title)
        self.hint.setText(hint)

    def _row(self) -> _Row | None:
        at = self.list.currentRow()
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def _show_rows(self, at: int) -> None:
        if self._detail is None:
            return
        self._rows = tuple(self._lines(recipients_of(self._session, self._detail.case)))
        self.list.blockSignals(True)
        self.list.clear()
        self.list.addItems([one.text for one in self._rows])
        self.list.setCurrentRow(min(at, len(self._rows) - 1))
        self.list.blockSignals(False)
        self._show_words()

    def _lines(self, found: Sequence[Recipient]) -> list[_Row]:
        waiting = [
            one
            for one in found
            if isinstance(one.at_work, Assignment) and one.stand in (Stand.UNTOLD, Stand.AGAIN)
        ]
        rows = []
        if len(waiting) > 1:
            names = ", ".join(recipient_name(self._session, one) for one in waiting)
            together = tuple(one.at_work for one in waiting)
            rows.append(_Row(names, self.tr("together"), together))
        for one in found:
            told = stand_text(one, self._session)
            rows.append(_Row(recipient_name(self._session, one), told, (one.at_work,)))
        return [*rows, _Row(self.tr("somebody else"), self.tr("copy only"))]

    def _show_words(self) -> None:
        row, texts = self._row(), self._session.texts
        if row is None:  # nobody is told by a key that was meant for who is gone
            self._words = None
            self.text.clear()
        if row is None or self._detail is None or texts is None:
            return
        form = Form.MESSAGE if self._means is None else FORMS[self._means]
        self._words = words_for(
            self._detail, row.whom, form, around_of(self._session, self._detail.case, texts)
        )
        if self._words.text != self.text.toPlainText():
            self.text.setPlainText(self._words.text)
        if self._means is not None:
            self._fit(self._words.text)

    def _fit(self, text: str) -> None:
        """In the largest letters in which all of it is seen."""
        look, layout = self._session.look, self.layout()
        if self.text.toPlainText() != text:
            self.text.setPlainText(text)
        if layout is not None:
            layout.activate()
        for size in _LARGE:
            self.text.setFont(look.font_of(size))
            if self.text.shows_all:
                break

    def _arrived(self, detail: CaseDetail) -> None:
        """What is read out changes under the eyes only together with a word about it."""
        if not self.isVisible():
            self.feed.watch(None)
            return
        before = self._words.text if self._words is not None else ""
        self._detail = detail
        if self._means is None:
            self.trouble.hide()
            self._show_rows(self._at_same_row())
            return
        self._show_words()
        if self._words is not None and self._words.text != before:
            self._problem(self.tr("It changed meanwhile: read it out as it is now."))

    def _at_same_row(self) -> int:
        """Where the row stands on which the cursor is; none where it is gone. Together are whoever waits."""
        row = self._row()
        found = recipients_of(self._session, self._detail.case) if self._detail is not None else ()
        lines = self._lines(found)
        if row is None:
            return -1
        same = (at for at, one in enumerate(lines) if one.ids == row.ids or len(one.ids) > 1 < len(row.ids))
        return next(same, -1)

    def _board_changed(self, change: BoardChange) -> None:
        if self.isVisible() and change.warnings and self._detail is not None:
            self._arrived(self._detail)

    def _tell(self, means: Means) -> None:
        words = self._words
        if words is None:
            return
        unread = self._reading.words(words.detail.case) if words.whom else ""
        if unread:
            self._problem(unread)
            return
        if means is Means.MESSAGE:
            QGuiApplication.clipboard().setText(words.text)
        if self._writing is None:
            self._write(words, means)
        elif not any(_same(words, means, one) for one in (self._writing, *self._next)):
            self._next.append((words, means))

    def _write(self, words: Words, means: Means) -> None:
        self._writing = (words, means)
        desk = self._session.desk
        act = log_told(desk, words, means) if words.whom else log_copy(desk, words.detail.case.incident)
        self._session.perform(
            act, done=lambda _done: self._told(words, means), refused=lambda text: self._refused(words, text)
        )

    def _told(self, words: Words, means: Means) -> None:
        """Go on with who is left; the board shows who was told, and the next key must not tell them twice."""
        self._session.said.emit(told_text(self._session, words, means), Level.DONE)
        if self._write_next() or not self._is_about(words) or self._reads_other(words, means):
            return
        case = self._session.board.cases.get(words.detail.case.id)
        left = recipients_of(self._session, case) if case is not None else ()
        if case is None or not any(one.stand in (Stand.UNTOLD, Stand.AGAIN) for one in left):
            self.put_away()
        else:
            row = self._row()
            moved = row is not None and row.ids != _ids(words)
            self._detail = replace(words.detail, case=case)
            self._choose()
            self._show_rows(self._at_same_row() if moved else 0)
            self.turn_to(self.list)

    def _is_about(self, words: Words) -> bool:
        """Whether the page is still there, for the same incident as what was written."""
        shown = self._detail
        return self.isVisible() and shown is not None and shown.case.id == words.detail.case.id

    def _reads_other(self, words: Words, means: Means) -> bool:
        """Whether something else is read out by now than what was written: that goes on."""
        row = self._row()
        return self._means is not None and (self._means is not means or row is None or row.ids != _ids(words))

    def _write_next(self) -> bool:
        """Write what was told meanwhile; whether there was something."""
        self._writing = None
        if self._next:
            self._write(*self._next.pop(0))
        return self._writing is not None

    def _refused(self, words: Words, text: str) -> None:
        self._write_next()
        if self._is_about(words):
            self._problem(text)
        else:
            self._session.said.emit(text, Level.PROBLEM)

    def _problem(self, text: str) -> None:
        self.trouble.setText(text)
        self.trouble.show()


def _same(words: Words, means: Means, told: tuple[Words, Means]) -> bool:
    """Whether that was entered already, and not pressed for anybody else, nor of another incident."""
    before = told[0]
    return (means, _ids(words), words.detail.case.id) == (told[1], _ids(before), before.detail.case.id)


def _ids(words: Words) -> tuple[str, ...]:
    """Whom the words are for."""
    return tuple(one.id for one in words.whom)


_READ_OUT = {Qt.Key.Key_R: Means.RADIO, Qt.Key.Key_T: Means.TELEPHONE}


class _List(QListWidget):
    """Who may be told, walked by arrows."""

    def __init__(self, page: TellingPage) -> None:
        super().__init__()
        self._page = page

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The page's keys come first."""
        if not self._page.key(event.key()):
            super().keyPressEvent(event)


class _Text(QPlainTextEdit):
    """The words, to be read."""

    def __init__(self, page: TellingPage) -> None:
        super().__init__()
        self._page = page
        self.setReadOnly(True)
        self.setTabChangesFocus(True)

    @property
    def shows_all(self) -> bool:
        """Whether all of it is seen without scrolling."""
        room, margin = self.viewport().rect(), 2 * round(self.document().documentMargin())
        room.adjust(0, 0, -margin, -margin)
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop
        return (
            QFontMetrics(self.font()).boundingRect(room, flags, self.toPlainText()).height() <= room.height()
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The page's keys come first; arrows move through the words."""
        if not self._page.key(event.key()):
            super().keyPressEvent(event)

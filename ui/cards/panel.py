"""The card beside the call's form: one question at a time, its answers by key, what to tell the caller."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.domain.cards import ANSWERS, Card
from desktop.operations.visitors import VisitorLanguage
from ui.actions import BY_ID, key_text
from ui.arrangement import Scrolling
from ui.cards.showing import Asked, is_approved, said, source_text
from ui.panel import Panel, dress, label
from ui.session import Session

MOST_TOLD = 6
"""Instructions that are shown at once; the last called for stand first."""


class CardPanel(Panel):
    """Shows what it is given; what is pressed here is told to others."""

    picked = Signal(int)
    """The place of the answer that was clicked, from 0."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session.look, "", parent)
        self._session = session
        self.question = _wrapping("title")
        self.answers = [self._answer(at) for at in range(ANSWERS)]
        self.back = label("", "hint")
        self.urgency = _wrapping("warning")
        self.danger = _wrapping("alarm")
        self.answered = _wrapping("small")
        self.conflict = _wrapping("problem")
        self.tell_head = label(self.tr("Tell the caller").upper(), "head")
        self.told = [_wrapping("plain") for _ in range(MOST_TOLD)]
        self.sources = _wrapping("hint")
        self.language_head = label("", "head")
        self.phrases = [(_wrapping("strip-head"), _wrapping("hint")) for _ in range(4)]
        self.hint.setWordWrap(False)
        self._lay_out()

    def show_card(self, asked: Asked | None, urgency: str, danger: str, conflict: str) -> None:
        """Show a call's card, or that there is none yet."""
        card = asked.card if asked is not None else None
        _write(self.title, self.tr("Card: {name}").format(name=said(card.words)).upper() if card else "")
        self._show_state(card)
        question = asked.question if asked is not None else None
        if asked is None:
            _write(self.question, self.tr("The questions come with the category."))
        elif question is None:
            _write(self.question, self.tr("All was asked."))
        else:
            _write(self.question, f"{said(question.words)}  {asked.progress}")
        shown = question.answers if question is not None else ()
        for at, button in enumerate(self.answers):
            button.setVisible(at < len(shown))
            if at < len(shown):
                key = key_text(BY_ID[f"card.answer_{at + 1}"])
                mark = " ✓" if asked is not None and shown[at].code == asked.chosen else ""
                _write(button, f"{key}  {said(shown[at].words)}{mark}")
        goes = (self.tr("{key} back").format(key=key_text(BY_ID["card.back"])),)
        skips = (self.tr("{key} skip").format(key=key_text(BY_ID["card.skip"])),) if question else ()
        beats = (self.tr("{key} rhythm").format(key=key_text(BY_ID["card.rhythm"])),)
        keys = (*goes, *skips, *(beats if card is not None and card.compressions else ()))
        _write(self.back, " · ".join(keys) if asked is not None else "")
        _write(self.urgency, self.tr("Priority {reason}").format(reason=urgency) if urgency else "")
        _write(self.danger, self.tr("DANGER to the crew: {hazards}").format(hazards=danger) if danger else "")
        _write(self.answered, asked.answered if asked is not None else "")
        _write(self.conflict, conflict)
        self._show_told(asked)

    def show_language(self, language: VisitorLanguage | None, names: Sequence[str]) -> None:
        """Show the essential questions in a language, or put them away. `names`: of the questions."""
        key = key_text(BY_ID["card.language"])
        text = self.tr("{language} — {key} next language")
        _write(self.language_head, text.format(language=language.name, key=key) if language else "")
        for at, (line, below) in enumerate(self.phrases):
            phrase = language.phrases[at] if language else None
            _write(line, phrase.text if phrase else "")
            _write(below, " — ".join(part for part in (phrase.say, names[at]) if part) if phrase else "")

    def _show_state(self, card: Card | None) -> None:
        """Whether this version was approved: in words, and by colour."""
        if card is None:
            _write(self.hint, "")
            return
        reference = self._session.reference
        approved = is_approved(card, reference.approvals)
        if approved:
            by = reference.operator_name(reference.approvals[card.approval_id].decided_by)
            text = self.tr("approved ({name})").format(name=by)
        else:
            text = self.tr("proposed, to be approved by the city's medical officer")
        _write(self.hint, text)
        dress(self.hint, "hint" if approved else "warning-line")

    def _show_told(self, asked: Asked | None) -> None:
        told = asked.instructions[:MOST_TOLD] if asked is not None else ()
        sources = list(dict.fromkeys(one.source for one in told))
        self.tell_head.setVisible(bool(told))
        for at, line in enumerate(self.told):
            one = told[at] if at < len(told) else None
            _write(line, f"• {said(one.words)} [{sources.index(one.source) + 1}]" if one else "")
            line.setToolTip(source_text(one.source, whole=True) if one else "")
        numbered = (f"[{at}] {source_text(one)}" for at, one in enumerate(sources, 1))
        _write(self.sources, " · ".join(numbered))
        whole = "\n".join(source_text(one, whole=True) for one in sources)
        self.sources.setToolTip(whole)
        self.sources.setAccessibleDescription(whole)

    def _answer(self, at: int) -> QPushButton:
        made = QPushButton()
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setProperty("dress", "answer")
        made.clicked.connect(lambda _checked=False: self.picked.emit(at))
        return made

    def _lay_out(self) -> None:
        px = self._session.look.px
        inside = QWidget()
        across = QHBoxLayout(inside)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(px(14))
        asks, tells = QVBoxLayout(), QVBoxLayout()
        for column, share in ((asks, 46), (tells, 54)):
            column.setSpacing(px(3))
            across.addLayout(column, share)
        for widget in (self.question, *self.answers, self.back, self.urgency, self.danger, self.conflict):
            asks.addWidget(widget)
        asks.addWidget(self.answered)
        asks.addStretch(1)
        phrases = [one for pair in self.phrases for one in pair]
        for one in (self.language_head, *phrases, self.tell_head, *self.told, self.sources):
            tells.addWidget(one)
        tells.addStretch(1)
        area = Scrolling(inside)
        inside.setAutoFillBackground(False)
        area.viewport().setAutoFillBackground(False)
        self.body.addWidget(area, 1)


def _wrapping(name: str) -> QLabel:
    made = label("", name)
    made.setWordWrap(True)
    made.hide()
    return made


def _write(where: QLabel | QPushButton, text: str) -> None:
    if where.text() != text:
        where.setText(text)
    if isinstance(where, QLabel) and where.isHidden() == bool(text):
        where.setVisible(bool(text))

"""All question cards, with what the city's medical officer decided as a supervisor writes it down."""

from collections.abc import Awaitable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.domain.cards import Card, CardApproval
from desktop.domain.kinds_cards import DECIDERS
from desktop.operations.card_approval import approve_card, withdraw_approval
from desktop.operations.desk import Outcome
from ui.asking import Topic, ask_and_act
from ui.cards.showing import is_approved, said, source_text
from ui.overlay import Overlay
from ui.panel import label
from ui.prompt import Ask, Prompt
from ui.session import Level, Session


class CardsPage(Overlay):
    """Lies over the desk: the cards on the left, the one selected in full on the right, with its sources."""

    def __init__(self, session: Session, over: QWidget) -> None:
        super().__init__(session.look, over, 1180, 640)
        self._session = session
        self._shown: tuple[Card, ...] = ()
        self.list = _List(self)
        self.list.setAccessibleName(self.tr("Question cards"))
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("The card with its sources"))
        self.prompt = Prompt(session.look)
        column = QVBoxLayout(self)
        column.addWidget(label(self.tr("Question cards"), "title"))
        across = QHBoxLayout()
        across.addWidget(self.list, 40)
        across.addWidget(self.text, 60)
        column.addLayout(across, 1)
        column.addWidget(self.prompt)
        hint = self.tr("Enter: approve the card, or withdraw that (supervisor) · Esc: back")
        column.addWidget(label(hint, "hint"))
        self.list.currentRowChanged.connect(lambda _row: self._show_selected())
        session.board_changed.connect(lambda change: self._show_list() if change.reference else None)
        session.cards_read.connect(self._show_list)

    def toggle(self) -> None:
        """Show the cards, or put the page away."""
        if self.isVisible():
            self.leave()
            return
        self._show_list()
        self.lie_over(self.list)

    def decide(self) -> None:
        """Ask who decided, then write it down."""
        card = self._selected()
        if card is None:
            return
        if not DECIDERS & self._session.desk.author.roles:
            text = self.tr("Only a supervisor writes down what was decided of a card.")
            self._session.said.emit(text, Level.PROBLEM)
            return
        seen = self._session.reference.approvals.get(card.approval_id)
        approved = is_approved(card, self._session.reference.approvals)
        title = (
            self.tr("Withdraw the approval: {card}") if approved else self.tr("Approve this version: {card}")
        )
        ask = Ask("note", self.tr("Medical officer, date, reason"), needed=self.tr("Write who decided."))
        ask_and_act(
            self._session,
            self.prompt,
            Topic(card.approval_id, "decide"),
            title.format(card=said(card.words)),
            [ask],
            lambda answers: self._deciding(card, seen if approved else None, seen, answers["note"]),
            lambda _done, _answers: None,
        )

    def _deciding(
        self, card: Card, withdrawn: CardApproval | None, seen: CardApproval | None, note: str
    ) -> Awaitable[Outcome]:
        """What was asked for, and on what was seen then: another may decide while the note is typed."""
        desk = self._session.desk
        if withdrawn is not None:
            return withdraw_approval(desk, withdrawn, note)
        return approve_card(desk, card, seen, note)

    def _selected(self) -> Card | None:
        row = self.list.currentRow()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def _show_list(self) -> None:
        row = max(0, self.list.currentRow())
        self._shown = self._session.cards.all
        self.list.clear()
        self.list.addItems([f"{said(card.words)} — {self._state(card)}" for card in self._shown])
        self.list.setCurrentRow(min(row, self.list.count() - 1))
        self._show_selected()

    def _state(self, card: Card) -> str:
        reference = self._session.reference
        if not is_approved(card, reference.approvals):
            return self.tr("proposed")
        by = reference.operator_name(reference.approvals[card.approval_id].decided_by)
        return self.tr("✓ approved ({name})").format(name=by)

    def _show_selected(self) -> None:
        card = self._selected()
        text = "" if card is None else "\n".join(_lines(card, self.tr("version {digest}")))
        if self.text.toPlainText() != text:
            self.text.setPlainText(text)


def _lines(card: Card, version: str) -> list[str]:
    """The whole card: what is asked, what can be answered, what is told, and who published it."""
    lines = [f"{said(card.words)} — {version.format(digest=card.digest)}", ""]
    for count, question in enumerate(card.questions, 1):
        lines.append(f"{count}. {said(question.words)}")
        for answer in question.answers:
            effects = [
                answer.at_least and f"≥ {answer.at_least.value}",
                answer.at_most and f"≤ {answer.at_most.value}",
            ]
            told = " ".join(one for one in effects if one)
            lines.append(f"    – {said(answer.words)}{f'  ({told})' if told else ''}")
    for one in card.instructions:
        lines += ["", f"• {said(one.words)}", f"    {source_text(one.source, whole=True)}"]
    return lines


class _List(QListWidget):
    """The cards, walked by arrows."""

    def __init__(self, page: CardsPage) -> None:
        super().__init__()
        self._page = page

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter decides, Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self._page.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._page.decide()
        else:
            super().keyPressEvent(event)

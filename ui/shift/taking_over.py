"""Taking an incident out of another's hand: asked with a reason, and told at the desk that had it."""

from PySide6.QtCore import QCoreApplication, QObject

from desktop.domain.board import Case
from desktop.domain.kinds_shifts import TAKEN_OVER
from desktop.live.board import BoardChange
from desktop.operations.desk import StoreError
from desktop.operations.reading import read_case
from desktop.operations.shifts import take_over
from ui.asking import Topic, ask_and_act
from ui.banner import Banner
from ui.prompt import Ask, Prompt
from ui.session import Level, Session

translate = QCoreApplication.translate


def ask_take_over(session: Session, prompt: Prompt, case: Case) -> None:
    """Ask why, and take it over."""
    number, name = session.number(case), session.reference.operator_name(case.incident.holder)
    title = translate("Shift", "Take {number} over from {name}").format(number=number, name=name)
    reason = Ask("reason", translate("Shift", "Reason"), needed=translate("Shift", "A reason is needed."))
    after = translate("Shift", "You have {number} in hand, taken over from {name}")
    ask_and_act(
        session,
        prompt,
        Topic(case.id, "take_over"),
        title,
        [reason],
        lambda answers: take_over(session.desk, case.incident, answers["reason"]),
        lambda _done, _answers: session.said.emit(after.format(number=number, name=name), Level.DONE),
    )


class TakenOverWatch(QObject):
    """Tells the desk whose incident was taken over, by whom and why, until that is put away.

    What was being typed there stays where it is.
    """

    def __init__(self, session: Session, banner: Banner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._banner = banner
        self._told: dict[str, None] = {}
        self._mine = self._in_hand()
        session.board_changed.connect(self._changed)

    def _in_hand(self) -> frozenset[str]:
        login = self._session.desk.author.login
        return frozenset(
            one for one, case in self._session.board.cases.items() if case.incident.holder == login
        )

    def _changed(self, change: BoardChange) -> None:
        before, self._mine = self._mine, self._in_hand()
        gone = before - self._mine
        if not gone or all(kind != TAKEN_OVER for _act, kind, _by in change.acts):
            return
        cases = [self._session.board.cases.get(one) for one in sorted(gone)]
        for case in cases:
            if case is not None and case.incident.holder is not None:
                self._session.start(self._tell(case), "read why it was taken over")

    async def _tell(self, case: Case) -> None:
        try:
            detail = await read_case(self._session.desk, case.id)
        except StoreError:
            detail = None
        entries = () if detail is None else detail.timeline
        reason = next((one.note for one in reversed(entries) if one.kind == TAKEN_OVER), None) or ""
        text = self.tr("{name} took {number} over from you: “{reason}”. What you were typing stays here.")
        name = self._session.reference.operator_name(case.incident.holder)
        if self._banner.isHidden():
            self._told.clear()
        self._told[text.format(name=name, number=self._session.number(case), reason=reason)] = None
        self._banner.tell("\n".join(self._told), can_be_put_away=True)

"""Blocking a number for a day, and lifting the block with a reason."""

from PySide6.QtCore import QObject

from desktop.domain.calls import BLOCK_HOURS, Block
from desktop.operations.calls import lift_block
from ui.asking import Topic, ask_and_act
from ui.intake.history import Histories
from ui.intake.work import CallWork
from ui.prompt import Ask, Prompt
from ui.session import Level, Session


class Blocking(QObject):
    """One key: blocks the number of a call, or asks why its block is to be lifted."""

    def __init__(self, session: Session, prompt: Prompt, histories: Histories, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._prompt = prompt
        self._histories = histories

    def toggle(self, work: CallWork | None) -> None:
        """Block the number of this call, or lift the block that runs."""
        if work is None or work.read().values.get("number") is None:
            self._session.said.emit(self.tr("The call has no number that could be blocked."), Level.PROBLEM)
            return
        if self._is_changing(work):
            return
        block = _block_of(work)
        if block is None:
            work.block()
        else:
            self._ask_lift(work, block)

    def overrule(self, work: CallWork) -> None:
        """Take a call from a blocked number as real: a prankster's house can burn."""
        if self._is_changing(work):
            return
        block = _block_of(work)
        if block is None:
            self._session.said.emit(self.tr("The number is not blocked."), Level.PROBLEM)
        else:
            work.overrule(block)

    def overruled(self, work: CallWork) -> None:
        """A call was taken as real: say so, and look its number up anew."""
        self._session.said.emit(self.tr("Taken as real: the block of the number is lifted."), Level.DONE)
        self._histories.again(work)

    def blocked(self, work: CallWork) -> None:
        """The number of a call was blocked: say so, and look it up anew."""
        text = self.tr("The number is blocked for {hours} hours.").format(hours=BLOCK_HOURS)
        self._session.said.emit(text, Level.DONE)
        self._histories.again(work)

    def _is_changing(self, work: CallWork) -> bool:
        """Whether the number's block is being written, or was and is looked up anew; then that is said."""
        if self._histories.is_behind(work):
            self._session.said.emit(self.tr("The number is still being looked up."), Level.PROBLEM)
            return True
        return work.chain.waits_for("block") or work.chain.waits_for("overrule")

    def _lifted(self, work: CallWork) -> None:
        self._session.said.emit(self.tr("The block of the number is lifted."), Level.DONE)
        self._histories.again(work)

    def _ask_lift(self, work: CallWork, block: Block) -> None:
        reason = Ask("reason", self.tr("Reason"), needed=self.tr("A reason is needed."))
        ask_and_act(
            self._session,
            self._prompt,
            Topic(work.call.id, "lift"),
            self.tr("Lift the block of this number"),
            [reason],
            lambda answers: lift_block(self._session.desk, block, answers["reason"]),
            lambda _done, _answers: self._lifted(work),
        )


def _block_of(work: CallWork) -> Block | None:
    """The block of the number that stands in the call now; what was looked up may be of the one before."""
    history = work.call.history
    same = history is not None and history.number.number == work.read().values.get("number")
    return history.number.block if history is not None and same else None

"""Categories that the narrative speaks for, told below it: one key takes one, none is taken by itself."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel
from shiboken6 import isValid

from desktop.proposals.problems import LexiconError
from desktop.proposals.proposal import MOST, Proposal
from ui.panel import dress
from ui.session import Level, Session
from ui.words import category_name

_LINES = 2
"""The likeliest on a line of its own, the others on the next."""
_MOST_WORDS = 4
"""Words that are named where they have room."""


class ProposalLine(QLabel):
    """What is proposed for the current call. Its room is kept with nothing to say: no field moves."""

    found = Signal()
    """There are other proposals, or none any more."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._wanted: str | None = None
        self._asking = False
        self._read = ""
        self._found: Sequence[Proposal] = ()
        self._shown: Sequence[Proposal] = ()
        self._taken = ""
        self._waiting: Callable[[], None] | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        dress(self, "hint")
        self.setMinimumWidth(1)
        self.fit()

    @property
    def offered(self) -> Sequence[str]:
        """Codes of the categories that are offered now."""
        return [one.category for one in self._shown]

    def fit(self) -> None:
        """Keep room for two lines at the present text size."""
        self.setFixedHeight(_LINES * self.fontMetrics().lineSpacing())
        self._write()

    def consider(self, narrative: str) -> None:
        """Propose for a narrative: for the newest only, however fast it is typed."""
        if narrative == self._read and self._wanted is None:
            return
        self._wanted = narrative
        if not self._asking:
            self._asking = True
            self._session.start(self._ask(), "propose categories")

    def show_for(self, texts: Mapping[str, str]) -> None:
        """Offer only where no category was chosen by hand."""
        category = texts["category"]
        by_hand = category not in ("", self._taken) or (not category and texts["category_text"])
        self._shown = () if by_hand else self._found
        self._write()

    def take(self, row: int) -> str | None:
        """The code of a category that is offered, by its row from 0; None if there is none."""
        if row >= len(self._shown):
            return None
        self._taken = self._shown[row].category
        return self._taken

    def take_later(self, take: Callable[[], None]) -> bool:
        """Let a key that came before the proposals do what it does once they are there; whether they come."""
        if self._asking:
            self._waiting = take
        return self._asking

    def turn_to_another_call(self) -> None:
        """Forget what was taken: in another call what stands in the field was chosen by hand."""
        self._waiting = None
        self._taken, self._read, self._found, self._shown = "", "", (), ()
        self._wanted = "" if self._asking else None
        self._write()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has room for other words."""
        super().resizeEvent(event)
        self._write()

    async def _ask(self) -> None:
        try:
            while self._wanted is not None:
                text, self._wanted = self._wanted, None
                found = await self._session.proposals.find(text, self._session.reference.categories.keys())
                if not isValid(self):
                    return
                if self._wanted is None:
                    self._read, self._found = text, found
                    self.found.emit()
        except LexiconError as error:
            from desktop.runtime.commands.file_words import of_lexicon

            self._session.said.emit(of_lexicon(error)[0], Level.PROBLEM)
            self._waiting = None
        finally:
            self._asking = False
            waiting, self._waiting = self._waiting, None  # after a fault too: no later answer is meant
        if waiting is not None:
            waiting()

    def _write(self) -> None:
        metrics, width = self.fontMetrics(), self.width()
        whole = lines = self._lines(_MOST_WORDS)
        for words in range(_MOST_WORDS - 1, 0, -1):
            if all(metrics.horizontalAdvance(one) <= width for one in lines):
                break
            lines = self._lines(words)
        text = "\n".join(metrics.elidedText(one, Qt.TextElideMode.ElideRight, width) for one in lines)
        if self.text() != text:
            self.setText(text)
            self.setToolTip("\n".join(whole))
            self.setAccessibleDescription("; ".join(whole))

    def _lines(self, words: int) -> Sequence[str]:
        return _lines([self._worded(row, one, words) for row, one in enumerate(self._shown[:MOST], 1)])

    def _worded(self, row: int, proposal: Proposal, most: int) -> str:
        name = category_name(self._session.reference.categories.get(proposal.category))
        words = " … ".join(proposal.words[:most])
        text = QCoreApplication.translate("Intake", "Alt+{row} {category} “{words}”")
        return text.format(row=row, category=short_name(name), words=words)


def short_name(name: str) -> str:
    """A category's name up to the first sign that parts it: Kebakaran rumah/bangunan → Kebakaran rumah."""
    for sign in ("/", "(", ","):
        name = name.partition(sign)[0]
    return name.strip()


def _lines(worded: Sequence[str]) -> Sequence[str]:
    if not worded:
        return ()
    head = QCoreApplication.translate("Intake", "Proposed: {first}").format(first=worded[0])
    return (head, " · ".join(worded[1:])) if worded[1:] else (head,)

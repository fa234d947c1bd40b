"""The place of the form in which an incident is corrected."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.arrangement import Scrolling
from ui.pane.correct_form import CorrectForm
from ui.session import Session


class CorrectArea(Scrolling):
    """Makes the form when it is first asked for: a desk that opens would wait for it in vain."""

    made = Signal()
    """The form is there now."""

    def __init__(self, session: Session) -> None:
        super().__init__(QWidget())
        self._session = session
        self._form: CorrectForm | None = None

    @property
    def form(self) -> CorrectForm:
        """The form."""
        if self._form is None:
            self._form = CorrectForm(self._session)
            self.setWidget(self._form)
            for ground in (self._form, self.viewport()):
                ground.setAutoFillBackground(False)
            self.made.emit()
        return self._form

    def dress_anew(self) -> None:
        """Theme, text size or reference data changed."""
        if self._form is not None:
            self._form.dress_anew(self._session.reference)

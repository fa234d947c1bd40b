"""Signing in, inside the window."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.domain.centre import Centre
from desktop.operations.desk import Desk, StoreError
from desktop.runtime.services import Services
from desktop.runtime.tasks import Tasks
from ui import problems
from ui.panel import label
from ui.theme import Look


class SignIn(QWidget):
    """Name and password in the middle of the window; `signed_in` is called with the operator's desk."""

    def __init__(self, services: Services, look: Look, signed_in: Callable[[Desk], None]) -> None:
        super().__init__()
        self.setProperty("dress", "ground")
        self._services = services
        self._signed_in = signed_in
        self._tasks = Tasks(self)
        self.login = QLineEdit()
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.problem = label("", "problem")
        self.problem.setWordWrap(True)
        self._button = QPushButton(self.tr("Enter  Sign in"))
        self._button.setProperty("dress", "next")
        self._button.clicked.connect(self._try)
        self.login.returnPressed.connect(self.password.setFocus)
        self.password.returnPressed.connect(self._try)
        self._lay_out(services.store.centre, look)

    def _lay_out(self, centre: Centre, look: Look) -> None:
        card = QFrame()
        card.setProperty("dress", "panel")
        card.setFixedWidth(look.px(340))
        column = QVBoxLayout(card)
        column.setContentsMargins(*(look.px(18),) * 4)
        column.addWidget(label("Kulkul", "title"))
        column.addWidget(label(centre.name, "muted"))
        for caption, field in ((self.tr("Name"), self.login), (self.tr("Password"), self.password)):
            above = label(caption, "label")
            above.setBuddy(field)
            field.setAccessibleName(caption)
            column.addWidget(above)
            column.addWidget(field)
        column.addWidget(self.problem)
        column.addWidget(self._button)
        outer = QVBoxLayout(self)
        outer.addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)

    def _try(self) -> None:
        if not self._button.isEnabled():  # Enter once more while the password is being checked
            return
        self._button.setEnabled(False)
        self._tasks.start(self._sign_in(), "sign in")

    async def _sign_in(self) -> None:
        try:
            desk = await self._services.sign_in(self.login.text().strip(), self.password.text() or None)
        except StoreError as error:
            self.problem.setText(problems.of_store(error))
            self.password.selectAll()
            self.password.setFocus()
            self._button.setEnabled(True)
            return
        self._signed_in(desk)

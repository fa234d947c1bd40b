"""Signing in, inside the window."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.operations.desk import StoreError
from desktop.runtime.tasks import Tasks
from ui import problems
from ui.actions import BY_ID
from ui.panel import label
from ui.theme import Look
from ui.times import age_text

Enter = Callable[[str, str | None], Awaitable[None]]
"""Lets a login with a password in. StoreError when it may not enter."""


class SignIn(QWidget):
    """Name and password in the middle of the window. `why`: what is said above the fields, if anything."""

    def __init__(self, title: str, look: Look, enter: Enter, *, login: str = "", why: str = "") -> None:
        super().__init__()
        self.setProperty("dress", "ground")
        self._enter = enter
        self._tasks = Tasks(self)
        self.login = QLineEdit(login)
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.problem = label("", "problem")
        self.problem.setWordWrap(True)
        self.progress = label("", "muted")
        self.progress.setWordWrap(True)
        self._let_in = False
        self._took = timedelta()
        self._second = QTimer(self)
        self._second.timeout.connect(self._tick)
        self._button = QPushButton(self.tr("Enter  Sign in"))
        self._button.setProperty("dress", "next")
        self._button.clicked.connect(self._try)
        self.login.returnPressed.connect(self._to_password)
        self.password.returnPressed.connect(self._try)
        self._lay_out(title, look, why)

    def take_focus(self) -> None:
        """Put the cursor where something is to be typed."""
        first = self.password if self.login.text() else self.login
        first.setFocus()

    def let_quit(self, quit_desk: Callable[[], object]) -> None:
        """Let the key that ends the desk work here, too."""
        shortcut = QShortcut(QKeySequence(BY_ID["desk.quit"].key), self)
        shortcut.activated.connect(quit_desk)

    def tell_let_in(self) -> None:
        """Say that name and password fit: what takes long from now on is reading the board."""
        self._let_in = True
        self._show_progress()

    async def stop(self) -> None:
        """Let nobody in any more, also not who is being asked about just now."""
        await self._tasks.cancel_all()

    def _lay_out(self, title: str, look: Look, why: str) -> None:
        card = QFrame()
        card.setProperty("dress", "panel")
        card.setFixedWidth(look.px(340))
        column = QVBoxLayout(card)
        column.setContentsMargins(*(look.px(18),) * 4)
        column.addWidget(label("Kulkul", "title"))
        column.addWidget(label(title, "muted"))
        if why:
            line = label(why)
            line.setWordWrap(True)
            column.addWidget(line)
        for caption, field in ((self.tr("Name"), self.login), (self.tr("Password"), self.password)):
            above = label(caption, "label")
            above.setBuddy(field)
            field.setAccessibleName(caption)
            column.addWidget(above)
            column.addWidget(field)
        column.addWidget(self.problem)
        column.addWidget(self.progress)
        column.addWidget(self._button)
        outer = QVBoxLayout(self)
        outer.addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)

    def _to_password(self) -> None:
        self.password.setFocus()

    def _try(self) -> None:
        if not self._button.isEnabled():  # Enter once more while the password is being checked
            return
        self._button.setEnabled(False)
        self.problem.clear()
        self._let_in, self._took = False, timedelta()
        self._show_progress()
        self._second.start(1000)
        self._tasks.start(self._sign_in(self.login.text(), self.password.text()), "sign in")

    async def _sign_in(self, login: str, password: str) -> None:
        try:
            await self._enter(login.strip(), password or None)
        except StoreError as error:
            self.problem.setText(problems.of_store(error))
            if (self.login.text(), self.password.text()) == (login, password):
                self.password.selectAll()  # else it is being put right already
                self.password.setFocus()
        finally:
            self._second.stop()
            self.progress.clear()
            self._button.setEnabled(True)

    def _tick(self) -> None:
        self._took += timedelta(seconds=1)
        self._show_progress()

    def _show_progress(self) -> None:
        """How far it came, and since when: on a slow way that takes seconds."""
        text = self.tr("Let in: reading the board …") if self._let_in else self.tr("Signing in …")
        self.progress.setText(f"{text} {age_text(self._took)}" if self._took else text)

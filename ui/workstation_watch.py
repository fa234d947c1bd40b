"""What is wrong with this workstation, though the desk goes on: its clock, or the age of its program."""

from datetime import timedelta

from PySide6.QtCore import QObject

from ui.banner import Banner
from ui.session import Session

WRONG = timedelta(minutes=2)
"""How far the workstation's clock may be from the server's before that is said (wanted so)."""


class WorkstationWatch(QObject):
    """Keeps two banners: put away, one comes back only once what it tells of was over meanwhile."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.clock = Banner()
        self.version = Banner()
        self._told: set[Banner] = set()
        session.pulse_changed.connect(self._look)
        session.ticked.connect(self._look)
        self._look()

    def _look(self) -> None:
        self._tell(self.clock, self._of_clock())
        self._tell(self.version, self._of_version())

    def _tell(self, banner: Banner, text: str) -> None:
        if not text:
            self._told.discard(banner)
            banner.hide()
        elif banner not in self._told or (banner.isVisible() and banner.text.text() != text):
            self._told.add(banner)
            banner.tell(text, can_be_put_away=True)

    def _of_clock(self) -> str:
        pulse = self._session.services.follower.pulse
        if pulse is None or abs(pulse.clock_ahead) <= WRONG:
            return ""
        minutes = round(abs(pulse.clock_ahead) / timedelta(minutes=1))
        if pulse.clock_ahead > timedelta():
            text = self.tr(
                "This workstation's clock is {minutes} min ahead of the server's: ages are wrong. Go on, and "
                "have it set: timedatectl set-ntp true."
            )
        else:
            text = self.tr(
                "This workstation's clock is {minutes} min behind the server's: ages are wrong. Go on, and "
                "have it set: timedatectl set-ntp true."
            )
        return text.format(minutes=minutes)

    def _of_version(self) -> str:
        if not self._session.services.follower.outdated:
            return ""
        return self.tr(
            "The centre was upgraded: this desk goes on, but must be updated. Tell who looks after it."
        )

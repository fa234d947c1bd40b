"""The page of sounds: each is played by Enter, and the device is chosen on which they are heard."""

from collections.abc import Sequence

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.incidents.sound import Sound, Speaker
from ui.listing import ListModel, ListRow, ListTable
from ui.overlay import Overlay
from ui.panel import dress, label
from ui.session import Session
from ui.sounds.devices import Device, Devices
from ui.sounds.words import sound_words, sounds_to_try

DEVICE = "sound/device"
"""Where the workstation remembers the device."""

_SOUND, _DEVICE = "sound:", "device:"


class SoundsPage(Overlay):
    """`speakers`: all that play at this desk, the one that is tried first."""

    def __init__(
        self,
        session: Session,
        speakers: Sequence[Speaker],
        state: QSettings,
        over: QWidget,
        devices: Devices | None = None,
    ) -> None:
        super().__init__(session.look, over, 820, 560)
        self._speakers = speakers
        self._state = state
        self._tried: Sound | None = None
        self._known: tuple[Device, ...] | None = None
        self._devices = devices or Devices(self)
        self._devices.found.connect(self._found)
        self.model = ListModel(session.look, (self.tr("What"), self.tr("Sound or device"), self.tr("State")))
        self.table = ListTable(self.model, wide=1)
        self.table.setAccessibleName(self.tr("Sounds and their device"))
        self.summary = label("", "plain")
        self.summary.setWordWrap(True)
        column = QVBoxLayout(self)
        column.addWidget(label(self.tr("Sounds and their device"), "title"))
        column.addWidget(self.summary)
        column.addWidget(self.table, 1)
        column.addWidget(label(self.tr("Enter: play the sound, or take the device · Esc: back"), "hint"))
        self.table.entered.connect(self._enter)
        self.table.escaped.connect(self.leave)
        speakers[0].heard_changed.connect(self._refresh)
        speakers[0].ended.connect(self._refresh)

    def toggle(self) -> None:
        """Show the page, or put it away."""
        if self.isVisible():
            self.leave()
            return
        self._tried = None
        self._devices.ask()
        if self._speakers[0].heard is None:
            self._speakers[0].check()
        self._show()
        self.lie_over(self.table)
        self.table.rest_on(None)

    def _found(self, devices: tuple[Device, ...]) -> None:
        self._known = devices
        self._refresh()

    def _refresh(self) -> None:
        if self.isVisible():
            self._show()

    def _show(self) -> None:
        what = self.tr("Sound")
        rows = [
            ListRow(f"{_SOUND}{one.value}", (what, sound_words(one), self._played(one)))
            for one in sounds_to_try()
        ]
        self.model.show([*rows, *self._device_rows()])
        text, is_wrong = self._summary()
        self.summary.setText(text)
        dress(self.summary, "alarm" if is_wrong else "plain")

    def _device_rows(self) -> list[ListRow]:
        chosen = self._speakers[0].device
        known = [Device("", self.tr("The system's own choice")), *(self._known or ())]
        if self._known is not None and chosen not in {one.id for one in known}:
            known.append(Device(chosen, chosen.partition(":")[2]))
        here = {"", *(one.id for one in self._known or ())}
        rows = []
        for one in known:
            state = self.tr("chosen") if one.id == chosen else ""
            if self._known is not None and one.id not in here:
                state = self.tr("chosen, not there now")
            rows.append(ListRow(f"{_DEVICE}{one.id}", (self.tr("Device"), one.name, state)))
        return rows

    def _played(self, sound: Sound) -> str:
        if sound is not self._tried:
            return ""
        speaker = self._speakers[0]
        if speaker.playing:
            return self.tr("plays")
        return self.tr("was played") if speaker.heard else self.tr("could not be played")

    def _summary(self) -> tuple[str, bool]:
        """How it stands with sound here, and whether that is wrong."""
        speaker = self._speakers[0]
        if speaker.heard is False:
            text = self.tr(
                "No sound: nothing on this workstation plays one. Install pipewire, pulseaudio-utils or"
                " alsa-utils, switch a device on, and try a sound."
            )
            return text, True
        if speaker.fell_back:
            return self.tr("The chosen device does not play: the system's own choice is used."), True
        if self._known is None:
            return self.tr("Looking for devices…"), False
        if not self._known:
            return self.tr("This system does not tell its devices: its own choice is used."), False
        return self.tr("The device is remembered on this workstation."), False

    def _enter(self, key: str) -> None:
        if key.startswith(_SOUND):
            sound = Sound(key.removeprefix(_SOUND))
            self._tried = sound
            self._speakers[0].stop()
            self._speakers[0].play(sound)
        else:
            device = key.removeprefix(_DEVICE)
            for one in self._speakers:
                one.use(device)
            self._state.setValue(DEVICE, device)
            self._speakers[0].stop()
            self._speakers[0].check()
        self._refresh()

"""The place of which the narrative tells, offered in the address while that is empty: one key takes it."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from shiboken6 import isValid

from desktop.domain.places import PlaceKind
from ui.actions import BY_ID, key_text
from ui.place_line import PlaceLine
from ui.place_words import place_text
from ui.session import Session

if TYPE_CHECKING:
    from desktop.gazetteer.search import Found

PAUSE_MS = 150
"""Pause in typing after which the narrative is listened to: the thread also finds places that are typed."""


class ToldPlace(QObject):
    """Never takes anything by itself; what is heard stands in the empty line as a hint."""

    def __init__(self, session: Session, line: PlaceLine) -> None:
        super().__init__(line)
        self._session = session
        self._line = line
        self._narrative = self._read = ""
        self._found: Found | None = None
        self._taken = ""
        """What was taken, in the caller's words: a kelurahan leaves the address empty."""
        self._asking = False
        self._in_vain: Callable[[], None] | None = None
        """Set while a key waits for what is heard: called where that is nothing."""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._listen)
        line.textChanged.connect(lambda _text: self._show())

    @property
    def offered(self) -> str:
        """What is offered, as it is read; empty with nothing."""
        return self._line.placeholderText()

    def consider(self, narrative: str) -> None:
        """Listen to what is told now."""
        self._narrative = narrative
        if narrative != self._read:
            self._pause.start()

    def take(self) -> bool:
        """Take what was heard, as if it had been typed and taken in the address; whether there was any."""
        found = self._found
        if found is None or self._line.text():
            return False
        self._taken = found.spoken.text
        self._line.take_told(found)
        self._show()
        return True

    def take_later(self, in_vain: Callable[[], None]) -> bool:
        """Take what is heard in what is told now, without waiting for a pause; whether that is to come."""
        if self._line.text() or self._narrative == self._read:
            return False
        self._in_vain = in_vain
        self._pause.stop()
        self._listen()
        return True

    def turn_to_another_call(self) -> None:
        """Forget what was heard: another caller tells of another place."""
        self._in_vain = None
        self._narrative = self._read = self._taken = ""
        self._found = None
        self._pause.stop()
        self._show()

    def _listen(self) -> None:
        if not self._asking:
            self._asking = True
            self._session.start(self._ask(), "hear the place")

    async def _ask(self) -> None:
        try:
            while self._narrative != self._read and not self._line.text():
                narrative = self._narrative
                found = await self._session.places.hear(narrative)
                if not isValid(self):
                    return
                if narrative == self._narrative:
                    self._read, self._found = narrative, found
                    self._show()
        finally:
            self._asking = False
            in_vain, self._in_vain = self._in_vain, None  # after a fault too: no later answer is meant
        if in_vain is not None and not self._line.text() and not self.take():
            in_vain()

    def _show(self) -> None:
        if not self._line.text() and self._narrative != self._read and not self._pause.isActive():
            self._pause.start()  # nobody listened while something stood in the address
        found = self._found
        offered = found is not None and found.spoken.text != self._taken and not self._line.text()
        place = self._words() if offered else ""
        key = key_text(BY_ID["call.place"])
        text = f"{key}: {place}" if offered else ""
        if self._line.placeholderText() != text:
            self._line.setPlaceholderText(text)  # short: what would be taken is to be read whole
            heard = QCoreApplication.translate("Intake", "Heard, {key} takes it: {place}")
            self._line.setAccessibleDescription(heard.format(key=key, place=place) if offered else "")

    def _words(self) -> str:
        assert self._found is not None
        found, reference = self._found, self._session.reference
        spoken, places = found.spoken, found.places
        # Of an alley that no map has, only the kelurahan is a known place: the words say what is taken.
        if places and (
            places[0].place.kind is not PlaceKind.AREA or len(places[0].words) == len(spoken.words)
        ):
            place = places[0].place
            its = self._line.texts_of(found, 0).get("area", place.area)
            return place_text(replace(place, area=its), reference)
        area = None if found.area is None else reference.areas.get(found.area.id)
        more = "" if area is None or area.name.casefold() in spoken.text.casefold() else f", {area.name}"
        return f"“{spoken.text}”{more}"

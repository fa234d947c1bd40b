"""Keeping a place for all desks with one key, and taking it back with the same."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject

from desktop.domain.places import Place
from desktop.domain.records import Value
from desktop.gazetteer.filling import shown_name
from desktop.gazetteer.new_places import NewPlace, new_place
from desktop.operations.desk import Done, Outcome
from desktop.operations.places import add_name, keep_place, take_name_back, withdraw_place
from ui.actions import BY_ID, key_text
from ui.session import Level, Session
from ui.words import word

COMMAND = "place.keep"


@dataclass(frozen=True, slots=True)
class OtherName:
    """What a caller called a place that is known under another name."""

    place: Place
    name: str


ToKeep = NewPlace | OtherName


def place_to_keep(address: str, landmark: str, values: Mapping[str, Value]) -> NewPlace | None:
    """What of a place that was typed can be kept; `values` by columns of an incident, as they were read."""
    area, latitude, longitude = (values.get(name) for name in ("area", "latitude", "longitude"))
    return new_place(
        address,
        landmark,
        area if isinstance(area, str) else None,
        latitude if isinstance(latitude, float) else None,
        longitude if isinstance(longitude, float) else None,
    )


class PlaceKeeping(QObject):
    """Keeps what it is given; given the same once more, it takes that back."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._kept: tuple[ToKeep, str] | None = None
        """What was kept last, and under which id."""
        self._busy: ToKeep | None = None
        """What is being kept or taken back."""
        self._next: list[ToKeep] = []

    def toggle(self, subject: ToKeep | None) -> None:
        """Keep a place, or take back what was just kept."""
        if self._busy is not None:  # pressed twice: kept twice, nobody could take the first back
            if subject is not None and subject not in (self._busy, *self._next):
                self._next.append(subject)
            return
        if subject is None:
            self._session.said.emit(self.tr("There is no name of a place to keep."), Level.PROBLEM)
        elif self._kept is not None and self._kept[0] == subject:
            self._act(subject, self._take_back(subject, self._kept[1]), lambda _done: self._gone(subject))
        else:
            self._act(subject, self._keep(subject), lambda done: self._done(subject, done))

    def _go_on(self) -> None:
        """Keep what was asked for meanwhile."""
        if self._next:
            self.toggle(self._next.pop(0))

    def _act(self, subject: ToKeep, intention: Awaitable[Outcome], done: Callable[[Done], None]) -> None:
        self._busy = subject

        def over(outcome: Done) -> None:
            self._busy = None
            done(outcome)
            self._go_on()

        def refused(text: str) -> None:
            self._busy = None
            if self._kept is not None and self._session.services.store_is_away:
                # What was kept before the connection was lost is not on this workstation.
                text = self.tr(
                    "“{name}” lies at the server: it can be taken back once that is reached again."
                )
                text = text.format(name=self._kept[0].name)
            else:
                self._kept = None  # another took it back, or changed it: the key keeps anew
            self._session.said.emit(text, Level.PROBLEM)
            self._go_on()

        self._session.perform(intention, done=over, refused=refused)

    def _take_back(self, subject: ToKeep, row: str) -> Awaitable[Outcome]:
        if isinstance(subject, OtherName):
            return take_name_back(self._session.desk, subject.place, subject.name)
        return withdraw_place(self._session.desk, row)

    def _keep(self, subject: ToKeep) -> Awaitable[Outcome]:
        desk = self._session.desk
        if isinstance(subject, OtherName):
            return add_name(desk, subject.place, subject.name)
        return keep_place(
            desk,
            name=subject.name,
            kind=subject.kind,
            street=subject.street,
            area=subject.area,
            latitude=subject.latitude,
            longitude=subject.longitude,
        )

    def _done(self, subject: ToKeep, done: Done) -> None:
        self._kept = (subject, done.row)
        key = key_text(BY_ID[COMMAND])
        if isinstance(subject, OtherName):
            text = self.tr("All desks find “{place}” by “{name}” too. {key} once more takes that back.")
            text = text.format(place=shown_name(subject.place), name=subject.name, key=key)
        else:
            text = self.tr("“{name}” ({kind}) is kept for all desks. {key} once more takes that back.")
            text = text.format(name=subject.name, kind=word(subject.kind), key=key)
        self._session.said.emit(text, Level.DONE)

    def _gone(self, subject: ToKeep) -> None:
        self._kept = None
        text = self.tr("“{name}” is kept no more.").format(name=subject.name)
        self._session.said.emit(text, Level.DONE)

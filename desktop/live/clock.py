"""The centre's time on this desk."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, tzinfo

from desktop.domain.clock import TrainingClock


class CentreClock:
    """The wall's clock in a real centre, the exercise's own in a training centre. All times aware, in UTC."""

    def __init__(self, zone: tzinfo, real: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self.zone = zone
        self.training: TrainingClock | None = None
        self._real = real

    def now(self) -> datetime:
        """The centre's time."""
        return self.at(self._real())

    def at(self, real: datetime) -> datetime:
        """The centre's time at a moment of the wall's clock."""
        return real if self.training is None else self.training.at(real)

    @property
    def rate(self) -> float:
        """Seconds of the centre that pass in one of the wall's."""
        return 1.0 if self.training is None else self.training.rate

    def midnight(self) -> datetime:
        """When the city's present day began, in UTC."""
        local = self.now().astimezone(self.zone)
        return local.replace(hour=0, minute=0, second=0, microsecond=0).astimezone(UTC)

    def local(self, moment: datetime) -> datetime:
        """A moment in the city's time zone."""
        return moment.astimezone(self.zone)

    def age(self, since: datetime | None) -> timedelta:
        """How long ago something was; nothing for what never was or lies ahead."""
        return max(timedelta(), self.now() - since) if since is not None else timedelta()

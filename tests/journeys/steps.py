"""What operators do over and over, as keys."""

from pathlib import Path

from tests.journeys.screen import Window
from tests.ui.driver import make_centre


def quiet_centre(folder: Path, city: str = "denpasar") -> str:
    """A training centre in which nothing goes on; the URL of its database."""
    path = folder / f"{city}.sqlite"
    make_centre(path, city)
    return f"sqlite:///{path}"


def take_call(window: Window, narrative: str) -> None:
    """F2, and what the caller says."""
    window.keys("F2")
    window.wait_for("①")
    window.type(narrative)


def leave_fields(window: Window, count: int) -> None:
    """Go on by so many fields."""
    window.keys(*["Tab"] * count)

"""What operators do over and over, as keys, each followed by what the screen then says."""

from tests.journeys.picture import Picture
from tests.journeys.screen import Window

FIELDS = (
    "narrative",
    "category",
    "priority",
    "address",
    "landmark",
    "rt_rw",
    "area",
    "kecamatan",
    "point",
    "people_hurt",
    "number",
    "name",
)
"""The fields of a call in the order of Tab; the cursor begins in the first."""


def take_call(window: Window, narrative: str = "", **texts: str) -> None:
    """F2, what the caller says, and what is typed into the other fields. The cursor rests in the last."""
    before = window.tabs
    window.keys("F2")
    window.wait_tabs(before + 1)
    wanted = {"narrative": narrative, **texts}
    assert wanted.keys() <= set(FIELDS)
    at = 0
    for name, text in sorted(wanted.items(), key=lambda one: FIELDS.index(one[0])):
        steps = FIELDS.index(name) - at
        if steps:
            window.keys(*["Tab"] * steps)
        if text:
            window.type(text)
        at += steps


def open_incident(window: Window, number: str) -> Picture:
    """Ctrl+Enter, and the incident has its number, `001` for the first of the day: in the pane, or beside the
    call while a question card stands over the pane.
    """
    window.keys("Ctrl+Enter")
    return window.wait_until(lambda picture: _stands(picture, number), f"incident {number} opened")


def see_incident(window: Window) -> None:
    """Ctrl+L: the cursor leaves the call, and the pane shows the incident instead of a question card."""
    window.keys("Ctrl+l")


def _stands(picture: Picture, number: str) -> bool:
    """Whether the pane's head is about the incident, `DP 261124-001`, or the call's line: `24-001 · …`."""
    heads = (node.words for node in picture.nodes if node.role == "label" and node.shown)
    return any(
        (head.endswith(f"-{number}") and head[2:3] == " ") or head[2:].startswith(f"-{number} ·")
        for head in heads
    )


def hang_up(window: Window) -> None:
    """F4: the caller hung up, and the call leaves its tab."""
    before = window.tabs
    window.keys("F4")
    window.wait_tabs(before - 1)


def assign(window: Window, call_signs: str) -> None:
    """Send units to the selected incident: Alt+U, parts of their call signs, Enter."""
    window.enter("Alt+u", call_signs)


def hear(window: Window, line: str) -> None:
    """Write down what a unit says on the radio: Ctrl+U, `dam1 l`, Enter."""
    window.enter("Ctrl+u", line)


def refer(window: Window, agencies: str = "") -> None:
    """Tell agencies: Ctrl+R, parts of their names (none: those of the category), Enter."""
    window.enter("Ctrl+r", agencies)


def answer(window: Window, line: str) -> None:
    """Write down what an agency answers: Ctrl+Shift+R, `pln t`, Enter."""
    window.enter("Ctrl+Shift+r", line)


def note(window: Window, text: str) -> None:
    """Write a note: Ctrl+N, the text, Enter."""
    window.enter("Ctrl+n", text)
    window.wait_until(lambda picture: picture.shows(text), f"note {text!r}")


def wait_line(window: Window, name: str, *parts: str) -> str:
    """Wait until one line of the list of that name says all of these; the line."""

    def fitting(lines: list[str]) -> list[str]:
        return [line for line in lines if all(part in line for part in parts)]

    return fitting(window.wait_items(name, lambda now: bool(fitting(now)), f"{parts} in a line"))[0]


def wait_row(window: Window, name: str, *parts: str) -> list[str]:
    """Wait until one row of the table of that name says all of these; its cells."""

    def fitting(rows: list[list[str]]) -> list[list[str]]:
        return [row for row in rows if all(part in row for part in parts)]

    return fitting(window.wait_rows(name, lambda now: bool(fitting(now)), f"{parts} in a row"))[0]

"""What a banner and the lamp say of an outage."""

from datetime import tzinfo

from PySide6.QtCore import QCoreApplication

from desktop.operations.outage import Reach, Status
from ui.actions import BY_ID, key_text
from ui.times import clock_text

translate = QCoreApplication.translate


def banner_text(status: Status, zone: tzinfo) -> str:
    """What stands above the panels; empty while all is well."""
    parts = [_of_reach(status, zone), _of_waiting(status), _of_trouble(status)]
    return " ".join(part for part in parts if part)


def lamp_text(status: Status, zone: tzinfo) -> str:
    """What the lamp says while the server is away or takes what was kept; empty otherwise."""
    match status.reach:
        case Reach.CUT_OFF:
            since = clock_text(status.since, zone) if status.since else ""
            return translate("Outage", "✕ cut off since {time}").format(time=since)
        case Reach.DELIVERING:
            return translate("Outage", "▲ delivering {count}").format(count=status.to_deliver)
        case Reach.ONLINE:
            return ""


def _of_reach(status: Status, zone: tzinfo) -> str:
    to_deliver = status.to_deliver
    if status.reach is Reach.DELIVERING:
        text = translate("Outage", "The server is back: delivering {count}.")
        return text.format(count=to_deliver)
    if status.reach is Reach.ONLINE:
        return ""
    since = clock_text(status.since, zone) if status.since else ""
    if status.detached:
        text = translate(
            "Outage",
            "Entered with a PIN, without the server. What you write is kept here ({count}). When the server "
            "is back, lock the screen ({key}) and sign in with your password: then it is delivered.",
        )
        return text.format(count=to_deliver, key=key_text(BY_ID["desk.lock"]))
    text = translate(
        "Outage",
        "Cut off from the server since {time}. Go on: what you write is kept here ({count}) and delivered "
        "when it is back. Numbers with S are provisional. Other desks, history and look-up are not seen.",
    )
    return text.format(time=since, count=to_deliver)


def _of_waiting(status: Status) -> str:
    if not status.waiting:
        return ""
    text = translate("Outage", "{count} did not fit any more and wait for a decision: {key} shows them.")
    return text.format(count=status.waiting, key=key_text(BY_ID["desk.kept"]))


def _of_trouble(status: Status) -> str:
    parts = []
    if status.locked:
        names = ", ".join(sorted({login for group in status.locked for login in group}))
        text = translate(
            "Outage", "Undelivered work of others lies here; it is delivered when {names} signs in."
        )
        parts.append(text.format(names=names))
    if status.trouble:
        parts.append(translate("Outage", "The disk of this workstation takes nothing: tell your supervisor."))
    if status.unreadable:
        text = translate("Outage", "{count} kept entries are damaged; the file was put aside.")
        parts.append(text.format(count=status.unreadable))
    return " ".join(parts)

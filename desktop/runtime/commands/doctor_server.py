"""What a workstation finds out about the server of its centre."""

from collections.abc import Iterator
from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from desktop.runtime.commands import server, words
from desktop.runtime.settings import Settings
from desktop.store.postgres.address import Address
from desktop.store.postgres.keeping import ServerFacts, ServerState, read_facts, read_state
from desktop.store.problems import StoreError

DESK_CONNECTIONS = 3
"""Connections of one desk: it hears, writes and looks up at once."""

MOST_CLOCK_DIFFERENCE = timedelta(seconds=2)
"""More between the clocks of workstation and server is called wrong (our choice: ages count seconds)."""

Found = tuple[str, str, bool]
"""What it is about, what was found, whether it is wrong."""

translate = QCoreApplication.translate


def findings(settings: Settings, as_login: str | None) -> Iterator[Found]:
    """What is found of the server; as much as the login may see."""
    about = translate("Doctor", "server")
    at = server.address(settings, as_login, server.ADMINISTRATOR)
    try:
        state = server.carry_out(at, read_state)
    except StoreError as error:
        if error.code == "sign_in" and as_login is None and at.password is None:
            text = translate(
                "Doctor", "{url} answers; to look inside: doctor --as LOGIN, password in {variable}"
            )
            yield about, text.format(url=settings.database, variable=server.PASSWORD), False
        else:
            yield about, f"{settings.database}: {words.of_store(error)}", True
        return
    yield from _state(about, at, state)
    try:
        facts = server.carry_out(at, read_facts)
    except StoreError as error:
        yield translate("Doctor", "database"), f"{settings.database}: {words.of_store(error)}", True
        return
    yield from _centre(settings, facts)


def _centre(settings: Settings, facts: ServerFacts) -> Iterator[Found]:
    text = translate("Doctor", "centre of {city}").format(city=facts.centre.name)
    yield translate("Doctor", "database"), f"{settings.database}: {text}", False


def _state(about: str, at: Address, state: ServerState) -> Iterator[Found]:
    yield about, f"PostgreSQL {state.version}", False
    if state.encrypted:
        yield about, translate("Doctor", "connection encrypted, the server's certificate verified"), False
    elif all(host.is_this_machine for host in at.hosts):
        yield about, translate("Doctor", "connection on this machine, not encrypted"), False
    else:
        yield about, translate("Doctor", "connection not encrypted: anybody on the way can read along"), True
    if state.standby:
        yield about, translate("Doctor", "this is a standby: it takes no changes"), True
    yield from _connections(about, state)
    yield from _clock(state)
    text = translate("Doctor", "the server's free disk space cannot be seen from here; look there with df -h")
    yield translate("Doctor", "disk"), text, False


def _connections(about: str, state: ServerState) -> Iterator[Found]:
    room = state.connections // DESK_CONNECTIONS
    desks = len(state.desks or ())
    text = translate(
        "Doctor", "{connections} connections: room for {room} desks, {desks} seen in the last minute"
    )
    found = text.format(connections=state.connections, room=room, desks=desks)
    yield about, found, desks >= room


def _clock(state: ServerState) -> Iterator[Found]:
    about = translate("Doctor", "clock")
    seconds = state.clock_ahead.total_seconds()
    wrong = abs(state.clock_ahead) - state.clock_doubt > MOST_CLOCK_DIFFERENCE
    if not wrong:
        yield (
            about,
            translate("Doctor", "as the server's, to {seconds} s").format(seconds=f"{seconds:.1f}"),
            False,
        )
        return
    text = translate(
        "Doctor",
        "{seconds} s away from the server's clock: let a time server keep both (timedatectl set-ntp true)",
    )
    yield about, text.format(seconds=f"{abs(seconds):.0f}"), True

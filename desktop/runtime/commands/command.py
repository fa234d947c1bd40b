"""Give an order as in the command line of a desk, or say what it would do."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.domain.acts import Refusal
from desktop.domain.alarms import alarms_of
from desktop.live.alarms import shown_of
from desktop.live.follow import Follower
from desktop.operations.desk import Desk
from desktop.operations.dispatch_files import load_texts
from desktop.operations.orders import carrying
from desktop.operations.orders.picture import BoardNames, Picture
from desktop.operations.orders.plan import Reading
from desktop.operations.orders.reading import read
from desktop.operations.packs import PackError
from desktop.operations.reading import who_wrote
from desktop.operations.typed_times import ENGLISH, INDONESIAN
from desktop.runtime import terminal
from desktop.runtime.abbreviations import Abbreviations
from desktop.runtime.code_words import speaks_indonesian
from desktop.runtime.commands.as_operator import carry_out
from desktop.runtime.order_troubles import trouble_text
from desktop.runtime.order_words import intended_text, preview_lines
from desktop.runtime.paths import Places
from desktop.runtime.refusal_words import refusal_words
from desktop.runtime.settings import Settings

translate = QCoreApplication.translate


def run(
    settings: Settings, order: str, operator: str, preview: bool, password_file: Path | None = None
) -> int:
    """Carry an order out, or with `preview` say what it would do; what is wrong is pointed at.

    StoreError `sign_in` when the password does not fit. OSError when its file cannot be read.
    """
    return carry_out(
        settings,
        operator,
        partial(_give, order=order, places=settings.places, preview=preview),
        password_file,
    )


async def _give(desk: Desk, order: str, places: Places, *, preview: bool) -> int:
    follower = Follower(desk.store)
    await follower.start()
    picture = _picture(follower, desk, places)
    reading = read(order, picture)
    if not reading.ready:
        _point_at(reading, picture)
        return terminal.MISUSED
    if preview:
        for line in preview_lines(reading.intended, picture):
            terminal.say(line)
        return terminal.DONE
    return await _carry_out(desk, reading, follower, picture)


def _picture(follower: Follower, desk: Desk, places: Places) -> Picture:
    board = follower.board
    own = Abbreviations(places.abbreviations(desk.store.centre.id), desk.author.login).known
    try:
        texts = load_texts(desk.store.centre.city, places.dispatch_text)
    except PackError:  # the doctor tells of it; only an order to tell needs them
        texts = None
    return Picture(
        centre=desk.store.centre,
        reference=board.reference,
        cases=board.cases,
        units=board.units,
        running=board.running_assignment,
        now=follower.clock.now(),
        roles=desk.author.roles,
        names=BoardNames(desk.store.centre),
        warnings=board.warnings,
        distress=board.distress,
        spans=INDONESIAN if speaks_indonesian() else ENGLISH,
        on_screen=False,
        memos=board.memos,
        login=desk.author.login,
        abbreviations=own,
        at_desks=frozenset(one.login for one in follower.at_work()),
        answers=board.answers,
        alarms=lambda: alarms_of(shown_of(board), follower.clock.now()),
        texts=texts,
    )


async def _carry_out(desk: Desk, reading: Reading, follower: Follower, picture: Picture) -> int:
    """One act after the other; the first that is refused ends it."""
    for one in reading.intended:
        outcome = await carrying.carry_out(desk, one)
        if isinstance(outcome, Refusal):
            writer = None if outcome.act is None else await who_wrote(desk, outcome.act)
            terminal.complain(refusal_words(follower.board, picture.zone, outcome, writer))
            return terminal.WRONG
        terminal.say(intended_text(one, picture))
        if outcome.said:
            terminal.say(outcome.said)
    return terminal.DONE


def _point_at(reading: Reading, picture: Picture) -> None:
    """The order, and below it each mistake where it stands."""
    if not reading.troubles:
        terminal.complain(
            translate("Orders", "Type an order, as: {example}").format(example="kirim dam4 ke 003")
        )
        return
    terminal.complain(reading.text)
    margin = " " * len("Kulkul: ")
    for line in _marks(reading, picture):
        terminal.complain_below(margin + line)


def _marks(reading: Reading, picture: Picture) -> Sequence[str]:
    return [
        f"{' ' * one.start}{'^' * max(1, one.end - one.start)} {trouble_text(one, picture)}"
        for one in reading.troubles
    ]

"""Who of an incident was told, in words."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from desktop.domain.board import Case
from desktop.domain.disclosure import may_pass_on_numbers
from desktop.domain.referrals import Means
from desktop.domain.to_tell import New, Recipient, Stand, critical_at, recipients
from desktop.operations.dispatch_text import Around
from desktop.operations.packs_texts import Texts
from desktop.operations.telling import Words, name_of
from ui.marking import QT_TRANSLATE_NOOP
from ui.pane.names import full_number
from ui.pane.pieces import Piece, kept_together
from ui.place_warnings.reading import warnings_of
from ui.session import Session
from ui.times import clock_text
from ui.words import word

translate = QCoreApplication.translate
_N = QT_TRANSLATE_NOOP

_NEW: Mapping[New, str] = {
    New.PLACE: _N("TellingPage", "place"),
    New.CATEGORY: _N("TellingPage", "category"),
    New.PRIORITY: _N("TellingPage", "priority"),
    New.PEOPLE: _N("TellingPage", "people hurt"),
    New.WARNING: _N("TellingPage", "warning"),
    New.HAZARD: _N("TellingPage", "danger"),
}


def critical_of(session: Session, case: Case) -> Mapping[str, str]:
    """The critical warnings of an incident's place that hold now, each with the act that wrote it last."""
    return critical_at(session.board.warnings.values(), case.incident, session.clock.now())


def recipients_of(session: Session, case: Case) -> tuple[Recipient, ...]:
    """Who is at work on an incident, and what each was told."""
    return recipients(case, critical_of(session, case))


def recipient_name(session: Session, one: Recipient) -> str:
    """The call sign or short name of whoever is to be told."""
    return name_of(one.at_work, session.reference, session.board.units)


def stand_text(one: Recipient, session: Session) -> str:
    """`to be told again: place`, `told 20:58:25 radio`; empty where nothing was told and nothing is to be."""
    if one.stand is Stand.UNTOLD:
        return translate("TellingPage", "not told yet")
    if one.stand is Stand.AGAIN:
        text = translate("TellingPage", "to be told again: {what}")
        return text.format(what=new_text(one.new))
    if one.last is None or one.last.told_at is None:
        return ""
    at = clock_text(one.last.told_at, session.clock.zone)
    how = word(one.last.means) if one.last.means is not None else ""
    return translate("TellingPage", "knows it: {time} {means}").format(time=at, means=how).rstrip()


def stand_piece(one: Recipient, session: Session) -> Piece:
    """The same in its colour: what a row of the pane says."""
    tone = "warning" if one.stand in (Stand.AGAIN, Stand.UNTOLD) else "muted"
    return Piece(kept_together(stand_text(one, session)), tone, bold=one.stand is Stand.AGAIN)


def new_text(new: Sequence[New]) -> str:
    """What is otherwise than it was told."""
    return ", ".join(translate("TellingPage", _NEW[one]) for one in new)


def again_text(count: int) -> str:
    """How many are to be told again; empty for none."""
    return translate("TellingPage", "tell again: {count}").format(count=count) if count else ""


def around_of(session: Session, case: Case, texts: Texts) -> Around:
    """What the words for an incident are made of at this desk."""
    return Around(
        texts,
        session.reference,
        session.centre,
        session.board.units,
        warnings_of(session, case),
        may_pass_on_numbers(session.desk.author.roles),
    )


def told_text(session: Session, words: Words, means: Means) -> str:
    """That somebody was told; that a text was copied waits to be pasted."""
    number = full_number(words.detail.case.incident, session.centre)
    names = ", ".join(name_of(one, session.reference, session.board.units) for one in words.whom)
    if not names:
        return translate("TellingPage", "{number} is copied: paste it into the message.").format(
            number=number
        )
    text = translate("TellingPage", "{number}: {names} told by {means}.")
    if means is Means.MESSAGE:
        text = translate("TellingPage", "{number}: {names} told; the text is copied: paste it.")
    return text.format(number=number, names=names, means=word(means))

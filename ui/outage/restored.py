"""Deciding of what desks still have from before the centre was restored: once, for all of them."""

from collections.abc import Awaitable
from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from desktop.domain.disclosure import may_decide_of_restore
from desktop.domain.restores import Restored
from desktop.operations.desk import Done, Outcome
from desktop.operations.outage import decide_of_restore
from ui.actions import BY_ID, key_text
from ui.asking import Topic, ask_and_act
from ui.choice_field import Option
from ui.prompt import Answers, Ask, Prompt
from ui.session import Level, Session
from ui.times import clock_text, date_text

translate = QCoreApplication.translate

LATELY = timedelta(hours=24)
"""How long after a restore what desks keep may be from before (as outbox.CONFIRMED_STAY)."""
DELIVER, LEAVE_OUT = "deliver", "leave_out"


def held_words(session: Session) -> str:
    """Why an act from before a restore waits."""
    restored = _last(session)
    if restored is None:  # known again with the next heartbeat
        return translate("Outage", "Was in the centre before it was restored. A supervisor decides.")
    text = translate("Outage", "Was in the centre before it was restored to {time}. A supervisor decides.")
    return text.format(time=_state(session, restored))


def restored_text(session: Session) -> str:
    """What a banner says as long as nobody decided; empty otherwise."""
    restored, outage = _last(session), session.outage
    if restored is None or restored.decision is not None or outage is None:
        return ""
    may = may_decide_of_restore(session.desk.author.roles)
    if not outage.held and not (may and _others_wait(session, restored)):
        return ""
    if may:
        text = translate(
            "Outage",
            "The centre was restored to {time}. What desks wrote after that waits ({count} here): decide "
            "with {key} whether it is delivered.",
        )
    else:
        text = translate(
            "Outage",
            "The centre was restored to {time}. {count} written here after that wait for a supervisor's "
            "decision: tell one.",
        )
    key = key_text(BY_ID["desk.restored"])
    return text.format(time=_state(session, restored), count=outage.held, key=key)


def ask_restored(session: Session, prompt: Prompt) -> None:
    """Ask whether what desks have from before the restore is delivered, and why."""
    restored = _last(session)
    if problem := _why_not(session, restored):
        session.said.emit(problem, Level.PROBLEM)
        return
    assert restored is not None
    options = (
        Option(DELIVER, translate("Outage", "Deliver all of it")),
        Option(LEAVE_OUT, translate("Outage", "Leave all of it out")),
    )

    def act(answers: Answers) -> Awaitable[Outcome]:
        deliver = answers["what"] == DELIVER
        return decide_of_restore(session.desk, restored.epoch, answers["reason"], deliver=deliver)

    def done(_done: Done, answers: Answers) -> None:
        told = translate("Outage", "Decided: every desk delivers what it has from before the restore.")
        if answers["what"] == LEAVE_OUT:
            told = translate("Outage", "Decided: what desks have from before the restore is left out.")
        session.said.emit(told, Level.DONE)

    asks = (
        Ask(
            "what",
            translate("Outage", "What desks wrote after that"),
            find=lambda text: [one for one in options if text.strip().lower() in one.text.lower()],
            needed=translate("Outage", "Choose one of the two."),
        ),
        Ask("reason", translate("Outage", "Reason"), needed=translate("Outage", "A reason is needed.")),
    )
    title = translate("Outage", "The centre was restored to {time}: one decision for all desks")
    words = title.format(time=_state(session, restored))
    ask_and_act(session, prompt, Topic(session.centre.id, "restored"), words, asks, act, done)


def _why_not(session: Session, restored: Restored | None) -> str:
    if restored is None:
        return translate("Outage", "This centre was not restored from a backup.")
    if restored.decision is not None:
        name = session.reference.operator_name(restored.decided_by or "")
        if restored.deliver:
            text = translate("Outage", "{name} decided: what is from before the restore is delivered.")
        else:
            text = translate("Outage", "{name} decided: what is from before the restore is left out.")
        return text.format(name=name)
    if not may_decide_of_restore(session.desk.author.roles):
        return translate("Outage", "A supervisor or administrator decides of that.")
    return ""


def _last(session: Session) -> Restored | None:
    pulse = session.services.follower.pulse
    return None if pulse is None else pulse.restored


def _others_wait(session: Session, restored: Restored) -> bool:
    pulse = session.services.follower.pulse
    return pulse is not None and pulse.now - restored.at < LATELY and any(one.kept for one in pulse.desks)


def _state(session: Session, restored: Restored) -> str:
    moment, zone = restored.state_of or restored.at, session.clock.zone
    return f"{date_text(moment, zone)} {clock_text(moment, zone, seconds=False)}"

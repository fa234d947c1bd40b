"""Errors into words. The only place that does so."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.operations.desk import Refusal, StoreError
from desktop.operations.reading import Writer, who_wrote
from ui.marking import QT_TRANSLATE_NOOP
from ui.times import clock_text
from ui.words import word

if TYPE_CHECKING:
    from desktop.domain.units import Unit
    from ui.session import Session

_N = QT_TRANSLATE_NOOP

_STORE = {
    "unreachable": _N("Problems", "The database cannot be reached. What you typed is kept here."),
    "pin": _N(
        "Problems",
        "The server cannot be reached. Who signed in here in the last 12 hours and set a PIN enters with it.",
    ),
    "busy": _N("Problems", "The database is busy. Nothing was lost: try once more."),
    "full": _N("Problems", "The disk of the database is full. Free some space; what you typed is kept here."),
    "read_only": _N("Problems", "The database cannot be written to. Check the rights on its file."),
    "damaged": _N("Problems", "The database file is damaged. Restore it from a backup."),
    "newer": _N("Problems", "The database was made by a newer Kulkul. Update this program."),
    "older": _N(
        "Problems", "The database was made by an older Kulkul. Close all desks, then: ./run centre upgrade"
    ),
    "not_a_centre": _N("Problems", "This database holds no centre. Make one with: ./run centre new"),
    "not_found": _N("Problems", "There is no database there. Make one with: ./run centre new"),
    "exists": _N("Problems", "There is one of that name already."),
    "sign_in": _N("Problems", "Name and password do not fit."),
    "too_many_connections": _N("Problems", "The server has no connection left. Raise max_connections there."),
    "server_too_old": _N("Problems", "The server's PostgreSQL is too old: 15 or newer is needed."),
    "not_admitted": _N(
        "Problems", "The server does not admit this workstation: add it to pg_hba.conf there."
    ),
    "old_primary": _N("Problems", "This server was replaced by another and must not be used any more."),
    "clock": _N("Problems", "This workstation's clock is wrong: let a time server keep it."),
    "no_tls": _N("Problems", "The server offers no encryption: switch on TLS there (ssl = on)."),
    "certificate_expired": _N(
        "Problems", "The server's certificate is not valid today: renew it, or set this workstation's clock."
    ),
    "certificate_unknown": _N(
        "Problems",
        "Nobody known here signed the server's certificate: name the authority's file.",
    ),
    "certificate_name": _N("Problems", "The server's certificate is for another name: use that one."),
    "root_certificate": _N("Problems", "The authority's certificate cannot be read: check sslrootcert."),
    "bad_url": _N("Problems", "The database's address is none of a server: check the settings."),
    "not_superuser": _N("Problems", "Only the server's superuser may do this."),
    "not_allowed": _N("Problems", "Only an administrator may do this."),
    "bad_login": _N("Problems", "That cannot be a login."),
    "bad_name": _N("Problems", "The name is empty or too long."),
    "bad_password": _N("Problems", "The password is empty."),
    "bad_verifier": _N("Problems", "The server does not take a password prepared so: update this program."),
    "bad_roles": _N("Problems", "There is no such role."),
    "own_account": _N("Problems", "That is your own account: another administrator must do this."),
    "last_administrator": _N("Problems", "That is the last administrator: make another first."),
    "no_tool": _N("Problems", "PostgreSQL's own tools are missing: apt install postgresql-client"),
    "tool_failed": _N("Problems", "PostgreSQL's own tool did not succeed."),
    "key_needed": _N("Problems", "The backup is encrypted: its secret key is needed."),
    "bad_key": _N("Problems", "That is not the key that is needed here."),
    "sealed_otherwise": _N("Problems", "That was encrypted for another key."),
    "damaged_backup": _N("Problems", "The backup is damaged or was cut short: use another."),
}
_OTHER_STORE = _N("Problems", "The database could not do that ({code}). What you typed is kept here.")

_REFUSALS = {
    "role": _N("Problems", "Your role does not allow this."),
    "note": _N("Problems", "A reason is needed."),
    "time": _N("Problems", "That time lies too far from now."),
    "value": _N("Problems", "A value is not possible: {column}."),
    "form": _N("Problems", "A value is not possible: {column}."),
    "too_big": _N("Problems", "That is too long to be saved."),
    "unit_taken": _N("Problems", "{unit} has just been assigned by {who} at {at}."),
    "unit_changed": _N("Problems", "{unit} was changed by {who} at {at}. Look again, then repeat."),
    "unit_moves": _N("Problems", "{unit} is {status}: that status cannot follow."),
    "unit_with_assignment": _N("Problems", "{unit} has changed meanwhile. Look again, then repeat."),
    "assignment_running": _N("Problems", "That assignment has already ended."),
    "incident_open": _N("Problems", "The incident was closed or merged by {who} at {at}."),
    "was_open": _N("Problems", "The incident was already closed by {who} at {at}."),
    "was_closed": _N("Problems", "The incident is not closed."),
    "incident_not_merged": _N("Problems", "The incident was merged into another by {who} at {at}."),
    "nothing_runs_without_reason": _N("Problems", "Units or agencies are still at work: give a reason."),
    "merge_moves_all": _N("Problems", "The incident changed meanwhile. Look again, then merge."),
    "merge_keeps_restriction": _N(
        "Problems", "A restricted incident can only be merged into one that is restricted too."
    ),
    "category_restricts": _N("Problems", "Incidents of this category are restricted: set both together."),
    "restricted_meanwhile": _N(
        "Problems",
        "The incident was restricted meanwhile. Open it for a reason (Ctrl+Shift+G) then deliver it anew,"
        " or let a dispatcher or supervisor sign in here and deliver it.",
    ),
    "relation_of_two": _N("Problems", "An incident cannot be related to itself."),
    "struck_act_has_note": _N("Problems", "There is no note to strike through."),
    "restricted_lifted_by_supervisor": _N("Problems", "Only a supervisor may lift the restriction."),
    "one_lead": _N("Problems", "Another agency leads already."),
    "agency_once": _N("Problems", "That agency has been told already."),
    "referral_moves": _N("Problems", "That answer cannot follow the present one."),
    "call_running": _N("Problems", "The call has already ended."),
    "call_ended": _N("Problems", "The call runs already."),
    "call_without_incident": _N("Problems", "The call belongs to an incident already."),
    "call_with_incident": _N("Problems", "The call belongs to no incident."),
    "call_partable": _N("Problems", "Only a call that joined the incident can be parted from it."),
    "call_has_number": _N("Problems", "The call has no number that could be blocked."),
    "stamps_in_order": _N("Problems", "That time does not fit the times before and after it."),
    "target_open": _N("Problems", "The unit is there already, or the incident is closed."),
    "warnings_read": _N("Problems", "A critical warning of the place must be read first: Alt+A."),
    "warning_as_read": _N("Problems", "{who} changed the warning at {at}. Read it again: Alt+A."),
    "warning_active": _N("Problems", "The warning was withdrawn by {who} at {at}."),
    "warning_has_place": _N("Problems", "A warning needs a place: an address, an area or a point."),
    "call_back_runs": _N("Problems", "{who} has been calling back since {at}."),
    "call_back_of_lost": _N("Problems", "That call is not one to call back."),
    "block_of_number": _N("Problems", "The block is on another number."),
    "erased_is_over": _N("Problems", "The call or incident is not over yet."),
    "row_exists": _N("Problems", "That was done already."),
    "row_missing": _N("Problems", "What this is about is not in the database."),
    "reference": _N("Problems", "A value names what is not in the database: {column}."),
    "approval_named": _N("Problems", "That is no version of a question card."),
    "approval_changes": _N("Problems", "That was decided so already by {who} at {at}."),
    "alias_said": _N("Problems", "That cannot be the number of an incident."),
    "free_again": _N("Problems", "A unit that is called off is available or on its way home."),
    "junk_type": _N("Problems", "Say what kind of call it was."),
    "restore_undecided": _N("Problems", "That was decided already."),
    "kept_place_named": _N("Problems", "A place that is kept needs a name."),
    "kept_place_stands": _N("Problems", "That place was withdrawn by {who} at {at}."),
    "place_corrected_once": _N("Problems", "That place was corrected by {who} at {at}: change that instead."),
    "training_only": _N("Problems", "The clock can be set in a training centre only."),
    "too_many": _N("Problems", "Too much was written in one minute. Wait a moment, then repeat."),
    "unknown": _N("Problems", "The server did not accept this and gave no reason."),
    **dict.fromkeys(
        (
            *("format", "kind", "id", "id_used", "count", "field", "needed", "base", "not_allowed"),
            *("side_rows", "opened_by_call", "silence_of_silent"),
        ),
        _N(
            "Problems",
            "This desk and its centre do not understand each other ({code}): update the older one.",
        ),
    ),
    "changed": _N("Problems", "{who} changed this at {at}. Look again, then repeat."),
}
_TAKING = ("unit.assigned", "unit.diverted", "unit.occupied")
"""Kinds of act after which a unit is busy: said plainly, not as a change."""
_OTHER = _N("Problems", "That was not accepted ({code}).")


def of_store(error: StoreError) -> str:
    """The words for a trouble of the database."""
    source = QCoreApplication.translate("Problems", _STORE.get(error.code, _OTHER_STORE))
    return source.format(code=error.code)


def of_fault() -> str:
    """The words for a bug, of which a report is made."""
    return QCoreApplication.translate("Problems", "Not done: a fault of the desk. Look again, then repeat.")


async def explain(session: "Session", refusal: Refusal) -> str:
    """The words for a refusal, with who stood in the way and when."""
    writer: Writer | None = None
    if refusal.act is not None:
        try:
            writer = await who_wrote(session.desk, refusal.act)
        except StoreError:
            writer = None
    return in_words(session, refusal, writer)


def in_words(session: "Session", refusal: Refusal, writer: Writer | None) -> str:
    """The words for a refusal when it is known who wrote the act in the way."""
    code, unit = refusal.code, _unit_of(session, refusal)
    if code == "changed" and unit is not None:
        code = "unit_taken" if writer is not None and writer.kind in _TAKING else "unit_changed"
    source = QCoreApplication.translate("Problems", _REFUSALS.get(code, _OTHER))
    someone = QCoreApplication.translate("Problems", "someone")
    return source.format(
        code=refusal.code,
        column=refusal.column or "",
        unit=unit.call_sign if unit else refusal.row or "",
        status=word(unit.status) if unit else "",
        who=writer.name if writer else someone,
        at=clock_text(writer.at, session.clock.zone) if writer else "",
    )


def _unit_of(session: "Session", refusal: Refusal) -> "Unit | None":
    """The unit that a refusal is about, or about whose assignment it is."""
    board, row = session.board, refusal.row or ""
    if refusal.table == "assignment":
        assignments = (one for case in board.cases.values() for one in case.assignments)
        row = next((one.unit for one in (*assignments, *board.occupied.values()) if one.id == row), "")
    return board.units.get(row) if refusal.table in ("unit", "assignment") else None

"""Bringing back the calls of a desk that died or was closed in the middle of them."""

import asyncio

from desktop.domain.board import CallEntry
from desktop.domain.drafts import Draft
from desktop.domain.incidents import Incident
from desktop.operations.desk import StoreError
from desktop.operations.reading import read_case, read_one_call
from ui.intake.calls import Calls


async def restore(calls: Calls) -> None:
    """Bring back the operator's calls that were left behind; drafts of calls that are over are removed.

    Another operator's drafts stay on the disk until he signs in here.
    """
    store = calls.drafts.store
    found = await asyncio.get_running_loop().run_in_executor(None, store.load_all)
    login = calls.session.desk.author.login
    for draft in found:
        if draft.operator == login:
            await _restore_one(calls, draft)


async def _restore_one(calls: Calls, draft: Draft) -> None:
    desk = calls.session.desk
    try:
        entry = await read_one_call(desk, draft.call)
        incident = await _incident_of(calls, entry)
    except StoreError:
        # Taking it again finds out later whether the database has it.
        entry = incident = None
    if entry is not None and entry.call.ended_at is not None and not (incident and _has_words(draft)):
        calls.drafts.remove(draft.call)
    else:
        calls.bring_back(draft, entry, incident)


async def _incident_of(calls: Calls, entry: CallEntry | None) -> Incident | None:
    if entry is None or entry.call.incident is None:
        return None
    detail = await read_case(calls.session.desk, entry.call.incident)
    return None if detail is None else detail.case.incident


def _has_words(draft: Draft) -> bool:
    return draft.incident is not None and not draft.is_empty

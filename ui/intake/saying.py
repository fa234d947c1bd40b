"""What is to be said below the fields of a call: what is wrong, what another wrote, how it was understood."""

from PySide6.QtCore import QCoreApplication

from desktop.operations.points import Noticed, Point, read_point
from ui.fact_words import facts_text
from ui.intake.form_layout import Said
from ui.intake.open_call import Conflict
from ui.intake.words import problem_words
from ui.intake.work import CallWork
from ui.times import clock_text
from ui.words import category_name


def said_of(work: CallWork) -> dict[str, Said]:
    """For each field of the call about which something is to be said, what."""
    call, problems = work.call, work.read().problems
    said = {field: Said(problem_words(problems[field])) for field in call.flagged & problems.keys()}
    noticed = _noticed(work)
    if noticed:
        said["point"] = Said(noticed, loud=False)
    for field, conflict in call.conflicts.items():
        said[field] = Said(_conflict_words(work, field, conflict))
    return said


def _noticed(work: CallWork) -> str:
    text = work.call.texts["point"]
    point = read_point(text, work.around.middle) if text else None
    if not isinstance(point, Point) or not point.noticed:
        return ""
    translate = QCoreApplication.translate
    words = {
        Noticed.SWAPPED: translate("Intake", "longitude stood first"),
        Noticed.SOUTH: translate("Intake", "read as south of the equator"),
    }
    return ", ".join(words[one] for one in point.noticed)


def _conflict_words(work: CallWork, field: str, conflict: Conflict) -> str:
    translate = QCoreApplication.translate
    theirs = _recorded(work, field) or translate("Intake", "nothing")
    if conflict.act is None:
        return translate(
            "Intake", "brought back, not saved; “{text}” is saved. Ctrl+S saves yours, Esc takes the other."
        ).format(text=theirs)
    writer = conflict.writer
    return translate(
        "Intake", "{who} wrote “{text}” at {at}. Ctrl+S saves yours over it, Esc takes the other."
    ).format(
        who=writer.name if writer else translate("Intake", "someone"),
        text=theirs,
        at=clock_text(writer.at, work.session.clock.zone) if writer else "",
    )


def _recorded(work: CallWork, field: str) -> str:
    """What the database holds for a field, as the form would show it."""
    reference = work.session.reference
    texts = work.call.texts_recorded(*work.latest(), work.around)
    if field == "answers":
        incident = work.latest()[1]
        return facts_text(incident.facts if incident is not None else None)
    if field == "category" and texts["category"]:
        return category_name(reference.categories.get(texts["category"]))
    if field == "area" and texts["area"] in reference.areas:
        return reference.areas[texts["area"]].name
    if field == "priority" and not texts["priority"]:
        incident = work.latest()[1]
        return "" if incident is None else incident.priority.value
    return texts[field]

"""Show a centre's rules, or let one be another number."""

from functools import partial

from PySide6.QtCore import QCoreApplication

from desktop.domain.acts import Refusal
from desktop.operations.desk import Desk, Outcome
from desktop.operations.rules import fits, rule_names, set_rule
from desktop.runtime import terminal
from desktop.runtime.commands.as_operator import carry_out
from desktop.runtime.settings import Settings
from desktop.store.queries import read_reference

translate = QCoreApplication.translate


def run(settings: Settings, operator: str, name: str | None = None, number: int | None = None) -> int:
    """Without a number, what the rules are; with one, an administrator sets it.

    StoreError `sign_in` when the password does not fit.
    """
    return carry_out(settings, operator, partial(_carry_out, name=name, number=number))


async def _carry_out(desk: Desk, name: str | None, number: int | None) -> int:
    reference = await desk.store.read(read_reference)
    names = rule_names(reference.categories)
    if name is None or number is None:
        for one in (one for one in names if name in (None, one)):
            general = one.partition(".")[0]
            terminal.say(f"{one} = {reference.rules.get(one, reference.rule(general))}")
        return terminal.DONE if name is None or name in names else _unknown(name)
    if name not in names:
        return _unknown(name)
    if not fits(name, number):
        text = translate("Rules", "{name} cannot be {number}")
        terminal.complain(text.format(name=name, number=number))
        return terminal.MISUSED
    return _tell(name, number, await set_rule(desk, name, number))


def _unknown(name: str) -> int:
    text = translate("Rules", "there is no rule {name}; without a name all are shown")
    terminal.complain(text.format(name=name))
    return terminal.MISUSED


def _tell(name: str, number: int, came: Outcome) -> int:
    if not isinstance(came, Refusal):
        terminal.say(f"{name} = {number}")
        return terminal.DONE
    texts = {"role": translate("Rules", "only an administrator may change a rule")}
    why = texts.get(came.code, translate("Rules", "not accepted: {code}").format(code=came.code))
    terminal.complain(why)
    return terminal.WRONG

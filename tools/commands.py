"""Write docs/commands.md from the grammar of the command line.

python -m tools.commands
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from desktop.domain.kinds import NoteRule
from desktop.operations.orders.grammar import (
    AT,
    CONNECTORS,
    LAST,
    LONGEST,
    ROWS,
    UNTIL,
    Row,
)
from desktop.operations.orders.means import BY, MEANS
from desktop.operations.orders.memo_rows import NO_INCIDENT, OWN
from desktop.operations.referral_verbs import ReferralVerb
from desktop.operations.unit_verbs import VERBS as UNIT_VERBS
from desktop.operations.unit_verbs import UnitVerb
from desktop.runtime.order_help import DOES, form_of

PAGE = Path(__file__).parents[1] / "docs" / "commands.md"

_HEAD = """# The command line

Ctrl+K opens it from anywhere, Escape leaves it, Enter does what stands above it and leaves; Shift+Enter does
it and stays for the next order. This page is made from the grammar by `python -m tools.commands`; change the
grammar, not the page.

    VERB  SUBJECT  [ke|to TARGET]  [lewat|by MEANS]  [pukul|at TIME | -5m]  [; NOTE]

- **Verbs** in Indonesian or English; the beginning of one is enough (`kir`) while it is the only one.
- **Units, agencies, hospitals, posts** by any part that fits one only: `dam4`, `damkar 4`, `wangaya`. Several
  with commas or blanks. What fits several is never guessed.
- **Incidents** by number (`3`, `003`, `24-018`) or words of category and place; without one the selected,
  `{last}` is the one that the last order was about.
- **Between subject and target** stands one of: {connectors}.
- **How somebody was told**: {by} and one of: {means}.
- **When it happened**: {at} and a time (`14:05`, `1405`, `25-11 08:00`), or `-5m`. **Until when**: {until}
  and a time, or `+30m`.
- **A note**, reason or purpose follows the first semicolon. An order has at most {longest} characters.
- A unit may come first, with the letters of the units' line: `dam4 m`, `a3 t wangaya`. Without
  one, what is said is of all units at the selected incident of which it comes next: `m`, `t wangaya`, `k`.
- **Reminders** have a time ahead (`10m`, `2 jam`, `14:05`, `pukul 1405`) before or behind what is to be done.
  They are about the incident named before the time, else the selected; {none} makes it none, {own} yours
  alone.
- **Your own abbreviations**: after `singkat k1 = kirim dam1, a1 ke` the order `k1 003` is the whole. They are
  kept on the workstation, for you alone; F1 lists them, `singkat k1 =` forgets one.
- `!` behind a unit that is busy diverts it. `*` behind an agency lets it lead.

Tab takes the first of what is offered. What is wrong is underlined and the cure stands below it; Enter then
puts the cursor there; Shift+Enter selects the whole order, because what is typed next is another one.
Up and Down bring earlier orders back, also one that could not be done. Below stands how the verb is written.

    ./run command "kirim dam4 ke 003" --operator made --preview

says the same at a terminal or from a script; without `--preview` the order is carried out. The password comes
from a file (`--password-file`), from KULKUL_OPERATOR_PASSWORD, or is asked for. What needs a window (select,
filter, search, call, undo) is refused there, and an incident has to be named. The exit code is 0 when all was
done, 1 when an act was refused, 2 when the order is wrong, 3 when the database cannot be used."""


def page() -> str:
    """The page as it should be."""
    head = _HEAD.format(
        last=LAST,
        longest=f"{LONGEST:,}",
        connectors=_coded(sorted(CONNECTORS)),
        at=_coded(sorted(AT)),
        by=_coded(sorted(BY)),
        means=_coded([word for words in MEANS.values() for word in words]),
        until=_coded(sorted(UNTIL)),
        none=_coded(sorted(NO_INCIDENT)),
        own=_coded(sorted(OWN)),
    )
    own = [row for row in ROWS if not isinstance(row.verb, UnitVerb | ReferralVerb)]
    units = [row for row in ROWS if isinstance(row.verb, UnitVerb)]
    agencies = [row for row in ROWS if isinstance(row.verb, ReferralVerb)]
    parts = [head]
    for title, rows in (
        ("Incidents, units sent, the screen", own),
        ("What units say", units),
        ("What agencies answer", agencies),
    ):
        parts.append(f"## {title}\n\n" + "\n".join(_table(rows)))
    return "\n\n".join(parts) + "\n"


def _table(rows: Sequence[Row]) -> Iterator[str]:
    yield "| order | does | also | example |"
    yield "|---|---|---|---|"
    for row in rows:
        also = [one for one in row.phrases if one != row.word[1]]
        if isinstance(row.verb, UnitVerb):
            also.append(UNIT_VERBS.letter(row.verb))
        note = "; takes no time" if not row.moment and row.note is not NoteRule.NONE else ""
        cells = (f"`{form_of(row, 1, str)}`", DOES[row.verb] + note, _coded(also), f"`{row.example[0]}`")
        yield "| " + " | ".join(one.replace("|", "\\|") for one in cells) + " |"


def _coded(words: Sequence[str]) -> str:
    return ", ".join(f"`{one}`" for one in words)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")

"""Run with the system's Python: prints what a program shows through the accessibility tree.

Each line on standard input is a process id; the answer is a line of JSON, a list of
[role, name, text, states, depth, columns], from the top of the tree down. What is scrolled out of view in a
list or a table is there too, without the state "showing".
"""

import importlib
import json
import sys
from typing import Any

pyatspi: Any = importlib.import_module("pyatspi")

WANTED = {
    pyatspi.STATE_FOCUSED: "focused",
    pyatspi.STATE_SELECTED: "selected",
    pyatspi.STATE_EDITABLE: "editable",
    pyatspi.STATE_FOCUSABLE: "focusable",
    pyatspi.STATE_SHOWING: "showing",
}
SCROLLED = ("list", "table")


def application(process: int) -> Any:
    for app in pyatspi.Registry.getDesktop(0):
        if app is not None and app.get_process_id() == process:
            return app
    return None


def text_of(node: Any) -> str:
    try:
        text = node.queryText()
    except NotImplementedError:
        return ""
    return str(text.getText(0, text.characterCount))


def columns_of(node: Any, role: str) -> int:
    return int(node.queryTable().nColumns) if role == "table" else 0


def walk(node: Any, found: list[list[Any]], depth: int, parent: str = "") -> None:
    if node is None or depth > 30:
        return
    states = node.getState()
    if depth > 1 and parent not in SCROLLED and not states.contains(pyatspi.STATE_SHOWING):
        return
    role = node.getRoleName()
    marks = [word for state, word in WANTED.items() if states.contains(state)]
    found.append([role, node.name or "", text_of(node), marks, depth, columns_of(node, role)])
    for child in node:
        walk(child, found, depth + 1, role)


def main() -> None:
    for line in sys.stdin:
        found: list[list[Any]] = []
        try:
            app = application(int(line))
            if app is not None:
                app.clearCache()
                walk(app, found, 0)
        except Exception as error:  # a node may vanish while it is read: the caller asks again
            found = [["error", type(error).__name__, str(error), [], 0, 0]]
        print(json.dumps(found), flush=True)


if __name__ == "__main__":
    main()

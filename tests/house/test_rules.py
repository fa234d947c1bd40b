"""Rules of the house that no linter knows."""

import ast

from tests.house.sources import Source, sources

FILE_MAX_LINES = 400
FUNCTION_MAX_LINES = 50
# A nested event loop inside a coroutine leaves other tasks asleep for ever: a feed dies without a word.
NESTED_LOOPS = {"exec", "exec_", "processEvents"}
STATIC_DIALOGS = {
    "QMessageBox": {"about", "aboutQt", "critical", "information", "question", "warning"},
    "QFileDialog": {
        "getExistingDirectory",
        "getExistingDirectoryUrl",
        "getOpenFileName",
        "getOpenFileNames",
        "getOpenFileUrl",
        "getOpenFileUrls",
        "getSaveFileName",
        "getSaveFileUrl",
    },
    "QInputDialog": {"getDouble", "getInt", "getItem", "getMultiLineText", "getText"},
    "QColorDialog": {"getColor"},
    "QFontDialog": {"getFont"},
}


def _nests_a_loop(call: ast.Call) -> bool:
    if not isinstance(call.func, ast.Attribute):
        return False
    owner = call.func.value
    owner_name = owner.id if isinstance(owner, ast.Name) else getattr(owner, "attr", "")
    return call.func.attr in NESTED_LOOPS or call.func.attr in STATIC_DIALOGS.get(owner_name, ())


def _nested_loops(source: Source) -> list[str]:
    if not source.says((*NESTED_LOOPS, *STATIC_DIALOGS)):
        return []
    return [
        f"{source.at(node)}: {ast.unparse(node.func)}"
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Call) and _nests_a_loop(node)
    ]


def test_no_event_loop_runs_inside_another() -> None:
    assert [place for source in sources("main.py", "desktop", "ui") for place in _nested_loops(source)] == []


def test_a_nested_event_loop_would_be_found() -> None:
    code = "d.exec(); self.app.processEvents(); QMessageBox.question(None, '', ''); W.QInputDialog.getText()"
    assert len(_nested_loops(Source("x.py", code))) == 4


def test_no_file_is_too_long_to_read() -> None:
    assert [f"{s.path}: {s.lines} lines" for s in sources() if s.lines > FILE_MAX_LINES] == []


def test_functions_fit_a_screen() -> None:
    found = []
    for source in sources("main.py", "desktop", "ui"):
        if "desktop/store/migrations/initial_" in source.path:  # a revision is a list, never edited
            continue
        if source.lines <= FUNCTION_MAX_LINES:
            continue
        for node in source.statements():
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > FUNCTION_MAX_LINES:
                    found.append(f"{source.at(node)} {node.name}: {lines} lines")
    assert found == []

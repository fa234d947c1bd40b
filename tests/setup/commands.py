"""Commands that need not import anything: each is forked from one process that has all their modules.

Most of what a short command costs is importing. From the fork on it runs the program's own door with its own
words, environment, folder and streams.
"""

import gc
import json
import os
import socket
import subprocess
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import NoReturn

CHECKOUT = Path(__file__).resolve().parents[2]
MODULES = (
    "main",
    "desktop.operations.packs",
    "desktop.runtime.commands",
    "desktop.runtime.opening",
    "desktop.runtime.settings_check",
    "desktop.store.postgres.backup",
    "desktop.store.postgres.keeping",
)
ASK = """
import json, os, socket, sys
asked = socket.socket(socket.AF_UNIX)
asked.connect(sys.argv[1])
words = json.dumps([sys.argv[2:], dict(os.environ), os.getcwd()]).encode()
socket.send_fds(asked, [len(words).to_bytes(4, "little")], [0, 1, 2])
asked.sendall(words)
os._exit(asked.recv(1)[0])
"""
"""What stands for the program: it hands its words and streams on, and ends as what was forked ends."""


@contextmanager
def hatched(folder: Path) -> Iterator[str]:
    """The words with which a shell carries out a command, in place of the program's own."""
    place, ask = folder / "commands", folder / "ask.py"
    ask.write_text(ASK)
    words = [sys.executable, "-m", __name__, str(place)]
    with subprocess.Popen(words, cwd=CHECKOUT, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        try:
            yield f"{sys.executable} -IS {ask} {place}"
        finally:
            process.terminate()


def hatch(place: str) -> None:
    """Carry out what is asked for at a socket, one command after another, without end."""
    import_module("ui.lean_imports").leave_sources_unread()
    for name in MODULES:
        import_module(name)
    assert len(list(Path("/proc/self/task").iterdir())) == 1, "a thread is lost when its process is forked"
    gc.collect()
    gc.freeze()
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(place)
        listening.listen()
        print("ready", flush=True)
        while True:
            asked, _ = listening.accept()
            with asked:
                _answer(asked)


def _answer(asked: socket.socket) -> None:
    size, streams, _, _ = socket.recv_fds(asked, 4, 3)
    arguments, environment, folder = json.loads(
        asked.recv(int.from_bytes(size, "little"), socket.MSG_WAITALL)
    )
    pid = os.fork()
    if pid == 0:
        _be_a_command(arguments, environment, folder, streams)
    for one in streams:
        os.close(one)
    _, status = os.waitpid(pid, 0)
    asked.sendall(bytes((os.waitstatus_to_exitcode(status) & 255,)))


def _be_a_command(
    arguments: list[str], environment: dict[str, str], folder: str, streams: list[int]
) -> NoReturn:
    """Become what `python main.py` with these words would be."""
    for at, stream in enumerate(streams):
        os.dup2(stream, at)
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    sys.argv = ["main.py", *arguments]
    code: object = 1
    try:
        code = import_module("main").main()
    except SystemExit as end:
        code = end.code
    except BaseException:
        traceback.print_exc()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code if isinstance(code, int) else 1)


if __name__ == "__main__":
    hatch(sys.argv[1])

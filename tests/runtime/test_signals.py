"""Signals that end the process let it close in stages first."""

import signal
import subprocess
import sys

import pytest

from desktop.runtime.privacy import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals between processes are POSIX's")

WAITING = """
import asyncio, signal, sys
import qasync
from PySide6.QtCore import QCoreApplication
from desktop.runtime.signals import EndSignals

before = signal.getsignal(signal.SIGTERM)
app = QCoreApplication([])
loop = qasync.QEventLoop(app)
asyncio.set_event_loop(loop)
asked = asyncio.Event()

async def work():
    print("working", flush=True)
    await asked.wait()
    print("closing", flush=True)
    if "slowly" in sys.argv:
        await asyncio.sleep(60)

signals = EndSignals(asked.set)
with loop:
    loop.run_until_complete(work())
signals.close()
signals.close()
assert signal.getsignal(signal.SIGTERM) is before
print("closed", flush=True)
"""


def waiting(*arguments: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", WAITING, *arguments]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "working\n"
    return process


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_closes_a_desk_that_does_nothing_at_the_moment(number: signal.Signals) -> None:
    with waiting() as process:
        process.send_signal(number)
        assert process.communicate(timeout=20)[0] == "closing\nclosed\n"
    assert process.returncode == 0


def test_the_second_signal_ends_it_at_once() -> None:
    with waiting("slowly") as process:
        process.send_signal(signal.SIGTERM)
        assert process.stdout is not None
        assert process.stdout.readline() == "closing\n"
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=20) == -signal.SIGTERM

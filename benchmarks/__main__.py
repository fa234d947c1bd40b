"""Runs all benchmarks, one after the other in processes of their own, and prints one table.

.venv/bin/python -m benchmarks [NAME ...]
"""

import json
import subprocess
import sys
from pathlib import Path

from benchmarks.figures import AS_JSON, machine

NAMES = (
    "start",
    "typing",
    "drafts",
    "open_to_row",
    "acts",
    "list",
    "memory",
    "look_up",
    "places",
    "same_event",
    "recommend",
    "orders",
    "alarms",
    "in_step",
    "windows",
    "surge",
    "races",
    "slow_way",
)
LONGEST_S = 900


def main() -> int:
    """The exit code: 0 when all ran, whatever they found."""
    names = sys.argv[1:] or NAMES
    print(machine(), end="\n\n")
    rows: list[dict[str, str]] = []
    failed = []
    for name in names:
        command = [sys.executable, "-m", f"benchmarks.{name}", AS_JSON]
        done = subprocess.run(
            command,
            check=False,
            stdout=subprocess.PIPE,
            text=True,
            timeout=LONGEST_S,
            cwd=Path(__file__).parents[1],
        )
        rows += [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
        if done.returncode:
            failed.append(name)
    if rows:
        print(f"| {' | '.join(rows[0])} |")
        print("|---" * len(rows[0]) + "|")
    for row in rows:
        print(f"| {' | '.join(row.values())} |")
    print(f"\n{machine()}")
    if failed:
        print(f"failed: {', '.join(failed)}")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())

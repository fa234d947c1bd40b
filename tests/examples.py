"""How long tests search by chance: a moment with every run, much longer where somebody asks for it."""

import os

LONG = os.environ.get("KULKUL_LONG_SEARCH") == "1"
TIMES = 20
"""How many times as many examples a long search tries."""


def examples(count: int) -> int:
    """How many examples to try where every run tries `count`."""
    return count * TIMES if LONG else count

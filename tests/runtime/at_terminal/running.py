"""What commands are run with."""

from collections.abc import Callable

PASSWORD = "rahasia-sekali"

Run = Callable[..., tuple[int, str, str]]
"""Runs a command: its words → exit code, output, complaints."""

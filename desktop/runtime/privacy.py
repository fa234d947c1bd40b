"""What may be written where others can read it: in log files and crash reports.

A log is read by people who may not see what callers said, so nothing personal may reach it. Text is
therefore kept out unless it is known to come from the program itself.
"""

import re
import traceback
from enum import Enum
from pathlib import Path
from types import TracebackType

ROOT = Path(__file__).parents[2]
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'|“[^”]*”|‘[^’]*’")
_DIGITS = re.compile(r"\d(?:[ .-]?\d){4,}")
_LIBRARY = re.compile(r"site-packages|python3[.\d]*|Lib")
_LARGEST_COUNT = 10**8
"""A number from here on may be a telephone number; no count or time in ms that is logged comes near it."""


class Code(str):
    """Text that comes from the program and may be logged: the code of an error, the name of a stage."""

    __slots__ = ()


def shown(value: object) -> object:
    """A value as a log may show it; what may be personal becomes its type."""
    if value is None or isinstance(value, bool | float | Code):
        return value
    if isinstance(value, Enum):
        return value.name
    if isinstance(value, int) and abs(value) < _LARGEST_COUNT:
        return value
    if isinstance(value, str) and _UUID.fullmatch(value):
        return value
    if isinstance(value, BaseException):
        return described(value)
    return f"<{type(value).__name__}>"


def described(error: BaseException) -> str:
    """An error by its type and, if it has one of ours, its code. Its message may quote what a caller said."""
    code = getattr(error, "code", None)
    name = f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")
    return f"{name} ({code})" if isinstance(code, str) and code.isidentifier() else name


def scrubbed(message: str) -> str:
    """A message of Qt, without what it quotes and without long numbers."""
    return _DIGITS.sub("<digits>", _QUOTED.sub("<text>", message))


def traced(error: BaseException) -> str:
    """An error and those behind it: types and places in the code, no messages and no values."""
    parts: list[str] = []
    seen: set[int] = set()
    now: BaseException | None = error
    while now is not None and id(now) not in seen:
        seen.add(id(now))
        parts.append("\n".join((*_frames(now.__traceback__), described(now))))
        if isinstance(now, BaseExceptionGroup):
            parts.extend(traced(one) for one in now.exceptions)
        now = now.__cause__ or (None if now.__suppress_context__ else now.__context__)
    return "\n\nafter\n\n".join(parts)


def _frames(trace: TracebackType | None) -> list[str]:
    return [
        f"  {short_path(frame.filename)}:{frame.lineno} {frame.name}"
        for frame in traceback.StackSummary.extract(traceback.walk_tb(trace), lookup_lines=False)
    ]


def short_path(path: str) -> str:
    """A file of code without the folders above it, which may name a person."""
    found = Path(path)
    libraries = [at for at, part in enumerate(found.parts) if _LIBRARY.fullmatch(part)]
    if libraries:
        return "/".join(found.parts[libraries[-1] + 1 :])
    return found.relative_to(ROOT).as_posix() if found.is_relative_to(ROOT) else found.name

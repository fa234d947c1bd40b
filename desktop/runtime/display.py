"""Whether there is a display at all, found out before Qt is asked: without one Qt ends the process itself."""

import sys
from collections.abc import Mapping

_NAMED_BY = ("DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "QT_QPA_PLATFORM")


def is_missing(environment: Mapping[str, str]) -> bool:
    """Whether this process was started where no window can be, as over a plain network login."""
    return sys.platform == "linux" and not any(environment.get(name) for name in _NAMED_BY)

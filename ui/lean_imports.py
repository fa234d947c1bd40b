"""Importing without what PySide6 adds to it.

PySide6 reads the source of every module that is imported after it, to see whether it asks for one of its
`__feature__`s, and Python keeps what was read. No module here asks for any: reading them costs a start about
80 ms and 20 MB (measured with 6.11.3).
"""

import sys


def leave_sources_unread() -> None:
    """From now on import modules without reading their source; does nothing where PySide6 has changed."""
    import PySide6.QtCore  # noqa: F401 - it brings what is put off below

    looking = vars(sys.modules.get("shibokensupport.feature", sys))
    if "feature_imported" in looking:
        looking["feature_imported"] = _leave


def _leave(_module: object) -> None:
    """Look at nothing."""

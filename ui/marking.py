"""Marking texts for translation where they are data."""

from desktop.runtime.marking import QT_TRANSLATE_NOOP

__all__ = ["QT_TRANSLATE_NOOP"]

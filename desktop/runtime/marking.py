"""Marking texts for translation where they are data; Qt's own function is typed as returning anything."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """The text itself; the translation tool finds it by this function's name."""
    return text

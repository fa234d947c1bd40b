"""What is wrong with a city's templates of dispatch texts, in words."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def of_texts() -> Mapping[str, tuple[str, str]]:
    """What is wrong, and the cure, by code."""
    return {
        "text_part": (
            translate("Files", "{value} is no part of a text"),
            translate("Files", "use one of: {known}"),
        ),
        "text_brace": (
            translate("Files", "“{value}” has a brace too many, or is no part of a text"),
            translate("Files", "use one of: {known}"),
        ),
        "text_lacks": (
            translate("Files", "{key} tells no {value}"),
            translate("Files", "put {value} into it: nobody is sent without"),
        ),
        "text_long": (
            translate("Files", "{key} is no text of up to {limit} characters"),
            translate("Files", 'write it as {key} = """…""", and shorter'),
        ),
        "text_word": (
            translate("Files", "{key} is no word or two"),
            translate("Files", 'write it as {key} = "…", with up to {limit} characters in one line'),
        ),
    }

"""What is wrong with question cards, in words: the file and the place in it, what it is, the cure."""

from PySide6.QtCore import QCoreApplication

from desktop.operations.cards_read import CardError, CardProblem

translate = QCoreApplication.translate


def of_cards(error: CardError) -> list[str]:
    """A line for each thing that is wrong, as `fire.toml, questions.inside: code is missing: add it`."""
    return [of_card_problem(one) for one in error.problems]


def of_card_problem(problem: CardProblem) -> str:
    """As `fire.toml, instructions.out: no answer calls for it: name it in tells, or write always = true`."""
    what, cure = _texts()[problem.code]
    where = f"{problem.file}, {problem.where}" if problem.where else problem.file
    values = dict(problem.values)
    values["high"] = values.get("high") or "…"
    return f"{where}: {what.format(**values)}: {cure.format(**values)}"


def _texts() -> dict[str, tuple[str, str]]:
    return {**_of_files(), **_of_values(), **_of_cards()}


def _of_files() -> dict[str, tuple[str, str]]:
    return {
        "file_unreadable": (
            translate("Cards", "the file cannot be read ({why})"),
            translate("Cards", "save it as text in UTF-8"),
        ),
        "bad_toml": ("{why}", translate("Cards", 'correct the line; a value is written as name = "value"')),
        "key_missing": (translate("Cards", "this is missing"), translate("Cards", "add it")),
        "key_unknown": (
            translate("Cards", "this is not known here"),
            translate("Cards", "remove it; known are {known}"),
        ),
        "bad_table": (
            translate("Cards", "this is no table"),
            translate("Cards", "write it as in the cards that come with the desk"),
        ),
        "code_again": (
            translate("Cards", "there are two of this code"),
            translate("Cards", "give each its own"),
        ),
    }


def _of_values() -> dict[str, tuple[str, str]]:
    return {
        "bad_text": (
            translate("Cards", "this is no text of 1 to {limit} characters on one line"),
            translate("Cards", "write one in quotes, or shorten it"),
        ),
        "bad_code": (
            translate("Cards", "“{value}” is no code"),
            translate("Cards", "use small letters and _, 31 at most"),
        ),
        "bad_choice": (
            translate("Cards", "this is not possible here"),
            translate("Cards", "use one of: {known}"),
        ),
        "bad_number": (
            translate("Cards", "this is no such number"),
            translate("Cards", "write a whole number from {low} to {high}"),
        ),
        "bad_date": (
            translate("Cards", "this is no date"),
            translate("Cards", "write it as 2026-11-29, without quotes"),
        ),
        "bad_address": (
            translate("Cards", "this is no address"),
            translate("Cards", "write where it was read, as https://…"),
        ),
        "count": (
            translate("Cards", "there are too few or too many"),
            translate("Cards", "give from {low} to {high}"),
        ),
    }


def _of_cards() -> dict[str, tuple[str, str]]:
    return {
        "other_name": (
            translate("Cards", "the file is called otherwise"),
            translate("Cards", "write {name}, or rename the file"),
        ),
        "no_instruction": (
            translate("Cards", "there is no instruction “{value}”"),
            translate("Cards", "add it, with the publication that was read"),
        ),
        "no_source": (
            translate("Cards", "there is no publication “{value}”"),
            translate("Cards", "add what was read to sources.toml; what was not read may not be told"),
        ),
        "never_told": (
            translate("Cards", "no answer calls for it"),
            translate("Cards", "name it in an answer's tells, or write always = true"),
        ),
        "no_reason": (
            translate("Cards", "the priority changes without a reason"),
            translate("Cards", "name in facts what the answer makes known"),
        ),
        "category_again": (
            translate("Cards", "{other} has the category {value} too"),
            translate("Cards", "leave it in one card"),
        ),
    }

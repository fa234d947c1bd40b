"""What is wrong with a city's files or with an exercise, in words: where it stands, what it is, the cure."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from desktop.operations.exercise.problems import ExerciseError, ExerciseProblem
from desktop.operations.packs import PackError, PackProblem
from desktop.proposals.problems import LexiconError
from desktop.runtime.commands.file_words_texts import of_texts

translate = QCoreApplication.translate

_Texts = Mapping[str, tuple[str, str]]
"""By code: what is wrong, and the cure."""


def of_pack(error: PackError) -> str:
    """A line that names the pack, and one for each thing that is wrong with it."""
    head = translate("Files", "city pack {city}:").format(city=error.folder.name)
    return "\n".join([head, *(f"  {of_pack_problem(one)}" for one in error.problems)])


def of_exercise(error: ExerciseError) -> list[str]:
    """A line for each thing that is wrong, as `denpasar.toml:12: there is no unit “A9” …`."""
    return [of_exercise_problem(one) for one in error.problems]


def of_lexicon(error: LexiconError) -> list[str]:
    """A line for each thing that is wrong, as `lexicon/fire.toml: there is no group “@x” …`."""
    return [_line(one.file, one.line, lexicon_texts()[one.code], one.values) for one in error.problems]


def of_pack_problem(problem: PackProblem) -> str:
    """As `units.csv:4: there is no station “x”: add it to stations.csv or …`."""
    values = dict(problem.values)
    if problem.code == "bad_setting":
        values["cure"] = _setting(str(values["key"]))
    if problem.code == "bad_number":
        values["wanted"] = _number(whole=bool(values["whole"])).format(**values)
    if problem.code == "bad_choice":
        values["known"] = str(values["known"]) + (
            translate("Files", ", or nothing") if values.get("or_nothing") else ""
        )
    return _line(problem.file, problem.line, pack_texts()[problem.code], values)


def of_exercise_problem(problem: ExerciseProblem) -> str:
    """As `denpasar.toml:12: there is no unit “A9” in denpasar: use one of the city's: …`."""
    values = {"example": "calls = [{ at = …, number = …, name = …, says = … }]", **problem.values}
    if problem.code == "bad_value":
        values["wanted"] = _wanted(str(values["wanted"])).format(**values)
    if problem.code == "unknown":
        values["what"] = _thing(str(values["what"]))
    return _line(problem.file, problem.line, exercise_texts()[problem.code], values)


def _line(file: str, line: int, texts: tuple[str, str], values: Mapping[str, object]) -> str:
    what, cure = texts
    where = f"{file}:{line}" if line else file
    return f"{where}: {what.format(**values)}: {cure.format(**values)}"


def _number(*, whole: bool) -> str:
    if whole:
        return translate("Files", "a whole number from {low} to {high}")
    return translate("Files", "a number from {low} to {high}, with a point")


def _setting(key: str) -> str:
    return {
        "name": translate("Files", "write the city's name, 1 to 80 characters"),
        "letters": translate("Files", "use two capital letters"),
        "area_code": translate("Files", "write the trunk code with its zero, as 0361"),
        "local_number": translate("Files", "write area code and number, as 0361-223333"),
        "zone": translate("Files", "name a time zone, as Asia/Makassar"),
    }[key]


def _wanted(code: str) -> str:
    return {
        "choice": translate("Files", "one of: {known}"),
        "whole_number": translate("Files", "a whole number"),
        "lines": translate("Files", "a list of lines in quotes"),
        "short_name": translate("Files", "1 to 20 small letters, digits, dashes"),
        "zone": translate("Files", "a time zone, as America/New_York"),
        "heading": translate("Files", "a heading, a number, or a list of them"),
    }[code]


def _thing(code: str) -> str:
    return {
        "unit": translate("Files", "unit"),
        "agency": translate("Files", "agency"),
        "hospital": translate("Files", "hospital"),
        "outcome": translate("Files", "outcome"),
        "category": translate("Files", "category"),
        "area": translate("Files", "area"),
        "kelurahan": translate("Files", "kelurahan"),
    }.get(code, code)


def pack_texts() -> _Texts:
    """What is wrong with a city's files, and the cure, by code."""
    return {**_of_lines(), **_of_columns(), **_of_packs(), **_of_plans(), **_of_fleets(), **of_texts()}


def exercise_texts() -> _Texts:
    """What is wrong with an exercise's file, and the cure, by code."""
    return {**_of_exercises(), **_of_plays()}


def _of_lines() -> _Texts:
    return {
        "file_missing": (
            translate("Files", "the file is missing"),
            translate("Files", "add it; resources/cities/README.md says what it holds"),
        ),
        "file_unreadable": (
            translate("Files", "the file cannot be read: {why}"),
            translate("Files", "save it as text in UTF-8"),
        ),
        "file_empty": (
            translate("Files", "the file has no lines"),
            translate("Files", "add the heading and at least one line"),
        ),
        "bad_toml": ("{why}", translate("Files", 'correct the line; a value is written as name = "value"')),
        "key_missing": (translate("Files", "{key} is missing"), translate("Files", "add {key} = …")),
        "key_unknown": (
            translate("Files", "{key} is not known here"),
            translate("Files", "remove it; known are {known}"),
        ),
        "bad_setting": (translate("Files", "{key} is “{value}”"), "{cure}"),
    }


def _of_columns() -> _Texts:
    return {
        "column_missing": (
            translate("Files", "the column {column} is missing"),
            translate("Files", "add {column} to the heading and to every line"),
        ),
        "column_unknown": (
            translate("Files", "the column {column} is not known"),
            translate("Files", "remove it; known are {known}"),
        ),
        "cells": (
            translate("Files", "the line has {found} cells, the heading {expected}"),
            translate("Files", "put a cell that contains a separator in quotes"),
        ),
        "bad_code": (
            translate("Files", "the code “{value}” cannot be used"),
            translate("Files", "use letters, digits, dots, dashes and _, 1 to 64 of them"),
        ),
        "code_again": (
            translate("Files", "the code “{value}” was used in line {first} already"),
            translate("Files", "give each line its own code"),
        ),
        "empty": (translate("Files", "{column} is empty"), translate("Files", "fill it in")),
        "bad_choice": (
            translate("Files", "{column} is “{value}”"),
            translate("Files", "use one of: {known}"),
        ),
        "bad_number": (translate("Files", "{column} is “{value}”"), translate("Files", "write {wanted}")),
        "too_long": (
            translate("Files", "{column} has {found} characters"),
            translate("Files", "shorten it to {limit}"),
        ),
    }


def _of_packs() -> _Texts:
    return {
        "unknown_area": (
            translate("Files", "there is no area “{value}”"),
            translate("Files", "use a code from areas.csv"),
        ),
        "unknown_agency": (
            translate("Files", "there is no agency “{value}” in this city"),
            translate("Files", "add it to agencies.csv or use a code from there"),
        ),
        "unknown_station": (
            translate("Files", "there is no station “{value}”"),
            translate("Files", "add it to stations.csv or use a code from there"),
        ),
        "unknown_category": (
            translate("Files", "there is no category “{value}”"),
            translate("Files", "use a code from categories.csv"),
        ),
        "no_kecamatan": (
            translate("Files", "{value} lies in no kecamatan"),
            translate("Files", "set parent to the code of a line whose level is kecamatan"),
        ),
        "kecamatan_inside": (
            translate("Files", "{value} is a kecamatan and has a parent"),
            translate("Files", "leave parent empty"),
        ),
        "support_without_lead": (
            translate("Files", "{value} has supporting agencies and no lead"),
            translate("Files", "name the one that leads"),
        ),
        "agency_twice": (
            translate("Files", "{value} is named twice"),
            translate("Files", "name each agency once"),
        ),
        "key_again": (
            translate("Files", "the key “{value}” chooses {other} already"),
            translate("Files", "give each outcome its own letter or digit"),
        ),
        "bad_key": (
            translate("Files", "the key is “{value}”"),
            translate("Files", "use one capital letter or one digit"),
        ),
    }


def _of_plans() -> _Texts:
    return {
        "plan_again": (
            translate("Files", "line {first} plans the same level for the same incidents"),
            translate("Files", "remove one of the two"),
        ),
        "bad_need": (
            translate("Files", "“{value}” says no units"),
            translate("Files", "write kind:count, or kind:count/people, as engine:2/3; kinds joined by |"),
        ),
        "bad_hours": (
            translate("Files", "“{value}” says no hours"),
            translate("Files", "write from-to, as 22:00-06:00"),
        ),
        "half_a_point": (
            translate("Files", "a point needs latitude and longitude"),
            translate("Files", "fill both, or none"),
        ),
        "no_address": (
            translate("Files", "“{value}” has no word in it by which a place is known"),
            translate("Files", "write street and number, as Jl. Gajah Mada 5"),
        ),
        "empty_plan": (
            translate("Files", "“{value}” sends nobody and tells nobody"),
            translate("Files", "fill needs or tell"),
        ),
    }


def _of_fleets() -> _Texts:
    return {
        "call_sign_again": (
            translate("Files", "the call sign “{value}” is used in line {first} already"),
            translate("Files", "give each unit its own"),
        ),
        "name_again": (
            translate("Files", "{value} is in line {first} already"),
            translate("Files", "remove one of the two"),
        ),
        "target_again": (
            translate("Files", "line {first} sets the same clock for the same incidents"),
            translate("Files", "remove one of the two"),
        ),
        "two_scopes": (
            translate("Files", "a target cannot hold for a category and a priority"),
            translate("Files", "leave one of the two empty"),
        ),
        "alarm_first": (
            translate("Files", "the alarm ({alarm} s) comes before the warning ({warn} s)"),
            translate("Files", "set alarm to {warn} or more"),
        ),
        "no_number": (
            translate("Files", "“{value}” is no telephone number"),
            translate("Files", "write digits, as 0361-223333; a slash stands between two numbers"),
        ),
        "number_private": (
            translate("Files", "“{value}” is no public short number"),
            translate("Files", "use a number like 112 or leave it empty"),
        ),
    }


def _of_exercises() -> _Texts:
    return {
        "file_missing": (
            translate("Files", "the file is missing"),
            translate("Files", "name a file that exists"),
        ),
        "file_unreadable": (
            translate("Files", "the file cannot be read: {why}"),
            translate("Files", "name a text file in UTF-8, zipped with gzip or not"),
        ),
        "bad_toml": ("{why}", translate("Files", "correct the line")),
        "missing": (translate("Files", "{key} is missing"), translate("Files", "add {key} = …")),
        "unknown_key": (
            translate("Files", "{key} is not known here"),
            translate("Files", "remove it; known are {known}"),
        ),
        "bad_value": (translate("Files", "{key} is “{value}”"), translate("Files", "write {wanted}")),
        "bad_time": (
            translate("Files", "“{value}” begins with no time"),
            translate("Files", "begin with HH:MM:SS, or -1d HH:MM:SS for the day before"),
        ),
        "bad_line": (
            translate("Files", "“{value}” cannot be understood"),
            translate("Files", "write it as {wanted}"),
        ),
        "unknown": (
            translate("Files", "there is no {what} “{value}” in {city}"),
            translate("Files", "use one of the city's: {known}"),
        ),
    }


def _of_plays() -> _Texts:
    return {
        "name_again": (
            translate("Files", "the name “{value}” is used twice"),
            translate("Files", "give each incident its own"),
        ),
        "no_calls": (translate("Files", "“{value}” has no call"), translate("Files", "add {example}")),
        "before_call": (
            translate("Files", "“{value}” is opened before its call is answered"),
            translate("Files", "let opened come later"),
        ),
        "ends_early": (
            translate("Files", "the call “{value}” ends before its incident has it"),
            translate("Files", "let until come later"),
        ),
        "other_city": (
            translate("Files", "the exercise is written for {wanted}, the centre is {city}"),
            translate("Files", "play it in a centre of {wanted}"),
        ),
        "not_training": (
            translate("Files", "this centre is real"),
            translate("Files", "exercises are played in a training centre only"),
        ),
        "no_mapping": (
            translate("Files", "no mapping fits the columns of the file"),
            translate("Files", "write one, as {example}, and name it"),
        ),
        "no_column": (
            translate("Files", "the file has no column “{value}” for {key}"),
            translate("Files", "correct the mapping; the file has: {known}"),
        ),
        "no_calls_in_file": (
            translate("Files", "the file has no line with a call and a time"),
            translate("Files", "correct the mapping"),
        ),
        "unknown_verb": (
            translate("Files", "“{value}” cannot be understood"),
            translate("Files", "write a time and one of: {known}"),
        ),
    }


def lexicon_texts() -> _Texts:
    """What is wrong with a lexicon's file, and the cure, by code."""
    return {
        "not_toml": (
            translate("Files", "this is not TOML"),
            translate("Files", "write a name, =, and a text in quotes; each name once"),
        ),
        "not_utf8": (translate("Files", "the file is not UTF-8"), translate("Files", "save it as UTF-8")),
        "unknown_key": (
            translate("Files", "there is no setting “{key}”"),
            translate("Files", "use the names that resources/lexicon/README.md describes"),
        ),
        "bad_text": (
            translate("Files", "“{key}” is no text"),
            translate("Files", "write words in quotes, with commas between them"),
        ),
        "bad_count": (
            translate("Files", "“{key}” is no number of words"),
            translate("Files", "write 1 to 9"),
        ),
        "bad_table": (
            translate("Files", "“{key}” is no section"),
            translate("Files", "write [{key}] on a line of its own, and below it what belongs to it"),
        ),
        "bad_word": (
            translate("Files", "“{value}” cannot be read as a word"),
            translate(
                "Files",
                "use letters and digits, _ between words that follow each other, + for a doubled word",
            ),
        ),
        "space_in_group": (
            translate("Files", "“{value}” in “{key}” is more than one word"),
            translate("Files", "write _ between words that follow each other, or a comma"),
        ),
        "unknown_group": (
            translate("Files", "there is no group “{value}”, used in “{key}”"),
            translate("Files", "add it below [groups], or write a word without @"),
        ),
        "unused_word": (
            translate("Files", "“{value}” is to be checked, but no pattern uses it"),
            translate("Files", "take it out of “unchecked”"),
        ),
        "unknown_category": (
            translate("Files", "there is no category “{value}”"),
            translate("Files", "use a code of categories.csv"),
        ),
    }

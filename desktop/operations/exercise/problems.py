"""What can be wrong with a file of an exercise or with its mapping: where, and the cure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

_MESSAGES: Mapping[str, tuple[str, str]] = {
    "file_missing": ("the file is missing", "name a file that exists"),
    "file_unreadable": (
        "the file cannot be read: {why}",
        "name a text file in UTF-8, zipped with gzip or not",
    ),
    "bad_toml": ("{why}", "correct the line"),
    "missing": ("{key} is missing", "add {key} = …"),
    "unknown_key": ("{key} is not known here", "remove it; known are {known}"),
    "bad_value": ("{key} is {value!r}", "write {wanted}"),
    "bad_time": ("{value!r} begins with no time", "begin with HH:MM:SS, or -1d HH:MM:SS for the day before"),
    "bad_line": ("{value!r} cannot be understood", "write it as {wanted}"),
    "unknown": ("there is no {what} {value!r} in {city}", "use one of the city's: {known}"),
    "name_again": ("the name {value!r} is used twice", "give each incident its own"),
    "no_calls": ("{value!r} has no call", "add calls = [{{ at = …, number = …, name = …, says = … }}]"),
    "before_call": ("{value!r} is opened before its call is answered", "let opened come later"),
    "ends_early": ("the call {value!r} ends before its incident has it", "let until come later"),
    "other_city": (
        "the exercise is written for {wanted}, the centre is {city}",
        "play it in a centre of {wanted}",
    ),
    "not_training": ("this centre is real", "exercises are played in a training centre only"),
    "no_mapping": ("no mapping fits the columns of the file", "write one, as {example}, and name it"),
    "no_column": ("the file has no column {value!r} for {key}", "correct the mapping; the file has: {known}"),
    "no_calls_in_file": ("the file has no line with a call and a time", "correct the mapping"),
}


@dataclass(frozen=True, slots=True)
class ExerciseProblem:
    """One thing that is wrong. `line` counts from 1; 0 means the whole file."""

    code: str
    file: str
    line: int = 0
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        """As `denpasar.toml:12: there is no unit 'A9' in denpasar: use one of the city's: …`."""
        what, cure = _MESSAGES[self.code]
        where = f"{self.file}:{self.line}" if self.line else self.file
        return f"{where}: {what.format(**self.values)}: {cure.format(**self.values)}"


class ExerciseError(Exception):
    """An exercise that cannot be played, with everything that is wrong."""

    def __init__(self, problems: Sequence[ExerciseProblem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(one) for one in self.problems))

"""What can be wrong with a file of an exercise or with its mapping: where, and the cure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ExerciseProblem:
    """One thing that is wrong. `line` counts from 1; 0 means the whole file."""

    code: str
    file: str
    line: int = 0
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        """As `denpasar.toml:12: unknown what='unit' …`; `runtime.commands.file_words` has the words."""
        where = f"{self.file}:{self.line}" if self.line else self.file
        return " ".join([f"{where}: {self.code}", *(f"{key}={one!r}" for key, one in self.values.items())])


class ExerciseError(Exception):
    """An exercise that cannot be played, with everything that is wrong."""

    def __init__(self, problems: Sequence[ExerciseProblem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(one) for one in self.problems))

"""What can be wrong with a lexicon: where, and which value."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class LexiconProblem:
    """One thing that is wrong. `line` counts from 1; 0 means the whole file."""

    code: str
    file: str
    line: int = 0
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        """As `fire.toml: unknown_group value='x'`; `runtime.commands.file_words` has the words."""
        where = f"{self.file}:{self.line}" if self.line else self.file
        return " ".join([f"{where}: {self.code}", *(f"{key}={one!r}" for key, one in self.values.items())])


class LexiconError(Exception):
    """A lexicon that cannot be used, with everything that is wrong."""

    def __init__(self, problems: Sequence[LexiconProblem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(one) for one in self.problems))

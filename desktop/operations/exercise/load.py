"""Loading an exercise from whatever file: one written by us, or a city's dispatch records."""

import csv
import hashlib
import io
from importlib.resources import files
from pathlib import Path

from desktop.operations.exercise.events import Exercise
from desktop.operations.exercise.fleet import Fleet
from desktop.operations.exercise.mapping import Mapping, read_mapping
from desktop.operations.exercise.oddities import Oddities
from desktop.operations.exercise.places import Layout
from desktop.operations.exercise.plan import Planner
from desktop.operations.exercise.problems import ExerciseError, ExerciseProblem
from desktop.operations.exercise.reader import read_evening
from desktop.operations.exercise.records import open_text, places_of, read_calls, separator_of
from desktop.operations.packs import CityPack

EXAMPLE = "resources/exercises/mappings/sffd.toml"


def exercise_folder() -> Path:
    """Where the exercises that come with the desk lie; the mappings are in `mappings` below it."""
    return Path(str(files("resources"))) / "exercises"


def load_exercise(path: Path, pack: CityPack, mapping: Path | None = None) -> Exercise:
    """Load a file for this city. `.toml` is an exercise in our form; all else is dispatch records.

    Without a mapping, the one of ours is taken whose columns the file has. ExerciseError when nothing fits.
    """
    if path.suffix == ".toml":
        return read_evening(path, pack)
    oddities = Oddities()
    content, text = open_text(path, oddities)
    used = read_mapping(mapping) if mapping is not None else _fitting(path.name, text)
    calls = read_calls(path.name, text, used, oddities)
    signs = frozenset(unit.call_sign.casefold() for unit in pack.units)
    planner = Planner(
        used,
        Layout(pack.areas, calls),
        Fleet(used.name, used, signs, oddities),
        pack.categories,
        pack.outcomes,
        oddities,
    )
    plan = planner.plan(calls)
    start = plan.events[0].after
    return Exercise(
        name=path.name,
        digest=hashlib.sha256(content + used.content).digest(),
        events=plan.events,
        start=start,
        opening=start,
        first_day=plan.midnight.date(),
        extra_units=plan.units,
        oddities=dict(oddities.counts),
        unknown=dict(oddities.values),
    )


def _fitting(file: str, text: str) -> Mapping:
    for path in sorted((exercise_folder() / "mappings").glob("*.toml")):
        mapping = read_mapping(path)
        separator = mapping.separator or separator_of(text)
        heading = next(csv.reader(io.StringIO(text, newline=""), delimiter=separator), [])
        if mapping.header and not places_of(mapping, heading, len(heading))[1]:
            return mapping
    raise ExerciseError([ExerciseProblem("no_mapping", file, 1, {"example": EXAMPLE})])

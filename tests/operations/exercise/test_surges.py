"""The exercises of a surge: what the program writes is what lies there, and it is as heavy as it says."""

from collections import Counter

import pytest

from desktop.operations.exercise.events import CallTaken
from desktop.operations.exercise.load import exercise_folder, load_exercise
from tests.operations.exercise.rig import pack_of
from tools.surge_words import EARTHQUAKE, FLOOD, Surge
from tools.surges import MINUTES, write


@pytest.mark.parametrize("surge", [EARTHQUAKE, FLOOD], ids=lambda surge: surge.city)
def test_a_surge_is_half_an_hour_with_a_hundred_calls_in_its_worst_minute(surge: Surge) -> None:
    file = exercise_folder() / surge.file
    assert file.read_text(encoding="utf-8") == write(surge), "python -m tools.surges"
    exercise = load_exercise(file, pack_of(surge.city))
    calls = [event for event in exercise.events if isinstance(event, CallTaken)]
    minutes = Counter(int((call.after - exercise.start).total_seconds()) // 60 for call in calls)
    assert max(minutes.values()) == 100
    assert set(minutes) == set(range(MINUTES))
    most = Counter(event.incident for event in exercise.events if hasattr(event, "incident"))
    assert most.most_common(1)[0][1] >= 10

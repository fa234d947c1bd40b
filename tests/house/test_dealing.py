"""The order in which workers are given tests."""

import pytest

from tests.conftest import dealt


@pytest.mark.parametrize(
    ("items", "workers", "row"),
    [
        ("ABcdef", 2, "BdfAce"),
        ("ABCdefg", 2, "BdfACeg"),
        ("ABCdefgh", 3, "CfBehAdg"),
        ("AB", 4, "BA"),
        ("ABc", 1, "ABc"),
    ],
)
def test_each_worker_begins_with_some_of_the_first(items: str, workers: int, row: str) -> None:
    """The first worker is given `count // workers`, each other as much of what is left."""
    assert "".join(dealt(list(items), workers)) == row

"""The order in which workers are given tests."""

import pytest

from tests.conftest import dealt


@pytest.mark.parametrize(
    ("longest", "others", "workers", "row"),
    [
        ("AB", "abcdef", 2, "AabcBdef"),
        ("ABC", "abcd", 2, "ACaBbcd"),
        ("ABCDE", "", 2, "ACEBD"),
        ("", "abc", 4, "abc"),
        ("AB", "a", 1, "ABa"),
    ],
)
def test_each_worker_begins_with_its_share_of_the_longest(
    longest: str, others: str, workers: int, row: str
) -> None:
    assert "".join(dealt(list(longest), list(others), workers)) == row

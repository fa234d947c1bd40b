"""The order in which workers are given tests."""

import pytest

from tests.conftest import dealt


@pytest.mark.parametrize(
    ("begins", "rest", "last", "workers", "row"),
    [
        (("JJ", "W"), "abcdef", "xyz", 3, "JJadWbexcfyz"),
        (("JJ", "W"), "abcd", "xy", 2, "JJacWbdxy"),
        (("J", "W"), "ab", "x", 1, "JWabx"),
        (("", ""), "ab", "", 4, "ab"),
    ],
)
def test_each_worker_begins_with_what_is_its_own(
    begins: tuple[str, str], rest: str, last: str, workers: int, row: str
) -> None:
    """Each is given as many of the row as the others, and the quickest fill it up."""
    assert "".join(dealt([list(one) for one in begins], list(rest), list(last), workers)) == row

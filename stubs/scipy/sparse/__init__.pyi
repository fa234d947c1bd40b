from typing import Any

from numpy.typing import NDArray

class csr_matrix:  # noqa: N801 - scipy's name
    def __init__(
        self,
        entries: tuple[NDArray[Any], tuple[NDArray[Any], NDArray[Any]]],
        shape: tuple[int, int],
    ) -> None: ...

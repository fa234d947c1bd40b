from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

class cKDTree:  # noqa: N801 - scipy's name
    def __init__(self, data: NDArray[np.float64]) -> None: ...
    def query(self, x: Sequence[tuple[float, float]]) -> tuple[NDArray[np.float64], NDArray[np.int64]]: ...

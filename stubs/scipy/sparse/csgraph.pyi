import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

def connected_components(
    csgraph: csr_matrix, directed: bool, connection: str
) -> tuple[int, NDArray[np.int32]]: ...
def dijkstra(csgraph: csr_matrix, indices: int, limit: float) -> NDArray[np.float64]: ...

"""The road graph, small enough for one row of the database: nodes where roads meet, and the time between."""

import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import TypeAlias
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

FORMAT = 1
"""Of `pack`; what a later program packs otherwise is left alone."""

_DEGREES = 10_000_000
"""Parts of a degree in which a node is kept: a centimetre."""

_NO_ROADS = (AttributeError, BadZipFile, EOFError, IndexError, KeyError, OSError, TypeError, zlib.error)
"""What numpy raises, beside ValueError, for bytes that `pack` did not make."""

Whole: TypeAlias = NDArray[np.int32]
Real: TypeAlias = NDArray[np.float32]


@dataclass(frozen=True)
class RoadGraph:
    """Nodes by number; edges from node to node, each way its own, with seconds of driving."""

    latitude: NDArray[np.float64]
    longitude: NDArray[np.float64]
    start: Whole
    end: Whole
    seconds: Real

    @property
    def nodes(self) -> int:
        """How many nodes there are."""
        return len(self.latitude)

    @property
    def edges(self) -> int:
        """How many edges there are, each direction counted."""
        return len(self.start)


def pack(graph: RoadGraph) -> bytes:
    """The graph as bytes: 8 a node and 12 an edge, before they are compressed."""
    file = BytesIO()
    np.savez_compressed(
        file,
        format=np.array([FORMAT]),
        latitude=np.round(graph.latitude * _DEGREES).astype(np.int32),
        longitude=np.round(graph.longitude * _DEGREES).astype(np.int32),
        start=graph.start,
        end=graph.end,
        seconds=graph.seconds,
    )
    return file.getvalue()


def unpack(body: bytes) -> RoadGraph | None:
    """The graph in bytes, or None when a later program wrote them. ValueError for what is none."""
    try:
        with np.load(BytesIO(body), allow_pickle=False) as found:
            if int(found["format"][0]) != FORMAT:
                return None
            return RoadGraph(
                found["latitude"] / _DEGREES,
                found["longitude"] / _DEGREES,
                found["start"],
                found["end"],
                found["seconds"],
            )
    except _NO_ROADS as error:
        raise ValueError("no roads") from error

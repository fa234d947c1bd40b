"""A player of sounds that only writes down what it was asked to play."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.journeys.display import Display

NAME = "pw-play"
"""The player that a desk tries first."""


class Player:
    """Stands in for the player of the desks that are started while it is `before` all others."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True)
        self._folder = folder
        self._log = folder / "played"
        self._log.touch()
        player = folder / NAME
        player.write_text(f'#!/bin/sh\necho "${{1##*/}}" >> "{self._log}"\n')
        player.chmod(0o755)

    @contextmanager
    def before(self, display: Display) -> Iterator[None]:
        """Let desks that are started on a display meanwhile find this player first."""
        path = display.environment["PATH"]
        display.environment["PATH"] = f"{self._folder}{os.pathsep}{path}"
        try:
            yield
        finally:
            display.environment["PATH"] = path

    @property
    def played(self) -> list[str]:
        """The files that were played, in their order."""
        return self._log.read_text().split()

"""The lexicon of one desk, read and asked in a thread of its own: no key waits for it."""

import asyncio
from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.proposals.proposal import Proposal

if TYPE_CHECKING:
    from desktop.proposals.lexicon import Lexicon


class ProposalSearch:
    """Proposes categories at a centre. Made at once; the lexicon is read when it is asked first."""

    def __init__(self, city: str) -> None:
        self._city = city
        self._lexicon: Lexicon | None = None
        self._broken = False
        self._thread = ThreadPoolExecutor(1, "proposals")
        self._closed = False

    async def find(self, text: str, among: Collection[str]) -> tuple[Proposal, ...]:
        """Up to three of the categories named. LexiconError, once, when the city's files cannot be used."""
        if self._closed:
            raise asyncio.CancelledError
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._find, text, among)

    async def prepare(self) -> None:
        """Import what the lexicon needs; done with the first narrative, where nobody did it before.

        In the thread, a hundred modules that no key need wait for; not with the panels: a desk opens without.
        """
        if not self._closed:
            await asyncio.get_running_loop().run_in_executor(self._thread, _import)

    def close(self) -> None:
        """Let the thread end: who waits for an answer, or asks later, is cancelled."""
        self._closed = True
        self._thread.shutdown(wait=False, cancel_futures=True)

    def _find(self, text: str, among: Collection[str]) -> tuple[Proposal, ...]:
        if self._broken:  # read with each letter they would be told with each letter
            return ()
        if self._lexicon is None:
            self._broken = True
            self._lexicon = lexicon_of(self._city)
            self._broken = False
        return self._lexicon.propose(text, among)


def lexicon_of(city: str) -> "Lexicon":
    """A city's lexicon, read once while its files stay as they are. LexiconError when they cannot be used."""
    from desktop.proposals.reading import lexicon_files

    return _lexicon(tuple((one, one.stat().st_mtime_ns) for one in lexicon_files(city)))


def _import() -> None:
    import desktop.proposals.reading  # noqa: F401 - only to have it


@lru_cache(maxsize=2)
def _lexicon(files: tuple[tuple[Path, int], ...]) -> "Lexicon":
    """Of files as they were when last written: who sits down after another need not have them read again."""
    from desktop.proposals.reading import read_lexicon

    return read_lexicon(path for path, _ in files)

from contextlib import AbstractContextManager
from typing import Any, Protocol

from sqlalchemy import Connection, MetaData

class _Config(Protocol):
    attributes: dict[str, Any]

config: _Config

def configure(*, connection: Connection, target_metadata: MetaData, transactional_ddl: bool) -> None: ...
def begin_transaction() -> AbstractContextManager[None]: ...
def run_migrations() -> None: ...

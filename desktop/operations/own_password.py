"""The operator's own password."""

from desktop.operations.desk import Desk


async def change_own_password(desk: Desk, password: str) -> None:
    """Give the operator at this desk another password, which is in force at once everywhere.

    StoreError: `bad_password` for an empty one; `unreachable` while the server is away, which alone keeps it.
    """
    await desk.store.change_password(desk.author, password)

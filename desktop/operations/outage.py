"""What a desk that was cut off holds, and what its operator decides of it."""

from desktop.store.kept.status import Reach, Status, Waiting

__all__ = ["Reach", "Status", "Waiting"]

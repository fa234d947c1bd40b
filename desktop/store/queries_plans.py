"""What is read of response plans beside the reference data."""

from sqlalchemy import Connection

from desktop.domain.plans import PlanVersion
from desktop.store.queries import read_records
from desktop.store.tables import TABLES


def read_versions(connection: Connection, plan: str) -> tuple[PlanVersion, ...]:
    """What a plan said from when on, the newest first."""
    found = read_records(connection, PlanVersion, TABLES["plan_version"].c.plan == plan)
    return tuple(sorted(found, key=lambda one: one.id, reverse=True))

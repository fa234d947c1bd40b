"""New ids."""

import uuid_utils


def new_id() -> str:
    """A UUIDv7 (RFC 9562) in its lower-case form: ids made later sort later."""
    return str(uuid_utils.uuid7())

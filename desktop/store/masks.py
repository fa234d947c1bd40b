"""What is kept of a restricted incident from who may not read it, column by column."""

from collections.abc import Mapping

_OF_INCIDENT = "(not t.restricted or kulkul.reads_incident(t.id))"
_OF_ITS_INCIDENT = "kulkul.reads_incident(t.incident)"
_OF_ACT = "kulkul.reads_act(t.id)"

MASKED: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "incident": (
        _OF_INCIDENT,
        dict.fromkeys(
            (
                "category",
                "urgency",
                "address",
                "landmark",
                "rt",
                "rw",
                "latitude",
                "longitude",
                "people_hurt",
                "facts",
                "planned_for",
                "outcome",
            ),
            "null",
        ),
    ),
    "assignment": (_OF_ITS_INCIDENT, {"purpose": "null", "destination": "null"}),
    "transport": (
        _OF_ITS_INCIDENT,
        dict.fromkeys(("red", "yellow", "green", "black", "told", "confirmed"), "null"),
    ),
    "recommendation": (_OF_ITS_INCIDENT, {"picks": "null"}),
    "referral": (_OF_ITS_INCIDENT, {"agency": "''", "means": "null", "told_to": "null"}),
    "contact_try": (_OF_ITS_INCIDENT, {"contact": "''"}),
    "told": (_OF_ITS_INCIDENT, {"means": "null", "dangers": "null"}),
    "call": (_OF_ITS_INCIDENT, {"external_id": "null", "recording": "null"}),
    "external_reference": (_OF_ITS_INCIDENT, {"external_id": "''"}),
    "act": (_OF_ACT, {"changes": "'[]'::jsonb", "before": "'[]'::jsonb"}),
}
"""By table: who reads it whole, and what the others read instead of a column."""

"""Plans that are edited and not in force yet, as they are kept on the workstation."""

import json
from collections.abc import Mapping

from desktop.domain.plans import ResponsePlan
from desktop.domain.records import table_of

_COLUMNS = tuple(table_of(ResponsePlan).by_name)


def kept_texts(plans: Mapping[str, ResponsePlan]) -> dict[str, str]:
    """A text for each plan, by code."""
    return {code: json.dumps({name: getattr(one, name) for name in _COLUMNS}) for code, one in plans.items()}


def plans_kept(texts: Mapping[str, str]) -> dict[str, ResponsePlan]:
    """The plans that the texts say; what another version of the desk wrote otherwise is left out."""
    found = {}
    for code, text in texts.items():
        try:
            found[code] = ResponsePlan.from_row(code, json.loads(text))
        except (TypeError, ValueError):
            continue
    return found

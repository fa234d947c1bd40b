"""How somebody was told, as it is typed: `lewat radio`."""

from collections.abc import Mapping

from desktop.domain.referrals import Means

BY = frozenset({"lewat", "via", "by"})
"""Words before how somebody was told."""
MEANS: Mapping[Means, tuple[str, ...]] = {
    Means.MESSAGE: ("whatsapp", "wa", "pesan", "message"),
    Means.RADIO: ("radio", "ht"),
    Means.TELEPHONE: ("telepon", "telp", "telephone", "phone"),
}
"""By which words it is said how somebody was told, the usual one first."""

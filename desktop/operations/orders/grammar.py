"""The grammar of the command line: every verb, what follows it, and an example in both languages.

    VERB  SUBJECT  [ke|to TARGET]  [lewat|by MEANS]  [pukul|at TIME | -5m]  [; NOTE]

Completion, help and docs/commands.md come from `ROWS`. What is said of units and agencies is said in the
words of their own lines (`unit_verbs`, `referral_verbs`); an order may begin with the name too: `dam4 m`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.domain.kinds import NoteRule
from desktop.operations import referral_verbs, unit_verbs
from desktop.operations.orders.memo_rows import MEMO_ROWS
from desktop.operations.orders.rescue_rows import RESCUE_ROWS
from desktop.operations.orders.shift_rows import SHIFT_ROWS
from desktop.operations.orders.verbs import OrderVerb, Row, Slot, Verb
from desktop.operations.referral_verbs import ReferralVerb
from desktop.operations.spelling import plain_words
from desktop.operations.typed_verbs import Verbs
from desktop.operations.unit_verbs import WITH_PATIENTS, UnitVerb

__all__ = [
    "AT",
    "BY_VERB",
    "CONNECTORS",
    "FREE",
    "LAST",
    "LONGEST",
    "ROWS",
    "UNTIL",
    "VERBS",
    "Begun",
    "OrderVerb",
    "Row",
    "Slot",
    "Verb",
    "read_verb",
]

_O, _U, _R, _S = OrderVerb, UnitVerb, ReferralVerb, Slot

FREE = frozenset(
    {
        *(Slot.TEXT, Slot.NOTHING, Slot.ABBREVIATION),
        *(Slot.REMINDING, Slot.PUTTING_OFF, Slot.REMINDER, Slot.OPERATORS),
    }
)
"""What follows a verb of these is read by itself: words and a semicolon in it are no parts of an order."""

LAST = "."
"""Stands for the incident of the last order."""
CONNECTORS = frozenset({"ke", "to", "untuk", "for", "dari", "of", "dengan", "with", "sebagai", "as"})
"""Words between a subject and a target."""
AT = frozenset({"pukul", "at"})
"""Words before the time at which something happened."""
UNTIL = frozenset({"sampai", "hingga", "until", "till"})
"""Words before a time ahead."""
LONGEST = 1_000
"""Characters of an order (our bound); a note may be longer where notes are written."""

_OWN: Sequence[Row] = (
    Row(
        _O.SEND,
        ("kirim", "send"),
        ("kirim", "tugaskan", "send", "assign"),
        ("kirim dam4, a3 ke 003; hati-hati kabel", "send dam4, a3 to 003; mind the cable"),
        _S.UNITS,
        _S.INCIDENT,
    ),
    Row(
        _O.DIVERT,
        ("alihkan", "divert"),
        ("alihkan", "divert"),
        ("alihkan dam4 ke 003", "divert dam4 to 003"),
        _S.UNITS,
        _S.INCIDENT,
    ),
    Row(
        _O.QUEUE,
        ("antre", "queue"),
        ("antre", "antrekan", "queue"),
        ("antre dam4 ke 005", "queue dam4 to 005"),
        _S.UNITS,
        _S.INCIDENT,
    ),
    Row(
        _O.NEXT,
        ("berikutnya", "next"),
        ("berikutnya", "lanjut", "next"),
        ("berikutnya dam4", "next dam4"),
        _S.UNITS,
    ),
    Row(
        _O.UNQUEUE,
        ("batal antre", "unqueue"),
        ("batal antre", "unqueue"),
        ("batal antre dam4", "unqueue dam4"),
        _S.UNITS,
    ),
    Row(
        _O.REFER,
        ("rujuk", "refer"),
        ("rujuk", "refer"),
        ("rujuk pln, polisi* ke 003", "refer pln, polisi* to 003"),
        _S.AGENCIES,
        _S.INCIDENT,
        means=True,
    ),
    Row(
        _O.TELL,
        ("beritahu", "tell"),
        ("beritahu", "beri tahu", "kabari", "tell"),
        ("beritahu dam4 lewat radio", "tell dam4 by radio"),
        _S.WHOM,
        _S.INCIDENT,
        note=NoteRule.NONE,
        means=True,
    ),
    Row(
        _O.PHONE,
        ("telepon", "phone"),
        ("telepon", "telpon", "phone", "ring"),
        ("telepon pln untuk 003; tidak diangkat", "phone pln for 003; told Made, power is cut"),
        _S.CONTACT,
        _S.ANY_INCIDENT,
        note=NoteRule.REQUIRED,
    ),
    Row(
        _O.NOTE,
        ("catat", "note"),
        ("catat", "catatan", "note"),
        ("catat 003; RS Wangaya siap", "note 003; hospital is ready"),
        _S.ANY_INCIDENT,
        note=NoteRule.REQUIRED,
    ),
    Row(
        _O.READ,
        ("baca", "read"),
        ("baca", "dibaca", "read"),
        ("baca 003", "read 003"),
        _S.INCIDENT,
        note=NoteRule.NONE,
    ),
    Row(
        _O.TAKE,
        ("pegang", "take"),
        ("pegang", "take"),
        ("pegang 003", "take 003"),
        _S.INCIDENT,
        note=NoteRule.NONE,
    ),
    Row(
        _O.TAKE_ALARM,
        ("ambil alarm", "take alarm"),
        ("ambil alarm", "ambil", "take alarm"),
        ("ambil alarm 003", "take alarm 003"),
        _S.ANY_INCIDENT,
        note=NoteRule.NONE,
    ),
    Row(
        _O.RELEASE,
        ("lepaskan", "release"),
        ("lepaskan", "release"),
        ("lepaskan 003", "release 003"),
        _S.INCIDENT,
        note=NoteRule.NONE,
    ),
    Row(
        _O.ALARM,
        ("alarm", "alarm"),
        ("alarm", "siaga"),
        ("alarm 003 ke 2", "alarm 003 to 2"),
        _S.INCIDENT,
        _S.LEVEL,
        note=NoteRule.NONE,
    ),
    Row(
        _O.CORRECT,
        ("koreksi", "correct"),
        ("koreksi", "correct"),
        ("koreksi dam4 di lokasi pukul 14:05; salah catat", "correct dam4 on scene at 14:05; misheard"),
        _S.STAMP,
        note=NoteRule.REQUIRED,
    ),
    Row(
        _O.CLOSE,
        ("tutup", "close"),
        ("tutup", "close"),
        ("tutup 003 sebagai tertangani; api padam", "close 003 as handled; fire is out"),
        _S.INCIDENT,
        _S.OUTCOME,
        target_needed=True,
    ),
    Row(
        _O.REOPEN,
        ("buka kembali", "reopen"),
        ("buka kembali", "reopen", "open again"),
        ("buka kembali 003; api menyala lagi", "reopen 003; it burns again"),
        _S.CLOSED,
        note=NoteRule.REQUIRED,
    ),
    Row(
        _O.MERGE,
        ("satukan", "merge"),
        ("satukan", "merge"),
        ("satukan 004 ke 003", "merge 004 to 003"),
        _S.INCIDENT,
        _S.INCIDENT,
        target_needed=True,
    ),
    Row(
        _O.RELATE,
        ("kaitkan", "relate"),
        ("kaitkan", "relate"),
        ("kaitkan 004 dengan 003", "relate 004 with 003"),
        _S.ANY_INCIDENT,
        _S.ANY_INCIDENT,
        target_needed=True,
    ),
    *MEMO_ROWS,
    *RESCUE_ROWS,
    Row(
        _O.SELECT,
        ("pilih", "select"),
        ("pilih", "lihat", "select", "show"),
        ("pilih 003", "select 003"),
        _S.ANY_INCIDENT,
        note=NoteRule.NONE,
        moment=False,
    ),
    Row(
        _O.FILTER,
        ("saring", "filter"),
        ("saring", "filter"),
        ("saring sumerta", "filter sumerta"),
        _S.TEXT,
        note=NoteRule.NONE,
        moment=False,
    ),
    Row(
        _O.SEARCH,
        ("cari", "search"),
        ("cari", "search", "look up"),
        ("cari jl gunung agung", "search jl gunung agung"),
        _S.TEXT,
        note=NoteRule.NONE,
        moment=False,
    ),
    *SHIFT_ROWS,
    Row(
        _O.CALL,
        ("panggilan", "call"),
        ("panggilan", "panggilan baru", "call", "new call"),
        ("panggilan dapur terbakar", "call kitchen on fire"),
        _S.TEXT,
        note=NoteRule.NONE,
        moment=False,
    ),
    Row(
        _O.ABBREVIATE,
        ("singkat", "abbreviate"),
        ("singkat", "abbreviate"),
        ("singkat k1 = kirim dam1, a1 ke", "abbreviate k1 = send dam1, a1 to"),
        _S.ABBREVIATION,
        note=NoteRule.NONE,
        moment=False,
    ),
    Row(
        _O.UNDO,
        ("urungkan", "undo"),
        ("urungkan", "undo"),
        ("urungkan", "undo"),
        _S.NOTHING,
        note=NoteRule.NONE,
        moment=False,
    ),
)


def _of_unit(verb: UnitVerb, word: tuple[str, str], more: tuple[str, str] = ("", ""), **rules: object) -> Row:
    unit = "a3" if rules.get("target") is _S.HOSPITAL or verb in WITH_PATIENTS else "dam4"
    example = (f"{word[0]} {unit}{more[0]}", f"{word[1]} {unit}{more[1]}")
    return Row(verb, word, unit_verbs.VERBS.phrases(verb), example, _S.UNITS, **rules)  # type: ignore[arg-type]  # - checked when the rows are made


def _of_agency(verb: ReferralVerb, word: tuple[str, str], more: str = "", **rules: object) -> Row:
    example = (f"{word[0]} pln{more}", f"{word[1]} pln{more}")
    phrases = referral_verbs.VERBS.phrases(verb)
    return Row(verb, word, phrases, example, _S.AGENCY, _S.INCIDENT, **rules)  # type: ignore[arg-type]  # - as above


_UNITS: Sequence[Row] = (
    _of_unit(_U.UNDER_WAY, ("menuju", "under way"), ("; lewat Jl. Kecubung", "; by Jl. Kecubung")),
    _of_unit(_U.ON_SCENE, ("di lokasi", "on scene"), (" -5m", " -5m")),
    _of_unit(
        _U.TRANSPORTING,
        ("bawa", "transport"),
        (" ke wangaya", " to wangaya"),
        target=_S.HOSPITAL,
        note=NoteRule.NONE,
    ),
    _of_unit(
        _U.AT_HOSPITAL,
        ("di rs", "at hospital"),
        (" pukul 14:05", " at 14:05"),
        target=_S.HOSPITAL,
        note=NoteRule.NONE,
    ),
    _of_unit(_U.TOLD, ("kabari rs", "tell hospital"), target=_S.HOSPITAL),
    _of_unit(_U.CONFIRMED, ("rs sanggup", "hospital agrees"), target=_S.HOSPITAL),
    _of_unit(_U.FULL, ("rs penuh", "hospital full"), (" +2j", " +2h"), note=NoteRule.NONE, until=True),
    _of_unit(_U.PATIENTS, ("pasien", "patients"), (" 2 merah 1 kuning", " 2 red 1 yellow")),
    _of_unit(_U.HAND_OVER, ("serah", "hand over"), (" -5m", " -5m")),
    _of_unit(_U.RETURNING, ("kembali", "returning")),
    _of_unit(_U.AVAILABLE, ("siap", "available")),
    _of_unit(_U.CANCEL, ("batal", "cancel"), ("; salah alamat", "; wrong address"), note=NoteRule.REQUIRED),
    _of_unit(
        _U.OUT_OF_SERVICE,
        ("rusak", "out of service"),
        (" +30m; pompa bocor", " +30m; pump leaks"),
        note=NoteRule.REQUIRED,
        until=True,
    ),
    _of_unit(_U.OFF_DUTY, ("lepas dinas", "off duty")),
    _of_unit(_U.OCCUPY, ("sibuk", "busy"), ("; isi BBM", "; refuelling"), note=NoteRule.REQUIRED),
    _of_unit(
        _U.DESTINATION,
        ("tujuan", "destination"),
        (" ke sanglah", " to sanglah"),
        target=_S.HOSPITAL,
        target_needed=True,
        note=NoteRule.NONE,
    ),
    _of_unit(
        _U.MOVE,
        ("pindah", "move"),
        (" ke juanda", " to juanda"),
        target=_S.STATION,
        target_needed=True,
    ),
)

_CREWS: Sequence[Row] = (_of_unit(_U.WELL, ("aman", "well"), ("; lewat HT", "; by radio")),)

_AGENCIES: Sequence[Row] = (
    _of_agency(_R.ACCEPTED, ("terima", "accept")),
    _of_agency(_R.REFUSED, ("tolak", "refuse")),
    _of_agency(_R.DEPARTED, ("berangkat", "depart")),
    _of_agency(_R.ARRIVED, ("tiba", "arrive")),
    _of_agency(_R.FINISHED, ("selesai", "finish")),
    _of_agency(_R.WITHDRAWN, ("tarik", "withdraw"), "; sudah padam", note=NoteRule.REQUIRED),
    _of_agency(_R.TOLD_AGAIN, ("ulang", "tell again"), means=True),
    _of_agency(_R.LEADS, ("utama", "lead"), note=NoteRule.NONE),
    _of_agency(_R.CONFIRMED, ("aman", "safe"), "; listrik padam"),
    _of_agency(_R.UNCONFIRMED, ("belum aman", "not safe"), "; salah dengar", note=NoteRule.REQUIRED),
)

ROWS: Sequence[Row] = (*_OWN, *_UNITS, *_CREWS, *_AGENCIES)
"""Every verb, in the order in which it is offered and described."""
BY_VERB = {row.verb: row for row in ROWS}

VERBS: Verbs[OrderVerb] = Verbs(
    {}, {row.verb: row.phrases for row in _OWN if isinstance(row.verb, OrderVerb)}
)


@dataclass(frozen=True, slots=True)
class Begun:
    """The verbs that the beginning of a text may mean, and what follows.

    `shared`: all of them have the word in common, and who is named decides; else more has to be typed.
    """

    rows: tuple[Row, ...]
    rest: str
    shared: bool = True


def read_verb(text: str) -> Begun:
    """The verbs with which a text begins: of whole phrases the longest, else all that are begun so."""
    found: list[tuple[bool, str, tuple[Verb, ...]]] = []
    for verbs in (VERBS, unit_verbs.VERBS, referral_verbs.VERBS):
        meant, rest, whole = verbs.read_phrase(text)
        if meant:
            found.append((whole, rest, tuple(meant)))
    if not found:
        return Begun((), text)
    best = min((not whole, len(rest)) for whole, rest, _ in found)
    fitting = [(rest, verbs) for whole, rest, verbs in found if (not whole, len(rest)) == best]
    rows = tuple(BY_VERB[one] for _, verbs in fitting for one in verbs)
    return Begun(rows, fitting[0][0], not best[0] or _share_a_phrase(rows, text))


def _share_a_phrase(rows: Sequence[Row], text: str) -> bool:
    first = plain_words(text)[0]
    begun = [{one for one in row.phrases if one.startswith(first)} for row in rows]
    return bool(set.intersection(*begun))

"""The place of which a narrative tells, heard while nothing stands in the fields of the place."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from desktop.domain.places import PlaceKind
from desktop.gazetteer.figures import figure
from desktop.gazetteer.search import Found
from desktop.gazetteer.spoken import SaidArea, Spoken, listen
from desktop.gazetteer.vocabulary import IN, KINDS, MARKS, QUALIFIERS, SHORT, WEAK, Mark
from desktop.gazetteer.words import Token, tokens

Find = Callable[[str, int], Found]

_ANNOUNCE = frozenset((Mark.STREET, Mark.ALLEY, Mark.JUNCTION, Mark.AREA, Mark.DISTRICT))
_ESTATES = frozenset(("btn", "perum", "perumnas", "komp"))
_ALSO_ESTATES = frozenset(("perumahan", "komplek", "kompleks", "asrama"))
"""Housing estates, which few maps name; the others are everyday words where no block or number follows."""
_ALSO_WORDS = frozenset(("jalan", "desa", "simpang", "bundaran", "pojok", "tl"))
"""What announces a place, and is an everyday word too: alone it announces nothing."""
_ENDS = ",;!?\n…"
_LONGEST, _SHORT, _UNKNOWN_WORDS, _BARE, _PARTS = 9, 6, 3, 4, 3
"""Words at most of a part that is announced, of another, of a name not known, of an area; parts of a place
(ours)."""
_SURE, _ANNOUNCED = 0.75, 0.65
"""Scores from which on a place was meant: where only "di" announces it, and where a word does (ours)."""
_ABBREVIATED = 3
"""A dot behind so few letters ends no sentence."""
SEARCHES = 6
"""Searches at most for one narrative, besides those for what was heard (ours): one told in a breath takes
three to five, some 8 ms each among 100,000 names, and a long one that was pasted would ask for a hundred."""
_AREAS = 100
"""The same among areas only, which take a small part of that."""


@dataclass(frozen=True, slots=True)
class _Part:
    start: int
    end: int
    known: bool
    area: bool = False


class _Searches:
    """Searches for parts of one narrative, each part once, and not more than `most` that cost anything."""

    def __init__(self, find: Find, most: int, is_known: Callable[[str], bool] = lambda _text: False) -> None:
        self._find = find
        self._is_known = is_known
        self._left = most
        self._found: dict[str, Found] = {}

    @property
    def spent(self) -> bool:
        """Whether nothing more should be looked for: a part takes two searches."""
        return self._left < 2

    def __call__(self, text: str, limit: int) -> Found:
        found = self._found.get(text)
        if found is None:
            self._left -= not self._is_known(text)
            found = self._found[text] = self._find(text, limit)
        return found


def hear_place(
    narrative: str,
    find: Find,
    find_area: Find | None = None,
    is_known: Callable[[str], bool] = lambda _text: False,
) -> Found | None:
    """What was told of a place, in the caller's words, with what it may mean; None where none is heard.

    `find_area`: finds among areas only, so that not each short clause is looked for among all places. Nothing
    is offered on a guess: without a word that announces it, only a name that is known is heard. `is_known`:
    whether the answer to a text is remembered, and asking again is free; of a long narrative as many parts
    are looked for as SEARCHES allows, and more when it is heard again.
    """
    among_all = _Searches(find, SEARCHES, is_known)
    among_areas = among_all if find_area is None else _Searches(find_area, _AREAS)

    def sure(text: str) -> Found:
        found = among_all(text, 1)
        return Found(found.spoken, tuple(one for one in found.places if one.score >= _ANNOUNCED))

    parts = [
        part for clause in _clauses(narrative) for part in _parts(narrative, clause, among_all, among_areas)
    ]
    way, area = _way_in(narrative, among_all, among_areas)
    told = _once(narrative, [*parts, *area])[:_PARTS]
    if not told:
        return sure(way) if way else None
    said = _area_said(narrative, [*parts, *area], told, among_areas)
    whole = replace(sure(", ".join((*told, way) if way else told)), area=said)
    if whole.places or len(told) == 1:
        return _with_landmark(whole, narrative, parts)
    for one in told:
        places = sure(one).places
        if places:  # with the rest behind it, which words they explain is the same
            rest = [other for other in (*told, way) if other and other != one]
            found = Found(listen(", ".join((one, *rest))), places, said)
            return _with_landmark(found, narrative, parts)
    return whole


def _with_landmark(found: Found, text: str, parts: Sequence[_Part]) -> Found:
    """A road with what is said to be beside it, behind it in the same breath; no map need know that."""
    roads = (PlaceKind.STREET, PlaceKind.ALLEY, PlaceKind.JUNCTION)
    if not found.places or found.places[0].place.kind not in roads or Mark.BESIDE in found.spoken.marks:
        return found
    for clause in _clauses(text):
        behind = [one for one in clause if parts[0].start >= clause[0].start and one.start >= parts[-1].end]
        at = next((at for at, one in enumerate(behind) if MARKS.get(one.word) is Mark.BESIDE), None)
        if at is None:
            continue
        words = behind[at + 1 : at + 1 + _BARE]
        end = next((n for n, one in enumerate(words) if one.word in _STOPS - _CALLED), len(words))
        if any(one.word not in _CALLED and not _is_kind(one) and one.word not in WEAK for one in words[:end]):
            beside = text[behind[at].start : words[end - 1].end]
            return replace(found, spoken=listen(f"{found.spoken.text}, {beside}"))
        break
    return found


def _area_said(
    text: str, parts: Sequence[_Part], told: Sequence[str], find_area: _Searches
) -> SaidArea | None:
    """The area that was said beside a place; its words may be those of the street too (Raya Sesetan)."""
    for part in parts if len(parts) > 1 else ():
        words = text[part.start : part.end]
        found = find_area(words, 1).places if part.area else ()
        if found and found[0].place.area is not None:
            return SaidArea(found[0].place.area, words if words in told else "")
    return None


def _way_in(text: str, find: _Searches, find_area: _Searches) -> tuple[str, list[_Part]]:
    """How one comes to the place (masuk dari Hayam Wuruk), as it was said, and the kelurahan behind it."""
    for clause in _clauses(text):
        enter = next((at for at, token in enumerate(clause) if MARKS.get(token.word) is Mark.ENTER), None)
        rest = _up_to_stop(clause[enter + 1 : enter + 1 + _SHORT]) if enter is not None else ()
        if enter is None or not rest:
            continue
        street = None if find.spent else _known(text, rest, find, _ANNOUNCED)
        street = street or _unknown(clause[enter : enter + 1 + _SHORT])
        if street is not None:
            behind = [token for token in clause if token.start >= street.end]
            area = list(_area_behind(text, behind, find_area)) if behind else []
            return text[clause[enter].start : street.end], area
    return "", []


def _clauses(text: str) -> Iterator[Sequence[Token]]:
    """The words between signs that end a thought."""
    clause: list[Token] = []
    junction = False
    for token in tokens(text):
        between = text[clause[-1].end : token.start] if clause else ""
        if clause and _parted(clause[-1], between, junction):
            yield clause
            clause, junction = [], False
        if not token.sign or junction:
            clause.append(token)
            junction = junction or MARKS.get(token.word) is Mark.JUNCTION
    if clause:
        yield clause


def _parted(before: Token, between: str, junction: bool) -> bool:
    if any(sign in between for sign in _ENDS):
        return True
    if " " in between and any(sign in between for sign in "-–—") and not junction:
        return True
    return "." in between and (len(before.word) > _ABBREVIATED or "\n" in between)


def _parts(text: str, clause: Sequence[Token], find: _Searches, find_area: _Searches) -> Iterator[_Part]:
    """The first place of a clause: where what announces it begins, to the end of what is known of it.

    A clause that is nothing but the name of an area tells of it too.
    """
    bare = len(clause) <= _BARE and not find_area.spent
    whole = _known(text, clause, find_area, _SURE) if bare else None
    if whole is not None and whole.area and whole.end == clause[-1].end:
        yield whole
        return
    for at, token in enumerate(clause):
        mark = MARKS.get(token.word)
        if mark is Mark.ENTER:
            return
        announced = mark in _ANNOUNCE or _is_kind(token) or mark is Mark.BESIDE
        after_in = at > 0 and clause[at - 1].word in IN
        estate = token.word in _ESTATES or token.word in _ALSO_ESTATES
        if find.spent or not (announced or after_in or estate):
            continue
        rest = _up_to_stop(clause[at : at + (_LONGEST if mark in _ANNOUNCE else _SHORT)])
        part = _known(text, rest, find, _ANNOUNCED if mark in _ANNOUNCE else _SURE)
        if part is None and mark in _ANNOUNCE and token.word not in _ALSO_WORDS:
            part = _unknown(rest)
        if part is None and estate:
            part = _unknown(rest, numbered=token.word in _ALSO_ESTATES)
        if part is not None:
            part, behind = _with_bare_number(part, clause)
            yield _with_its_street(part, clause[:at]) if mark is Mark.ALLEY else part
            if part.known and not part.area and behind:
                yield from _area_behind(text, behind, find_area)
            return


def _with_its_street(alley: _Part, before: Sequence[Token]) -> _Part:
    """An alley with the street that was said right before it: others elsewhere have its name."""
    for at in range(len(before) - 1, max(len(before) - 2 - _UNKNOWN_WORDS, -1), -1):
        token = before[at]
        if token.sign or token.word in _STOPS:
            break
        if MARKS.get(token.word) is Mark.STREET:
            return replace(alley, start=token.start) if at + 1 < len(before) else alley
    return alley


def _with_bare_number(part: _Part, clause: Sequence[Token]) -> tuple[_Part, Sequence[Token]]:
    """A part with the number that stands right behind it, as of a house; and the words behind both."""
    behind = [token for token in clause if token.start >= part.end]
    if part.known and behind and _is_figure(behind[0]):
        return replace(part, end=behind[0].end), behind[1:]
    return part, behind


def _area_behind(text: str, behind: Sequence[Token], find_area: Find) -> Iterator[_Part]:
    """The kelurahan that is said right behind a street: Jalan Pulau Misol Dauh Puri Kauh."""
    area = _known(text, behind[:_BARE], find_area, _SURE)
    if area is not None and area.area:
        yield area


def _up_to_stop(words: Sequence[Token]) -> Sequence[Token]:
    """Words that no name has end it: the fewer are looked for, the sooner it is heard."""
    stop = next((at for at, one in enumerate(words) if at > 1 and one.word in _ENDERS), len(words))
    return words[:stop]


def _known(text: str, rest: Sequence[Token], find: Find, least: float) -> _Part | None:
    """As many of these words as a place that is known explains, with the number of the house behind it."""
    start = rest[0].start
    found = find(text[start : rest[-1].end], 1)
    if not found.places or min(found.places[0].words) > 1:
        return None
    spoken, words = found.spoken, found.places[0].words
    if all(_says_little(spoken, at) for at in words):
        return None
    end = max(spoken.words[at].end for at in words)
    said = text[start : start + end]
    exact = find(said, 1)
    if exact.spoken.crossing:  # two streets announce that a place is meant
        least = min(least, _ANNOUNCED)
    if not exact.places or exact.places[0].score < least:
        return None
    area = exact.places[0].place.kind is PlaceKind.AREA
    if area:  # of "banjir di Sesetan" only the name
        return _Part(start + spoken.words[min(words)].begin, start + _with_number(spoken, end), True, area)
    return _Part(start, start + _with_number(spoken, end), known=True, area=area)


def _says_little(spoken: Spoken, at: int) -> bool:
    forms = spoken.words[at].forms
    return forms[0] in KINDS or bool(WEAK.intersection(forms))


def _with_number(spoken: Spoken, end: int) -> int:
    for first, behind in sorted(spoken.spans[mark] for mark in QUALIFIERS if mark in spoken.spans):
        if first >= end and not spoken.text[end:first].strip(" .,"):
            end = behind
    return end


def _unknown(rest: Sequence[Token], *, numbered: bool = False) -> _Part | None:
    """A name that is not known: the words behind what announces it, and block and number behind them.

    `numbered`: only where there are such.
    """
    words = 0
    for token in rest[1 : 1 + _UNKNOWN_WORDS]:
        if token.sign or token.word in _STOPS or MARKS.get(token.word) is not None:
            break
        words += 1
    end = at = 1 + words
    while words and at + 1 < len(rest) and _is_numbered(rest[at], rest[at + 1]):
        at = end = at + 2
    if not words or (numbered and end == 1 + words):
        return None
    return _Part(rest[0].start, rest[end - 1].end, known=False)


def _is_numbered(token: Token, behind: Token) -> bool:
    mark = MARKS.get(token.word)
    block = mark is Mark.BLOCK and len(behind.word) <= _ABBREVIATED and not behind.sign
    return mark in QUALIFIERS and (block or _is_figure(behind))


def _is_figure(token: Token) -> bool:
    return figure(token.word)[:1].isdigit()


def _is_kind(token: Token) -> bool:
    return SHORT.get(token.word, (token.word,))[0] in KINDS


def _once(text: str, parts: Sequence[_Part]) -> list[str]:
    """The parts as they were said; of one said again only the longer, of several what is known."""
    known = [part for part in parts if part.known]
    if all(part.area for part in known):  # the street is not known, its kelurahan is
        known = list(parts)
    said = [text[part.start : part.end] for part in known]
    sets = [frozenset(token.word for token in tokens(one)) for one in said]
    return [
        one
        for at, one in enumerate(said)
        if not any(sets[at] < other or (sets[at] == other and at > place) for place, other in enumerate(sets))
    ]


_ENDERS = frozenset(
    (
        *(
            "ada",
            "yang",
            "yg",
            "sudah",
            "sdh",
            "udah",
            "lagi",
            "karena",
            "tolong",
            "tlg",
            "pak",
            "itu",
            "ini",
        ),
        *("terus", "saya", "tidak", "ndak", "nggak", "gak", "belum", "cepat", "sekarang", "tadi", "orang"),
    )
)
"""Everyday words that stand in no name of a place (ours)."""
_STOPS = _ENDERS | frozenset(
    (
        *("bu", "bang", "mas", "mbak", "mau", "kena", "api", "ya", "saat", "dia", "kami", "di", "ke", "dari"),
        *("dan", "sama", "masuk", "banjir", "kebakaran", "mobil", "motor", "rumah", "kecelakaan", "macet"),
        "pohon",
    )
)
"""Everyday words that end a name which is not known (ours)."""
_CALLED = frozenset(("bu", "pak", "bang", "mas", "mbak"))
"""How people are called whose stall or house is known to all (ours)."""

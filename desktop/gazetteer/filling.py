"""What a place that was taken puts into the fields of a form, and what of the text stays as it was typed."""

import re
from collections.abc import Collection, Iterable, Mapping

from desktop.domain.places import JOINT, Place, PlaceKind
from desktop.gazetteer.spoken import SaidArea, Spoken, Word, name_words
from desktop.gazetteer.vocabulary import IN, KINDS, MARKS, Mark
from desktop.gazetteer.words import spelled

_ROADS = (PlaceKind.STREET, PlaceKind.ALLEY)
_BLANKS = re.compile(r"\s+")
_LINKS = (*IN, *(word for word, mark in MARKS.items() if mark is Mark.AND))
_LINK_LEFT = re.compile(rf"[\s,]+(?:{'|'.join(_LINKS)})$", re.IGNORECASE)
"""Words that linked what was taken out: "lorong 306, di" says nothing more."""
_COMMAS = re.compile(r"(?:\s*,)+")
_STREET = re.compile(r"^(?:Jalan|Jln?\.?) +", re.IGNORECASE)
_ROAD_SIZES = ("raya", "besar", "kecil")
_EDGES = " ,;.-–—/"

Span = tuple[int, int]


def filled(
    spoken: Spoken,
    place: Place,
    words: Collection[int],
    kept: Collection[str] = (),
    said: SaidArea | None = None,
    inside: Collection[str] = (),
) -> Mapping[str, str]:
    """The fields of a draft that a place fills, by name; those it says nothing about are left out.

    `words`: which words of the text the place's name explains. House numbers and what else was typed stay;
    areas, RT/RW and "in front of …" move to their own fields, unless something stands there already (`kept`).
    `said`: the area in which the place lies as the caller said, and `inside` the areas in it: a road
    that is known elsewhere only is another of that name, and its point would lead astray.
    """
    texts: dict[str, str] = {}
    removed = list(_of_area(spoken))
    agrees = said is not None and place.area in (said.id, *inside)
    beside_known = said is not None and (agrees or place.area is None or place.kind in _ROADS)
    if said is not None and beside_known and place.kind is not PlaceKind.AREA:
        removed.append(_span_of(spoken, said.words))
    if (spoken.rt or spoken.rw) and "rt_rw" not in kept:
        removed += [spoken.spans[mark] for mark in (Mark.RT, Mark.RW) if mark in spoken.spans]
        texts["rt_rw"] = f"{spoken.rt}/{spoken.rw}" if spoken.rt and spoken.rw else _one_of(spoken)
    own = _own_span(spoken, words, place)
    beside = None if "landmark" in kept else spoken.spans.get(Mark.BESIDE)
    if place.kind in _ROADS or place.kind is PlaceKind.JUNCTION:
        _fill_road(spoken, place, own, removed, texts, beside)
    elif place.kind is PlaceKind.AREA:
        named = () if _is_of_another_name(spoken, min(words)) else _spans(spoken, words)
        texts["address"] = _without(spoken.text, [*removed, *named])
    else:
        _fill_landmark(spoken, place, own, removed, texts, beside)
    if place.area is not None:
        texts["area"] = place.area
    if said is not None and beside_known and not agrees:
        texts["area"] = said.id
        if place.area is not None:
            return texts
    if place.latitude is not None and place.longitude is not None and _is_spot(place):
        texts["point"] = f"{place.latitude:.6f}, {place.longitude:.6f}"
    return texts


def said_name(spoken: Spoken, place: Place, words: Collection[int]) -> str:
    """What a place was called in the text; empty where that is one of its names, or only a part of one."""
    own = _own_span(spoken, words, place)
    said = tidy(spoken.text[slice(*own)])
    wanted = _compared(said)
    return "" if any(wanted <= _compared(name) for name in (place.name, *place.aliases)) else said


def _compared(name: str) -> set[str]:
    return {spelled(forms[0]) for forms in name_words(name)}


def _is_spot(place: Place) -> bool:
    """Whether its point says where it is: the middle of an area or of a street through several does not."""
    return place.kind is not PlaceKind.AREA and (place.kind is not PlaceKind.STREET or place.area is not None)


def shown_name(place: Place) -> str:
    """A place's name as it is read: of a junction `Simpang Imam Bonjol – Teuku Umar`."""
    if place.kind is not PlaceKind.JUNCTION or place.name.startswith("Simpang"):
        return place.name
    return "Simpang " + JOINT.join(_STREET.sub("", street) for street in place.name.split(JOINT))


def _fill_road(
    spoken: Spoken, place: Place, own: Span, removed: list[Span], texts: dict[str, str], beside: Span | None
) -> None:
    near = [word.end for word in spoken.words if word.part is Mark.BESIDE and not _overlap(word, own)]
    if beside is not None and near:
        span = beside[0], max(near)
        texts["landmark"] = tidy(spoken.text[slice(*span)])
        removed.append(span)
    texts["address"] = _without(spoken.text, removed, {own: shown_name(place)})


def _fill_landmark(
    spoken: Spoken, place: Place, own: Span, removed: list[Span], texts: dict[str, str], beside: Span | None
) -> None:
    if beside is not None:
        texts["landmark"] = f"{spoken.text[slice(*beside)]} {place.name}"
        texts["address"] = _without(spoken.text, [*removed, own, beside]) or place.street
        return
    relation = spoken.spans.get(Mark.BESIDE)
    if relation is not None and relation[1] <= own[0]:
        own = relation[0], own[1]
        name = f"{spoken.text[slice(*relation)]} {place.name}"
    else:
        name = place.name
    rest = _without(spoken.text, [*removed, own]) or place.street
    texts["address"] = f"{name}, {rest}" if rest else name


def _one_of(spoken: Spoken) -> str:
    return f"RT {spoken.rt}" if spoken.rt else f"RW {spoken.rw}"


def _own_span(spoken: Spoken, words: Collection[int], place: Place) -> Span:
    """From what announces the first word that is the place's to the end of the last.

    A name without Jalan leaves the word that was typed.
    """
    mine = [spoken.words[at] for at in _with_what_is_between(spoken, words, place)]
    has_mark = place.kind not in _ROADS or place.name.split(" ")[0].casefold().rstrip(".") in (
        "jalan",
        "jl",
        "jln",
        "gang",
        "gg",
        "lorong",
        "setapak",
    )
    first = mine[0].begin if has_mark or mine[0].part is Mark.BESIDE else mine[0].start
    if mine[0].part is Mark.BESIDE and place.kind is not PlaceKind.JUNCTION:
        first = mine[0].start
    return first, max(word.end for word in mine)


def _with_what_is_between(spoken: Spoken, words: Collection[int], place: Place) -> list[int]:
    """The place's words; of a road also what stands between Jalan and them: said wrongly, but of its name."""
    first, last = min(words), max(words)
    part = spoken.words[first].part
    if place.kind in _ROADS and part in (Mark.STREET, Mark.ALLEY):
        while first and not _is_announced(spoken.words[first]) and spoken.words[first - 1].part is part:
            first -= 1
    return list(range(first, last + 1)) if place.kind in _ROADS else sorted(words)


def _is_announced(word: Word) -> bool:
    return word.begin < word.start


def _is_of_another_name(spoken: Spoken, at: int) -> bool:
    """Whether an area's name is what a street or a place is called: Jalan Sesetan Raya, Pasar Sesetan."""
    word = spoken.words[at]
    behind = spoken.words[at + 1] if at + 1 < len(spoken.words) else None
    if behind is not None and any(form in _ROAD_SIZES for form in behind.forms):
        return not spoken.text[word.end : behind.start].strip()
    if _is_announced(word):
        return word.part not in (Mark.AREA, Mark.DISTRICT, Mark.BESIDE)
    before = spoken.words[at - 1] if at else None
    if before is None or spoken.text[before.end : word.start].strip():
        return False
    return any(form in KINDS or form in _ROAD_SIZES for form in before.forms)


def _span_of(spoken: Spoken, words: str) -> Span:
    first = spoken.text.rfind(words)
    return (first, first + len(words)) if first >= 0 else (0, 0)


def _spans(spoken: Spoken, words: Iterable[int]) -> Iterable[Span]:
    return ((spoken.words[at].begin, spoken.words[at].end) for at in words)


def _of_area(spoken: Spoken) -> Iterable[Span]:
    return ((word.begin, word.end) for word in spoken.words if word.part in (Mark.AREA, Mark.DISTRICT))


def _overlap(word: Word, span: Span) -> bool:
    return word.start < span[1] and span[0] < word.end


def _without(text: str, removed: Iterable[Span], instead: Mapping[Span, str] | None = None) -> str:
    """A text without some parts, and with others written otherwise."""
    instead = instead or {}
    kept = list(text)
    for first, behind in removed:
        kept[first:behind] = [""] * (behind - first)
    for (first, behind), new in instead.items():
        kept[first:behind] = [new, *[""] * (behind - first - 1)]
    return tidy("".join(kept))


def tidy(text: str) -> str:
    """A text without the blanks and signs that taking parts out of it left behind."""
    return _LINK_LEFT.sub("", _BLANKS.sub(" ", _COMMAS.sub(",", text)).strip(_EDGES))

"""A place kept for all desks with one key, from the call and from the incident, and taken back."""

from desktop.domain.places import KeptPlace, Place, PlaceKind
from desktop.gazetteer.new_places import new_place
from desktop.store.gazetteer import read_kept_places
from tests.ui.driver import OpenDesk
from ui.place_keeping import OtherName, PlaceKeeping

WARUNG = new_place("Jl. Kartini no 4", "dpn warung Bu Komang", "51.71.04.2002", -8.65, 115.21)
KARTINI = Place(id="a" * 32, name="Jalan Kartini", kind=PlaceKind.STREET, aliases=("Kartini",))


def _kept(desk: OpenDesk) -> list[KeptPlace]:
    return list(desk.driver.run(desk.session.services.store.read(read_kept_places)))


def _heard(desk: OpenDesk) -> list[str]:
    said: list[str] = []
    desk.session.said.connect(lambda text, _level: said.append(text))
    return said


def test_one_key_keeps_and_the_same_once_more_takes_back(desk: OpenDesk) -> None:
    keeping, said = PlaceKeeping(desk.session), _heard(desk)
    keeping.toggle(WARUNG)
    desk.driver.until(lambda: said, "told")
    (kept,) = _kept(desk)
    assert (kept.name, kept.street, kept.area) == ("warung Bu Komang", "Jl. Kartini", "51.71.04.2002")
    assert (kept.latitude, kept.longitude, kept.kept_by) == (-8.65, 115.21, "made")
    assert said == [
        "“warung Bu Komang” (place) is kept for all desks. Ctrl+Shift+A once more takes that back."
    ]
    keeping.toggle(WARUNG)
    desk.driver.until(lambda: len(said) == 2, "told")
    assert (_kept(desk), said[1]) == ([], "“warung Bu Komang” is kept no more.")


def test_another_name_is_added_to_what_was_kept_of_the_place_before(desk: OpenDesk) -> None:
    keeping, said = PlaceKeeping(desk.session), _heard(desk)
    for count, name in enumerate(("jl kartina", "jl raden ajeng"), 1):
        known = _kept(desk)
        keeping.toggle(OtherName(known[0].place if known else KARTINI, name))
        desk.driver.until(lambda count=count: len(said) == count, "told")  # type: ignore[misc]
    (kept,) = _kept(desk)
    assert kept.place.id == KARTINI.id
    assert kept.place.aliases == ("Kartini", "jl kartina", "jl raden ajeng")


def test_taking_a_name_back_leaves_what_was_kept_of_the_place_before(desk: OpenDesk) -> None:
    keeping, said = PlaceKeeping(desk.session), _heard(desk)
    keeping.toggle(OtherName(KARTINI, "jl kartina"))
    desk.driver.until(lambda: len(said) == 1, "told")
    later, name = PlaceKeeping(desk.session), OtherName(_kept(desk)[0].place, "jl raden ajeng")
    for count in (2, 3):
        later.toggle(name)
        desk.driver.until(lambda count=count: len(said) == count, "told")  # type: ignore[misc]
    (kept,) = _kept(desk)
    assert (kept.place.aliases, said[2]) == (("Kartini", "jl kartina"), "“jl raden ajeng” is kept no more.")
    keeping.toggle(OtherName(KARTINI, "jl kartina"))
    desk.driver.until(lambda: len(said) == 4, "told")
    assert _kept(desk) == []


def test_a_name_is_added_to_those_that_other_desks_added_meanwhile(desk: OpenDesk) -> None:
    keeping, said = PlaceKeeping(desk.session), _heard(desk)
    for count, name in enumerate(("jl kartina", "jl raden ajeng"), 1):
        keeping.toggle(OtherName(KARTINI, name))  # as the places of this desk still have it
        desk.driver.until(lambda count=count: len(said) == count, "told")  # type: ignore[misc]
    (kept,) = _kept(desk)
    assert kept.place.aliases == ("Kartini", "jl kartina", "jl raden ajeng")


def test_a_key_pressed_twice_keeps_once(desk: OpenDesk) -> None:
    keeping, said = PlaceKeeping(desk.session), _heard(desk)
    keeping.toggle(WARUNG)
    keeping.toggle(WARUNG)
    desk.driver.until(lambda: said, "told")
    desk.driver.settle(0.2)
    assert len(_kept(desk)) == len(said) == 1


def test_without_a_name_nothing_is_kept(desk: OpenDesk) -> None:
    keeping, said = PlaceKeeping(desk.session), _heard(desk)
    keeping.toggle(None)
    assert (said, _kept(desk)) == (["There is no name of a place to keep."], [])

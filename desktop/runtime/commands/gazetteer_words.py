"""What imports and the gazetteer come to, in words for a terminal."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.gazetteer.files.features import FileError
from desktop.gazetteer.importing import Imported
from desktop.store.gazetteer import Loaded

translate = QCoreApplication.translate


def of_file(error: FileError, file: Path) -> str:
    """Why a file cannot be imported."""
    texts = {
        "form": translate(
            "Gazetteer", "{file}: no known form; .osm.pbf, .geojson or .csv, also packed (.gz)"
        ),
        "columns": translate("Gazetteer", "{file}: no column tells the name ({detail})"),
        "empty": translate("Gazetteer", "{file} holds nothing of this city; nothing was changed"),
    }
    broken = translate("Gazetteer", "{file} is damaged or of another form: {detail}")
    return texts.get(error.code, broken).format(file=file.name, detail=error.detail)


def of_import(imported: Imported) -> Iterator[str]:
    """What an import changed, and what it left out and why."""
    if imported.unchanged:
        text = translate("Gazetteer", "{source}: nothing changed")
    else:
        text = translate("Gazetteer", "{source}: imported")
    yield text.format(source=imported.source)
    skipped = {f"skipped_{reason}": count for reason, count in imported.skipped.items()}
    for line in of_counts({**imported.counts, **skipped}):
        yield f"    {line}"


def of_loaded(loaded: Loaded) -> Iterator[str]:
    """What the gazetteer holds."""
    total = sum(loaded.places.values())
    yield translate("Gazetteer", "{count} places imported, {kept} kept by operators").format(
        count=total, kept=loaded.kept
    )
    for line in of_counts({f"kind_{kind.value}": count for kind, count in loaded.places.items()}):
        yield f"    {line}"
    if not loaded.borders:
        yield no_borders()
    for line in of_counts({f"border_{level.value}": count for level, count in loaded.borders.items()}):
        yield f"    {line}"


def no_borders() -> str:
    """That a point tells no kelurahan yet."""
    return translate(
        "Gazetteer", "no borders loaded: a point tells no kelurahan; import the borders of the kelurahan"
    )


def of_counts(counts: Mapping[str, int]) -> Iterator[str]:
    """Counts, each with what is counted."""
    texts = _texts()
    for word, text in texts.items():
        if counts.get(word):
            yield f"{text}: {counts[word]}"
    for word in sorted(counts.keys() - texts.keys()):
        yield f"{word}: {counts[word]}"


def _texts() -> Mapping[str, str]:
    return {
        "added": translate("Gazetteer", "new places"),
        "changed": translate("Gazetteer", "places changed"),
        "removed": translate("Gazetteer", "places gone"),
        "known_from_another": translate("Gazetteer", "known from another file already"),
        "borders_added": translate("Gazetteer", "new borders"),
        "borders_changed": translate("Gazetteer", "borders changed"),
        "borders_removed": translate("Gazetteer", "borders gone"),
        "areas_set": translate("Gazetteer", "places of other files with another kelurahan now"),
        **{f"kind_{word}": text for word, text in _kinds().items()},
        "border_city": translate("Gazetteer", "borders of a city or kabupaten"),
        "border_kecamatan": translate("Gazetteer", "borders of a kecamatan"),
        "border_kelurahan": translate("Gazetteer", "borders of a kelurahan or desa"),
        "skipped_no_name": translate("Gazetteer", "left out, without a name"),
        "skipped_no_kind": translate("Gazetteer", "left out, no place that callers name"),
        "skipped_no_point": translate("Gazetteer", "without a point on the map"),
        "skipped_far_off": translate("Gazetteer", "points too far from the city"),
        "skipped_border_known": translate("Gazetteer", "borders left out, known by their code already"),
        "skipped_border_level": translate("Gazetteer", "borders left out, of no known level"),
        "skipped_border_twice": translate("Gazetteer", "borders left out, twice in the file"),
    }


def _kinds() -> Mapping[str, str]:
    return {
        "street": translate("Gazetteer", "streets"),
        "alley": translate("Gazetteer", "alleys"),
        "junction": translate("Gazetteer", "junctions"),
        "puskesmas": translate("Gazetteer", "puskesmas"),
        "hospital": translate("Gazetteer", "hospitals and clinics"),
        "school": translate("Gazetteer", "schools"),
        "market": translate("Gazetteer", "markets and shops"),
        "temple": translate("Gazetteer", "temples"),
        "mosque": translate("Gazetteer", "mosques"),
        "banjar": translate("Gazetteer", "banjar halls"),
        "bridge": translate("Gazetteer", "bridges"),
        "office": translate("Gazetteer", "offices"),
        "hotel": translate("Gazetteer", "hotels"),
        "beach": translate("Gazetteer", "beaches"),
        "other": translate("Gazetteer", "other places"),
    }

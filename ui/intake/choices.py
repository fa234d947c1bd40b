"""What is chosen by typing: categories, kelurahan, kecamatan, channels."""

from collections.abc import Sequence

from desktop.domain.board import Reference
from desktop.domain.calls import Channel
from desktop.domain.reference import AreaLevel, Category
from desktop.operations.choosing import AREA_FILLERS, Choice, chooser_of
from ui.choice_field import Option
from ui.words import category_name, word

LIMIT = 12


class Choices:
    """The centre's categories and areas, ready to be typed at."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference
        areas = reference.areas.values()
        self._kecamatan = chooser_of(
            (Choice(one.id, one.name) for one in areas if one.level is AreaLevel.KECAMATAN), AREA_FILLERS
        )
        self._areas = chooser_of((Choice(one.id, one.name, (), one.parent) for one in areas), AREA_FILLERS)
        self._categories = chooser_of(map(_category_choice, reference.categories.values()))
        self._channels = chooser_of(Choice(one.value, word(one)) for one in Channel)

    def categories(self, text: str) -> Sequence[Option]:
        """Categories that fit, the best first."""
        found = self._categories.find(text, limit=LIMIT if text.strip() else 100)
        known = self._reference.categories
        return [
            Option(match.choice.code, match.choice.label, known[match.choice.code].priority.value)
            for match in found
        ]

    def kelurahan(self, text: str, within: str | None) -> Sequence[Option]:
        """Kelurahan and desa that fit: those of one kecamatan, or of all where it has none such."""
        found = self._kelurahan(text, within)
        return found if found or within is None else self._kelurahan(text, None)

    def _kelurahan(self, text: str, within: str | None) -> list[Option]:
        options = []
        for match in self._areas.find(text, within, limit=60):
            area = self._reference.areas[match.choice.code]
            if area.level is not AreaLevel.KECAMATAN:
                kecamatan = self._reference.kecamatan_of(area.id)
                options.append(Option(area.id, area.name, kecamatan.name if kecamatan else ""))
        return options

    def kecamatan(self, text: str) -> Sequence[Option]:
        """Kecamatan that fit."""
        return [Option(one.choice.code, one.choice.label) for one in self._kecamatan.find(text, limit=60)]

    def channels(self, text: str) -> Sequence[Option]:
        """Channels that fit."""
        return [Option(one.choice.code, one.choice.label) for one in self._channels.find(text)]


def _category_choice(category: Category) -> Choice:
    shown = category_name(category)
    other = category.name_en if shown == category.name_id else category.name_id
    words = tuple(part.strip() for part in category.words.split(",") if part.strip())
    return Choice(category.id, shown, (other, *words), category.group_name)

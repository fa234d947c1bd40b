"""Kelurahan and kecamatan: the one fills the other, the other narrows the one."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from desktop.domain.board import Reference
from desktop.domain.reference import AreaLevel
from ui.choice_field import Option
from ui.intake.choices import Choices
from ui.intake.fields import ChoiceLine
from ui.theme import Look


class AreaFields(QObject):
    """Two choices that together give one area: the kelurahan, or the kecamatan while only that is known."""

    edited = Signal()

    def __init__(self, look: Look, choices: Choices, reference: Reference) -> None:
        super().__init__()
        self.choices = choices
        self.reference = reference
        self.kelurahan = ChoiceLine(look, self._find_kelurahan)
        self.kecamatan = ChoiceLine(look, self._find_kecamatan)
        self._narrows = False
        self.kelurahan.chosen.connect(self._kelurahan_chosen)
        self.kecamatan.chosen.connect(self._kecamatan_chosen)
        self.kecamatan.left.connect(self._mend_kecamatan)
        for one in (self.kelurahan, self.kecamatan):
            one.textEdited.connect(self.edited)

    def texts(self) -> dict[str, str]:
        """The area's code, and what was typed for both."""
        return {
            "area": self.kelurahan.code or self.kecamatan.code,
            "area_text": self.kelurahan.text(),
            "kecamatan_text": self.kecamatan.text(),
        }

    def show_texts(self, texts: Mapping[str, str]) -> None:
        """Show an area, without saying so to anyone."""
        area = self.reference.areas.get(texts["area"])
        kecamatan = self.reference.kecamatan_of(texts["area"])
        typed = texts["area_text"]
        self._narrows = area is not None and area.level is AreaLevel.KECAMATAN
        if area is None:
            _show(self.kelurahan, "", typed)
            _show(self.kecamatan, "", texts["kecamatan_text"])
            return
        if self._narrows:
            _show(self.kelurahan, "", typed)
        else:
            _show(self.kelurahan, area.id, area.name)
        if kecamatan is not None:
            _show(self.kecamatan, kecamatan.id, kecamatan.name)

    def _find_kelurahan(self, text: str) -> Sequence[Option]:
        return self.choices.kelurahan(text, self.kecamatan.code if self._narrows else None)

    def _find_kecamatan(self, text: str) -> Sequence[Option]:
        return self.choices.kecamatan(text)

    def _kelurahan_chosen(self, code: str) -> None:
        kecamatan = self.reference.kecamatan_of(code)
        if kecamatan is not None:
            if kecamatan.id != self.kecamatan.code:
                self._narrows = False
            self.kecamatan.show_choice(kecamatan.id, kecamatan.name)
        elif not self._narrows:
            self.kecamatan.show_choice("", "")
        self.edited.emit()

    def _kecamatan_chosen(self, code: str) -> None:
        self._narrows = bool(code)
        inside = self.reference.kecamatan_of(self.kelurahan.code)
        if code and inside is not None and inside.id != code:
            self.kelurahan.show_choice("", "")
        self.edited.emit()

    def _mend_kecamatan(self) -> None:
        """A kelurahan that stays chosen keeps its kecamatan."""
        kecamatan = self.reference.kecamatan_of(self.kelurahan.code)
        if kecamatan is not None and self.kecamatan.code != kecamatan.id:
            self.kecamatan.show_choice(kecamatan.id, kecamatan.name)
            self.edited.emit()


def _show(field: ChoiceLine, code: str, text: str) -> None:
    if (field.code, field.text()) != (code, text):
        field.show_choice(code, text)

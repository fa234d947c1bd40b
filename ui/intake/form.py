"""The form of a call: shows the texts of one and says what the operator types."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from desktop.domain.calls import Channel
from desktop.domain.located import Located
from desktop.domain.places import Place
from desktop.domain.reference import Priority
from desktop.operations.answers import brought_urgency
from ui.intake.choices import Choices
from ui.intake.fields import AddressLine, ChannelField, ChoiceLine, LineField, NarrativeField, PriorityField
from ui.intake.form_layout import DRAFT_FIELD, MORE, FormLayout, Said
from ui.intake.place_fields import AreaFields
from ui.intake.point_area import PointArea, area_said, following
from ui.intake.proposing import ProposalLine
from ui.intake.told_place import ToldPlace
from ui.session import Session
from ui.words import category_name

PLAIN = ("address", "landmark", "rt_rw", "point", "people_hurt", "number", "name", *MORE)
"""Fields that are lines of text."""


class Form(FormLayout):
    """The fields of a call. Only what the operator does is told to others."""

    edited = Signal(str)
    """The draft's field into which the operator typed."""
    left = Signal(str)
    """The draft's field that the cursor left."""
    escaped = Signal(str)
    """The draft's field in which Escape was pressed."""

    def __init__(self, session: Session) -> None:
        look, reference = session.look, session.reference
        choices = Choices(reference)
        self._session = session
        self._answers = ""
        self._narrative = NarrativeField(look)
        self._channel = ChannelField(look, choices.channels)
        self._category = ChoiceLine(look, choices.categories)
        self._priority = PriorityField(look)
        self._areas = AreaFields(look, choices, reference)
        self._address = AddressLine(session, self._kept_from_places)
        self._told = ToldPlace(session, self._address)
        self._lines: dict[str, QLineEdit] = {name: LineField() for name in PLAIN}
        self._lines["address"] = self._address
        self._point_area = PointArea()
        self._placed: Mapping[str, str] = {}
        """What the place that was taken last filled."""
        self._priority.words_go_to = self._address
        self._proposals = ProposalLine(session)
        super().__init__(
            look,
            {
                "channel": self._channel,
                "narrative": self._narrative,
                "category": self._category,
                "priority": self._priority,
                "area": self._areas.kelurahan,
                "kecamatan": self._areas.kecamatan,
                **self._lines,
            },
            self._proposals,
        )
        self._areas.setParent(self)
        self._connect()

    def texts(self) -> dict[str, str]:
        """All that stands in the fields, by the draft's names."""
        return {
            "channel": self._channel.channel.value,
            "narrative": self._narrative.toPlainText(),
            "category": self._category.code,
            "category_text": self._category.text(),
            "priority": self._priority.override,
            **self._areas.texts(),
            **{name: line.text() for name, line in self._lines.items()},
        }

    def show_texts(self, texts: Mapping[str, str]) -> None:
        """Show the texts of a call; a field that shows its text already keeps cursor and list."""
        reference = self._session.reference
        self._narrative.show_text(texts["narrative"])
        self._listen(texts["narrative"])
        self._channel.show_channel(Channel(texts["channel"] or Channel.TRUNK_112))
        category = reference.categories.get(texts["category"])
        shown = (category.id, category_name(category)) if category else ("", texts["category_text"])
        if (self._category.code, self._category.text()) != shown:
            self._category.show_choice(*shown)
        self._answers = texts["answers"]
        self._priority.show_priority(texts["priority"], self._brought(texts["category"]))
        self._areas.show_texts(texts)
        for name, line in self._lines.items():
            if line.text() != texts[name]:
                line.setText(texts[name])
        self._proposals.show_for(texts)

    def finish_choices(self) -> None:
        """Take the best of what was typed into the choice that has the cursor, as leaving it would."""
        field = self.fields[self.focused() or "narrative"]
        if isinstance(field, ChoiceLine) and not field.code:
            field.take_best()

    def fit(self) -> None:
        """Take the present text size."""
        super().fit()
        self._priority.fit()
        self._narrative.fit()
        self._proposals.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape, where a field has no use for it."""
        field = self.focused()
        if event.key() == Qt.Key.Key_Escape and field is not None:
            self.escaped.emit(DRAFT_FIELD.get(field, field))
        else:
            super().keyPressEvent(event)

    @property
    def other_name(self) -> tuple[Place, str] | None:
        """The place that was taken and still stands in the form, where the caller called it otherwise."""
        found = self._address.other_name
        where = f"{self._address.text()}\n{self._lines['landmark'].text()}"
        return found if found is not None and found[0].name in where else None

    def take_place(self, in_vain: Callable[[], None]) -> None:
        """Take the first place offered below the address, else the one heard, also if that is still to come.

        `in_vain` is called where there is none.
        """
        if self._address.take(0) or self._told.take():
            return
        if not (self._address.take_later(in_vain) or self._told.take_later(in_vain)):
            in_vain()

    def take_category(self, row: int, in_vain: Callable[[], None]) -> None:
        """Take a category proposed below the narrative, also if that is still to come.

        `in_vain` is called where there is none.
        """
        category = self._session.reference.categories.get(self._proposals.take(row) or "")
        if category is not None:
            self._category.show_choice(category.id, category_name(category))
            self._category_typed("")
        elif not self._proposals.take_later(partial(self.take_category, row, in_vain)):
            in_vain()

    def _connect(self) -> None:
        self._proposals.found.connect(lambda: self._proposals.show_for(self.texts()))
        self._narrative.edited.connect(self._narrative_typed)
        self._address.taken.connect(self._place_taken)
        self._priority.edited.connect(partial(self.edited.emit, "priority"))
        self._channel.edited.connect(partial(self.edited.emit, "channel"))
        self._areas.edited.connect(partial(self.edited.emit, "area"))
        self._category.textEdited.connect(self._category_typed)
        self._category.chosen.connect(self._category_typed)
        self._lines["point"].textEdited.connect(self._follow_point)
        for name, line in self._lines.items():
            line.textEdited.connect(lambda _text, name=name: self.edited.emit(name))
        for name, field in self.fields.items():
            if isinstance(field, LineField | AddressLine | ChoiceLine | NarrativeField):
                field.left.connect(partial(self.left.emit, DRAFT_FIELD.get(name, name)))

    def _kept_from_places(self) -> set[str]:
        """Fields in which something stands that no place has filled."""
        lines = {name: self._lines[name].text() for name in ("landmark", "rt_rw")}
        return {name for name, text in lines.items() if text not in ("", self._placed.get(name))}

    def _place_taken(self, texts: Mapping[str, str]) -> None:
        """Fill what is empty, or was filled by the place taken before; what was typed by hand stays."""
        before, self._placed = self._placed, texts
        for name in ("landmark", "rt_rw", "point"):
            line, new = self._lines[name], texts.get(name, "")
            if line.text() != new and line.text() in ("", before.get(name)):
                line.setText(new)
                self.edited.emit(name)
        if "area" in texts and self._areas.texts()["area"] in (
            "",
            before.get("area"),
            self._point_area.filled,
        ):
            self._show_area(texts["area"])
        self._follow_point()
        self.edited.emit("address")

    def turn_to_another_call(self) -> None:
        """Forget what was filled in of itself: in another call all that stands there was meant."""
        self._placed, self._point_area = {}, PointArea()
        self._address.other_name = None
        self._proposals.turn_to_another_call()
        self._told.turn_to_another_call()

    def area_said(self) -> Said | None:
        """What the borders say about the point and the kelurahan."""
        area = self._areas.texts()["area"]
        return area_said(self._located(), area, self._session.reference)

    def take_next_area(self) -> bool:
        """Take the next kelurahan in which the point may lie; whether there is one."""
        area = following(self._located(), self._areas.texts()["area"])
        if area is None:
            return False
        self._show_area(area)
        return True

    def _located(self) -> Located | None:
        return self._point_area.located(self._lines["point"].text(), self._session.around)

    def _follow_point(self) -> None:
        """Fill in the kelurahan of the point, unless one was chosen by hand."""
        located, area = self._located(), self._areas.texts()["area"]
        if located is not None and located.area and area in ("", self._point_area.filled):
            self._point_area.filled = located.area
            self._show_area(located.area)

    def _show_area(self, code: str) -> None:
        if self._areas.texts()["area"] != code and code in self._session.reference.areas:
            self._areas.show_texts({"area": code, "area_text": "", "kecamatan_text": ""})
            self.edited.emit("area")

    def _brought(self, category: str) -> Priority:
        """The priority that the category and the answers to its card lead to."""
        return brought_urgency(category, self._answers, self._session.around).priority

    def say(self, text: str) -> None:
        """Type a text into the narrative."""
        self._narrative.insertPlainText(text)

    def _narrative_typed(self) -> None:
        self._listen(self._narrative.toPlainText())
        self.edited.emit("narrative")

    def _listen(self, narrative: str) -> None:
        self._proposals.consider(narrative)
        self._told.consider(narrative)

    def _category_typed(self, _text: str) -> None:
        self._priority.show_priority(self._priority.override, self._brought(self._category.code))
        self._proposals.show_for(self.texts())
        self.edited.emit("category")

"""A question inside a panel, whose options leave it readable."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tests.ui.driver import Driver
from ui.choice_field import ChoiceField, Option
from ui.prompt import Ask, Prompt
from ui.theme import Look


def test_options_that_have_no_room_below_leave_what_is_asked_in_sight(driver: Driver) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    column.addStretch(1)
    prompt = Prompt(Look(), window)
    column.addWidget(prompt)
    driver.show(window, 600, 400)
    options = [Option(str(each), f"Damkar {each}") for each in range(6)]
    prompt.ask("Crew in distress", [Ask("unit", "Which crew?", find=lambda _text: options)], lambda _: None)
    driver.type("d")
    field = prompt.findChild(ChoiceField)
    assert isinstance(field, ChoiceField)
    assert field.popup.isVisible()
    assert field.popup.geometry().bottom() < prompt.y()
    window.deleteLater()

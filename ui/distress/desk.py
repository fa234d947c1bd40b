"""The keys of a distress: raise it, take it, send help, end it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from desktop.domain.board import Case, case_of
from desktop.domain.distress import Distress, DistressEnd
from desktop.domain.units import BUSY, FREE, Unit, UnitStatus
from desktop.operations.call_signs import by_call_sign
from desktop.operations.choosing import Choice, chooser_of
from desktop.operations.distress import end_distress, raise_distress, take_distress
from desktop.operations.typed_names import find
from desktop.operations.units import assign_units
from ui.actions import Actions
from ui.asking import Topic, ask_and_act
from ui.basis import Basis
from ui.choice_field import Find, Option
from ui.distress.helping import Helping
from ui.distress.strip import DistressStrip
from ui.distress.words import key
from ui.once import Once
from ui.place_warnings.reading import Reading
from ui.prompt import Answers, Ask, Prompt
from ui.referrals.speech import agency_names
from ui.session import Level, Session
from ui.words import word

Typed = tuple[QWidget | None, str]
"""Where the cursor is, and what is typed there."""


class DistressDesk(QObject):
    """One key raises the alarm for the unit on which the cursor rests; else it asks for which."""

    asks_to_tell = Signal(str, tuple)
    """The incident, and the codes of the agencies that are to be told."""

    def __init__(
        self,
        session: Session,
        actions: Actions,
        prompt: Prompt,
        named: Callable[[], str],
        selected: Callable[[], Case | None],
        parent: QObject,
    ) -> None:
        """`named`: the unit on which the cursor rests, by id; empty where it rests on none."""
        super().__init__(parent)
        self._session = session
        self._prompt = prompt
        self._named = named
        self._selected = selected
        self._raising, self._taking = Once(session), Once(session)
        self._then: list[Callable[[], None]] = []
        """Keys for the distress that is being raised."""
        self._wants_help: tuple[str, Typed] | None = None
        """The distress for which help is sent once it is known who can come."""
        self._under_way = False
        self._helping = Helping(session, self)
        self._warnings = Reading(session, selected, self)
        self._helping.changed.connect(self._help_known)
        self.strip = DistressStrip(session, self._helping)
        actions.bind("crew.distress", self.raise_it)
        actions.bind("crew.distress_taken", self.take)
        actions.bind("crew.distress_help", self.send_help)
        actions.bind("crew.distress_end", self.end_it)

    def raise_it(self) -> None:
        """For the unit on which the cursor rests at once; else for the one that is answered."""
        unit = self._session.board.units.get(self._named())
        if unit is not None:
            self._raise(unit)
            return
        likely = self._likely()
        ask = Ask(
            "unit",
            self.tr("Which crew is in distress?"),
            find=self._units(),
            needed=self.tr("Which unit?"),
            text="" if likely is None else likely.call_sign,
            code="" if likely is None else likely.id,
            select=True,
        )
        self._prompt.ask(self.tr("Crew in distress"), [ask], self._answered, at_once=True)

    def take(self) -> None:
        """Take the one that is shown; of one that somebody took, show the card or put it away."""
        if self._waits(self.take):
            return
        one = self._open() if self._is_seen() else None
        if one is not None and one.waits:
            self._taking.perform(one.id, lambda: take_distress(self._session.desk, one))
        elif one is not None:
            self.strip.turn_card()

    def send_help(self) -> None:
        """Send who is proposed to the incident, then ask whether the police was told."""
        if self._is_seen():
            self._send_help(_typed())

    def _send_help(self, typed: Typed) -> None:
        """`typed`: as it was when the key was pressed."""
        if self._waits(lambda: self._send_help(typed)):
            return
        one, found = self._open(), self._helping.found
        if one is None or self._under_way:
            return
        case = case_of(self._session.board.cases, one.incident)
        if case is None:
            self._say(self.tr("No incident stands behind it: open one, then send units to it."))
            return
        if found is None:
            self._wants_help = (one.id, typed)
            return
        board = self._session.board
        units = [board.units[pick.unit] for pick in found.picks if pick.unit in board.units]
        units = [each for each in units if each.status in FREE]
        if not units:
            self._tell(case, found.tell, typed)
            return
        if self._warnings.unread(case):
            self._say(self._warnings.words(case))
            return
        self._under_way = True

        def done(_done: object) -> None:
            self._under_way = False
            self._tell(case, found.tell, typed)

        def refused(text: str) -> None:
            self._under_way = False
            self._say(text)

        act = assign_units(self._session.desk, case.incident, units, recommended=found)
        self._session.perform(act, done=done, refused=refused)

    def end_it(self) -> None:
        """Ask how it ended, and who said so."""
        one = self._open()
        if one is None:
            return
        asks = [
            Ask(
                "how",
                self.tr("How did it end?"),
                find=self._ends(),
                needed=self.tr("Safe, or a false alarm?"),
            ),
            Ask("who", self.tr("Who said so?"), needed=self.tr("Who said so?")),
        ]
        unit = self._session.board.units.get(one.unit)
        name = unit.call_sign if unit else one.unit
        title = self.tr("Distress of {unit} ends").format(unit=name)
        over = self.tr("{unit}: the distress is over").format(unit=name)
        basis = Basis(one, lambda: self._known(one.id))
        ask_and_act(
            self._session,
            self._prompt,
            Topic(one.id, "distress_end"),
            title,
            asks,
            lambda answers: basis.upon(
                lambda one: end_distress(self._session.desk, one, DistressEnd(answers["how"]), answers["who"])
            ),
            lambda _done, _answers: self._session.said.emit(over, Level.DONE),
        )

    def _answered(self, answers: Answers) -> None:
        """The question is over at once: the next key may be for the alarm already."""
        self._prompt.done()
        self._raise(self._session.board.units[answers["unit"]])

    def _raise(self, unit: Unit) -> None:
        if unit.id in self._session.board.distress:
            text = self.tr("{unit}: the alarm was raised already. {key} takes it.")
            self._say(text.format(unit=unit.call_sign, key=key("crew.distress_taken")))
            return
        running = self._session.board.running_assignment(unit.id)
        if not self._raising.under_way:
            self._then.clear()  # of one that was refused
        self._raising.perform(
            unit.id, lambda: raise_distress(self._session.desk, unit, running), lambda _done: self._raised()
        )

    def _raised(self) -> None:
        then, self._then = self._then, []
        for each in then:
            each()

    def _waits(self, work: Callable[[], None]) -> bool:
        """Whether a key comes while nothing but what is being raised can be meant by it: it is done then."""
        waits = self.strip.shown is None and self._raising.under_way
        if waits:
            self._then.append(work)
        return waits

    def _is_seen(self) -> bool:
        """Whether who is in distress now was shown already when the key was pressed; else that is said."""
        if self.strip.shown is not None and self.strip.just_turned:
            self._say(self.tr("Another crew is shown now: look, then press the key again."))
            return False
        return True

    def _help_known(self) -> None:
        one, wanted = self.strip.shown, self._wants_help
        if one is not None and wanted is not None and self._helping.found is not None:
            self._wants_help = None
            if one.id == wanted[0]:
                self._send_help(wanted[1])

    def _tell(self, case: Case, agencies: Sequence[str], typed: Typed) -> None:
        """Ask whether they were told; whoever types something else by now is only told so."""
        if not agencies:
            return
        if typed == _typed():
            self.asks_to_tell.emit(case.id, tuple(agencies))
            return
        text = self.tr("To be told of {number}: {agencies} ({key})")
        number, names = self._session.number(case), agency_names(self._session.reference, agencies)
        self._say(text.format(number=number, agencies=names, key=key("incident.refer")))

    def _open(self) -> Distress | None:
        one = self.strip.shown
        if one is None:
            self._say(
                self.tr("No crew is in distress. {key} raises the alarm.").format(key=key("crew.distress"))
            )
        return one

    def _known(self, distress: str) -> Distress | None:
        """By its id: its unit may be in another one by then."""
        return next((one for one in self._session.board.distress.values() if one.id == distress), None)

    def _units(self) -> Find:
        """All units: those of the selected incident first, then those at work, those on scene before them.

        As everywhere by part of the call sign (`dam1`), else by what is alike: nobody spells well now.
        """
        there = self._there()
        units = sorted(
            self._session.units_by_call_sign(),
            key=lambda one: (one not in there, one.status is not UnitStatus.ON_SCENE, one.status not in BUSY),
        )
        known = {one.id: one for one in units}
        named = by_call_sign(units)
        chooser = chooser_of(Choice(one.id, one.call_sign) for one in units)

        def options(text: str) -> Sequence[Option]:
            alike = (match.choice.code for match in chooser.find(text, limit=len(known)))
            found = dict.fromkeys((*find(text, named), *alike))
            return [Option(one, known[one].call_sign, word(known[one].status)) for one in found]

        return options

    def _likely(self) -> Unit | None:
        """The unit on scene of the selected incident, where there is just one: Enter takes it."""
        there = self._there()
        on_scene = [one for one in there if one.status is UnitStatus.ON_SCENE] or there
        return on_scene[0] if len(on_scene) == 1 else None

    def _there(self) -> list[Unit]:
        case, units = self._selected(), self._session.board.units
        return [] if case is None else [units[one.unit] for one in case.running if one.unit in units]

    def _ends(self) -> Find:
        options = (
            Option(DistressEnd.OVER, self.tr("crew safe")),
            Option(DistressEnd.FALSE_ALARM, self.tr("false alarm")),
        )
        chooser = chooser_of(Choice(one.code, one.text) for one in options)
        by_code = {one.code: one for one in options}
        return lambda text: [by_code[match.choice.code] for match in chooser.find(text)]

    def _say(self, text: str) -> None:
        self._session.said.emit(text, Level.PROBLEM)


def _typed() -> Typed:
    """Where the cursor is, and what is typed there."""
    focus = QApplication.focusWidget()
    if isinstance(focus, QLineEdit):
        return focus, focus.text()
    return focus, focus.toPlainText() if isinstance(focus, QPlainTextEdit) else ""

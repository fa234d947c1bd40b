"""The page of crews: who is on duty where since when; signed on and off by keys."""

from collections.abc import Awaitable, Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.kinds_calls import SENDERS
from desktop.domain.kinds_shifts import OF_CREWS
from desktop.domain.shifts import Crew, duty_time, shift_to_sign
from desktop.domain.units import Unit, UnitStatus
from desktop.live.board import BoardChange
from desktop.operations.desk import Outcome, StoreError
from desktop.operations.orders.of_crews import MOST, read_crew
from desktop.operations.shifts import crews_on_duty, sign_off, sign_on
from ui import problems
from ui.asking import Topic, ask_and_act
from ui.basis import Basis
from ui.list_page import ListPage
from ui.listing import ListModel, ListRow, ListTable
from ui.panel import label
from ui.prompt import Answers, Ask, Prompt
from ui.session import Level, Session
from ui.times import age_text
from ui.words import word


class CrewsPage(ListPage):
    """Enter signs a crew on, Delete signs it off."""

    def __init__(self, session: Session, over: QWidget) -> None:
        super().__init__(session.look, over, 1180, 620)
        self._session = session
        self._crews: Mapping[str, Crew] = {}
        self.model = ListModel(session.look, self._heads())
        self.table = ListTable(self.model, wide=4)
        self.table.setAccessibleName(self.tr("Crews on duty"))
        self.summary = label("", "plain")
        self.summary.setWordWrap(True)
        self.prompt = Prompt(session.look)
        column = QVBoxLayout(self)
        column.addWidget(label(self.tr("Crews on duty"), "title"))
        column.addWidget(self.summary)
        column.addWidget(self.table, 1)
        column.addWidget(self.prompt)
        column.addWidget(label(self.tr("Enter: sign a crew on · Delete: sign it off · Esc: back"), "hint"))
        self.table.entered.connect(self._sign_on)
        self.table.deleted.connect(self._sign_off)
        self.table.escaped.connect(self.leave)
        session.board_changed.connect(self._board_changed)
        session.ticked.connect(self._refresh)

    def toggle(self) -> None:
        """Show the crews, or put the page away; whoever looks at names is written down."""
        super().toggle()
        if self.isVisible():
            self._session.start(self._read(), "read crews")

    def _heads(self) -> tuple[str, ...]:
        return (
            self.tr("Post"),
            self.tr("Unit"),
            self.tr("Status"),
            self.tr("People"),
            self.tr("Names"),
            self.tr("Shift"),
            self.tr("On duty for"),
            self.tr("Signed by"),
        )

    async def _read(self) -> None:
        try:
            self._crews = await crews_on_duty(self._session.desk)
        except StoreError as error:
            self._session.said.emit(problems.of_store(error), Level.PROBLEM)
        self._refresh()

    def _board_changed(self, change: BoardChange) -> None:
        if not self.isVisible():
            return
        if any(kind in OF_CREWS for _act, kind, _by in change.acts):
            self._session.start(self._read(), "read crews")
        elif change.units or change.reference:
            self._show()

    def _show(self) -> None:
        stations = self._session.reference.stations
        order = {code: at for at, code in enumerate(stations)}
        fleet = self._session.units_by_call_sign()
        fleet.sort(key=lambda unit: order.get(unit.station, len(order)))
        self.model.show([self._row(one) for one in fleet])
        self.summary.setText(self._summary(fleet))

    def _row(self, unit: Unit) -> ListRow:
        session, reference = self._session, self._session.reference
        station = reference.stations.get(unit.station)
        time = duty_time(unit, session.clock.now())
        known = self._crews.get(unit.id)
        crew = known if known is not None and known.sign.signed_at == unit.duty_since else None
        shift = reference.shifts.get(unit.shift or "")
        signed = time is not None
        cells = (
            station.name if station is not None else unit.station,
            unit.call_sign,
            word(unit.status),
            str(unit.head_count) if unit.head_count else "–",
            (crew.private.names or "") if crew is not None and signed else "",
            shift.name if shift is not None and signed else "",
            age_text(time) if time is not None else self.tr("not signed on"),
            reference.operator_name(crew.sign.signed_by) if crew is not None and signed else "",
        )
        return ListRow(unit.id, cells)

    def _summary(self, fleet: list[Unit]) -> str:
        """The shift, and at each post how many people are signed on, of how many that belong there."""
        session = self._session
        now, zone = session.clock.now(), session.clock.zone
        shift = shift_to_sign(session.reference.shifts.values(), now, zone)
        parts = []  # posts have a dot in their names
        if shift is not None:
            text = self.tr("Shift {name}, {begins} to {ends}, signed on")
            parts.append(text.format(name=shift.name, begins=shift.begins, ends=shift.ends))
        for code, station in session.reference.stations.items():
            here = [one for one in fleet if one.station == code]
            people = sum(one.head_count for one in here if duty_time(one, now) is not None)
            if not here:
                continue
            wanted = shift.people if shift is not None else 0
            count = self.tr("{people} of {wanted}").format(people=people, wanted=wanted)
            parts.append(f"{station.name}: {count if wanted else people}")
        return "; ".join(parts)

    def _sign_on(self, row: str) -> None:
        unit = self._unit(row)
        if unit is None:
            return
        session = self._session
        title = self.tr("Sign a crew on to {unit}").format(unit=unit.call_sign)
        if duty_time(unit, session.clock.now()) is not None:
            title = self.tr("Relieve the crew of {unit}").format(unit=unit.call_sign)
        ask = Ask(
            "crew",
            self.tr("Names with commas, or how many people: “3”, “made, wayan”, “3 made”"),
            needed=self.tr("Type names, or how many people."),
            check=self._check,
        )

        basis = Basis(unit, lambda: session.board.units.get(row))

        def act(answers: Answers) -> Awaitable[Outcome]:
            count, names = read_crew(answers["crew"]) or (1, ())
            shift = shift_to_sign(session.reference.shifts.values(), session.clock.now(), session.clock.zone)
            return basis.upon(lambda unit: sign_on(session.desk, unit, shift, count, ", ".join(names)))

        ask_and_act(
            session,
            self.prompt,
            Topic(unit.id, "sign_on"),
            title,
            [ask],
            act,
            lambda _done, answers: self._tell(f"{unit.call_sign}: {answers['crew']}"),
        )

    def _check(self, text: str) -> str | None:
        if read_crew(text) is not None:
            return None
        words = self.tr("From 1 to {most} people, and nobody named is left out of the count.")
        return words.format(most=MOST)

    def _sign_off(self, row: str) -> None:
        unit = self._unit(row)
        if unit is None:
            return
        if unit.status is UnitStatus.OFF_DUTY:
            self._session.said.emit(self.tr("Nobody is on duty there."), Level.PROBLEM)
            return
        basis = Basis(unit, lambda: self._session.board.units.get(row))
        ask_and_act(
            self._session,
            self.prompt,
            Topic(unit.id, "sign_off"),
            self.tr("Sign off: {unit} goes off duty").format(unit=unit.call_sign),
            [Ask("note", self.tr("Note, if any"))],
            lambda answers: basis.upon(lambda unit: sign_off(self._session.desk, unit, answers["note"])),
            lambda _done, _answers: self._tell(self.tr("{unit} is off duty.").format(unit=unit.call_sign)),
        )

    def _unit(self, row: str) -> Unit | None:
        if not SENDERS & self._session.desk.author.roles:
            self._session.said.emit(self.tr("Your role does not allow this."), Level.PROBLEM)
            return None
        return self._session.board.units.get(row)

    def _tell(self, text: str) -> None:
        self._session.said.emit(text, Level.DONE)

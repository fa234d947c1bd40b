"""The keys of the call panel: what each command of the table does with the open calls."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from desktop.domain.board import CallEntry, Case
from desktop.domain.calls import CallType
from desktop.domain.disclosure import may_take_calls
from desktop.domain.incidents import Incident
from ui.actions import Actions
from ui.intake.blocking import Blocking
from ui.intake.calls import Calls
from ui.intake.ends import COMMANDS
from ui.intake.form import Form
from ui.intake.form_layout import DRAFT_FIELD
from ui.intake.same import SameEvents
from ui.intake.work import CallWork
from ui.session import Level, Session

ChosenCaller = Callable[[], tuple[CallEntry, Incident] | None]
"""The caller on whom the panel of an incident rests, with that incident."""
PROPOSED = ("call.category_1", "call.category_2", "call.category_3")


class Keys(QObject):
    """Binds the commands about calls. Each acts as if the cursor had left its field first."""

    def __init__(
        self,
        session: Session,
        calls: Calls,
        form: Form,
        blocking: Blocking,
        same: SameEvents,
        selected: Callable[[], Case | None],
        chosen_caller: ChosenCaller,
        panel: QWidget,
    ) -> None:
        super().__init__(panel)
        self._session = session
        self._calls = calls
        self._form = form
        self._blocking = blocking
        self._same = same
        self._selected = selected
        self._chosen_caller = chosen_caller
        self._panel = panel

    def bind(self, actions: Actions) -> None:
        """Let the commands work."""
        bind = actions.bind
        bind("call.new", self._answer)
        bind("call.open_incident", self._open_incident)
        bind("call.next", self._next)
        bind("call.hold", self._calls.hold_or_resume)
        bind("call.hang_up", self._hang_up)
        for call_type, command in COMMANDS.items():
            bind(command, partial(self._end, call_type))
        bind("call.undo_end", self._undo_end)
        bind("call.join", self._join)
        bind("call.join_likely", self._join_likely)
        bind("call.other_likely", self._other_likely)
        bind("call.part", self._part)
        bind("call.join_next", self._join_next)
        bind("call.short", self._short)
        bind("call.block", self._block)
        bind("call.real", self._real)
        bind("call.take_held", self._take_held)
        bind("call.go", self._go_key)
        bind("call.to_address", partial(self._go_to, "address"))
        bind("call.to_number", partial(self._go_to, "number"))
        bind("call.more", self._more, self._panel)
        for row, command in enumerate(PROPOSED):
            bind(command, partial(self._take_category, row), self._panel)
        bind("call.place", self._take_place, self._panel)
        bind("call.area", self._take_next_area, self._panel)
        bind("call.write_over", self._write_over, self._panel)

    def go(self) -> None:
        """Put the cursor into the current call."""
        work = self._calls.current
        if work is None:
            self._panel.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            field = work.call.field
            self._form.go_to(field)
            work.call.field = field  # not the one left on the way, which was another call's

    def _go_key(self) -> None:
        """To the call where it was left; from a field of it to what the caller says."""
        if self._calls.current is not None and self._form.focused() is not None:
            self._go_to("narrative")
        else:
            self.go()

    def pick(self, call: str) -> None:
        """Go to a call whose tab was clicked."""
        self.leave_field()
        self._calls.pick(call)
        self.go()

    def leave_field(self) -> None:
        """Keys act on what stands in the field, as if the cursor had left it."""
        field = self._form.focused()
        work = self._calls.current
        if work is not None and field is not None:
            self._form.finish_choices()
            work.call.field = field
            work.leave(DRAFT_FIELD.get(field, field))

    def _answer(self) -> None:
        if not may_take_calls(self._session.desk.author.roles):
            self._say(self.tr("Your role takes no calls: sign in as a call taker or dispatcher."))
            return
        self.leave_field()
        self._calls.answer()
        self.go()

    def _next(self) -> None:
        self.leave_field()
        self._calls.next()
        self.go()

    def _open_incident(self) -> None:
        if self._there_is_a_call():
            self._form.finish_choices()
            self._current().call.moved_up = False
            self._current().open_incident()

    def _hang_up(self) -> None:
        if self._there_is_a_call() and self._is_taken_up():
            if not self._current().call.done:  # else leaving would try to save what is to be let go
                self.leave_field()
            self._calls.hang_up()

    def _end(self, call_type: CallType) -> None:
        if not self._there_is_a_call() or not self._is_taken_up():
            return
        work = self._current()
        if work.will_have_incident and call_type is CallType.DROPPED and not work.will_be_over:
            self.leave_field()
            work.break_off()
            return
        if work.will_have_incident or work.will_be_over:
            text = self.tr(
                "The call has an incident or is over: F4 when the caller hung up, F8 when cut off."
            )
            self._say(text)
            return
        self._form.finish_choices()
        work.end(call_type)

    def _undo_end(self) -> None:
        if self._calls.last_end is None:
            self._say(self.tr("No end of a call can be taken back."))
            return
        self.leave_field()
        self._calls.undo_end()
        self.go()

    def _join(self) -> None:
        if not self._there_is_a_call():
            return
        case = self._selected()
        if case is None:
            self._say(self.tr("First select the incident in the list."))
            return
        self._form.finish_choices()
        self._current().join(case)
        self._hear_on()

    def _join_likely(self) -> None:
        if not self._there_is_a_call():
            return
        self._form.finish_choices()
        case = self._same.chosen()
        if case is None:
            self._say(self.tr("Nothing on the board is likely the same event."))
        elif not case.incident.is_open:
            self._say(self.tr("That incident is closed: Ctrl+Enter opens a new one."))
        else:
            self._current().join(case)
            self._hear_on()

    def _hear_on(self) -> None:
        """A call that joined by its number alone: what is typed next is what the caller says."""
        if not self._form.texts()["narrative"].strip():
            self._go_to("narrative")

    def _other_likely(self) -> None:
        if not self._same.choose_next():
            self._say(self.tr("No other incident is likely the same event."))

    def _join_next(self) -> None:
        """The next caller tells of the same: who waits here without incident first, else a new call."""
        last = self._session.board.cases.get(self._calls.last_incident or "")
        opened = self._calls.to_come
        if last is None and opened is None:
            self._say(self.tr("First open an incident or join a call to one."))
            return
        if not may_take_calls(self._session.desk.author.roles):
            self._say(self.tr("Your role takes no calls: sign in as a call taker or dispatcher."))
            return
        self.leave_field()
        waiting = [one for one in self._calls.works if not one.will_have_incident and not one.will_be_over]
        if waiting:
            self._calls.switch_to(waiting[0])
        else:
            self._calls.answer()
        if opened is not None:
            self._current().join_what_comes(opened)
        elif last is not None:
            self._current().join(last)
        self.go()

    def _short(self) -> None:
        self._form.show_short(not self._form.is_short)
        if self._calls.current is not None:
            self._form.go_to("address" if self._form.is_short else "narrative")

    def _part(self) -> None:
        """Part the call that the panel of the incident rests on; without one the current call."""
        work = self._calls.current
        chosen = self._chosen_caller()
        if chosen is not None:
            entry, incident = chosen
            if not entry.call.partable:
                self._say(self.tr("The incident was opened from this call: it cannot be parted."))
                return
            self.leave_field()
            self._calls.part(entry, incident)
        elif work is None or not work.will_be_partable:
            self._say(self.tr("Choose the caller in the incident, or be in the call that joined it."))
            return
        else:
            self.leave_field()
            work.part()
        self.go()

    def _block(self) -> None:
        self.leave_field()
        current = self._calls.current
        if current is not None and current.call.moved_up:  # nobody took it up: the one that ended is meant
            current = None
        self._blocking.toggle(current or self._calls.last_ended or self._calls.current)

    def _real(self) -> None:
        if self._there_is_a_call():
            self.leave_field()
            self._blocking.overrule(self._current())

    def _take_held(self) -> None:
        if not may_take_calls(self._session.desk.author.roles):
            self._say(self.tr("Your role takes no calls: sign in as a call taker or dispatcher."))
            return
        self.leave_field()
        if self._calls.take_held():
            self.go()
        else:
            self._say(self.tr("Nobody is on hold."))

    def call_back(self, lost: CallEntry) -> None:
        """Call the caller of a lost call back, with the cursor in his call."""
        self.leave_field()
        self._calls.call_back(lost)
        self.go()

    def _more(self) -> None:
        if self._there_is_a_call():
            self._form.show_more(True)
            self._form.go_to("rang_at")

    def _take_place(self) -> None:
        text = self.tr("No place is offered or heard: type into the address.")
        self._form.take_place(partial(self._say, text))

    def _take_next_area(self) -> None:
        if not self._form.take_next_area():
            self._say(self.tr("No point with a kelurahan near it stands in the call."))

    def _take_category(self, row: int) -> None:
        if self._there_is_a_call():
            text = self.tr("No such category is proposed: what was chosen by hand stays.")
            self._form.take_category(row, partial(self._say, text))

    def _go_to(self, field: str) -> None:
        """Put the cursor into a field: the one left is as if it had been left by Tab."""
        if self._there_is_a_call():
            self.leave_field()
            self._form.go_to(field)

    def _write_over(self) -> None:
        if self._there_is_a_call():
            self._current().write_over()

    def _current(self) -> CallWork:
        assert self._calls.current is not None
        return self._calls.current

    def _there_is_a_call(self) -> bool:
        if self._calls.current is None:
            self._say(self.tr("No call is open: F2 takes one."))
        return self._calls.current is not None

    def _is_taken_up(self) -> bool:
        """Whether the call is meant: a key pressed once too often must not end the one that moved up."""
        moved_up = self._current().call.moved_up
        if moved_up:
            self._say(self.tr("That call is over. Shift+F3 takes up the one that is shown now."))
        return not moved_up

    def _say(self, text: str) -> None:
        self._session.said.emit(text, Level.PROBLEM)

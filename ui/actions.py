"""The command table: every action with its key, its words and where it works.

Menus, key sheet and shortcuts are made from it. Keys that later parts need are kept free in `KEPT_KEYS`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.marking import QT_TRANSLATE_NOOP

_N = QT_TRANSLATE_NOOP


class Scope(StrEnum):
    """Where a key works: everywhere, or only inside one panel."""

    EVERYWHERE = "everywhere"
    INTAKE = "intake"
    LIST = "list"
    PANE = "pane"
    UNITS = "units"


class Group(StrEnum):
    """The menu under which a command stands."""

    CALL = "call"
    INCIDENT = "incident"
    UNITS = "units"
    VIEW = "view"
    DESK = "desk"


GROUP_WORDS = {
    Group.CALL: _N("Commands", "Call"),
    Group.INCIDENT: _N("Commands", "Incident"),
    Group.UNITS: _N("Commands", "Units and agencies"),
    Group.VIEW: _N("Commands", "View"),
    Group.DESK: _N("Commands", "Desk"),
}
SCOPE_WORDS = {
    Scope.EVERYWHERE: _N("Commands", "everywhere"),
    Scope.INTAKE: _N("Commands", "in the call"),
    Scope.LIST: _N("Commands", "in the list"),
    Scope.PANE: _N("Commands", "in the incident"),
    Scope.UNITS: _N("Commands", "at the units"),
}


@dataclass(frozen=True, slots=True)
class Command:
    """One action. `words` is the source text; `key` is written as Qt writes it."""

    id: str
    group: Group
    key: str
    words: str
    scope: Scope = Scope.EVERYWHERE


_C, _I, _U, _V, _D = Group.CALL, Group.INCIDENT, Group.UNITS, Group.VIEW, Group.DESK

COMMANDS: tuple[Command, ...] = (
    Command("call.new", _C, "F2", _N("Commands", "New call")),
    Command("call.open_incident", _C, "Ctrl+Return", _N("Commands", "Open the incident")),
    Command("call.next", _C, "F3", _N("Commands", "Next call")),
    Command("call.hold", _C, "Shift+F3", _N("Commands", "Hold the call or speak again")),
    Command("call.hang_up", _C, "F4", _N("Commands", "Caller hung up")),
    Command("call.prank", _C, "F6", _N("Commands", "End as prank")),
    Command("call.silent", _C, "F7", _N("Commands", "End as silent")),
    Command("call.dropped", _C, "F8", _N("Commands", "End as dropped")),
    Command("call.information", _C, "F9", _N("Commands", "End as information")),
    Command("call.wrong_number", _C, "F10", _N("Commands", "End as wrong number")),
    Command("call.outside_area", _C, "F11", _N("Commands", "End as outside the area")),
    Command("call.mistake", _C, "F12", _N("Commands", "End as opened by mistake or test")),
    Command("call.undo_end", _C, "Shift+F6", _N("Commands", "Take back the last end of a call")),
    Command("call.join", _C, "Ctrl+J", _N("Commands", "Join the call to the selected incident")),
    Command("call.join_likely", _C, "Alt+G", _N("Commands", "Join the call to the likely incident")),
    Command("call.other_likely", _C, "Alt+Shift+G", _N("Commands", "Next likely incident")),
    Command("call.part", _C, "Ctrl+Shift+J", _N("Commands", "Part the call from its incident")),
    Command("call.block", _C, "Ctrl+B", _N("Commands", "Block the number or lift its block")),
    Command("call.real", _C, "Alt+B", _N("Commands", "Take the blocked call as real")),
    Command("call.take_held", _C, "Ctrl+F3", _N("Commands", "Take the line that is on hold longest")),
    Command("call.back_list", _C, "Shift+F2", _N("Commands", "Calls to call back")),
    Command("call.to_address", _C, "Alt+L", _N("Commands", "Go to the address of the call")),
    Command("call.to_number", _C, "Alt+N", _N("Commands", "Go to the caller's number")),
    Command("call.more", _C, "Ctrl+E", _N("Commands", "Ring time and recording"), Scope.INTAKE),
    Command("call.category_1", _C, "Alt+1", _N("Commands", "Take the likeliest category"), Scope.INTAKE),
    Command(
        "call.category_2", _C, "Alt+2", _N("Commands", "Take the second category proposed"), Scope.INTAKE
    ),
    Command("call.category_3", _C, "Alt+3", _N("Commands", "Take the third category proposed"), Scope.INTAKE),
    Command(
        "call.place", _C, "Ctrl+1", _N("Commands", "Take a place offered (Ctrl+1 to Ctrl+5)"), Scope.INTAKE
    ),
    Command(
        "call.area", _C, "Ctrl+H", _N("Commands", "Take the next kelurahan near the point"), Scope.INTAKE
    ),
    Command("call.paper", _C, "Ctrl+Shift+E", _N("Commands", "Calls on paper, entered later")),
    Command("call.short", _C, "Ctrl+Shift+F", _N("Commands", "Short form: place, number, people hurt")),
    Command("call.join_next", _C, "Ctrl+F2", _N("Commands", "Next caller joins the same incident")),
    Command("card.answer_1", _C, "Alt+Q", _N("Commands", "First answer on the card"), Scope.INTAKE),
    Command("card.answer_2", _C, "Alt+W", _N("Commands", "Second answer"), Scope.INTAKE),
    Command("card.answer_3", _C, "Alt+E", _N("Commands", "Third answer"), Scope.INTAKE),
    Command("card.answer_4", _C, "Alt+R", _N("Commands", "Fourth answer"), Scope.INTAKE),
    Command("card.answer_5", _C, "Alt+T", _N("Commands", "Fifth answer"), Scope.INTAKE),
    Command(
        "card.back", _C, "Alt+Left", _N("Commands", "Question before, to correct its answer"), Scope.INTAKE
    ),
    Command("card.skip", _C, "Alt+Right", _N("Commands", "Next question"), Scope.INTAKE),
    Command("card.language", _C, "Ctrl+I", _N("Commands", "Questions in a visitor's language"), Scope.INTAKE),
    Command("card.rhythm", _C, "Ctrl+O", _N("Commands", "Rhythm for chest compressions")),
    Command("call.write_over", _C, "Ctrl+S", _N("Commands", "Save over what another wrote"), Scope.INTAKE),
    Command("incident.take", _I, "Ctrl+T", _N("Commands", "Take the incident or let it go")),
    Command("incident.note", _I, "Ctrl+N", _N("Commands", "Write a note")),
    Command("incident.correct", _I, "Ctrl+D", _N("Commands", "Correct the incident")),
    Command("incident.fact", _I, "Ctrl+Shift+T", _N("Commands", "Correct, take back or add a fact")),
    Command("place.keep", _I, "Ctrl+Shift+A", _N("Commands", "Keep the place for all desks")),
    Command("incident.close", _I, "Ctrl+W", _N("Commands", "Close the incident")),
    Command("incident.reopen", _I, "Ctrl+Shift+W", _N("Commands", "Open the incident again")),
    Command("incident.merge", _I, "Ctrl+M", _N("Commands", "Merge into another incident")),
    Command("incident.relate", _I, "Ctrl+Shift+M", _N("Commands", "Relate to another incident")),
    Command("incident.glass", _I, "Ctrl+Shift+G", _N("Commands", "Open a restricted incident for a reason")),
    Command("incident.restrict", _I, "Ctrl+Shift+X", _N("Commands", "Restrict the incident or lift that")),
    Command("incident.timeline", _I, "Ctrl+G", _N("Commands", "Go to the timeline")),
    Command("note.strike", _I, "Delete", _N("Commands", "Strike the note through"), Scope.PANE),
    Command("incident.refer", _U, "Ctrl+R", _N("Commands", "Refer to agencies")),
    Command("incident.referral", _U, "Ctrl+Shift+R", _N("Commands", "Answer of an agency")),
    Command("contacts.phone", _U, "Alt+K", _N("Commands", "Phone book: telephone somebody")),
    Command("incident.tell", _U, "Ctrl+Shift+C", _N("Commands", "Tell units and agencies, copy the text")),
    Command("incident.warnings_read", _U, "Alt+A", _N("Commands", "Warnings of the place: read")),
    Command("units.assign", _U, "Alt+U", _N("Commands", "Assign units")),
    Command("units.assign_recommended", _U, "F5", _N("Commands", "Assign what is recommended")),
    Command("units.swap", _U, "Shift+F5", _N("Commands", "Swap what is recommended")),
    Command("units.next", _U, "Alt+Y", _N("Commands", "Send a free unit to what waits for it")),
    Command("incident.alarm_up", _U, "Ctrl+F5", _N("Commands", "Raise the alarm: more units")),
    Command("incident.alarm_down", _U, "Ctrl+Shift+F5", _N("Commands", "Lower the alarm")),
    Command("units.status", _U, "Ctrl+U", _N("Commands", "Status of a unit")),
    Command("units.correct_stamp", _U, "Ctrl+Shift+U", _N("Commands", "Correct a time")),
    Command("crew.distress", _U, "Pause", _N("Commands", "Crew in distress: alarm every desk")),
    Command(
        "crew.distress_taken", _U, "Shift+Pause", _N("Commands", "Take the distress of a crew; its card")
    ),
    Command("crew.distress_help", _U, "Alt+Pause", _N("Commands", "Send help to the crew, tell the police")),
    Command("crew.distress_end", _U, "Alt+Shift+Pause", _N("Commands", "End a distress: who said so")),
    Command("units.crews", _U, "Ctrl+Shift+N", _N("Commands", "Crews on duty")),
    Command("list.go", _V, "Ctrl+L", _N("Commands", "Go to the incident list")),
    Command("list.filter", _V, "/", _N("Commands", "Filter the list"), Scope.LIST),
    Command("list.open", _V, "Ctrl+Shift+1", _N("Commands", "Show open incidents")),
    Command("list.waiting", _V, "Ctrl+Shift+2", _N("Commands", "Show waiting incidents")),
    Command("list.emergencies", _V, "Ctrl+Shift+3", _N("Commands", "Show emergencies")),
    Command("list.civic", _V, "Ctrl+Shift+4", _N("Commands", "Show civic work")),
    Command("list.closed", _V, "Ctrl+Shift+5", _N("Commands", "Show closed today")),
    Command("list.group", _V, "Ctrl+Shift+6", _N("Commands", "Group the list by place and category")),
    Command("list.sort_urgency", _V, "0", _N("Commands", "Sort by urgency"), Scope.LIST),
    Command("list.sort_number", _V, "1", _N("Commands", "Sort by number"), Scope.LIST),
    Command("list.sort_category", _V, "2", _N("Commands", "Sort by category"), Scope.LIST),
    Command("list.sort_place", _V, "3", _N("Commands", "Sort by place"), Scope.LIST),
    Command("list.sort_age", _V, "4", _N("Commands", "Sort by age"), Scope.LIST),
    Command("list.sort_phase", _V, "5", _N("Commands", "Sort by phase"), Scope.LIST),
    Command("list.sort_work", _V, "6", _N("Commands", "Sort by units and agencies"), Scope.LIST),
    Command("list.sort_holder", _V, "7", _N("Commands", "Sort by holder"), Scope.LIST),
    Command("call.go", _V, "Ctrl+P", _N("Commands", "Go to the call")),
    Command("units.go", _V, "Ctrl+Y", _N("Commands", "Go to the units")),
    Command("units.window", _V, "Ctrl+Shift+Y", _N("Commands", "Units in a window of their own")),
    Command("desk.look_up", _V, "Ctrl+F", _N("Commands", "Look up incidents and calls")),
    Command("desk.alarms", _V, "Alt+D", _N("Commands", "Alarms, the most dangerous first")),
    Command("desk.warnings", _V, "Ctrl+Shift+H", _N("Commands", "Warnings of places")),
    Command("desk.theme", _V, "Ctrl+Shift+D", _N("Commands", "Day or night")),
    Command("desk.larger", _V, "Ctrl++", _N("Commands", "Larger text")),
    Command("desk.smaller", _V, "Ctrl+-", _N("Commands", "Smaller text")),
    Command("desk.order", _D, "Ctrl+K", _N("Commands", "Command line: type any order")),
    Command("desk.memos", _D, "Alt+P", _N("Commands", "Reminders and messages")),
    Command("desk.remind", _D, "Alt+I", _N("Commands", "Set a reminder")),
    Command("desk.message", _D, "Alt+S", _N("Commands", "Send a message to another desk")),
    Command("desk.sounds", _D, "Alt+O", _N("Commands", "Try the sounds, choose their device")),
    Command("desk.take_back", _D, "Alt+Z", _N("Commands", "Take back what was just done (15 s)")),
    Command("desk.keys", _D, "F1", _N("Commands", "Keys")),
    Command("desk.menu", _D, "Alt+M", _N("Commands", "Menu")),
    Command("desk.kept", _D, "Ctrl+Shift+K", _N("Commands", "What was kept and not accepted")),
    Command("desk.restored", _D, "Ctrl+Shift+B", _N("Commands", "What is from before a restore")),
    Command("desk.pin", _D, "Ctrl+Shift+P", _N("Commands", "Set a PIN for outages")),
    Command("desk.cards", _D, "Ctrl+Shift+I", _N("Commands", "Question cards and their approval")),
    Command("desk.plans", _D, "Alt+Shift+P", _N("Commands", "Response plans, for an administrator")),
    Command("desk.load", _D, "Alt+Shift+O", _N("Commands", "Load of each desk")),
    Command("desk.hand_over", _D, "Ctrl+Shift+V", _N("Commands", "Handing over")),
    Command("desk.desks", _D, "Ctrl+Shift+O", _N("Commands", "Desks signed in")),
    Command("desk.password", _D, "Ctrl+Shift+S", _N("Commands", "Change the own password")),
    Command("desk.lock", _D, "Ctrl+Shift+L", _N("Commands", "Lock, or let another operator sign in")),
    Command("desk.quit", _D, "Ctrl+Q", _N("Commands", "Quit")),
)
"""In the order of menus and key sheet."""

KEPT_KEYS = tuple(f"Alt+{digit}" for digit in range(4, 10))
"""Keys that no command may take: proposals."""

OWN_KEYS = "own_keys"
"""Property of a widget: keys of commands that mean something else in it, as a list of texts."""

_DRAWN = {"Return": "Enter", "Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}
"""What stands on a key that Qt has another word for."""

BY_ID = {command.id: command for command in COMMANDS}


def words_of(command: Command) -> str:
    """A command's words in the operator's language."""
    return QCoreApplication.translate("Commands", command.words)


def key_text(command: Command) -> str:
    """The key as it is drawn: `Ctrl+Enter`, `Alt+←`."""
    held, plus, last = command.key.rpartition("+")
    return f"{held}{plus}{_DRAWN.get(last, last)}"


class Actions:
    """The actions of one window, made from the table and bound by the panels."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._made: dict[str, QAction] = {}
        self._enabled = True
        self._keys = _CommandKeys(window)

    def bind(self, command_id: str, handler: Callable[[], None], panel: QWidget | None = None) -> QAction:
        """Let a command do something. A command with a scope of its own works inside `panel`."""
        command = BY_ID[command_id]
        action = QAction(words_of(command), self._window)
        action.setEnabled(self._enabled)
        keys = [QKeySequence(command.key)]
        if "Return" in command.key:
            keys.append(QKeySequence(command.key.replace("Return", "Enter")))
        action.setShortcuts(keys)
        owner = self._window if panel is None or command.scope is Scope.EVERYWHERE else panel
        inside = command.scope is not Scope.EVERYWHERE
        if not inside or command.key.startswith(("Ctrl+", "Alt+")):
            self._keys.keep(keys)
        action.setShortcutContext(
            Qt.ShortcutContext.WidgetWithChildrenShortcut if inside else Qt.ShortcutContext.WindowShortcut
        )
        action.triggered.connect(lambda _checked=False: handler())
        owner.addAction(action)
        self._made[command_id] = action
        return action

    def trigger(self, command_id: str) -> None:
        """Do what a command does."""
        self._made[command_id].trigger()

    def press(self, event: QKeyEvent, focus: QWidget) -> bool:
        """Do what a key means while a widget has the focus; whether it is a command's there."""
        keys = QKeySequence(event.keyCombination())
        if keys.toString() in (focus.property(OWN_KEYS) or ()):
            return False
        for action in self._made.values():
            if action.isEnabled() and keys in action.shortcuts() and _reaches(action, focus):
                action.trigger()
                return True
        return False

    def action(self, command_id: str) -> QAction:
        """The action of a command. KeyError when nobody bound it."""
        return self._made[command_id]

    def set_enabled(self, enabled: bool) -> None:
        """Let commands work, also those bound later, or none of them: while the screen is locked."""
        self._enabled = enabled
        for action in self._made.values():
            action.setEnabled(enabled)

    def close(self) -> None:
        """Take the actions away from the window: another operator's come."""
        for action in self._made.values():
            action.deleteLater()
        self._keys.deleteLater()

    @property
    def unbound(self) -> set[str]:
        """Commands that nobody bound: none, once the window stands."""
        return set(BY_ID) - set(self._made)


def _reaches(action: QAction, focus: QWidget) -> bool:
    """Whether a command's key is heard from a widget."""
    if action.shortcutContext() is Qt.ShortcutContext.WindowShortcut:
        return True
    owners = [one for one in action.associatedObjects() if isinstance(one, QWidget)]
    return any(one is focus or one.isAncestorOf(focus) for one in owners)


class _CommandKeys(QObject):
    """Keeps the commands' keys from fields of text.

    On X11 a line of text takes Ctrl+U to empty itself and Ctrl+E to go to its end: no command is heard.
    Only the widget with the focus is watched: a filter on the application would see every event there is.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._kept: set[QKeySequence] = set()
        self._watched: QWidget | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_changed)

    def keep(self, keys: list[QKeySequence]) -> None:
        """These keys are the commands'."""
        self._kept.update(keys)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A field may not take a command's key for itself."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = QKeySequence(event.keyCombination())
            if keys.toString() in (watched.property(OWN_KEYS) or ()):
                event.accept()
                return True
            if keys in self._kept:
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = new
        if new is not None:
            new.installEventFilter(self)

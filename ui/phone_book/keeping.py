"""Keeping the phone book at the desk: an administrator adds, changes and takes out; persons are erased."""

import re
from collections.abc import Awaitable, Callable, Mapping, Sequence

from PySide6.QtCore import QObject

from desktop.domain.contacts import MOST_STEPS, ContactEntry, ContactKind, split_numbers
from desktop.domain.kinds_erasure import ERASED
from desktop.domain.records import Value
from desktop.domain.reference import Agency
from desktop.domain.registry import KINDS
from desktop.operations.contact_book import KIND, BookDifference, bring_book, changes_of, entry_of
from desktop.operations.contacts import erase_person
from desktop.operations.desk import Outcome
from desktop.operations.packs_contacts import is_number
from desktop.operations.spelling import plain_words
from ui.asking import Topic, ask_and_act
from ui.choice_field import Find, Option
from ui.prompt import Answers, Ask, Prompt
from ui.session import Level, Session
from ui.words import word

ABOUT_NEW = "contact"
"""What words about a contact that does not exist yet are about."""


class BookKeeping(QObject):
    """Asks what an entry of the phone book shall say, and writes it."""

    def __init__(self, session: Session, prompt: Prompt, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._prompt = prompt

    def add(self) -> None:
        """Ask for a new contact."""
        self._ask(None, self.tr("Add to the phone book"))

    def change(self, entry: ContactEntry) -> None:
        """Ask what is to be otherwise."""
        self._ask(entry, self.tr("Change {name}").format(name=entry.contact.name))

    def take_out(self, entry: ContactEntry) -> None:
        """Take a contact out, once that was confirmed by Enter."""
        if not self._may(KIND):
            return
        self._confirm(
            entry,
            "take_out",
            self.tr("Take {name} out of the phone book: Enter").format(name=entry.contact.name),
            [Ask("why", self.tr("Reason, if any"))],
            lambda _answers: bring_book(self._session.desk, BookDifference(taken_out=(entry,))),
            self.tr("{name} was taken out.").format(name=entry.contact.name),
        )

    def erase(self, entry: ContactEntry) -> None:
        """Erase the person behind a contact, for a reason that names nobody."""
        if not self._may(ERASED):
            return
        needed = self.tr("Write the reason; it must name nobody.")
        self._confirm(
            entry,
            "erase_person",
            self.tr("Erase the person and the private numbers of {name}").format(name=entry.contact.name),
            [Ask("why", self.tr("Reason"), needed=needed)],
            lambda answers: erase_person(self._session.desk, entry, answers["why"]),
            self.tr("The person behind {name} was erased.").format(name=entry.contact.name),
        )

    def _confirm(
        self,
        entry: ContactEntry,
        purpose: str,
        title: str,
        asks: Sequence[Ask],
        act: Callable[[Answers], Awaitable[Outcome]],
        after: str,
    ) -> None:
        ask_and_act(
            self._session,
            self._prompt,
            Topic(entry.id, purpose),
            title,
            asks,
            act,
            lambda _done, _answers: self._session.said.emit(after, Level.DONE),
        )

    def _ask(self, entry: ContactEntry | None, title: str) -> None:
        if not self._may(KIND):
            return
        topic = Topic(ABOUT_NEW if entry is None else entry.id, "contact")
        ask_and_act(
            self._session,
            self._prompt,
            topic,
            title,
            self._fields(entry),
            lambda answers: self._act(entry, answers),
            lambda _done, answers: self._session.said.emit(
                self.tr("In the phone book: {name}").format(name=answers["name"]), Level.DONE
            ),
        )

    def _fields(self, entry: ContactEntry | None) -> list[Ask]:
        contact = None if entry is None else entry.contact
        person = None if entry is None else entry.private
        kind = ContactKind.AGENCY if contact is None else contact.contact_kind
        agency = self._session.reference.agencies.get(contact.agency or "") if contact else None
        return [
            Ask(
                "name", self.tr("Name"), text=contact.name if contact else "", needed=self.tr("Write a name.")
            ),
            Ask(
                "kind",
                self.tr("Kind"),
                find=_of([Option(one.value, word(one)) for one in ContactKind]),
                code=kind.value,
                text=word(kind),
                needed=self.tr("Choose a kind."),
                select=True,
            ),
            Ask(
                "agency",
                self.tr("Agency, if any"),
                find=_of([Option(one.id, one.short_name) for one in self._agencies()]),
                code=agency.id if agency else "",
                text=agency.short_name if agency else "",
                select=True,
            ),
            Ask("place", self.tr("Place"), text=contact.place if contact else ""),
            self._numbers("numbers", self.tr("Public numbers, the first first: … / …"), contact),
            Ask("hours", self.tr("Hours"), text=contact.hours if contact else ""),
            Ask("note", self.tr("Note"), text=contact.note if contact else ""),
            Ask(
                "step",
                self.tr("Turn among those of its agency"),
                text=str(contact.step) if contact else "1",
                select=True,
                check=self._no_step,
            ),
            Ask("person", self.tr("Person (personal)"), text=(person.person or "") if person else ""),
            self._numbers("private", self.tr("His own numbers (personal): … / …"), person),
        ]

    def _agencies(self) -> list[Agency]:
        return list(self._session.reference.agencies.values())

    def _numbers(self, name: str, text: str, record: object) -> Ask:
        return Ask(name, text, text=getattr(record, "numbers", None) or "", check=self._no_number)

    def _no_number(self, typed: str) -> str | None:
        wrong = next((one for one in split_numbers(typed) if not is_number(one)), None)
        return None if wrong is None else self.tr("“{number}” is no number.").format(number=wrong)

    def _no_step(self, typed: str) -> str | None:
        if re.fullmatch("[0-9]{1,2}", typed) and 1 <= int(typed) <= MOST_STEPS:
            return None
        return self.tr("a number from 1 to {most}").format(most=MOST_STEPS)

    def _act(self, entry: ContactEntry | None, answers: Answers) -> Awaitable[Outcome] | None:
        values: dict[str, Value] = {
            "name": answers["name"],
            "contact_kind": answers["kind"],
            "agency": answers["agency"] or None,
            "place": answers["place"],
            "numbers": answers["numbers"],
            "hours": answers["hours"],
            "note": answers["note"],
            "step": int(answers["step"]),
        }
        person: dict[str, Value] = {
            "person": answers["person"] or None,
            "numbers": answers["private"] or None,
        }
        desk = self._session.desk
        if entry is None:
            known = self._session.reference.contacts
            rank = max((one.contact.rank for one in known.values()), default=0) + 1
            new = entry_of(_code(answers["name"], known), {**values, "rank": rank, "listed": True}, person)
            return bring_book(desk, BookDifference(new=(new,)))
        steps = changes_of(entry, values, person)
        if not steps:
            self._prompt.problem(self.tr("Nothing was changed."))
            return None
        return desk.act(KIND, steps)

    def _may(self, kind: str) -> bool:
        may = bool(KINDS[kind].roles & self._session.desk.author.roles)
        if not may:
            self._session.said.emit(self.tr("Your role does not allow this."), Level.PROBLEM)
        return may


def _of(options: Sequence[Option]) -> Find:
    def find(text: str) -> Sequence[Option]:
        typed = text.strip().casefold()
        return [one for one in options if typed in one.text.casefold()]

    return find


def _code(name: str, known: Mapping[str, ContactEntry]) -> str:
    """A code for a new contact, out of its name."""
    words = "-".join(re.sub("[^a-z0-9]", "", one) for one in plain_words(name))
    bare = re.sub("-+", "-", words).strip("-")[:50] or "x"
    return next(one for one in (bare, *(f"{bare}-{at}" for at in range(2, 10_000))) if one not in known)

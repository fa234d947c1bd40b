"""As much of D-Bus as reading a screen takes: many questions in one go, and their answers.

https://dbus.freedesktop.org/doc/dbus-specification.html
"""

import os
import socket
import struct
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple, Self

BUS, BUS_PATH = "org.freedesktop.DBus", "/org/freedesktop/DBus"
PROPERTIES = "org.freedesktop.DBus.Properties"
ANSWER_SECONDS = 30
_CALL, _RETURN, _ERROR = 1, 2, 3
_PATH, _INTERFACE, _MEMBER, _REPLY_SERIAL, _DESTINATION, _SIGNATURE = 1, 2, 3, 5, 6, 8
_HEAD = struct.Struct("<cBBBIII")
_ANSWERS = bytes((_REPLY_SERIAL, 1)) + b"u\0"


class Thing(NamedTuple):
    """An object on the bus: who has it, and its path there."""

    owner: str
    path: str


class Words(NamedTuple):
    """What a question says: its signature, and the values as they are sent."""

    signature: str = ""
    body: bytes = b""

    @classmethod
    def of(cls, *values: str | int) -> "Words":
        """Texts and whole numbers."""
        signature, body = "", b""
        for one in values:
            signature += "s" if isinstance(one, str) else "i"
            body = padded(body, 4) + (_text(one) if isinstance(one, str) else struct.pack("<i", one))
        return cls(signature, body)


class Question(NamedTuple):
    """A method called on a thing."""

    thing: Thing
    interface: str
    member: str
    words: Words = Words()


class Answer:
    """What came back. Each method reads one value of a known type, in the order in which they stand."""

    def __init__(self, body: bytes) -> None:
        self._body, self._at = body, 0

    def number(self) -> int:
        """A whole number of 32 bits."""
        self._align(4)
        self._at += 4
        return int.from_bytes(self._body[self._at - 4 : self._at], "little")

    def text(self) -> str:
        """A string or a path."""
        size = self.number()
        self._at += size + 1
        return self._body[self._at - size - 1 : self._at - 1].decode()

    def numbers(self) -> list[int]:
        """An array of whole numbers."""
        return [self.number() for _ in range(self.number() // 4)]

    def things(self) -> list[Thing]:
        """An array of owners with paths."""
        size = self.number()
        self._align(8)
        end, found = self._at + size, list[Thing]()
        while self._at < end:
            self._align(8)
            found.append(Thing(self.text(), self.text()))
        return found

    def variant(self) -> Self:
        """Step over the type of a value that says its type."""
        self._at += self._body[self._at] + 2
        return self

    def _align(self, size: int) -> None:
        self._at = -(-self._at // size) * size


class Connection:
    """One connection to a bus."""

    def __init__(self, address: str) -> None:
        place = dict(part.split("=", 1) for part in address.split(":", 1)[1].split(","))
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.settimeout(ANSWER_SECONDS)
        self._socket.connect(place["path"] if "path" in place else "\0" + place["abstract"])
        self._data, self._at = b"", 0
        self._serial = 0
        self._socket.sendall(b"\0AUTH EXTERNAL " + str(os.geteuid()).encode().hex().encode() + b"\r\n")
        said = self._socket.recv(1024)
        assert said.startswith(b"OK "), said
        self._socket.sendall(b"BEGIN\r\n")
        self.ask([Question(Thing(BUS, BUS_PATH), BUS, "Hello")])

    def close(self) -> None:
        """Leave the bus."""
        self._socket.close()

    def ask(self, questions: Sequence[Question]) -> list[Answer | None]:
        """The answers in the order of the questions; None for an error. TimeoutError when one stays out."""
        first = self._serial + 1
        self._serial += len(questions)
        parts = list[bytes]()
        for serial, question in enumerate(questions, first):
            before, after = _written(question)
            parts += (before, serial.to_bytes(4, "little"), after)
        self._socket.sendall(b"".join(parts))
        found: list[Answer | None] = [None] * len(questions)
        left = len(questions)
        while left:
            kind, replied, body = self._next()
            if kind in (_RETURN, _ERROR) and replied >= first:
                found[replied - first] = Answer(body) if kind == _RETURN else None
                left -= 1
        return found

    def ask_one(self, question: Question) -> Answer | None:
        """The answer, or None for an error."""
        return self.ask([question])[0]

    def _next(self) -> tuple[int, int, bytes]:
        """Kind, serial replied to (0 for none), and body of the next message."""
        while True:
            data, at = self._data, self._at
            if len(data) >= at + 16:
                _, kind, _, _, size, _, fields = _HEAD.unpack_from(data, at)
                begin = at + 16 + -(-fields // 8) * 8
                if len(data) >= begin + size:
                    self._at = begin + size
                    value = data.find(_ANSWERS, at + 16, begin) + len(_ANSWERS)
                    answered = value >= at + 16
                    replied = int.from_bytes(data[value : value + 4], "little") if answered else 0
                    return kind, replied, data[begin : begin + size]
            self._data, self._at = data[at:] + self._socket.recv(1 << 20), 0
            if not self._data:
                raise ConnectionError("the bus is gone")


@lru_cache(maxsize=1 << 14)
def _written(question: Question) -> tuple[bytes, bytes]:
    """What is sent before and after the serial. Most questions are asked again and again."""
    thing, interface, member, (signature, body) = question
    fields = _field(_PATH, "o", thing.path)
    for code, value in ((_INTERFACE, interface), (_MEMBER, member), (_DESTINATION, thing.owner)):
        fields = padded(fields, 8) + _field(code, "s", value)
    if signature:
        kind = signature.encode()
        fields = padded(fields, 8) + bytes((_SIGNATURE, 1)) + b"g\0" + bytes((len(kind),)) + kind + b"\0"
    head = _HEAD.pack(b"l", _CALL, 0, 1, len(body), 0, len(fields))
    return head[:8], padded(head[12:] + fields, 8, ahead=12) + body


def _field(code: int, kind: str, value: str) -> bytes:
    return bytes((code, 1)) + kind.encode() + b"\0" + _text(value)


def _text(value: str) -> bytes:
    said = value.encode()
    return struct.pack("<I", len(said)) + said + b"\0"


def padded(data: bytes, size: int, *, ahead: int = 0) -> bytes:
    """The data up to the next multiple of a size, counted from so many bytes ahead of it."""
    return data + bytes(-(len(data) + ahead) % size)

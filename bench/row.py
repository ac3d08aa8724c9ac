"""What one measurement says: a row of the report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

Limit = Literal["read", "parse", "join", "model", "write"]
"""Which kind of work takes most of the time: reading bytes, telling what they say, joining and grouping, the language
model, writing the book."""


@dataclass(frozen=True, slots=True)
class Side:
    """Somebody else's time for comparable work: a peer does the same with other means, a floor does less."""

    name: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Row:
    """One measurement. What was not measured is None; a row that could not be measured says why in ``skipped``.

    ``question`` names what is measured and ``size`` of how many ``unit``. ``seconds`` are of the wall, ``cpu`` of all
    processors together. ``memory_mb`` is the peak of a process that did only this (10^6 bytes), ``disk_mb`` what it
    left behind, ``input_mb`` what it read. ``steps`` are seconds by kind of work. ``figures`` are no timings but
    results (accuracy, counts): the same code and data give the same figures on every machine.
    """

    question: str
    size: int
    unit: str
    seconds: float | None = None
    cpu: float | None = None
    peer: Side | None = None
    floor: Side | None = None
    memory_mb: float | None = None
    disk_mb: float | None = None
    input_mb: float | None = None
    limit: Limit | None = None
    steps: Mapping[str, float] = field(default_factory=dict)
    figures: Mapping[str, float | int | str] = field(default_factory=dict)
    note: str = ""
    skipped: str | None = None

    @property
    def key(self) -> str:
        """What tells this row from every other of a report."""
        return f"{self.question} @ {self.size:,} {self.unit}"

    @property
    def to_peer(self) -> float | None:
        """Ours as a multiple of the peer's time."""
        return _ratio(self.seconds, self.peer)

    @property
    def to_floor(self) -> float | None:
        """Ours as a multiple of the floor's time."""
        return _ratio(self.seconds, self.floor)

    @property
    def a_second(self) -> float | None:
        """How many ``unit`` a second."""
        return self.size / self.seconds if self.seconds else None

    def as_json(self) -> dict[str, Any]:
        """The row as plain data; ``of_json`` reads it back."""
        return asdict(self)


def of_json(data: Mapping[str, Any]) -> Row:
    """A row from ``as_json``."""
    sides = {name: Side(**data[name]) for name in ("peer", "floor") if data.get(name)}
    return Row(**{**data, **sides})


def limit_of(steps: Mapping[str, float]) -> Limit | None:
    """The kind of work that takes most of the time, None where nothing was told apart."""
    known: dict[str, Limit] = {"read": "read", "parse": "parse", "join": "join", "model": "model", "write": "write"}
    told = {name: seconds for name, seconds in steps.items() if name in known}
    return known[max(told, key=lambda name: told[name])] if told else None


def _ratio(seconds: float | None, side: Side | None) -> float | None:
    return seconds / side.seconds if seconds is not None and side is not None and side.seconds else None

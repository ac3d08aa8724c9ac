"""What a story says with one claim: a statement of the world as told, rightly or wrongly, and the verdict due."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from onrecord.synth.stories.figures import Worded
    from onrecord.synth.stories.periods import Told
    from onrecord.synth.world import Statement
    from onrecord.vocabulary import AttributionKind, ClaimType, Reason, Status

Variant = Literal[
    "true",
    "false_figure",
    "false_party",
    "false_year",
    "false_relation",
    "negation",
    "unanswerable",
    "drifted",
    "uncheckable",
]


@dataclass(frozen=True, slots=True)
class Source:
    """According to whom: as printed, the cue that says so, and what kind of source it is."""

    name: str | None
    cue: str
    kind: AttributionKind


@dataclass(frozen=True, slots=True)
class Telling:
    """The slots of one claim as told. ``statement`` is what is so in the world; every other field is what is said.

    ``amount`` and ``start`` are what the words of the figures allow, ``period`` is the time in words. ``negated`` is
    whether the claim denies its relation.
    """

    statement: Statement
    variant: Variant
    relation: str
    subject: str | None
    object: str | None
    amount: Worded | None = None
    start: Worded | None = None
    period: Told | None = None
    place: str | None = None
    words: str | None = None
    said_of: str | None = None
    negated: bool = False

    @property
    def date_from(self) -> str | None:
        """The first date told, as far as the words go."""
        return self.period.date_from if self.period else None

    @property
    def date_to(self) -> str | None:
        """The last date told."""
        return self.period.date_to if self.period else None

    @property
    def type(self) -> ClaimType:
        """The type of the claim: that of its statement, unless the wrong word for moving money makes it another."""
        if self.relation == "paid":
            return "payment"
        if self.relation == "gave" and self.statement.type == "payment":
            return "contribution"
        return self.statement.type

    def only(self, used: frozenset[str]) -> Telling:
        """The claim without what the wording leaves out."""
        return replace(
            self,
            subject=self.subject if used & {"subject", "subject's"} else None,
            object=self.object if used & {"object", "object's"} or self.type == "registration" else None,
            amount=self.amount if "amount" in used else None,
            start=self.start if "start" in used else None,
            period=self.period if "period" in used else None,
            place=self.place if "place" in used else None,
            words=self.words if "words" in used else None,
            said_of=self.said_of if "said_of" in used else None,
        )


@dataclass(frozen=True, slots=True)
class Due:
    """The verdict that the records must give, and what a more careful reading may give without being wrong."""

    status: Status
    or_: tuple[Status, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim in the text of its story. ``told`` is None for what cannot be checked, with the ``reason``."""

    start: int
    end: int
    text: str
    told: Telling | None
    due: Due
    sources: tuple[Source, ...] = ()
    hedged: bool = False
    loaded: tuple[str, ...] = ()
    reason: Reason | None = None
    phrasing: str = ""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a story is told: style, tone, the outlet that prints it and the day (ISO)."""

    style: str
    tone: str
    outlet: str
    published: str


@dataclass(frozen=True, slots=True)
class Tale:
    """A story as it stands in its file, and its claims in reading order."""

    name: str
    text: str
    manner: Manner
    claims: tuple[Claim, ...]
    retells: str | None = None
    drift: tuple[str, ...] = ()

"""The nouns of onrecord as typed records, and the tables of the record book.

This module imports nothing of ours: every room speaks in these words and in no others. The words are defined in
``docs/schema.md``. Schema names (Person, Organization, Company, PublicBody) and property names follow FollowTheMoney.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal

# ── evidence ─────────────────────────────────────────────────────────────────────────────────────────────────────

Grade = Literal["primary_record", "official_statement", "independent_report", "interested_party", "lineage_copy"]
GRADES: Final[tuple[Grade, ...]] = (
    "primary_record",
    "official_statement",
    "independent_report",
    "interested_party",
    "lineage_copy",
)
"""Grades of evidence, strongest first."""

Status = Literal["supported", "contradicted", "mixed", "unverified", "not_checkable"]
Schema = Literal["Person", "Organization", "Company", "PublicBody", "LegalEntity"]

# ── claims ───────────────────────────────────────────────────────────────────────────────────────────────────────

ClaimType = Literal[
    "payment", "contribution", "independent_expenditure", "grant", "revenue", "count", "percentage", "turnout",
    "election_result", "follower_growth", "engagement", "role", "membership", "affiliation", "shared_attribute",
    "legal_status", "registration", "investigation", "endorsement", "collaboration", "quotation", "event", "founding",
    "other",
]  # fmt: skip
Reason = Literal[
    "boilerplate", "photo_credit", "opinion", "insinuation", "prediction", "counterfactual", "rhetorical_question",
    "label_without_criterion", "causal_importance", "no_subject", "no_measure", "loaded_attribution", "no_relation",
]  # fmt: skip
Base = Literal["percent", "percentage_points", "not_stated"]
Outcome = Literal["consistent", "inconsistent", "needs_data", "not_computable"]
AttributionKind = Literal["records", "person", "organization", "outlet", "analysts", "unnamed"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount as the story words it, as a closed interval.

    ``low``/``high`` are in ``unit`` (USD, percent, votes, voters, followers, groups …); ``None`` is an open end.
    A from-to pair ("from 213,000 to nearly 3 million") keeps its start in ``from_low``/``from_high``; ``low``/``high``
    are then the end. ``base`` says what a percentage is of: ``percent`` (relative), ``percentage_points``, or
    ``not_stated``; it is ``None`` for everything that is no percentage. ``qualifier`` is the word that bounds it
    ("nearly", "more than", "hundreds of").
    """

    text: str
    low: float | None
    high: float | None
    unit: str | None = None
    base: Base | None = None
    qualifier: str | None = None
    from_low: float | None = None
    from_high: float | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time as worded, with ISO dates as far as they can be told (YYYY, YYYY-MM or YYYY-MM-DD)."""

    text: str
    date_from: str | None = None
    date_to: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """One link of the chain "according to whom": the source, the word that says so, and what kind of source it is."""

    source: str | None
    cue: str
    kind: AttributionKind


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition in a story, or one span that is not checkable, with the reason.

    ``start``/``end`` are offsets in Unicode code points of the file as read; ``text`` is that slice, verbatim.
    ``subject``/``object`` are names as resolved within the story, ``None`` where unresolved, with ``candidates`` then
    listing what they could be. ``relation`` is a verb-like label of the claim type's own small vocabulary
    (``paid``, ``gave``, ``same_address_as``, ``executive_director_of``, ``not_registered_under`` …).
    ``attribution`` runs innermost first; empty means the story's own voice. ``words`` are the words of a quotation and
    ``said_of`` is what they are said of. ``settled_by`` names the records that would settle the claim.
    """

    id: str
    start: int
    end: int
    text: str
    type: ClaimType
    subject: str | None = None
    relation: str | None = None
    object: str | None = None
    quantity: Quantity | None = None
    period: Period | None = None
    place: str | None = None
    attribution: tuple[Attribution, ...] = ()
    hedged: bool = False
    negated: bool = False
    loaded_terms: tuple[str, ...] = ()
    checkable: bool = True
    reason: Reason | None = None
    settled_by: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    words: str | None = None
    said_of: str | None = None


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """What the numbers of a story say about each other, without any record."""

    claims: tuple[str, ...]
    expression: str
    outcome: Outcome
    because: str


@dataclass(frozen=True, slots=True)
class Story:
    """A news text read: claims in reading order, arithmetic among them. ``published`` is an ISO date where known."""

    path: str
    sha256: str
    characters: int
    claims: tuple[Claim, ...]
    arithmetic: tuple[Arithmetic, ...] = ()
    title: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two claims of two stories that say the same thing, and in which slots they differ.

    ``a``/``b`` are ``"<story sha256, 12 characters>:<claim id>"``.
    """

    a: str
    b: str
    relation: Literal["same", "drifted", "conflicting"]
    differs_in: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lineage:
    """Whether story ``a`` derives from story ``b`` (paths), and why we think so."""

    a: str
    b: str
    relation: Literal["derives_from", "common_source", "independent", "undetermined"]
    because: str


# ── verdicts ─────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Evidence:
    """One record that speaks to a claim. ``stance`` is what it does to the claim: supports, excludes, or context."""

    source: str
    locator: str
    grade: Grade
    lineage: str | None
    says: str
    stance: Literal["supports", "excludes", "context"] = "context"


@dataclass(frozen=True, slots=True)
class Search:
    """One look into one source: what the source covers, what was asked, how many rows answered."""

    source: str
    coverage: str
    query: str
    rows: int


@dataclass(frozen=True, slots=True)
class Settlement:
    """A record that would settle the claim, and how to get it (a command where one exists)."""

    record: str
    how: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is on record about one claim.

    ``grade`` is the strongest grade among the evidence that the status rests on. ``attribution_verdict`` answers the
    separate question whether the named source said so.
    """

    status: Status
    because: str
    grade: Grade | None = None
    evidence: tuple[Evidence, ...] = ()
    searched: tuple[Search, ...] = ()
    would_settle: tuple[Settlement, ...] = ()
    attribution_verdict: Verdict | None = None


# ── sources ──────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a source covers.

    ``covers`` is one line a reader understands ("itemized federal contributions by individuals, 2019-2020 cycle").
    ``complete`` is true only if absence from the source, between the two dates, is evidence of absence.
    """

    covers: str
    date_from: str | None = None
    date_to: str | None = None
    complete: bool = False


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A row that could not be read: where it is, why, and its raw text."""

    locator: str
    reason: str
    raw: str


@dataclass(frozen=True, slots=True)
class IngestSummary:
    """What adding one file did. ``links`` counts relations, ``entities`` the entities its mentions belong to."""

    source_id: str
    path: str
    format: str
    title: str
    coverage: Coverage
    rows_read: int
    rows_quarantined: int
    mentions: int
    links: int
    measures: int
    facts: int
    posts: int
    already_there: bool = False
    quarantined: tuple[Quarantined, ...] = field(default=())
    notes: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class GazetteerEntry:
    """One name that the records know, as a story might print it, and the entity it belongs to."""

    name: str
    schema: str
    entity_id: str


# ── tables of the book ───────────────────────────────────────────────────────────────────────────────────────────

Column = Literal["int64", "float64", "string", "boolean", "date", "timestamp"]
TABLES: Final[dict[str, dict[str, Column]]] = {
    "source": {
        "source_id": "string", "source_no": "int64", "path": "string", "format": "string", "title": "string",
        "publisher": "string", "sha256": "string", "retrieved_at": "string", "covers": "string",
        "coverage_from": "string", "coverage_to": "string", "coverage_complete": "boolean", "rows_read": "int64",
        "rows_quarantined": "int64",
    },
    "mention": {
        "mention_id": "int64", "source_id": "string", "locator": "string", "role": "string", "schema": "string",
        "name": "string", "address": "string", "city": "string", "state": "string", "country": "string",
        "postcode": "string", "ein": "string", "fec_id": "string", "registry_id": "string", "employer": "string",
        "detail": "string",
    },
    "link": {
        "link_id": "int64", "source_id": "string", "locator": "string", "kind": "string", "subject_mention": "int64",
        "object_mention": "int64", "amount": "float64", "currency": "string", "date": "string", "date_from": "string",
        "date_to": "string", "purpose": "string", "support": "string", "memo": "boolean", "amended": "boolean",
        "netted": "boolean",
    },
    "measure": {
        "measure_id": "int64", "source_id": "string", "locator": "string", "subject_mention": "int64",
        "metric": "string", "value": "float64", "unit": "string", "place": "string", "contest": "string",
        "date": "string", "as_of": "string",
    },
    "fact": {
        "fact_id": "string", "source_id": "string", "locator": "string", "kind": "string", "subject": "string",
        "relation": "string", "object": "string", "low": "float64", "high": "float64", "unit": "string",
        "date_from": "string", "date_to": "string", "place": "string", "statement": "string", "grade": "string",
        "publisher": "string", "title": "string", "url": "string", "published": "string", "lineage": "string",
        "note": "string",
    },
    "fact_party": {
        "source_id": "string", "fact_id": "string", "side": "string", "mention_id": "int64",
    },
    "post": {
        "post_id": "string", "source_id": "string", "locator": "string", "account_id": "string",
        "created_at": "string", "text": "string", "platform": "string", "in_reply_to": "string",
    },
    "share": {
        "source_id": "string", "object_kind": "string", "object_id": "string", "post_id": "string",
    },
    "quarantine": {
        "source_id": "string", "locator": "string", "reason": "string", "raw": "string",
    },
    "entity": {
        "entity_id": "string", "schema": "string", "name": "string", "public_role": "boolean", "mentions": "int64",
    },
    "identity": {
        "mention_id": "int64", "entity_id": "string", "score": "float64", "reason": "string",
    },
    "superseded": {
        "link_id": "int64",
    },
    "entity_name": {
        "entity_id": "string", "key": "string", "name": "string", "kind": "string",
    },
}  # fmt: skip
"""Every table of the book: column name to type. Ids are 64-bit integers, dates are ISO 8601 text as filed.

``fact`` holds what a casebook states (one row a fact, with its interval, grade and lineage); ``fact_party`` names its
parties, because one fact may have several subjects. Money is in the currency's unit, not in cents.
"""

SOURCE_TABLES: Final = (
    "mention", "link", "measure", "fact", "fact_party", "post", "share", "quarantine",
)  # fmt: skip
"""The tables that one source fills; ``superseded``, ``entity``, ``identity`` and ``entity_name`` are derived."""

LINK_KINDS: Final = (
    "contribution", "refund", "payment", "grant", "loan", "independent_expenditure", "transfer", "intermediary",
    "candidate_committee", "connected_organization", "treasurer", "representation", "officer", "related_organization",
    "outstanding_liability", "registration",
)  # fmt: skip
"""What a record can say of two parties; ``subject_mention`` acts (gives, pays, serves), ``object_mention`` receives."""

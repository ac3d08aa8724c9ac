"""A small invented book to check claims against: facts, links and figures are written row by row."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from onrecord.book.book import Book
from onrecord.book.duckdb_engine import DuckDB
from onrecord.checks.check import check_story
from onrecord.checks.naming import levelled
from onrecord.checks.records import Records
from onrecord.vocabulary import TABLES, Attribution, Claim, Period, Quantity, Story, Verdict

if TYPE_CHECKING:
    from pathlib import Path

CASEBOOK = "c" * 12


@dataclass(frozen=True)
class Found:
    """What the small finder below answers: the same shape as the identity room's candidate."""

    entity_id: str
    name: str
    schema: str
    how: str
    score: float = 1.0


class ByName:
    """Finds entities whose name is the one asked for, once levelled; ``alike`` adds merely similar ones."""

    def __init__(self, book: Book, alike: dict[str, str] | None = None) -> None:
        self._rows = book.rows("SELECT entity_id, schema, name FROM entity ORDER BY entity_id")
        self._alike = alike or {}

    def find(self, name: str, *, include_private: bool = False) -> list[Found]:
        exact = [
            Found(row["entity_id"], row["name"], row["schema"], "name")
            for row in self._rows
            if levelled(row["name"]) == levelled(name)
        ]
        similar = self._alike.get(name)
        return exact + ([Found("fuzzy", similar, "Organization", "fuzzy", 0.7)] if similar else [])


@dataclass
class World:
    """Rows for a book. ``rename`` replaces every name, in records and claims alike."""

    path: Path
    rename: dict[str, str] = field(default_factory=dict)
    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    entities: dict[tuple[str, str], str] = field(default_factory=dict)
    alike: dict[str, str] = field(default_factory=dict)
    books: int = 0

    def swap(self, text: str | None) -> str | None:
        """``text`` with every name replaced."""
        for old, new in self.rename.items():
            text = text.replace(old, new) if text else text
        return text

    def source(self, source_id: str, format_name: str = "casebook", **columns: Any) -> str:
        """One source. Coverage is incomplete unless it is said to be complete."""
        row = {
            "source_id": source_id, "source_no": len(self.rows.get("source", [])) + 1, "path": f"{source_id}.csv",
            "format": format_name, "title": format_name, "publisher": f"Office of {format_name}", "sha256": source_id,
            "retrieved_at": "2025-12-01", "covers": f"rows of {format_name}", "coverage_complete": False,
            "rows_read": 1, "rows_quarantined": 0,
        }  # fmt: skip
        self._add("source", row | columns)
        return source_id

    def entity(self, name: str, schema: str = "Organization", *, public: bool = True, key: str = "") -> str:
        """One entity, by name; ``key`` makes a second one of the same name."""
        shown = self.swap(name) or name
        if (shown, key) not in self.entities:
            self.entities[shown, key] = f"e{len(self.entities)}"
            row = {"entity_id": self.entities[shown, key], "schema": schema, "name": shown, "public_role": public}
            self._add("entity", row | {"mentions": 1})
        return self.entities[shown, key]

    def mention(self, source: str, name: str, **columns: Any) -> int:
        """One mention of an entity."""
        schema, public = columns.pop("schema", "Organization"), columns.pop("public", True)
        entity = self.entity(name, schema, public=public)
        number = len(self.rows.get("mention", [])) + 1
        row = {
            "mention_id": number,
            "source_id": source,
            "locator": f"line {number}",
            "role": "payee",
            "schema": schema,
        }
        self._add("mention", row | {"name": self.swap(name)} | columns)
        self._add("identity", {"mention_id": number, "entity_id": entity, "score": 1.0, "reason": "name"})
        return number

    def fact(self, fact_id: str, kind: str, subject: str, relation: str, object: str = "", **columns: Any) -> None:
        """One row of the casebook; its grade is an independent report of its own unless said otherwise."""
        if not any(row["source_id"] == CASEBOOK for row in self.rows.get("source", [])):
            self.source(CASEBOOK, coverage_from="2020", coverage_to="2025-11-30")
        low, high = columns.pop("low", None), columns.pop("high", None)
        plain = {
            "statement": columns.pop("statement", f"A record states {fact_id}."), "grade": "independent_report",
            "publisher": f"Paper {fact_id}", "lineage": "", "unit": "", "date_from": "", "date_to": "", "place": "",
        } | columns  # fmt: skip
        row = {"fact_id": fact_id, "source_id": CASEBOOK, "locator": f"fact_id={fact_id}", "kind": kind}
        row |= {"subject": subject, "relation": relation, "object": object, "low": low, "high": high} | plain
        self._add("fact", {k: self.swap(v) if isinstance(v, str) and k != "grade" else v for k, v in row.items()})
        for side, names in (("subject", subject), ("object", object if kind != "quotation" else "")):
            for name in filter(None, (part.strip() for part in names.split(";"))):
                number = self.mention(CASEBOOK, name, role=side, locator=f"fact_id={fact_id}")
                self._add("fact_party", {"source_id": CASEBOOK, "fact_id": fact_id, "side": side, "mention_id": number})

    def link(self, source: str, kind: str, subject: str, object: str, **columns: Any) -> None:
        """One relation that a register states."""
        schema, public = columns.pop("schema", "Organization"), columns.pop("public", True)
        role = columns.pop("role", "payer")
        number = len(self.rows.get("link", [])) + 1
        a = self.mention(source, subject, schema=schema, public=public, role=role)
        b = self.mention(source, object)
        row = {"link_id": number, "source_id": source, "locator": f"KEY={number}", "kind": kind, "subject_mention": a}
        self._add("link", row | {"object_mention": b, "currency": "USD", "netted": True} | columns)

    def measure(self, source: str, subject: str, metric: str, value: float, **columns: Any) -> None:
        """One figure that a register counts."""
        number = len(self.rows.get("measure", [])) + 1
        row = {"measure_id": number, "source_id": source, "locator": f"line {number}", "metric": metric, "value": value}
        self._add("measure", row | {"subject_mention": self.mention(source, subject), "unit": "votes"} | columns)

    def post(self, source: str, text: str, account: str) -> None:
        """One comment on a platform."""
        number = len(self.rows.get("post", [])) + 1
        row = {"post_id": f"p{number}", "source_id": source, "locator": f"line {number}", "account_id": account}
        self._add("post", row | {"text": text})

    def _add(self, table: str, row: dict[str, Any]) -> None:
        self.rows.setdefault(table, []).append(row)

    # ── asking ───────────────────────────────────────────────────────────────────────────────────────────────────

    def records(self) -> Records:
        """The book of these rows, ready to be asked."""
        import ibis
        import pyarrow as pa

        # A book of its own each time: what an earlier one has not yet written to its file must not come back.
        self.books += 1
        book = Book(DuckDB(self.path.with_stem(f"{self.path.stem}-{self.books}")))
        for table, rows in self.rows.items():
            schema = ibis.schema(dict(TABLES[table])).to_pyarrow()
            book.engine.load_rows("made", list(TABLES[table]), pa.Table.from_pylist(rows, schema=schema))
            book.con.raw_sql(f"INSERT INTO {table} SELECT * FROM made")
        book.supersede()
        return Records(book, ByName(book, self.alike))

    def verdict(self, *claims: Claim, published: str | None = None) -> Verdict:
        """The verdict on the first of ``claims``; the others stand in the same story."""
        return self.verdicts(*claims, published=published)[claims[0].id]

    def verdicts(self, *claims: Claim, published: str | None = None) -> dict[str, Verdict]:
        """The verdicts on ``claims``, read as one story."""
        return check_story(Story("story.txt", "0" * 64, 100, claims, published=published), self.records())

    def claim(self, type: str, subject: str | None, relation: str, object: str | None = None, **slots: Any) -> Claim:
        """One claim, its names replaced as the records' are."""
        claim_id = slots.pop("id", "c1")
        plain = {
            name: self.swap(value) if name in ("words", "said_of", "place") else value for name, value in slots.items()
        }
        names = {"subject": self.swap(subject), "object": self.swap(object), "relation": relation}
        return Claim(id=claim_id, start=0, end=1, text="x", type=type, **names, **plain)  # type: ignore[arg-type]


def usd(low: float | None, high: float | None = None) -> Quantity:
    """A sum of money; one number is exact."""
    return Quantity("a sum", low, low if high is None else high, "USD")


def number(low: float | None, high: float | None, unit: str, base: Any = None) -> Quantity:
    """A figure in a unit."""
    return Quantity("a figure", low, high, unit, base)


def year(date_from: str, date_to: str | None = None) -> Period:
    """A period by its dates."""
    return Period(f"in {date_from}", date_from, date_to or date_from)


def by(source: str | None, kind: Any = "organization") -> tuple[Attribution, ...]:
    """An attribution to one source."""
    return (Attribution(source, "said", kind),)

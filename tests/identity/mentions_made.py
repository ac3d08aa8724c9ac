"""Mentions for tests, each with a tag by which a test can ask what became of it."""

from __future__ import annotations

from typing import Any

from onrecord.book.book import Book

Mention = dict[str, Any]


def organization(tag: str, name: str | None, role: str = "contributor", **more: Any) -> Mention:
    """A mention of an organization."""
    return {"detail": tag, "name": name, "role": role, "schema": "Organization"} | more


def person(tag: str, name: str | None, role: str = "contributor", **more: Any) -> Mention:
    """A mention of a person."""
    return {"detail": tag, "name": name, "role": role, "schema": "Person"} | more


def party(tag: str, name: str, role: str = "subject", **more: Any) -> Mention:
    """A mention of a party whose kind the record does not state, as a casebook's."""
    return {"detail": tag, "name": name, "role": role, "schema": "LegalEntity"} | more


def ids(book: Book) -> dict[str, str]:
    """The entity of every mention, by its tag."""
    rows = book.rows("SELECT detail, entity_id FROM mention LEFT JOIN identity USING (mention_id) ORDER BY detail")
    return {row["detail"]: row["entity_id"] for row in rows}


def are_one(book: Book, *tags: str) -> bool:
    """Whether these mentions are one entity."""
    return len({ids(book)[tag] for tag in tags}) == 1


def are_apart(book: Book, *tags: str) -> bool:
    """Whether no two of these mentions are one entity."""
    return len({ids(book)[tag] for tag in tags}) == len(tags)


def named(book: Book, tag: str) -> str:
    """The name that the entity of a mention is shown by."""
    found = book.rows(f"SELECT name FROM entity WHERE entity_id = '{ids(book)[tag]}'")
    return str(found[0]["name"])

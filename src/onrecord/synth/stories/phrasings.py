"""The phrasings of one set: loaded from its folder, parsed once, handed out by what is to be said and how."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cached_property
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, get_args

from onrecord.synth.stories.grammar import PhrasingError, Sequence, count, parse, slots_of
from onrecord.vocabulary import AttributionKind, ClaimType, Reason

if TYPE_CHECKING:
    from collections.abc import Iterable
    from importlib.resources.abc import Traversable

STYLES: Final = ("wire", "tabloid", "local", "blog", "newsletter")
TONES: Final = ("neutral", "hostile", "friendly")
TYPES: Final = get_args(ClaimType)
REASONS: Final = get_args(Reason)
KINDS: Final = get_args(AttributionKind)


@dataclass(frozen=True, slots=True)
class Phrasing:
    """One way to say something. ``tone`` and ``style`` are "any" or the one it belongs to; ``tag`` is the reason of an
    uncheckable sentence, the kind of a source, or the place of a piece of furniture. ``alone`` is a text that no "said
    that" can take up, though nothing in it shows that: a caption without a verb, a command."""

    where: str
    text: str
    parts: Sequence
    relations: tuple[str, ...] = ()
    tone: str = "any"
    style: str = "any"
    loaded: tuple[str, ...] = ()
    hedged: bool = False
    negated: bool = False
    tag: str = ""
    cue: str = ""
    alone: bool = False

    def suits(self, style: str, tone: str) -> bool:
        """Whether a story of this style and tone may say it so."""
        return self.style in ("any", style) and self.tone in ("any", "neutral", tone)


@dataclass(frozen=True)
class Phrasings:
    """A set: claims by type, wrappers, uncheckable sentences by reason, furniture by place in the story."""

    name: str
    claims: dict[str, tuple[Phrasing, ...]]
    wrappers: tuple[Phrasing, ...]
    uncheckable: tuple[Phrasing, ...]
    furniture: dict[str, tuple[Phrasing, ...]]
    _suits: dict[tuple[str, str, str, str | None], tuple[Phrasing, ...]] = field(default_factory=dict, repr=False)

    @cached_property
    def _by_relation(self) -> dict[tuple[str, str, bool, str, str], tuple[Phrasing, ...]]:
        table: dict[tuple[str, str, bool, str, str], list[Phrasing]] = {}
        for kind, phrasings in self.claims.items():
            for phrasing in phrasings:
                for relation in phrasing.relations:
                    for style in STYLES:
                        for tone in TONES:
                            if phrasing.suits(style, tone):
                                # A hostile or a friendly story says most things with an edge, where there is one.
                                times = 3 if phrasing.tone == tone else 1
                                key = (kind, relation, phrasing.negated, style, tone)
                                table.setdefault(key, []).extend([phrasing] * times)
        return {key: tuple(found) for key, found in table.items()}

    def of(self, kind: str, relation: str, style: str, tone: str, *, negated: bool = False) -> tuple[Phrasing, ...]:
        """Every phrasing that words this relation (or its negation) and suits style and tone."""
        return self._by_relation.get((kind, relation, negated, style, tone), ())

    def wrapping(self, style: str, tone: str, kind: str | None = None) -> tuple[Phrasing, ...]:
        """The wrappers that suit style and tone, of one kind of source or of all."""
        return self._suiting(("wrapper", style, tone, kind), self.wrappers)

    def placed(self, place: str, style: str, tone: str) -> tuple[Phrasing, ...]:
        """The furniture of a place in a story, or its uncheckable sentences, that suit style and tone."""
        held = self.uncheckable if place == "uncheckable" else self.furniture.get(place, ())
        return self._suiting((place, style, tone, None), held)

    def _suiting(self, key: tuple[str, str, str, str | None], held: tuple[Phrasing, ...]) -> tuple[Phrasing, ...]:
        found = self._suits.get(key)
        if found is None:
            _, style, tone, kind = key
            found = self._suits[key] = tuple(p for p in held if p.suits(style, tone) and kind in (None, p.tag))
        return found

    def counts(self) -> dict[str, tuple[int, int]]:
        """How many phrasings a type has, and how many expansions they come to, slots not filled."""
        return {kind: (len(all_), sum(count(p.parts) for p in all_)) for kind, all_ in self.claims.items()}


def load(name: str) -> Phrasings:
    """The set of this name ("tuning" or "acceptance") that comes with the package."""
    return read(resources.files("onrecord.synth.stories").joinpath("phrasings", name), name)


def read(folder: Traversable | Path, name: str) -> Phrasings:
    """The set in ``folder``. A file or a phrasing that breaks the contract is an error that names both."""
    if not folder.is_dir():
        raise PhrasingError(f"there is no set of phrasings “{name}”: {folder}")
    claims: dict[str, tuple[Phrasing, ...]] = {}
    for kind in TYPES:
        rows = _rows(folder, f"{kind}.toml", "phrasing")
        claims[kind] = tuple(_phrasing(row, where) for row, where in rows)
        for phrasing in claims[kind]:
            if not phrasing.relations:
                raise PhrasingError(f"{phrasing.where}: no relations")
    around, silent = _rows(folder, "wrappers.toml", "wrapper"), _rows(folder, "uncheckable.toml", "sentence")
    wrappers = tuple(_tagged(row, where, "kind", (*KINDS, "")) for row, where in around)
    uncheckable = tuple(_tagged(row, where, "reason", REASONS) for row, where in silent)
    furniture = {
        place: tuple(_phrasing(row, where) for row, where in _rows(folder, "furniture.toml", place))
        for place in ("headline", "byline", "dateline", "caption", "transition", "closer")
    }
    return Phrasings(name, {k: v for k, v in claims.items() if v}, wrappers, uncheckable, furniture)


def same_texts(a: Phrasings, b: Phrasings) -> list[str]:
    """The texts that two sets have in common, case aside, slots kept; there must be none."""
    return sorted(_texts(a) & _texts(b))


def _texts(all_: Phrasings) -> set[str]:
    every: Iterable[Phrasing] = (p for group in all_.claims.values() for p in group)
    longer = (*all_.uncheckable, *(w for w in all_.wrappers if w.text.strip() != "{clause}"))
    return {" ".join(p.text.lower().split()) for p in (*every, *longer)}


def _rows(folder: Traversable | Path, file: str, table: str) -> list[tuple[dict[str, Any], str]]:
    path = folder.joinpath(file)
    if not path.is_file():
        return []
    where = f"{folder.name}/{file}"
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise PhrasingError(f"{where}: {error}") from error
    return [(row, f"{where}, {table} {number}") for number, row in enumerate(document.get(table, ()), 1)]


def _tagged(row: dict[str, Any], where: str, key: str, allowed: tuple[str, ...]) -> Phrasing:
    tag = row.get(key, "")
    if tag not in allowed:
        raise PhrasingError(f"{where}: {key} is “{tag}”, not one of {', '.join(filter(None, allowed))}")
    return _phrasing(row, where, tag)


def _phrasing(row: dict[str, Any], where: str, tag: str = "") -> Phrasing:
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        raise PhrasingError(f"{where}: no text")
    tone, style = row.get("tone", "any"), row.get("style", "any")
    if style not in ("any", *STYLES) or tone not in ("any", *TONES):
        raise PhrasingError(f"{where}: no such style or tone: {style}, {tone}")
    return Phrasing(
        where, text, parse(text, where), tuple(row.get("relations", ())), tone, style, tuple(row.get("loaded", ())),
        bool(row.get("hedged", False)), bool(row.get("negated", False)), tag, row.get("cue", ""),
        bool(row.get("alone", False)),
    )  # fmt: skip


def required(phrasing: Phrasing) -> frozenset[str]:
    """The slots of a phrasing."""
    return slots_of(phrasing.parts)

"""Story after story: who it is about, what it says of them, rightly or wrongly; now and then one retells another."""

from __future__ import annotations

from collections import Counter, deque
from contextlib import ExitStack
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING, Final

from onrecord.synth.stories import compose, retell, truth
from onrecord.synth.stories.ground import Ground
from onrecord.synth.stories.names import Naming
from onrecord.synth.stories.page import story
from onrecord.synth.stories.phrasings import STYLES, TONES, load
from onrecord.synth.stories.telling import Manner
from onrecord.synth.stories.variants import tell
from onrecord.synth.stories.wording import wordings
from onrecord.synth.stories.wrapping import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from onrecord.synth.stories.phrasings import Phrasings
    from onrecord.synth.stories.telling import Claim, Tale, Telling
    from onrecord.synth.world import Statement, World

FEWEST: Final = 6
"""Claims of a story, at least."""
MOST: Final = 14
"""Claims of a story, at most."""
SPARE: Final = 3
"""Claims held ready beyond those."""
RETOLD: Final = 0.2
"""Share of stories that retell an earlier one."""
REMEMBERED: Final = 40
"""Stories that a later one may retell: so many, and memory stays bounded."""


def write(folder: Path, world: World, seed: int, stories: int, phrasings: str) -> dict[str, int]:
    """Write stories/s00001.txt … and truth/claims.jsonl, gold.jsonl and lineage.csv into ``folder``.

    ``phrasings`` is "tuning" or "acceptance". Returns how many stories, claims, uncheckable spans and retellings there
    are. PhrasingError if the set is missing or broken; ValueError if the world has nothing to tell.
    """
    (folder / "stories").mkdir(parents=True, exist_ok=True)
    (folder / "truth").mkdir(parents=True, exist_ok=True)
    counts: Counter[str] = Counter(stories=0, claims=0, uncheckable=0, retellings=0)
    with ExitStack() as files:
        claims, gold, lineage = (
            files.enter_context((folder / "truth" / name).open("w", encoding="utf-8", newline=""))
            for name in ("claims.jsonl", "gold.jsonl", "lineage.csv")
        )
        lineage.write(",".join(truth.LINEAGE) + "\n")
        for tale in tales(world, seed, stories, load(phrasings)):
            # newline="": offsets are code points of the file as written, on every system
            (folder / "stories" / f"{tale.name}.txt").write_text(tale.text, encoding="utf-8", newline="")
            claims.write(truth.claims_line(tale, world))
            gold.writelines(truth.gold_lines(tale, world))
            if tale.retells:
                lineage.write(truth.lineage_row(tale) + "\n")
            checkable = sum(claim.told is not None for claim in tale.claims)
            counts.update(
                stories=1, claims=checkable, uncheckable=len(tale.claims) - checkable, retellings=bool(tale.retells)
            )
    return dict(counts)


def tales(world: World, seed: int, stories: int, phrasings: Phrasings) -> Iterator[Tale]:
    """So many stories, one after the other, each from streams of its own."""
    ground = Ground(world)
    principals = ground.principals(1)
    if not principals and stories:
        raise ValueError("this world has no statement to tell a story about")
    decks = _decks(principals, seed)
    earlier: deque[Tale] = deque(maxlen=REMEMBERED)
    for number in range(1, stories + 1):
        name = f"s{number:05d}"
        first = next(decks)
        draw = Random(f"{seed}/stories/{number}/manner")
        manner = _manner(ground, draw)
        retelling = number > 5 and draw.random() < RETOLD
        source = retell.original(earlier, draw) if retelling else None
        tale = _original(name, first, manner, ground, phrasings, seed) if source is None else None
        if source is not None:
            other = replace(manner, outlet=_other_outlet(manner, source, draw))
            tale = _retelling(name, source, other, ground, phrasings, seed)
        assert tale is not None
        earlier.append(tale)
        yield tale


def _decks(principals: Sequence[str], seed: int) -> Iterator[str]:
    """Everybody in turn, shuffled anew each time round: nobody is written about more often than another."""
    turn = 0
    while True:
        deck = list(principals)
        Random(f"{seed}/stories/turn/{turn}").shuffle(deck)
        yield from deck
        turn += 1


def _manner(ground: Ground, draw: Random) -> Manner:
    """Style, tone, outlet and day. A story is published in the year after the last records."""
    style = draw.choice(STYLES)
    tone = draw.choices(TONES, (2, 1, 1))[0]
    day = date(ground.last_year + 1, 1, 8) + timedelta(days=draw.randrange(150))
    return Manner(style, tone, draw.choice(wordings()["outlets"][style]), day.isoformat())


def _other_outlet(manner: Manner, source: Tale, draw: Random) -> str:
    """An outlet that is not the one it copies."""
    others = [name for name in wordings()["outlets"][manner.style] if name != source.manner.outlet]
    return str(draw.choice(others))


# ── an original ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _original(name: str, first: str, manner: Manner, ground: Ground, phrasings: Phrasings, seed: int) -> Tale:
    """A story about one or two principals, with 6 to 14 claims as far as the world has so many to tell."""
    draw = Random(f"{seed}/stories/{name}/what")
    cast = _cast(first, ground, draw)
    wanted = draw.randint(FEWEST, MOST)
    # A few more than wanted: now and then no phrasing of the style can say one.
    tellings = _tellings(cast, wanted + SPARE, manner, ground, phrasings, draw)
    naming = Naming(ground.world, _parties(tellings, cast))
    words = Random(f"{seed}/stories/{name}/words")
    sentences: list[tuple[str, Claim]] = []
    for told in tellings:
        claim = compose.worded(told, manner, phrasings, naming, ground, words)
        if claim is not None:
            sentences.append(sentence(claim, manner, phrasings, words, first=not sentences))
        if len(sentences) == wanted:
            break
    return story(name, sentences, cast, manner, phrasings, ground.world, Random(f"{seed}/stories/{name}/page"))


def _cast(first: str, ground: Ground, draw: Random) -> list[str]:
    """Who a story is about: somebody, and often one more whom a statement joins to them."""
    others = [
        who
        for statement in ground.about(first)
        for who in (statement.subject, statement.object)
        if who is not None and who != first and ground.about(who)
    ]
    others = list(dict.fromkeys(others))
    return [first, draw.choice(others)] if others and draw.random() < 0.7 else [first]


def _tellings(
    cast: Sequence[str], wanted: int, manner: Manner, ground: Ground, phrasings: Phrasings, draw: Random
) -> list[Telling]:
    """What the story says: statements about its cast, then about those around them, each told in some way."""
    told: list[Telling] = []
    facts: set[tuple[str | float | None, ...]] = set()
    for statement in _material(cast, ground, draw):
        # The sum of a year and that of all years are one fact where there was but one year.
        fact = (statement.relation, statement.subject, statement.object, statement.value)
        if statement.value is not None and fact in facts:
            continue
        facts.add(fact)
        telling = _telling(statement, manner, ground, phrasings, draw)
        if telling is not None:
            told.append(telling)
        if len(told) == wanted:
            break
    # A story opens with its own people and keeps what belongs to one of them together.
    return sorted(told, key=lambda t: cast.index(t.statement.subject) if t.statement.subject in cast else len(cast))


def _material(cast: Sequence[str], ground: Ground, draw: Random) -> Iterator[Statement]:
    """Statements about the cast, then about who is in those, and so on: their types in turn."""
    seen: set[str] = set()
    asked: set[str] = set()
    ring = list(cast)
    while ring:
        asked.update(ring)
        statements = [s for who in ring for s in ground.about(who) if s.id not in seen]
        statements = list({s.id: s for s in statements}.values())
        draw.shuffle(statements)
        statements = _mixed(statements)
        seen.update(s.id for s in statements)
        yield from statements
        around = [who for s in statements for who in (s.subject, s.object) if who is not None and who not in asked]
        ring = [who for who in dict.fromkeys(around) if ground.about(who)][:4]


def _mixed(statements: Sequence[Statement]) -> list[Statement]:
    """The statements with their types in turn."""
    number: Counter[str] = Counter()
    placed = []
    for statement in statements:
        number[statement.type] += 1
        placed.append((number[statement.type], statement))
    return [statement for _, statement in sorted(placed, key=lambda pair: pair[0])]


def _telling(
    statement: Statement, manner: Manner, ground: Ground, phrasings: Phrasings, draw: Random
) -> Telling | None:
    """A statement told truly or falsely; truly where the way drawn is none for it; None without a phrasing for it."""
    weights: dict[str, int] = wordings()["variants"]
    variant = draw.choices(list(weights), list(weights.values()))[0]
    for way in dict.fromkeys((variant, "true")):
        told = tell(statement, way, ground, manner.style, draw)  # type: ignore[arg-type]
        if told is not None and phrasings.of(told.type, told.relation, manner.style, manner.tone, negated=told.negated):
            return told
    return None


def _parties(tellings: Sequence[Telling], cast: Sequence[str]) -> list[str]:
    named = [who for told in tellings for who in (told.subject, told.object, told.said_of) if who is not None]
    return [*cast, *named]


# ── a retelling ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _retelling(name: str, source: Tale, manner: Manner, ground: Ground, phrasings: Phrasings, seed: int) -> Tale:
    """The claims of an earlier story in other words and another order; the first that can be wrapped in a source names
    the outlet that it is from."""
    draw = Random(f"{seed}/stories/{name}/what")
    taken = retell.retold(source, manner.style, draw)
    naming = Naming(ground.world, _parties([one.told for one in taken], ()))
    words = Random(f"{seed}/stories/{name}/words")
    sentences: list[tuple[str, Claim]] = []
    kinds: list[str] = []
    for one in taken:
        claim = compose.worded(one.told, manner, phrasings, naming, ground, words)
        if claim is None:
            continue
        named = any(told.sources for _, told in sentences)
        outlet = None if named else source.manner.outlet
        made = sentence(claim, manner, phrasings, words, first=not sentences, from_outlet=outlet)
        kinds += retell.drift(one, made[1])
        sentences.append(made)
    told_of = dict.fromkeys(c.told.subject for _, c in sentences if c.told and c.told.subject)
    cast = sorted(told_of, key=lambda who: not ground.is_principal(who))[:2] or ["It"]
    page = Random(f"{seed}/stories/{name}/page")
    tale = story(name, sentences, cast, manner, phrasings, ground.world, page)
    return replace(tale, retells=source.name, drift=tuple(sorted(dict.fromkeys(kinds))))

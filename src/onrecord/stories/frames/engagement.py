"""What a platform shows of attention: views, likes, comments, and where they come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stories.frames.clauses import Clause, triggers
from onrecord.stories.frames.groups import lemmas_of, platform_in
from onrecord.stories.frames.scene import Draft, Scene

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.stories.parse import Token
    from onrecord.vocabulary import ClaimType


def engagement(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """Every claim of a clause about attention on a platform."""
    yield from _outnumbered(scene, clause)
    yield from _traced(scene, clause)
    yield from _flooded(scene, clause)
    yield from _drew(scene, clause)
    yield from _seen(scene, clause)
    yield from _rose(scene, clause)


def _attention() -> frozenset[str]:
    words = triggers("growth")
    return words["engagement_nouns"] | words["comment_nouns"]


def _outnumbered(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "engagement from users in A outnumbered those in B"."""
    if clause.lemma not in triggers("growth")["outnumber"] or clause.passive:
        return
    start = _attention_before(scene, clause)
    if start is not None:
        end = scene.parsed[clause.verb.i - 1].end
        yield Draft(
            start, clause.end, "engagement", clause.verb, scene.text.view[start:end], "more_engagement_than",
            _other_side(scene, clause), None, clause.negated,
        )  # fmt: skip


def _attention_before(scene: Scene, clause: Clause) -> int | None:
    """Where the attention begins that outnumbers: in the verb's subject, or before a list that the parser cuts."""
    noun = clause.subject
    if noun is not None and lemmas_of(scene, noun) & _attention():
        return max(scene.subtree_span(noun)[0], clause.start)
    for token in reversed(scene.parsed.tokens[: clause.verb.i]):
        if token.pos in ("VERB", "AUX"):
            return None
        if token.lemma in _attention() and token.mention is None:
            return token.start
    return None


def _other_side(scene: Scene, clause: Clause) -> str | None:
    """B in "outnumbered those in B" and in "outnumbered that from B"."""
    thing = clause.object or scene.parsed.child(clause.verb.i, "dobj", "pobj", "nsubj")
    if thing is None:
        return None
    source = scene.parsed.preposition(thing.i, "in", "from", "of", "on") if thing.pos in ("PRON", "DET") else None
    source = source or scene.parsed.preposition(clause.verb.i, "in", "from")
    return scene.who(source if source is not None and thing.mention is None else thing)[0]


def _traced(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "over 750 comments traced back to foreign accounts"."""
    if clause.lemma not in triggers("growth")["trace"]:
        return
    thing = clause.object or clause.subject
    source = scene.parsed.preposition(clause.verb.i, "to", "from") or _after(scene, clause)
    if source is None or thing is None or not ({thing.lemma} & (_attention() | {"surge", "account"})):
        return
    figures = [q for q in scene.quantities if q.end <= clause.end and clause.start - 80 <= q.start]
    start = min([clause.start, scene.words_of(thing)[0], *(q.start for q in figures)])
    kind: ClaimType = "count" if figures else "engagement"
    yield Draft(
        start, clause.end, kind, clause.verb, scene.who(thing)[0], "traced_to", scene.who(source)[0],
        figures[0].quantity if figures else None, clause.negated,
    )  # fmt: skip


def _after(scene: Scene, clause: Clause) -> Token | None:
    return next((t for t in scene.parsed if t.i > clause.verb.i and t.dep == "pobj"), None)


def _flooded(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "comments like … flooded his posts by the hundreds"."""
    words = triggers("growth")
    if (
        clause.subject is None
        or clause.subject.lemma not in words["comment_nouns"]
        or clause.lemma not in words["flood"]
    ):
        return
    start = min(scene.words_of(clause.subject)[0], clause.start)
    figures = [q for q in scene.figures(start, clause.end) if not scene.is_money(q)]
    if figures:
        yield Draft(
            start, max(clause.end, figures[0].end), "count", clause.verb, clause.subject.text.lower(), "posted_on",
            scene.who(clause.object)[0], figures[0].quantity, clause.negated,
        )  # fmt: skip


def _drew(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "the video drew 2.1 million views", "her posts generated 12,000 interactions"."""
    if clause.lemma not in triggers("growth")["draw"] or clause.subject is None or clause.passive:
        return
    figure = next((q for q in scene.counted(clause) if _singular(q.quantity.unit) in _attention()), None)
    if figure is not None:
        subject, open_names = scene.who(clause.subject)
        yield Draft(
            clause.start, max(clause.end, figure.end), "engagement", clause.verb, subject, "drew",
            platform_in(scene, clause.start, clause.end), figure.quantity, clause.negated, candidates=open_names,
        )  # fmt: skip


def _singular(unit: str | None) -> str:
    return (unit or "").removesuffix("s")


def _seen(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "the clip was viewed 2.1 million times"."""
    if clause.lemma not in triggers("growth")["watch"] or not clause.passive or clause.object is None:
        return
    figure = next((q for q in scene.figures(clause.start, clause.end) if _times(scene, q.end, q.quantity.text)), None)
    if figure is not None:
        subject, open_names = scene.who(clause.object)
        yield Draft(
            clause.start, max(clause.end, figure.end), "engagement", clause.verb, subject, "drew",
            platform_in(scene, clause.start, clause.end), figure.quantity, clause.negated, candidates=open_names,
        )  # fmt: skip


def _times(scene: Scene, end: int, words: str) -> bool:
    return words.endswith("times") or scene.text.view[end : end + 6].strip() == "times"


def _rose(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "engagement on his page rose 300 percent"."""
    noun, figures = clause.subject, scene.counted(clause)
    if clause.lemma not in triggers("growth")["rise"] or noun is None or clause.passive or not figures:
        return
    if noun.lemma in triggers("growth")["engagement_nouns"] and noun.mention is None:
        of = scene.parsed.preposition(noun.i, "on", "of", "with")
        subject, open_names = scene.who(of or noun)
        yield Draft(
            clause.start, max(clause.end, figures[0].end), "engagement", clause.verb, subject, "engagement_changed",
            None, figures[0].quantity, clause.negated, candidates=open_names,
        )  # fmt: skip

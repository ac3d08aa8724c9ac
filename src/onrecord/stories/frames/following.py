"""Who follows whom on a platform: how many, from how many to how many."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.stories.frames.clauses import Clause, triggers
from onrecord.stories.frames.groups import lemmas_of, platform_in
from onrecord.stories.frames.scene import Draft, Scene

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.stories.parse import Token
    from onrecord.stories.quantities import FoundQuantity
    from onrecord.vocabulary import Quantity

GAINED = {
    "pick": "gained_followers",
    "gain": "gained_followers",
    "add": "gained_followers",
    "lose": "lost_followers",
    "shed": "lost_followers",
}


def following(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "his following jumped from 38,000 to 95,000", "has 95,000 followers", "TikTok saw similar gains"."""
    if clause.passive:
        return
    noun = following_in(scene, clause) if clause.lemma in triggers("growth")["rise"] else None
    if noun is not None:
        yield from _rose(scene, clause, noun)
    elif clause.subject is not None and (clause.lemma in triggers("growth")["hold"] or clause.lemma in GAINED):
        yield from _has(scene, clause, clause.subject)
    yield from _similar(scene, clause)


def following_in(scene: Scene, clause: Clause) -> Token | None:
    """The following that grew; the parser often takes the word for a verb, so it is looked for before the verb too."""
    words, noun = triggers("growth")["follower_nouns"], clause.subject
    if noun is not None and noun.mention is None and lemmas_of(scene, noun) & words:
        return noun
    before = [t for t in scene.parsed if clause.start <= t.start < clause.verb.start]
    return next((t for t in before[-1:] if t.text.lower() in words), None)


def _rose(scene: Scene, clause: Clause, noun: Token) -> Iterator[Draft]:
    figures = scene.counted(clause)
    if not figures and clause.lemma not in triggers("growth")["multiply"]:
        return
    subject, open_names = whose(scene, noun)
    quantity = _of_followers(figures[0]) if figures else None
    yield Draft(
        clause.start, max(clause.end, figures[0].end if figures else 0), "follower_growth", clause.verb, subject,
        "followers_rose", _platform(scene, clause), quantity, clause.negated, candidates=open_names,
    )  # fmt: skip


def _of_followers(figure: FoundQuantity) -> Quantity:
    """A bare figure counts followers where a following is what grew."""
    return replace(figure.quantity, unit="followers") if figure.quantity.unit is None else figure.quantity


def whose(scene: Scene, noun: Token) -> tuple[str | None, tuple[str, ...]]:
    """Whose following: "Lee's Instagram following", "followers of the group"; nobody's where nobody is named."""
    parsed = scene.parsed
    near = parsed.tokens[max(0, noun.i - 3) : noun.i]
    before = next((t for t in reversed(near) if t.tag == "PRP$" or t.dep == "poss"), None)
    return scene.who(parsed.child(noun.i, "poss") or before or parsed.preposition(noun.i, "of"))


def _has(scene: Scene, clause: Clause, holder: Token) -> Iterator[Draft]:
    """ "has 95,000 followers on Instagram", "his Instagram account has 95,000 followers", "gained 57,000 followers"."""
    nouns = triggers("growth")["follower_nouns"] | {"fans"}
    figure = next((q for q in scene.counted(clause) if (q.quantity.unit or "") in nouns), None)
    if figure is None:
        return
    account = holder.mention is None and holder.lemma in triggers("growth")["account_nouns"]
    subject, open_names = whose(scene, holder) if account else scene.parties(holder)
    relation = GAINED.get(clause.lemma, "had_followers")
    yield Draft(
        clause.start, max(clause.end, figure.end), "follower_growth", clause.verb, subject, relation,
        _platform(scene, clause), figure.quantity, clause.negated, candidates=open_names,
    )  # fmt: skip


def _platform(scene: Scene, clause: Clause) -> str | None:
    sentence = scene.parsed.sentence
    return platform_in(scene, clause.start, clause.end) or platform_in(scene, sentence.start, sentence.end)


def _similar(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "TikTok saw similar gains": growth without a figure, measured by another."""
    words, gains = triggers("growth"), clause.object
    if gains is None or clause.lemma not in words["see"] or gains.lemma not in words["gains_nouns"]:
        return
    subject = clause.subject.mention if clause.subject is not None else None
    if subject is not None and subject.kind == "platform":
        yield Draft(
            clause.start, clause.end, "follower_growth", clause.verb, None, "followers_rose", subject.name, None,
            clause.negated,
        )  # fmt: skip

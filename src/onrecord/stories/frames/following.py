"""Who follows whom on a platform: how many, from how many to how many."""

from __future__ import annotations

import re
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

BEGUN = re.compile(r"\b(?:from|(?:began|begun|started|starting|opened) (?:with|at|on|out with)) $")
"""What stands before the figure that a growth begins at."""
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
    words = triggers("growth")
    noun = following_in(scene, clause) if clause.lemma in words["rise"] | words["level"] else None
    moved = next((q for q in scene.quantities if _is_move(scene, clause, q)), None)
    if noun is not None and (moved is None or clause.lemma in triggers("growth")["multiply"]):
        yield from _rose(scene, clause, noun)
    elif moved is not None:
        yield from _went(scene, clause, moved)
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
    nouns = triggers("growth")["follower_nouns"] | {"fans"}
    counted = all(q.kind != "percent" and (q.quantity.unit is None or q.quantity.unit in nouns) for q in figures)
    if not figures and clause.lemma not in triggers("growth")["multiply"]:
        return
    if clause.lemma not in triggers("growth")["rise"] and not counted:
        return  # "her following is 60 percent bots" counts no followers
    subject, open_names = whose(scene, noun)
    quantity = _reached(scene, figures) if figures else None
    if figures and quantity is None:
        return
    grown = quantity is not None and quantity.from_low is not None
    relation = "followers_rose" if grown or clause.lemma in triggers("growth")["rise"] else "had_followers"
    yield Draft(
        clause.start, _end(scene, clause, figures[0] if figures else None), "follower_growth", clause.verb, subject,
        relation, _platform(scene, clause), quantity, clause.negated, candidates=open_names,
    )  # fmt: skip


def _end(scene: Scene, clause: Clause, figure: FoundQuantity | None) -> int:
    """Where the claim ends: before ", a 150 percent increase", which says more, and is right or wrong for itself."""
    if figure is None:
        return clause.end
    more = [q.start for q in scene.figures(figure.end, clause.end) if q.quantity.unit == "percent"]
    commas = [t.start for t in scene.parsed if more and figure.end <= t.start < more[0] and t.text in (",", ";", "—")]
    return commas[0] if commas else max(clause.end, figure.end)


def _is_move(scene: Scene, clause: Clause, figure: FoundQuantity) -> bool:
    """Whether a figure of the clause says from how many followers to how many, in whatever verb."""
    quantity, nouns = figure.quantity, triggers("growth")["follower_nouns"] | {"fans"}
    told = (quantity.unit or "") in nouns or (quantity.unit is None and following_in(scene, clause) is not None)
    return quantity.from_low is not None and told and clause.start <= figure.start and figure.end <= clause.end


def _went(scene: Scene, clause: Clause, figure: FoundQuantity) -> Iterator[Draft]:
    """ "Lee went from 400 followers to 900 on Chirper", "her page crept from 400 followers to 900"."""
    subject, open_names = _follows(scene, clause)
    if subject is None and not open_names and following_in(scene, clause) is None:
        return
    yield Draft(
        clause.start, _end(scene, clause, figure), "follower_growth", clause.verb, subject, "followers_rose",
        _platform(scene, clause), _of_followers(figure), clause.negated, candidates=open_names,
    )  # fmt: skip


def _follows(scene: Scene, clause: Clause) -> tuple[str | None, tuple[str, ...]]:
    """Whose followers: the one that acts, or who owns the following, the account or the count that moves."""
    noun, parsed = clause.subject, scene.parsed
    follows = following_in(scene, clause)
    for thing in (t for t in (noun, follows) if t is not None):
        acts = thing.mention is not None and thing.mention.kind != "platform" and follows is None
        if acts and parsed.child(thing.i, "poss") is None and not _before_following(scene, thing):
            return scene.parties(thing)
        owner = parsed.child(thing.i, "poss") or parsed.preposition(thing.i, "of", "for")
        if owner is not None and not (owner.mention is not None and owner.mention.kind == "platform"):
            return scene.who(owner)
    before = [t for t in parsed.tokens[: clause.verb.i] if t.dep == "poss" and t.start >= clause.start]
    if before:
        return scene.who(before[0])
    named = noun is not None and noun.mention is not None and noun.mention.kind != "platform"
    return scene.parties(noun) if named else (None, ())


def _before_following(scene: Scene, token: Token) -> bool:
    """ "Lee's Chirper following": a name right before the noun."""
    words = triggers("growth")["follower_nouns"] | triggers("growth")["account_nouns"]
    return any(t.text.lower() in words for t in scene.parsed.tokens[token.i + 1 : token.i + 2])


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
    figures = [q for q in scene.counted(clause) if (q.quantity.unit or "") in nouns]
    quantity = _reached(scene, figures)
    if quantity is None:
        return
    figure = figures[-1]
    account = holder.mention is None and holder.lemma in triggers("growth")["account_nouns"]
    subject, open_names = whose(scene, holder) if account else scene.parties(holder)
    relation = GAINED.get(clause.lemma, "had_followers")
    yield Draft(
        clause.start, max(clause.end, figure.end), "follower_growth", clause.verb, subject, relation,
        _platform(scene, clause), quantity, clause.negated, candidates=open_names,
    )  # fmt: skip


def _reached(scene: Scene, figures: list[FoundQuantity]) -> Quantity | None:
    """Where a following came to; "up from 400" is where it began, and never the end of it."""
    begun = [q for q in figures if q.quantity.from_low is None and BEGUN.search(scene.text.view[: q.start])]
    ends = [q for q in figures if q not in begun]
    if not ends:
        return None
    quantity = _of_followers(ends[0])
    if len(begun) == 1 and quantity.from_low is None:
        quantity = replace(quantity, from_low=begun[0].quantity.low, from_high=begun[0].quantity.high)
    return quantity


def _platform(scene: Scene, clause: Clause) -> str | None:
    sentence = scene.parsed.sentence
    known = platform_in(scene, clause.start, clause.end) or platform_in(scene, sentence.start, sentence.end)
    return known or _by_place(scene, clause)


def _by_place(scene: Scene, clause: Clause) -> str | None:
    """A platform told by where it stands: "followers on Chirper", "her Chirper following", a name of no known kind."""
    words = triggers("growth")["follower_nouns"] | triggers("growth")["account_nouns"]
    named = set()
    for token in scene.parsed:
        if token.mention is None or token.mention.kind in ("person", "place", "group"):
            continue
        head = scene.parsed[token.head]
        on = token.dep == "pobj" and head.lemma == "on" and clause.start <= token.start
        beside = token.dep in ("compound", "nmod", "amod") and head.lemma in words
        if on or beside or (token.dep != "poss" and _before_following(scene, token) and token.i > 1):
            named.add(token.mention.name)
    return named.pop() if len(named) == 1 else None


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

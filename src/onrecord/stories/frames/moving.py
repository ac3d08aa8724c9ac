"""Which amounts a verb moves: its own, those of "made payments adding up to $5", of "the $5 that Acme took"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.stories.frames.clauses import triggers
from onrecord.stories.frames.parties import chain_of, is_sum

if TYPE_CHECKING:
    from onrecord.stories.frames.clauses import Clause
    from onrecord.stories.frames.scene import Scene
    from onrecord.stories.quantities import FoundQuantity


def moved(scene: Scene, clause: Clause) -> list[FoundQuantity]:
    """The amounts that the clause's own verb moves: money, or a bare "millions"; what a group has is not moved."""
    own = [*scene.governed(clause), *under(scene, clause), *_summed_up(scene, clause)]
    own += [*moved_on(scene, clause), *asked(scene, clause)]
    sums = scene.sums(clause.start, clause.end)
    figures = [q for q in own if scene.is_money(q)] or [q for q in own if q in sums]
    about = [*moved_on(scene, clause), *asked(scene, clause)]
    return [q for q in figures if not _is_held(scene, q) and (q in about or not _of_subject(scene, clause, q))]


def under(scene: Scene, clause: Clause) -> list[FoundQuantity]:
    """Amounts right below the verb that are told of another: "appears to have paid $5", "remunerated Acme with $5"."""
    words, own = triggers("money"), scene.governed(clause)
    inner = clause.verb.dep == "xcomp"
    means = clause.lemma in words["pay"] | words["support"]
    if not inner and not means:
        return []
    found = []
    for figure in scene.money(clause.verb.start, scene.parsed.sentence.end):
        chain = chain_of(scene, figure)
        if (
            figure not in own
            and chain
            and chain[-1].head == clause.verb.i
            and (inner or chain[-1].lemma in ("with", "to"))
        ):
            found.append(figure)
    return found


def _summed_up(scene: Scene, clause: Clause) -> list[FoundQuantity]:
    """The amount of "made payments adding up to $5"."""
    if clause.object is None or scene.governed(clause):
        return []
    verbs = [t.i for t in scene.parsed.all_children(clause.object.i, "acl", "relcl") if is_sum(t)]
    adding = [c for c in scene.clauses if c.verb.i in verbs]
    return [q for c in adding for q in scene.governed(c) if scene.is_money(q)]


def asked(scene: Scene, clause: Clause) -> list[FoundQuantity]:
    """The amount of "$5: that is what Lee gave Acme", which stands before the colon."""
    asked = [t for t in scene.parsed.tokens[: clause.verb.i] if t.text.lower() in ("what", "much")]
    figures = scene.money(scene.parsed.sentence.start, clause.start)
    if not asked or clause.verb.dep != "ccomp" or len(figures) != 1 or scene.governed(clause):
        return []
    between_them = scene.text.view[figures[0].end : asked[-1].start].lower()
    return figures if re.search(r"[:,\u2014] (?:that|this|which) (?:is|was) (?:how )?$", between_them) else []


def moved_on(scene: Scene, clause: Clause) -> list[FoundQuantity]:
    """The amount that an addition is about: "$5 given to Acme", "the $5 that Acme took from Lee"."""
    if clause.verb.dep not in ("acl", "relcl") or scene.parsed[clause.verb.head].i > clause.verb.i:
        return []
    head = clause.verb.head
    found = [q for q in scene.quantities if (at := scene.at(q)) is not None and at.i == head]
    return [q for q in found if not any(scene.is_money(o) for o in scene.governed(clause))]


def _of_subject(scene: Scene, clause: Clause, figure: FoundQuantity) -> bool:
    """Whether an amount only describes who acts: "the $5 million firm paid Lee", "her $600 gift made news"."""
    acts = not clause.passive and clause.lemma not in triggers("money")["go"] | {"come"}
    return acts and any(t.dep == "nsubj" for t in chain_of(scene, figure))


def _is_held(scene: Scene, figure: FoundQuantity) -> bool:
    """Whether an amount is what somebody has ("with revenue of $2 million"), not what moves."""
    chain, nouns = chain_of(scene, figure), triggers("money")["revenue_nouns"]
    inside = [scene.parsed.preposition(t.i, "in", "as") for t in chain[:1]]
    return any(t is not None and t.mention is None and t.lemma in nouns for t in (*chain, *inside))

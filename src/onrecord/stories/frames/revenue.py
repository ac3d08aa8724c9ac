"""What a group takes in: revenue, budgets, and gifts to it where nobody is named as the giver."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stories.frames.actors import actor, stating
from onrecord.stories.frames.clauses import Clause, triggers
from onrecord.stories.frames.moving import asked, moved_on, under
from onrecord.stories.frames.parties import (
    chain_of,
    gift_kind,
    hung_on,
    is_named,
    is_person,
    is_record,
    is_sum,
    somebody,
)
from onrecord.stories.frames.scene import Draft, Scene
from onrecord.stories.frames.spending import aim_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.stories.parse import Token
    from onrecord.stories.quantities import FoundQuantity


def revenue(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "reported $5 in revenue", "its revenue was $5", "gifts to it rose 4 %", "has raised $5"."""
    if clause.unreal or clause.passive or clause.subject is None:
        return
    figures = scene.governed(clause) or under(scene, clause)
    amounts = [q for q in figures if scene.is_money(q)]
    if _is_income(clause.subject):
        yield from _income(scene, clause, clause.subject, figures, amounts)
    elif amounts and not is_record(clause.subject) and not _is_transfer(clause.subject):
        yield from _taken_in(scene, clause, actor(scene, clause, clause.subject) or clause.subject, amounts[0])


def _is_income(noun: Token) -> bool:
    words = triggers("money")
    return noun.mention is None and noun.lemma in words["revenue_nouns"] | words["gift_nouns"] | words["hauls"]


def _is_transfer(noun: Token) -> bool:
    return noun.mention is None and noun.lemma in triggers("money")["transfer_nouns"]


def _income(
    scene: Scene, clause: Clause, noun: Token, figures: list[FoundQuantity], amounts: list[FoundQuantity]
) -> Iterator[Draft]:
    """ "Acme's revenue was $5", "contributions to Acme fell 4 %"."""
    changes = clause.lemma in triggers("growth")["rise"]
    words = triggers("money")
    stated = amounts if clause.lemma in words["amount_verbs"] | words["sum_verbs"] else []
    stated = stated or (figures if changes else [])
    owner = _owner(scene, noun)
    if stated and owner is not None:
        yield _draft(scene, clause, owner, stated[0], _before(scene, clause, noun))


def _before(scene: Scene, clause: Clause, noun: Token) -> int:
    """Where the claim begins: "Acme saw its revenue grow" begins with Acme."""
    head = scene.parsed[clause.verb.head]
    outer = next((c for c in scene.clauses if c.verb.i == head.i), None)
    if clause.verb.dep in ("ccomp", "xcomp") and outer is not None and outer.lemma in triggers("money")["see"]:
        return min(outer.start, clause.start)
    return clause.start


def _owner(scene: Scene, noun: Token) -> Token | None:
    """Whose revenue: "Acme's revenue", "revenue of Acme", "revenue at Acme"."""
    parsed = scene.parsed
    inward = [t for t in parsed.all_children(noun.i, "acl", "relcl") if t.lemma in ("come", "flow", "pour", "stream")]
    return (
        parsed.child(noun.i, "poss")
        or next((found for t in inward if (found := _into(scene, t)) is not None), None)
        or hung_on(scene, [noun], ("to", "of", "at", "for"))
        or next((t for t in parsed.all_children(noun.i, "compound", "nmod") if t.mention is not None), None)
    )


def _into(scene: Scene, verb: Token) -> Token | None:
    """Into whom something flows, however the parser hangs "in to Acme"."""
    below = scene.parsed.subtree(verb.i)
    return next((t for t in below if t.dep == "pobj" and t.i > verb.i and is_named(t)), None)


def _taken_in(scene: Scene, clause: Clause, holder: Token, figure: FoundQuantity) -> Iterator[Draft]:
    words, parsed = triggers("money"), scene.parsed
    nouns = {t.lemma for t in parsed if clause.start <= t.start < clause.end and t.pos in ("NOUN", "PROPN")}
    stated = nouns & (words["revenue_nouns"] | words["gift_nouns"])
    particle = any(t.lemma == "in" for t in parsed.all_children(clause.verb.i, "prt", "advmod", "prep"))
    earned = clause.lemma in words["earn"] and not _is_human(holder)
    raised = earned or clause.lemma in words["raise"] or (clause.lemma in words["take_in"] and particle)
    if not (raised or (stated and clause.lemma in words["revenue_verbs"] | words["take_in"])):
        return
    giver = _giver(scene, clause, figure)
    if giver is not None and (is_named(giver) or clause.lemma in words["receive"]):
        return  # a gift with a giver is a transfer
    if raised and not stated and (_is_political(scene, holder) or aim_of(scene, figure.end, _sentence_end(scene))):
        yield _contributed(scene, clause, holder, figure)
    else:
        yield _draft(scene, clause, holder, figure, clause.start)


def _is_political(scene: Scene, holder: Token) -> bool:
    return gift_kind(scene, holder) == "contribution"


def _is_human(token: Token) -> bool:
    return is_person(token) or token.lemma in ("he", "she")


def _sentence_end(scene: Scene) -> int:
    return scene.parsed.sentence.end


def _contributed(scene: Scene, clause: Clause, holder: Token, figure: FoundQuantity) -> Draft:
    other, open_names = scene.parties(holder)
    return Draft(
        clause.start, max(clause.end, figure.end), "contribution", clause.verb, None, "contributed_to", other,
        figure.quantity, clause.negated, candidates=open_names,
    )  # fmt: skip


def _draft(scene: Scene, clause: Clause, holder: Token, figure: FoundQuantity, start: int) -> Draft:
    subject, open_names = scene.parties(holder)
    return Draft(
        start, max(clause.end, figure.end), "revenue", clause.verb, subject, "had_revenue", None, figure.quantity,
        clause.negated, candidates=open_names,
    )  # fmt: skip


def revenues(scene: Scene) -> Iterator[Draft]:
    """ "X, with revenue of $2 million in 2030, …" and "X's $2 million in revenue"."""
    for noun in (t for t in scene.parsed if t.lemma in triggers("money")["revenue_nouns"] and t.dep == "pobj"):
        word = scene.parsed[noun.head]
        if word.lemma == "with":
            yield from _with(scene, noun)
        elif word.lemma == "in":
            yield from _amount_in(scene, noun, scene.parsed[word.head])


def held(scene: Scene) -> Iterator[Draft]:
    """Revenue in any verb: "ran on revenue of $5", "$5 in income reached Acme", "It was $5 that Acme took in"."""
    for clause in scene.clauses:
        if clause.unreal or clause.lemma in triggers("money")["revenue_not"]:
            continue
        figure = next(
            (q for q in scene.money(clause.start, scene.parsed.sentence.end) if _is_revenue(scene, clause, q)), None
        )
        if figure is not None:
            holder = _holder(scene, clause, figure)
            if holder is not None and not _gives(scene, clause, figure):
                yield _draft(scene, clause, holder, figure, clause.start)
        yield from _cleft(scene, clause)


def _is_revenue(scene: Scene, clause: Clause, figure: FoundQuantity) -> bool:
    """Whether an amount right below a verb is called revenue: "revenue of $5", "$5 in revenue"."""
    chain = chain_of(scene, figure)
    nouns = [t for t in chain if t.mention is None]
    nouns += [t for c in chain[:1] if (t := scene.parsed.preposition(c.i, "in", "as")) is not None]
    beside = [p for p in scene.parsed.all_children(clause.verb.i, "prep") if p.lemma in ("in", "as")]
    nouns += [t for p in beside for t in scene.parsed.all_children(p.i, "pobj") if t.i > clause.verb.i]
    told = any(t.mention is None and t.lemma in triggers("money")["revenue_nouns"] for t in nouns)
    return told and bool(chain) and (chain[-1].head == clause.verb.i or _sums(scene, chain[-1], clause))


def _sums(scene: Scene, last: Token, clause: Clause) -> bool:
    """ "Had revenue amounting to $5": there a verb stands between."""
    verb = scene.parsed[last.head]
    over = scene.parsed[verb.head]
    return is_sum(verb) and over.lemma in triggers("money")["revenue_nouns"] and over.head == clause.verb.i


def _holder(scene: Scene, clause: Clause, figure: FoundQuantity) -> Token | None:
    """Who has it: the subject, or whom an amount came in to."""
    anchor, subject = scene.at(figure), clause.subject
    if subject is not None and anchor is not None and subject.i == anchor.i:
        behind = clause.object if is_named(clause.object) else _into(scene, clause.verb)
        moves = clause.lemma in ("come", "go", "reach", "flow", "pour", "roll", "stream")
        return behind if moves else None
    named = actor(scene, clause, subject)
    return named if is_named(named) and not is_person(named) and not clause.passive else None


def _gives(scene: Scene, clause: Clause, figure: FoundQuantity) -> bool:
    return is_named(_giver(scene, clause, figure))


def _giver(scene: Scene, clause: Clause, figure: FoundQuantity) -> Token | None:
    """From whom; the source in a label ("From the Ledger: Acme took in $5") gives nothing."""
    found = hung_on(scene, [clause.verb, *chain_of(scene, figure)], ("from",))
    return None if found is not None and ":" in scene.text.view[found.end : figure.start] else found


def _cleft(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "It was $5 that Acme took in", "$5: that is what Acme earned"."""
    words, holder = triggers("money"), clause.subject
    takes = clause.lemma in words["receive"] | words["earn"] | words["take_in"] | words["revenue_verbs"]
    figures = [*moved_on(scene, clause), *asked(scene, clause)]
    figures = [q for q in figures if scene.is_money(q)]
    if not takes or not figures or holder is None or not is_named(holder) or is_person(holder) or clause.passive:
        return
    over = stating(scene, clause)
    it = over is not None and over.subject is not None and over.subject.lemma in ("it", "that")
    if (it or asked(scene, clause)) and not _gives(scene, clause, figures[0]):
        start = min(figures[0].start, over.start if it and over is not None else figures[0].start)
        yield _draft(scene, clause, holder, figures[0], start)


def _with(scene: Scene, noun: Token) -> Iterator[Draft]:
    last = scene.parsed.subtree(noun.i, without=("relcl", "acl", "conj"))[-1].end
    figure = next(iter(scene.money(noun.start, last)), None)
    before = reversed(scene.parsed.tokens[: noun.i])
    holder = next((t for t in before if t.mention and t.mention.kind == "organization"), None)
    if figure is not None and holder is not None:
        start, end = scene.words_of(holder)[0], max(last, figure.end)
        yield Draft(start, end, "revenue", noun, scene.who(holder)[0], "had_revenue", None, figure.quantity)


def _amount_in(scene: Scene, noun: Token, amount: Token) -> Iterator[Draft]:
    owner = somebody(scene, scene.parsed.child(amount.i, "poss"))
    figure = next((q for q in scene.quantities if q.start <= amount.start < q.end), None)
    if owner is not None and figure is not None:
        start = scene.words_of(owner)[0]
        yield Draft(start, noun.end, "revenue", noun, scene.who(owner)[0], "had_revenue", None, figure.quantity)

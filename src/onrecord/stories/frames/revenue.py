"""What a group takes in: revenue, budgets, and gifts to it where nobody is named as the giver."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stories.frames.clauses import Clause, triggers
from onrecord.stories.frames.parties import chain_of, gift_kind, hung_on, is_named, is_person, is_record, somebody
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
    figures = scene.governed(clause)
    amounts = [q for q in figures if scene.is_money(q)]
    if _is_income(clause.subject):
        yield from _income(scene, clause, clause.subject, figures, amounts)
    elif amounts and not is_record(clause.subject) and not _is_transfer(clause.subject):
        yield from _taken_in(scene, clause, clause.subject, amounts[0])


def _is_income(noun: Token) -> bool:
    words = triggers("money")
    return noun.mention is None and noun.lemma in words["revenue_nouns"] | words["gift_nouns"]


def _is_transfer(noun: Token) -> bool:
    return noun.mention is None and noun.lemma in triggers("money")["transfer_nouns"]


def _income(
    scene: Scene, clause: Clause, noun: Token, figures: list[FoundQuantity], amounts: list[FoundQuantity]
) -> Iterator[Draft]:
    """ "Acme's revenue was $5", "contributions to Acme fell 4 %"."""
    changes = clause.lemma in triggers("growth")["rise"]
    stated = amounts if clause.lemma in triggers("money")["amount_verbs"] else []
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
    return (
        parsed.child(noun.i, "poss")
        or hung_on(scene, [noun], ("to", "of", "at", "for"))
        or next((t for t in parsed.all_children(noun.i, "compound", "nmod") if t.mention is not None), None)
    )


def _taken_in(scene: Scene, clause: Clause, holder: Token, figure: FoundQuantity) -> Iterator[Draft]:
    words, parsed = triggers("money"), scene.parsed
    nouns = {t.lemma for t in parsed if clause.start <= t.start < clause.end and t.pos in ("NOUN", "PROPN")}
    stated = nouns & (words["revenue_nouns"] | words["gift_nouns"])
    particle = any(t.lemma == "in" for t in parsed.all_children(clause.verb.i, "prt", "advmod", "prep"))
    earned = clause.lemma in words["earn"] and not _is_human(holder)
    raised = earned or clause.lemma in words["raise"] or (clause.lemma in words["take_in"] and particle)
    if not (raised or (stated and clause.lemma in words["revenue_verbs"] | words["take_in"])):
        return
    giver = hung_on(scene, [clause.verb, *chain_of(scene, figure)], ("from",))
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

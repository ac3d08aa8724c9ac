"""Money that moves: payment, contribution, grant, loan, independent expenditure; and money that a group has: revenue.

A payment to a vendor, a contribution to a campaign, a grant between organizations and spending for or against somebody
are four different relations, told apart by the verb and by what kind of receiver it names, never by who it names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stories.frames.clauses import Clause, triggers
from onrecord.stories.frames.scene import Draft, Scene

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.stories.parse import Token
    from onrecord.stories.quantities import FoundQuantity
    from onrecord.vocabulary import ClaimType


def money(scene: Scene) -> Iterator[Draft]:
    """Every money claim of a sentence."""
    for clause in scene.clauses:
        yield from _transfers(scene, clause)
        yield from _funded(scene, clause)
        yield from _spent(scene, clause)
        yield from _revenue(scene, clause)
    yield from _backing(scene)
    yield from _with_revenue(scene)


def _draft(
    scene: Scene,
    clause: Clause,
    kind: ClaimType,
    relation: str,
    giver: Token | None,
    receiver: Token | None,
    figure: FoundQuantity | None,
    span: tuple[int, int] | None = None,
) -> Draft:
    subject, open_subject = scene.parties(giver)
    other, open_object = scene.parties(receiver, giver)
    start, end = span or (clause.start, clause.end)
    if figure is not None and span is None:
        end = max(end, figure.end)
    return Draft(
        start, end, kind, clause.verb, subject, relation, other, figure.quantity if figure else None,
        clause.negated, candidates=open_subject or open_object,
    )  # fmt: skip


def _transfers(scene: Scene, clause: Clause) -> Iterator[Draft]:
    words = triggers("money")
    lemma = clause.lemma
    figures = scene.money(clause.start, clause.end) or scene.sums(clause.start, clause.end)
    if not figures:
        return
    figures = [q for q in scene.own_figures(clause, figures) if not _is_revenue(scene, q)]
    if not figures:
        return
    doer = clause.subject
    if doer is not None and doer.mention is None and doer.lemma in triggers("speech")["record_nouns"]:
        doer = None  # records show a gift, they do not make it
    if lemma in words["pay"]:
        receiver = _receiver(scene, clause) or (clause.object if not clause.passive else clause.object)
        yield from _one_or_more(scene, clause, "payment", "paid", doer, receiver, figures)
    elif lemma in words["loan"]:
        yield from _one_or_more(scene, clause, "payment", "lent", doer, _receiver(scene, clause), figures)
    elif lemma in words["give"] and (receiver := _receiver(scene, clause)):
        kind = gift_kind(receiver, scene)
        yield from _one_or_more(scene, clause, kind, "gave", doer, receiver, figures)
    elif lemma in words["receive"] and (giver := scene.parsed.preposition(clause.verb.i, "from") or _from_amount(scene, figures)):
        receiver = clause.object if clause.passive else doer
        kind = gift_kind(receiver, scene) if receiver else "contribution"
        yield from _one_or_more(scene, clause, kind, "gave", giver, receiver, figures)


def _is_revenue(scene: Scene, figure: FoundQuantity) -> bool:
    """Whether an amount is what somebody has ("with revenue of $2 million"), not what moves."""
    anchor = scene.at(figure)
    noun = scene.parsed[scene.parsed[anchor.head].head] if anchor is not None else None
    return noun is not None and noun.lemma in triggers("money")["revenue_nouns"]


def _one_or_more(
    scene: Scene,
    clause: Clause,
    kind: ClaimType,
    relation: str,
    giver: Token | None,
    receiver: Token | None,
    figures: list[FoundQuantity],
) -> Iterator[Draft]:
    """One claim for each amount: "paid X $5 on May 1 and another $7 on May 6" is two payments."""
    for number, figure in enumerate(figures):
        begin = clause.start if number == 0 else _word_before(scene, figure)
        end = clause.end if number == len(figures) - 1 else _end_before(scene, figures[number + 1])
        yield _draft(scene, clause, kind, relation, giver, receiver, figure, (begin, max(end, figure.end)))


def _word_before(scene: Scene, figure: FoundQuantity) -> int:
    before = [t for t in scene.parsed if t.end <= figure.start]
    return before[-1].start if before and before[-1].lemma in ("another", "a", "additional", "further") else figure.start


def _end_before(scene: Scene, figure: FoundQuantity) -> int:
    """Where the words before a further amount end, joining words left out."""
    before = [t for t in scene.parsed if t.end <= figure.start]
    while before and (before[-1].pos in ("CCONJ", "PUNCT", "DET", "SCONJ") or before[-1].lemma in ("another", "a", "additional", "further")):
        before.pop()
    return before[-1].end if before else figure.start


def _receiver(scene: Scene, clause: Clause) -> Token | None:
    """To whom: "gave Acme $5", "gave $5 to Acme"."""
    parsed, verb = scene.parsed, clause.verb
    if clause.passive and clause.object is not None and not _is_amount(scene, clause.object):
        return clause.object
    found = parsed.child(verb.i, "dative", "iobj")
    if found is not None and found.pos != "ADP":
        return found
    to = parsed.preposition(verb.i, "to", "into")
    if to is not None and not _is_amount(scene, to):
        return to
    for child in parsed.all_children(verb.i, "dobj"):
        if not _is_amount(scene, child):
            return child
        inner = parsed.preposition(child.i, "to", "into")
        if inner is not None:
            return inner
    return None


def _is_amount(scene: Scene, token: Token) -> bool:
    return any(q.start <= token.start < q.end for q in scene.quantities) or token.lemma in ("money", "million", "fund", "cash", "grant", "donation")


def _from_amount(scene: Scene, figures: list[FoundQuantity]) -> Token | None:
    anchor = scene.at(figures[0])
    for _ in range(3):
        if anchor is None:
            return None
        if (found := scene.parsed.preposition(anchor.i, "from")) is not None:
            return found
        anchor = scene.parsed[anchor.head]
    return None


def gift_kind(receiver: Token, scene: Scene) -> ClaimType:
    """What giving money to this kind of receiver is called: a contribution to a campaign, else a grant."""
    political = triggers("money")["political_receivers"]
    beside = scene.parsed.child(receiver.i, "appos")
    if beside is not None and beside.lemma in political:
        return "contribution"
    name = receiver.mention.name.lower() if receiver.mention else receiver.lemma
    resolved = (scene.who(receiver)[0] or "").lower()
    if (receiver.mention is not None and receiver.mention.kind == "person") or receiver.pos == "PRON":
        return "contribution"
    return "contribution" if political & set(f"{name} {resolved}".split()) else "grant"


def _funded(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """"funded by X", "backed by millions from X", with or without an amount ("to the tune of $5 million")."""
    words = triggers("money")
    if clause.lemma not in words["fund"]:
        return
    parsed = scene.parsed
    if clause.passive:
        source = clause.subject
        if source is None:
            return
        figures = scene.figures(clause.start, clause.end)
        if _is_amount(scene, source) or source.lemma in ("million", "billion", "money", "dollar", "fund"):
            source = parsed.preposition(source.i, "from") or parsed.preposition(clause.verb.i, "from")
        if source is None or (clause.lemma in ("back", "sponsor") and not figures):
            return
        receiver = clause.object
        start = scene.words_of(receiver)[0] if receiver is not None and clause.verb.dep == "acl" and _adjacent(scene, receiver, clause) else clause.start
        political = receiver is not None and gift_kind(receiver, scene) == "contribution" and receiver.mention is not None
        kind: ClaimType = "contribution" if political else "payment"
        cash = [q for q in figures if q.quantity.unit in ("USD", None)]
        yield _draft(scene, clause, kind, "funded", source, receiver, cash[0] if cash else None, (start, clause.end))
    elif clause.lemma in ("fund", "finance", "bankroll") and clause.object is not None and clause.subject is not None:
        receiver = clause.object
        if receiver.mention or scene.money(clause.start, clause.end):
            figure = next(iter(scene.money(clause.start, clause.end)), None)
            yield _draft(scene, clause, gift_kind(receiver, scene), "funded", clause.subject, receiver, figure)


def _adjacent(scene: Scene, noun: Token, clause: Clause) -> bool:
    between = scene.text.view[noun.end : clause.start]
    return len(between) <= 4


def _with_revenue(scene: Scene) -> Iterator[Draft]:
    """"X, with revenue of $2 million in 2030, …"."""
    for noun in (t for t in scene.parsed if t.lemma in triggers("money")["revenue_nouns"] and t.dep == "pobj"):
        if scene.parsed[noun.head].lemma != "with":
            continue
        last = scene.parsed.subtree(noun.i)[-1].end
        figure = next(iter(scene.money(noun.start, last)), None)
        holder = next((t for t in reversed(scene.parsed.tokens[: noun.i]) if t.mention and t.mention.kind == "organization"), None)
        if figure is not None and holder is not None:
            yield Draft(holder.start, max(last, figure.end), "revenue", noun, scene.who(holder)[0], "had_revenue", None, figure.quantity)


def _backing(scene: Scene) -> Iterator[Draft]:
    """"the financial backing from X": money stated in a noun, its receiver and amount left open."""
    for noun in (t for t in scene.parsed if t.lemma in ("backing", "funding", "donation", "contribution") and t.pos == "NOUN"):
        giver = scene.parsed.preposition(noun.i, "from")
        if giver is None or giver.mention is None or giver.mention.kind not in ("person", "organization"):
            continue
        if noun.lemma == "backing" and not any(t.lemma == "financial" for t in scene.parsed.all_children(noun.i, "amod")):
            continue
        yield Draft(scene.words_of(noun)[0], giver.end, "contribution", noun, scene.who(giver)[0], "gave", None)


def _spent(scene: Scene, clause: Clause) -> Iterator[Draft]:
    words = triggers("money")
    figures = scene.own_figures(clause, scene.money(clause.start, clause.end))
    if clause.lemma in words["spend"] and figures:
        against, target = _purpose(scene, clause)
        political = target is not None
        yield _draft(
            scene, clause,
            "independent_expenditure" if political else "payment",
            ("spent_against" if against else "spent_for") if political else "paid",
            clause.subject, target or scene.parsed.preposition(clause.verb.i, "on", "for"), figures[0],
        )  # fmt: skip
    elif clause.lemma in words["go"] and figures and (receiver := scene.parsed.preposition(clause.verb.i, "to")):
        yield _draft(scene, clause, gift_kind(receiver, scene), "gave", None, receiver, figures[0])
    for noun in (t for t in scene.parsed if t.lemma in words["cost_nouns"] and t.lemma != "tune"):
        if clause.verb.i == _governor(scene, noun) and (near := scene.money(noun.start, noun.end + 40)):
            start = noun.start - 5 if scene.text.view[noun.start - 5 : noun.start] == "at a " else noun.start
            yield _draft(scene, clause, "independent_expenditure", "spent_for", clause.subject, clause.object, near[0], (start, near[0].end))


def _governor(scene: Scene, token: Token) -> int:
    at = token
    for _ in range(6):
        if at.pos == "VERB":
            return at.i
        at = scene.parsed[at.head]
    return -1


def _purpose(scene: Scene, clause: Clause) -> tuple[bool, Token | None]:
    """For or against whom money was spent: "against Lee", "in support of Lee", "to defeat Lee", "on ads attacking Lee"."""
    parsed, words = scene.parsed, triggers("money")
    against = {"against", "oppose", "attack", "defeat", "stop", "block", "beat"}
    helpful = {"support", "boost", "promote", "elect", "help", "behalf", "back", "favor", "for"}
    for t in parsed.subtree(clause.verb.i, without=("advcl_",)):
        if clause.start <= t.start < clause.end or t.dep == "xcomp":
            target = parsed.child(t.i, "dobj", "pobj") or parsed.preposition(t.i, "of")
            if target is not None and target.mention is not None and target.mention.kind in ("person", "unknown"):
                if t.lemma in against:
                    return True, target
                if t.lemma in helpful or t.lemma in words["election_purposes"]:
                    return False, target
    return False, None


def _revenue(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """What a group takes in: "reported $5 million in revenue", "annual revenues of $5 million", "has raised $5 million"."""
    words, parsed = triggers("money"), scene.parsed
    figures = scene.own_figures(clause, scene.money(clause.start, clause.end))
    if clause.passive:
        return
    nouns = {t.lemma for t in parsed if clause.start <= t.start < clause.end}
    stated = nouns & words["revenue_nouns"]
    gifts = nouns & words["gift_nouns"]
    holder = clause.subject
    if holder is None:
        return
    if clause.lemma in words["raise"] and figures and clause.lemma != "collect" or (clause.lemma in words["revenue_verbs"] and figures and (stated or gifts)):
        political = clause.lemma in words["raise"] and not stated and not gifts and (gift_kind(holder, scene) == "contribution" or _purpose(scene, clause)[1] is not None)
        if clause.lemma == "take" and not (stated or gifts or "in" in scene.text.view[clause.verb.end : clause.verb.end + 4]):
            return
        for figure in figures[:1]:
            if political:
                yield _draft(scene, clause, "contribution", "contributed_to", None, holder, figure)
            else:
                yield _draft(scene, clause, "revenue", "had_revenue", holder, None, figure)
    elif holder.lemma in words["revenue_nouns"] | words["gift_nouns"] and clause.lemma in triggers("growth")["rise"]:
        changes = scene.figures(clause.start, clause.end)
        owner = parsed.child(holder.i, "poss", "compound") or parsed.preposition(holder.i, "to", "of")
        if changes and owner is not None:
            yield _draft(scene, clause, "revenue", "had_revenue", owner, None, changes[0])
    elif clause.lemma == "be" and figures and holder.lemma in words["revenue_nouns"]:
        owner = parsed.child(holder.i, "poss") or parsed.preposition(holder.i, "of")
        yield _draft(scene, clause, "revenue", "had_revenue", owner, None, figures[0])

"""Money spent for or against somebody (independent expenditures), and money spent on things."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.stories.frames.actors import seller
from onrecord.stories.frames.clauses import Clause, triggers
from onrecord.stories.frames.moving import under
from onrecord.stories.frames.parties import between, hung_on, is_amount, is_named, is_record, somebody
from onrecord.stories.frames.scene import Draft, Scene

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.stories.parse import Token
    from onrecord.stories.quantities import FoundQuantity

Aim = tuple[str, "Token"]
"""``spent_for`` or ``spent_against``, and whom."""


def spending(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "spent $5 against Lee", "spent $5 to elect Lee", "bought $5 in ads": one claim for each amount."""
    figures = [q for q in (*scene.governed(clause), *under(scene, clause)) if scene.is_money(q)]
    if clause.unreal or not figures or not _spends(scene, clause):
        return
    for number, figure in enumerate(figures):
        begin = clause.start if number == 0 else figure.start
        until = figures[number + 1].start if number + 1 < len(figures) else _last(scene, clause)
        yield _draft(scene, clause, figure, begin, until)


def _spends(scene: Scene, clause: Clause) -> bool:
    words = triggers("money")
    if clause.lemma in words["spend"]:
        return True
    up = any(t.lemma in ("up", "out") for t in scene.parsed.all_children(clause.verb.i, "prt", "advmod"))
    if clause.lemma == "put" and up and aim_of(scene, clause.verb.start, _last(scene, clause)) is not None:
        return True
    inside = {t.lemma for t in scene.parsed if clause.start <= t.start < clause.end}
    return clause.lemma in words["advertise"] and bool(inside & words["ad_nouns"])


def _last(scene: Scene, clause: Clause) -> int:
    """The end of the last word under the verb, purposes ("to elect Lee") included."""
    without = ("conj", "ccomp", "relcl", "parataxis")
    return max(clause.end, scene.parsed.subtree(clause.verb.i, without=without)[-1].end)


def _draft(scene: Scene, clause: Clause, figure: FoundQuantity, begin: int, until: int) -> Draft:
    aim, first = aim_of(scene, begin, until), scene.subtree_span(clause.verb)[0]
    lead = clause.subject.start if clause.subject is not None and not clause.passive else clause.verb.start
    if aim is None and begin == clause.start and (aim := aim_of(scene, first, lead)) is not None:
        return replace(_told(scene, clause, figure, begin, until, aim), start=min(first, begin))
    return _told(scene, clause, figure, begin, until, aim)


def _told(scene: Scene, clause: Clause, figure: FoundQuantity, begin: int, until: int, aim: Aim | None) -> Draft:
    spender = None if is_record(clause.subject) else somebody(scene, clause.subject)
    subject, open_subject = scene.parties(spender)
    target = aim[1] if aim else between(scene, figure.start, until, ("on", "for", "into", "toward", "with"))
    if aim is None and target is not None and target.mention is None:
        target = seller(scene, target) or target
    other, open_object = scene.parties(target, spender)
    end = min(until, max(clause.end, figure.end)) if begin == clause.start else figure.end
    end = _without_joint(scene, max(end, target.end if target else end), figure)
    return Draft(
        begin, end, "independent_expenditure" if aim else "payment", clause.verb, subject,
        aim[0] if aim else "paid", other, figure.quantity, clause.negated, candidates=open_subject or open_object,
    )  # fmt: skip


def _without_joint(scene: Scene, end: int, figure: FoundQuantity) -> int:
    """Without the joining word before a further amount ("… and")."""
    last = [t for t in scene.parsed if figure.start <= t.start and t.end <= end]
    while last and (last[-1].pos in ("CCONJ", "PUNCT") or last[-1].lemma == "another"):
        last.pop()
    return max(last[-1].end, figure.end) if last else end


def aim_of(scene: Scene, start: int, end: int) -> Aim | None:
    """For or against whom words between two offsets say that something is: "against Lee", "on ads attacking Lee"."""
    words = triggers("money")
    for token in (t for t in scene.parsed if start <= t.start < end):
        side = (
            "spent_against"
            if token.lemma in words["against"]
            else "spent_for"
            if token.lemma in words["behind"]
            else ""
        )
        target = _aimed_at(scene, token) if side else None
        if target is not None:
            return side, target
    return None


def _aimed_at(scene: Scene, token: Token) -> Token | None:
    parsed = scene.parsed
    for found in (parsed.child(token.i, "dobj", "pobj"), parsed.preposition(token.i, "of", "for", "to", "against")):
        if found is None or is_amount(scene, found):
            continue
        if is_named(found) and found.mention is not None and found.mention.kind in ("person", "unknown"):
            return found
        if found.pos == "PRON" and found.lemma in ("he", "she", "they", "him", "her", "them") and token.lemma != "for":
            return found
        owner = parsed.child(found.i, "poss")
        if owner is not None and owner.mention is not None and owner.mention.kind == "person":
            return owner
    return None


def costs(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "mailers against Lee cost the group $9,000"; "ran a field operation, at a cost of $9,000"."""
    if clause.unreal:
        return
    figures = scene.own_figures(clause, scene.money(clause.start, clause.end))
    if clause.lemma == "cost" and figures and clause.subject is not None:
        yield _cost(scene, clause, clause.subject, figures[0])
    for noun in (
        t for t in scene.parsed if t.lemma in triggers("money")["cost_nouns"] and _governor(scene, t) == clause.verb.i
    ):
        near = scene.money(noun.start, noun.end + 40)
        if near:
            yield _at_a_cost(scene, clause, noun, near[0])


def _cost(scene: Scene, clause: Clause, thing: Token, figure: FoundQuantity) -> Draft:
    objects = scene.parsed.all_children(clause.verb.i, "dobj", "dative")
    payer = next((t for t in objects if somebody(scene, t) is not None), None)
    aim = aim_of(scene, clause.start, clause.verb.start)
    target = aim[1] if aim else thing
    return Draft(
        clause.start, clause.end, "independent_expenditure" if aim else "payment", clause.verb, scene.who(payer)[0],
        aim[0] if aim else "paid", scene.who(target)[0], figure.quantity, clause.negated,
    )  # fmt: skip


def _at_a_cost(scene: Scene, clause: Clause, noun: Token, figure: FoundQuantity) -> Draft:
    start = noun.start - 5 if scene.text.view[noun.start - 5 : noun.start] == "at a " else noun.start
    subject, open_subject = scene.parties(clause.subject)
    aim = aim_of(scene, clause.start, figure.end)
    other, open_object = scene.parties(aim[1] if aim else clause.object, clause.subject)
    return Draft(
        start, figure.end, "independent_expenditure", clause.verb, subject, aim[0] if aim else "spent_for", other,
        figure.quantity, clause.negated, candidates=open_subject or open_object,
    )  # fmt: skip


def _governor(scene: Scene, token: Token) -> int:
    at = token
    for _ in range(6):
        if at.pos == "VERB":
            return at.i
        at = scene.parsed[at.head]
    return -1


def spendings(scene: Scene) -> Iterator[Draft]:
    """ "Acme's $5 in spending against Lee": spending stated in a noun."""
    words = triggers("money")["spending_nouns"]
    for noun in (
        t for t in scene.parsed if t.text.lower() in words and t.dep in ("pobj", "dobj", "nsubj", "attr", "pcomp")
    ):
        start, end = scene.subtree_span(noun)
        figures = [q for q in scene.money(start, end) or scene.money(max(0, start - 40), end) if _close(scene, q, noun)]
        aim = aim_of(scene, noun.start, end)
        clause = _clause_over(scene, noun) if aim is None and figures else None
        if (
            clause is not None
            and not clause.unreal
            and (draft := _aimed_by(scene, clause, noun, figures[0])) is not None
        ):
            yield draft
        if not figures or aim is None:
            continue
        anchor = scene.at(figures[0])
        owner = scene.parsed.child(noun.i, "poss") or (scene.parsed.child(anchor.i, "poss") if anchor else None)
        owner = owner or scene.parsed.preposition(noun.i, "by", "from")
        begin = min(figures[0].start, owner.start if owner else noun.start, noun.start)
        if owner is not None:
            begin = min(begin, scene.words_of(owner)[0])
        yield Draft(
            begin, max(aim[1].end, figures[0].end), "independent_expenditure", noun, scene.who(owner)[0], aim[0],
            scene.who(aim[1])[0], figures[0].quantity,
        )  # fmt: skip


def _clause_over(scene: Scene, noun: Token) -> Clause | None:
    verb = _governor(scene, noun)
    return next((c for c in scene.clauses if c.verb.i == verb), None)


def _aimed_by(scene: Scene, clause: Clause, noun: Token, figure: FoundQuantity) -> Draft | None:
    """ "Lee was helped by $5 in outside spending from Acme", "Acme stood up for Lee with $5 in outside spending"."""
    words = triggers("money")
    spender = _named(hung_on(scene, [noun, clause.verb], ("from", "by")))
    side = (
        "spent_against" if clause.lemma in words["against"] else "spent_for" if clause.lemma in words["behind"] else ""
    )
    target, before = clause.object, aim_of(scene, clause.verb.start, min(noun.start, figure.start))
    if any(t.lemma in words["hostile"] for t in scene.parsed.all_children(noun.i, "amod", "compound")):
        side, target = "spent_against", clause.subject if not clause.passive else clause.object
    elif before is not None and not clause.passive:
        (side, target), spender = before, spender or _named(clause.subject)
    elif not clause.passive:
        spender = spender or _named(clause.subject)
    person = target is not None and target.mention is not None and target.mention.kind in ("person", "unknown")
    if not side or not person or spender is None or spender is target:
        return None
    return Draft(
        clause.start, max(clause.end, figure.end), "independent_expenditure", clause.verb, scene.who(spender)[0], side,
        scene.who(target)[0], figure.quantity, clause.negated,
    )  # fmt: skip


def _named(token: Token | None) -> Token | None:
    return token if is_named(token) else None


def _close(scene: Scene, figure: FoundQuantity, noun: Token) -> bool:
    """Whether an amount and a noun are one phrase: "$5 in spending", "spending of $5", "$5 ad spending"."""
    at = scene.at(figure)
    for _ in range(4):
        inside = scene.parsed.preposition(at.i, "in") if at is not None else None
        if at is None or at.pos in ("VERB", "AUX"):
            return inside is not None and inside.i == noun.i
        if at.i == noun.i or (inside is not None and inside.i == noun.i):
            return True
        at = scene.parsed[at.head] if at.head != at.i else None
    return False

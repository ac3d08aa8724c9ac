"""What binds two names: shared attributes, arms and affiliates, joint work, founders.

Only a tie that is named counts: "tied to", "linked to" and "in the orbit of" say nothing that a record could show.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.stories.frames.clauses import Clause, triggers
from onrecord.stories.frames.endorsements import endorsements
from onrecord.stories.frames.members import members
from onrecord.stories.frames.named import end_of, happened, is_party, joined, parties_in, somebody
from onrecord.stories.frames.negation import of_noun
from onrecord.stories.frames.scene import Draft, Scene
from onrecord.stories.frames.standing import bond
from onrecord.stories.frames.timing import governor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.stories.parse import Token

APART = ("det", "conj", "cc", "appos", "punct", "prep", "relcl")
ADJACENT = 3
"""Characters (a comma, a space) between a name and what is put beside it."""


def ties(scene: Scene) -> Iterator[Draft]:
    """Every tie that a sentence names as such."""
    for clause in (c for c in scene.clauses if happened(scene, c)):
        yield from _shared(scene, clause)
        yield from _served(scene, clause)
        yield from _likewise(scene, clause)
        yield from _housed(scene, clause)
        yield from _worked(scene, clause)
        yield from _worked_together(scene, clause)
        yield from _founded(scene, clause)
        yield from _affiliated(scene, clause)
        yield from _part_of(scene, clause)
    yield from endorsements(scene)
    yield from _joint_work(scene)
    yield from _partners(scene)
    yield from _arms(scene)
    yield from _between(scene)
    yield from members(scene)


# ── shared attributes ────────────────────────────────────────────────────────────────────────────────────────────


def _shared(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "A and B share the same address, the same director and the same staff": one claim each."""
    words = triggers("ties")
    if clause.subject is None or clause.object is None or clause.passive:
        return
    if clause.lemma not in words["share"] | words["share_same"] and len(parties_in(scene, clause.subject)) != 2:
        return
    items = [t for t in scene.listed(clause.object) if t.lemma in words["shared_nouns"]]
    same = any(t.lemma in ("same", "identical") for item in items for t in scene.parsed.subtree(item.i))
    same = same or _in_common(scene, clause)
    if not items or (clause.lemma not in words["share"] and not same):
        return
    one, other = _two_sides(scene, clause)
    for number, item in enumerate(items):
        start, end = scene.words_of(item)
        yield Draft(
            clause.start if number == 0 else start, end, "shared_attribute", clause.verb, one,
            f"same_{_title(scene, item)}_as", other, None, clause.negated,
        )  # fmt: skip


def _two_sides(scene: Scene, clause: Clause) -> tuple[str | None, str | None]:
    """The two that share something: two subjects, or the subject and what comes after "with" or "as"."""
    assert clause.subject is not None
    pair = scene.parsed.preposition(clause.subject.i, "of") if clause.subject.mention is None else None
    sides = [*(parties_in(scene, pair) if pair is not None else []), *parties_in(scene, clause.subject)]
    sides = sides or [clause.subject]
    names = [somebody(scene, t)[0] for t in sides]
    if len(names) > 1:
        return names[0], names[1]
    hung = [clause.verb, *(scene.listed(clause.object) if clause.object is not None else [])]
    others = [scene.parsed.preposition(t.i, "with", "as") for t in hung]
    other = next((t for t in others if t is not None), None)
    return names[0], somebody(scene, other)[0] if other is not None else None


def _title(scene: Scene, item: Token) -> str:
    """The attribute in words: "executive_director"."""
    subtree = scene.parsed.subtree(item.i, without=(*APART, "poss"))
    idle = triggers("ties")["one_alone"] | {"both", "very", "exact"}
    words = [t for t in subtree if t.lemma not in idle and t.i <= item.i and t.pos != "PRON" and _is_title(t, item)]
    return "_".join([*(t.text.lower() for t in words if t.i != item.i), item.lemma])


def _is_title(token: Token, item: Token) -> bool:
    """Whether a word before a shared office is part of its title: "executive director", but "careful treasurer"."""
    words = triggers("roles")
    told = token.text.lower() in words["title_words"] or token.text.lower().endswith(tuple(words["title_endings"]))
    return token.pos != "ADJ" or told or token.i == item.i


def _in_common(scene: Scene, clause: Clause) -> bool:
    """ "Have a treasurer in common"."""
    return any(t.lemma == "common" and scene.parsed[t.head].lemma == "in" for t in scene.parsed.subtree(clause.verb.i))


def _served(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "The same director serves both A and B", "one treasurer keeps the books of A and B"."""
    words, item = triggers("ties"), clause.subject
    if item is None or clause.passive or item.lemma not in words["shared_nouns"] or clause.lemma not in words["serves"]:
        return
    alone = [t for t in scene.parsed.all_children(item.i, "amod", "nummod", "det") if t.lemma in words["one_alone"]]
    below = [t for t in scene.parsed.subtree(clause.verb.i, without=("relcl", "acl", "advcl")) if t.i > clause.verb.i]
    sides = [t for t in below if is_party(t)]
    if alone and len(sides) == 2 and sides[1].i in [t.i for t in scene.listed(sides[0])]:
        yield Draft(
            clause.start, clause.end, "shared_attribute", clause.verb, scene.who(sides[0])[0],
            f"same_{_title(scene, item)}_as", scene.who(sides[1])[0], None, clause.negated,
        )  # fmt: skip


def _likewise(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "A's treasurer is also B's", "A's treasurer and B's are the same"."""
    item = clause.subject
    if clause.lemma != "be" or item is None or item.lemma not in triggers("ties")["shared_nouns"]:
        return
    parsed = scene.parsed
    one, said = parsed.child(item.i, "poss"), parsed.child(clause.verb.i, "attr", "acomp")
    other = parsed.child(item.i, "conj") if said is not None and said.lemma in ("same", "identical", "one") else said
    if not is_party(one) or not is_party(other) or one is None or other is None:
        return
    owned = parsed.child(other.i, "case") is not None or other.text.endswith(("'s", "'", "’s", "’"))
    if owned or scene.text.view[other.end : other.end + 2] in ("'s", "' ", "'.", "',"):
        yield Draft(
            clause.start, clause.end, "shared_attribute", clause.verb, scene.who(one)[0],
            f"same_{_title(scene, item)}_as", scene.who(other)[0], None, clause.negated,
        )  # fmt: skip


def _housed(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "A operates from the same address as B, with the same staff": what is shared hangs on prepositions."""
    if clause.lemma not in triggers("ties")["housed"]:
        return
    subject = clause.object if clause.passive else clause.subject
    items = _same_things(scene, clause)
    if subject is None or not items:
        return
    sides = [somebody(scene, t)[0] for t in parties_in(scene, subject) or [subject]]
    others = [scene.parsed.preposition(t.i, "as", "with") for t in (items[0], clause.verb)]
    named = sides[1] if len(sides) > 1 else next((somebody(scene, t)[0] for t in others if is_party(t)), None)
    for number, item in enumerate(items):
        low, high = scene.words_of(item)
        last = clause.end if len(items) == 1 else high
        yield Draft(
            clause.start if number == 0 else low, last, "shared_attribute", clause.verb, sides[0],
            f"same_{_title(scene, item)}_as", named, None, clause.negated,
        )  # fmt: skip


def _same_things(scene: Scene, clause: Clause) -> list[Token]:
    """ "the same address", "the same staff" in the prepositions below a verb."""
    parsed, nouns = scene.parsed, triggers("ties")["shared_nouns"]
    held = [t for t in parsed.subtree(clause.verb.i) if t.dep in ("pobj", "conj") and t.lemma in nouns]
    return [t for t in held if any(c.lemma == "same" for c in parsed.all_children(t.i, "amod"))]


# ── joint work ───────────────────────────────────────────────────────────────────────────────────────────────────


def _worked(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "collaborated with X", "has been engaging with X", "work closely with X"."""
    held = clause.object
    forces = clause.lemma == "join" and held is not None and held.lemma in ("force", "hand")
    if (clause.lemma not in triggers("ties")["collaborate"] and not forces) or clause.passive:
        return
    partner = scene.parsed.preposition(clause.verb.i, "with", "alongside")
    if partner is None or clause.subject is None:
        return
    target = partner if is_party(partner) else next((t for t in scene.parsed.subtree(partner.i) if is_party(t)), None)
    if target is None and not scene.figures(clause.start, clause.end):
        return
    subject, open_names = scene.doer(clause)
    other = joined(scene, target)[0] if target is not None else scene.who(partner)[0]
    yield Draft(
        clause.start, _before_dash(scene, target, clause.end), "collaboration", clause.verb, subject, "worked_with",
        other, None, clause.negated, candidates=open_names,
    )  # fmt: skip


def _before_dash(scene: Scene, target: Token | None, end: int) -> int:
    """The end of a claim before a dash: the parser hangs what follows one on the last name."""
    view = scene.text.view
    dash = view.find("—", target.end, end) if target is not None else -1
    return len(view[:dash].rstrip()) if dash > 0 else end


def _joint_work(scene: Scene) -> Iterator[Draft]:
    """ "Joint work by A and B took place", "A did joint work with B"."""
    words, parsed = triggers("ties"), scene.parsed
    for noun in (t for t in parsed if t.lemma in words["joint_nouns"] and t.pos == "NOUN" and t.mention is None):
        if not any(t.lemma in words["joint"] for t in parsed.all_children(noun.i, "amod", "compound")):
            continue
        verb = governor(scene, noun)
        clause = next((c for c in scene.clauses if verb is not None and c.verb.i == verb.i), None)
        if clause is not None and not happened(scene, clause):
            continue
        inside = parsed.subtree(
            clause.verb.i if clause is not None else noun.i, without=("relcl", "acl", "advcl", "ccomp")
        )
        sides = [t for t in inside if is_party(t)]
        if len(sides) == 2:
            start, end = (clause.start, clause.end) if clause is not None else (noun.start, sides[1].end)
            yield Draft(
                start, max(end, sides[1].end), "collaboration", clause.verb if clause is not None else noun,
                scene.who(sides[0])[0], "worked_with", scene.who(sides[1])[0],
                negated=clause.negated if clause is not None else of_noun(parsed, noun),
            )  # fmt: skip


def _partners(scene: Scene) -> Iterator[Draft]:
    """ "A had B as a working partner", "A is a collaborator of B"."""
    words, parsed = triggers("ties"), scene.parsed
    for noun in (t for t in parsed if t.lemma in words["working_nouns"] and t.mention is None):
        working = any(t.lemma in ("working", "work") for t in parsed.all_children(noun.i, "amod", "compound"))
        if (noun.lemma == "partner" and not working) or (bound := bond(scene, noun)) is None:
            continue
        one, other = bound
        low, high = min(one.start, other.start), max(one.end, other.end, noun.end)
        yield Draft(
            low, high, "collaboration", noun, scene.who(one)[0], "worked_with", scene.who(other)[0],
            negated=of_noun(parsed, noun),
        )  # fmt: skip


def _worked_together(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "A and B worked together"."""
    together = any(
        t.lemma in ("together", "jointly") for t in scene.parsed.all_children(clause.verb.i, "advmod", "prt")
    )
    if clause.lemma not in triggers("ties")["collaborate"] or not together or clause.subject is None:
        return
    sides = parties_in(scene, clause.subject)
    if len(sides) > 1:
        first, other = (scene.who(t)[0] for t in sides[:2])
        yield Draft(
            clause.start, clause.end, "collaboration", clause.verb, first, "worked_with", other, None, clause.negated
        )


# ── founders ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _founded(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "Founded by A and B, …": one claim for each founder."""
    words = triggers("ties")
    if clause.lemma not in words["found"] or (
        clause.lemma in words["found_if_passive"] and not _is_made(scene, clause)
    ):
        return
    founder, thing = clause.subject, clause.object
    if founder is None or thing is None:
        return
    partner = scene.parsed.preposition(clause.verb.i, "with")
    founders = [t for t in (*parties_in(scene, founder), *([partner] if partner else [])) if is_party(t)]
    if not founders and founder.pos == "PRON" and somebody(scene, founder)[0]:
        founders = [founder]
    name, open_names = somebody(scene, thing, founder)
    start = _with_co(scene, clause)
    for number, one in enumerate(founders):
        low, high = (start, clause.end) if number == 0 else (one.start, one.end)
        yield Draft(
            low, high, "founding", clause.verb, scene.who(one)[0], "founded", name, None, clause.negated,
            candidates=open_names,
        )  # fmt: skip


def _is_made(scene: Scene, clause: Clause) -> bool:
    """Whether a verb of many uses says that a body was founded: in the passive, or a person who forms a named one."""
    if clause.passive:
        return True
    founder, thing = clause.subject, clause.object
    person = founder is not None and (
        (founder.mention is not None and founder.mention.kind == "person") or founder.lemma in ("he", "she")
    )
    body = thing is not None and thing.mention is not None and thing.mention.kind == "organization"
    return person and body and (clause.lemma != "set" or scene.parsed.child(clause.verb.i, "prt") is not None)


def _with_co(scene: Scene, clause: Clause) -> int:
    """Where a clause with "co-founded" begins: the parser reads "co" as a word of its own."""
    view, start = scene.text.view, clause.start
    if view[start - 3 : start].lower() != "co-":
        return start
    subject = scene.parsed.child(clause.verb.i, "nsubj") or clause.subject
    near = subject is not None and 0 <= start - subject.end <= len(" co-")
    return scene.words_of(subject)[0] if near and subject is not None else start - 3


# ── arms and affiliates ──────────────────────────────────────────────────────────────────────────────────────────


def _affiliated(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "X is affiliated with Y", "X, affiliated with Y"."""
    other = scene.parsed.preposition(clause.verb.i, "with", "to")
    if clause.lemma not in triggers("ties")["affiliated"]:
        return
    if other is None:
        yield from _mutual(scene, clause)
    if not is_party(other):
        return
    beside = next((t for t in scene.parsed if is_party(t) and 0 <= clause.start - t.end <= ADJACENT), None)
    thing = beside or clause.object or clause.subject
    if thing is None or other is None:
        return
    low, high = scene.words_of(thing)
    start = low if 0 <= clause.start - high <= ADJACENT else clause.start
    yield Draft(
        start, clause.end, "affiliation", clause.verb, scene.who(thing)[0], "affiliated_with", scene.who(other)[0],
        None, clause.negated,
    )  # fmt: skip


def _mutual(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "A and B are affiliated"."""
    held = clause.object or clause.subject
    sides = parties_in(scene, held) if held is not None else []
    if len(sides) == 2:
        yield Draft(
            clause.start, clause.end, "affiliation", clause.verb, scene.who(sides[0])[0], "affiliated_with",
            scene.who(sides[1])[0], None, clause.negated,
        )  # fmt: skip


def _between(scene: Scene) -> Iterator[Draft]:
    """ "An affiliation is in place between A and B", "a partnership between A and B"."""
    for word in (t for t in scene.parsed if t.lemma in ("between", "of") and t.dep == "prep"):
        head, verb = scene.parsed[word.head], governor(scene, word)
        subject = (
            scene.parsed.child(head.i, "nsubj", "nsubjpass", "attr", "dobj") if head.pos in ("VERB", "AUX") else head
        )
        one = scene.parsed.child(word.i, "pobj")
        sides = parties_in(scene, one) if one is not None else []
        clause = next((c for c in scene.clauses if verb is not None and c.verb.i == verb.i), None)
        if subject is None or subject.lemma not in triggers("ties")["bond_nouns"] or len(sides) != 2:
            continue
        if clause is not None and not happened(scene, clause):
            continue
        apart = subject.lemma == "affiliation"
        yield Draft(
            min(scene.words_of(subject)[0], word.start), sides[1].end, "affiliation" if apart else "collaboration",
            subject, scene.who(sides[0])[0], "affiliated_with" if apart else "worked_with", scene.who(sides[1])[0],
            negated=of_noun(scene.parsed, subject),
        )  # fmt: skip


def _part_of(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "is part of a network that X manages", "is one of four funds run by X"."""
    part = scene.parsed.child(clause.verb.i, "attr", "oprd", "dobj")
    if (
        clause.lemma not in triggers("ties")["part_verbs"]
        or part is None
        or part.lemma not in ("part", "one")
        or clause.subject is None
    ):
        return
    whole = scene.parsed.preposition(part.i, "of")
    named = _named_whole(scene, whole, managed=part.lemma == "one") if whole is not None else None
    if named is not None:
        yield Draft(
            part.start, end_of(scene, part), "affiliation", clause.verb, scene.doer(clause)[0], "part_of",
            scene.who(named)[0], None, clause.negated,
        )  # fmt: skip


def _named_whole(scene: Scene, whole: Token, managed: bool) -> Token | None:
    """The name of what somebody is part of: its own, or that of who manages it ("a network that X manages")."""
    parsed = scene.parsed
    own = next((t for t in parsed.subtree(whole.i, without=("relcl", "acl", "prep")) if is_party(t)), None)
    if own is not None and not managed:
        return own
    verbs = [t for t in parsed.subtree(whole.i) if t.dep in ("relcl", "acl") and t.lemma in triggers("ties")["manage"]]
    return next((t for t in parsed.subtree(verbs[0].i) if is_party(t)), None) if verbs else None


def _arms(scene: Scene) -> Iterator[Draft]:
    """ "its political arm, B", "B, the political arm of A", "A's lobbying wing B", "A's sister organization, B"."""
    for noun in (t for t in scene.parsed if _is_arm(scene, t)):
        owner, label = _owner(scene, noun), _label(scene, noun)
        if (label is None or owner is None) and (bound := bond(scene, noun)) is not None:
            label, owner = bound
        if label is None or owner is None or label.i == owner.i:
            continue
        before = _before_and(scene, noun) if owner.pos == "PRON" else None
        parent = scene.who(before)[0] if before is not None else somebody(scene, owner, label)[0]
        low = min(scene.words_of(noun)[0], label.start, owner.start)
        if before is not None and before.mention is None:
            low = scene.words_of(before)[0]
        high = max(noun.end, label.end, owner.end)
        yield Draft(
            low, high, "affiliation", noun, scene.who(label)[0], _relation(scene, noun), parent,
            negated=of_noun(scene.parsed, noun),
        )  # fmt: skip


def _is_arm(scene: Scene, noun: Token) -> bool:
    if noun.mention is not None or noun.pos not in ("NOUN", "PROPN"):
        return False
    words = triggers("ties")
    kin = {t.lemma for t in scene.parsed.all_children(noun.i, "amod", "compound", "nmod")}
    return noun.lemma in words["arm_nouns"] or (noun.lemma in words["kin_nouns"] and bool(kin & words["kin"]))


def _owner(scene: Scene, noun: Token) -> Token | None:
    """Whose arm it is; "the political arm of the 501(c)(3) A" is A's."""
    parsed = scene.parsed
    owner = parsed.child(noun.i, "poss") or parsed.preposition(noun.i, "of", "to", "for")
    if owner is not None and owner.mention is None and owner.text.startswith("501"):
        return next((t for t in parsed if t.i > owner.i and is_party(t)), owner)
    return owner


def _label(scene: Scene, noun: Token) -> Token | None:
    """The name of the arm: put beside the noun, or said to be it."""
    parsed, head = scene.parsed, scene.parsed[noun.head]
    label = next((t for t in parsed.all_children(noun.i, "appos") if is_party(t)), None)
    if label is None and noun.dep in ("appos", "attr", "compound", "nmod") and is_party(head):
        label = head
    if label is None and noun.dep == "attr":
        label = parsed.child(noun.head, "nsubj")
    return label


def _relation(scene: Scene, noun: Token) -> str:
    kinds = triggers("ties")["arm_kinds"] | triggers("ties")["kin"]
    said = [t.text.lower() for t in scene.parsed.subtree(noun.i) if t.i < noun.i]
    return "_".join([*(w for w in said if w in kinds), noun.lemma, "of"])


def _before_and(scene: Scene, noun: Token) -> Token | None:
    """The A of "A and its political arm, B": what "its" belongs to."""
    head = scene.parsed[noun.head]
    if noun.dep != "conj" or head.pos not in ("NOUN", "PROPN"):
        return None
    return head if re.search(r"\b(?:its|their) ", scene.text.view[head.end : noun.start]) else None

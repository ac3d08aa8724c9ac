"""What binds two names: shared attributes, arms and affiliates, members, joint work, endorsements, founders."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.stories.frames.clauses import Clause, doer_of, triggers
from onrecord.stories.frames.scene import Draft, Scene

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.stories.parse import Token


SEPARATOR = re.compile(r'^[^a-zA-Z]*(?:nonprofit[^a-zA-Z]*)?(?:also |and |the |or )*"?$')


def ties(scene: Scene) -> Iterator[Draft]:
    """Every tie that a sentence names as such; "tied to" alone names none."""
    for clause in scene.clauses:
        yield from _shared(scene, clause)
        yield from _worked(scene, clause)
        yield from _endorsed(scene, clause)
        yield from _founded(scene, clause)
        yield from _part_of(scene, clause)
    yield from _arms(scene)
    yield from _members(scene)
    yield from _included(scene)


def _named(token: Token | None) -> bool:
    return (
        token is not None and token.mention is not None and token.mention.kind in ("person", "organization", "unknown")
    )


def _shared(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "A and B share the same address, the same director and the same staff": one claim each."""
    if clause.lemma not in triggers("ties")["share"] | {"have"} or clause.subject is None or clause.object is None:
        return
    sides = scene.listed(clause.subject)
    items = [t for t in scene.listed(clause.object) if t.lemma in triggers("ties")["shared_nouns"]]
    same = any(t.lemma == "same" for item in items for t in scene.parsed.subtree(item.i))
    if not items or (clause.lemma == "have" and not same):
        return
    names = [scene.who(t)[0] for t in sides]
    hung = [scene.parsed.preposition(t.i, "with", "as") for t in (clause.verb, *scene.listed(clause.object))]
    if len(names) == 1 and (other := next((t for t in hung if t is not None), None)) is not None:
        names.append(scene.who(other)[0])
    for number, item in enumerate(items):
        start, end = scene.words_of(item)
        title = _title(scene, item)
        yield Draft(
            clause.start if number == 0 else start, end, "shared_attribute", clause.verb, names[0],
            f"same_{title}_as", names[1] if len(names) > 1 else None, None, clause.negated,
        )  # fmt: skip


def _title(scene: Scene, item: Token) -> str:
    words = [
        t.text
        for t in scene.parsed.subtree(item.i, without=("det", "conj", "cc", "appos", "punct", "prep", "relcl"))
        if t.lemma not in ("same", "both") and t.i <= item.i
    ]
    return "_".join(w.lower() for w in words) or item.lemma


def _worked(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "collaborated with X", "has been engaging with X", "work closely with X"."""
    if clause.lemma not in triggers("ties")["collaborate"] or clause.passive:
        return
    partner = scene.parsed.preposition(clause.verb.i, "with", "alongside")
    if partner is None or clause.subject is None:
        return
    named = [t for t in scene.parsed.subtree(partner.i) if _named(t)]
    target = partner if _named(partner) else (named[0] if named else None)
    if target is None and not scene.figures(clause.start, clause.end):
        return
    subject, open_names = scene.doer(clause)
    end = clause.end
    # The parser hangs what follows a dash on the last name; the claim ends before it.
    if target is not None and (dash := scene.text.view.find("—", target.end, end)) > 0:
        end = len(scene.text.view[:dash].rstrip())
    yield Draft(
        clause.start,
        end,
        "collaboration",
        clause.verb,
        subject,
        "worked_with",
        scene.who(target)[0] if target else scene.who(partner)[0],
        None,
        clause.negated,
        candidates=open_names,
    )


def _endorsed(scene: Scene, clause: Clause) -> Iterator[Draft]:
    if clause.lemma not in triggers("ties")["endorse"] or _is_open(scene, clause):
        return
    target = clause.object
    actor = clause.subject
    if target is None or not (_named(target) or target.pos == "PRON"):
        return
    purpose = any(t.lemma == "to" for t in scene.parsed.all_children(clause.verb.i, "aux"))
    if clause.lemma != "endorse" and (not _named(actor) or clause.passive or purpose):
        return
    subject, open_names = scene.parties(actor)
    name, open_target = scene.who(target, actor)
    yield Draft(
        clause.start,
        clause.end,
        "endorsement",
        clause.verb,
        subject,
        "endorsed",
        name,
        None,
        clause.negated,
        candidates=open_names or open_target,
    )


def _is_open(scene: Scene, clause: Clause) -> bool:
    """Whether a clause says what may, would or must be done, not that it was done."""
    open_verbs = {"may", "might", "can", "could", "would", "will", "shall", "should", "must"}
    auxiliaries = scene.parsed.all_children(clause.verb.i, "aux")
    return any(t.lemma in open_verbs and t.pos == "AUX" for t in auxiliaries)


def _founded(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "Founded by A and B, …": one claim for each founder."""
    if clause.lemma not in triggers("ties")["found"] or (
        clause.lemma in ("form", "set", "start", "create", "launch") and not clause.passive
    ):
        return
    founder, thing = clause.subject, clause.object
    if founder is None or thing is None or not any(_named(t) for t in scene.listed(founder)):
        return
    name, open_names = scene.who(thing)
    for number, one in enumerate(t for t in scene.listed(founder) if _named(t)):
        start, end = clause.start, clause.end
        if number:
            start, end = one.start, one.end
        yield Draft(
            start,
            end,
            "founding",
            clause.verb,
            scene.who(one)[0],
            "founded",
            name,
            None,
            clause.negated,
            candidates=open_names,
        )


def _part_of(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "is part of a network that X manages", "X, which Y runs", "affiliated with Y"."""
    parsed, words = scene.parsed, triggers("ties")
    if clause.lemma in words["affiliated"] and (other := parsed.preposition(clause.verb.i, "with", "to")):
        thing = clause.object or clause.subject
        beside = next((t for t in parsed if _named(t) and 0 <= clause.start - t.end <= 3), None)
        thing = beside or thing
        if _named(other) and thing is not None:
            start = scene.words_of(thing)[0] if 0 <= clause.start - scene.words_of(thing)[1] <= 3 else clause.start
            yield Draft(
                start,
                clause.end,
                "affiliation",
                clause.verb,
                scene.who(thing)[0],
                "affiliated_with",
                scene.who(other)[0],
                None,
                clause.negated,
            )
    if (
        clause.lemma == "be"
        and (part := parsed.child(clause.verb.i, "attr", "oprd")) is not None
        and part.lemma in ("part", "project", "division", "affiliate", "subsidiary", "chapter")
    ):
        whole = parsed.preposition(part.i, "of")
        named = _named_whole(scene, whole) if whole is not None else None
        if named is not None and clause.subject is not None:
            yield Draft(
                part.start,
                _subtree_end(scene, part),
                "affiliation",
                clause.verb,
                scene.doer(clause)[0],
                "part_of",
                scene.who(named)[0],
                None,
                clause.negated,
            )


def _named_whole(scene: Scene, whole: Token) -> Token | None:
    """The name of what somebody is part of: its own, or that of who manages it ("a network that X manages")."""
    parsed = scene.parsed
    own = next((t for t in parsed.subtree(whole.i, without=("relcl", "acl", "prep")) if _named(t)), None)
    if own is not None:
        return own
    verb = parsed.child(whole.i, "relcl", "acl")
    if verb is None or verb.lemma not in triggers("ties")["manage"]:
        return None
    return next((t for t in parsed.subtree(verb.i) if _named(t)), None)


def _subtree_end(scene: Scene, token: Token) -> int:
    return scene.parsed.subtree(token.i)[-1].end


def _arms(scene: Scene) -> Iterator[Draft]:
    """ "its political arm, B", "B, the political arm of A", "A's lobbying wing B", "a front group for A"."""
    parsed = scene.parsed
    for noun in (
        t
        for t in parsed
        if t.lemma in triggers("ties")["arm_nouns"] and t.pos in ("NOUN", "PROPN") and t.mention is None
    ):
        owner = parsed.child(noun.i, "poss") or parsed.preposition(noun.i, "of", "to", "for")
        label = next((t for t in parsed.all_children(noun.i, "appos") if _named(t)), None)
        if label is None:
            head = parsed[noun.head]
            label = head if noun.dep in ("appos", "attr", "compound", "nmod") and _named(head) else None
        if label is None and noun.dep == "attr":
            label = parsed.child(noun.head, "nsubj")
        if label is None or owner is None or label.i == owner.i:
            continue
        parent = scene.who(owner, label)[0]
        if owner.mention is None and owner.text.startswith("501"):
            named_owner = next((t for t in parsed if t.i > owner.i and _named(t)), None)
            owner, parent = (named_owner, scene.who(named_owner)[0]) if named_owner is not None else (owner, None)
        if owner.pos == "PRON" and (before := _before_and(scene, noun)) is not None:
            parent = scene.who(before)[0]
        low = min(scene.words_of(noun)[0], label.start, owner.start)
        if owner.pos == "PRON" and before is not None:
            low = scene.words_of(before)[0] if before.mention is None else low
        high = max(noun.end, label.end, owner.end)
        relation = "_".join(
            [
                *(
                    t.lemma
                    for t in parsed.all_children(noun.i, "amod", "compound")
                    if t.mention is None
                    and t.lemma in ("political", "sister", "lobbying", "advocacy", "electoral", "charitable")
                ),
                noun.lemma,
                "of",
            ]
        )
        yield Draft(low, high, "affiliation", noun, scene.who(label)[0], relation, parent)


def _before_and(scene: Scene, noun: Token) -> Token | None:
    """The A of "A and its political arm, B": what "its" belongs to."""
    head = scene.parsed[noun.head]
    return head if noun.dep == "conj" and head.pos in ("NOUN", "PROPN") else None


def _members(scene: Scene) -> Iterator[Draft]:
    """ "a member of X", "fellow members of X", "Ann Lee of the Harbor Party"."""
    parsed = scene.parsed
    for noun in (t for t in parsed if t.lemma in triggers("ties")["member_nouns"] and t.pos in ("NOUN", "PROPN")):
        whole = parsed.preposition(noun.i, "of")
        if whole is None or not _named(whole):
            continue
        near = (parsed[noun.head], *(doer_of(parsed, c) for c in scene.clauses if c.verb.i == noun.head))
        who = next((t for t in near if t is not None and _named(t)), None)
        if who is None and noun.dep == "conj":
            who = parsed[noun.head] if _named(parsed[noun.head]) else None
        if who is not None:
            low, high = min(who.start, scene.words_of(noun)[0]), max(who.end, whole.end)
            yield Draft(low, high, "membership", noun, scene.who(who)[0], "member_of", scene.who(whole)[0])
    for person in (t for t in parsed if t.mention and t.mention.kind == "person"):
        whole = next((t for t in parsed.tokens[person.i + 1 : person.i + 4] if t.mention), None)
        joined = whole is not None and scene.text.view[person.end : whole.start] in (" of ", " of the ")
        if joined and whole is not None and whole.mention is not None and whole.mention.kind == "organization":
            yield Draft(
                person.start, whole.end, "membership", person, scene.who(person)[0], "member_of", scene.who(whole)[0]
            )


def _included(scene: Scene) -> Iterator[Draft]:
    """ "a circle of 30 groups that also includes A, B and C", "groups such as A and B": one membership each."""
    parsed = scene.parsed
    for verb in (t for t in parsed if t.lemma == "include" and t.pos == "VERB"):
        first = parsed.child(verb.i, "dobj")
        whole = _whole_of(scene, verb)
        if first is None or whole is None:
            continue
        items = _list_after(scene, verb)
        if first.mention is None and len(items) < 2:
            continue
        kind = (
            "membership"
            if re.search(
                r"\b(?:group|organization|coalition|circle|network|roster|list|alliance|member|board)",
                scene.text.view[parsed.sentence.start : verb.start],
            )
            else "other"
        )
        label = scene.names.of(parsed, whole).name
        for item in items:
            yield Draft(item.start, item.end, kind, verb, scene.who(item)[0], "member_of", label)  # type: ignore[arg-type]


def _list_after(scene: Scene, verb: Token) -> list[Token]:
    """The names of the list that follows a verb; additions to an item ("A, the arm of B,") are not items."""
    view, items, at = scene.text.view, [], verb.end
    for t in (t for t in scene.parsed if t.i > verb.i and _named(t)):
        between = view[at : t.start]
        if SEPARATOR.match(between) or (not items and len(between) <= 8):
            items.append(t)
        elif items and len(between) > 60:
            break
        at = t.end
    return items


def _whole_of(scene: Scene, verb: Token) -> Token | None:
    if verb.dep in ("relcl", "acl"):
        return scene.parsed[verb.head]
    return scene.parsed.child(verb.i, "nsubj")

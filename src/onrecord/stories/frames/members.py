"""Who belongs to what: "a member of X", "Ann Lee of the Harbor Party", "a coalition that includes A, B and C"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.stories.frames.clauses import doer_of, triggers
from onrecord.stories.frames.named import is_party, parties_in, somebody
from onrecord.stories.frames.negation import of_noun
from onrecord.stories.frames.scene import Draft, Scene
from onrecord.stories.frames.standing import bond

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.stories.parse import Token
    from onrecord.vocabulary import ClaimType

SEPARATOR = re.compile(r'^[^a-zA-Z]*(?:nonprofit[^a-zA-Z]*)?(?:also |and |the |or )*"?$')
LIST_GAP = 60
"""Characters of other words after which a list of names is over."""


def members(scene: Scene) -> Iterator[Draft]:
    """Every membership that a sentence states."""
    yield from _member_nouns(scene)
    yield from _of_party(scene)
    yield from _belongs(scene)
    yield from _included(scene)


def _member_nouns(scene: Scene) -> Iterator[Draft]:
    parsed = scene.parsed
    for noun in (t for t in parsed if t.lemma in triggers("ties")["membership_nouns"] and t.pos in ("NOUN", "PROPN")):
        attributive = next((t for t in parsed.all_children(noun.i, "compound", "nmod", "poss") if is_party(t)), None)
        whole = parsed.preposition(noun.i, "of") or attributive
        who = _holder(scene, noun)
        listed = noun.lemma != "membership" and parsed[noun.head].lemma == "include" and noun.dep == "nsubj"
        if not listed and (who is None or not is_party(whole)) and (bound := bond(scene, noun)) is not None:
            who, whole = bound
        if whole is None or not is_party(whole) or who is None or who.i == whole.i:
            continue
        negated = of_noun(parsed, noun)
        low, high = min(who.start, whole.start, scene.words_of(noun)[0]), max(who.end, whole.end, noun.end)
        for number, one in enumerate(parties_in(scene, who) if noun.tag == "NNS" else [who]):
            start, end = (low, high) if number == 0 else (one.start, one.end)
            name = scene.who(one)[0]
            yield Draft(start, end, "membership", noun, name, "member_of", scene.who(whole)[0], None, negated)


def _holder(scene: Scene, noun: Token) -> Token | None:
    """Who is the member: the name that the noun is put beside, or the subject of "is a member"."""
    parsed = scene.parsed
    head = parsed[noun.head]
    near = [
        head if noun.dep in ("appos", "compound", "nmod", "conj") else None,
        *(doer_of(parsed, c) for c in scene.clauses if c.verb.i == noun.head and noun.dep == "attr"),
        *parsed.all_children(noun.i, "appos"),
    ]
    named = next((t for t in near if is_party(t)), None)
    pronoun = next((t for t in near if t is not None and t.pos == "PRON" and somebody(scene, t)[0]), None)
    return named or pronoun


def _of_party(scene: Scene) -> Iterator[Draft]:
    """ "Ann Lee of the Harbor Party"."""
    parsed = scene.parsed
    for person in (t for t in parsed if t.mention and t.mention.kind == "person"):
        whole = next((t for t in parsed.tokens[person.i + 1 : person.i + 4] if t.mention), None)
        if whole is None or whole.mention is None or whole.mention.kind != "organization":
            continue
        if scene.text.view[person.end : whole.start] in (" of ", " of the "):
            yield Draft(
                person.start, whole.end, "membership", person, scene.who(person)[0], "member_of", scene.who(whole)[0]
            )


def _belongs(scene: Scene) -> Iterator[Draft]:
    """ "Ann Lee belongs to the Harbor Party"."""
    for clause in scene.clauses:
        whole = scene.parsed.preposition(clause.verb.i, "to")
        if clause.lemma != "belong" or whole is None or not is_party(whole):
            continue
        subject, candidates = scene.doer(clause)
        yield Draft(
            clause.start, clause.end, "membership", clause.verb, subject, "member_of", scene.who(whole)[0], None,
            clause.negated, candidates=candidates,
        )  # fmt: skip


def _included(scene: Scene) -> Iterator[Draft]:
    """ "a circle of 30 groups that also includes A, B and C": one membership each."""
    parsed = scene.parsed
    for verb in (t for t in parsed if t.lemma == "include" and t.pos == "VERB"):
        first, whole = parsed.child(verb.i, "dobj"), _whole_of(scene, verb)
        if first is None or whole is None:
            continue
        items = _list_after(scene, verb)
        if first.mention is None and len(items) < 2:
            continue
        label = _label(scene, whole)
        for item in items:
            yield Draft(item.start, item.end, _kind(scene, whole), verb, scene.who(item)[0], "member_of", label)


def _kind(scene: Scene, whole: Token) -> ClaimType:
    """A membership if the whole is made of members; being among donors or events is no membership."""
    nouns = triggers("ties")["whole_nouns"]
    return "membership" if is_party(whole) or any(t.lemma in nouns for t in scene.parsed.subtree(whole.i)) else "other"


def _label(scene: Scene, whole: Token) -> str | None:
    """What the items are part of; "members of X include A" is X."""
    named = scene.parsed.preposition(whole.i, "of") if whole.lemma in triggers("ties")["member_nouns"] else None
    return scene.names.of(scene.parsed, named or whole).name


def _list_after(scene: Scene, verb: Token) -> list[Token]:
    """The names of the list that follows a verb; additions to an item ("A, the arm of B,") are not items."""
    view, at = scene.text.view, verb.end
    items: list[Token] = []
    for t in (t for t in scene.parsed if t.i > verb.i and is_party(t)):
        between = view[at : t.start]
        if SEPARATOR.match(between) or (not items and len(between) <= len("so-called")):
            items.append(t)
        elif items and len(between) > LIST_GAP:
            break
        at = t.end
    return items


def _whole_of(scene: Scene, verb: Token) -> Token | None:
    if verb.dep in ("relcl", "acl"):
        return scene.parsed[verb.head]
    return scene.parsed.child(verb.i, "nsubj")

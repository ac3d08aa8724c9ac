"""Who holds which office: "Ann Lee, director of X", "X's director, Ann Lee", "spokesman Ann Lee said"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stories.coreference import words_before
from onrecord.stories.frames.clauses import triggers
from onrecord.stories.frames.scene import Draft, Scene

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.stories.parse import Token


def roles(scene: Scene) -> Iterator[Draft]:
    """Every office that a sentence says a named person holds."""
    nouns = triggers("roles")["nouns"]
    for noun in (
        t for t in scene.parsed if t.lemma in nouns and t.pos in ("NOUN", "PROPN", "ADJ") and t.mention is None
    ):
        person = _holder(scene, noun)
        if person is not None:
            people = [t for t in scene.listed(person) if _is_person(t)] if noun.tag == "NNS" else [person]
            for number, one in enumerate(people):
                yield from _role(scene, noun, one, alone=number > 0)
    yield from _led(scene)


def _is_person(token: Token | None) -> bool:
    return token is not None and token.mention is not None and token.mention.kind in ("person", "unknown")


def _holder(scene: Scene, noun: Token) -> Token | None:
    """The person whom an office noun is put on: in apposition, before the name, or with "is"."""
    parsed = scene.parsed
    head = parsed[noun.head]
    if noun.pos == "ADJ" and not (head.i == noun.i + 1 and _is_person(head)):
        return None
    if noun.dep in ("appos", "compound", "nmod", "amod") and _is_person(head):
        return head
    for child in parsed.all_children(noun.i, "appos"):
        if _is_person(child):
            return child
    if noun.dep == "attr":
        subject = parsed.child(noun.head, "nsubj")
        return subject if _is_person(subject) else None
    if noun.dep == "conj" and noun.head != noun.i and head.lemma in triggers("roles")["nouns"]:
        return _holder(scene, head)
    # "X's executive director Ann Lee": the parser sometimes makes the name the head of a clause of its own.
    following = parsed[noun.i + 1] if noun.i + 1 < len(parsed.tokens) else None
    return (
        following
        if _is_person(following)
        and following is not None
        and following.dep in ("nsubj", "appos", "dobj", "pobj", "ROOT")
        and noun.dep in ("nsubj", "nmod", "compound", "dep")
        else None
    )


def _role(scene: Scene, noun: Token, person: Token, alone: bool = False) -> Iterator[Draft]:
    parsed = scene.parsed
    of = parsed.preposition(noun.i, "of", "for", "at", "with", "within", "in")
    extra = _title_of(scene, noun, of)
    where = _organization(scene, noun, of)
    if where is not None and where.pos == "PRON" and scene.who(where)[0] is None:
        return
    title = "_".join(w.lower() for w in f"{extra}".replace("-", " ").split())
    office = [noun, person, *([where] if where is not None else [])]
    low, _ = scene.words_of(noun)
    if person.i == noun.i + 1:
        low = min(low, _first_of_titles(scene, noun).start)
    start = min(low, *(t.start for t in office))
    end = max(t.end for t in office)
    if of is not None and end < scene.words_of(of)[1] and where is None:
        end = scene.words_of(of)[1]
    if scene.text.view[end : end + 1] == ")" or (
        scene.text.view[end : end + 2] == " (" and ")" in scene.text.view[end : end + 12]
    ):
        end = scene.text.view.index(")", end) + 1
    name = scene.who(where)[0] if where is not None else None
    if alone:
        start, end = person.start, person.end
    yield Draft(start, end, "role", noun, scene.who(person)[0], f"{title}_of" if name else title, name)


def _first_of_titles(scene: Scene, noun: Token) -> Token:
    """The first word of the titles before a name: "city activist and academic Ann Lee" begins at "city"."""
    first = noun
    for t in reversed(scene.parsed.tokens[: noun.i]):
        if t.pos not in ("NOUN", "ADJ", "CCONJ", "PROPN") or (t.pos == "CCONJ" and t.lemma != "and"):
            break
        first = t
    return first if first.pos != "CCONJ" else noun


def _title_of(scene: Scene, noun: Token, of: Token | None) -> str:
    """The title in words: "executive director", "director of organizing"."""
    parsed = scene.parsed
    before = [
        t.lemma if t.i == noun.i else t.text
        for t in parsed.subtree(noun.i, without=("prep", "appos", "relcl", "acl", "conj", "cc", "poss", "det", "punct"))
        if t.i <= noun.i
        and t.mention is None
        and t.pos != "NUM"
        and t.text.lower()
        not in ("own", "longtime", "former", "then", "current", "key", "prominent", "top", "several", "other")
    ]
    words = " ".join(before) or words_before(parsed, noun)
    if of is not None and of.mention is None and of.pos in ("NOUN", "VERB", "PROPN"):
        words += f" of {of.text}"
    return words


def _organization(scene: Scene, noun: Token, of: Token | None) -> Token | None:
    """Where the office is held: "X's director", "director of organizing for X", "X director"."""
    parsed = scene.parsed
    owner = parsed.child(noun.i, "poss")
    if owner is not None:
        return owner
    nested = [t for t in ([of] if of is not None else [])] + [
        t for c in parsed.all_children(noun.i, "prep") for t in parsed.all_children(c.i, "pobj")
    ]
    for t in nested:
        if t.mention is not None and t.mention.kind in ("organization", "unknown", "place"):
            return t
        deeper = parsed.preposition(t.i, "of", "for", "at")
        if deeper is not None and deeper.mention is not None:
            return deeper
    return next(
        (
            t
            for t in parsed.all_children(noun.i, "compound", "nmod", "amod")
            if t.mention and t.mention.kind == "organization"
        ),
        None,
    )


def _led(scene: Scene) -> Iterator[Draft]:
    """ "Ann Lee, who leads the group's field work"; "the firm X manages it"."""
    for clause in scene.clauses:
        if (
            clause.lemma in ("lead", "head", "chair", "run", "manage", "direct")
            and clause.object is not None
            and not clause.passive
        ):
            doer = clause.subject
            if clause.verb.dep == "relcl" and doer is not None and doer.mention is None:
                doer = scene.parsed[clause.verb.head]
            if (
                doer is not None
                and doer.mention is not None
                and doer.mention.kind == "person"
                and (clause.object.mention or scene.parsed.child(clause.object.i, "poss"))
            ):
                yield Draft(
                    clause.start,
                    clause.end,
                    "role",
                    clause.verb,
                    scene.who(doer)[0],
                    f"{clause.lemma}s",
                    scene.who(clause.object, doer)[0],
                    None,
                    clause.negated,
                )

"""Who holds which office: "Ann Lee, director of X", "X's director, Ann Lee", "Ann Lee serves as treasurer of X"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stories.coreference import words_before
from onrecord.stories.frames.clauses import Clause, doer_of, triggers
from onrecord.stories.frames.named import happened, is_open
from onrecord.stories.frames.negation import of_noun
from onrecord.stories.frames.scene import Draft, Scene
from onrecord.stories.frames.standing import bond
from onrecord.stories.modality import loaded_terms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.stories.parse import Parsed, Token

BESIDE = ("appos", "compound", "nmod", "amod")
WHERE = ("of", "for", "at", "with", "within", "in", "to")
APART = ("prep", "appos", "relcl", "acl", "conj", "cc", "poss", "det", "punct")
TITLE_GAP = 12
"""Characters within which a bracket behind an office still belongs to it ("director of X (XYZ)")."""


def roles(scene: Scene) -> Iterator[Draft]:
    """Every office that a sentence says a named person holds."""
    for noun in (t for t in scene.parsed if _is_office(t)):
        person, where = _holder(scene, noun), None
        if (bound := bond(scene, noun)) is not None and (person is None or _organization(scene, noun) is None):
            person, where = (bound[0], bound[1]) if _holds(bound[0]) else (person, None)
        if person is not None:
            people = [t for t in scene.listed(person) if _is_person(t)] if noun.tag == "NNS" else [person]
            for number, one in enumerate(people):
                yield _role(scene, noun, one, where, alone=number > 0)
    for clause in scene.clauses:
        yield from _led(scene, clause)


def _is_office(token: Token) -> bool:
    return token.mention is None and token.pos in ("NOUN", "PROPN", "ADJ") and token.lemma in triggers("roles")["nouns"]


def _is_person(token: Token | None) -> bool:
    return token is not None and token.mention is not None and token.mention.kind in ("person", "unknown")


def _holds(token: Token) -> bool:
    return _is_person(token) or token.pos == "PRON"


# ── the person ───────────────────────────────────────────────────────────────────────────────────────────────────


def _holder(scene: Scene, noun: Token) -> Token | None:
    """The person whom an office noun is put on: in apposition, before the name, with "is", or with "serves as"."""
    parsed = scene.parsed
    head = parsed[noun.head]
    if noun.pos == "ADJ" and not (head.i == noun.i + 1 and _is_person(head)):
        return None
    if noun.dep in BESIDE and _is_person(head):
        return head
    beside = next((t for t in parsed.all_children(noun.i, "appos") if _is_person(t)), None)
    if beside is not None:
        return beside
    if noun.dep == "conj" and noun.head != noun.i and _is_office(head):
        return _holder(scene, head)
    return _by_verb(scene, noun) or _before_name(scene, noun)


def _by_verb(scene: Scene, noun: Token) -> Token | None:
    """ "X is the director", "the director is X", "X serves as director", "X was named director"."""
    head = scene.parsed[noun.head]
    verb = scene.parsed[head.head] if noun.dep == "pobj" and head.lemma == "as" else head
    clause = next((c for c in scene.clauses if c.verb.i == verb.i), None)
    if clause is None or is_open(scene, clause):
        return None
    words = triggers("roles")
    subject = doer_of(scene.parsed, clause) if not clause.passive else clause.object
    served = head.lemma == "as" and verb.lemma in words["serve"] | words["name"]
    named = verb.lemma in words["name"] and noun.dep in ("oprd", "attr", "dobj", "xcomp", "ccomp")
    if served or named or (noun.dep == "attr" and verb.lemma in ("be", "become", "remain")):
        return subject if _is_person(subject) else None
    if noun.dep == "nsubj" and verb.lemma in ("be", "remain"):
        said = scene.parsed.child(verb.i, "attr")
        return said if _is_person(said) else None
    return None


def _before_name(scene: Scene, noun: Token) -> Token | None:
    """ "X's executive director Ann Lee": the parser sometimes makes the name the head of a clause of its own."""
    tokens = scene.parsed.tokens
    following = tokens[noun.i + 1] if noun.i + 1 < len(tokens) else None
    if following is None or not _is_person(following) or noun.dep not in ("nsubj", "nmod", "compound", "dep"):
        return None
    return following if following.dep in ("nsubj", "appos", "dobj", "pobj", "ROOT") else None


# ── the claim ────────────────────────────────────────────────────────────────────────────────────────────────────


def _role(scene: Scene, noun: Token, person: Token, where: Token | None = None, alone: bool = False) -> Draft:
    where = _organization(scene, noun) or where
    name, candidates = scene.who(where, person) if where is not None else (None, ())
    title = "_".join(_title_of(scene, noun).lower().replace("-", " ").split())
    start, end = _span(scene, noun, person, where)
    if noun.lemma in triggers("roles")["founders"] and name and noun.dep in ("attr", "nsubj", "pobj"):
        title = "founded"
    if alone:
        start, end = person.start, person.end
    return Draft(
        start, end, "founding" if title == "founded" else "role", noun, scene.who(person)[0],
        f"{title}_of" if name and title != "founded" else title, name, None,
        of_noun(scene.parsed, noun), candidates=candidates,
    )  # fmt: skip


def _span(scene: Scene, noun: Token, person: Token, where: Token | None) -> tuple[int, int]:
    view = scene.text.view
    low, _ = scene.words_of(noun)
    if person.i == noun.i + 1:
        low = min(low, _first_of_titles(scene, noun).start)
    office = [noun, person, *([where] if where is not None else [])]
    start, end = min(low, *(t.start for t in office)), max(t.end for t in office)
    of = scene.parsed.preposition(noun.i, *WHERE)
    if of is not None and where is None:
        end = max(end, scene.words_of(of)[1])
    if view[end : end + 1] == ")" or (view[end : end + 2] == " (" and ")" in view[end : end + TITLE_GAP]):
        end = view.index(")", end) + 1
    return start, end


def _first_of_titles(scene: Scene, noun: Token) -> Token:
    """The first word of the titles before a name: "city activist and academic Ann Lee" begins at "city"."""
    first = noun
    for t in reversed(scene.parsed.tokens[: noun.i]):
        if t.pos not in ("NOUN", "ADJ", "CCONJ", "PROPN") or (t.pos == "CCONJ" and t.lemma != "and"):
            break
        first = t
    return first if first.pos != "CCONJ" else noun


def _title_of(scene: Scene, noun: Token) -> str:
    """The title in words: "executive director", "director of organizing"."""
    parsed, idle = scene.parsed, triggers("roles")["idle"]
    before = [
        t.lemma if t.i == noun.i else t.text
        for t in parsed.subtree(noun.i, without=APART)
        if t.i <= noun.i and t.mention is None and t.pos != "NUM" and t.text.lower() not in idle
        if t.i == noun.i or not _evaluates(parsed, t, noun)
    ]
    words = " ".join(before) or words_before(parsed, noun)
    of = parsed.preposition(noun.i, *WHERE)
    if of is not None and of.mention is None and of.pos in ("NOUN", "VERB", "PROPN"):
        words += f" of {of.text}"
    return words


def _evaluates(parsed: Parsed, token: Token, noun: Token) -> bool:
    """Whether a word before an office judges its holder ("thin-skinned", "superstar"): it is no part of the title."""
    at, words = token, triggers("roles")
    if loaded_terms(at.text, 0, len(at.text)):
        return True
    if at.head not in (at.i, noun.i) and _evaluates(parsed, parsed[at.head], noun):
        return True
    if at.pos == "VERB" or (at.pos == "ADJ" and any(parsed[c].text == "-" for c in parsed.children[at.i])):
        return at.lemma not in words["title_words"] and at.text.lower() not in words["title_words"]
    told = at.text.lower() in words["title_words"] or at.text.lower().endswith(tuple(words["title_endings"]))
    return at.pos == "ADJ" and not told


def _organization(scene: Scene, noun: Token) -> Token | None:
    """Where the office is held: "X's director", "director of organizing for X", "X director"."""
    parsed = scene.parsed
    owner = parsed.child(noun.i, "poss")
    if owner is not None:
        return owner
    for t in (t for c in parsed.all_children(noun.i, "prep") for t in parsed.all_children(c.i, "pobj", "pcomp")):
        if t.mention is not None and t.mention.kind != "group":
            return t
        if (deeper := parsed.preposition(t.i, "of", "for", "at")) is not None and deeper.mention is not None:
            return deeper
    before = parsed.all_children(noun.i, "compound", "nmod", "amod")
    named = next((t for t in before if t.mention and t.mention.kind in ("organization", "unknown")), None)
    if named is not None:
        return named
    together = [t for t in parsed.all_children(noun.i, "conj") if _is_office(t)]
    return _organization(scene, together[0]) if together else None


def _led(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "Ann Lee, who leads the group's field work"; "X, led by Ann Lee"."""
    if clause.lemma not in triggers("roles")["lead"] or clause.object is None or not happened(scene, clause):
        return
    doer = doer_of(scene.parsed, clause)
    if doer is not None and doer.mention is None and clause.verb.dep == "relcl":
        doer = scene.parsed[clause.verb.head]
    if doer is None or doer.mention is None or doer.mention.kind != "person":
        return
    if clause.object.mention is None and scene.parsed.child(clause.object.i, "poss") is None:
        return
    name, candidates = scene.who(clause.object, doer)
    yield Draft(
        clause.start, clause.end, "role", clause.verb, scene.who(doer)[0], f"{clause.lemma}s", name, None,
        clause.negated, candidates=candidates,
    )  # fmt: skip

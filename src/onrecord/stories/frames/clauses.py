"""Clauses: who does what to whom, and exactly which words of the story say so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.stories.frames.negation import is_negated, is_open_denial
from onrecord.stories.frames.spans import SUBJECTS, span_of
from onrecord.stories.frames.spans import phrase as phrase
from onrecord.stories.frames.triggers import triggers as triggers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.stories.parse import Parsed, Token


@dataclass(frozen=True, slots=True)
class Clause:
    """One predicate with its parts. In a passive clause ``subject`` is still the doer, ``object`` the one acted on."""

    parsed: Parsed
    verb: Token
    subject: Token | None
    object: Token | None
    passive: bool
    negated: bool
    unreal: bool
    start: int
    end: int

    @property
    def lemma(self) -> str:
        """The predicate's lemma, with its particle if it has one ("turn out" gives ``turn``)."""
        return self.verb.lemma


def clauses(parsed: Parsed) -> Iterator[Clause]:
    """Every clause of a sentence, in reading order."""
    for token in parsed:
        if token.pos in ("VERB", "AUX") and token.dep not in ("aux", "auxpass", "amod", "compound"):
            yield _clause(parsed, token)


def _clause(parsed: Parsed, verb: Token) -> Clause:
    own = _own_subject(parsed, verb)
    first = _antecedent(parsed, own) if own is not None else _inherited(parsed, verb)
    doer: Token | None = first
    patient = parsed.child(verb.i, "dobj", "attr", "oprd", "acomp")
    passive = _reads_passive(parsed, verb, own)
    if passive:
        doer, patient = parsed.preposition(verb.i, "by"), first
    negated = is_negated(parsed, verb)
    unreal = is_open_denial(parsed, verb) or _is_unreal(parsed, verb)
    return Clause(parsed, verb, doer, patient, passive, negated, unreal, *span_of(parsed, verb))


def _own_subject(parsed: Parsed, verb: Token) -> Token | None:
    """The verb's subject; in "helped turn out" the parser may hang it on "helped"."""
    helping = [a.i for a in parsed.all_children(verb.i, "aux")]
    found = (parsed.child(i, *SUBJECTS) for i in (verb.i, *helping))
    return next((subject for subject in found if subject is not None), None)


def _reads_passive(parsed: Parsed, verb: Token, own: Token | None) -> bool:
    """Whether the subject is the one acted on, also where a participle leaves out "was"."""
    if _is_passive(parsed, verb):
        return True
    if own is not None:
        return _leaves_out_was(parsed, verb, own)
    if verb.dep in ("acl", "advcl", "relcl"):
        return verb.tag == "VBN" or (verb.tag == "VBD" and parsed.preposition(verb.i, "by") is not None)
    shares = verb.dep == "conj" and verb.tag == "VBN" and _is_passive(parsed, parsed[verb.head])
    return shares and parsed.child(verb.i, "aux") is None


def _leaves_out_was(parsed: Parsed, verb: Token, own: Token) -> bool:
    """ "Acme, paid $5 by Lee, …": there the parser takes the participle for the verb of the sentence."""
    by = parsed.preposition(verb.i, "by")
    after_comma = verb.i > 0 and parsed[verb.i - 1].text == "," and own.i < verb.i
    return after_comma and verb.tag in ("VBD", "VBN") and by is not None and by.mention is not None


def _is_unreal(parsed: Parsed, verb: Token) -> bool:
    """Whether a clause says what will, would, may or should be, or what somebody only wants: nothing happened yet."""
    words, head = triggers("reality"), parsed[verb.head]
    if any(t.lemma in words["modals"] for t in parsed.all_children(verb.i, "aux")):
        return True
    if any(t.lemma in words["conditions"] for t in parsed.all_children(verb.i, "mark", "advmod")):
        return True
    purpose = any(t.lemma == "to" for t in parsed.all_children(verb.i, "aux"))
    if purpose and not (verb.dep in ("xcomp", "ccomp") and head.lemma in words["achieving"] | words["negating"]):
        return head.lemma not in words["firsts"]
    if verb.dep == "xcomp":
        return head.lemma in words["wishes"] or _is_unreal(parsed, head)
    bare = verb.tag == "VB" and parsed.child(verb.i, "aux") is None
    return verb.dep == "conj" and bare and parsed.child(verb.i, *SUBJECTS) is None and _is_unreal(parsed, head)


def _is_passive(parsed: Parsed, verb: Token) -> bool:
    return parsed.child(verb.i, "nsubjpass", "auxpass") is not None


def _inherited(parsed: Parsed, verb: Token) -> Token | None:
    """The subject that a clause without one of its own shares with the clause or noun it hangs on."""
    seen = verb
    for _ in range(6):
        head = parsed[seen.head]
        if seen.dep in ("acl", "relcl"):
            return head
        if seen.dep == "xcomp" and (controlled := parsed.child(head.i, "dobj")):
            return controlled
        remains = seen.dep in ("acomp", "oprd") and seen.tag == "VBN"  # "remains affiliated with"
        hangs = seen.dep in ("conj", "advcl", "xcomp", "ccomp", "pcomp", "prep", "dep") or remains
        if not hangs or head.i == seen.i:
            return None
        found = _blamed(parsed, seen, head) or parsed.child(head.i, *SUBJECTS)
        if found is not None:
            return _antecedent(parsed, found)
        seen = head
    return None


def _blamed(parsed: Parsed, preposition: Token, verb: Token) -> Token | None:
    """The one that "accused Acme of paying" and "thanked Acme for paying" say it of: Acme, not who accuses."""
    if preposition.dep != "prep" or preposition.lemma not in ("of", "for", "from"):
        return None
    held = parsed.child(verb.i, "dobj")
    return held if held is not None and (held.mention is not None or held.pos == "PRON") else None


def _antecedent(parsed: Parsed, token: Token) -> Token:
    """What a relative pronoun stands for."""
    if token.tag not in ("WDT", "WP") and token.lemma != "that":
        return token
    verb = parsed[token.head]
    while verb.dep == "conj":
        verb = parsed[verb.head]
    if verb.dep in ("ccomp", "advcl") and parsed[verb.head].lemma == "be" and token.lemma == "who":
        return parsed.child(verb.head, "attr") or token  # "it is Lee who leads it"
    return parsed[verb.head] if verb.dep == "relcl" else token


def doer_of(parsed: Parsed, clause: Clause) -> Token | None:
    """The clause's subject with relative pronouns replaced by what they stand for."""
    return _antecedent(parsed, clause.subject) if clause.subject else None

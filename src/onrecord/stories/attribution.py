"""According to whom: the chain of sources that a sentence names for what it says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.stories.frames.clauses import triggers
from onrecord.vocabulary import Attribution, AttributionKind

if TYPE_CHECKING:
    from onrecord.stories.coreference import Names
    from onrecord.stories.parse import Parsed, Token

OUTLET = re.compile(
    r"\b(?:Times|Post|News|Journal|Tribune|Herald|Gazette|Daily|Magazine|Politico|Reuters|AP|Ledger|Wire|Guardian|Fox|CNN|BBC|Press|Observer|Courier|Chronicle)\b"
)
BY_ACCOUNT = ("by", "in", "on", "from")


def chain(parsed: Parsed, verb: Token, names: Names) -> tuple[Attribution, ...]:
    """Every source that the sentence gives for the clause of ``verb``, innermost first."""
    found: list[Attribution] = []
    seen: set[int] = set()
    at, apart = verb, False
    while at.i not in seen:
        seen.add(at.i)
        if not apart:
            found += _adverbial(parsed, at, names)
        apart = apart or at.dep in ("relcl", "acl")
        head = parsed[at.head]
        if head.i != at.i and (
            at.dep in ("ccomp", "parataxis") or (at.dep == "dobj" and at.pos == "NOUN" and at.i == verb.i)
        ):
            found += _reported(parsed, head, names)
        at = head
    found += _parenthetic(parsed, verb, names) + _at_the_end(parsed, names)
    return tuple(dict.fromkeys(found))


def _at_the_end(parsed: Parsed, names: Names) -> list[Attribution]:
    """ "A did this and that, according to X": what closes a sentence is said of all of it."""
    closing = [t for t in parsed if t.lemma == "accord" and t.dep == "prep" and parsed[t.i - 1].text == ","]
    sources = [parsed.preposition(t.i, "to") for t in closing]
    return [attribution(parsed, source, "according to", names) for source in sources if source is not None]


def _adverbial(parsed: Parsed, at: Token, names: Names) -> list[Attribution]:
    """ "According to X", "by its own account"."""
    found = []
    for c in parsed.children[at.i]:
        child = parsed[c]
        if child.lemma == "accord" and (source := parsed.preposition(c, "to")):
            found.append(attribution(parsed, source, "according to", names))
        elif child.lemma in BY_ACCOUNT and child.dep in ("prep", "agent") and (held := parsed.child(c, "pobj")):
            owner = parsed.child(held.i, "poss")
            if held.lemma in triggers("speech")["account_nouns"] and owner is not None:
                speaker = parsed.child(at.i, "nsubj") or owner if owner.pos == "PRON" else owner
                found.append(attribution(parsed, speaker, f"{child.lemma} … {held.lemma}", names))
    return found


def _reported(parsed: Parsed, head: Token, names: Names) -> list[Attribution]:
    """ "X said that …", "records show …", "boasting that …"."""
    if head.lemma not in triggers("speech")["report"]:
        return []
    speaker = parsed.child(head.i, "nsubj") or _shared_subject(parsed, head)
    if speaker is None:
        return [Attribution(None, head.lemma, "unnamed")]
    return [attribution(parsed, speaker, head.lemma, names)]


def _shared_subject(parsed: Parsed, verb: Token) -> Token | None:
    for _ in range(4):
        if verb.dep == "acl" or verb.dep == "relcl":
            return parsed[verb.head]
        if verb.dep not in ("advcl", "conj", "xcomp", "ccomp"):
            return None
        verb = parsed[verb.head]
        if (found := parsed.child(verb.i, "nsubj", "nsubjpass")) is not None:
            return found
    return None


def _parenthetic(parsed: Parsed, verb: Token, names: Names) -> list[Attribution]:
    """ "…, filings show" at the end of a sentence: there the parser hangs the sentence on the report."""
    return [
        attribution(parsed, speaker, t.lemma, names)
        for t in parsed
        if t.dep in ("parataxis", "ccomp")
        and t.i > verb.i
        and t.lemma in triggers("speech")["report"]
        and t.head == verb.i
        for speaker in parsed.all_children(t.i, "nsubj")
    ]


def attribution(parsed: Parsed, source: Token, cue: str, names: Names) -> Attribution:
    """One link of the chain, with the source's kind told from its noun or the form of its name."""
    name = names.of(parsed, source).name
    return Attribution(name, cue, kind_of(parsed, source, name))


def kind_of(parsed: Parsed, source: Token, name: str | None) -> AttributionKind:
    """Whether a source is a record, a person, an organization, an outlet, analysts, or nobody in particular."""
    speech = triggers("speech")
    if source.mention is not None:
        if OUTLET.search(source.mention.name):
            return "outlet"
        return "person" if source.mention.kind == "person" else "organization"
    if source.lemma in speech["record_nouns"]:
        return "records"
    if source.lemma in speech["analyst_nouns"]:
        return "outlet" if name and OUTLET.search(name) else "analysts"
    if source.lemma in speech["account_nouns"] or source.pos == "PRON":
        return "organization" if name else "unnamed"
    return "unnamed" if name is None else "organization" if name[:1].isupper() else "unnamed"

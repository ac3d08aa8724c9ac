"""According to whom: the chain of sources that a sentence names for what it says, innermost first.

A source counts for a claim only if the claim stands inside what is attributed: what a relative clause adds in passing
("X, which paid Y, said …") is the story's own voice.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.stories.frames.clauses import triggers
from onrecord.vocabulary import Attribution, AttributionKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.stories.coreference import Names
    from onrecord.stories.parse import Parsed, Token

OUTLET = re.compile(
    r"\b(?:Times|Post|News|Journal|Tribune|Herald|Gazette|Daily|Magazine|Ledger|Wire|Press|Observer|Courier|Chronicle|"
    r"Monitor|Examiner|Globe|Inquirer|Dispatch|Telegraph|Bulletin|Broadcasting|Radio|Television|TV|Media)\b"
)
"""Words that mark a newsroom in a name. Newsrooms without one are known by what they do: report, publish, reveal."""
NAMED = ("person", "organization", "unknown", "place")
STEPS = 8
"""How far up the tree a clause looks for who says it."""


def chain(parsed: Parsed, verb: Token, names: Names) -> tuple[Attribution, ...]:
    """Every source that the sentence gives for the clause of ``verb``, innermost first."""
    found: list[Attribution] = []
    at, apart = verb, False
    for _ in range(STEPS):
        if not apart:
            found += _adverbial(parsed, at, names)
        apart = apart or at.dep in ("relcl", "acl")
        head = parsed[at.head]
        if head.i == at.i:
            break
        if not apart and _is_said(parsed, at, verb):
            found += _reported(parsed, head, names)
        at = head
    found += _parenthetic(parsed, verb, names) + _at_the_end(parsed, names)
    return tuple(dict.fromkeys(found))


def _is_said(parsed: Parsed, at: Token, verb: Token) -> bool:
    """Whether a clause or noun is what its head verb says: "said that …", "boasted of turning out …"."""
    if at.dep in ("ccomp", "parataxis"):
        return True
    if at.dep == "prep":
        return parsed.child(at.i, "pcomp") is not None
    return at.dep == "dobj" and at.pos == "NOUN" and at.i == verb.i


def _adverbial(parsed: Parsed, at: Token, names: Names) -> Iterator[Attribution]:
    """ "According to X", "per X", "by its own account", "in a report by X", "as X reported"."""
    for c in parsed.children[at.i]:
        child = parsed[c]
        if child.lemma == "accord" and (source := parsed.preposition(c, "to")):
            yield from _linked(parsed, source, "according to", names)
        elif child.lemma == "per" and (source := parsed.child(c, "pobj")) and source.pos in ("NOUN", "PROPN"):
            yield from _linked(parsed, source, "per", names)
        elif child.dep in ("prep", "agent") and (held := parsed.child(c, "pobj")):
            yield from _by_account(parsed, at, child, held, names)
        elif child.dep == "advcl" and _is_as_reported(parsed, child):
            yield from _reported(parsed, child, names)


def _is_as_reported(parsed: Parsed, verb: Token) -> bool:
    return verb.lemma in triggers("speech")["report"] and any(
        t.lemma == "as" for t in parsed.all_children(verb.i, "mark", "advmod", "prep")
    )


def _by_account(parsed: Parsed, at: Token, preposition: Token, held: Token, names: Names) -> Iterator[Attribution]:
    """ "By its own account", "on her telling", and "in a report by X"."""
    speech, cue = triggers("speech"), f"{preposition.lemma} … {held.lemma}"
    owner = parsed.child(held.i, "poss")
    if held.lemma in speech["account_nouns"] and owner is not None and preposition.lemma in ("by", "in", "on", "from"):
        speaker = parsed.child(at.i, "nsubj") or owner
        yield attribution(parsed, speaker if owner.pos == "PRON" else owner, cue, names)
    elif preposition.lemma == "in" and held.lemma in speech["record_nouns"] | speech["work_nouns"]:
        maker = _maker(parsed, held)
        if maker is not None:
            yield attribution(parsed, maker, cue, names)


def _at_the_end(parsed: Parsed, names: Names) -> list[Attribution]:
    """ "A did this and that, according to X": what closes a sentence is said of all of it."""
    closing = [t for t in parsed if t.lemma == "accord" and t.dep == "prep" and t.i and parsed[t.i - 1].text == ","]
    sources = [parsed.preposition(t.i, "to") for t in closing]
    return [link for s in sources if s is not None for link in _linked(parsed, s, "according to", names)]


def _reported(parsed: Parsed, head: Token, names: Names) -> list[Attribution]:
    """ "X said that …", "records show …", "boasting that …"."""
    if head.lemma not in triggers("speech")["report"]:
        return []
    speaker = parsed.child(head.i, "nsubj") or _shared_subject(parsed, head)
    agent = parsed.preposition(head.i, "by") if parsed.child(head.i, "auxpass") is not None else None
    speaker = speaker or agent
    if speaker is None or (speaker.lemma in ("it", "there") and speaker.dep != "nsubj"):
        return [Attribution(None, head.lemma, "unnamed")]
    return _linked(parsed, speaker, head.lemma, names)


def _shared_subject(parsed: Parsed, verb: Token) -> Token | None:
    for _ in range(4):
        if verb.dep in ("acl", "relcl"):
            return parsed[verb.head]
        if verb.dep not in ("advcl", "conj", "xcomp", "ccomp"):
            return None
        verb = parsed[verb.head]
        if (found := parsed.child(verb.i, "nsubj", "nsubjpass")) is not None:
            return found
    return None


def _parenthetic(parsed: Parsed, verb: Token, names: Names) -> list[Attribution]:
    """ "…, filings show" at the end of a sentence: there the parser hangs the report on the sentence."""
    report = triggers("speech")["report"]
    return [
        link
        for t in parsed
        if t.dep in ("parataxis", "ccomp", "conj") and t.i > verb.i and t.head == verb.i and t.lemma in report
        if t.dep != "conj" or _closes(parsed, t)
        for speaker in parsed.all_children(t.i, "nsubj")
        for link in _linked(parsed, speaker, t.lemma, names)
    ]


def _closes(parsed: Parsed, verb: Token) -> bool:
    """Whether a report ends its sentence after a comma and says nothing of its own."""
    first = parsed.subtree(verb.i)[0].i
    rest = [t for t in parsed.tokens[verb.i + 1 :] if t.pos != "PUNCT"]
    return not rest and first > 0 and parsed[first - 1].text == ","


def _linked(parsed: Parsed, source: Token, cue: str, names: Names) -> list[Attribution]:
    """One source as links of the chain: "X's analysis of filings" is the filings, as read by X."""
    speech = triggers("speech")
    if source.mention is None and source.lemma in speech["work_nouns"]:
        basis = parsed.preposition(source.i, "of")
        links = (
            [attribution(parsed, basis, source.lemma, names)] if basis and basis.lemma in speech["record_nouns"] else []
        )
        maker = _maker(parsed, source)
        return [*links, attribution(parsed, maker or source, cue, names)]
    if source.mention is None and source.lemma in speech["voice_nouns"]:
        maker = _maker(parsed, source)
        return [attribution(parsed, maker or source, cue, names)]
    return [attribution(parsed, source, cue, names)]


def _maker(parsed: Parsed, work: Token) -> Token | None:
    """Whose analysis or spokesman it is: "X's analysis", "a report by X", "an X analysis", "a spokesman for X"."""
    near = [
        parsed.child(work.i, "poss"),
        parsed.preposition(work.i, "by", "from", "for"),
        *parsed.all_children(work.i, "compound", "nmod", "amod"),
    ]
    return next((t for t in near if t is not None and t.mention is not None and t.mention.kind in NAMED), None)


def attribution(parsed: Parsed, source: Token, cue: str, names: Names) -> Attribution:
    """One link of the chain, with the source's kind told from its noun, the form of its name, or what it does."""
    owner = parsed.child(source.i, "poss")
    if owner is not None and source.lemma in triggers("speech")["account_nouns"]:
        source = owner  # "their own claims" are theirs: who makes them is the source
    name = names.of(parsed, source).name
    kind = kind_of(parsed, source, name)
    if kind == "organization" and source.mention is not None and cue in triggers("speech")["newsroom_verbs"]:
        kind = "outlet"
    return Attribution(name, cue, kind)


def kind_of(parsed: Parsed, source: Token, name: str | None) -> AttributionKind:
    """Whether a source is a record, a person, an organization, an outlet, analysts, or nobody in particular."""
    speech = triggers("speech")
    if source.mention is not None:
        return "person" if source.mention.kind == "person" else _organization_kind(source.mention.name)
    if source.lemma in speech["record_nouns"]:
        return "records"
    if source.lemma in speech["analyst_nouns"] | speech["work_nouns"]:
        return "analysts"
    if source.pos == "PRON":
        return "unnamed" if name is None else "person" if _is_personal(source) else _organization_kind(name)
    if source.lemma in speech["account_nouns"]:
        return "organization" if name else "unnamed"
    return "organization" if name and name[:1].isupper() and name != source.text else "unnamed"


def _organization_kind(name: str) -> AttributionKind:
    return "outlet" if OUTLET.search(name) else "organization"


def _is_personal(pronoun: Token) -> bool:
    return pronoun.text.lower() in ("he", "she", "him", "her", "his", "hers", "who")

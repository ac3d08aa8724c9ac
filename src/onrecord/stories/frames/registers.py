"""Standing before the law and before registers: legal form, what the law allows, registration."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.stories.frames.clauses import Clause, phrase, triggers
from onrecord.stories.frames.named import happened, is_open, somebody
from onrecord.stories.frames.proceedings import proceedings
from onrecord.stories.frames.scene import Draft, Scene

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.stories.parse import Token

FORM = re.compile(
    r"501\s?\(?c\)?\s?\(?(\d{1,2})\)?|\bsuper\s?pac\b|\bnon-?profit\b|\bcharity\b|\bpac\b|\bunion\b|\btax-exempt\b"
    r"|\bpolitical action committee\b",
    re.IGNORECASE,
)
RELATIONS = {
    "superpac": "is_super_pac",
    "nonprofit": "is_nonprofit",
    "charity": "is_charity",
    "pac": "is_pac",
    "politicalactioncommittee": "is_pac",
    "union": "is_union",
    "taxexempt": "is_tax_exempt",
}
BESIDE = re.compile(r"(?: \([^)]{1,20}\))?(?:,| —) (?:an? |the )?")
"""What may stand between a name and a legal form put beside it."""
AFTER_FORM = re.compile(r" (?:nonprofit|organization|group|charity|foundation)(?: organization| group)?")
OTHERS = ("relcl", "acl", "advcl", "ccomp", "parataxis")
ADDED = ("relcl", "acl", "appos", "advcl", "conj", "cc", "preconj", "prep")
FOREIGN_AGENTS = "Foreign Agents Registration Act"
LOBBYING = "lobbying register"
UNREGISTERED = re.compile(
    r"\bunregistered\b[^.;,]{0,24}?\bagents?\b|\bunregistered lobbyists?\b|\bunregistered foreign\b", re.IGNORECASE
)
LEGAL = re.compile(r"\b(?:legally|by law|law|federal|statute|irs|501)\b")


def registers(scene: Scene) -> Iterator[Draft]:
    """Every claim of a sentence about standing, registration or proceedings."""
    for clause in scene.clauses:
        yield from _status(scene, clause)
        yield from _formed(scene, clause)
        yield from _under_status(scene, clause)
        yield from _prohibited(scene, clause)
        yield from _registered(scene, clause)
    yield from _forms(scene)
    yield from _status_nouns(scene)
    yield from proceedings(scene)
    yield from _unregistered(scene)


def relation_of_form(words: str) -> str | None:
    """The relation that a legal form in words stands for: "a 501(c)(3) nonprofit" is ``is_501c3``."""
    found = FORM.search(words)
    if found is None:
        return None
    if found.group(1):
        return f"is_501c{found.group(1)}"
    return RELATIONS[found.group().lower().replace("-", "").replace(" ", "")]


# ── legal form ───────────────────────────────────────────────────────────────────────────────────────────────────


def _status(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "X is a 501(c)(3) nonprofit"."""
    if clause.lemma not in ("be", "remain", "become") or clause.subject is None:
        return
    nouns = scene.parsed.all_children(clause.verb.i, "attr", "oprd", "acomp")
    if not nouns:
        return
    if any(scene.parsed.child(n.i, "prep") is not None and n.pos == "VERB" for n in nouns):
        return  # "remains affiliated with the Harbor Union"
    end = _closed(scene, max(scene.words_of(n)[1] for n in nouns))
    words = scene.text.view[min(scene.words_of(n)[0] for n in nouns) : end]
    relation = relation_of_form(_masked(scene, clause, words))
    subject = clause.subject
    if relation is None or not (subject.mention or subject.pos == "PRON" or subject.lemma == "group"):
        return
    name, open_names = scene.doer(clause)
    yield Draft(
        scene.words_of(subject)[0], end, "legal_status", clause.verb, name, relation, words, None, clause.negated,
        candidates=open_names,
    )  # fmt: skip


def _closed(scene: Scene, end: int) -> int:
    """The end of a form with its last bracket: "501(c)(3" goes on to ")"."""
    return end + 1 if re.search(r"501\(c\)\(\d{1,2}$", scene.text.view[:end]) else end


def _formed(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "X is organized as a 501(c)(4)"."""
    form = scene.parsed.preposition(clause.verb.i, "as", "under")
    if clause.lemma not in triggers("registers")["formed"] or form is None:
        return
    low, high = phrase(scene.parsed, form, without=ADDED)
    words = scene.text.view[low : _closed(scene, high)]
    relation = relation_of_form(_masked(scene, clause, words))
    who = clause.object if clause.passive else clause.subject
    if relation is None or who is None:
        return
    name, open_names = scene.who(who)
    yield Draft(
        clause.start, max(clause.end, low + len(words)), "legal_status", clause.verb, name, relation, words, None,
        clause.negated, candidates=open_names,
    )  # fmt: skip


def _under_status(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "X falls under the rules for a PAC", "X holds nonprofit status", "X comes under 501(c)(5) of the tax code"."""
    words, subject = triggers("registers"), clause.subject
    if clause.lemma not in words["under_status"] or clause.passive or subject is None or not happened(scene, clause):
        return
    if subject.mention is None and subject.pos != "PRON" and subject.lemma != "group":
        return
    behind = scene.text.view[clause.verb.end : clause.end]
    below = [t for t in scene.parsed.subtree(clause.verb.i, without=OTHERS) if t.i > clause.verb.i]
    relation = relation_of_form(_masked(scene, clause, behind))
    form = relation is not None and any(t.lemma in words["status_words"] for t in below)
    if form and not any(t.mention is not None and t.mention.kind != "group" for t in below):
        name, open_names = scene.doer(clause)
        yield Draft(
            clause.start, clause.end, "legal_status", clause.verb, name, relation, behind.strip(), None, clause.negated,
            candidates=open_names,
        )  # fmt: skip


def _masked(scene: Scene, clause: Clause, words: str) -> str:
    """Words behind a verb without the names in them: a name with "Union" in it states no form."""
    for t in (t for t in scene.parsed if t.mention is not None and clause.verb.end <= t.start < clause.end):
        words = words.replace(scene.text.view[t.start : t.end], "X")
    return words


def _status_nouns(scene: Scene) -> Iterator[Draft]:
    """ "X — a so-called immigrant rights nonprofit", "X, the 501(c)(4) political wing of …"."""
    parsed, view = scene.parsed, scene.text.view
    for noun in (t for t in parsed if t.lemma in triggers("registers")["status_nouns"] and t.mention is None):
        head = parsed[noun.head]
        if noun.pos not in ("NOUN", "PROPN") or noun.dep not in ("appos", "attr", "nmod", "compound"):
            continue
        if head.mention is None or head.mention.kind == "person" or noun.i < head.i:
            continue
        start, end = scene.words_of(noun)
        relation = relation_of_form(view[start:end])
        if relation is None or _names_another(scene, noun):
            continue
        bracket = start - head.end <= len(" (ABCDEFGH) — ") and re.search(r"\).*[—–]", view[head.end : start])
        yield Draft(
            head.start if bracket else start, end, "legal_status", noun, head.mention.name, relation, view[start:end]
        )


def _names_another(scene: Scene, noun: Token) -> bool:
    inside = scene.parsed.subtree(noun.i, without=("relcl", "acl", "prep"))
    return any(t.mention is not None and t.mention.kind != "group" for t in inside)


def _forms(scene: Scene) -> Iterator[Draft]:
    """Tax forms by number, wherever they stand beside a name."""
    begin = scene.parsed.sentence.start
    for match in re.finditer(r"501\(c\)\(\d+\)", scene.text.view[begin : scene.parsed.sentence.end]):
        yield from _form_beside_name(scene, begin + match.start(), match.group())


def _form_beside_name(scene: Scene, offset: int, form: str) -> Iterator[Draft]:
    """ "the 501(c)(3) Harbor Council": a legal form put before, or in an apposition to, a name."""
    view, after_form = scene.text.view, offset + len(form)
    named = [t for t in scene.parsed if t.mention]
    before = next((t for t in reversed(named) if BESIDE.fullmatch(view[t.end : offset])), None)
    held = before or next((t for t in named if 0 <= t.start - after_form <= len(", ")), None)
    if held is None or held.mention is None or held.mention.kind == "person":
        return
    follows = AFTER_FORM.match(view[after_form:])
    end = after_form + (follows.end() if follows else 0)
    start, end = min(offset, held.start), max(held.end, end)
    yield Draft(start, end, "legal_status", held, held.mention.name, relation_of_form(form), form)


def _prohibited(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "legally prohibited from taking part in campaigns": a statement of law."""
    if clause.lemma not in triggers("registers")["prohibit"] or not clause.passive:
        return
    view, parsed = scene.text.view, scene.parsed
    act = parsed.preposition(clause.verb.i, "from", "to") or parsed.child(clause.verb.i, "xcomp")
    if act is None or LEGAL.search(view[parsed.sentence.start : clause.end].lower()) is None:
        return
    first = next((t for t in parsed.all_children(clause.verb.i, "advmod") if t.i < clause.verb.i), clause.verb)
    allowed = clause.lemma in ("allow", "permit", "require")
    relation = f"{clause.lemma.removesuffix('e')}ed_to" if allowed else "prohibited_from"
    subject = scene.who(clause.object)[0] if clause.object is not None else None
    yield Draft(
        min(first.start, clause.verb.start), clause.end, "legal_status", clause.verb, subject, relation,
        view[act.start : clause.end], None, clause.negated,
    )  # fmt: skip


# ── registers ────────────────────────────────────────────────────────────────────────────────────────────────────


def _registered(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "is registered under the Foreign Agents Registration Act", "never registered as a foreign agent"."""
    if clause.lemma not in triggers("registers")["enter"]:
        return
    named = clause.object is not None and (clause.passive or clause.object.mention is not None)
    who = clause.object if named else clause.subject
    register = _register(scene, clause)
    if who is None or who.lemma == "voter" or register is None or is_open(scene, clause):
        return
    failed = scene.parsed[clause.verb.head]
    start, negated = clause.start, clause.negated
    if clause.verb.dep == "xcomp" and failed.lemma in triggers("registers")["fail"]:
        outer = scene.parsed.child(failed.i, "nsubj")
        start = scene.words_of(outer)[0] if outer is not None else failed.start
    subject, open_names = somebody(scene, who)
    yield Draft(
        start, clause.end, "registration", clause.verb, subject,
        "not_registered_under" if negated else "registered_under", register, None, negated, candidates=open_names,
    )  # fmt: skip


def _register(scene: Scene, clause: Clause) -> str | None:
    """The register that a clause is about, by its name or by what is registered there."""
    words = scene.text.view[clause.verb.start : clause.end].lower()
    if "foreign agent" in words or "foreign principal" in words:
        return FOREIGN_AGENTS
    if re.search(r"\blobby(?:ists?|ing)?\b", words):
        return LOBBYING
    register = scene.parsed.preposition(clause.verb.i, "under", "with")
    return scene.who(register)[0] if register is not None else None


def _unregistered(scene: Scene) -> Iterator[Draft]:
    """ "acting as unregistered foreign agents": that somebody is not in a register."""
    begin = scene.parsed.sentence.start
    for match in UNREGISTERED.finditer(scene.text.view[begin : scene.parsed.sentence.end]):
        token = scene.parsed.at(begin + match.start())
        if token is None:
            continue
        clause = next((c for c in reversed(scene.clauses) if c.start <= begin + match.start() < c.end), None)
        subject, open_names = scene.who(clause.subject if clause else None)
        yield Draft(
            clause.start if clause else begin + match.start(), begin + match.end(), "registration",
            clause.verb if clause else token, subject, "not_registered_under",
            FOREIGN_AGENTS if "foreign" in match.group().lower() else LOBBYING, None, True, candidates=open_names,
        )  # fmt: skip

"""Standing before the law and before registers: legal form, registration, investigation and what follows it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.stories.frames.clauses import Clause, triggers
from onrecord.stories.frames.scene import Draft, Scene

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.stories.parse import Token

FORM = re.compile(
    r"501\s?\(?c\)?\s?\(?(\d{1,2})\)?|\bsuper\s?pac\b|\bnon-?profit\b|\bcharity\b|\bpac\b|\bunion\b", re.IGNORECASE
)
BESIDE = re.compile(r"(?: \([^)]{1,20}\))?(?:,| —) (?:an? |the )?")
"""What may stand between a name and a legal form put beside it."""
FOREIGN_AGENTS = "Foreign Agents Registration Act"
UNREGISTERED = re.compile(r"\bunregistered\b[^.;,]{0,24}?\bagents?\b|\bunregistered lobbyists?\b", re.IGNORECASE)


def registers(scene: Scene) -> Iterator[Draft]:
    """Every claim of a sentence about standing, registration or proceedings."""
    for clause in scene.clauses:
        yield from _status(scene, clause)
        yield from _prohibited(scene, clause)
        yield from _registered(scene, clause)
        yield from _investigated(scene, clause)
    yield from _forms(scene)
    yield from _status_nouns(scene)
    yield from _under_investigation(scene)
    yield from _unregistered(scene)


def relation_of_form(words: str) -> str | None:
    """The relation that a legal form in words stands for: "a 501(c)(3) nonprofit" is ``is_501c3``."""
    found = FORM.search(words)
    if found is None:
        return None
    if found.group(1):
        return f"is_501c{found.group(1)}"
    word = found.group().lower().replace("-", "").replace(" ", "")
    return {
        "superpac": "is_super_pac",
        "nonprofit": "is_nonprofit",
        "charity": "is_charity",
        "pac": "is_pac",
        "union": "is_union",
    }[word]


def _status(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "X is a 501(c)(3) nonprofit"."""
    if clause.lemma not in ("be", "remain", "become") or clause.subject is None:
        return
    attribute = scene.parsed.child(clause.verb.i, "attr", "oprd", "acomp")
    if attribute is None:
        return
    nouns = [attribute, *scene.parsed.all_children(clause.verb.i, "attr")]
    end = max(scene.words_of(n)[1] for n in nouns)
    words = scene.text.view[clause.verb.end : end]
    relation = relation_of_form(words)
    if relation is None or not (
        clause.subject.mention or clause.subject.pos == "PRON" or clause.subject.lemma == "group"
    ):
        return
    name, open_names = scene.doer(clause)
    yield Draft(
        scene.words_of(clause.subject)[0],
        end,
        "legal_status",
        clause.verb,
        name,
        relation,
        words.strip(),
        None,
        clause.negated,
        candidates=open_names,
    )


def _status_nouns(scene: Scene) -> Iterator[Draft]:
    """ "X — a so-called immigrant rights nonprofit", "X, the 501(c)(4) political wing of …"."""
    parsed = scene.parsed
    for noun in (
        t
        for t in parsed
        if t.lemma in triggers("registers")["status_nouns"] and t.pos in ("NOUN", "PROPN") and t.mention is None
    ):
        if noun.dep not in ("appos", "attr", "nmod", "compound") or (parsed[noun.head].mention is None):
            continue
        head = parsed[noun.head]
        start, end = scene.words_of(noun)
        relation = relation_of_form(scene.text.view[start:end])
        others = [
            t
            for t in parsed.subtree(noun.i, without=("relcl", "acl", "prep"))
            if t.mention and t.mention.kind != "group"
        ]
        if relation is None or others or noun.i < head.i or head.mention is None or head.mention.kind == "person":
            continue
        near = start - head.end <= 14
        yield Draft(
            head.start if near and "(" in scene.text.view[head.end : start] else start,
            end,
            "legal_status",
            noun,
            head.mention.name,
            relation,
            scene.text.view[start:end],
        )


def _forms(scene: Scene) -> Iterator[Draft]:
    """Tax forms by number, wherever they stand beside a name."""
    parsed = scene.parsed
    for match in re.finditer(r"501\(c\)\(\d+\)", scene.text.view[parsed.sentence.start : parsed.sentence.end]):
        yield from _form_before_name(scene, parsed.sentence.start + match.start(), match.group())


def _form_before_name(scene: Scene, offset: int, form: str) -> Iterator[Draft]:
    """ "the 501(c)(3) Harbor Council": a legal form put before, or in an apposition to, a name."""
    after = next((t for t in scene.parsed if t.mention and 0 <= t.start - offset - len(form) <= 2), None)
    before = next(
        (t for t in reversed(scene.parsed.tokens) if t.mention and BESIDE.fullmatch(scene.text.view[t.end : offset])),
        None,
    )
    held = before or after
    follows = re.match(
        r" (?:nonprofit|organization|group|charity|foundation)(?: organization| group)?",
        scene.text.view[offset + len(form) :],
    )
    end = offset + len(form) + (follows.end() if follows else 0)
    if held is not None and held.mention is not None and held.mention.kind != "person":
        yield Draft(
            min(offset, held.start),
            max(held.end, end),
            "legal_status",
            held,
            held.mention.name,
            relation_of_form(form),
            form,
        )


def _prohibited(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "legally prohibited from taking part in campaigns": a statement of law."""
    if clause.lemma not in triggers("registers")["prohibit"] or not clause.passive:
        return
    legal = re.search(
        r"\b(?:legally|by law|law|federal|statute|irs|501)\b",
        scene.text.view[scene.parsed.sentence.start : clause.end].lower(),
    )
    act = scene.parsed.preposition(clause.verb.i, "from", "to") or scene.parsed.child(clause.verb.i, "xcomp")
    if legal is None or act is None:
        return
    first = next((t for t in scene.parsed.all_children(clause.verb.i, "advmod") if t.i < clause.verb.i), clause.verb)
    allowed = clause.lemma in ("allow", "permit", "require")
    begin = min(first.start, clause.verb.start)
    subject = scene.who(clause.object)[0] if clause.object is not None else None
    yield Draft(
        begin,
        clause.end,
        "legal_status",
        clause.verb,
        subject,
        f"{clause.lemma}ed_to" if allowed else "prohibited_from",
        scene.text.view[act.start : clause.end],
        None,
        clause.negated,
    )


def _registered(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """ "is registered under the Foreign Agents Registration Act", "never registered as a foreign agent"."""
    if clause.lemma != "register":
        return
    register = scene.parsed.preposition(clause.verb.i, "under", "with", "as")
    if register is None or register.lemma in ("voter",):
        return
    who = clause.object if clause.passive and clause.object is not None else clause.subject
    if who is None or who.lemma == "voter":
        return
    words = scene.text.view[register.start - 30 : clause.end].lower()
    name = FOREIGN_AGENTS if "foreign agent" in words or "foreign principal" in words else scene.who(register)[0]
    subject, open_names = scene.who(who)
    yield Draft(
        clause.start,
        clause.end,
        "registration",
        clause.verb,
        subject,
        "not_registered_under" if clause.negated else "registered_under",
        name,
        None,
        clause.negated,
        candidates=open_names,
    )


def _unregistered(scene: Scene) -> Iterator[Draft]:
    """ "acting as unregistered foreign agents": that somebody is not in a register."""
    begin = scene.parsed.sentence.start
    for match in UNREGISTERED.finditer(scene.text.view[begin : scene.parsed.sentence.end]):
        token = scene.parsed.at(begin + match.start())
        if token is None:
            continue
        clause = next((c for c in reversed(scene.clauses) if c.start <= begin + match.start() < c.end), None)
        doer = clause.subject if clause else None
        subject, open_names = scene.who(doer)
        register = FOREIGN_AGENTS if "foreign" in match.group().lower() else "lobbying register"
        start = clause.start if clause else begin + match.start()
        verb = clause.verb if clause else token
        yield Draft(
            start,
            begin + match.end(),
            "registration",
            verb,
            subject,
            "not_registered_under",
            register,
            None,
            True,
            candidates=open_names,
        )


def _investigated(scene: Scene, clause: Clause) -> Iterator[Draft]:
    words = triggers("registers")
    known = clause.lemma in words["investigate"] or clause.lemma in words["charge"]
    target = clause.object
    if not known or (target is None and scene.parsed.child(clause.verb.i, "ccomp") is None):
        return
    if target is None or target.mention is None:
        inside = [
            t
            for t in scene.parsed.subtree(clause.verb.i)
            if t.mention and t.mention.kind in ("person", "organization") and t.start >= clause.verb.start
        ]
        target = inside[0] if inside else target
    if target is None or not (target.mention or clause.passive):
        return
    relation = (
        "investigates"
        if clause.lemma in words["investigate"]
        else {"charge": "charged", "indict": "charged"}.get(
            clause.lemma, f"{clause.lemma}d" if clause.lemma.endswith("e") else f"{clause.lemma}ed"
        )
    )
    subject, open_names = scene.who(clause.subject)
    end = clause.end
    if end < target.end:
        end = target.end
    yield Draft(
        clause.start,
        end,
        "investigation",
        clause.verb,
        subject,
        relation,
        scene.who(target)[0],
        None,
        clause.negated,
        candidates=open_names,
    )


def _under_investigation(scene: Scene) -> Iterator[Draft]:
    """ "X — now under congressional investigation for …", "faces an investigation", "opened a probe into X"."""
    parsed = scene.parsed
    for noun in (t for t in parsed if t.lemma in triggers("registers")["investigation_nouns"] and t.pos == "NOUN"):
        head = parsed[noun.head]
        if head.lemma == "under":
            target = _held_by(scene, head)
            if target is not None:
                last = parsed.subtree(head.i)[-1]
                yield Draft(
                    min(target.start, head.start),
                    last.end,
                    "investigation",
                    noun,
                    None,
                    "investigates",
                    scene.who(target)[0],
                )
        elif (into := parsed.preposition(noun.i, "into", "of")) is not None and into.mention is not None:
            verb = head if head.pos == "VERB" else noun
            subject = scene.who(parsed.child(verb.i, "nsubj"))[0] if verb.pos == "VERB" else None
            start, end = (scene.words_of(parsed.child(verb.i, "nsubj") or noun)[0], parsed.subtree(noun.i)[-1].end)
            yield Draft(start, end, "investigation", noun, subject, "investigates", scene.who(into)[0])


def _held_by(scene: Scene, preposition: Token) -> Token | None:
    """The name nearest before "under investigation", or the subject of its clause."""
    at = scene.parsed[preposition.head]
    if (
        at.pos in ("VERB", "AUX")
        and (subject := scene.parsed.child(at.i, "nsubj", "nsubjpass")) is not None
        and not (
            scene.text.view[preposition.start - 6 : preposition.start].strip().endswith(("—", "– now", "— now", "now"))
        )
    ):
        return subject
    before = [
        t
        for t in scene.parsed
        if t.mention and t.end <= preposition.start and t.mention.kind in ("organization", "person", "unknown")
    ]
    return before[-1] if before else None

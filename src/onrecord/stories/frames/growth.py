"""How many, and how much more: turnout, followers, engagement, counts, percentages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.stories.frames.clauses import Clause, triggers
from onrecord.stories.frames.scene import CURRENCIES, Draft, Scene

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.stories.parse import Token
    from onrecord.stories.quantities import FoundQuantity
    from onrecord.vocabulary import ClaimType


def growth(scene: Scene) -> Iterator[Draft]:
    """Every claim of a sentence that turns on a figure which is not money."""
    for clause in scene.clauses:
        yield from _mobilized(scene, clause)
        yield from _changed(scene, clause)
        yield from _voted(scene, clause)
        yield from _stood(scene, clause)
        yield from _similar(scene, clause)
        yield from _outnumbered(scene, clause)
        yield from _flooded(scene, clause)
        yield from _shares(scene, clause)
    yield from _verbless(scene)


def topic(scene: Scene, token: Token | None) -> ClaimType:
    """What a figure is about, from the words of the noun phrase that it belongs to."""
    if token is None:
        return "count"
    words = triggers("growth")
    lemmas = {t.lemma for t in scene.parsed.subtree(token.i, without=("relcl", "conj"))}
    if lemmas & words["turnout_nouns"] or lemmas & words["voter_nouns"]:
        return "turnout"
    if lemmas & words["follower_nouns"]:
        return "follower_growth"
    return "engagement" if lemmas & words["engagement_nouns"] else "count"


def group_of(scene: Scene, token: Token) -> str | None:
    """The group that a turnout figure is of, as "… voters": from "Harborside turnout" or "turnout among newcomers"."""
    parsed = scene.parsed
    among = parsed.preposition(token.i, "among", "of", "by")
    if among is not None and among.lemma not in ("voter",):
        return _voters(scene.names.of(parsed, among).name if among.mention is None else among.mention.name)
    parts = [t for t in parsed.subtree(token.i, without=("prep", "relcl", "appos", "conj", "advmod", "punct")) if t.i < token.i]
    named = [t.mention.name if t.mention else t.text for t in parts if t.dep not in ("det", "nummod", "poss", "case", "quantmod") and t.pos != "NUM"]
    return _voters(" ".join(named)) if named else None


def _voters(name: str | None) -> str | None:
    if not name:
        return None
    words = [w for w in name.split() if w.lower() not in ("turnout", "voter", "voters", "primary", "election", "own", "s")]
    if not words:
        return "voters"
    if len(words[-1]) > 4 and words[-1].endswith("is"):  # "Harboris" are people as "Harbori" is the adjective
        words[-1] = words[-1][:-1]
    elif words[-1].endswith("ans"):
        words[-1] = words[-1][:-1]
    return " ".join(words) + " voters"


def _figures(scene: Scene, clause: Clause) -> list[FoundQuantity]:
    return [q for q in scene.figures(clause.start, clause.end) if q.quantity.unit not in CURRENCIES]


def _mobilized(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """"helped turn out 9,000 newcomers", "brought more than 9,000 voters to the polls"."""
    figures = _figures(scene, clause)
    text = scene.text.view[clause.start : clause.end].lower()
    moved = clause.lemma in triggers("growth")["turn_out"] and ("voter" in text or "polls" in text or "turn out" in text or "turned out" in text)
    if not (moved and figures):
        return
    head, dep = clause.verb, clause.verb.dep
    begin = clause.start
    while dep in ("xcomp", "ccomp") and scene.parsed[head.head].lemma in ("help",):
        head = scene.parsed[head.head]
        dep = head.dep
        begin = min(begin, next((c.start for c in scene.clauses if c.verb.i == head.i), begin))
    name, open_names = scene.doer(clause)
    unit = scene.at(figures[0])
    group = scene.text.view[figures[0].start : figures[0].end]
    target = clause.object or unit
    label = _voters(scene.who(target)[0]) if target is not None else None
    yield Draft(
        begin, clause.end, "turnout", clause.verb, name, "helped_turn_out", label or group, figures[0].quantity,
        clause.negated, candidates=open_names,
    )  # fmt: skip


def _changed(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """"turnout rose 13 % over 2021", "his following jumped from 213,000 to nearly 3 million", "votes quadrupled"."""
    words, parsed = triggers("growth"), scene.parsed
    if clause.lemma not in words["rise"] or clause.subject is None or clause.passive:
        return
    figures = _figures(scene, clause)
    kind = topic(scene, clause.subject)
    if not figures and not (clause.lemma in ("double", "triple", "quadruple") and kind != "count"):
        return
    figure = figures[0] if figures else None
    subject, open_names = scene.who(clause.subject)
    place = None
    relation = "changed"
    if kind == "turnout":
        subject, relation = group_of(scene, clause.subject) or _place_voters(scene, clause), "turnout_changed"
    elif kind == "follower_growth":
        if figure is not None and figure.quantity.unit is None:
            figure = replace(figure, quantity=replace(figure.quantity, unit="followers"))
        owner = parsed.child(clause.subject.i, "poss")
        subject, open_names = scene.who(owner) if owner is not None else (subject, open_names)
        place, relation = _platform(scene), "followers_rose"
    elif kind == "count" and figure is not None and figure.quantity.unit == "percent":
        kind = "percentage"
    elif clause.lemma in ("go", "top", "hit", "reach", "exceed", "take") and kind == "count" and figure is not None and figure.quantity.from_low is None:
        relation = "counted"
    yield Draft(
        clause.start, max(clause.end, figure.end if figure else 0), kind, clause.verb, subject, relation, place,
        figure.quantity if figure else None, clause.negated, candidates=open_names,
    )  # fmt: skip
    for extra in (q for q in scene.quantities if figure is not None and q.start > figure.start):
        among = _among_before(scene, extra)
        if kind == "turnout" and among is not None:
            yield Draft(among.start, extra.end, "turnout", clause.verb, _voters(scene.who(_noun_under(scene, among))[0]), "turnout_changed", None, extra.quantity)


def _place_voters(scene: Scene, clause: Clause) -> str | None:
    """"In the Fifth Ward, turnout rose": the voters of a place."""
    place = next((t for t in scene.parsed if t.mention and clause.start <= t.start < clause.end and t.mention.kind in ("place", "unknown", "person")), None)
    return f"{place.mention.name} voters" if place is not None and place.mention else None


def _among_before(scene: Scene, figure: FoundQuantity) -> Token | None:
    """The "among" of "rose 13 % among Northsiders and among Southsiders 11 %"."""
    before = [t for t in scene.parsed if t.end <= figure.start]
    return next((t for t in reversed(before[-4:]) if t.lemma == "among"), None)


def _noun_under(scene: Scene, preposition: Token) -> Token | None:
    return scene.parsed.child(preposition.i, "pobj")


def _platform(scene: Scene) -> str | None:
    return next((t.mention.name for t in scene.parsed if t.mention and t.mention.kind == "platform"), None)


def _stood(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """"Turnout in the city was 49.5 percent"."""
    subject = clause.subject
    percents = [q for q in _figures(scene, clause) if q.quantity.unit == "percent"]
    if clause.lemma in ("be", "stand", "come") and subject is not None and subject.lemma in triggers("growth")["turnout_nouns"] and percents:
        group = group_of(scene, subject) or _place_voters(scene, clause)
        yield Draft(clause.start, clause.end, "turnout", clause.verb, group or "voters", "voted", None, percents[0].quantity, clause.negated)


def _voted(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """"almost half of all registered Northsiders voted", "more than 2 million votes had been recorded"."""
    doer = clause.subject if not clause.passive else clause.object
    if doer is None:
        return
    figures = [q for q in scene.quantities if q.start >= clause.start and q.end <= clause.end and q.start <= doer.end]
    if not figures:
        return
    ballots = doer.lemma in ("vote", "ballot")
    if clause.lemma in triggers("growth")["vote"] or (ballots and clause.passive):
        name = scene.text.view[figures[0].end : clause.verb.start].strip()
        of = scene.parsed.preposition(doer.i, "of")
        subject = scene.who(of)[0] if of is not None else name or None
        yield Draft(clause.start, clause.end, "turnout", clause.verb, subject, "voted", None, figures[0].quantity, clause.negated)


def _similar(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """"TikTok saw similar gains": growth without a figure, measured by another."""
    obj = clause.object
    if obj is None or clause.lemma not in ("see", "show", "record", "enjoy", "post", "experience") or obj.lemma not in triggers("growth")["gains_nouns"]:
        return
    platform = clause.subject is not None and clause.subject.mention is not None and clause.subject.mention.kind == "platform"
    followers = "follow" in scene.text.view[clause.start : clause.end] or platform
    if followers and (platform or _platform(scene) or scene.figures(clause.start, clause.end)):
        who = clause.subject.mention.name if platform and clause.subject and clause.subject.mention else _platform(scene)
        yield Draft(clause.start, clause.end, "follower_growth", clause.verb, None, "followers_rose", who, None, clause.negated)


def _outnumbered(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """"engagement from users in A outnumbered those in B", "engagement, largely traced back to A"."""
    words = triggers("growth")
    nouns = [t for t in scene.parsed if clause.start <= t.start < clause.end and t.lemma in words["engagement_nouns"] | words["comment_nouns"]]
    if clause.lemma in ("outnumber", "exceed", "dwarf", "outpace", "surpass") and nouns:
        subject, _ = scene.doer(clause)
        yield Draft(clause.start, clause.end, "engagement", clause.verb, subject or nouns[0].text, "more_engagement_than", scene.who(clause.object)[0], None, clause.negated)
    elif clause.lemma in ("trace", "originate", "stem") and (source := scene.parsed.preposition(clause.verb.i, "to", "from") or _traced_to(scene, clause)):
        thing = clause.object or clause.subject
        if thing is None or thing.lemma not in words["engagement_nouns"] | words["comment_nouns"] | {"surge", "account"}:
            return
        figures = [q for q in scene.quantities if q.end <= clause.end and clause.start - 80 <= q.start]
        start = min([clause.start, scene.words_of(thing)[0], *(q.start for q in figures)])
        kind: ClaimType = "count" if figures else "engagement"
        yield Draft(start, clause.end, kind, clause.verb, scene.who(thing)[0], "traced_to", scene.who(source)[0], figures[0].quantity if figures else None, clause.negated)


def _traced_to(scene: Scene, clause: Clause) -> Token | None:
    after = [t for t in scene.parsed if t.i > clause.verb.i and t.dep == "pobj"]
    return after[0] if after else None


def _flooded(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """"comments like … flooded his posts by the hundreds"."""
    words = triggers("growth")
    if clause.subject is None or clause.subject.lemma not in words["comment_nouns"]:
        return
    start = scene.words_of(clause.subject)[0]
    figures = _figures(scene, clause) or [q for q in scene.quantities if start <= q.start < clause.end]
    if figures and clause.lemma in ("flood", "fill", "pour", "appear", "swamp", "inundate", "hit"):
        yield Draft(min(start, clause.start), max(clause.end, figures[0].end), "count", clause.verb, clause.subject.text.lower(), "posted_on", scene.who(clause.object)[0], figures[0].quantity, clause.negated)


def _shares(scene: Scene, clause: Clause) -> Iterator[Draft]:
    """"made up 15 % of the vote", "about half of its income came from ten donors"."""
    percents = [q for q in scene.figures(clause.start, clause.end) if q.quantity.unit == "percent"]
    if not percents:
        return
    subject, open_names = scene.doer(clause)
    if clause.lemma in triggers("growth")["share_verbs"] and percents[0].start > clause.verb.start:
        whole = scene.parsed.preposition(clause.verb.i, "of") or _of_after(scene, percents[0])
        begin = clause.verb.start if clause.verb.dep == "conj" or scene.text.view[clause.start : clause.verb.start].count(",") > 1 else clause.start
        yield Draft(begin, clause.end, "percentage", clause.verb, subject, "share_of", scene.who(whole)[0], percents[0].quantity, clause.negated, candidates=open_names)
    elif clause.lemma in ("come", "go", "flow", "consist") and percents[0].end <= clause.verb.start:
        source = scene.parsed.preposition(clause.verb.i, "from", "to")
        yield Draft(clause.start, clause.end, "percentage", clause.verb, scene.who(source)[0], "share_of", subject, percents[0].quantity, clause.negated)
    elif clause.lemma in ("receive", "win", "get", "take", "have", "hold", "poll") and "vote" in scene.text.view[clause.start : clause.end]:
        yield Draft(clause.start, clause.end, "election_result", clause.verb, subject, "received_share", None, percents[0].quantity, clause.negated, candidates=open_names)


def _of_after(scene: Scene, figure: FoundQuantity) -> Token | None:
    anchor = scene.at(figure)
    return scene.parsed.preposition(anchor.i, "of") if anchor is not None else None


def _verbless(scene: Scene) -> Iterator[Draft]:
    """Figures in noun phrases: "Northside turnout up 13 %", "a 40 % increase in turnout", "13 % more voters"."""
    words, parsed = triggers("growth"), scene.parsed
    for figure in scene.quantities:
        if figure.quantity.unit not in ("percent", "times"):
            continue
        anchor = scene.at(figure)
        if anchor is None:
            continue
        view = scene.text.view
        noun = _noun_of(scene, anchor)
        turnout = _turnout_before(scene, figure)
        if turnout is not None:
            start = scene.words_of(turnout)[0]
            yield Draft(start, figure.end, "turnout", anchor, group_of(scene, turnout), "turnout_changed", None, figure.quantity)
        elif noun is not None and noun.lemma in words["nouns"]:
            yield _increase(scene, figure, noun, anchor)
        elif view[figure.end : figure.end + 6].strip().startswith(("more", "fewer")) or " more " in f" {view[figure.start:figure.end]} ":
            yield from _more(scene, figure, anchor)


def _turnout_before(scene: Scene, figure: FoundQuantity) -> Token | None:
    """The noun of "… turnout up 13 %", where only "up" or "down" stands between."""
    before = [t for t in scene.parsed if t.end <= figure.start]
    if len(before) >= 2 and before[-1].text.lower() in ("up", "down") and before[-2].lemma in triggers("growth")["turnout_nouns"]:
        return before[-2]
    return None


def _noun_of(scene: Scene, anchor: Token) -> Token | None:
    at = anchor
    for _ in range(4):
        if at.lemma in triggers("growth")["nouns"] and at.pos == "NOUN":
            return at
        if at.pos == "VERB" or at.head == at.i:
            return None
        at = scene.parsed[at.head]
    return None


def _increase(scene: Scene, figure: FoundQuantity, noun: Token, anchor: Token) -> Draft:
    of = scene.parsed.preposition(noun.i, "in", "of")
    if of is not None and figure.start <= of.start < figure.end:
        of = None
    start, end = scene.words_of(noun)
    kind = topic(scene, of or noun)
    if kind == "turnout" and of is not None:
        return Draft(start, max(end, figure.end), "turnout", noun, group_of(scene, of), "turnout_changed", None, figure.quantity)
    subject = scene.who(of)[0] if of is not None else _topic_of_clause(scene, noun)
    return Draft(start, max(end, figure.end), "percentage", noun, subject, "changed", None, figure.quantity)


def _topic_of_clause(scene: Scene, noun: Token) -> str | None:
    """What grew, when the noun itself does not say: the subject of the clause it is added to."""
    for clause in scene.clauses:
        if clause.verb.i < noun.i and clause.subject is not None:
            return scene.who(clause.subject)[0]
    return None


def _more(scene: Scene, figure: FoundQuantity, anchor: Token) -> Iterator[Draft]:
    after = [t for t in scene.parsed if t.start >= figure.start]
    noun = next((t for t in after if t.lemma in triggers("growth")["voter_nouns"]), None)
    if noun is not None and noun.start - figure.end < 60:
        named = [t.mention.name for t in scene.parsed if t.mention and figure.end <= t.start < noun.start]
        yield Draft(figure.start, noun.end, "turnout", noun, _voters(" ".join(named)), "number_changed", None, figure.quantity)

"""Hedges, loaded words, and reasons why a sentence holds nothing to check: the same for everyone."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.stories.modality import hedges, loaded_terms, not_checkable_reason
from onrecord.stories.text import load, read_text

STORIES = Path(__file__).parents[3] / "shared" / "stories"


def reason(sentence: str) -> str | None:
    return not_checkable_reason(sentence, "body")


# ── hedges ───────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("sentence", "cue", "scope"),
    [
        ("The League allegedly paid Cole, a former clerk.", "allegedly", "paid Cole"),
        ("It is under investigation for alleged ties to Freedonia.", "alleged", "ties to Freedonia"),
        ("Harbor Now, a so-called charity, met.", "so-called", "charity"),
        ("He reportedly received $5,000; she did not.", "reportedly", "received $5,000"),
        ("The firm appears to have paid $1,200, records show.", "appears", "to have paid $1,200"),
        ("She may have met him in May.", "may", "have met him in May"),
        ("It could be the largest gift but nobody knows.", "could", "be the largest gift"),
        ("A suspected donor was named.", "suspected", "donor was named"),
        ("The apparent transfer was in June.", "apparent", "transfer was in June"),
        ("The purported memo names Cole.", "purported", "memo names Cole"),
        ("It seems to be legal.", "seems to", "be legal"),
        ("It was likely paid twice.", "likely", "paid twice"),
    ],
)
def test_a_hedge_reaches_to_the_end_of_its_clause(sentence: str, cue: str, scope: str) -> None:
    (hedge,) = hedges(sentence, 0, len(sentence))
    assert (hedge.cue, sentence[slice(*hedge.scope_hint)]) == (cue, scope)
    assert sentence[hedge.start : hedge.end].lower() == cue


@pytest.mark.parametrize(
    "sentence",
    [
        "The League paid Cole nearly $5,000 in May 2024.",
        "About half of the money came from more than 40 donors.",
        "Cole could not be reached for comment.",
        "She was supposed to appear in court on Monday.",
    ],
)
def test_quantity_words_dates_and_plain_words_are_no_hedges(sentence: str) -> None:
    assert hedges(sentence, 0, len(sentence)) == ()


@given(st.text(max_size=120), st.integers(0, 120), st.integers(0, 120))
def test_hedges_stay_inside_their_span(view: str, a: int, b: int) -> None:
    start, end = sorted((min(a, len(view)), min(b, len(view))))
    for hedge in hedges(view, start, end):
        assert start <= hedge.start < hedge.end <= hedge.scope_hint[0] <= hedge.scope_hint[1] <= end


# ── loaded words ─────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("sentence", "terms"),
    [
        ("The radical group made a stunning gain.", ("radical", "stunning")),
        ("The far-right party rakes in millions.", ("far-right", "rakes in")),
        ("A far-left network and a far-right militia.", ("far-left", "far-right")),
        ("Establishment candidates and corporate Democrats lost.", ("establishment", "corporate")),
        ("He boasted of a windfall and a staggering rise.", ("boasted", "windfall", "staggering")),
        ("The political machine is a puppet of elites.", ("political machine", "puppet", "elites")),
        ("The socialist party met the conservative union and the libertarian club.", ()),
        ("The Muslim, Jewish, Catholic and evangelical groups met.", ()),
        ("The voting machine in the corporate office broke.", ()),
        ("Radical, radical and radical.", ("radical",)),
    ],
)
def test_loaded_terms(sentence: str, terms: tuple[str, ...]) -> None:
    assert loaded_terms(sentence, 0, len(sentence)) == terms


# ── nothing to check ─────────────────────────────────────────────────────────────────────────────────────────────

NOTHING_TO_CHECK = {
    "counterfactual": [
        "If a Democrat had taken that money, every network would be screaming about it.",
        "If the governor were a Republican, the Ledger would have run this on page one.",
        "Had a union done this, prosecutors would have been at the door by morning.",
        "Imagine if a mosque and not a megachurch had hosted the rally.",
        "The press would have called it bribery if the roles had been reversed.",
    ],
    "rhetorical_question": [
        "So why did nobody at the Justice Department ask?",
        "What if the billionaires are the real insurgents?",
        "Is this the party of the working man?",
        "The best part?",
    ],
    "insinuation": [
        "His sudden rise raises red flags.",
        "The timing of the gift raises serious questions.",
        "That is no coincidence.",
        "Somebody is pulling the strings behind Cole.",
        "The oil lobby is hiding in plain sight.",
        "It makes you wonder who's really running the statehouse.",
        "The emails hint at a deeper arrangement.",
        "This sheds light on the murky world of pharmaceutical lobbying.",
        "Conveniently, the watchdog looked away.",
        "The whole affair reeks of favoritism.",
        "Lobbyists do the bidding of Freedonia.",
        "Gun makers have the senator in their pocket and he owes them everything.",
        "The think tank passes itself off as a research institute.",
        "The front group was built to look like a farmers' club.",
        "The old fossil-fuel fingerprints are all over the bill.",
        "The committee now plays kingmaker in three counties.",
    ],
    "label_without_criterion": [
        "It's textbook cronyism.",
        "This isn't “grassroots energy.”",
        "Both groups are communist.",
        "The donors behind Cole are fascists.",
        "Its leaders are white supremacists.",
        "The new board members are Marxists, all of them.",
        "So much for the “independent” auditor.",
        "The speech was nothing short of treason.",
    ],
    "causal_importance": [
        "Evangelical turnout was critical to Cole's win.",
        "The union was pivotal in the runoff.",
        "Petrov was propelled to office by a wave of outside money.",
        "The industry's ads played a crucial role.",
        "Thanks to the super PAC, he is governor today.",
        "That is the bloc that flipped the race.",
        "The podcasters delivered him the victory.",
    ],
    "prediction": [
        "Her victory could signal a new era for the suburbs.",
        "The ruling may reshape campaign finance for a generation.",
        "Voters will remember this in November.",
        "The tax is going to drive families out.",
        "The Senate is poised to follow.",
        "It remains to be seen whether the coalition holds.",
    ],
    "no_relation": [
        "The charity is tied to Freedonia.",
        "Cole has been linked to a network of hard-line pastors.",
        "The donor moves in the same circles as Petrov.",
        "They orbit around the same foundation.",
        "The lobbyist has close ties to the ruling party of Sylvania.",
        "The firm is connected with a Freedonia-aligned institute.",
        "The groups work hand in glove.",
        "The pipeline executives rub shoulders with regulators.",
    ],
    "no_measure": [
        "They built the most powerful operation in state politics.",
        "The group has been generously funded.",
        "His following saw explosive growth.",
        "The megachurch had a windfall that year.",
        "The trade group rakes in money.",
    ],
    "loaded_attribution": ["Cole even bragged about it himself.", "Petrov boasted of the deal."],
    "opinion": [
        "Translation: they wanted the money.",
        "Here's where it gets ugly.",
        "The problem runs deeper.",
        "Make no mistake about it.",
        "Let's be honest about the party.",
        "There is nothing patriotic about this.",
        "What a shameless and brazen display.",
        "And that's not just spin.",
        "It was an outrageous spectacle, and a vicious one.",
        "He is the darling of the donor class.",
    ],
}


@pytest.mark.parametrize(
    ("expected", "sentence"), [(why, sentence) for why, many in NOTHING_TO_CHECK.items() for sentence in many]
)
def test_the_reason_is_told(expected: str, sentence: str) -> None:
    assert reason(read_text(sentence).view) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "City records show that the campaign paid Harbor Strategies $20,000.",
        "The two groups share an address, a director and a staff.",
        "Turnout among Freedonian voters rose 13% from 2021.",
        "Cole won the primary by 12 points.",
        "Omar Haddad is the executive director of the Harbor League.",
        "The League was founded in 1998 by Lena Ortiz.",
        "The committee is investigating the charity.",
        "The Harbor League endorsed Petrov in May.",
        "The nonprofit reported $55 million in revenue.",
        "Between June 1 and July 1 his following rose from 2,000 to 30,000.",
        "The socialist party registered with the commission in 2022.",
        "The evangelical coalition gave $3 million to the super PAC.",
        "The group funneled $5,000 to the club.",
        "CRG funneled hundreds of thousands of dollars to the club.",
        'She said that "the whole affair will reek of favoritism for years."',
        "It is a 501(c)(4) and need not name its donors.",
    ],
)
def test_sentences_with_something_to_check_get_no_reason(sentence: str) -> None:
    assert reason(sentence) is None


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("navigation", "boilerplate"),
        ("form", "boilerplate"),
        ("credit", "photo_credit"),
        ("caption", None),
        ("body", None),
    ],
)
def test_page_furniture_is_not_checkable(kind: str, expected: str | None) -> None:
    assert not_checkable_reason("Jane Roe and the Riverton Workers", kind) == expected


# ── symmetry ─────────────────────────────────────────────────────────────────────────────────────────────────────

COLUMNS = [
    ("Dana Whitlock", "the Democrats", "Freedonia", "Muslim"),
    ("Cole", "the Republicans", "Sylvania", "evangelical"),
    ("Nguyen Van Thanh", "the Greens", "Ruritania", "Jewish"),
    ("Al-Rashid", "the libertarians", "Borduria", "Catholic"),
]
TEMPLATES = [
    "If {who} had taken money from {land}, {party} would be calling it treason.",
    "{who} owes {party} everything.",
    "{who} brazenly lied.",
    "The {faith} group behind {who} is tied to {land}.",
    "{who} is the puppet of a shadowy {faith} cartel in {land}.",
    "{party} are radicals.",
    "{who} may have met {party} in {land}, so much for the “independent” label.",
    "{who} was paid $5,000 by a {faith} charity in {land}.",
    "The {faith} turnout was critical to the stunning win of {who}.",
]


@pytest.mark.parametrize(("template", "column"), product(TEMPLATES, COLUMNS[1:]))
def test_who_a_sentence_is_about_changes_nothing(template: str, column: tuple[str, ...]) -> None:
    def seen(column: tuple[str, ...]) -> tuple[object, ...]:
        view = read_text(template.format(**dict(zip(("who", "party", "land", "faith"), column, strict=True)))).view
        return reason(view), loaded_terms(view, 0, len(view)), [hedge.cue for hedge in hedges(view, 0, len(view))]

    assert seen(column) == seen(COLUMNS[0])


# ── the labelled stories ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.realdata
@pytest.mark.skipif(not STORIES.is_dir(), reason="the labelled stories are not here")
def test_labelled_spans_that_are_not_checkable_get_a_reason() -> None:
    given_reason = silent = alarms = claims = hedged = rows = 0
    for gold in [STORIES / "gold_000.jsonl", *sorted((STORIES / "dev").glob("*.gold.jsonl"))]:
        labels = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
        folder = STORIES / ("seeds" if gold.name == "gold_000.jsonl" else "dev")
        text = read_text(load(folder / labels[0]["article"]))
        for label in labels:
            if label["record"] not in ("claim", "noncheckable"):
                continue
            start, end = label["start"], label["end"]
            kind = next(block.kind for block in text.blocks if block.end > start)
            found = not_checkable_reason(text.view[start:end], kind)
            rows += 1
            hedged += bool(hedges(text.view, start, end)) == label["hedged"]
            if label["record"] == "noncheckable":
                silent, given_reason = silent + 1, given_reason + (found is not None)
            else:
                claims, alarms = claims + 1, alarms + (found is not None)
    print(f"reasons: {given_reason} of {silent}; on claims {alarms} of {claims}; hedges as labelled {hedged} of {rows}")
    assert silent > 35
    assert given_reason >= 0.9 * silent
    assert alarms <= 0.1 * claims
    assert hedged >= 0.95 * rows

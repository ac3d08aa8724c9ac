"""Turnout, followers, engagement and percentages: which group, how much, from what to what."""

from __future__ import annotations

import pytest
from frame_case import Row, assert_states, claims_of

FIGURES = ("turnout", "follower_growth", "engagement", "count", "percentage")

TURNOUT: list[Row] = [
    ("[Turnout in the Fifth Ward rose 13 percent].", "Fifth Ward voters", "turnout_changed", None, "=13 percent="),
    ("[Turnout among Kestrians rose 13% over 2027].", "Kestrian voters", "turnout_changed", None, "=13%="),
    (
        "Turnout among Kestrians rose 13% and [among Halvorians 11%].",
        "Halvorian voters",
        "turnout_changed",
        None,
        "=11%=",
    ),
    ("[Kestrian turnout jumped 40% compared to 2027].", "Kestrian voters", "turnout_changed", None, "=40%="),
    ("The board saw [Kestrian turnout up 13%].", "Kestrian voters", "turnout_changed", None, "=13%="),
    ("[Kestrian turnout fell by 6 percent].", "Kestrian voters", "turnout_changed", None, "-6.5..-5.5 percent"),
    ("[Turnout in the city was 49.5 percent].", "voters", "voted", None, "=49.5 percent="),
    ("[Statewide turnout was 61 percent].", "Statewide voters", "voted", None, "=61 percent="),
    ("[Turnout stood at 61 percent].", "voters", "voted", None, "=61 percent="),
    (
        "[In the Fifth Ward, turnout climbed from 31 percent in 2027 to 44 percent this fall].",
        "Fifth Ward voters",
        "turnout_changed",
        None,
        "=from 31 percent in 2027 to 44 percent=",
    ),
    ("[Turnout among young voters doubled].", "young voters", "turnout_changed", None, "1.8..2.2 times"),
    ("[Nearly half of all registered Kestrians voted].", "registered Kestrian voters", "voted", None, "=Nearly half="),
    ("[About 61,000 voters cast ballots].", "voters", "voted", None, "=About 61,000 voters="),
    (
        "[More than 2 million votes were cast in the general election].",
        "voters",
        "voted",
        None,
        "=More than 2 million votes=",
    ),
    (
        "[The Tenants Alliance brought more than 9,000 tenants to the polls].",
        "Tenants Alliance",
        "helped_turn_out",
        "tenant voters",
        "=more than 9,000 tenants=",
    ),
    (
        "[The Tenants Alliance helped turn out more than 9,000 tenants].",
        "Tenants Alliance",
        "helped_turn_out",
        "tenant voters",
        "=more than 9,000 tenants=",
    ),
    (
        "The Tenants Alliance, which [turned out more than 9,000 tenants], is new.",
        "Tenants Alliance",
        "helped_turn_out",
        "tenant voters",
        "=more than 9,000 tenants=",
    ),
    (
        "[The Tenants Alliance mobilized 9,000 voters in May].",
        "Tenants Alliance",
        "helped_turn_out",
        "voters",
        "9000 voters",
    ),
    (
        "[The Tenants Alliance registered 4,200 new voters].",
        "Tenants Alliance",
        "helped_turn_out",
        "new voters",
        "4200 voters",
    ),
    ("The report found [a 40% increase in Kestrian turnout].", "Kestrian voters", "turnout_changed", None, "=40%="),
    ("The board counted [13% more Kestrian voters].", "Kestrian voters", "number_changed", None, "=13% more="),
    ("[Voter participation in the primary reached 38 percent].", "voters", "voted", None, "=38 percent="),
    ("[Turnout reached 61 percent in the Third District].", "Third District voters", "voted", None, "=61 percent="),
    ("[The number of Kestrians who voted grew 350% in 2031].", "Kestrian voters", "number_changed", None, "=350%="),
    ("[Only 12 percent of registered voters voted in the runoff].", "registered voters", "voted", None, "=12 percent="),
    ("[Turnout dropped 4 points in the suburbs].", None, "turnout_changed", None, "-4.5..-3.5 percentage_points"),
]

FOLLOWERS: list[Row] = [
    (
        "[His Clipstream following jumped from 38,000 to 95,000], an increase of 150 percent.",
        None,
        "followers_rose",
        None,
        "38000 > 95000 followers",
    ),
    (
        "[His Clipstream following jumped from 38,000 to 95,000].",
        None,
        "followers_rose",
        None,
        "38000 > 95000 followers",
    ),
    (
        "[Between May 1 and June 1, Kofi Lindqvist's following on Instagram jumped from 38,000 to 95,000].",
        "Kofi Lindqvist",
        "followers_rose",
        "Instagram",
        "38000 > 95000 followers",
    ),
    (
        "[Kofi Lindqvist's TikTok following grew from 213,000 to nearly 3 million].",
        "Kofi Lindqvist",
        "followers_rose",
        "TikTok",
        "213000 > 2850000..3000000 followers",
    ),
    (
        "[Kofi Lindqvist has 95,000 followers on Instagram].",
        "Kofi Lindqvist",
        "had_followers",
        "Instagram",
        "95000 followers",
    ),
    (
        "[Kofi Lindqvist gained 57,000 followers on Instagram in a month].",
        "Kofi Lindqvist",
        "gained_followers",
        "Instagram",
        "57000 followers",
    ),
    (
        "[Kofi Lindqvist's Instagram account has more than 95,000 followers].",
        "Kofi Lindqvist",
        "had_followers",
        "Instagram",
        "=more than 95,000 followers=",
    ),
    (
        "[The Tenants Alliance lost 2,000 followers on Facebook].",
        "Tenants Alliance",
        "lost_followers",
        "Facebook",
        "2000 followers",
    ),
    (
        "[Kofi Lindqvist's follower count on YouTube doubled].",
        "Kofi Lindqvist",
        "followers_rose",
        "YouTube",
        "1.8..2.2 times",
    ),
    (
        "[Kofi Lindqvist's YouTube subscribers rose 40 percent].",
        "Kofi Lindqvist",
        "followers_rose",
        "YouTube",
        "=40 percent=",
    ),
    (
        "Kofi Lindqvist, who [has 95,000 followers on Instagram], posts daily.",
        "Kofi Lindqvist",
        "had_followers",
        "Instagram",
        "95000 followers",
    ),
    (
        "[Mirela Osei amassed 1.2 million followers on TikTok].",
        "Mirela Osei",
        "had_followers",
        "TikTok",
        "=1.2 million followers=",
    ),
    (
        "[Mirela Osei boasts 1.2 million followers on TikTok].",
        "Mirela Osei",
        "had_followers",
        "TikTok",
        "=1.2 million followers=",
    ),
    ("[Mirela Osei's Facebook page has 12,000 fans].", "Mirela Osei", "had_followers", "Facebook", "12000 fans"),
    ("[Her Instagram audience tripled in June].", None, "followers_rose", "Instagram", "2.7..3.3 times"),
    (
        "[The Tenants Alliance's Facebook followers rose to 12,000].",
        "Tenants Alliance",
        "followers_rose",
        "Facebook",
        "12000 followers",
    ),
    (
        "[The Harbor Party's Instagram following swelled to 40,000].",
        "Harbor Party",
        "followers_rose",
        "Instagram",
        "40000 followers",
    ),
    (
        "[Ravi Castellane's Facebook following shrank from 20,000 to 12,000].",
        "Ravi Castellane",
        "followers_rose",
        "Facebook",
        "20000 > 12000 followers",
    ),
    (
        "[Leilani Dvorak picked up 8,000 followers on TikTok in June].",
        "Leilani Dvorak",
        "gained_followers",
        "TikTok",
        "8000 followers",
    ),
    (
        "[Leilani Dvorak's channel on YouTube has 310,000 subscribers].",
        "Leilani Dvorak",
        "had_followers",
        "YouTube",
        "310000 subscribers",
    ),
    (
        "[Over the summer Leilani Dvorak's audience on YouTube grew by 60 percent].",
        "Leilani Dvorak",
        "followers_rose",
        "YouTube",
        "=60 percent=",
    ),
    (
        "[Leilani Dvorak now counts more than 2 million followers on TikTok].",
        "Leilani Dvorak",
        "had_followers",
        "TikTok",
        "=more than 2 million followers=",
    ),
    (
        "[Emeka Lindgren's X account has 700,000 followers], according to Tallyglass.",
        "Emeka Lindgren",
        "had_followers",
        "X",
        "700000 followers",
    ),
    ("[Emeka Lindgren's following on X tripled].", "Emeka Lindgren", "followers_rose", "X", "2.7..3.3 times"),
    ("[Instagram saw similar gains].", None, "followers_rose", "Instagram", None),
    (
        "[Emeka Lindgren attracted 30,000 followers on Facebook].",
        "Emeka Lindgren",
        "had_followers",
        "Facebook",
        "30000 followers",
    ),
    (
        "[Nadia Whitcombe added 5,500 followers on Instagram last week].",
        "Nadia Whitcombe",
        "gained_followers",
        "Instagram",
        "5500 followers",
    ),
]

ENGAGEMENT: list[Row] = [
    (
        "Analysts found that [engagement from accounts abroad outnumbered that from Northmark].",
        "engagement from accounts abroad",
        "more_engagement_than",
        "Northmark",
        None,
    ),
    ("[The video drew 2.1 million views].", "video", "drew", None, "=2.1 million views="),
    ("[The post got 40,000 likes on Instagram].", "post", "drew", "Instagram", "40000 likes"),
    (
        "[Kofi Lindqvist's video was viewed 2.1 million times].",
        "Kofi Lindqvist video",
        "drew",
        None,
        "=2.1 million times=",
    ),
    (
        "[Engagement on Kofi Lindqvist's page rose 300 percent].",
        "Kofi Lindqvist page",
        "engagement_changed",
        None,
        "=300 percent=",
    ),
    (
        "[Comments on his posts dwarfed those of Ines Tarrow].",
        "Comments on his posts",
        "more_engagement_than",
        "Ines Tarrow",
        None,
    ),
    ("[The clip has been shared 9,000 times].", "clip", "drew", None, "8999.5..9000.5 times"),
    ("[The clip racked up more than 500,000 views in a day].", "clip", "drew", None, "=more than 500,000 views="),
    ("[Her posts generated 12,000 interactions].", None, "drew", None, "12000 interactions"),
    ("The clip, which [received 800 comments], was deleted.", "clip", "drew", None, "800 comments"),
    ("[The reel drew 300,000 views on Instagram].", "reel", "drew", "Instagram", "300000 views"),
    (
        "[Nadia Whitcombe's speech was watched 1.4 million times].",
        "Nadia Whitcombe speech",
        "drew",
        None,
        "=1.4 million times=",
    ),
    ("[The meme was shared 22,000 times on Facebook].", "meme", "drew", "Facebook", "21999.5..22000.5 times"),
    ("[Nadia Whitcombe's tweets earned 90,000 likes].", "Nadia Whitcombe tweets", "drew", None, "90000 likes"),
    ("[Engagement with the party's page fell 30 percent].", None, "engagement_changed", None, "-30.5..-29.5 percent"),
    ("[The ad collected 14,000 reactions on Facebook].", "ad", "drew", "Facebook", "14000 reactions"),
    (
        "[Interactions from abroad exceeded those from Northmark].",
        "Interactions from abroad",
        "more_engagement_than",
        "Northmark",
        None,
    ),
    (
        "[Likes from Kestria surpassed those from Northmark].",
        "Likes from Kestria",
        "more_engagement_than",
        "Northmark",
        None,
    ),
    (
        "Analysts found that [engagement from users in Kestria, Halvoria and Corvane outnumbered those in Northmark].",
        "engagement from users in Kestria, Halvoria and Corvane",
        "more_engagement_than",
        "Northmark",
        None,
    ),
    ("[The hashtag generated 2 million impressions].", "hashtag", "drew", None, "=2 million impressions="),
    ("[Traffic on the site jumped from 4,000 to 60,000].", "site", "engagement_changed", None, "4000 > 60000 None"),
    ("[The livestream attracted 52,000 views].", "livestream", "drew", None, "52000 views"),
    ("[Views of the video doubled].", "video", "engagement_changed", None, "1.8..2.2 times"),
    ("[The song was played 800,000 times].", "song", "drew", None, "799999.5..800000.5 times"),
    ("[The post received 6,200 shares on Facebook].", "post", "drew", "Facebook", "6200 shares"),
]

PERCENTAGES: list[Row] = [
    ("[Tenants made up 15% of the vote].", "Tenants", "share_of", "vote", "=15%="),
    (
        "[About half of the Tenants Alliance's income came from ten donors].",
        "donors",
        "share_of",
        "Tenants Alliance income",
        "=About half=",
    ),
    ("[Kestrians account for 7 percent of the city's voters].", "Kestrians", "share_of", "city voters", "=7 percent="),
    (
        "[Small donors provided 62 percent of Leilani Dvorak's money].",
        "Small donors",
        "share_of",
        "Leilani Dvorak money",
        "=62 percent=",
    ),
    ("[Rents rose 40 percent in 2030].", "Rents", "changed", None, "=40 percent="),
    ("[Crime fell 12 percent last year].", "Crime", "changed", None, "-12.5..-11.5 percent"),
    ("[Crime is down 12 percent].", "Crime", "changed", None, "-12.5..-11.5 percent"),
    ("His following jumped from 38,000 to 95,000, [a 150 percent increase].", None, "changed", None, "=150 percent="),
    (
        "His following jumped from 38,000 to 95,000, [an increase of 150 percent].",
        None,
        "changed",
        None,
        "=150 percent=",
    ),
    ("[Sixty percent of voters oppose the plan].", "voters", "oppose", "plan", "=Sixty percent="),
    ("[The plan is backed by 60 percent of voters].", "voters", "back", "plan", "=60 percent="),
    ("[Unemployment stood at 4.1 percent in June].", "Unemployment", "stood", None, "=4.1 percent="),
    ("[The tax rate is 8.5 percent].", "tax rate", "stood", None, "=8.5 percent="),
    ("The state reported [a 12 percent drop in burglaries].", "burglaries", "changed", None, "-12.5..-11.5 percent"),
    ("[Renters account for 68 percent of the city].", "Renters", "share_of", "city", "=68 percent="),
    ("[Women made up 54 percent of the electorate].", "Women", "share_of", "electorate", "=54 percent="),
    ("[Two-thirds of the money came from outside the state].", None, "share_of", "money", "=Two-thirds="),
    ("[Nine percent of the donors gave nothing].", "donors", "give", None, "=Nine percent="),
    ("[Homicides dropped by 18 percent in 2030].", "Homicides", "changed", None, "-18.5..-17.5 percent"),
    ("[Premiums climbed 22 percent].", "Premiums", "changed", None, "=22 percent="),
    ("[Enrollment is up 5 percent].", "Enrollment", "changed", None, "=5 percent="),
    ("[The poverty rate was 11.3 percent in 2030].", "poverty rate", "stood", None, "=11.3 percent="),
    ("The report shows [a 7 percent decline in wages].", "wages", "changed", None, "-7.5..-6.5 percent"),
    (
        "[Support for the plan fell from 61 percent to 48 percent].",
        "Support",
        "changed",
        None,
        "60.5..61.5 > 47.5..48.5 percent",
    ),
    ("[The measure is opposed by 52 percent of homeowners].", "homeowners", "oppose", "measure", "=52 percent="),
    ("[Inflation hit 6 percent in March].", "Inflation", "stood", None, "=6 percent="),
]

NEGATIVES = [
    "Kofi Lindqvist gave 110 percent.",
    "Ines Tarrow is 43 and lives at 410 Larkspur Street.",
    "Under section 501(c)(4), the group may follow its members.",
    "There are a million reasons to vote for Ines Tarrow.",
    "Turnout will rise 13 percent next year, Ines Tarrow believes.",
    "If turnout rises 13 percent, Ines Tarrow wins.",
    "Could turnout have risen 40 percent by itself?",
    "In 2021 Kofi Lindqvist moved to Boston.",
    "Kofi Lindqvist is one hundred percent wrong.",
    "He has two faces, and both of them lie.",
    "Kofi Lindqvist served three terms and two years.",
    "The meeting began at 7:30 p.m. on Pier 9.",
]


@pytest.mark.parametrize("row", TURNOUT, ids=lambda row: row[0])
def test_turnout(row: Row) -> None:
    assert_states("turnout", row)


@pytest.mark.parametrize("row", FOLLOWERS, ids=lambda row: row[0])
def test_follower_growth(row: Row) -> None:
    assert_states("follower_growth", row)


@pytest.mark.parametrize("row", ENGAGEMENT, ids=lambda row: row[0])
def test_engagement(row: Row) -> None:
    assert_states("engagement", row)


@pytest.mark.parametrize("row", PERCENTAGES, ids=lambda row: row[0])
def test_percentages(row: Row) -> None:
    assert_states("percentage", row)


@pytest.mark.parametrize("sentence", NEGATIVES)
def test_no_figure_is_claimed(sentence: str) -> None:
    assert [(c.type, c.text) for c in claims_of(sentence) if c.type in FIGURES] == []


def test_a_denied_rise_is_negated() -> None:
    denied = next(c for c in claims_of("Kestrian turnout did not rise 13 percent.") if c.type == "turnout")
    assert denied.negated

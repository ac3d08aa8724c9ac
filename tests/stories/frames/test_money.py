"""Money that moves and money that a group has: who, to whom, how much, in which words."""

from __future__ import annotations

import pytest
from frame_case import Row, assert_states, claims_of

MOVES = ("payment", "contribution", "independent_expenditure", "grant", "revenue")

PAYMENTS: list[Row] = [
    (
        "[Rania Okonkwo's campaign paid Delta Print Works $40,000 in May].",
        "Rania Okonkwo campaign",
        "paid",
        "Delta Print Works",
        "40000 USD",
    ),
    (
        "[The Cedar Coast Alliance paid $12,500 to Halvorsen Strategies].",
        "Cedar Coast Alliance",
        "paid",
        "Halvorsen Strategies",
        "12500 USD",
    ),
    (
        "[Halvorsen Strategies was paid $12,500 by the Cedar Coast Alliance].",
        "Cedar Coast Alliance",
        "paid",
        "Halvorsen Strategies",
        "12500 USD",
    ),
    (
        "[$12,500 was paid to Halvorsen Strategies by the Cedar Coast Alliance].",
        "Cedar Coast Alliance",
        "paid",
        "Halvorsen Strategies",
        "12500 USD",
    ),
    (
        "Filings show that [Tomasz Wieczorek's campaign paid Brightwater Media $173,875 on June 12] and another $9,044 "
        "on June 16.",
        "Tomasz Wieczorek campaign",
        "paid",
        "Brightwater Media",
        "173875 USD",
    ),
    (
        "Filings show that Tomasz Wieczorek's campaign paid Brightwater Media $173,875 on June 12 and "
        "[another $9,044 on June 16].",
        "Tomasz Wieczorek campaign",
        "paid",
        "Brightwater Media",
        "9044 USD",
    ),
    (
        "Emeka Lindgren, [whose campaign paid Oakline Consulting $8,200 for canvassing], would not comment.",
        "Emeka Lindgren campaign",
        "paid",
        "Oakline Consulting",
        "8200 USD",
    ),
    (
        "Oakline Consulting, which [the Meadow Party paid $61,000 for polling], closed its doors.",
        "Meadow Party",
        "paid",
        "Oakline Consulting",
        "61000 USD",
    ),
    (
        "Reporters found [a $40,000 payment from the Meadow Party to Oakline Consulting].",
        "Meadow Party",
        "paid",
        "Oakline Consulting",
        "40000 USD",
    ),
    (
        "Nobody explained [the committee's payment of $3,300 to Yusuf Abernathy].",
        None,
        "paid",
        "Yusuf Abernathy",
        "3300 USD",
    ),
    (
        "[The Harbor Party made two payments totaling $90,000 to Corvane Public Affairs].",
        "Harbor Party",
        "paid",
        "Corvane Public Affairs",
        "90000 USD",
    ),
    (
        "[Last year Sunniva Adeyemi's campaign reimbursed Ravi Castellane $1,150 for travel].",
        "Sunniva Adeyemi campaign",
        "paid",
        "Ravi Castellane",
        "1150 USD",
    ),
    ("Nobody noticed [payments of $5,000 to Kestrel Data].", None, "paid", "Kestrel Data", "5000 USD"),
    (
        "According to its filings, [the League for Open Harbors paid Nadia Whitcombe more than $200,000].",
        "League for Open Harbors",
        "paid",
        "Nadia Whitcombe",
        "200000.. USD",
    ),
    (
        "[The union has paid nearly $2 million to Pryce Legal Group since 2028].",
        None,
        "paid",
        "Pryce Legal Group",
        "1900000..2000000 USD",
    ),
    (
        "[In the spring the Quarry Hill Foundation paid the lobbying firm Stoneleigh Partners $75,000].",
        "Quarry Hill Foundation",
        "paid",
        "Stoneleigh Partners",
        "75000 USD",
    ),
    (
        "[Stoneleigh Partners, paid $75,000 by the Quarry Hill Foundation], lobbied the council.",
        "Quarry Hill Foundation",
        "paid",
        "Stoneleigh Partners",
        "75000 USD",
    ),
    (
        "The shady outfit, which [paid Ingrid Mbeki $20,000 to knock on doors], has no website.",
        "shady outfit",
        "paid",
        "Ingrid Mbeki",
        "20000 USD",
    ),
    ("[Beatriz Khoury paid $9,900 to settle the fine].", "Beatriz Khoury", "paid", None, "9900 USD"),
    (
        "[The Dunmore Trust lent Kwame Sorensen's campaign $50,000].",
        "Dunmore Trust",
        "lent",
        "Kwame Sorensen campaign",
        "50000 USD",
    ),
    (
        "[Kwame Sorensen loaned his campaign $300,000].",
        "Kwame Sorensen",
        "lent",
        "Kwame Sorensen campaign",
        "300000 USD",
    ),
    ("[The party spent $84,000 on yard signs].", None, "paid", "yard signs", "84000 USD"),
    (
        "The bragging never stopped after [Mirela Osei's campaign dropped $15,000 on a boat party].",
        "Mirela Osei campaign",
        "paid",
        "boat party",
        "15000 USD",
    ),
    (
        "[Anselm Forward sent $22,000 to Delta Print Works for mailers] and hired a new treasurer.",
        "Anselm Forward",
        "paid",
        "Delta Print Works",
        "22000 USD",
    ),
    (
        "The union hired canvassers and [paid Gullwing Strategies $31,000].",
        None,
        "paid",
        "Gullwing Strategies",
        "31000 USD",
    ),
    (
        "[Gullwing Strategies received $31,000 from the Anselm Forward Committee for filming].",
        "Anselm Forward Committee",
        "paid",
        "Gullwing Strategies",
        "31000 USD",
    ),
    (
        "Gullwing Strategies, a firm that [Pilar Novak's campaign paid $31,000], is new.",
        "Pilar Novak campaign",
        "paid",
        "Gullwing Strategies",
        "31000 USD",
    ),
]

CONTRIBUTIONS: list[Row] = [
    (
        "[Casimir Boateng gave $250,000 to Sternlight Forward PAC].",
        "Casimir Boateng",
        "gave",
        "Sternlight Forward PAC",
        "250000 USD",
    ),
    (
        "[Casimir Boateng, a shipping heir, gave Sternlight Forward PAC $250,000].",
        "Casimir Boateng",
        "gave",
        "Sternlight Forward PAC",
        "250000 USD",
    ),
    (
        "[Sternlight Forward PAC received $250,000 from Casimir Boateng in August].",
        "Casimir Boateng",
        "gave",
        "Sternlight Forward PAC",
        "250000 USD",
    ),
    (
        "Reporters asked about [Casimir Boateng's $2 million donation to the Meadow Party].",
        "Casimir Boateng",
        "gave",
        "Meadow Party",
        "=$2 million=",
    ),
    ("She returned [a donation of $5,000 from Rashid Hollander].", "Rashid Hollander", "gave", None, "5000 USD"),
    (
        "[Rashid Hollander made a $5,000 contribution to Leilani Dvorak's campaign].",
        "Rashid Hollander",
        "gave",
        "Leilani Dvorak campaign",
        "5000 USD",
    ),
    (
        "[Rashid Hollander donated the maximum $3,500 to Leilani Dvorak].",
        "Rashid Hollander",
        "gave",
        "Leilani Dvorak",
        "3500 USD",
    ),
    (
        "[Leilani Dvorak accepted $3,500 from Rashid Hollander].",
        "Rashid Hollander",
        "gave",
        "Leilani Dvorak",
        "3500 USD",
    ),
    (
        "Leilani Dvorak, who [took $3,500 from Rashid Hollander], voted against the bill.",
        "Rashid Hollander",
        "gave",
        "Leilani Dvorak",
        "3500 USD",
    ),
    (
        "[The Dockworkers Union contributed $2,100 to the Meadow Party], city records show.",
        "Dockworkers Union",
        "gave",
        "Meadow Party",
        "2100 USD",
    ),
    (
        "[$2,100 was contributed to the Meadow Party by the Dockworkers Union].",
        "Dockworkers Union",
        "gave",
        "Meadow Party",
        "2100 USD",
    ),
    (
        "[Oluwaseun Petrov wrote a $100,000 check to the Sternlight Forward PAC].",
        "Oluwaseun Petrov",
        "gave",
        "Sternlight Forward PAC",
        "100000 USD",
    ),
    (
        "Oluwaseun Petrov, who [has poured more than $4 million into Sternlight Forward PAC], lives abroad.",
        "Oluwaseun Petrov",
        "gave",
        "Sternlight Forward PAC",
        "4000000.. USD",
    ),
    (
        "[Billionaire Oluwaseun Petrov funneled $4 million to the super PAC Sternlight Forward].",
        "Oluwaseun Petrov",
        "gave",
        "Sternlight Forward",
        "=$4 million=",
    ),
    (
        "[Sternlight Forward PAC raised $18 million in the first half of the year].",
        None,
        "contributed_to",
        "Sternlight Forward PAC",
        "=$18 million=",
    ),
    (
        "[Leilani Dvorak's campaign has raised nearly $4 million].",
        None,
        "contributed_to",
        "Leilani Dvorak campaign",
        "3800000..4000000 USD",
    ),
    (
        "[The Harbor Bridge Fund and Noor Castellane gave $40,000 to the Meadow Party].",
        "Harbor Bridge Fund; Noor Castellane",
        "gave",
        "Meadow Party",
        "40000 USD",
    ),
    (
        "The treasurer listed [contributions of $1,000 from Bengt Alvarado to the Meadow Party].",
        "Bengt Alvarado",
        "gave",
        "Meadow Party",
        "1000 USD",
    ),
    (
        "[Bengt Alvarado, the landlord, has donated at least $11,000 to Governor Wren Ekwueme since 2026].",
        "Bengt Alvarado",
        "gave",
        "Wren Ekwueme",
        "11000.. USD",
    ),
    (
        "Filings show [Bengt Alvarado gave the campaign of Wren Ekwueme $4,400].",
        "Bengt Alvarado",
        "gave",
        "Wren Ekwueme campaign",
        "4400 USD",
    ),
    (
        "[Priya Nakagawa gave $1,000 to Tarrow for Congress in 2029].",
        "Priya Nakagawa",
        "gave",
        "Tarrow for Congress",
        "1000 USD",
    ),
    (
        "[The Meadow Party got $600,000 from Sigrid Baptiste], its records say.",
        "Sigrid Baptiste",
        "gave",
        "Meadow Party",
        "600000 USD",
    ),
    (
        "The heiress, [whose $600,000 gift to the Meadow Party] made headlines, declined to talk.",
        None,
        "gave",
        "Meadow Party",
        "600000 USD",
    ),
    (
        "[Sigrid Baptiste chipped in $2,900 to Leilani Dvorak's campaign].",
        "Sigrid Baptiste",
        "gave",
        "Leilani Dvorak campaign",
        "2900 USD",
    ),
    (
        "[The Lantern PAC, bankrolled by Sigrid Baptiste to the tune of $3 million], runs the ads.",
        "Sigrid Baptiste",
        "funded",
        "Lantern PAC",
        "=$3 million=",
    ),
    (
        "[Meadow Party gets $600,000 from Sigrid Baptiste], filings show.",
        "Sigrid Baptiste",
        "gave",
        "Meadow Party",
        "600000 USD",
    ),
]

GRANTS: list[Row] = [
    (
        "[The Gannet Rock Fund gave $450,000 to the Tenants Alliance in 2029].",
        "Gannet Rock Fund",
        "gave",
        "Tenants Alliance",
        "450000 USD",
    ),
    (
        "[The Gannet Rock Fund granted the Tenants Alliance $450,000].",
        "Gannet Rock Fund",
        "gave",
        "Tenants Alliance",
        "450000 USD",
    ),
    (
        "[The Tenants Alliance received a $450,000 grant from the Gannet Rock Fund that year].",
        "Gannet Rock Fund",
        "gave",
        "Tenants Alliance",
        "450000 USD",
    ),
    (
        "[The Tenants Alliance received $450,000 in grants from the Gannet Rock Fund].",
        "Gannet Rock Fund",
        "gave",
        "Tenants Alliance",
        "450000 USD",
    ),
    (
        "[The Tenants Alliance was awarded $450,000 by the Gannet Rock Fund].",
        "Gannet Rock Fund",
        "gave",
        "Tenants Alliance",
        "450000 USD",
    ),
    (
        "[A $450,000 grant was awarded to the Tenants Alliance by the Gannet Rock Fund].",
        "Gannet Rock Fund",
        "gave",
        "Tenants Alliance",
        "450000 USD",
    ),
    (
        "The minutes mention [a $450,000 grant from the Gannet Rock Fund to the Tenants Alliance].",
        "Gannet Rock Fund",
        "gave",
        "Tenants Alliance",
        "450000 USD",
    ),
    (
        "The minutes mention [the Gannet Rock Fund's $450,000 grant to the Tenants Alliance].",
        "Gannet Rock Fund",
        "gave",
        "Tenants Alliance",
        "450000 USD",
    ),
    (
        "The minutes mention [a grant of $450,000 to the Tenants Alliance].",
        None,
        "gave",
        "Tenants Alliance",
        "450000 USD",
    ),
    (
        "[The Gannet Rock Fund made a grant of $1.2 million to the Quayside Library].",
        "Gannet Rock Fund",
        "gave",
        "Quayside Library",
        "1150000..1250000 USD",
    ),
    (
        "[The Ministry of Fisheries provided $80,000 to the Halyard Institute for research].",
        "Ministry of Fisheries",
        "gave",
        "Halyard Institute",
        "80000 USD",
    ),
    (
        "The Halyard Institute, which [received $80,000 from the Ministry of Fisheries], denies bias.",
        "Ministry of Fisheries",
        "gave",
        "Halyard Institute",
        "80000 USD",
    ),
    (
        "[The powerful Lantern Foundation funneled over $18 million to the Halyard Institute].",
        "Lantern Foundation",
        "gave",
        "Halyard Institute",
        "18000000.. USD",
    ),
    (
        "[The Lantern Foundation, founded in 2011, distributed $700,000 to the Renters Coalition].",
        "Lantern Foundation",
        "gave",
        "Renters Coalition",
        "700000 USD",
    ),
    ("[The state sent the Renters Coalition $95,000 last year].", "state", "gave", "Renters Coalition", "95000 USD"),
    (
        "[The Lantern Foundation steered $95,000 to the Renters Coalition], and nobody asked why.",
        "Lantern Foundation",
        "gave",
        "Renters Coalition",
        "95000 USD",
    ),
    ("[Of that, $95,000 went to the Renters Coalition].", None, "gave", "Renters Coalition", "95000 USD"),
    (
        "[The Lantern Foundation gave $95,000 to the Renters Coalition] and $60,000 to the Bakers Guild.",
        "Lantern Foundation",
        "gave",
        "Renters Coalition",
        "95000 USD",
    ),
    (
        "The Lantern Foundation gave $95,000 to the Renters Coalition and [$60,000 to the Bakers Guild].",
        "Lantern Foundation",
        "gave",
        "Bakers Guild",
        "60000 USD",
    ),
    (
        "Critics point to [grants totaling $2.4 million from the Lantern Foundation].",
        "Lantern Foundation",
        "gave",
        None,
        "=$2.4 million=",
    ),
    (
        "[The Bakers Guild accepted a $60,000 gift from the Lantern Foundation], its return says.",
        "Lantern Foundation",
        "gave",
        "Bakers Guild",
        "60000 USD",
    ),
    (
        "[In 2030 the Lantern Foundation transferred $5.5 million to its sister group, the Beacon Society].",
        "Lantern Foundation",
        "gave",
        "Beacon Society",
        "=$5.5 million=",
    ),
    (
        "[The Beacon Society got about $3 million from the Lantern Foundation].",
        "Lantern Foundation",
        "gave",
        "Beacon Society",
        "=about $3 million=",
    ),
    ("[The museum received $30,000 from the Lantern Foundation].", "Lantern Foundation", "gave", "museum", "30000 USD"),
    (
        "[Lantern Foundation pours $95,000 into the Renters Coalition], its filing says.",
        "Lantern Foundation",
        "gave",
        "Renters Coalition",
        "95000 USD",
    ),
]

EXPENDITURES: list[Row] = [
    (
        "[Sternlight Forward spent $184,500 against Ines Tarrow].",
        "Sternlight Forward",
        "spent_against",
        "Ines Tarrow",
        "184500 USD",
    ),
    (
        "Sternlight Forward, which [spent $184,500 against Ines Tarrow last fall], shut down.",
        "Sternlight Forward",
        "spent_against",
        "Ines Tarrow",
        "184500 USD",
    ),
    (
        "[Sternlight Forward spent $184,500 on ads attacking Ines Tarrow].",
        "Sternlight Forward",
        "spent_against",
        "Ines Tarrow",
        "184500 USD",
    ),
    (
        "[Sternlight Forward spent $184,500 to defeat Ines Tarrow].",
        "Sternlight Forward",
        "spent_against",
        "Ines Tarrow",
        "184500 USD",
    ),
    (
        "[Sternlight Forward spent $184,500 opposing Ines Tarrow].",
        "Sternlight Forward",
        "spent_against",
        "Ines Tarrow",
        "184500 USD",
    ),
    (
        "[Sternlight Forward spent $90,000 in support of Kofi Lindqvist].",
        "Sternlight Forward",
        "spent_for",
        "Kofi Lindqvist",
        "90000 USD",
    ),
    (
        "[Sternlight Forward spent $90,000 supporting Kofi Lindqvist].",
        "Sternlight Forward",
        "spent_for",
        "Kofi Lindqvist",
        "90000 USD",
    ),
    (
        "[Sternlight Forward has spent more than $90,000 on behalf of Kofi Lindqvist].",
        "Sternlight Forward",
        "spent_for",
        "Kofi Lindqvist",
        "90000.. USD",
    ),
    (
        "[Sternlight Forward dropped $2 million on commercials to elect Kofi Lindqvist].",
        "Sternlight Forward",
        "spent_for",
        "Kofi Lindqvist",
        "=$2 million=",
    ),
    (
        "[The Meadowlark PAC spent $110,250 on mailers against Kofi Lindqvist in October].",
        "Meadowlark PAC",
        "spent_against",
        "Kofi Lindqvist",
        "110250 USD",
    ),
    (
        "[In October the Meadowlark PAC spent $110,250 on mailers against Kofi Lindqvist].",
        "Meadowlark PAC",
        "spent_against",
        "Kofi Lindqvist",
        "110250 USD",
    ),
    (
        "[The Meadowlark PAC shelled out $110,250 to boost Kofi Lindqvist].",
        "Meadowlark PAC",
        "spent_for",
        "Kofi Lindqvist",
        "110250 USD",
    ),
    (
        "[The Meadowlark PAC plowed $3 million into ads promoting Kofi Lindqvist].",
        "Meadowlark PAC",
        "spent_for",
        "Kofi Lindqvist",
        "=$3 million=",
    ),
    (
        "[$110,250 was spent by the Meadowlark PAC against Kofi Lindqvist].",
        "Meadowlark PAC",
        "spent_against",
        "Kofi Lindqvist",
        "110250 USD",
    ),
    (
        "[More than $1 million was spent against Kofi Lindqvist].",
        None,
        "spent_against",
        "Kofi Lindqvist",
        "1000000.. USD",
    ),
    (
        "Voters never heard of [the Meadowlark PAC's $110,250 in spending against Kofi Lindqvist].",
        "Meadowlark PAC",
        "spent_against",
        "Kofi Lindqvist",
        "110250 USD",
    ),
    (
        "[The Meadowlark PAC bought $110,250 in ads against Kofi Lindqvist].",
        "Meadowlark PAC",
        "spent_against",
        "Kofi Lindqvist",
        "110250 USD",
    ),
    (
        "[The Meadowlark PAC ran a $75,000 ad campaign for Kofi Lindqvist].",
        "Meadowlark PAC",
        "spent_for",
        "Kofi Lindqvist",
        "75000 USD",
    ),
    (
        "Noor Castellane founded the Lantern PAC, a group that [spent $75,000 helping Kofi Lindqvist].",
        "Lantern PAC",
        "spent_for",
        "Kofi Lindqvist",
        "75000 USD",
    ),
    (
        "[The Lantern PAC spent some $75,000 to support Mayor Kofi Lindqvist].",
        "Lantern PAC",
        "spent_for",
        "Kofi Lindqvist",
        "71250..78750 USD",
    ),
    (
        "[The oil-soaked Lantern PAC invested $75,000 to block Kofi Lindqvist].",
        "Lantern PAC",
        "spent_against",
        "Kofi Lindqvist",
        "75000 USD",
    ),
    (
        "The union endorsed him and [spent $12,000 on radio ads backing Kofi Lindqvist].",
        None,
        "spent_for",
        "Kofi Lindqvist",
        "12000 USD",
    ),
    (
        "[Lantern PAC spends $75,000 against Kofi Lindqvist], filings show.",
        "Lantern PAC",
        "spent_against",
        "Kofi Lindqvist",
        "75000 USD",
    ),
    (
        "[Mailers against Kofi Lindqvist cost the Lantern PAC $9,000].",
        "Lantern PAC",
        "spent_against",
        "Kofi Lindqvist",
        "9000 USD",
    ),
    (
        "[The Lantern PAC spent $75,000 to oppose Kofi Lindqvist] and $20,000 to support Ines Tarrow.",
        "Lantern PAC",
        "spent_against",
        "Kofi Lindqvist",
        "75000 USD",
    ),
    (
        "The Lantern PAC spent $75,000 to oppose Kofi Lindqvist and [$20,000 to support Ines Tarrow].",
        "Lantern PAC",
        "spent_for",
        "Ines Tarrow",
        "20000 USD",
    ),
]

REVENUES: list[Row] = [
    (
        "[The Tenants Alliance reported $55 million in revenue for fiscal 2030].",
        "Tenants Alliance",
        "had_revenue",
        None,
        "54500000..55500000 USD",
    ),
    (
        "[The Tenants Alliance had revenue of $3.2 million in 2024], its filing shows.",
        "Tenants Alliance",
        "had_revenue",
        None,
        "3150000..3250000 USD",
    ),
    (
        "[The Tenants Alliance took in $8 million in contributions in 2016].",
        "Tenants Alliance",
        "had_revenue",
        None,
        "=$8 million=",
    ),
    (
        "[The Tenants Alliance raised $138 million in five years].",
        "Tenants Alliance",
        "had_revenue",
        None,
        "137500000..138500000 USD",
    ),
    (
        "[The Tenants Alliance's revenue was $3.2 million in 2024].",
        "Tenants Alliance",
        "had_revenue",
        None,
        "3150000..3250000 USD",
    ),
    (
        "[The revenue of the Tenants Alliance was $3.2 million in 2024].",
        "Tenants Alliance",
        "had_revenue",
        None,
        "3150000..3250000 USD",
    ),
    (
        "[Ansel Quay Action, with revenue of $1.9 million in 2024], has two employees.",
        "Ansel Quay Action",
        "had_revenue",
        None,
        "1850000..1950000 USD",
    ),
    (
        "[Revenue at the Tenants Alliance jumped from $2 million to $11 million].",
        "Tenants Alliance",
        "had_revenue",
        None,
        "=from $2 million to $11 million=",
    ),
    (
        "[The Tenants Alliance's revenue grew 40% in 2030].",
        "Tenants Alliance",
        "had_revenue",
        None,
        "39.5..40.5 percent",
    ),
    (
        "[The Tenants Alliance saw its revenue grow to $11 million].",
        "Tenants Alliance",
        "had_revenue",
        None,
        "=$11 million=",
    ),
    (
        "Its filings show that [contributions to the Tenants Alliance fell 44% in 2030].",
        "Tenants Alliance",
        "had_revenue",
        None,
        "-44.5..-43.5 percent",
    ),
    (
        "[The Tenants Alliance brought in more than $900,000 last year].",
        "Tenants Alliance",
        "had_revenue",
        None,
        "900000.. USD",
    ),
    (
        "[The Tenants Alliance generates $2 million in annual revenue].",
        "Tenants Alliance",
        "had_revenue",
        None,
        "=$2 million=",
    ),
    ("[The Tenants Alliance posted revenues of $2,345,678].", "Tenants Alliance", "had_revenue", None, "2345678 USD"),
    (
        "[The Tenants Alliance declared income of $410,000 on its tax return].",
        "Tenants Alliance",
        "had_revenue",
        None,
        "410000 USD",
    ),
    (
        "[The Tenants Alliance collected $410,000 in donations in 2029].",
        "Tenants Alliance",
        "had_revenue",
        None,
        "410000 USD",
    ),
    (
        "[In 2029 the Tenants Alliance reported total revenue of $410,000].",
        "Tenants Alliance",
        "had_revenue",
        None,
        "410000 USD",
    ),
    (
        "The Tenants Alliance, which [reported $410,000 in revenue], rents a suite.",
        "Tenants Alliance",
        "had_revenue",
        None,
        "410000 USD",
    ),
    (
        "The Tenants Alliance, a nonprofit that [brought in $410,000 last year], rents a suite.",
        "Tenants Alliance",
        "had_revenue",
        None,
        "410000 USD",
    ),
    ("[The Tenants Alliance's annual budget is $6 million].", "Tenants Alliance", "had_revenue", None, "=$6 million="),
    (
        "[The Tenants Alliance has an annual budget of $6 million].",
        "Tenants Alliance",
        "had_revenue",
        None,
        "=$6 million=",
    ),
    ("[The Tenants Alliance's receipts totaled $6 million].", "Tenants Alliance", "had_revenue", None, "=$6 million="),
    ("[The Tenants Alliance raked in $6 million in 2030].", "Tenants Alliance", "had_revenue", None, "=$6 million="),
    (
        "Auditors questioned [the Tenants Alliance's $6 million in revenue].",
        "Tenants Alliance",
        "had_revenue",
        None,
        "=$6 million=",
    ),
    ("[The Tenants Alliance earned $1,200 from rent].", "Tenants Alliance", "had_revenue", None, "1200 USD"),
]

NEGATIVES = [
    "Under section 501(c)(3), the Tenants Alliance may not back Ines Tarrow.",
    "Kofi Lindqvist, 43, lives at 410 Larkspur Street.",
    "Leilani Dvorak gave 110 percent.",
    "Ines Tarrow has a million reasons to run.",
    "If Casimir Boateng gave $5,000 to Ines Tarrow, she would have to return it.",
    "Casimir Boateng will give $5,000 to Ines Tarrow next year.",
    "Would the Meadow Party pay Corvane Public Affairs $90,000 for that?",
    "He looks like a million bucks.",
    "The Harbor Party paid tribute to Kofi Lindqvist in 2029.",
    "Kofi Lindqvist spent two years in Boston.",
    "The Meadow Party received 12 letters from Rashid Hollander.",
    "Rashid Hollander gave Leilani Dvorak a book.",
    "Pay attention to Leilani Dvorak.",
]


@pytest.mark.parametrize("row", PAYMENTS, ids=lambda row: row[0])
def test_payments(row: Row) -> None:
    assert_states("payment", row)


@pytest.mark.parametrize("row", CONTRIBUTIONS, ids=lambda row: row[0])
def test_contributions(row: Row) -> None:
    assert_states("contribution", row)


@pytest.mark.parametrize("row", GRANTS, ids=lambda row: row[0])
def test_grants(row: Row) -> None:
    assert_states("grant", row)


@pytest.mark.parametrize("row", EXPENDITURES, ids=lambda row: row[0])
def test_independent_expenditures(row: Row) -> None:
    assert_states("independent_expenditure", row)


@pytest.mark.parametrize("row", REVENUES, ids=lambda row: row[0])
def test_revenues(row: Row) -> None:
    assert_states("revenue", row)


@pytest.mark.parametrize("sentence", NEGATIVES)
def test_no_money_moves(sentence: str) -> None:
    assert [(c.type, c.text) for c in claims_of(sentence) if c.type in MOVES] == []


def test_a_denied_payment_is_negated() -> None:
    denied = next(c for c in claims_of("Ines Tarrow's campaign never paid Corvane Public Affairs $90,000."))
    assert (denied.type, denied.subject, denied.object) == ("payment", "Ines Tarrow campaign", "Corvane Public Affairs")
    assert denied.negated


def test_an_amount_of_another_clause_is_not_taken() -> None:
    sentence = "Ines Tarrow, who owns a house worth $900,000, gave $500 to the Meadow Party."
    gift = next(c for c in claims_of(sentence) if c.type == "contribution")
    assert gift.quantity is not None
    assert gift.quantity.low == 500


def test_an_open_receiver_stays_empty() -> None:
    sentence = "Noor Castellane and Ravi Osei met. Bengt Alvarado gave him $500."
    gift = next(c for c in claims_of(sentence) if c.type == "contribution")
    assert (gift.subject, gift.object) == ("Bengt Alvarado", None)
    assert set(gift.candidates) == {"Noor Castellane", "Ravi Osei"}


@pytest.mark.parametrize(
    ("sentence", "subject", "relation", "other"),
    [
        (
            "Ines Tarrow accused the Lantern PAC of spending $75,000 against Kofi Lindqvist.",
            "Lantern PAC",
            "spent_against",
            "Kofi Lindqvist",
        ),
        (
            "The Gannet Rock Fund gave the Tenants Alliance and its political arm, Ansel Quay Action, $2,000,000.",
            "Gannet Rock Fund",
            "gave",
            "Tenants Alliance; Ansel Quay Action",
        ),
        (
            "Of the $3 million raised by the Lantern PAC, $1 million came from Casimir Boateng.",
            "Casimir Boateng",
            "gave",
            None,
        ),
        (
            "Sternlight Forward, backed by $2 million from Casimir Boateng, paid Gullwing Strategies $40,000.",
            "Sternlight Forward",
            "paid",
            "Gullwing Strategies",
        ),
    ],
)
def test_nobody_takes_the_place_of_another(sentence: str, subject: str, relation: str, other: str | None) -> None:
    told = [(c.subject, c.relation, c.object) for c in claims_of(sentence) if c.type in MOVES]
    assert (subject, relation, other) in told

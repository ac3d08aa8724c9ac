"""The rules of resolution as joins: which key decides about each mention. One temporary table a rule, in this order.

A *deciding key* is a text such as ``fec_id C00123456`` or ``name friends of the harbor``; mentions with one deciding
key are one entity, and the key alone makes its id. Every rule says how sure it is (``score``: a rank between 0 and 1,
not a probability) and why (``reason``).
"""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import Any, Final

from onrecord.identity.filed import KIND

ROLES: Final[dict[str, Any]] = tomllib.loads(
    (resources.files(__package__) / "roles.toml").read_text(encoding="utf-8"),
)


def any_of(words: list[str]) -> str:
    """SQL: the list of these words, for IN."""
    return "(" + ", ".join(f"'{word}'" for word in words) + ")"


def _agreed(column: str, *same: str) -> str:
    """SQL: the one value of ``column`` among rows with the same values elsewhere, or NULL if there are several."""
    over = f"OVER (PARTITION BY {', '.join(same)})"
    return f"CASE WHEN min(nullif({column}, '')) {over} = max({column}) {over} THEN max({column}) {over} END"


CUT: Final = " OR ".join(
    f"(starts_with(source.format, '{name}') AND length(mention.name) BETWEEN {width - 1} AND {width})"
    for name, width in ROLES["cut_off"].items()
)
"""SQL: whether a register's narrow field may have cut this name off (a space at the cut is not there any more)."""

NAMED: Final = f"""
SELECT mention_id, mention.name, mention.schema, {KIND} AS kind, whole, org, person, middle, suffix, listed, acronyms,
    coalesce(role IN {any_of(ROLES["public"])}, FALSE) AS public,
    coalesce(role IN {any_of(ROLES["own"])}, FALSE) AS own,
    coalesce({CUT}, FALSE) AS cut,
    'fec_id ' || nullif(upper(trim(fec_id)), '') AS by_fec,
    'ein ' || lpad(nullif(regexp_replace(ein, '[^0-9]', '', 'g'), ''), 9, '0') AS by_ein,
    CASE WHEN contains(registry_id, ':') THEN 'registry_id ' || registry_id
         WHEN registry_id <> '' THEN 'registry_id ' || coalesce(publisher, '') || ':' || registry_id END AS by_registry,
    CASE WHEN upper(state) NOT IN ('', 'US', 'ZZ', 'XX') THEN upper(state) END AS state,
    upper(nullif(city, '')) AS city,
    nullif(regexp_extract(postcode, '^[0-9][0-9][0-9][0-9][0-9]'), '') AS postcode
FROM mention LEFT JOIN source ON source.source_id = mention.source_id
LEFT JOIN who_form ON who_form.name = mention.name AND who_form.kind = {KIND}
"""
"""Every mention with the keys of its name, its identifiers, its place, and whether its role is public."""

TIE: Final = """
SELECT weak, strong FROM (
    SELECT by_ein AS weak, by_fec AS strong, 'ein' AS kind FROM who_named
    WHERE by_ein IS NOT NULL AND by_fec IS NOT NULL
    UNION
    SELECT by_registry, coalesce(by_fec, by_ein), split_part(by_registry, ':', 1) FROM who_named
    WHERE by_registry IS NOT NULL AND coalesce(by_fec, by_ein) IS NOT NULL
    UNION
    SELECT a.by_registry, b.by_fec, split_part(a.by_registry, ':', 1) FROM who_named AS a JOIN who_named AS b
      ON a.person = b.person AND a.suffix = b.suffix AND (a.middle = b.middle OR a.middle = '' OR b.middle = '')
      AND (a.state = b.state OR b.state IS NULL)
    WHERE a.kind = 'person' AND b.kind = 'person' AND a.person <> '' AND a.public AND b.public
      AND a.by_registry IS NOT NULL AND b.by_registry IS NULL AND b.by_fec IS NOT NULL)
QUALIFY count(*) OVER (PARTITION BY weak) = 1 AND count(*) OVER (PARTITION BY strong, kind) = 1
"""
"""Two identifiers that records give to one party, as long as no record gives either of them to another.

A candidate of a city and a candidate for federal office of one name are one where each register knows only one of that
name and the federal register puts the candidate into the city's state: registers number people each for itself.
"""

KNOWN: Final = """
SELECT who_named.*, coalesce(further.strong, tie.strong, by_fec, by_ein, by_registry) AS ident,
    CASE WHEN listed AND NOT public AND coalesce(by_fec, by_ein, by_registry) IS NULL THEN 'person' ELSE kind END
        AS family,
    public OR by_fec IS NOT NULL AS seen,
    coalesce(state, '') || ' ' || postcode AS near, state || ' ' || city AS town
FROM who_named LEFT JOIN who_tie AS tie ON tie.weak = coalesce(by_fec, by_ein, by_registry)
LEFT JOIN who_tie AS further ON further.weak = tie.strong
"""
"""… with its identifier and what it is: a payee filed as "LAST, FIRST" is a private person, whatever the code says."""

# ── organizations ────────────────────────────────────────────────────────────────────────────────────────────────

ORGANIZATION_KEY: Final = """
SELECT org, CASE WHEN min(ident) = max(ident) THEN min(ident) ELSE 'name ' || org END AS decided,
    coalesce(min(ident) = max(ident), FALSE) AS known
FROM who_known WHERE org <> '' AND (family = 'organization' OR (family = 'either' AND ident IS NOT NULL)) GROUP BY org
"""
"""What a name decides about an organization: the one identified bearer of the name, or else the name itself."""

CUT_OFF: Final = """
SELECT short.org, min(decided) AS decided
FROM (SELECT org, min(whole) AS whole FROM who_known WHERE family = 'organization' AND org <> '' GROUP BY org
      HAVING bool_and(cut) AND bool_and(ident IS NULL) AND length(min(whole)) >= 25) AS short
JOIN (SELECT DISTINCT whole, coalesce(ident, decided) AS decided FROM who_known JOIN who_org USING (org)
      WHERE family = 'organization' AND NOT cut) AS long
  ON left(long.whole, 25) = left(short.whole, 25) AND starts_with(long.whole, short.whole)
WHERE substr(long.whole, length(short.whole) + 1, 1) NOT IN ('', ' ')
GROUP BY short.org HAVING min(decided) = max(decided)
"""
"""A name cut off inside a word belongs to the one longer name that goes on from there.

Cut at the end of a word it may as well be whole ("… Fund" beside "… Fund Action"), and stays apart.
"""

ORGANIZATIONS: Final = """
SELECT mention_id, coalesce(ident, cut_off.decided, by_name.decided) AS decided,
    CASE WHEN ident IS NOT NULL THEN 1.0 WHEN cut_off.decided IS NOT NULL THEN 0.7
         WHEN by_name.known THEN 0.9 ELSE 0.8 END AS score,
    CASE WHEN ident IS NOT NULL THEN 'identifier ' || ident
         WHEN cut_off.decided IS NOT NULL THEN 'name cut off, only one goes on like it'
         WHEN by_name.known THEN 'same name as ' || by_name.decided ELSE 'same name' END AS reason
FROM who_known LEFT JOIN who_org AS by_name USING (org) LEFT JOIN who_cut AS cut_off USING (org)
WHERE family = 'organization'
"""

# ── people ───────────────────────────────────────────────────────────────────────────────────────────────────────

PUBLIC_PEOPLE: Final = f"""
SELECT *, CASE WHEN min(ident) OVER same = max(ident) OVER same THEN min(ident) OVER same END AS bearer
FROM (SELECT *, coalesce(nullif(middle, ''), {_agreed("middle", "person", "home", "born")}, '') AS initial FROM (
    SELECT *, coalesce(nullif(suffix, ''), {_agreed("suffix", "person", "home")}, '') AS born FROM (
        SELECT mention_id, ident, person, middle, suffix, coalesce(state, {_agreed("state", "person")}, '') AS home
        FROM who_known WHERE family = 'person' AND seen AND person <> '')))
WINDOW same AS (PARTITION BY person, home, born, initial)
"""
"""People in public roles. A state, suffix or initial that a record leaves out is taken from the others only where all
of them agree: "Jane Roe" is "Jane Q. Roe" until a "Jane X. Roe" turns up, and is then neither."""

PUBLIC: Final = """
SELECT mention_id, person, middle, suffix,
    coalesce(ident, bearer, 'person ' || person || ', ' || home || ', ' || born || ', ' || initial) AS decided,
    CASE WHEN ident IS NOT NULL THEN 1.0 WHEN bearer IS NOT NULL THEN 0.9 ELSE 0.8 END AS score,
    CASE WHEN ident IS NOT NULL THEN 'identifier ' || ident WHEN bearer IS NOT NULL THEN 'same name as ' || bearer
         WHEN home <> '' THEN 'same name and state' ELSE 'same name' END AS reason
FROM who_public_people
"""

PRIVATE: Final = f"""
SELECT mention_id, 'private ' || person || ', ' || suffix || ', ' || initial || ', ' || place AS decided,
    CASE WHEN near IS NOT NULL THEN 0.8 ELSE 0.6 END AS score,
    CASE WHEN near IS NOT NULL THEN 'same name and postcode' ELSE 'same name, city and state' END AS reason
FROM (SELECT *, coalesce(nullif(middle, ''), {_agreed("middle", "person", "suffix", "place")}, '') AS initial FROM (
    SELECT *, CASE WHEN person <> '' THEN coalesce(near, town) END AS place
    FROM who_known WHERE family = 'person' AND NOT seen AND ident IS NULL))
"""
"""Private people: one only where the place agrees too, and never one with a person in a public role.

A suffix left out is not taken from another record: a father and a son share name and house.
"""

OTHERS: Final = """
SELECT mention_id, ident AS decided, 1.0 AS score, 'identifier ' || ident AS reason
FROM who_known WHERE family = 'person' AND ((seen AND coalesce(person, '') = '') OR (NOT seen AND ident IS NOT NULL))
"""
"""People whom only an identifier names, or a single word."""

# ── parties of unstated kind ─────────────────────────────────────────────────────────────────────────────────────

TARGETS: Final = """
SELECT DISTINCT 'organization' AS side, org AS key, '' AS middle, '' AS suffix, decided
FROM who_organizations JOIN who_known USING (mention_id) WHERE org <> ''
UNION
SELECT 'organization', org, '', '', ident FROM who_known WHERE family = 'either' AND ident IS NOT NULL AND org <> ''
UNION
SELECT 'person', person, middle, suffix, decided FROM who_public
"""
"""Whom a party of unstated kind may turn out to be: organizations, and people in public roles."""

LOOSE: Final = """
SELECT DISTINCT org, person, middle, suffix, seen FROM who_known WHERE family = 'either' AND ident IS NULL AND org <> ''
"""
MATCHES: Final = """
SELECT org, person, middle, suffix, seen, count(DISTINCT decided) AS bearers, min(decided) AS decided FROM (
    SELECT loose.*, decided FROM who_loose AS loose JOIN who_targets AS targets ON side = 'organization' AND key = org
    UNION ALL
    SELECT loose.*, decided FROM who_loose AS loose JOIN who_targets AS targets ON side = 'person' AND key = person
    WHERE seen AND (targets.middle = loose.middle OR targets.middle = '' OR loose.middle = '')
      AND (targets.suffix = loose.suffix OR targets.suffix = '' OR loose.suffix = ''))
GROUP BY org, person, middle, suffix, seen
"""
EITHER: Final = """
SELECT mention_id, CASE WHEN ident IS NOT NULL THEN ident WHEN coalesce(known.org, '') = '' THEN NULL
        WHEN bearers = 1 THEN matches.decided
        WHEN NOT known.seen THEN 'private name ' || known.org || ', ' || coalesce(near, town)
        WHEN bearers > 1 THEN 'ambiguous ' || known.org ELSE 'name ' || known.org END AS decided,
    CASE WHEN ident IS NOT NULL THEN 1.0 WHEN bearers = 1 THEN 0.9 WHEN bearers > 1 THEN 0.5 ELSE 0.8 END AS score,
    CASE WHEN ident IS NOT NULL THEN 'identifier ' || ident
         WHEN bearers > 1 THEN 'same name, borne by ' || bearers || ' others: not merged with any'
         WHEN matches.decided LIKE '%_id %' OR matches.decided LIKE 'ein %' THEN 'same name as ' || matches.decided
         ELSE 'same name' END AS reason
FROM who_known AS known LEFT JOIN who_matches AS matches
  ON matches.org = known.org AND matches.person = known.person AND matches.middle = known.middle
  AND matches.suffix = known.suffix AND matches.seen = known.seen
WHERE family = 'either'
"""
"""A party of unstated kind (a casebook's, a foreign principal) joins the one bearer of its name, if there is one."""

# ── all together ─────────────────────────────────────────────────────────────────────────────────────────────────

RULINGS: Final = " UNION ALL ".join(
    f"SELECT mention_id, decided, score, reason FROM {table}"
    for table in ("who_organizations", "who_public", "who_private", "who_others", "who_either")
)
DECIDED: Final = """
SELECT mention_id, decided, score, reason FROM who_rulings WHERE decided IS NOT NULL
UNION ALL
SELECT mention_id, 'alone ' || source_id || ' ' || locator || ' ' || role || ' ' || coalesce(name, ''), 1.0,
    'only record'
FROM who_rulings JOIN mention USING (mention_id) WHERE decided IS NULL
"""
"""What no rule ties to anything stays by itself, under a key made of its place in the records."""

STEPS: Final = {
    "who_named": NAMED,
    "who_tie": TIE,
    "who_known": KNOWN,
    "who_org": ORGANIZATION_KEY,
    "who_cut": CUT_OFF,
    "who_organizations": ORGANIZATIONS,
    "who_public_people": PUBLIC_PEOPLE,
    "who_public": PUBLIC,
    "who_private": PRIVATE,
    "who_others": OTHERS,
    "who_targets": TARGETS,
    "who_loose": LOOSE,
    "who_matches": MATCHES,
    "who_either": EITHER,
    "who_rulings": RULINGS,
    "who_decided": DECIDED,
}
"""Every temporary table of resolution, in the order in which they are made; the last decides about every mention."""

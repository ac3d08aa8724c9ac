"""From decisions to the tables ``entity``, ``identity`` and ``entity_name``."""

from __future__ import annotations

from typing import Final

ENTITY_ID: Final = "'E' || left(md5(decided), 12)"
"""SQL: an entity's id is made of its deciding key alone, so that the same records give the same ids in any order."""

IDENTITY: Final = f"SELECT mention_id, {ENTITY_ID} AS entity_id, score, reason FROM who_decided"

FILED: Final = f"""
SELECT {ENTITY_ID} AS entity_id, decided, name, schema, count(*) AS times, min(org) AS org, min(person) AS person,
    min(acronyms) AS acronyms, bool_or(own) AS own, bool_and(cut) AS cut,
    bool_or(seen OR family = 'organization') AS shown
FROM who_decided JOIN who_known USING (mention_id) GROUP BY decided, name, schema
"""
"""Every name under which an entity was filed, how often, and whether it may be shown."""

BEST: Final = """
SELECT entity_id, name FROM who_filed WHERE name IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY entity_id ORDER BY own DESC, cut, times DESC, length(name) DESC, name) = 1
"""
"""The name to show: as its own registration has it, else the most frequent that was not cut off, else the longest."""

ENTITY: Final = """
SELECT entity_id, coalesce(stated, 'LegalEntity') AS schema, coalesce(best.name, split_part(decided, ' ', 2)) AS name,
    public_role, mentions
FROM (SELECT entity_id, min(decided) AS decided, cast(sum(times) AS BIGINT) AS mentions, bool_or(shown) AS public_role,
          max(CASE WHEN schema <> 'LegalEntity' THEN schema END) AS stated FROM who_filed GROUP BY entity_id)
LEFT JOIN who_best AS best USING (entity_id)
"""
"""Where records state several kinds, the last in the alphabet counts (PublicBody, Person, Organization, Company), which
is the same in any order of sources and never makes an organization of a person."""

KEYED: Final = """
SELECT entity_id, org AS key, name, times, 'name' AS kind FROM who_filed WHERE org <> ''
UNION ALL
SELECT entity_id, person, name, times, 'name' FROM who_filed WHERE person <> '' AND person <> org
UNION ALL
SELECT entity_id, unnest(acronyms), name, times, 'acronym' FROM who_filed WHERE shown
"""
SHOWN: Final = "SELECT DISTINCT entity_id, key FROM who_keyed JOIN who_best USING (entity_id, name) WHERE kind = 'name'"
ENTITY_NAME: Final = """
SELECT entity_id, key, name, CASE WHEN kind = 'name' AND shown.key IS NULL THEN 'alias' ELSE kind END AS kind
FROM (SELECT * FROM who_keyed
      QUALIFY row_number() OVER (PARTITION BY entity_id, key, kind ORDER BY times DESC, length(name) DESC, name) = 1)
LEFT JOIN who_shown AS shown USING (entity_id, key)
"""
"""One row for every key under which an entity can be found: ``name`` (the shown one), ``alias``, or ``acronym``."""

STEPS: Final = {"who_filed": FILED, "who_best": BEST, "who_keyed": KEYED, "who_shown": SHOWN}
"""Temporary tables, made after those of ``rules``."""

DERIVED: Final = {"identity": IDENTITY, "entity": ENTITY, "entity_name": ENTITY_NAME}
"""The tables of the book that resolution fills."""

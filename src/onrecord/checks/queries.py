"""The SQL behind ``records``: each text answers one kind of question about resolved parties."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

SIDES: Final = """
SELECT fact_party.source_id, fact_id, side, mention.name, identity.entity_id
FROM fact_party JOIN mention ON mention.mention_id = fact_party.mention_id
LEFT JOIN identity ON identity.mention_id = fact_party.mention_id ORDER BY fact_party.mention_id
"""
PUBLIC: Final = """
SELECT coalesce(public_role, FALSE) OR EXISTS (
    SELECT 1 FROM identity JOIN mention ON mention.mention_id = identity.mention_id
    WHERE identity.entity_id = {entity} AND mention.role IN ({roles})) AS public
FROM entity WHERE entity_id = {entity}
"""
NAMED_IN: Final = """
SELECT DISTINCT mention.source_id FROM mention JOIN identity ON identity.mention_id = mention.mention_id
WHERE identity.entity_id IN ({entities}) ORDER BY mention.source_id
"""
CANDIDATES: Final = """
SELECT DISTINCT identity.entity_id FROM mention JOIN identity ON identity.mention_id = mention.mention_id
WHERE mention.role = 'candidate' AND mention.source_id IN ({sources}) ORDER BY identity.entity_id
"""
VOTED: Final = """
SELECT DISTINCT identity.entity_id FROM measure JOIN identity ON identity.mention_id = measure.subject_mention
WHERE metric IN ({metrics}) ORDER BY identity.entity_id
"""
STANDING: Final = """
SELECT DISTINCT identity.entity_id, mention.name, mention.detail
FROM mention JOIN identity ON identity.mention_id = mention.mention_id
WHERE mention.role = 'candidate' AND mention.name IS NOT NULL AND mention.source_id IN ({sources})
ORDER BY identity.entity_id, mention.name, mention.detail
"""
RECEIVED: Final = """locator IN (
    SELECT mention.locator FROM mention JOIN identity ON identity.mention_id = mention.mention_id
    WHERE mention.role = 'recipient' AND contains(mention.locator, '=') AND identity.entity_id IN ({entities}))"""
LINKS: Final = """
WITH latest AS ({current}),
     wanted AS (SELECT * FROM latest WHERE {where}),
     named AS (
        SELECT mention.mention_id, identity.entity_id, coalesce(entity.name, mention.name) AS name,
            ('Person' IN (coalesce(entity.schema, ''), coalesce(mention.schema, ''))
                OR (mention.role = 'contributor' AND coalesce(entity.schema, mention.schema) = 'LegalEntity'))
                AND NOT coalesce(entity.public_role, FALSE) AND mention.role NOT IN ({roles}) AS private
        FROM mention LEFT JOIN identity ON identity.mention_id = mention.mention_id
        LEFT JOIN entity ON entity.entity_id = identity.entity_id
        WHERE mention.mention_id IN (SELECT subject_mention FROM wanted UNION ALL SELECT object_mention FROM wanted))
SELECT wanted.source_id, wanted.locator, wanted.kind, giver.name AS subject, taker.name AS object,
    giver.private AS subject_private, taker.private AS object_private, giver.entity_id AS subject_entity,
    taker.entity_id AS object_entity, wanted.amount, wanted.date, wanted.date_from, wanted.date_to, wanted.purpose,
    wanted.support, wanted.netted
FROM wanted LEFT JOIN named AS giver ON giver.mention_id = wanted.subject_mention
LEFT JOIN named AS taker ON taker.mention_id = wanted.object_mention
ORDER BY wanted.amount DESC NULLS LAST, wanted.link_id LIMIT {most}
"""
AT_TIME: Final = """
(coalesce(date, date_to, date_from) IS NULL OR coalesce(date, date_to, date_from) BETWEEN {start} AND {end})
"""
COUNTERPARTS: Final = """
SELECT DISTINCT identity.entity_id, mention.name FROM mention
LEFT JOIN identity ON identity.mention_id = mention.mention_id
WHERE mention.name IS NOT NULL AND mention.mention_id IN (
    SELECT {end} FROM link WHERE {where} AND source_id IN ({sources}) AND {time})
ORDER BY mention.name, identity.entity_id
"""
TOTALS: Final = """
WITH latest AS ({current})
SELECT source_id, left(coalesce(date, date_to, date_from), 4) AS year, coalesce(sum(amount), 0) AS amount,
    count(*) AS rows, min(date) AS first, max(date) AS last, min(locator) AS locator
FROM latest WHERE coalesce(netted, TRUE) AND amount IS NOT NULL AND {where} GROUP BY ALL ORDER BY source_id, year
"""
FIGURE: Final = """
SELECT measure.source_id, {locator} AS locator, coalesce(any_value(entity.name), '') AS subject,
    identity.entity_id AS subject_entity, metric, {value} AS value, coalesce(unit, '') AS unit, contest, date, as_of,
    count(*) AS rows
FROM measure JOIN identity ON identity.mention_id = measure.subject_mention
LEFT JOIN entity ON entity.entity_id = identity.entity_id
WHERE metric IN ({{metrics}}) AND identity.entity_id IN ({{entities}})
GROUP BY measure.source_id, identity.entity_id, metric, unit, contest, date, as_of{more}
ORDER BY measure.source_id, locator LIMIT {{most}}
"""
SUMMED: Final = FIGURE.format(locator="min(measure.locator)", value="sum(value)", more="")
SINGLE: Final = FIGURE.format(locator="measure.locator", value="any_value(value)", more=", measure.locator, value")
RIVALS: Final = """
WITH counted AS (SELECT subject_mention, value FROM measure WHERE {count})
SELECT sum(counted.value) AS value FROM counted
LEFT JOIN identity ON identity.mention_id = counted.subject_mention
WHERE coalesce(identity.entity_id, '') <> {entity}
GROUP BY coalesce(identity.entity_id, cast(counted.subject_mention AS VARCHAR)) ORDER BY value DESC
"""
ADDRESSES: Final = """
SELECT DISTINCT mention.source_id, min(mention.locator) AS locator, mention.address, mention.city, mention.postcode
FROM mention JOIN identity ON identity.mention_id = mention.mention_id
WHERE identity.entity_id IN ({entities}) AND mention.address IS NOT NULL
GROUP BY mention.source_id, mention.address, mention.city, mention.postcode ORDER BY mention.source_id, locator
"""
DETAILS: Final = """
SELECT mention.source_id, min(mention.locator) AS locator, mention.role, mention.detail, mention.ein, mention.fec_id
FROM mention JOIN identity ON identity.mention_id = mention.mention_id
WHERE identity.entity_id IN ({entities})
GROUP BY mention.source_id, mention.role, mention.detail, mention.ein, mention.fec_id
ORDER BY mention.source_id, locator LIMIT 200
"""
REPEATED: Final = r"""
WITH texts AS (
    SELECT source_id, trim(regexp_replace(lower(text), '[^\p{L}\p{N}]+', ' ', 'g')) AS words, min(locator) AS locator,
        count(*) AS copies, count(DISTINCT account_id) AS accounts FROM post GROUP BY source_id, words)
SELECT source_id, locator, copies, accounts, cast(sum(copies) OVER (PARTITION BY source_id) AS BIGINT) AS posts
FROM texts WHERE words <> ''
QUALIFY row_number() OVER (PARTITION BY source_id ORDER BY copies DESC, locator) = 1 ORDER BY source_id
"""


def quoted(value: str) -> str:
    """A text as an SQL literal."""
    doubled = value.replace("'", "''")
    return f"'{doubled}'"


def listed(values: Iterable[str]) -> str:
    """Texts as the inside of an SQL list; an empty one holds the empty text, so that it stays a list."""
    return ", ".join(quoted(value) for value in values) or "''"

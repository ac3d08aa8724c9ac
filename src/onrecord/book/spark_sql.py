"""DuckDB's SQL as Spark understands it: sqlglot's translation, and the places where equal words mean different things.

Each rule below is one such place, found by running every query of this program on both engines (tests/engines).
"""

from __future__ import annotations

from functools import cache
from typing import Final

from sqlglot import exp, parse_one

DATE: Final = "^ *[0-9]{1,4}-[0-9]{1,2}-[0-9]{1,2} *$"
NUMBER: Final = "^ *[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)? *$"
GUARDS: Final = {exp.DType.DATE: DATE, exp.DType.DOUBLE: NUMBER}
"""What DuckDB takes for a date and a number. Spark also takes "2024-05" (the first of May) and "1d" (one)."""


@cache
def translated(sql: str) -> str:
    """One query in DuckDB's dialect as Spark SQL."""
    return parse_one(sql, read="duckdb").transform(_rule).sql(dialect="spark")


def _rule(node: exp.Expression) -> exp.Expression:
    match node:
        case exp.Bracket(expressions=[exp.Literal(is_string=False) as at]):
            # Beyond the end of a list DuckDB gives NULL, Spark stops; get() counts from 0.
            return exp.Anonymous(this="get", expressions=[node.this, exp.Literal.number(int(at.name))])
        case exp.TryCast() if node.to.this in GUARDS:
            text = node.this
            looks = exp.RegexpLike(this=text.copy(), expression=exp.Literal.string(GUARDS[node.to.this]))
            return exp.Case(ifs=[exp.If(this=looks, true=exp.TryCast(this=text, to=node.to, safe=True))])
        case exp.ArgMin() | exp.ArgMax():
            # DuckDB passes over rows without a value to return; Spark returns their NULL.
            there = exp.Not(this=exp.Is(this=node.this.copy(), expression=exp.Null()))
            return type(node)(this=node.this, expression=exp.Case(ifs=[exp.If(this=there, true=node.expression)]))
        case exp.PercentileDisc(this=value, expression=exp.Expression() as part):
            ordered = exp.Order(expressions=[exp.Ordered(this=value)])
            return exp.WithinGroup(this=exp.PercentileDisc(this=part), expression=ordered)
        case _:
            return node

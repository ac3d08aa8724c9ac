"""How registers spell names: capitals, name order, nicknames, abbreviations, slips. Who is meant is never in doubt
here: the truth is kept by ids.

The ``n``-th record of somebody is always spelled in the same way. Rates are in ``noise.toml``. No generator is made for
a record, there are millions: a record's chances are the bits of one mixed number.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple
from zlib import crc32

from onrecord.synth.draw import words
from onrecord.synth.names import other_forms

if TYPE_CHECKING:
    from onrecord.synth.world import Organization, Person

MASK: Final = (1 << 64) - 1
PART: Final = 1 << 16
"""A share of records is so many of 65,536."""


def mixed(key: str, n: int) -> int:
    """64 bits that follow from a key and a number (the finalizer of SplitMix64)."""
    x = (crc32(key.encode()) * 0x9E3779B97F4A7C15 + (n + 1) * 0xD1342543DE82EF95) & MASK
    x = ((x ^ (x >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    x = ((x ^ (x >> 27)) * 0x94D049BB133111EB) & MASK
    return x ^ (x >> 31)


class PersonRates(NamedTuple):
    """Shares of 65,536, each from its floor to its ceiling where several exclude each other."""

    middle_name: int
    middle_initial: int
    initial_only: int
    nickname: int
    variant: int
    suffix_left_out: int
    hyphen_split: int
    straight_order: int
    title: int
    typo: int


@cache
def _person_rates() -> PersonRates:
    table = words("noise")["person"]
    parts = {name: round(table[name] * PART) for name in PersonRates._fields}
    middle_name = parts["middle_name"]
    initial_only = parts["initial_only"]
    nickname = initial_only + parts["nickname"]
    straight = parts["straight_order"]
    parts |= {
        "middle_initial": middle_name + parts["middle_initial"], "nickname": nickname,
        "variant": nickname + parts["variant"], "title": straight + parts["title"],
    }  # fmt: skip
    return PersonRates(**parts)


def filed_person(person: Person, n: int, *, upper: bool = True) -> str:
    """A person's name as the ``n``-th record writes it: "TARROW, INES M." with its share of other spellings.

    ``upper`` false keeps small letters, as the city register has them.
    """
    rates, bits = _person_rates(), mixed(person.id, n)
    a, b, c, d = bits & 0xFFFF, bits >> 16 & 0xFFFF, bits >> 32 & 0xFFFF, bits >> 48
    given, middle, family, suffix = person.given, person.middle, person.family, person.suffix
    if b < rates.initial_only:
        given = f"{given[0]}."
    elif b < rates.variant:
        variants, nicknames = other_forms(person.origin, given)
        forms = nicknames if b < rates.nickname else variants
        if forms:
            given = forms[a % len(forms)]
    if middle and a < rates.middle_initial:
        given = f"{given} {middle}" if a < rates.middle_name else f"{given} {middle[0]}."
    if suffix and (a ^ b) < rates.suffix_left_out:
        suffix = ""
    if "-" in family and (a ^ c) < rates.hyphen_split:
        family = family.replace("-", " ")
    if d < rates.straight_order:
        name = f"{given} {family} {suffix}" if suffix else f"{given} {family}"
    else:
        name = f"{family}, {given} {suffix}" if suffix else f"{family}, {given}"
        if d < rates.title:
            name = f"{name} {_titles()[a % len(_titles())]}"
    if c < rates.typo:
        name = slip(name, a * PART + b)
    return name.upper() if upper else name


@cache
def _titles() -> tuple[str, ...]:
    return tuple(words("noise")["words"]["titles"])


def slip(text: str, chance: int) -> str:
    """``text`` with one slip of the hand: two letters swapped, one left out or one doubled; never the first."""
    at = [i for i in range(1, len(text) - 1) if text[i].isalpha() and text[i + 1].isalpha()]
    if not at:
        return text
    kind, which = chance % 3, (chance // 3) % len(at)
    if kind == 0:
        # Swapping two equal letters would be no slip: take the next pair that differs.
        turns = at[which:] + at[:which]
        i = next((j for j in turns if text[j] != text[j + 1]), turns[0])
        return text[:i] + text[i + 1] + text[i] + text[i + 2 :]
    i = at[which]
    return text[:i] + text[i + 1 :] if kind == 1 else text[: i + 1] + text[i:]


def filed_organization(body: Organization, n: int) -> str:
    """An organization's name as the ``n``-th record writes it: short or abbreviated, with a slip, cut, in capitals."""
    rates, table = words("noise")["organization"], words("noise")["words"]
    name = body.name
    rolls = [mixed(f"{body.id} {part}", n) / (MASK + 1) for part in range(9)]
    if body.short and rolls[0] < rates["short"]:
        name = body.short
    form = next((form for form in table["forms"] if name.endswith(f" {form}")), None)
    if form and rolls[1] < rates["form_left_out"]:
        name = name.removesuffix(f" {form}")
    elif form and rolls[1] < rates["form_left_out"] + rates["form_marked"]:
        name = f"{name.removesuffix(f' {form}')}, {form}."
    if rolls[2] < rates["ampersand"]:
        name = name.replace(" and ", " & ")
    if rolls[3] < rates["abbreviated"]:
        name = _abbreviated(name)
    if rolls[4] < rates["article"]:
        name = f"The {name}"
    if rolls[5] < rates["typo"]:
        name = slip(name, mixed(body.id, n) & 0xFFFFFFFF)
    if len(name) > rates["width"] and rolls[6] < rates["cut"]:
        name = name[: rates["width"]].rstrip()
    return name.upper() if rolls[7] < rates["upper"] else name


def _abbreviated(name: str) -> str:
    short = words("noise")["abbreviations"]
    return " ".join(str(short.get(word, word)) for word in name.split())

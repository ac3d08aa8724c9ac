"""Whether two names on record might be one party's, misspelled, shortened or cut off.

Likeness never makes two parties one. It only takes the weight off silence: where a register has such a name beside the
one asked for, what seems to be missing may stand there.
"""

from __future__ import annotations

from typing import Final

from onrecord.identity.names import acronyms, is_personal, organization_key, person_name

SLIPS: Final = ((8, 1), (20, 2))
"""Slips of the hand that a key of up to so many characters may hold; longer ones may hold ``MOST_SLIPS``."""
MOST_SLIPS: Final = 3
SHORTEST: Final = 4
"""Characters below which a key is too short to be another's beginning, or one of its words."""


def may_be_one(a: str, b: str) -> bool:
    """Whether a careful reader would ask if two spellings mean one party."""
    if "," in a + b and is_personal(a) and is_personal(b):
        # Registers write people family name first, and given names in every form: the family name alone decides.
        return _near(person_name(a).last, person_name(b).last)
    short, long = sorted((organization_key(a), organization_key(b)), key=len)
    if not short:
        return False
    if short == long or _near(short, long):
        return True
    if len(short) >= SHORTEST and (_near(short, long[: len(short)]) or set(short.split()) <= set(long.split())):
        return True
    return _plain(a) in acronyms(b) or _plain(b) in acronyms(a)


def _near(a: str, b: str) -> bool:
    """Whether a few slips turn one into the other: a letter left out, doubled, wrong, or two that changed places."""
    from rapidfuzz.distance import OSA

    most = next((slips for length, slips in SLIPS if min(len(a), len(b)) <= length), MOST_SLIPS)
    return OSA.distance(a, b, score_cutoff=most) <= most


def _plain(name: str) -> str:
    return "".join(c for c in name.upper() if c.isalnum())

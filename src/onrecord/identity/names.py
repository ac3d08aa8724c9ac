"""Names as keys: what two spellings of one name have in common, and nothing about who bears it.

A key is for comparing, never for showing. It treats every origin of name alike: case, accents, punctuation, particles
and the order "LAST, FIRST" are levelled; what is left must be equal to the letter.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache
from importlib import resources
from typing import Any, Final, NamedTuple

APOSTROPHES: Final = re.compile("['’‘`´ʼʻ′]")
INITIALS: Final = re.compile(r"\b([^\W\d_])\.\s?(?=[^\W\d_]\b)")
WORDS: Final = re.compile(r"[^\W_]+")
PARENTHESES: Final = re.compile(r"\(([^()]*)(\)|$)")
PLAIN: Final = re.compile(r"([A-Za-z]{3,}), ([A-Za-z]{3,})(?: ([A-Za-z])\.?)?$")
ACRONYM: Final = re.compile(r"^[A-Z][A-Z0-9&]{1,9}$")
LONGEST_ACRONYM: Final = 8


class PersonName(NamedTuple):
    """A person's name in parts, each normalized; ``middle`` is one initial, "" where unknown, as is ``suffix``."""

    first: str
    middle: str
    last: str
    suffix: str

    @property
    def key(self) -> str:
        """First and last name; "" where either is missing."""
        return f"{self.first} {self.last}" if self.first and self.last else ""


@cache
def _words(name: str) -> dict[str, Any]:
    """The word lists of ``<name>.toml`` beside this module; lists become sets."""
    lists = tomllib.loads((resources.files(__package__) / f"{name}.toml").read_text(encoding="utf-8"))
    return {key: frozenset(value) if isinstance(value, list) else value for key, value in lists.items()}


FORMS: Final = _words("organization_forms")
PERSONAL: Final = _words("person_words")
FORMS["not_personal"] = FORMS["organizational"] | FORMS["legal"]
PERSONAL["beside"] = PERSONAL["titles"] | PERSONAL["degrees"] | PERSONAL["suffixes"].keys()
LETTERS: Final = str.maketrans(PERSONAL["letters"])
PHRASES: Final = re.compile(rf"\b({'|'.join(sorted(FORMS['phrases'], key=len, reverse=True))})\b")


def normalize(name: str) -> str:
    """Lower case, no accents, punctuation or leading "the"; "&" is "and", an apostrophe joins, "U.S." is "us"."""
    return " ".join(_tokens(name))


def _tokens(name: str) -> list[str]:
    text = name.lower() if name.isascii() else _plain_letters(name)
    if "'" in text or not text.isascii():
        text = APOSTROPHES.sub("", text)
    if "." in text:
        text = INITIALS.sub(r"\1", text)
    tokens = WORDS.findall(text.replace("&", " and ").replace("`", ""))
    while len(tokens) > 1 and tokens[0] == "the":
        del tokens[0]
    return tokens


def _plain_letters(name: str) -> str:
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
    return "".join(c for c in text if not unicodedata.combining(c)).translate(LETTERS)


# ── organizations ────────────────────────────────────────────────────────────────────────────────────────────────


class OrganizationName(NamedTuple):
    """An organization's name: normalized, as a key, and what it may be shortened to."""

    whole: str
    key: str
    acronyms: tuple[str, ...]


def organization_name(name: str) -> OrganizationName:
    """Read an organization's name once.

    The key is one spelling for the ways in which an American register writes one name: "Political Action Committee" is
    "pac"; a legal form at the end is dropped, and so is an acronym of the name itself in parentheses, even if the field
    was cut off inside it. Words that tell organizations apart stay.

    The acronyms are the initials of its words, with and without the small ones, and any that the name gives itself
    ("LABORERS' … OF NORTH AMERICA (LIUNA)").
    """
    tokens = _tokens(name)
    if "(" not in name:
        return OrganizationName(" ".join(tokens), _key(tokens), tuple(sorted(_initials(tokens))))
    own = _initials(_tokens(PARENTHESES.sub(" ", name)))
    key = _key(_tokens(_without_acronym(name, own)))
    return OrganizationName(" ".join(tokens), key, tuple(sorted(own | given_acronyms(name))))


def organization_key(name: str) -> str:
    """The key of an organization's name (see ``organization_name``)."""
    return organization_name(name).key


def acronyms(name: str) -> set[str]:
    """What the name may be shortened to (see ``organization_name``)."""
    return set(organization_name(name).acronyms)


def _key(tokens: list[str]) -> str:
    respell = FORMS["words"]
    text = " ".join([respell.get(word, word) for word in _joined(tokens)])
    if PHRASES.search(text):
        text = PHRASES.sub(lambda m: FORMS["phrases"][m[0]], text)
    return " ".join(_without_legal_form(text.split()))


def _joined(tokens: list[str]) -> list[str]:
    """Single letters that stand in a row are one word: "j p" is "jp"."""
    if 1 not in map(len, tokens):
        return tokens
    joined: list[str] = []
    single = False
    for token in tokens:
        if single and len(token) == 1:
            joined[-1] += token
        else:
            joined.append(token)
        single = len(token) == 1
    return joined


def _without_legal_form(tokens: list[str]) -> list[str]:
    if len(tokens) > 2 and tokens[-1] == "pac":  # "Acme, Inc. PAC" is the PAC of Acme
        return [*_without_legal_form(tokens[:-1]), "pac"]
    end = len(tokens)
    while end > 1 and tokens[end - 1] in FORMS["legal"] and tokens[end - 2] not in FORMS["before_a_place"]:
        end -= 2 if end > 2 and tokens[end - 2] == "and" else 1
    return tokens[:end]


def _without_acronym(name: str, own: set[str]) -> str:
    """The name without its own acronym in parentheses, whole or cut off."""

    def replace(match: re.Match[str]) -> str:
        inside = "".join(WORDS.findall(match[1])).upper()
        cut_off = not match[2] and any(acronym.startswith(inside) for acronym in own)
        return " " if inside in own or cut_off else match[0]

    return PARENTHESES.sub(replace, name)


def given_acronyms(name: str) -> set[str]:
    """The acronyms that the name itself gives in parentheses."""
    letters = normalize(PARENTHESES.sub(" ", name)).replace(" ", "").upper()
    inside = (match[1].strip() for match in PARENTHESES.finditer(name) if match[2])
    return {text for text in inside if ACRONYM.match(text) and _spelled_from(text, letters)}


def _spelled_from(acronym: str, letters: str) -> bool:
    rest = iter(letters)
    return letters[:1] == acronym[:1] and all(c in rest for c in acronym if c != "&")


def _initials(tokens: list[str]) -> set[str]:
    words = [word for word in _without_legal_form(tokens) if word[0].isalpha()]
    if len(words) < 3:
        return set()
    every = "".join([word[0] for word in words]).upper()
    content = "".join([word[0] for word in words if word not in FORMS["small"]]).upper()
    return {letters for letters in (content, every) if 3 <= len(letters) <= LONGEST_ACRONYM}


# ── people ───────────────────────────────────────────────────────────────────────────────────────────────────────


def person_name(name: str) -> PersonName:
    """Read "LAST, FIRST M. SUFFIX" or "First Middle Last Suffix".

    A family name of several words counts by its last one; the words before it, like middle names, only by an initial,
    so that "GARCIA LOPEZ, MARIA" and "Maria Garcia Lopez" are one name.
    """
    plain = PLAIN.match(name)
    if plain and plain[2].lower() not in PERSONAL["beside"]:  # four names in five: a shortcut, not another reading
        return PersonName(plain[2].lower(), (plain[3] or "").lower(), plain[1].lower(), "")
    family, given, suffix = _parts(name)
    given = _undressed(given, spare=0 if family else 1)
    if not family and given:
        given, family = given[:-1], given[-1:]
    between = [word for word in (*given[1:], *family[:-1]) if word not in PERSONAL["particles"]]
    return PersonName(given[0] if given else "", between[0][0] if between else "", family[-1] if family else "", suffix)


def person_key(name: str) -> str:
    """First and last name, normalized; "" if the name has not both."""
    return person_name(name).key


def _parts(name: str) -> tuple[list[str], list[str], str]:
    """Family name, given names and suffix as words; without a comma all the words count as given."""
    suffix = ""
    fields: list[list[str]] = []
    for field in name.split(","):
        words = _tokens(field)
        # "J.R." are initials, "Jr." is a suffix: a full stop before the end tells them apart.
        while words and words[-1] in PERSONAL["suffixes"] and (len(words) > 1 or (fields and "." not in field[:-1])):
            suffix = PERSONAL["suffixes"][words.pop()]
        while len(words) > 1 and words[-1] in PERSONAL["degrees"]:
            words.pop()
        if words:
            fields.append(words)
    fields = _without_degrees(fields)
    if len(fields) < 2:
        return [], fields[0] if fields else [], suffix
    return fields[0], [word for field in fields[1:] for word in field], suffix


def _without_degrees(fields: list[list[str]]) -> list[list[str]]:
    """Fields after the first that hold nothing but a degree ("John Smith, MD") are dropped, if a whole name remains."""
    kept = fields[:1] + [field for field in fields[1:] if not set(field) <= PERSONAL["degrees"]]
    return kept if len(kept) > 1 or (kept and len(kept[0]) > 1) else fields


def _undressed(given: list[str], spare: int) -> list[str]:
    """Given names without titles and degrees; the last ``spare`` + 1 words are never dropped."""
    while len(given) > 1 + spare and given[0] in PERSONAL["titles"]:
        given = given[1:]
    while len(given) > 1 + spare and given[-1] in PERSONAL["titles"] | PERSONAL["degrees"]:
        given = given[:-1]
    return given


def is_personal(name: str) -> bool:
    """Whether a name has the form of a person's: two to five words, capitals, no digit, no organizational word."""
    words = name.replace(",", " ").split()
    if not 2 <= len(words) <= 5 or any(c.isdigit() or c in "&/(@" for c in name):
        return False
    capitals = all(w[0].isupper() or w.lower().split("-")[0] in PERSONAL["particles"] for w in words)
    return capitals and not any(FORMS["words"].get(w, w) in FORMS["not_personal"] for w in _tokens(name))

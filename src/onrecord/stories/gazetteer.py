"""The names that the records know, ready to be found in a story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.stories.kinds import CAPITAL

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.vocabulary import GazetteerEntry

SHORTEST = 3
"""A name of fewer letters is found everywhere and says nothing."""


class Gazetteer:
    """Names from the records (Aho-Corasick over lower-cased names)."""

    def __init__(self, entries: Iterable[GazetteerEntry] = ()) -> None:
        import ahocorasick

        self._automaton = ahocorasick.Automaton()
        for entry in entries:
            key = _lowered(entry.name.replace("’", "'"))
            if len(key) >= SHORTEST:
                self._automaton.add_word(key, (len(key), entry))
        self._ready = len(self._automaton) > 0
        if self._ready:
            self._automaton.make_automaton()

    def find(self, view: str) -> list[tuple[int, int, GazetteerEntry]]:
        """Every known name that stands capitalised and whole in the text, longest first."""
        if not self._ready:
            return []
        found = []
        for last, (length, entry) in self._automaton.iter(_lowered(view)):
            start, end = last + 1 - length, last + 1
            if _whole(view, start, end) and CAPITAL.match(view[start:end]):
                found.append((start, end, entry))
        return sorted(found, key=lambda hit: (hit[0] - hit[1], hit[0]))


def _lowered(words: str) -> str:
    """Lower case, letter for letter: one whose lower case is longer would shift every offset."""
    lowered = words.lower()
    return lowered if len(lowered) == len(words) else "".join(c.lower() if len(c.lower()) == 1 else c for c in words)


def _whole(view: str, start: int, end: int) -> bool:
    before, after = view[max(start - 1, 0) : start], view[end : end + 1]
    return not (before.isalnum() or before == "@") and not after.isalnum()

"""onrecord: what is on record about a sentence?

Reads public records into one book with a receipt for every fact, reads a story into typed claims, and checks each
claim against the book. ``onrecord.case.Case`` is the one object to hold; ``docs/architecture.md`` shows the house.
"""

__version__ = "0.1.0"

"""Claim → question → evidence → verdict. The code here sees slots and records, never the words of a story."""

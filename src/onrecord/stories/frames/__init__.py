"""Typed frames: how English news states each kind of fact. One module a family, its trigger words in ``triggers.toml``.

A frame looks at one clause of a parsed sentence and gives drafts: spans with a type and slots. It sees neutral tokens,
never who is named. To add a claim type, add a frame here, its words to ``triggers.toml``, and a question in ``checks``.
"""

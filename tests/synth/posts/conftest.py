"""One lifelike world of posts, shared by the tests that only look at it."""

from __future__ import annotations

import pytest

from onrecord.synth.posts import Plan, Post, made, plan

SEED, POSTS = 11, 30_000


@pytest.fixture(scope="session")
def planned() -> Plan:
    """What is planned."""
    return plan(SEED, POSTS)


@pytest.fixture(scope="session")
def world(planned: Plan) -> list[Post]:
    """What is posted."""
    return list(made(planned))

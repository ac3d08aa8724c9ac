"""The held-out set of phrasings: complete, well formed, grammatical at the seams, and marked as its texts are."""

from __future__ import annotations

import re
import tomllib
from importlib import resources
from random import Random
from typing import Any, Final

import pytest

from onrecord.checks.relations import *  # noqa: F403

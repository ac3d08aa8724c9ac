"""The posts of a made-up world: ordinary life, what goes viral, and troops planted among them.

plans.py      what will happen, small whatever the size: troops, viral events, feeds, schedulers
accounts.py   who posts: activity, time zone, language, topic, platform
language.py   what is said, in six languages from the word lists beside it
objects.py    what is passed on: addresses and hashtags
bursts.py     when a viral object is shared
timeline.py   what others see at a moment
acts.py       what somebody says at a moment
streams.py    who acts when, merged lazily
export.py     posts and truth as files
"""

from onrecord.synth.posts.export import Post, made, write
from onrecord.synth.posts.plans import Feed, Plan, Push, Scheduler, Troop, Viral, plan

__all__ = ["Feed", "Plan", "Post", "Push", "Scheduler", "Troop", "Viral", "made", "plan", "write"]

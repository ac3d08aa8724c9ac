"""Stories of a made-up world, in varied English, with the truth about every claim beside them."""

from onrecord.synth.stories.edition import tales, write

__all__ = ["tales", "write"]

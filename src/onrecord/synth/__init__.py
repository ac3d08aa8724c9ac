"""Made-up worlds whose truth is known: their records in official layouts, their stories, and the truth beside both.

Without a world whose truth is known no accuracy, base rate or null can be measured. Everybody and everything in such a
world is fictional; the same seed and size always give the same bytes.

    world.py       what there is in a world: the nouns, as typed records
    build.py       the world of a seed and a size
    records/       its records, one module an official layout
    posts/         its posts: ordinary life, what goes viral, planted troops
    stories/       its stories: phrasings, composing, retelling, verdicts that the records must give
    write.py       all of it, and the truth, into a folder
"""

"""What a person takes away: a checked case as one page that needs no network, no script and no account.

``views`` shapes checked stories into a :class:`~onrecord.dossier.views.DossierView`; ``html`` renders and writes it.
"""

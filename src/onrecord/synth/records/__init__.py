"""The records of a made-up world, one module an official layout, read back by the format of the same layout.

output.py      where writers write: files in chunks, the truth beside them
parties.py     who is who by the registers' identifiers
names.py       how the layouts write a name
fec_*.py, nyc_cfb.py, irs_990.py, fara.py, elections.py, casebook.py
"""

"""Public-record formats, one a file. ``format.py`` is the contract and says how to add one."""

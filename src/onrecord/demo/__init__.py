"""The built-in demonstration case.

``files/`` holds two stories and the public records to check them against, in the official layouts. The city of Port
Ansel, its mayoral race and everybody in it are fictional; ``files/README.txt`` says what is there and what it shows.
"""

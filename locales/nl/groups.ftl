# In a group chat, where the program does not talk along (yet).

groups-in-private = Hoi! In een groep praat ik niet mee. Stuur me een privébericht, dan help ik je graag.

"""The help's own pages by id; the topics of the content are pages too, under their own ids."""

LATER = "later"
"""The topic of the content that has pictures."""

KEYS, SOURCES, NEW, ABOUT = "keys", "sources", "new", "about"

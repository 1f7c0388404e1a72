"""The content's word list: medical words that are explained, names, and hard words with what to say instead."""

from msgspec import Struct

from twitchcheck.rules.protocol import Term


class Glossary(Struct, frozen=True, forbid_unknown_fields=True):
    """Which unusual words the texts may use.

    `terms` are explained; `names` of people, places and medicines need no explanation. Neither counts in the reading
    grade. `hard_words` (word -> what to say instead) may only be used where they are a term.
    """

    terms: tuple[Term, ...]
    names: tuple[str, ...]
    hard_words: dict[str, str]

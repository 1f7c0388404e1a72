"""Words: what the glossary lists is used, and no text uses a hard word that the glossary does not explain."""

from collections import Counter
from collections.abc import Iterator

from twitchcheck.content.checks.parts import Complaint
from twitchcheck.content.glossary import Glossary
from twitchcheck.content.person_texts import person_texts
from twitchcheck.content.problems import quoted
from twitchcheck.content.yaml_source import KeyPath
from twitchcheck.questionnaire.whole_words import whole_words
from twitchcheck.rules.protocol import TriageProtocol


def word_problems(protocol: TriageProtocol, glossary: Glossary) -> Iterator[Complaint]:
    """Terms and names that no text uses, words listed twice, hard words in texts and in explanations."""
    texts = list(person_texts(protocol, glossary))
    listed: list[tuple[KeyPath, str]] = [
        (("terms", index, "term"), term.term) for index, term in enumerate(glossary.terms)
    ]
    listed += [(("names", index), name) for index, name in enumerate(glossary.names)]
    counted = Counter(word.lower() for _, word in listed)
    outside = "\n".join(one.text for one in texts if one.entry is not glossary).lower()
    for path, word in listed:
        if counted[word.lower()] > 1:
            yield glossary, path, f"{quoted(word)} is listed more than once"
        if word.lower() not in outside or not whole_words([word]).search(outside):
            yield glossary, path, f"no text uses {quoted(word)}"
    hard = {word.lower(): instead for word, instead in glossary.hard_words.items() if word.lower() not in counted}
    pattern, known = whole_words(hard), whole_words([word for _, word in listed])
    for one in texts:
        for found in dict.fromkeys(match[1].lower() for match in pattern.finditer(known.sub("", one.text))):
            message = f"{quoted(found)} is a hard word: say {quoted(hard[found])}, or explain it in glossary.yaml"
            yield one.entry, one.path, message

"""Who says so: every source as readers see it, and the numbers by which one page or text cites those that it needs."""

from collections.abc import Iterable

from msgspec import Struct

from twitchcheck.report.sentences import sentences_in
from twitchcheck.rules.protocol import Source, SourceKind, TriageProtocol

KIND_WORDS = {
    SourceKind.GUIDELINE: "guideline",
    SourceKind.PUBLIC_BODY: "public body",
    SourceKind.SOCIETY: "professional society",
    SourceKind.PAPER: "paper",
    SourceKind.CHARITY: "charity",
    SourceKind.LEAFLET: "leaflet of the medicine",
    SourceKind.NUMBER_LIST: "list of numbers",
    SourceKind.PRESS: "press",
    SourceKind.ARTICLE: "the article this program is based on",
    SourceKind.DECISION: "our own choice",
}


class SourceRow(Struct, frozen=True):
    """One source as it is listed; `kind` says in words what it is."""

    id: str
    tag: str
    title: str
    publisher: str
    year: str
    kind: str
    url: str

    def in_full(self) -> str:
        """The source in one line."""
        publisher = f"{self.publisher} {self.year}".strip()
        return f"{self.tag}: {self.title}. {publisher} ({self.kind}) {self.url}".strip()

    def in_short(self) -> str:
        """The source in as few words as it can still be found by: its name, and its address or what it is."""
        return f"{self.tag}, {self.url}" if self.url else f"{self.tag}, {self.kind}"


class Cited(Struct, frozen=True):
    """A source with the number that sentences cite it by."""

    number: int
    source: SourceRow


class Citations:
    """Numbers the sources of one page or text from 1 on, in the order in which its sentences first name them."""

    def __init__(self, sources: Iterable[SourceRow]) -> None:
        self._sources = {source.id: source for source in sources}
        self._numbers: dict[str, int] = {}

    def numbers(self, source_ids: Iterable[str]) -> tuple[int, ...]:
        """The numbers of a sentence's sources, lowest first; those named for the first time get the next ones."""
        return tuple(sorted({self._numbers.setdefault(one, len(self._numbers) + 1) for one in source_ids}))

    def mark(self, source_ids: Iterable[str]) -> str:
        """The numbers as they stand behind a sentence, such as "[1,3]"; "" where there is no source."""
        numbers = self.numbers(source_ids)
        return f"[{','.join(map(str, numbers))}]" if numbers else ""

    @property
    def cited(self) -> tuple[Cited, ...]:
        """The sources that have been cited so far, by number."""
        return tuple(Cited(number, self._sources[source_id]) for source_id, number in self._numbers.items())


def source_rows(protocol: TriageProtocol) -> tuple[SourceRow, ...]:
    """Every source of the content, in its order."""
    return tuple(map(source_row, protocol.sources))


def cited_in(protocol: TriageProtocol, part: object) -> tuple[SourceRow, ...]:
    """The sources that the sentences in a part of a view cite, in the order in which they do."""
    cited = dict.fromkeys(source_id for sentence in sentences_in(part) for source_id in sentence.sources)
    return tuple(source_row(protocol.source[source_id]) for source_id in cited)


def source_row(source: Source) -> SourceRow:
    """A source as readers see it."""
    year = str(source.year) if source.year else "undated"
    kind = KIND_WORDS[source.kind]
    return SourceRow(source.id, source.tag, source.title, source.publisher, year, kind, source.url)

"""Sources by number, in the order in which they are cited."""

from twitchcheck.report.citations import Citations, source_row, source_rows
from twitchcheck.rules.protocol import TriageProtocol


def test_a_source_keeps_the_number_of_its_first_mention(small: TriageProtocol) -> None:
    citations = Citations(source_rows(small))
    assert citations.mark(("ours", "nhs")) == "[1,2]"
    assert citations.mark(("nhs",)) == "[2]"
    assert citations.mark(()) == ""
    assert [(one.number, one.source.id) for one in citations.cited] == [(1, "ours"), (2, "nhs")]


def test_only_what_is_cited_is_listed(small: TriageProtocol) -> None:
    citations = Citations(source_rows(small))
    assert not citations.cited
    citations.numbers(("nhs", "nhs"))
    (only,) = citations.cited
    assert only.source.id == "nhs"


def test_in_short_a_source_is_found_by_its_address_or_says_what_it_is(protocol: TriageProtocol) -> None:
    assert source_row(protocol.source["article"]).in_short() == "Article, the article this program is based on"
    assert source_row(protocol.source["nhs-twitching"]).in_short() == "NHS, https://www.nhs.uk/conditions/twitching/"

"""Whatever a content or answers file holds: a valid load or a clean error, never a crash, a hang or much memory."""

import multiprocessing

import pytest

pytest.importorskip("resource", reason="memory is measured where the system tells it")

from tests.content import fuzzing

SEED = 20261123
PARTS = [("folder", SEED, 1_000), ("content", SEED, 20_000), ("answers", SEED, 10_000)]
"""What is tried: kind, seed and number of cases; 30,000 single files and 1,000 whole folders."""

TIME_LIMIT = 300
"""Seconds for everything on two cores; more than that is a hang."""

MOST_MEGABYTES = 200


@pytest.mark.slow
def test_mutated_files_load_or_are_refused_cleanly() -> None:
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        outcomes = pool.starmap_async(fuzzing.run, PARTS, chunksize=1).get(TIME_LIMIT)
    assert [crash for outcome in outcomes for crash in outcome.crashes][:5] == []
    assert max(outcome.more_megabytes for outcome in outcomes) < MOST_MEGABYTES
    for outcome in outcomes:  # the mutations are neither all harmless nor all broken beyond reading
        assert outcome.accepted > 20
        assert outcome.refused > 20

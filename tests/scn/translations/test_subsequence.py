"""The longest common subsequence, compared with a slow one that is plainly right."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from scn.translations.subsequence import common_subsequence

SEQUENCES = st.lists(st.sampled_from("abcd"), max_size=14)


def longest(old, new):
    row = [0] * (len(new) + 1)
    for one in old:
        above = row[:]
        for n, other in enumerate(new, start=1):
            row[n] = above[n - 1] + 1 if one == other else max(above[n], row[n - 1])
    return row[-1]


@given(old=SEQUENCES, new=SEQUENCES)
def test_pairs_are_equal_rise_and_are_as_many_as_there_can_be(old, new):
    pairs = common_subsequence(old, new)
    assert all(old[x] == new[y] for x, y in pairs)
    assert all(a < c and b < d for (a, b), (c, d) in pairwise(pairs))
    assert len(pairs) == longest(old, new)

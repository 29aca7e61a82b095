"""Feathering: white is opened only where columns side by side would be seen to end unlevel."""

from qingyang.compose.feathering import opened


def test_the_lower_of_two_stories_is_opened_below_its_headline_first_and_never_beyond_the_other() -> None:
    assert opened([20, 20]) == opened([19, 20]) == ([0, 0], [0, 0])
    assert opened([18, 20]) == ([0, 0], [1, 0])
    assert opened([20, 12]) == ([0, 1], [0, 1])
    for other in range(30):
        above, below = opened([other, 15])
        assert all(
            high + a + b <= max(other, 15) for high, a, b in zip((other, 15), above, below, strict=True)
        )

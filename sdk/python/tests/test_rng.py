from redress_sdk import Rng


def test_the_numbers_are_those_of_the_rust_sdk() -> None:
    # First output of the reference implementation for state 0.
    assert Rng((0, 0)).next_u64() == 0xE220A8397B1DCDAF
    assert Rng((1, 2)).next_u64() != Rng((2, 1)).next_u64()


def test_draws_stay_within_bounds_and_reach_all() -> None:
    rng = Rng((7, 7))
    seen = [0] * 5
    for _ in range(1000):
        seen[rng.below(5)] += 1
    assert all(count > 100 for count in seen)
    assert 0 <= rng.random() < 1
    assert rng.pick([]) is None


def test_weights_of_zero_are_never_drawn() -> None:
    rng = Rng((1, 1))
    assert rng.pick_weighted([0, 0]) is None
    assert {rng.pick_weighted([0, 3, 0, 1]) for _ in range(200)} == {1, 3}

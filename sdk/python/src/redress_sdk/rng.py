"""Randomness that repeats."""

from __future__ import annotations

from typing import Sequence, TypeVar

_T = TypeVar("_T")
_MASK = 2**64 - 1


class Rng:
    """A small deterministic generator (SplitMix64) for picking among equals; the same numbers as in the Rust and TypeScript
    SDKs. Not for secrets."""

    def __init__(self, seed: tuple[int, int]) -> None:
        self._state = (seed[0] << 32) | seed[1]

    def next_u64(self) -> int:
        """Sixty-four bits."""
        self._state = (self._state + 0x9E3779B97F4A7C15) & _MASK
        z = self._state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & _MASK
        return z ^ (z >> 31)

    def next_u32(self) -> int:
        """Thirty-two bits."""
        return self.next_u64() >> 32

    def random(self) -> float:
        """A number from 0 up to, but not including, 1."""
        return (self.next_u64() >> 11) / 2**53

    def below(self, bound: int) -> int:
        """A whole number below `bound`, all equally likely; 0 for a bound of 0."""
        if bound == 0:
            return 0
        # Rejects the uneven tail, so that no number is favoured.
        tail = 0xFFFFFFFF - 0xFFFFFFFF % bound
        while True:
            drawn = self.next_u32()
            if drawn < tail:
                return drawn % bound

    def pick(self, items: Sequence[_T]) -> _T | None:
        """One of the items; None for none."""
        return items[self.below(len(items))] if items else None

    def pick_weighted(self, weights: Sequence[int]) -> int | None:
        """The place of one of the weights, as likely as its share; None when all are 0."""
        total = sum(weights)
        if total == 0:
            return None
        drawn = self.next_u64() % total
        for place, weight in enumerate(weights):
            if drawn < weight:
                return place
            drawn -= weight
        return None

const MASK = 0xffff_ffff_ffff_ffffn;

/** A small deterministic generator (SplitMix64) for picking among equals; the same numbers as in the Rust and Python SDKs. Not for secrets. */
export class Rng {
  #state: bigint;

  /** A generator that starts from the call's seed. */
  constructor([high, low]: readonly [number, number]) {
    this.#state = (BigInt(high) << 32n) | BigInt(low);
  }

  /** Sixty-four bits. */
  nextU64(): bigint {
    this.#state = (this.#state + 0x9e37_79b9_7f4a_7c15n) & MASK;
    let z = this.#state;
    z = ((z ^ (z >> 30n)) * 0xbf58_476d_1ce4_e5b9n) & MASK;
    z = ((z ^ (z >> 27n)) * 0x94d0_49bb_1331_11ebn) & MASK;
    return z ^ (z >> 31n);
  }

  /** Thirty-two bits. */
  nextU32(): number {
    return Number(this.nextU64() >> 32n);
  }

  /** A number from 0 up to, but not including, 1: what `Math.random()` would give. */
  next(): number {
    return Number(this.nextU64() >> 11n) / 2 ** 53;
  }

  /** A whole number below `bound`, all equally likely; 0 for a bound of 0. */
  below(bound: number): number {
    if (bound === 0) return 0;
    // Rejects the uneven tail, so that no number is favoured.
    const tail = 0xffff_ffff - (0xffff_ffff % bound);
    for (;;) {
      const drawn = this.nextU32();
      if (drawn < tail) return drawn % bound;
    }
  }

  /** One of the items; undefined for none. */
  pick<T>(items: readonly T[]): T | undefined {
    return items.length === 0 ? undefined : items[this.below(items.length)];
  }

  /** The place of one of the weights, as likely as its share; null when all are 0. */
  pickWeighted(weights: readonly number[]): number | null {
    const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
    if (total === 0n) return null;
    let drawn = this.nextU64() % total;
    for (const [place, weight] of weights.entries()) {
      if (drawn < BigInt(weight)) return place;
      drawn -= BigInt(weight);
    }
    return null;
  }
}

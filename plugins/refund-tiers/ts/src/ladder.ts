/** The one answer of several needs: the highest role, the strictest quorum for it, and the report if anybody wants it. */

import type { Verdict } from "@redress/sdk";

import type { Votes } from "./config.js";

/** Collects who must agree. */
export class Ladder {
  #top: { rank: number; role: string; votes: Votes } | null = null;
  #withReport = false;
  readonly #order: string[];

  /** Nobody yet; `order` lists the roles from lowest to highest. */
  constructor(order: string[]) {
    this.#order = order;
  }

  /** True while nobody is needed. */
  isEmpty(): boolean {
    return this.#top === null;
  }

  /** Somebody must agree. A role missing from the order ranks highest, which the check of the configuration prevents. */
  need(role: string, votes: Votes, withReport: boolean): void {
    const place = this.#order.indexOf(role);
    const rank = place < 0 ? this.#order.length : place;
    this.#withReport ||= withReport;
    const top = this.#top;
    if (top === null || rank > top.rank || (rank === top.rank && strictness(votes) > strictness(top.votes))) this.#top = { rank, role, votes };
  }

  /** The verdict of all needs together. */
  verdict(): Verdict {
    if (this.#top === null) return { tag: "approve" };
    const { role, votes } = this.#top;
    const quorum = typeof votes === "object" ? ({ tag: "at-least", val: votes.at_least } as const) : ({ tag: votes } as const);
    return { tag: "needs-approval", val: { role, quorum, withReport: this.#withReport } };
  }
}

/** All is stricter than any number, a number stricter than a smaller one. */
function strictness(votes: Votes): number {
  return votes === "any" ? 1 : votes === "all" ? Infinity : votes.at_least;
}

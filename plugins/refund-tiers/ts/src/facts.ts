/** What a case says, in the form the rules ask for it. */

import { Money, RuleError, field, type CaseFile, type RefundRequest, type Ticket, type TicketKind, type Violation } from "@redress/sdk";

import type { AutoApprove, Config, Inspection, RequiredFields, Window } from "./config.js";

const DAY_MS = 86_400_000;

/** The case at the moment of the call. */
export class Facts {
  private constructor(
    readonly config: Config,
    readonly ticket: Ticket,
    readonly delivered: number | null,
    readonly now: number,
    /** The amount that is tiered: the highest of requested and net, in minor units. */
    readonly amount: number,
    readonly currency: string,
  ) {}

  /** Reads the case; refuses amounts that no tier can judge. */
  static read(config: Config, now: number, file: CaseFile, request: RefundRequest): Facts {
    const { requested, net, refundedBefore } = request;
    const { currency } = requested;
    const wrong: Violation[] = [];
    for (const [path, money] of [["/requested", requested], ["/net", net], ["/refunded_before", refundedBefore]] as const) {
      if (money.currency !== currency) {
        wrong.push({ path: `${path}/currency`, message: `${money.currency} does not match ${currency}: ask in one currency` });
      }
      if (money.minor < 0) wrong.push({ path: `${path}/minor`, message: `${Money.format(money)} is negative: ask for 0 or more` });
    }
    if (wrong.length > 0) throw RuleError.invalid(wrong);
    const amount = Math.max(requested.minor, net.minor) + (config.include_refunded_before ? refundedBefore.minor : 0);
    // A delivery in the future is a mistake in the shop's data: better unknown than "in time".
    const delivered = file.order?.deliveredAtMs ?? null;
    return new Facts(config, file.ticket, delivered !== null && delivered <= now ? delivered : null, now, amount, currency);
  }

  /** True or false when the delivery is known: the request comes within so many days of it, the last moment included. */
  within(days: number): boolean | null {
    if (this.delivered === null) return null;
    const offset = this.config.utc_offset_minutes * 60_000;
    const start =
      this.config.days_count_from === "delivery"
        ? this.delivered
        : (Math.floor((this.delivered + offset) / DAY_MS) + 1) * DAY_MS - offset;
    return this.now <= start + days * DAY_MS;
  }

  /** The window has closed. */
  isLate({ kinds, reasons, days }: Window): boolean {
    const reasonFits = reasons.length === 0 || this.ticket.lines.some((line) => has(reasons, line.reason));
    return this.#kindIn(kinds) && reasonFits && this.within(days) === false;
  }

  /** Z22 holds for every line. */
  isAutoApproved({ kinds, reasons, within_days, field, max_amount }: AutoApprove): boolean {
    const { lines } = this.ticket;
    const most = max_amount[this.currency];
    return (
      this.#kindIn(kinds) &&
      lines.length > 0 &&
      lines.every((line) => has(reasons, line.reason)) &&
      this.within(within_days) === true &&
      (field === "" || this.#field(field) === "true") &&
      (most === undefined || this.amount <= most)
    );
  }

  /** The threshold of an inspection rule that is for this case. */
  inspectedBelow({ kinds, categories, below }: Inspection): number | null {
    const { lines } = this.ticket;
    const fits = lines.length > 0 && lines.every(({ category }) => category !== null && has(categories, category));
    return this.#kindIn(kinds) && (categories.length === 0 || fits) ? (below[this.currency] ?? null) : null;
  }

  /** Fields that must be filled and are not, each once, in the order of the configuration. */
  missingFields(): string[] {
    const wanted = this.config.required_fields.filter((rule) => this.#requires(rule)).flatMap((rule) => rule.fields);
    return [...new Set(wanted)].filter((name) => !this.#isFilled(name));
  }

  #requires({ kinds, problems, when_field, when_value }: RequiredFields): boolean {
    const { problemType, lines } = this.ticket;
    const problemFits =
      problems.length === 0 || (problemType !== null && has(problems, problemType)) || lines.some((line) => has(problems, line.reason));
    return this.#kindIn(kinds) && problemFits && (when_field === "" || this.#field(when_field) === when_value);
  }

  #isFilled(name: string): boolean {
    const text = this.#field(name);
    const inForm = text !== null && !["", "null", "[]", "{}"].includes(text.trim());
    return inForm || (name === "description" && this.ticket.description.trim() !== "");
  }

  /** A form value: the text itself for a string, JSON text for everything else. */
  #field(name: string): string | null {
    const value = field(this.ticket, name);
    return value === undefined ? null : typeof value === "string" ? value : JSON.stringify(value);
  }

  #kindIn(kinds: TicketKind[]): boolean {
    return kinds.length === 0 || kinds.includes(this.ticket.kind);
  }
}

/** Labels come from many channels, so letter case does not matter. */
function has(list: string[], text: string): boolean {
  return list.some((item) => lower(item) === lower(text));
}

function lower(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

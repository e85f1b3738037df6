import { Call } from "../call.js";
import { CryptoError, HistoryError } from "../error.js";
import type { Host, Secrets } from "../host.js";
import { Money } from "../money.js";
import { readConfig, type Settings } from "../plugin.js";
import type { AccessError, AfterSaleSummary, Context, Level, OrderSummary, ParameterValue, Query, Totals } from "../wit/types.js";
import { NOW } from "./sample.js";

/** One line that a rule logged. */
export interface LoggedLine {
  level: Level;
  message: string;
  fields: Record<string, string>;
}

/** What the fake host knows; whatever is left out is as in a fresh shop. */
export interface Past {
  /** "Now", in milliseconds since the epoch. */
  now?: number;
  seed?: [number, number];
  locale?: string;
  /** Earlier orders; they are put in order, newest first. */
  orders?: OrderSummary[];
  /** Earlier tickets; they are put in order, newest first. */
  afterSales?: AfterSaleSummary[];
  /** Sums that differ from those of the rows. */
  totals?: Totals;
  /** Every history look-up fails with this. */
  refuseHistory?: AccessError;
  /** External parameters by code. */
  parameters?: Record<string, ParameterValue>;
  /**
   * Secrets of a gateway by name. Whatever is made with one is its value here: the fake knows no cryptography, and a signature
   * fits when it is that value.
   */
  secrets?: Record<string, Uint8Array>;
}

/**
 * Answers a rule's look-ups from memory, as the host does.
 *
 * ```ts
 * const host = new FakeHost({ afterSales: [afterSale("T-1", 10)] });
 * const decision = plugin.refundApproval(host.call({ free_up_to: Money.of(10_000, "CNY") }), sampleCase(), refundRequest(9_900));
 * ```
 */
export class FakeHost implements Host {
  /** What rules logged so far. */
  readonly lines: LoggedLine[] = [];
  /** What was signed, checked or opened with secrets so far. */
  readonly signed: Uint8Array[] = [];
  readonly crypto: Secrets = {
    hmacSha256: (secret, message) => this.#made(secret, message),
    rsaSha256Sign: (secret, message) => this.#made(secret, message),
    rsaSha256Verify: (secret, message, signature) => String(this.#made(secret, message)) === String(signature),
    aesGcmOpen: (secret, _nonce, _associated, sealed) => this.#made(secret, sealed),
  };
  readonly #past: Past;

  constructor(past: Past = {}) {
    this.#past = past;
  }

  /** A call with this configuration. */
  call<C>(config: C): Call<C> {
    const { now = NOW, seed = [1, 2], locale = "zh-CN" } = this.#past;
    const context: Context = { decisionId: "dec_00000000000000000000000000000001", tenant: "demo", nowMs: now, seed, locale, config: "{}" };
    return new Call(config, context, this);
  }

  /** A call with a configuration that is read as the sandbox would read it: checked, and with defaults filled in. */
  callJson<C>(plugin: Settings<C>, json: unknown): Call<C> {
    return this.call(readConfig(plugin, JSON.stringify(json)));
  }

  log(level: Level, message: string, fields: [string, string][]): void {
    this.lines.push({ level, message, fields: Object.fromEntries(fields) });
  }

  orders(query: Query): OrderSummary[] {
    return this.#rows(query, this.#past.orders ?? [], (order) => order.placedAtMs);
  }

  afterSales(query: Query): AfterSaleSummary[] {
    return this.#rows(query, this.#past.afterSales ?? [], (ticket) => ticket.createdAtMs);
  }

  totals(): Totals {
    this.#refuse();
    const { totals, orders = [], afterSales = [] } = this.#past;
    return (
      totals ?? {
        orders: orders.length,
        afterSales: afterSales.length,
        paid: Money.sum("CNY", orders.map((order) => order.paid)),
        refunded: Money.sum("CNY", afterSales.map((ticket) => ticket.refunded)),
      }
    );
  }

  parameter(code: string): ParameterValue | null {
    return this.#past.parameters?.[code] ?? null;
  }

  #made(secret: string, message: Uint8Array): Uint8Array {
    this.signed.push(message);
    const made = this.#past.secrets?.[secret];
    if (made === undefined) throw new CryptoError({ tag: "no-secret", val: secret });
    return made;
  }

  #rows<R>(query: Query, rows: R[], at: (row: R) => number | null): R[] {
    this.#refuse();
    const since = query.sinceMs;
    const wanted = rows.filter((row) => since === null || (at(row) ?? since) >= since);
    return wanted.sort((one, other) => (at(other) ?? -Infinity) - (at(one) ?? -Infinity)).slice(0, Math.min(query.limit, 200));
  }

  #refuse(): void {
    if (this.#past.refuseHistory) throw new HistoryError(this.#past.refuseHistory);
  }
}

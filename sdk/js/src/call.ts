import { decimal } from "./money.js";
import { utf8 } from "./bytes.js";
import { CryptoError } from "./error.js";
import type { Host, Secrets } from "./host.js";
import { Rng } from "./rng.js";
import type { AfterSaleSummary, Context, Level, OrderSummary, ParameterValue, Query, Totals } from "./wit/types.js";

const DAY_MS = 86_400_000;
/** The host gives no more rows than this. */
const MAX_ROWS = 200;

/** What a field of a log line may be. */
export type Loggable = string | number | boolean | null | undefined;

/**
 * One call of a rule: the binding's configuration, the moment, randomness, and what the host can be asked. There is no other
 * clock and no other randomness: both are recorded with the decision, so that it can be run again.
 */
export class Call<C> {
  /** The binding's configuration. */
  readonly config: C;
  /** "Now" in milliseconds since 1970-01-01T00:00:00Z; `new Date(call.now)` is the moment as a Date. */
  readonly now: number;
  /** Two words of randomness, the same whenever the decision is run again. */
  readonly seed: readonly [number, number];
  /** BCP 47 tag of the tenant's language, for example `zh-CN`. */
  readonly locale: string;
  /** Identifier of the decision, for messages. */
  readonly decisionId: string;
  /** Slug of the tenant. */
  readonly tenant: string;
  /** The customer's past, read-only. */
  readonly history: History;
  /** Lines for the author, kept with the decision. */
  readonly log: Log;
  /** What the host does with a gateway's secrets; only `settlement` has any. */
  readonly crypto: Crypto;
  readonly #host: Host;

  constructor(config: C, context: Context, host: Host) {
    this.config = config;
    this.now = context.nowMs;
    this.seed = context.seed;
    this.locale = context.locale;
    this.decisionId = context.decisionId;
    this.tenant = context.tenant;
    this.history = new History(host, context.nowMs);
    this.log = new Log(host);
    this.crypto = new Crypto(host);
    this.#host = host;
  }

  /** A small generator that starts from the seed. Every call of this method starts the same sequence. */
  rng(): Rng {
    return new Rng(this.seed);
  }

  /** The tenant's external parameter (外部参数) with this code, if there is one. */
  parameter(code: string): Parameter | null {
    const value = this.#host.parameter(code);
    return value === null ? null : new Parameter(value);
  }
}

/** Adds lines to the decision's log. */
export class Log {
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
  }

  /** Something for the author. */
  debug(message: string, fields?: Record<string, Loggable>): void {
    this.#add("debug", message, fields);
  }

  /** Something worth knowing. */
  info(message: string, fields?: Record<string, Loggable>): void {
    this.#add("info", message, fields);
  }

  /** Something odd that was handled. */
  warn(message: string, fields?: Record<string, Loggable>): void {
    this.#add("warn", message, fields);
  }

  /** Something wrong. */
  error(message: string, fields?: Record<string, Loggable>): void {
    this.#add("error", message, fields);
  }

  #add(level: Level, message: string, fields: Record<string, Loggable> = {}): void {
    this.#host.log(level, message, Object.entries(fields).map(([name, value]) => [name, String(value)]));
  }
}

/** The customer's past, newest first. Look-ups throw a `HistoryError` when the tenant has not granted them or nobody bought. */
export class History {
  readonly #host: Host;
  readonly #now: number;

  constructor(host: Host, now: number) {
    this.#host = host;
    this.#now = now;
  }

  /** Past orders; the host gives no more than 200. */
  orders(query: Partial<Query> = {}): OrderSummary[] {
    return this.#host.orders({ sinceMs: null, limit: MAX_ROWS, ...query });
  }

  /** Past after-sales tickets, this one not among them; the host gives no more than 200. */
  afterSales(query: Partial<Query> = {}): AfterSaleSummary[] {
    return this.#host.afterSales({ sinceMs: null, limit: MAX_ROWS, ...query });
  }

  /** Sums over the whole past, never capped. */
  totals(): Totals {
    return this.#host.totals();
  }

  /** Orders of the last `days` days. */
  ordersWithinDays(days: number): OrderSummary[] {
    return this.orders({ sinceMs: this.#now - days * DAY_MS });
  }

  /** After-sales tickets of the last `days` days. */
  afterSalesWithinDays(days: number): AfterSaleSummary[] {
    return this.afterSales({ sinceMs: this.#now - days * DAY_MS });
  }
}

/**
 * The gateway's secrets, by name. They stay with the host; what is made with them is recorded. Texts count as their UTF-8.
 * Throws a `CryptoError` when the gateway has no such secret, or it is of another kind.
 */
export class Crypto {
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
  }

  /** HMAC-SHA256 with the secret as the key. */
  hmacSha256(secret: string, message: string | Uint8Array): Uint8Array {
    return this.#secrets(secret).hmacSha256(secret, bytes(message));
  }

  /** RSASSA-PKCS1-v1_5 with SHA-256; the secret is a private key in PEM. */
  rsaSha256Sign(secret: string, message: string | Uint8Array): Uint8Array {
    return this.#secrets(secret).rsaSha256Sign(secret, bytes(message));
  }

  /** True when such a signature fits; the secret is a public key or a certificate in PEM. */
  rsaSha256Verify(secret: string, message: string | Uint8Array, signature: Uint8Array): boolean {
    return this.#secrets(secret).rsaSha256Verify(secret, bytes(message), signature);
  }

  /** Opens what AES-GCM sealed, with the 16-byte tag at the end; the secret is the key. */
  aesGcmOpen(secret: string, nonce: string | Uint8Array, associated: string | Uint8Array, sealed: Uint8Array): Uint8Array {
    return this.#secrets(secret).aesGcmOpen(secret, bytes(nonce), bytes(associated), sealed);
  }

  #secrets(secret: string): Secrets {
    if (this.#host.crypto === undefined) throw new CryptoError({ tag: "no-secret", val: secret });
    return this.#host.crypto;
  }
}

function bytes(text: string | Uint8Array): Uint8Array {
  return typeof text === "string" ? utf8(text) : text;
}

/** An external parameter; each method answers null when the parameter has another type. */
export class Parameter {
  /** The value as the host gave it. */
  readonly value: ParameterValue;

  constructor(value: ParameterValue) {
    this.value = value;
  }

  /** A 布尔. */
  asBoolean(): boolean | null {
    return this.value.tag === "boolean" ? this.value.val : null;
  }

  /** A whole 数值: `12`, or `12.00`; null for fractions. */
  asInteger(): number | null {
    return this.asMinor(0);
  }

  /** A 数值 times 10^`digits`, exactly: `12.50` with 2 digits is 1250; null when the number has more digits than that. */
  asMinor(digits: number): number | null {
    return this.value.tag === "number" ? decimal(this.value.val, digits) : null;
  }

  /** The text of a 字符串, 部门, 人员 or 角色. */
  asText(): string | null {
    const { tag, val } = this.value;
    return tag === "text" || tag === "department" || tag === "person" || tag === "role" ? val : null;
  }

  /** The members of a 集合. */
  asSet(): string[] | null {
    return this.value.tag === "set" ? this.value.val : null;
  }
}

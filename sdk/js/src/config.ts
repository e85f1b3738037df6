/** The configuration of a rule: one description that is both the JSON Schema merchants see and the TypeScript type. */

import type { Money, Priority, TicketKind, Violation } from "./wit/types.js";

/** A JSON Schema (2020-12). */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** The TypeScript type of what a `Type` reads. */
export type Infer<S> = S extends Type<infer T> ? T : never;

/** Where reading is, and what it found wrong. */
export class Reading {
  readonly path: string;
  readonly found: Violation[];

  constructor(path = "", found: Violation[] = []) {
    this.path = path;
    this.found = found;
  }

  /** The same, one level deeper. */
  inner(name: string | number): Reading {
    return new Reading(`${this.path}/${String(name).replaceAll("~", "~0").replaceAll("/", "~1")}`, this.found);
  }

  /** Notes a mistake; what is returned is never used. */
  wrong(message: string): never {
    this.found.push({ path: this.path, message });
    return undefined as never;
  }
}

/** A kind of setting. Make one with `t`, refine it with the methods; each gives a new one. */
export class Type<T> {
  readonly schema: JsonSchema;
  readonly read: (value: unknown, at: Reading) => T;
  /** What an absent setting is. */
  readonly fallback: { readonly value: T } | null;

  constructor(schema: JsonSchema, read: (value: unknown, at: Reading) => T, fallback: { readonly value: T } | null = null) {
    this.schema = schema;
    this.read = read;
    this.fallback = fallback;
  }

  /** What merchants read about the setting. */
  describe(text: string): Type<T> {
    return new Type({ ...this.schema, description: text }, this.read, this.fallback);
  }

  /** The setting may be left out; then it is this, written as JSON. */
  default(json: unknown): Type<T> {
    const at = new Reading();
    const value = this.read(json, at);
    if (at.found.length > 0) throw new TypeError(`the default ${JSON.stringify(json)} does not fit: ${at.found.map(({ path, message }) => `${path} ${message}`).join("; ")}`);
    return new Type({ ...this.schema, default: json }, this.read, { value });
  }

  /** The setting may be null. */
  nullable(): Type<T | null> {
    const { description, ...rest } = this.schema;
    const schema = { anyOf: [rest, { type: "null" }], ...(description === undefined ? {} : { description }) };
    return new Type<T | null>(schema, (value, at) => (value === null ? null : this.read(value, at)));
  }
}

/** Kinds of settings. */
export const t = {
  /** A text. */
  string(limits: { minLength?: number; maxLength?: number; pattern?: string } = {}): Type<string> {
    const pattern = limits.pattern === undefined ? null : new RegExp(limits.pattern, "u");
    return new Type<string>({ type: "string", ...limits }, (value, at) => {
      if (typeof value !== "string") return at.wrong("must be a text");
      if (value.length < (limits.minLength ?? 0)) return at.wrong(`must have at least ${limits.minLength} characters`);
      if (value.length > (limits.maxLength ?? Infinity)) return at.wrong(`must have at most ${limits.maxLength} characters`);
      return pattern === null || pattern.test(value) ? value : at.wrong(`must match ${limits.pattern}`);
    });
  },

  /** True or false. */
  boolean(): Type<boolean> {
    return new Type<boolean>({ type: "boolean" }, (value, at) => (typeof value === "boolean" ? value : at.wrong("must be true or false")));
  },

  /** A whole number; without limits, within ±(2^53 − 1). */
  integer(limits: { minimum?: number; maximum?: number } = {}): Type<number> {
    const { minimum = Number.MIN_SAFE_INTEGER, maximum = Number.MAX_SAFE_INTEGER } = limits;
    return new Type<number>({ type: "integer", minimum, maximum }, (value, at) =>
      Number.isInteger(value) && (value as number) >= minimum && (value as number) <= maximum
        ? (value as number)
        : at.wrong(`must be a whole number from ${minimum} to ${maximum}`),
    );
  },

  /** A number that may have a fraction. Not for money. */
  number(limits: { minimum?: number; maximum?: number } = {}): Type<number> {
    const { minimum = -Infinity, maximum = Infinity } = limits;
    return new Type<number>({ type: "number", ...limits }, (value, at) =>
      typeof value === "number" && value >= minimum && value <= maximum ? value : at.wrong("must be a number within its limits"),
    );
  },

  /** One of these texts. */
  oneOf<const V extends string>(values: readonly V[]): Type<V> {
    return new Type<V>({ type: "string", enum: values }, (value, at) =>
      values.includes(value as V) ? (value as V) : at.wrong(`must be one of ${values.join(", ")}`),
    );
  },

  /** A list. */
  list<T>(item: Type<T>, limits: { minItems?: number; maxItems?: number } = {}): Type<T[]> {
    return new Type<T[]>({ type: "array", items: item.schema, ...limits }, (value, at) => {
      if (!Array.isArray(value)) return at.wrong("must be a list");
      if (value.length < (limits.minItems ?? 0)) return at.wrong(`must have at least ${limits.minItems} items`);
      if (value.length > (limits.maxItems ?? Infinity)) return at.wrong(`must have at most ${limits.maxItems} items`);
      return value.map((one, place) => item.read(one, at.inner(place)));
    });
  },

  /** Values by name, for names that the merchant chooses. */
  map<T>(item: Type<T>): Type<Record<string, T>> {
    return new Type<Record<string, T>>({ type: "object", additionalProperties: item.schema }, (value, at) => {
      if (!isObject(value)) return at.wrong("must be an object");
      return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, item.read(one, at.inner(name))]));
    });
  },

  /** Settings by name. Misspelt ones are refused. */
  object<F extends Record<string, Type<unknown>>>(fields: F): Type<{ [K in keyof F]: Infer<F[K]> }> {
    type Whole = { [K in keyof F]: Infer<F[K]> };
    const names = Object.keys(fields);
    const required = names.filter((name) => fields[name]?.fallback === null);
    const properties = Object.fromEntries(names.map((name) => [name, fields[name]?.schema]));
    const schema = { type: "object", properties, ...(required.length > 0 ? { required } : {}), additionalProperties: false };
    return new Type<Whole>(schema, (value, at) => {
      if (!isObject(value)) return at.wrong("must be an object");
      for (const name in value) {
        if (!Object.hasOwn(fields, name)) at.inner(name).wrong(`is not a setting: there are ${names.join(", ")}`);
      }
      const whole: Record<string, unknown> = {};
      for (const name of names) {
        const { read, fallback } = fields[name] as Type<unknown>;
        if (Object.hasOwn(value, name)) whole[name] = read(value[name], at.inner(name));
        else if (fallback) whole[name] = fallback.value;
        else at.wrong(`the setting ${name} is missing`);
      }
      return whole as Whole;
    });
  },

  /** The first of these that fits. */
  union<const P extends readonly Type<unknown>[]>(...parts: P): Type<Infer<P[number]>> {
    return new Type<Infer<P[number]>>({ anyOf: parts.map((part) => part.schema) }, (value, at) => {
      for (const part of parts) {
        const trial = new Reading(at.path);
        const read = part.read(value, trial);
        if (trial.found.length === 0) return read as Infer<P[number]>;
      }
      return at.wrong("has none of the forms it may have");
    });
  },

  /** An amount of money: `{"minor": 990, "currency": "CNY"}`. */
  money(): Type<Money> {
    return t.object({
      minor: t.integer().describe("Minor units, such as fen or cents."),
      currency: t.string({ pattern: "^[A-Z]{3}$" }).describe("ISO 4217 code, for example CNY."),
    });
  },

  /** A kind of ticket, written as in the API (`return_refund`) and read as the contract has it (`return-refund`). */
  ticketKind(): Type<TicketKind> {
    const kinds = ["return_refund", "refund_only", "exchange", "resend", "repair", "price_protect", "freight_claim", "complaint", "inquiry"] as const;
    const name = t.oneOf(kinds);
    return new Type<TicketKind>(name.schema, (value, at) => name.read(value, at)?.replace("_", "-") as TicketKind);
  },

  /** A priority. */
  priority(): Type<Priority> {
    return t.oneOf(["low", "normal", "high", "urgent"]);
  },
};

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

import type { AccessError, CryptoError as Refusal, RuleError as Answer, Violation } from "./wit/types.js";

/**
 * Thrown when the rule cannot answer. The ticket is kept and a person looks at it. Anything else that is thrown counts as a
 * defect of the rule and is told with its message, file and line.
 */
export class RuleError extends Error {
  override readonly name = "RuleError";
  /** What the host is told. */
  readonly answer: Answer;

  constructor(answer: Answer) {
    super(typeof answer.val === "string" ? answer.val : answer.val.map(({ path, message }) => `${path} ${message}`.trim()).join("; "));
    this.answer = answer;
  }

  /** The case lacks something or holds something that the rule cannot work with; `path` is a JSON Pointer. */
  static invalidInput(path: string, message: string): RuleError {
    return new RuleError({ tag: "invalid-input", val: [{ path, message }] });
  }

  /** Several things are wrong with the case. */
  static invalid(violations: Violation[]): RuleError {
    return new RuleError({ tag: "invalid-input", val: violations });
  }

  /** The configuration does not fit. */
  static config(path: string, message: string): RuleError {
    return new RuleError({ tag: "config", val: [{ path, message }] });
  }

  /** Something the rule relies on is missing for now. */
  static unavailable(message: string): RuleError {
    return new RuleError({ tag: "unavailable", val: message });
  }

  /** A defect in the rule. */
  static internal(message: string): RuleError {
    return new RuleError({ tag: "internal", val: message });
  }
}

/** Thrown by look-ups that have no answer. When nobody catches it, it becomes the error of the rule. */
export class HistoryError extends RuleError {
  /** Why there is no answer. */
  readonly reason: AccessError;

  constructor(reason: AccessError) {
    super(
      reason.tag === "denied"
        ? { tag: "unavailable", val: `the host refused the look-up: ${reason.val}` }
        : { tag: "invalid-input", val: [{ path: "/customer", message: "the case has no customer, so there is no history" }] },
    );
    this.reason = reason;
  }
}

/** Thrown when nothing can be made with a secret. When nobody catches it, it becomes the error of the rule. */
export class CryptoError extends RuleError {
  /** Why nothing was made. */
  readonly reason: Refusal;

  constructor(reason: Refusal) {
    super(
      reason.tag === "no-secret"
        ? { tag: "config", val: [{ path: "", message: `the gateway has no secret '${reason.val}'` }] }
        : { tag: "unavailable", val: reason.val },
    );
    this.reason = reason;
  }
}

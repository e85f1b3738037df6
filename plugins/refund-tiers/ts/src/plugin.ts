/**
 * `refund-tiers` in TypeScript: may this money be paid back, and who must agree?
 *
 * Looked at in this order; the strictest finding wins (reject, ask the customer, ask people, approve):
 * 1. requests that come too late (windows);
 * 2. evidence that is missing (U9, Z6);
 * 3. one of: automatic approval (Z22), inspection rule (Z11), amount tiers (D3);
 * 4. the risk: unknown is never automatic, a high score goes up the ladder.
 */

import { Decision, definePlugin, type Risk } from "@redress/sdk";

import { check } from "./check.js";
import { config, type Config } from "./config.js";
import { Facts } from "./facts.js";
import { Ladder } from "./ladder.js";
import { Words } from "./words.js";

export default definePlugin({
  config,
  check,
  refundApproval(call, file, request) {
    const facts = Facts.read(call.config, call.now, file, request);
    return decide(facts, request.risk, Words.of(call.locale));
  },
});

function decide(facts: Facts, risk: Risk | null, words: Words): Decision {
  const { config } = facts;
  const late = config.windows.filter((window) => facts.isLate(window));
  const refused = late.find((window) => window.late === "reject");
  if (refused) {
    return Decision.reject(refused.message ?? words.lateMessage(refused.days), words.join([words.refusedLate(refused.days)]));
  }
  const missing = facts.missingFields();
  if (missing.length > 0) return Decision.needInformation(missing, words.join([words.missing(missing)]));

  const people = new Ladder(config.role_order);
  const reasons: string[] = [];
  for (const window of late) {
    people.need(window.role, "any", false);
    reasons.push(words.late(window.days, window.role));
  }
  const tags = byAmount(facts, words, people, reasons);
  byRisk(config, risk, words, people, reasons);
  return Decision.of(people.verdict(), words.join(reasons), { tags });
}

/** Automatic approval, else an inspection rule, else the tiers. Answers tags. */
function byAmount(facts: Facts, words: Words, people: Ladder, reasons: string[]): string[] {
  const { config, amount, currency } = facts;
  const automatic = config.auto_approve.find((rule) => facts.isAutoApproved(rule));
  if (automatic) {
    reasons.push(words.autoApproved(automatic.within_days));
    return [];
  }
  for (const rule of config.inspection) {
    const below = facts.inspectedBelow(rule);
    if (below === null) continue;
    if (amount < below) {
      reasons.push(words.inspected(amount, below, currency));
    } else {
      people.need(rule.role, rule.quorum, false);
      reasons.push(words.askedBeforeInspection(amount, below, currency, rule.role));
    }
    return rule.tag === "" ? [] : [rule.tag];
  }
  const tiers = config.tiers[currency] ?? [];
  const at = tiers.findIndex(({ up_to }) => up_to === null || amount <= up_to);
  const tier = tiers[at];
  if (tier === undefined) {
    const { role, quorum, with_report } = config.other_currencies;
    people.need(role, quorum, with_report);
    reasons.push(words.noTiers(currency, role));
    return [];
  }
  if (tier.role !== null) people.need(tier.role, tier.quorum, tier.with_report);
  reasons.push(words.tier(amount, currency, tiers[at - 1]?.up_to ?? null, tier));
  return [];
}

/** A known score may send it up the ladder; an unknown one keeps it from being automatic. */
function byRisk({ risk: limits }: Config, risk: Risk | null, words: Words, people: Ladder, reasons: string[]): void {
  if (risk === null) {
    if (!people.isEmpty()) return;
    people.need(limits.unknown_role, "any", false);
    reasons.push(words.riskUnknown(limits.unknown_role));
    return;
  }
  const reached = limits.levels.filter(({ from }) => risk.score >= from);
  // Among equals the last one, as `max_by_key` in Rust has it.
  const level = reached.reduce<(typeof reached)[number] | null>((top, one) => (top === null || one.from >= top.from ? one : top), null);
  if (level === null) return;
  people.need(level.role, "any", level.with_report);
  reasons.push(words.risky(risk.score, level.from, level.role));
}

/** What the schema cannot say of a configuration: ascending tiers, known roles, sensible numbers. */

import { MAX_MINOR, type Violation } from "@redress/sdk";

import type { Config, Tier, Votes } from "./config.js";

/** Everything wrong with a configuration, each with a JSON Pointer. */
export function check(config: Config): Violation[] {
  const found = new Findings(config);
  for (const [currency, tiers] of Object.entries(config.tiers)) found.tiers(currency, tiers);
  found.role("/other_currencies/role", config.other_currencies.role);
  found.votes("/other_currencies/quorum", config.other_currencies.quorum);
  for (const [i, rule] of config.inspection.entries()) {
    found.role(`/inspection/${i}/role`, rule.role);
    found.votes(`/inspection/${i}/quorum`, rule.quorum);
    found.amounts(`/inspection/${i}/below`, rule.below);
    if (Object.keys(rule.below).length === 0) {
      found.add(`/inspection/${i}/below`, "the rule would never apply: give a threshold for a currency, for example {\"CNY\": 50000}");
    }
  }
  for (const [i, rule] of config.auto_approve.entries()) {
    found.amounts(`/auto_approve/${i}/max_amount`, rule.max_amount);
    if (rule.reasons.length === 0) {
      found.add(`/auto_approve/${i}/reasons`, "name at least one reason: without any, the rule would never apply");
    }
  }
  for (const [i, window] of config.windows.entries()) found.role(`/windows/${i}/role`, window.role);
  found.role("/risk/unknown_role", config.risk.unknown_role);
  for (const [i, level] of config.risk.levels.entries()) {
    found.role(`/risk/levels/${i}/role`, level.role);
    if (level.from < 1 || level.from > 100) found.add(`/risk/levels/${i}/from`, "give a score from 1 to 100");
  }
  for (const [i, rule] of config.required_fields.entries()) {
    if (rule.fields.length === 0) found.add(`/required_fields/${i}/fields`, "name at least one field, or remove the rule");
    if (rule.when_field === "" && rule.when_value !== "") {
      found.add(`/required_fields/${i}/when_field`, "name the field that must have the value of when_value");
    }
  }
  if (Math.abs(config.utc_offset_minutes) > 14 * 60) {
    found.add("/utc_offset_minutes", "give an offset from UTC between -840 and 840 minutes, for example 480 for China");
  }
  return found.list;
}

class Findings {
  readonly list: Violation[] = [];
  readonly #config: Config;

  constructor(config: Config) {
    this.#config = config;
  }

  add(path: string, message: string): void {
    this.list.push({ path, message });
  }

  role(path: string, role: string): void {
    if (this.#config.role_order.includes(role)) return;
    this.add(path, `role '${role}' is not in role_order: add it there, at its place from lowest to highest`);
  }

  votes(path: string, votes: Votes): void {
    if (typeof votes === "object" && votes.at_least === 0) this.add(`${path}/at_least`, "at least 1 person must agree: give 1 or more");
  }

  currency(path: string, currency: string): void {
    if (!/^[A-Z]{3}$/.test(currency)) this.add(path, `'${currency}' is not a currency code: use three upper-case letters such as CNY`);
  }

  amounts(path: string, amounts: Record<string, number>): void {
    for (const [currency, minor] of Object.entries(amounts)) {
      this.currency(`${path}/${currency}`, currency);
      if (minor < 0) this.add(`${path}/${currency}`, `give an amount in minor units from 0 to ${MAX_MINOR}`);
    }
  }

  tiers(currency: string, tiers: Tier[]): void {
    const base = `/tiers/${currency}`;
    this.currency(base, currency);
    if (tiers.at(-1)?.up_to !== null) this.add(base, "the last tier must have up_to null, so that every amount has a tier");
    let before = -1;
    for (const [i, tier] of tiers.entries()) {
      const path = `${base}/${i}`;
      if (tier.up_to === null) {
        if (i + 1 < tiers.length) this.add(`${path}/up_to`, "only the last tier may have up_to null");
      } else if (tier.up_to <= before) {
        this.add(`${path}/up_to`, `tiers must rise: give more than ${before} and at most ${MAX_MINOR}`);
      } else {
        before = tier.up_to;
      }
      this.votes(`${path}/quorum`, tier.quorum);
      if (tier.role !== null) this.role(`${path}/role`, tier.role);
      else if (tier.with_report || tier.quorum !== "any") {
        this.add(`${path}/role`, "a report or a quorum needs people: name the role, or remove both");
      }
    }
  }
}

/** What a merchant may set. `{}` is a valid configuration: it carries the numbers of the sources (D3, Z11, Z22, U9, Z6). */

import { t, type Infer } from "@redress/sdk";

/** Reason codes that mean 七天无理由退货 (D9), in the words of the API and of the channels. */
const NO_REASON = ["unwanted", "no_reason", "seven_day_no_reason", "七天无理由", "7天无理由"];
const RETURNS = ["return_refund"];

const kinds = t.list(t.ticketKind()).describe("Kinds of ticket it is for; empty for all.");
const role = t.string();
const count = t.integer({ minimum: 0, maximum: 0xffff_ffff });
const amounts = t.map(t.integer());

const votes = t
  .union(t.oneOf(["any", "all"]), t.object({ at_least: count.describe("So many holders, at least 1.") }))
  .describe("How many holders of the role must agree: \"any\", \"all\" (会签) or {\"at_least\": 2}.");
export type Votes = Infer<typeof votes>;

const withReport = t.boolean().default(false).describe("Attach the purchase-behaviour report (用户历史购买行为分析报告).");

const tier = t.object({
  up_to: t.integer().nullable().default(null).describe("Largest amount of this tier in minor units (fen, cents), itself included; null for \"no end\", which the last tier has."),
  role: role.nullable().default(null).describe("Role that must agree; null approves automatically."),
  quorum: votes.default("any"),
  with_report: withReport,
});
export type Tier = Infer<typeof tier>;

const need = t.object({ role: role.describe("Role that must agree."), quorum: votes.default("any"), with_report: withReport });

const inspection = t.object({
  kinds: kinds.default(RETURNS),
  categories: t.list(t.string()).default([]).describe("Product categories the rule is for (every line must be in one of them); empty for all."),
  below: amounts.default({ CNY: 50_000 }).describe("Threshold in minor units by currency: below it the goods are inspected and nobody is asked before."),
  role: role.default("supervisor").describe("Role that must agree first at and above the threshold."),
  quorum: votes.default("any"),
  tag: t.string().default("待仓库质检").describe("Tag for tickets that wait for the inspection; empty for none."),
});
export type Inspection = Infer<typeof inspection>;

const autoApprove = t.object({
  kinds: kinds.default(RETURNS),
  reasons: t.list(t.string()).default(NO_REASON).describe("Reason codes that qualify; every line of the ticket must have one of them."),
  within_days: count.default(7).describe("Days after delivery within which the request must come."),
  field: t.string().default("package_intact").describe("Form field that must be true; empty for none."),
  max_amount: amounts.default({}).describe("Largest amount in minor units by currency; no entry means no limit."),
});
export type AutoApprove = Infer<typeof autoApprove>;

const window = t.object({
  kinds: kinds.default(RETURNS),
  reasons: t.list(t.string()).default(NO_REASON).describe("Reason codes the window is for (any line); empty for all."),
  days: count.default(7).describe("Days after delivery. An unknown delivery time is never late."),
  late: t.oneOf(["approval", "reject"]).default("approval").describe("What happens to a late request."),
  role: role.default("supervisor").describe("Role that must agree to a late request when `late` is \"approval\"."),
  message: t.string().nullable().default(null).describe("Words for the customer when `late` is \"reject\"; null for the built-in ones."),
});
export type Window = Infer<typeof window>;

const riskLevel = t.object({
  from: count.describe("Lowest score of the level, 1–100."),
  role: role.describe("Role that must agree."),
  with_report: withReport,
});

const requiredFields = t.object({
  kinds: kinds.default([]),
  problems: t.list(t.string()).default([]).describe("Problem labels or reason codes the rule is for; empty for all."),
  when_field: t.string().default("").describe("Only when this form field …; empty for always."),
  when_value: t.string().default("").describe("… has this value."),
  fields: t.list(t.string()).default([]).describe("Names of the fields that must be filled; \"description\" is the ticket's own text."),
});
export type RequiredFields = Infer<typeof requiredFields>;

export const config = t.object({
  tiers: t
    .map(t.list(tier))
    .default({ CNY: [{ up_to: 5_000 }, { up_to: 50_000, role: "supervisor" }, { up_to: null, role: "director", with_report: true }] })
    .describe("Amount tiers by ISO 4217 currency code, each list in ascending order. The first tier whose `up_to` is not exceeded by the highest of requested and net amount decides."),
  other_currencies: need.default({ role: "director", with_report: true }).describe("Who must agree when the currency has no tiers."),
  role_order: t.list(t.string()).default(["supervisor", "director"]).describe("Roles from lowest to highest. Every role named elsewhere must be in this list."),
  include_refunded_before: t.boolean().default(false).describe("Add what was already refunded on the order to the amount."),
  inspection: t.list(inspection).default([]).describe("Small amounts are inspected in the warehouse, for large ones people are asked first (Z11). The first that fits replaces the tiers."),
  auto_approve: t.list(autoApprove).default([{}]).describe("Rules that approve whatever the amount (Z22). The first that fits replaces inspection rules and tiers."),
  windows: t.list(window).default([{}]).describe("How long after delivery a request is in time. All that fit are checked."),
  days_count_from: t.oneOf(["delivery", "next_midnight"]).default("delivery").describe("From when a day count runs: from the moment of delivery (签收), or from the next midnight."),
  utc_offset_minutes: t.integer().default(480).describe("Offset of the shop's clock from UTC in minutes, for `next_midnight`; 480 is China."),
  risk: t
    .object({
      levels: t.list(riskLevel).default([{ from: 60, role: "director", with_report: true }]).describe("Score from which people must agree whatever the amount; the highest reached level counts."),
      unknown_role: role.default("supervisor").describe("Role that must agree to what would be automatic when no fraud rule could answer."),
    })
    .default({})
    .describe("What a fraud score does."),
  required_fields: t
    .list(requiredFields)
    .default([
      { problems: ["damaged", "商品破损"], fields: ["photo", "damage_position"] },
      { problems: ["quality", "商品质量问题"], fields: ["description", "photo"] },
      { when_field: "refund_method", when_value: "bank_card", fields: ["bank_card_number"] },
    ])
    .describe("Evidence without which nobody decides (U9, Z6); what is missing is asked of the customer."),
});
export type Config = Infer<typeof config>;

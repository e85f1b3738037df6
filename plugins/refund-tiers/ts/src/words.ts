/** Every sentence the rule says, in Chinese and English. */

import { Money } from "@redress/sdk";

import type { Tier } from "./config.js";

const ROLES: Record<string, string> = {
  agent: "客服",
  supervisor: "客服组长",
  director: "运营总监",
  finance: "财务",
  risk: "风控专员",
  admin: "管理员",
};
const FIELDS: Record<string, { zh: string; en?: string }> = {
  photo: { zh: "照片" },
  damage_position: { zh: "破损位置", en: "damage position" },
  description: { zh: "问题描述" },
  bank_card_number: { zh: "银行卡号", en: "bank card number" },
  refund_method: { zh: "退款方式", en: "refund method" },
};

/** The language of a call: Chinese for `zh-*`, else English. */
export class Words {
  readonly #chinese: boolean;

  private constructor(chinese: boolean) {
    this.#chinese = chinese;
  }

  static of(locale: string): Words {
    return new Words(locale.split(/[-_]/)[0]?.toLowerCase() === "zh");
  }

  /** Reasons joined to one explanation. */
  join(reasons: string[]): string {
    return this.#chinese ? `${reasons.join("；")}。` : `${reasons.join("; ")}.`;
  }

  tier(minor: number, currency: string, above: number | null, { role, up_to, with_report }: Tier): string {
    const bounds = this.#bounds(currency, above, up_to);
    const amount = this.#money(minor, currency);
    if (role === null) return this.#chinese ? `金额${amount}，${bounds}按金额可自动通过` : `${amount}${bounds}: automatic by amount`;
    const who = this.#role(role);
    if (with_report) {
      return this.#chinese
        ? `金额${amount}，${bounds}需${who}审批，附用户历史购买行为分析报告`
        : `${amount}${bounds}: ${who} must agree, with the purchase-behaviour report attached`;
    }
    return this.#chinese ? `金额${amount}，${bounds}需${who}审批` : `${amount}${bounds}: ${who} must agree`;
  }

  #bounds(currency: string, above: number | null, upTo: number | null): string {
    const [from, to] = [above, upTo].map((minor) => (minor === null ? null : this.#money(minor, currency)));
    if (from && to) return this.#chinese ? `超过${from}、不超过${to}，` : ` is above ${from} and at most ${to}`;
    if (from) return this.#chinese ? `超过${from}，` : ` is above ${from}`;
    if (to) return this.#chinese ? `不超过${to}，` : ` is at most ${to}`;
    return "";
  }

  noTiers(currency: string, role: string): string {
    const who = this.#role(role);
    return this.#chinese ? `币种${currency}没有设置金额分层，需${who}审批` : `there are no tiers for ${currency}: ${who} must agree`;
  }

  autoApproved(days: number): string {
    return this.#chinese
      ? `七天无理由退货，签收${days}天内申请且包装完好，自动通过`
      : `return without reason within ${days} days of delivery, package intact: automatic`;
  }

  inspected(minor: number, belowMinor: number, currency: string): string {
    const [amount, below] = [this.#money(minor, currency), this.#money(belowMinor, currency)];
    return this.#chinese ? `金额${amount}，低于${below}，仓库质检通过后退款` : `${amount} is below ${below}: refunded after the warehouse inspection`;
  }

  askedBeforeInspection(minor: number, belowMinor: number, currency: string, role: string): string {
    const [amount, below, who] = [this.#money(minor, currency), this.#money(belowMinor, currency), this.#role(role)];
    return this.#chinese
      ? `金额${amount}，达到${below}，先由${who}审批，再由仓库质检`
      : `${amount} reaches ${below}: ${who} must agree before the warehouse inspection`;
  }

  late(days: number, role: string): string {
    const who = this.#role(role);
    return this.#chinese ? `已超过签收后${days}天的申请期限，需${who}审批` : `later than ${days} days after delivery: ${who} must agree`;
  }

  refusedLate(days: number): string {
    return this.#chinese ? `已超过签收后${days}天的申请期限，拒绝退款` : `later than ${days} days after delivery: refused`;
  }

  /** To the customer. */
  lateMessage(days: number): string {
    return this.#chinese
      ? `很抱歉，您的申请已超过签收后${days}天的期限，无法退款。如有疑问请联系客服。`
      : `We are sorry: your request came later than ${days} days after delivery, so it cannot be refunded. Please contact us if you have questions.`;
  }

  missing(fields: string[]): string {
    const names = fields.map((name) => (this.#chinese ? FIELDS[name]?.zh : FIELDS[name]?.en) ?? name);
    return this.#chinese ? `请客户补充：${names.join("、")}` : `the customer must add: ${names.join(", ")}`;
  }

  riskUnknown(role: string): string {
    const who = this.#role(role);
    return this.#chinese ? `风险未知，不自动退款，需${who}审批` : `the risk is unknown, so nothing is automatic: ${who} must agree`;
  }

  risky(score: number, from: number, role: string): string {
    const who = this.#role(role);
    return this.#chinese ? `风险分${score}，达到${from}，需${who}审批` : `risk score ${score} reaches ${from}: ${who} must agree`;
  }

  #role(role: string): string {
    return this.#chinese ? (ROLES[role] ?? role) : role;
  }

  #money(minor: number, currency: string): string {
    const money = { minor, currency };
    return this.#chinese && currency === "CNY" ? `${Money.toDecimal(money)}元` : Money.format(money);
  }
}

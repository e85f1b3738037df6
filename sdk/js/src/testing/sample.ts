/** Sample cases: a pet feeder returned three days after delivery, by a customer without a past. The same as in fixtures. */

import type { AfterSaleSummary, CaseFile, Desk, Event, Instruction, OrderSummary, Priority, RefundRequest, TicketKind } from "../wit/types.js";

/** "Now" of the samples: 2026-10-07T08:00:00Z, three days after delivery. */
export const NOW = 1_791_360_000_000;
const DAY_MS = 86_400_000;

/** What a test changes of the sample case. */
export interface CaseChanges {
  kind?: TicketKind;
  /** How much is asked for the first line, in fen. */
  requested?: number;
  /** Why, for the first line. */
  reason?: string;
  /** Product category of the first line, on the ticket and on the order. */
  category?: string;
  problemType?: string | null;
  memberLevel?: string | null;
  priority?: Priority;
  /** When the ticket was created, in milliseconds since the epoch. */
  createdAtMs?: number;
  /** Tags of the ticket. */
  tags?: string[];
  /** Form fields; the values become JSON. */
  fields?: Record<string, unknown>;
  /** When it was delivered, in days before `NOW`; null for not yet. */
  deliveredDaysAgo?: number | null;
  /** Null: nobody knows who bought. */
  customer?: null;
  /** Null: nobody knows what was bought. */
  order?: null;
}

/** The sample case with these changes. */
export function sampleCase(changes: CaseChanges = {}): CaseFile {
  const { requested = 28_800, category = "pet_device", deliveredDaysAgo = 3 } = changes;
  const sku = "FEEDER-1";
  return {
    ticket: {
      id: "tkt_00000000000000000000000000000001",
      number: "20261007-0001",
      kind: changes.kind ?? "return-refund",
      channel: "api",
      problemType: changes.problemType === undefined ? "size_mismatch" : changes.problemType,
      subject: "太小了",
      description: "想退货",
      priority: changes.priority ?? "normal",
      tags: changes.tags ?? [],
      caseStatus: "submitted",
      goodsStatus: "with_customer",
      moneyStatus: "none",
      disputeStatus: "none",
      createdAtMs: changes.createdAtMs ?? NOW,
      lines: [{ orderLine: "1", sku, category, quantity: 1, reason: changes.reason ?? "unwanted", requested: { minor: requested, currency: "CNY" } }],
      fields: Object.entries(changes.fields ?? {}).map(([name, value]) => ({ name, value: JSON.stringify(value) })),
    },
    customer:
      changes.customer === null
        ? null
        : {
            id: "cus_00000000000000000000000000000001",
            externalId: "c-42",
            name: "customer 42",
            memberLevel: changes.memberLevel === undefined ? "vip" : changes.memberLevel,
            tags: [],
          },
    order:
      changes.order === null
        ? null
        : {
            id: "ord_00000000000000000000000000000001",
            externalId: "o-77",
            placedAtMs: NOW - 6 * DAY_MS,
            deliveredAtMs: deliveredDaysAgo === null ? null : NOW - deliveredDaysAgo * DAY_MS,
            paid: { minor: 28_800, currency: "CNY" },
            lines: [{ externalId: "1", sku, title: "自动喂食器", category, quantity: 1, unitPrice: { minor: 28_800, currency: "CNY" } }],
            attributes: [],
          },
  };
}

/** A request for so many fen, with nothing deducted, nothing refunded before and a risk of 0. */
export function refundRequest(minor: number, changes: Partial<RefundRequest> = {}): RefundRequest {
  const amount = { minor, currency: "CNY" };
  return { requested: amount, net: amount, refundedBefore: { minor: 0, currency: "CNY" }, risk: { score: 0, signals: [] }, ...changes };
}

/** All that one payment brought goes back: 288.00 CNY on `pay_1`, as in fixtures. */
export function instruction(changes: Partial<Instruction> = {}): Instruction {
  const amount = { minor: 28_800, currency: "CNY" };
  return {
    id: "rfi_00000000000000000000000000000001",
    amount,
    payment: "pay_1",
    paid: amount,
    reference: null,
    ticket: "20261007-0001",
    order: "o-77",
    reason: "unwanted",
    createdAtMs: NOW,
    ...changes,
  };
}

/** Two queues (`after_sales`, `finance`) and two people, one in each. */
export function sampleDesk(): Desk {
  const common = { capacity: 20, rating: 450, available: true };
  return {
    queues: [
      { key: "after_sales", name: "售后" },
      { key: "finance", name: "财务" },
    ],
    agents: [
      { id: "usr_00000000000000000000000000000001", name: "小李", queues: ["after_sales"], skills: ["pet_device"], openTickets: 3, ...common },
      { id: "usr_00000000000000000000000000000002", name: "Ann", queues: ["finance"], skills: ["en"], openTickets: 0, ...common },
    ],
    turn: 0,
  };
}

/** An event at `NOW` by the system; the details become JSON. */
export function sampleEvent(name: string, details: Record<string, unknown> = {}): Event {
  return { name, atMs: NOW, actor: "system", details: Object.entries(details).map(([key, value]) => [key, JSON.stringify(value)]) };
}

/** An earlier ticket: an unwanted feeder, created so many days before `NOW`, closed, refunded in full. */
export function afterSale(number: string, daysAgo: number): AfterSaleSummary {
  return {
    number,
    kind: "return-refund",
    problemType: null,
    reasons: ["unwanted"],
    skus: ["FEEDER-1"],
    caseStatus: "closed",
    createdAtMs: NOW - daysAgo * DAY_MS,
    refunded: { minor: 28_800, currency: "CNY" },
  };
}

/** An earlier order of one line, placed so many days before `NOW`. */
export function pastOrder(externalId: string, daysAgo: number, paidMinor: number): OrderSummary {
  return { externalId, placedAtMs: NOW - daysAgo * DAY_MS, paid: { minor: paidMinor, currency: "CNY" }, lines: 1 };
}

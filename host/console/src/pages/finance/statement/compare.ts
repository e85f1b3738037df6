import type { Schemas } from '../../../api/client';
import { parseMoney } from '../../../parts/money';

type Instruction = Pick<Schemas['RefundInstruction'], 'id' | 'state' | 'amount' | 'reference' | 'version' | 'ticket'>;

/** Which column of a statement says what; -1 when none does. */
export interface Columns {
  /** Our number of the refund, or the gateway's reference that was noted with it. */
  id: number;
  amount: number;
  reference: number;
  outcome: number;
}

/** What follows from one line of a statement. */
export type Verdict =
  | 'agrees'
  | 'pay'
  | 'fail'
  | 'waits'
  | 'amount'
  | 'paid_though_failed'
  | 'failed_though_paid'
  | 'cancelled'
  | 'stranger';

export interface Line {
  /** Its place in the file, from 1. */
  at: number;
  id: string;
  amount: string;
  reference: string;
  verdict: Verdict;
  instruction: Instruction | undefined;
}

const WORDS: Record<keyof Columns, RegExp[]> = {
  id: [/商户退款(单)?号|out_refund_no|redress|instruction/i, /退款单号|refund.?(no|number)|^id$/i],
  amount: [/^(申请)?退款金额|refund.?amount/i, /金额|amount/i],
  reference: [/(微信|支付宝|渠道|网关|平台)退款(单)?号|refund_id|^reference$/i, /流水号|reference|trade.?no/i],
  outcome: [/退款状态|refund.?status/i, /状态|status|state|result|结果/i],
};

/** Which columns are likely meant, by their headings. */
export function guess(head: readonly string[]): Columns {
  const find = (patterns: RegExp[], taken: number[]) => {
    for (const pattern of patterns) {
      const at = head.findIndex((name, place) => !taken.includes(place) && pattern.test(name.trim()));
      if (at >= 0) return at;
    }
    return -1;
  };
  const reference = find(WORDS.reference.slice(0, 1), []);
  const id = find(WORDS.id, [reference]);
  return { id, amount: find(WORDS.amount, [id]), reference: reference >= 0 ? reference : find(WORDS.reference, [id]), outcome: find(WORDS.outcome, [id]) };
}

const FAILED = /fail|失败|clos|关闭|cancel|撤销|abnormal|异常|reject|拒绝/i;
const PAID = /succe|成功|paid|已退|到账|complete|完成/i;

/** What the statement says of a refund; one without a column for it lists what was paid. */
function said(text: string | undefined): 'paid' | 'failed' | 'open' {
  if (text === undefined) return 'paid';
  if (FAILED.test(text)) return 'failed';
  return PAID.test(text) ? 'paid' : 'open';
}

function judge(instruction: Instruction | undefined, amount: string, outcome: 'paid' | 'failed' | 'open'): Verdict {
  if (!instruction) return 'stranger';
  const given = parseMoney(amount.replace(/^[-¥￥$€]+/, ''), instruction.amount.currency);
  if (given?.minor !== instruction.amount.minor) return 'amount';
  const { state } = instruction;
  const open = state === 'pending' || state === 'sent' || state === 'unknown';
  if (state === 'cancelled' || state === 'held') return outcome === 'paid' ? 'cancelled' : 'agrees';
  if (outcome === 'open') return open ? 'waits' : 'agrees';
  if (outcome === 'paid') return open ? 'pay' : state === 'paid' ? 'agrees' : 'paid_though_failed';
  return open ? 'fail' : state === 'failed' ? 'agrees' : 'failed_though_paid';
}

/** Holds each line of a statement against what is booked here, and tells what is booked and not on it. */
export function compare(rows: readonly (readonly string[])[], columns: Columns, booked: readonly Instruction[]): { lines: Line[]; missing: Instruction[] } {
  const byId = new Map(booked.map((one) => [one.id, one]));
  const byReference = new Map(booked.flatMap((one) => (one.reference ? [[one.reference, one] as const] : [])));
  const cell = (row: readonly string[], at: number) => (at >= 0 ? (row[at] ?? '') : '');
  const lines = rows.map((row, place): Line => {
    const [id, amount, reference] = [cell(row, columns.id), cell(row, columns.amount), cell(row, columns.reference)];
    const instruction = byId.get(id) ?? byReference.get(id) ?? byReference.get(reference);
    const outcome = said(columns.outcome >= 0 ? cell(row, columns.outcome) : undefined);
    return { at: place + 2, id, amount, reference, instruction, verdict: judge(instruction, amount, outcome) };
  });
  const found = new Set(lines.map(({ instruction }) => instruction?.id));
  const missing = booked.filter(({ id, state }) => !found.has(id) && (state === 'sent' || state === 'unknown'));
  return { lines, missing };
}

import type { Schemas } from '../../../api/client';
import { type Reading, type Refused, scanQueue, type Sent, type Why, whyOf } from './queue';
import { send } from './send';
import { fresh } from '../../../parts/fresh';

/** A reading with what the server said to it. */
export interface Said {
  reading: Reading;
  scan?: Schemas['KeptScan'];
  /** Why the server took nothing. */
  refused?: Why;
}

/** What a page shows of this device's scans. */
export interface Scans {
  waiting: Reading[];
  refused: Refused[];
  /** Newest first. */
  said: Said[];
  /** Why nothing goes: this account may not scan. */
  barred: Why | null;
  /** True while the server is not reached or does not answer properly. */
  stuck: boolean;
}

/** Most answers that are shown. */
const SHOWN = 20;

type Listener = (said: Said) => void;

/** The scans of this device in one shop. It lives as long as the page is open, whichever tab is shown. */
function scanner(tenant: string) {
  const queue = scanQueue(localStorage, `redress.scans.${tenant}`);
  const seen = new Set<() => void>();
  const answered = new Set<Listener>();
  let present: Scans = { ...queue.kept(), said: [], barred: null, stuck: false };
  const show = (changes: Partial<Scans> = {}) => {
    present = { ...present, ...queue.kept(), ...changes };
    seen.forEach((tell) => tell());
  };
  const tell = (said: Said) => {
    show({ said: [said, ...present.said].slice(0, SHOWN) });
    answered.forEach((listener) => listener(said));
  };
  const post = async (reading: Reading): Promise<Sent> => {
    const { sent, scan } = await send(reading);
    if (sent.then === 'answered') tell(scan ? { reading, scan } : { reading });
    if (sent.then === 'refused') tell({ reading, refused: whyOf(sent) });
    return sent;
  };
  const flush = async () => {
    if (queue.kept().waiting.length === 0) return;
    const stopped = await queue.flush(post);
    show({ barred: stopped?.then === 'barred' ? whyOf(stopped) : null, stuck: stopped?.then === 'later' });
  };
  return {
    subscribe: (tellAll: () => void) => {
      seen.add(tellAll);
      return () => {
        seen.delete(tellAll);
      };
    },
    present: () => present,
    flush,
    /** Tries again by itself; an account that may not scan is told so once, and then it is a person who tries again. */
    retry: () => {
      if (present.barred == null) void flush();
    },
    /** Hears every answer as it comes. */
    onAnswer: (listener: Listener) => {
      answered.add(listener);
      return () => {
        answered.delete(listener);
      };
    },
    read(raw: string, source: Reading['source']) {
      queue.add({ key: fresh(), raw, source, at: new Date().toISOString() });
      show();
      void flush();
    },
    again(key: string) {
      queue.again(key, fresh());
      show();
      void flush();
    },
    dismiss(key: string) {
      queue.dismiss(key);
      show();
    },
  };
}

export type Scanner = ReturnType<typeof scanner>;

const scanners = new Map<string, Scanner>();

/** The scanner of a shop: one, so that no two send the same queue. */
export function scannerOf(tenant: string): Scanner {
  const found = scanners.get(tenant) ?? scanner(tenant);
  scanners.set(tenant, found);
  return found;
}

import { fetcher, type Schemas } from '../../../api/client';
import type { Reading, Sent } from './queue';
import { verdict } from './verdict';

/** Longest wait for an answer: after it the reading is sent again, under the same key. */
const PATIENCE = 15_000;

const isScan = (data: unknown): data is Schemas['KeptScan'] => typeof data === 'object' && data !== null && 'outcome' in data;

/** Sends a reading, and says what became of it; with the scan when the server kept it. */
export async function send(reading: Reading): Promise<{ sent: Sent; scan?: Schemas['KeptScan'] }> {
  try {
    const { data, error, response } = await fetcher.POST('/api/v1/scans', {
      params: { header: { 'Idempotency-Key': reading.key } },
      body: { key: reading.key, raw: reading.raw, source: reading.source, note: '', photos: [], station: null },
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (isScan(data)) return { sent: { then: 'answered' }, scan: data };
    return { sent: verdict(response.status, error) };
  } catch {
    // No network, no answer in time, or an answer that is not the server's: the reading stays in the queue, and the page counts it.
    return { sent: { then: 'later', status: null } };
  }
}

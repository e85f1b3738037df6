import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What came to a receiver. */
export interface Received {
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** A system of the shop that hears of webhooks; `answer` is what it says from now on. */
export async function receiver(status = 200) {
  const received: Received[] = [];
  let says = status;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      received.push({ headers: request.headers, body });
      response.writeHead(says).end();
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hooks`,
    received,
    answer: (next: number) => {
      says = next;
    },
    close: () => new Promise((closed) => server.close(closed)),
  };
}

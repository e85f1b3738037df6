import { isProblem } from '../api/problem';
import { fresh } from './fresh';

/** Sends a file as it is and tells how far it is, which `fetch` cannot. Fails with what the server said. `signal` gives it up. */
export function put<Answer>(
  address: string,
  key: string | null,
  file: File,
  progress?: (percent: number) => void,
  { headers = {}, signal }: { headers?: Record<string, string>; signal?: AbortSignal } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    if (key) request.setRequestHeader('authorization', `Bearer ${key}`);
    request.setRequestHeader('content-type', file.type || 'application/octet-stream');
    request.setRequestHeader('accept-language', document.documentElement.lang);
    request.setRequestHeader('idempotency-key', fresh());
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => progress?.((loaded / total) * 100);
    request.onerror = () => reject(new Error('network'));
    request.onabort = () => reject(new DOMException('given up', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.onload = () => {
      const answer: unknown = request.response;
      if (request.status < 300) resolve(answer as Answer);
      else reject(isProblem(answer) ? Object.assign(new Error(answer.detail), answer) : new Error(request.statusText));
    };
    request.send(file);
  });
}
